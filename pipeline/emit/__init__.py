"""Plan -> files, one module a format."""

from __future__ import annotations

import unicodedata
from pathlib import Path

from pipeline.emit import json
from pipeline.emit.files import write_atomic
from pipeline.errors import SchemaError
from pipeline.plan import Plan

__all__ = ["PLAN", "TEXT", "folder", "write", "write_atomic", "write_invalid"]

PLAN = "plan.json"
TEXT = "text.txt"
INVALID = "plan.invalid.json"
PROBLEMS = "plan.invalid.txt"
# file systems end at 255 bytes for a name, and a letter takes up to four of them; the digits follow
_LONGEST_STEM = 80
_LONGEST_BYTES = 240


def folder(file: str, sha256: str) -> str:
    """Name of a document's output folder: ``<stem>-<first 8 digits of its SHA-256>``."""
    name = unicodedata.normalize("NFC", Path(file).stem)[:_LONGEST_STEM]
    plain = "".join(c if c.isprintable() and c not in "/\\" else "_" for c in name)
    # a letter that the limit cuts in two is dropped
    stem = plain.encode("utf-8", "replace")[:_LONGEST_BYTES].decode("utf-8", "ignore").strip() or "document"
    return f"{stem}-{sha256[:8]}"


def write(plan: Plan, text: str, outputs: Path) -> Path:
    """Write ``text.txt`` and ``plan.json`` of one document under ``outputs``; returns the document's folder.

    ``plan.json`` comes last, so that a folder that holds it is complete. Raises FileAccessError.
    """
    target = outputs / folder(plan.source.file, plan.source.sha256)
    write_atomic(target / TEXT, text)
    write_atomic(target / PLAN, json.encode(plan))
    for stale in (INVALID, PROBLEMS):
        (target / stale).unlink(missing_ok=True)
    return target


def write_invalid(error: SchemaError, file: str, sha256: str, outputs: Path) -> Path:
    """Write a record that does not fit the schema aside, with what does not fit; returns the document's folder.

    An older ``plan.json`` there is left as it is. Raises FileAccessError.
    """
    target = outputs / folder(file, sha256)
    write_atomic(target / INVALID, json.encode_record(error.record or {}))
    write_atomic(target / PROBLEMS, "".join(f"{line}\n" for line in error.problems or (error.message,)))
    return target
