"""The view of the manifest: every file that a batch was given, what became of it and why."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from pipeline.emit.tables import Column, Record, Row, Shape

MANIFEST = "manifest.jsonl"


def _row(name: str, record: Record) -> Row:
    error = record.get("error") or {}
    return {
        "input": name,
        "document": record.get("output"),
        "error_code": error.get("code"),
        "error": error.get("message"),
        "peak_memory": (record.get("peak_memory") or 0) / 1e6 or None,
        **{key: record.get(key) for key in ("status", "sha256", "pages", "unread_pages", "seconds", "attempts",
                                                "duplicate_of")},
    }  # fmt: skip


TABLE = Shape(
    "inputs",
    "Every file that a batch was given (manifest.jsonl), failures included.",
    None,
    (
        Column("input", "text", "The file as it was named or found."),
        Column("document", "text", "Name of the output folder; null where there is none."),
        Column("status", "text", "ok, partial (some pages could not be read), failed, skipped (a duplicate)."),
        Column("error_code", "text", "Short name of what went wrong."),
        Column("error", "text", "What went wrong."),
        Column("duplicate_of", "text", "The input with the same bytes that was converted instead."),
        Column("sha256", "text", "Of the file's bytes."),
        Column("pages", "int", "Pages of the document."),
        Column("unread_pages", "int", "Pages that could not be read."),
        Column("seconds", "number", "Time that it took."),
        Column("peak_memory", "number", "Largest memory of the worker, in megabytes."),
        Column("attempts", "int", "2 where a worker died and it was tried again."),
    ),
)


def rows(outputs: Path) -> list[Row]:
    """The rows of the view, by input; none where there is no manifest. Lines that are torn are left out."""
    path = outputs / MANIFEST
    last: dict[str, dict[str, Any]] = {}
    for line in path.read_bytes().splitlines() if path.exists() else []:
        try:
            found = json.loads(line)
            name = str(found["input"]).encode("utf-8", "backslashreplace").decode("utf-8")
        except (ValueError, KeyError, TypeError):
            continue
        last[name] = found
    return [_row(name, last[name]) for name in sorted(last)]
