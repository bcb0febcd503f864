"""The record as flat tables: one row a goal, a task, a duty ...; what CSV, Parquet, SQL and workbooks are made of.

Every table has the column ``document`` (name of the output folder). Column names are those of the record; where SQL
keeps a word for itself another one is used ("partners" for ``with``, "in_group" for ``group``).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from pydantic import BaseModel

from pipeline import plan as models

ColumnType = Literal["text", "texts", "int", "number", "bool", "date", "json"]
Row = dict[str, Any]
Record = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Column:
    """``kind``: "texts" is a list of texts, "json" a text that holds JSON. ``says``: its meaning; "": the schema's."""

    name: str
    kind: ColumnType = "text"
    says: str = ""


@dataclass(frozen=True, slots=True)
class Shape:
    """A table: its name, what it holds, the model that its columns come from (None: none), its columns."""

    name: str
    says: str
    model: type[BaseModel] | None
    columns: tuple[Column, ...]

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
        )),
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
        )),
        Shape("tasks", "Work to do: one dash, letter or table row each.", models.Task, _columns(
            "id", "section", "text", "verb", "object", "lead:texts", "lead_ids:texts", "support:texts",
            "support_ids:texts", "deadline", *_DUE, "product",
            Column("quantities", "json", "Numbers with their units inside the task."), "cites:texts", _PAGE, _QUOTE,
            "status", "findings:texts", _RAW,
        )),
        Shape("responsibilities", "Duties given to agencies.", models.Responsibility, _columns(
            "id", "section", "agency", "agency_id", "role", "roles:texts", "text",
            Column("partners", "texts", "Bodies that it is to be done with, as written."), "partner_ids:texts",
            "deadline", *_DUE, _PAGE, _QUOTE, "status", "findings:texts", _RAW,
        )),
        Shape("legal_bases", "Other documents that a document cites by number.", models.LegalBasis, _columns(
            "id", "type", "number", "issued_on:date", "issuer", "issuer_id", "relation", _PAGE, _QUOTE, "status",
            "findings:texts",
        )),
        Shape("entities", "Bodies that a document names.", models.Entity, _columns(
            "id", "name", "kind", "level", "place", "written:texts", "valid_from:date", "valid_to:date", "successor",
        )),
        Shape("findings", "What the document contradicts in itself, for a person to judge.", models.Finding, _columns(
            "id", "code", "severity", "message_vi", "message_en", "items:texts", _PAGE, _QUOTE,
        )),
        Shape("sections", "The parts of the text in order.", models.Section, _columns(
            "id", "label", "path", "level:int", "title", "kind", "role", "parent", _PAGE, "span_start:int",
            "span_end:int",
        )),
        Shape("annexes", "Tables of the annexes.", models.Annex, _columns(
            "id", "label", "title", "n_rows:int", Column("headings", "texts", "Titles of the columns."), "pages:texts",
        )),
        Shape("annex_cells", "Cells of the annex tables.", models.AnnexCell, _columns(
            Column("annex", "text", "Id of the annex table."), "row:int", Column("col", "int", "0-based column."),
            Column("heading", "text", "Title of the column."), "text", _PAGE,
        )),
        Shape("evidence", "Every place that a value was read from.", models.Evidence, _columns(
            Column("kind", "text", "Table of the item."), Column("item", "text", "Id of the item."),
            Column("field", "text", "Field of the document header; null for other items."), "page:int",
            Column("x0", "number", "Left edge in points."), Column("top", "number", "Upper edge in points."),
            Column("x1", "number", "Right edge in points."), Column("bottom", "number", "Lower edge in points."),
            "span_start:int", "span_end:int", "quote", "source", "confidence:number",
        )),
    )
}  # fmt: skip
"""All tables by name."""
