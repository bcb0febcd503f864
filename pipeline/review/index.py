"""``outputs/index.html``: every document of a folder of outputs, with state, counts, failures and links."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

from markupsafe import Markup

from pipeline.emit import write_atomic
from pipeline.review.page import environment, resource


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the index. ``link`` is relative to the output folder, "" where there is no page to open."""

    name: str
    link: str
    status: str
    number: str
    title: str
    issued_on: str
    pages: int
    goals: int
    tasks: int
    responsibilities: int
    doubtful: int
    findings: int
    error: str


def render_index(folder: Path, token: str = "") -> str:
    """The index page of the outputs in ``folder``; links carry ``token`` where the pages are served."""
    entries = sorted(_entries(folder, token), key=lambda e: (e.status == "ok", e.name))
    return environment().get_template("index.html.j2").render(
        entries=entries,
        counts={s: sum(1 for e in entries if e.status == s) for s in ("ok", "partial", "failed", "skipped")},
        style=Markup(resource("review.css")),
        script=Markup(resource("index.js")),
    )  # fmt: skip


def write_index(folder: Path) -> Path:
    """Write ``index.html`` into a folder of outputs and return its path."""
    path = folder / "index.html"
    write_atomic(path, render_index(folder))
    return path


def _entries(folder: Path, token: str) -> Iterator[Entry]:
    rows = _manifest(folder)
    manifest = {row["output"]: row for row in rows if row.get("output")}
    for plan in sorted(folder.glob("*/plan.json")):
        row = manifest.pop(plan.parent.name, {"status": "ok"})
        try:
            yield _of_plan(plan, row, token)
        except (OSError, ValueError, KeyError, TypeError):  # one record damaged by hand or disk must not hide the rest
            yield _failed(plan.parent.name, "plan.json is damaged. Convert the document again with --overwrite.")
    for row in rows:
        if row.get("status") == "failed":
            error = row.get("error")
            message = error.get("message", "") if isinstance(error, dict) else str(error or "")
            yield _failed(Path(str(row.get("input", ""))).name, message)


def _failed(name: str, message: str) -> Entry:
    return Entry(name, "", "failed", "", "", "", 0, 0, 0, 0, 0, 0, message)


def _manifest(folder: Path) -> list[dict[str, Any]]:
    """The last word of the manifest on each input; lines that are not JSON are left out."""
    path = folder / "manifest.jsonl"
    last: dict[str, dict[str, Any]] = {}
    if path.exists():
        for line in path.read_text(encoding="utf-8").splitlines():
            try:
                row = json.loads(line)
            except json.JSONDecodeError:
                continue
            last[str(row.get("input"))] = row
    return list(last.values())


def _of_plan(path: Path, row: dict[str, Any], token: str) -> Entry:
    data = json.loads(path.read_text(encoding="utf-8"))
    header = data["document"]
    items = [*data["goals"], *data["tasks"], *data["responsibilities"], *data["legal_bases"]]
    page = path.parent / "review.html"
    link = f"{quote(path.parent.name)}{'?token=' + token if token else '/review.html'}" if page.exists() else ""
    return Entry(
        name=data["source"]["file"],
        link=link,
        status=str(row.get("status", "ok")),
        number=header["number"] or "",
        title=header["title"] or "",
        issued_on=header["issued_on"] or "",
        pages=len(data["source"]["pages"]),
        goals=len(data["goals"]),
        tasks=len(data["tasks"]),
        responsibilities=len(data["responsibilities"]),
        doubtful=sum(1 for item in items if item["status"] == "doubtful"),
        findings=len(data["findings"]),
        error="",
    )
