"""One document as one self-contained HTML file: the pages beside the record, each value linked to its place."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import jinja2
from markupsafe import Markup

from pipeline.plan import Plan
from pipeline.review import wording
from pipeline.review.corrections import quote_of
from pipeline.review.images import PageImage


@dataclass(frozen=True, slots=True)
class Field:
    """One value of an item as the page shows it. ``shown`` is readable, ``json`` the exact value."""

    name: str
    shown: str
    json: str
    evidence: str


@dataclass(frozen=True, slots=True)
class Row:
    """One item of the record as the page shows it."""

    id: str
    group: str
    section: str
    quote: str
    status: str
    fields: tuple[Field, ...]
    evidence: str
    messages: tuple[tuple[str, str], ...]


def render(plan: Plan, text: str, images: Iterable[PageImage]) -> str:
    """The review page of one plan. ``text`` is the whole document text, ``images`` the pictures of its pages."""
    data = plan.model_dump(mode="json", by_alias=True)
    pictures = list(images)
    return environment().get_template("review.html.j2").render(
        plan=data,
        groups={name: rows(plan, data, name) for name in wording.SHOWN},
        findings=data["findings"],
        annexes=data["annexes"],
        sections=[s for s in data["sections"] if s["role"] == "heading" or s["role"] == "annex"],
        images=pictures,
        text=None if pictures else text,
        words=wording,
        script=Markup(resource("review.js")),
        style=Markup(resource("review.css")),
        state=Markup(_in_script({"sha256": plan.source.sha256, "file": plan.source.file})),
        sizes={p.page: (p.width, p.height) for p in plan.source.pages},
    )  # fmt: skip


def rows(plan: Plan, data: dict[str, Any], group: str) -> list[Row]:
    """The items of one group, doubtful ones first, otherwise in the order of the document."""
    messages = {f.id: (f.message.vi, f.message.en) for f in plan.findings}
    if group == "document":
        return [_header_row(data["document"], group)]
    found = [_row(item, group, messages) for item in data[group]]
    return sorted(found, key=lambda row: row.status != "doubtful")


def _header_row(header: dict[str, Any], group: str) -> Row:
    fields = tuple(
        Field(name, _shown(header[name]), _json(header[name]), _json(header["evidence"].get(name, [])))
        for name in wording.SHOWN[group]
    )
    return Row("document", group, "", "", "supported", fields, "[]", ())


def _row(item: dict[str, Any], group: str, messages: dict[str, tuple[str, str]]) -> Row:
    evidence = _json(item["evidence"])
    fields = tuple(Field(name, _shown(item[name]), _json(item[name]), evidence) for name in wording.SHOWN[group])
    speaking = tuple(messages[f] for f in item["findings"] if f in messages)
    return Row(item["id"], group, item.get("section", ""), quote_of(item), item["status"], fields, evidence, speaking)


def _shown(value: Any) -> str:
    """A value as a person reads it; Vietnamese decimal comma, parts of a record joined."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "✓" if value else "–"
    if isinstance(value, float):
        return str(value).replace(".", ",")
    if isinstance(value, list):
        return "; ".join(_shown(v) for v in value)
    if isinstance(value, dict):
        return " – ".join(_shown(v) for k, v in value.items() if v is not None and k != "raw")
    return str(value)


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def _in_script(value: Any) -> str:
    """JSON that cannot end the script element it stands in."""
    return json.dumps(value, ensure_ascii=False).replace("<", "\\u003c").replace("\u2028", "\\u2028")


def resource(name: str) -> str:
    """The text of a file in templates/."""
    return files("pipeline.review").joinpath("templates", name).read_text(encoding="utf-8")


@cache
def environment() -> jinja2.Environment:
    """Jinja2 with everything escaped."""
    return jinja2.Environment(
        loader=jinja2.PackageLoader("pipeline.review", "templates"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
