"""The record as ``plan.json``: the same bytes for the same document, on every machine and every day."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from typing import Any

from pydantic_core import to_json

from pipeline.plan import Plan


def encode(plan: Plan) -> str:
    """The published text of a record: two spaces of indent, NFC, no escapes, final newline."""
    return encode_record(plan.model_dump(mode="json"))


def encode_record(record: Mapping[str, Any]) -> str:
    """The same for a record that is already JSON values (one that does not fit the schema)."""
    text = to_json(_ordered(record), indent=2, inf_nan_mode="null").decode("utf-8")
    return unicodedata.normalize("NFC", text) + "\n"


def _ordered(value: Any) -> Any:
    """Fields stay in the order of the models; the free keys of ``raw`` and of the header's evidence are sorted."""
    if isinstance(value, Mapping):
        return {
            key: dict(sorted(inner.items()))
            if key in ("raw", "evidence") and isinstance(inner, Mapping)
            else _ordered(inner)
            for key, inner in value.items()
        }
    if isinstance(value, list) and value and isinstance(value[0], Mapping):
        return [_ordered(part) for part in value]
    return value
