"""A record that people have mended, as an annotation for ``kehoach eval``."""

from __future__ import annotations

from typing import Any

from pipeline.plan import Plan

_DOCUMENT = (
    "type", "number", "issued_on", "place", "issuer", "parent_issuer", "title", "period", "signature", "recipients",
)  # fmt: skip
_LISTS: dict[str, tuple[str, ...]] = {
    "legal_bases": ("type", "number", "issued_on", "issuer"),
    "sections": ("label", "level", "title", "kind"),
    "goals": (
        "name", "unit", "comparator", "value", "max", "period", "baseline", "lead", "support", "in_body", "in_annex",
        "page",
    ),
    "tasks": ("section", "text", "lead", "support", "deadline", "page"),
    "responsibilities": ("agency", "role", "text", "with", "deadline", "page"),
}  # fmt: skip


def as_gold(plan: Plan, folder: str = "docs") -> dict[str, Any]:
    """The annotation of one document; ``folder`` is where ``kehoach eval`` will find its file.

    Only measured goals and numbered headings are kept, as annotators do.
    """
    data = plan.model_dump(mode="json", by_alias=True)
    data["goals"] = [goal for goal in data["goals"] if goal["measured"]]
    data["sections"] = [section for section in data["sections"] if section["role"] == "heading" and section["label"]]
    lists = {name: [{key: item[key] for key in keys} for item in data[name]] for name, keys in _LISTS.items()}
    return {
        "file": f"{folder}/{plan.source.file}",
        "pages": len(plan.source.pages),
        "document": {key: data["document"][key] for key in _DOCUMENT},
        **lists,
        "tables": [
            {key: annex[key] for key in ("title", "pages", "columns", "n_rows", "rows")} for annex in data["annexes"]
        ],
    }
