"""The record as flat tables: one row a goal, a task, a duty ...; what CSV, Parquet, SQL and workbooks are made of.

Every table has the column ``document`` (name of the output folder). Column names are those of the record; where SQL
keeps a word for itself another one is used ("partners" for ``with``, "in_group" for ``group``).
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from pydantic import BaseModel

from pipeline import plan as models
from pipeline.lexicon.indicators import indicator_key, level_of

ColumnType = Literal["text", "texts", "int", "number", "bool", "date", "json"]
Row = dict[str, Any]
Record = Mapping[str, Any]

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


@dataclass(frozen=True, slots=True)
class Column:
    """``kind``: "texts" is a list of texts, "json" a text that holds JSON. ``says``: its meaning; "": the schema's."""

    name: str
    kind: ColumnType = "text"
    says: str = ""


@dataclass(frozen=True, slots=True)
class Shape:
    """``rows`` makes the rows of one record, given the record (JSON values) and the name of its output folder."""

    name: str
    says: str
    model: type[BaseModel] | None
    columns: tuple[Column, ...]
    rows: Callable[[Record, str], Iterable[Row]]

    def described(self) -> list[tuple[Column, str]]:
        """The columns with their meaning: said here, or else by the published schema."""
        fields = self.model.model_fields if self.model else {}
        return [(c, c.says or (fields[c.name].description or "" if c.name in fields else "")) for c in self.columns]


def _columns(*parts: str | Column) -> tuple[Column, ...]:
    """Columns in short: "name" is a text, "name:int" another kind."""
    made: list[Column] = [_DOCUMENT]
    for part in parts:
        if isinstance(part, Column):
            made.append(part)
        else:
            name, _, kind = part.partition(":")
            made.append(Column(name, kind or "text"))  # type: ignore[arg-type]  # a wrong kind fails in the first test
    return tuple(made)


_DOCUMENT = Column("document", "text", "Name of the output folder; joins all tables.")
_PAGE = Column("page", "int", "1-based page of the first place it was read from; null for text files.")
_QUOTE = Column("quote", "text", "The words it was read from, as they stand in text.txt.")
_RAW = Column("raw", "json", "The words as printed behind each normalised value.")


def years(text: str | None) -> tuple[int | None, int | None]:
    """First and last year named in "2023" or "2021-2025"; None where there is none."""
    found = [int(year) for year in _YEAR.findall(text or "")]
    return (found[0], found[-1]) if found else (None, None)


def day(text: str | None) -> date | None:
    """An ISO date; None for null and for what is no day of the calendar."""
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None


def _quote(item: Record) -> str | None:
    return item["evidence"][0]["quote"] if item["evidence"] else None


def _page(item: Record) -> int | None:
    return item["evidence"][0]["page"] if item["evidence"] else None


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def _same(item: Record, *names: str) -> Row:
    return {name: item[name] for name in names}


def _documents(record: Record, document: str) -> Iterator[Row]:
    head, source = record["document"], record["source"]
    signature, period = head["signature"] or {}, head["period"] or {}
    pages = source["pages"]
    yield {
        "document": document,
        **_same(source, "file", "sha256", "media_type"),
        **_same(head, "type", "type_name", "number", "place", "issuer", "parent_issuer", "title", "recipients"),
        "issued_on": day(head["issued_on"]),
        "year": (day(head["issued_on"]) or date.min).year if day(head["issued_on"]) else None,
        "level": level_of(head["issuer"]),
        "period_from": period.get("from"),
        "period_to": period.get("to"),
        "signed_for": signature.get("authority"),
        "signer_position": signature.get("position"),
        "signer": signature.get("name"),
        "pages": len(pages),
        "pages_ocr": sum(page["method"] == "ocr" for page in pages),
        "pages_unread": sum(page["error"] is not None for page in pages),
        "confidence": min((page["confidence"] for page in pages), default=None),
        **{f"n_{name}": len(record[name]) for name in ("goals", "tasks", "responsibilities", "findings")},
        "schema_version": record["schema_version"],
    }


def _goals(record: Record, document: str) -> Iterator[Row]:
    head = record["document"]
    level = level_of(head["issuer"])
    fallback = (head["period"] or {}).get("to") or years(head["issued_on"])[1]
    for goal in record["goals"]:
        baseline, annex = goal["baseline"] or {}, goal["annex"] or {}
        first, last = years(goal["period"])
        yield {
            "document": document,
            **_same(goal, "id", "name", "text", "unit", "comparator", "value", "max", "change", "period", "measured",
                    "section", "parent", "lead", "support", "in_body", "in_annex", "page", "status", "findings"),
            "key": indicator_key(goal["name"], goal["unit"], level),
            "period_from": first,
            "period_to": last,
            "year": last or fallback,
            "baseline": baseline.get("value"),
            "baseline_period": baseline.get("period"),
            "baseline_year": years(baseline.get("period"))[1],
            "in_group": goal["group"],
            "lead_ids": [one for one in goal["lead_ids"] if one],
            "annex_value": annex.get("value"),
            "annex_row": annex.get("row"),
            "quote": _quote(goal),
            "raw": _json(goal["raw"]),
        }  # fmt: skip


def _due(item: Record) -> Row:
    due = item["due"] or {}
    return {"due_from": day(due.get("from")), "due_to": day(due.get("to")), "recurrence": due.get("recurrence")}


def _tasks(record: Record, document: str) -> Iterator[Row]:
    for task in record["tasks"]:
        yield {
            "document": document,
            **_same(task, "id", "section", "text", "verb", "object", "lead", "support", "deadline", "product", "cites",
                    "page", "status", "findings"),
            "lead_ids": [one for one in task["lead_ids"] if one],
            "support_ids": [one for one in task["support_ids"] if one],
            **_due(task),
            "quantities": _json(task["quantities"]),
            "quote": _quote(task),
            "raw": _json(task["raw"]),
        }  # fmt: skip


def _responsibilities(record: Record, document: str) -> Iterator[Row]:
    for duty in record["responsibilities"]:
        yield {
            "document": document,
            **_same(duty, "id", "section", "agency", "agency_id", "role", "roles", "text", "deadline", "page", "status",
                    "findings"),
            "partners": duty["with"],
            "partner_ids": [one for one in duty["with_ids"] if one],
            **_due(duty),
            "quote": _quote(duty),
            "raw": _json(duty["raw"]),
        }  # fmt: skip


def _legal_bases(record: Record, document: str) -> Iterator[Row]:
    for basis in record["legal_bases"]:
        yield {
            "document": document,
            **_same(basis, "id", "type", "number", "issuer", "issuer_id", "relation", "status", "findings"),
            "issued_on": day(basis["issued_on"]),
            "page": _page(basis),
            "quote": _quote(basis),
        }


def _entities(record: Record, document: str) -> Iterator[Row]:
    for entity in record["entities"]:
        yield {
            "document": document,
            **_same(entity, "id", "name", "kind", "level", "place", "written", "successor"),
            "valid_from": day(entity["valid_from"]),
            "valid_to": day(entity["valid_to"]),
        }


def _findings(record: Record, document: str) -> Iterator[Row]:
    for finding in record["findings"]:
        yield {
            "document": document,
            **_same(finding, "id", "code", "severity", "items"),
            "message_vi": finding["message"]["vi"],
            "message_en": finding["message"]["en"],
            "page": _page(finding),
            "quote": _quote(finding),
        }


def _sections(record: Record, document: str) -> Iterator[Row]:
    for section in record["sections"]:
        start, end = section["span"]
        yield {
            "document": document,
            **_same(section, "id", "label", "path", "level", "title", "kind", "role", "parent"),
            "page": _page(section),
            "span_start": start,
            "span_end": end,
        }


def _annexes(record: Record, document: str) -> Iterator[Row]:
    for annex in record["annexes"]:
        yield {
            "document": document,
            **_same(annex, "id", "label", "title", "n_rows"),
            "headings": annex["columns"],
            "pages": [str(page) for page in annex["pages"]],
        }


def _annex_cells(record: Record, document: str) -> Iterator[Row]:
    for annex in record["annexes"]:
        for cell in annex["cells"]:
            at = cell["column"]
            yield {
                "document": document,
                "annex": annex["id"],
                "row": cell["row"],
                "col": at,
                "heading": annex["columns"][at] if at < len(annex["columns"]) else None,
                "text": cell["text"],
                "page": _page(cell),
            }


def _evidence(record: Record, document: str) -> Iterator[Row]:
    for field, places in record["document"]["evidence"].items():
        yield from _places(document, "document", "document", field, places)
    for kind in ("legal_bases", "goals", "tasks", "responsibilities", "findings"):
        for item in record[kind]:
            yield from _places(document, kind, item["id"], None, item["evidence"])


def _places(document: str, kind: str, item: str, field: str | None, places: Iterable[Record]) -> Iterator[Row]:
    for place in places:
        box = place["bbox"] or (None,) * 4
        yield {
            "document": document,
            "kind": kind,
            "item": item,
            "field": field,
            **_same(place, "page", "quote", "source", "confidence"),
            **dict(zip(("x0", "top", "x1", "bottom"), box, strict=True)),
            "span_start": place["span"][0],
            "span_end": place["span"][1],
        }


_DUE = (
    Column("due_from", "date", "First day of the deadline, as a date."),
    Column("due_to", "date", "Last day of the deadline, as a date."),
    Column("recurrence", "text", "continuous, yearly, half_yearly, quarterly, monthly, weekly, on_demand."),
)

TABLES: dict[str, Shape] = {
    table.name: table
    for table in (
        Shape("documents", "One row a document: letterhead, title, signature, counts.", models.DocumentHeader, _columns(
            "file", "sha256", "media_type", "type", "type_name", "number", "issued_on:date",
            Column("year", "int", "Year of issue."), "place", "issuer", "parent_issuer",
            Column("level", "text", "central, province, district or commune, by the name of the issuer."),
            "title", "period_from:int", "period_to:int", "signed_for", "signer_position", "signer",
            "recipients:texts", "pages:int", "pages_ocr:int", "pages_unread:int",
            Column("confidence", "number", "Of the page that was read worst."),
            "n_goals:int", "n_tasks:int", "n_responsibilities:int", "n_findings:int", "schema_version",
        ), _documents),
        Shape("goals", "Targets and objectives, body and annex merged.", models.Goal, _columns(
            "id", "name", Column("key", "text", "Stable key over years and places: folded name | unit | level."),
            "text", "unit", "comparator", "value:number", "max:number", "change", "period",
            "period_from:int", "period_to:int",
            Column("year", "int", "Last year of the period; else of the plan's period; else the year of issue."),
            Column("baseline", "number", "The value that the target starts from."),
            "baseline_period", "baseline_year:int", "measured:bool", "section",
            Column("in_group", "text", "Group heading that the indicator stands under."), "parent", "lead:texts",
            "lead_ids:texts", "support:texts", "in_body:bool", "in_annex:bool",
            Column("annex_value", "number", "What the annex says, where the body says it too."), "annex_row:int",
            _PAGE, _QUOTE, "status", "findings:texts", _RAW,
        ), _goals),
        Shape("tasks", "Work to do: one dash, letter or table row each.", models.Task, _columns(
            "id", "section", "text", "verb", "object", "lead:texts", "lead_ids:texts", "support:texts",
            "support_ids:texts", "deadline", *_DUE, "product",
            Column("quantities", "json", "Numbers with their units inside the task."), "cites:texts", _PAGE, _QUOTE,
            "status", "findings:texts", _RAW,
        ), _tasks),
        Shape("responsibilities", "Duties given to agencies.", models.Responsibility, _columns(
            "id", "section", "agency", "agency_id", "role", "roles:texts", "text",
            Column("partners", "texts", "Bodies that it is to be done with, as written."), "partner_ids:texts",
            "deadline", *_DUE, _PAGE, _QUOTE, "status", "findings:texts", _RAW,
        ), _responsibilities),
        Shape("legal_bases", "Other documents that a document cites by number.", models.LegalBasis, _columns(
            "id", "type", "number", "issued_on:date", "issuer", "issuer_id", "relation", _PAGE, _QUOTE, "status",
            "findings:texts",
        ), _legal_bases),
        Shape("entities", "Bodies that a document names.", models.Entity, _columns(
            "id", "name", "kind", "level", "place", "written:texts", "valid_from:date", "valid_to:date", "successor",
        ), _entities),
        Shape("findings", "What the document contradicts in itself, for a person to judge.", models.Finding, _columns(
            "id", "code", "severity", "message_vi", "message_en", "items:texts", _PAGE, _QUOTE,
        ), _findings),
        Shape("sections", "The parts of the text in order.", models.Section, _columns(
            "id", "label", "path", "level:int", "title", "kind", "role", "parent", _PAGE, "span_start:int",
            "span_end:int",
        ), _sections),
        Shape("annexes", "Tables of the annexes.", models.Annex, _columns(
            "id", "label", "title", "n_rows:int", Column("headings", "texts", "Titles of the columns."), "pages:texts",
        ), _annexes),
        Shape("annex_cells", "Cells of the annex tables.", models.AnnexCell, _columns(
            Column("annex", "text", "Id of the annex table."), "row:int", Column("col", "int", "0-based column."),
            Column("heading", "text", "Title of the column."), "text", _PAGE,
        ), _annex_cells),
        Shape("evidence", "Every place that a value was read from.", models.Evidence, _columns(
            Column("kind", "text", "Table of the item."), Column("item", "text", "Id of the item."),
            Column("field", "text", "Field of the document header; null for other items."), "page:int",
            Column("x0", "number", "Left edge in points."), Column("top", "number", "Upper edge in points."),
            Column("x1", "number", "Right edge in points."), Column("bottom", "number", "Lower edge in points."),
            "span_start:int", "span_end:int", "quote", "source", "confidence:number",
        ), _evidence),
    )
}  # fmt: skip
"""All tables by name."""


def flatten(record: Record, document: str) -> dict[str, list[Row]]:
    """All tables of one record (JSON values, as in plan.json)."""
    return {name: list(table.rows(record, document)) for name, table in TABLES.items()}
