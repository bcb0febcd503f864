"""The record as flat tables: one row a goal, a task, a duty ...; what CSV, Parquet, SQL and workbooks are made of.

Every table has the column ``document`` (name of the output folder). Column names are those of the record; where SQL
keeps a word for itself another one is used ("partners" for ``with``, "in_group" for ``group``).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

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
        """The columns with their meaning: said here, or else by the published schema with the values that it allows."""
        fields = self.model.model_fields if self.model else {}
        return [(c, c.says or (_meaning(fields[c.name]) if c.name in fields else "")) for c in self.columns]


def _meaning(field: FieldInfo) -> str:
    said, values = field.description or "", [value for value in _values(field.annotation) if isinstance(value, str)]
    return f"{said} One of: {', '.join(values)}." if values else said


def _values(annotation: object) -> Iterator[object]:
    """The values of all Literals in a type."""
    for part in get_args(annotation):
        if get_origin(annotation) is Literal:
            yield part
        else:
            yield from _values(part)


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


_SPAN = (
    Column("span_start", "int", "First character in text.txt, from 0."),
    Column("span_end", "int", "The character behind the last."),
)
_DUE = (
    Column("due_from", "date", "First day of the deadline, as a date."),
    Column("due_to", "date", "Last day of the deadline, as a date."),
    Column("recurrence", "text", "continuous, yearly, half_yearly, quarterly, monthly, weekly, on_demand."),
)

TABLES: dict[str, Shape] = {
    table.name: table
    for table in (
        Shape("documents", "One row a document: letterhead, title, signature, counts.", models.DocumentHeader, _columns(
            Column("file", "text", "Name of the file, without its folder."),
            Column("sha256", "text", "Of the file's bytes."),
            Column("media_type", "text", '"application/pdf", "text/plain" ...'),
            "type", "type_name", "number", "issued_on:date",
            Column("year", "int", "Year of issue."), "place", "issuer", "parent_issuer",
            Column("level", "text", "central, province, district or commune, by the name of the issuer."),
            "title", Column("period_from", "int", "First year that the plan covers."),
            Column("period_to", "int", "Last year that the plan covers."),
            Column("signed_for", "text", 'On whose behalf it is signed: "TM. ỦY BAN NHÂN DÂN".'),
            Column("signer_position", "text", "Office of the signer."), Column("signer", "text", "Name of the signer."),
            "recipients:texts", Column("pages", "int", "Number of pages."),
            Column("pages_ocr", "int", "Pages that were read by OCR."),
            Column("pages_unread", "int", "Pages that could not be read."),
            Column("confidence", "number", "Of the page that was read worst."),
            Column("n_goals", "int", "Number of rows in goals."), Column("n_tasks", "int", "Number of rows in tasks."),
            Column("n_responsibilities", "int", "Number of rows in responsibilities."),
            Column("n_findings", "int", "Number of rows in findings."),
            Column("schema_version", "text", "Version of the schema of its plan.json."),
        )),
        Shape("goals", "Targets and objectives, body and annex merged.", models.Goal, _columns(
            "id", "name", Column("key", "text", "Stable key over years and places: folded name | unit | level."),
            "text", "unit", "comparator", "value:number", "max:number", "change", "period",
            Column("period_from", "int", "First year of the period."),
            Column("period_to", "int", "Last year of the period."),
            Column("year", "int", "Last year of the period; else of the plan's period; else the year of issue."),
            Column("baseline", "number", "The value that the target starts from."),
            Column("baseline_period", "text", "The year or years that the baseline is of."),
            Column("baseline_year", "int", "Its last year."), "measured:bool", "section",
            Column("in_group", "text", "Group heading that the indicator stands under."), "parent", "lead:texts",
            "lead_ids:texts", "support:texts", "in_body:bool", "in_annex:bool",
            Column("annex_value", "number", "What the annex says, where the body says it too."),
            Column("annex_row", "int", "0-based row of the annex table."),
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
            Column("partners", "texts", "Bodies that it is to be done with, as written."),
            Column("partner_ids", "texts", "Ids of their entities."),
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
            "id", "code", "severity",
            Column("message_vi", "text", "What it says, in Vietnamese."),
            Column("message_en", "text", "In English."), "items:texts", _PAGE, _QUOTE,
        )),
        Shape("sections", "The parts of the text in order.", models.Section, _columns(
            "id", "label", "path", "level:int", "title", "kind", "role", "parent", _PAGE, *_SPAN,
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
            *_SPAN, "quote", "source", "confidence:number",
        )),
    )
}  # fmt: skip
"""All tables by name."""
