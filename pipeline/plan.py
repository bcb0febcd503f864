"""The published record (``plan.json``): pydantic models from which schemas/plan.schema.json is generated.

Field names follow the words of the genre. A value that the document does not state is null. Every item carries
the places that it was read from (``evidence``) and, beside every normalised value, the words as printed (``raw``).
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, JsonValue

SCHEMA_NAME: Literal["kehoach.plan"] = "kehoach.plan"
SCHEMA_VERSION = "1.0.0"

Number = int | float
Offsets = Annotated[list[int], Field(min_length=2, max_length=2)]


class Record(BaseModel):
    """Base of all published types: frozen, no unknown fields."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        populate_by_name=True,
        serialize_by_alias=True,
        # a published record says null or []: no field is ever left out
        json_schema_serialization_defaults_required=True,
    )


class Evidence(Record):
    """A place in the document that a value was read from."""

    page: int | None = Field(description="1-based page; null for text files, which have no pages.")
    bbox: Annotated[list[float], Field(min_length=4, max_length=4)] | None = Field(
        description="[x0, top, x1, bottom] in points from the top left of the upright page; null for text files."
    )
    span: Offsets = Field(description="[start, end) into text.txt, in characters.")
    quote: str = Field(description="Exactly the text of the span.")
    source: Literal["text_layer", "ocr", "text"] = Field(
        description="How the place was read: text layer of a PDF, OCR, or a text or Word file."
    )
    confidence: float = Field(ge=0, le=1, description="How sure the reading is; 1 for text layers and text files.")


class Item(Record):
    """What every extracted item carries."""

    id: str = Field(description="Stable over re-runs of the same file.", examples=["task:II.2.1:3"])
    evidence: list[Evidence] = Field(
        default_factory=list, description="The places that the item was read from, the most telling one first."
    )
    status: Literal["supported", "doubtful", "corrected"] = Field(
        default="supported", description='"corrected": a person has accepted or changed it (see corrections).'
    )
    findings: list[str] = Field(default_factory=list, description="Ids of the findings that speak of this item.")


class PageSource(Record):
    """How one page was read."""

    page: int = Field(description="1-based.")
    span: Offsets = Field(description="The page's part [start, end) of text.txt.")
    method: Literal["text_layer", "ocr", "text"] = Field(
        description="How the page was read: its text layer, OCR, or as text."
    )
    reason: str = Field(description="Why this way of reading was chosen.")
    rotation: Literal[0, 90, 180, 270] = Field(description="Clockwise turn that made the page upright.")
    width: float | None = Field(description="Points.")
    height: float | None = Field(description="Points.")
    confidence: float = Field(
        ge=0, le=1, description="How sure the reading of the page is; 1 for text layers and text files."
    )
    error: str | None = Field(default=None, description="Why the page could not be read, if so.")


class SourceFile(Record):
    """The file that the record was made from."""

    file: str = Field(description="Name of the file, without its folder.")
    sha256: str = Field(description="Of the bytes of the file, in hexadecimal.")
    media_type: str = Field(description='"application/pdf", "text/plain" ...')
    pages: list[PageSource] = Field(description="How each page was read, in order; a text file is one page.")


class Years(Record):
    """Years that the plan covers, both included."""

    from_: int | None = Field(alias="from", description="First year.")
    to: int | None = Field(description="Last year.")


class Signature(Record):
    """The signature block (Decree 30/2020/NĐ-CP, annex I, II.7)."""

    authority: str | None = Field(description='"TM. ỦY BAN NHÂN DÂN": on whose behalf.')
    capacity: str | None = Field(description='"KT. CHỦ TỊCH": in whose place.')
    position: str | None = Field(description='Office of the signer: "PHÓ CHỦ TỊCH".')
    name: str | None = Field(description="Name of the signer.")


class DocumentHeader(Record):
    """What the letterhead, title and closing block say. ``evidence`` and ``raw`` are keyed by field name."""

    type: str | None = Field(description="Symbol of the kind: KH, QĐ, NQ, CT, TB, BC, CTr ...", examples=["KH"])
    type_name: str | None = Field(description='The kind in words: "Kế hoạch".')
    number: str | None = Field(
        description='As printed, spaces closed up: "141/KH-UBND"; "/KH-UBND" where blank.',
        examples=["25/KH-UBND", "/KH-UBND"],
    )
    issued_on: str | None = Field(description="ISO date; null where day or month is blank.", examples=["2024-03-15"])
    place: str | None = Field(description="Place named beside the date.")
    issuer: str | None = Field(description="Body that issued the document, as printed.")
    parent_issuer: str | None = Field(description="Upper body of the left letterhead, where there are two.")
    title: str | None = Field(description="Trích yếu, on one line.")
    period: Years | None = Field(description="Years that the plan covers, where title or text say so.")
    signature: Signature | None = Field(description="The signature block; null where there is none.")
    recipients: list[str] = Field(description="Bodies and people of “Nơi nhận”, as printed.")
    evidence: dict[str, list[Evidence]] = Field(default_factory=dict, description="Places by field name.")
    raw: dict[str, str] = Field(
        default_factory=dict, description="Words as printed by field name, where the value differs from them."
    )


class LegalBasis(Item):
    """Another document that this one cites by number."""

    type: str | None = Field(description='Kind of the document cited: "Nghị quyết", "Quyết định" ...')
    number: str = Field(description="Its number and symbol.")
    issued_on: str | None = Field(description="ISO date; null where none is given.")
    issuer: str | None = Field(description="Body that issued it, as written.")
    issuer_id: str | None = Field(default=None, description="Id of the entity.")
    relation: Literal["implements", "based_on", "amends", "replaces", "mentions"] = Field(
        default="mentions", description="What this document does with it."
    )
    raw: dict[str, str] = Field(default_factory=dict, description="Words as printed by field name.")


class Section(Item):
    """A part of the text. The spans of all sections cover text.txt without gap or overlap, in order."""

    label: str | None = Field(description='As printed: "II", "2.1", "a"; null for unnumbered parts.')
    path: str = Field(description='Labels from the top: "II.2.1".', examples=["II.2.1"])
    level: int = Field(ge=0, description="1 for the top headings; 0 for letterhead, preamble, closing, annexes.")
    title: str = Field(description="Words of the heading; empty for parts without one.")
    kind: Literal["goals", "tasks", "organisation", "purpose", "situation", "resources", "other"] | None = Field(
        description="What the part is about, by its title; null where that cannot be told."
    )
    role: Literal["front", "heading", "closing", "annex"] = Field(
        description="Front matter, a headed part, the closing block, or an annex."
    )
    parent: str | None = Field(description="Id of the enclosing section.")
    span: Offsets = Field(description="[start, end) into text.txt.")


class Baseline(Record):
    """The value that a target starts from."""

    value: Number = Field(description="The number.")
    period: str | None = Field(description='The year or years it is of: "2023".')
    raw: str = Field(description="As printed.")


class AnnexReading(Record):
    """What the annex says of an indicator that the body names too."""

    annex: str = Field(description="Id of the annex table.")
    row: int = Field(ge=0, description="0-based row of the annex table.")
    name: str = Field(description="Name of the indicator in the annex.")
    unit: str | None = Field(description="Unit in the annex.")
    value: Number | None = Field(description="Number in the annex.")
    max: Number | None = Field(default=None, description="Upper end of a range.")
    period: str | None = Field(default=None, description="Period in the annex.")
    raw: str = Field(description="The cell as printed.")


class Goal(Item):
    """A target: one entry for each indicator, body and annex merged. ``value`` is null for qualitative objectives."""

    name: str = Field(description="Name of the indicator or objective, without value and verb.")
    text: str = Field(description="The whole sentence, dash or row that states it.")
    section: str = Field(description='Path of the section: "I.1", or the annex group.')
    measured: bool = Field(description="True for a target with a number.")
    unit: str | None = Field(description='Unit of measure as written: "%", "người", "xã".')
    comparator: Literal["=", ">=", "<=", ">", "<", "~"] | None = Field(
        description='">=" for "ít nhất", "trên"; "~" for "khoảng"; null where there is no number.'
    )
    value: Number | None = Field(description="The target.")
    max: Number | None = Field(description="Upper end of a range.")
    change: Literal["up", "down", "from_to"] | None = Field(
        default=None, description='"up"/"down": the value is a change ("tăng thêm 2 %"), not a level.'
    )
    period: str | None = Field(description='"2023", "2021-2025".', examples=["2023", "2021-2025"])
    baseline: Baseline | None = Field(description="The value that the target starts from, where the document names it.")
    group: str | None = Field(default=None, description="Group heading that the indicator stands under.")
    parent: str | None = Field(default=None, description="Id of the indicator that this one is part of.")
    lead: list[str] = Field(description="Bodies that lead, as written.")
    lead_ids: list[str | None] = Field(
        default_factory=list, description="Ids of their entities, in the same order; null where there is none."
    )
    support: list[str] = Field(description="Bodies that take part, as written.")
    support_ids: list[str | None] = Field(default_factory=list, description="Ids of their entities.")
    in_body: bool = Field(description="Stated in the text.")
    in_annex: bool = Field(description="Stated in an annex table.")
    annex: AnnexReading | None = Field(
        default=None, description="What the annex says, where body and annex both name the indicator."
    )
    page: int | None = Field(description="1-based page; null for text files.")
    raw: dict[str, str] = Field(default_factory=dict, description="Words as printed by field name.")


class Due(Record):
    """A deadline as dates (ISO)."""

    from_: str | None = Field(alias="from", description="First day (ISO); null where open.")
    to: str | None = Field(description="Last day (ISO); null where open.")
    recurrence: Literal["continuous", "yearly", "half_yearly", "quarterly", "monthly", "weekly", "on_demand"] | None = (
        Field(default=None, description="How often, for work that comes again.")
    )


class Quantity(Record):
    """A number with its unit inside a task."""

    value: Number = Field(description="The number.")
    max: Number | None = Field(default=None, description="Upper end of a range.")
    unit: str | None = Field(description="Unit as written.")
    raw: str = Field(description="As printed.")


class Task(Item):
    """Work to do: one dash, letter or table row."""

    section: str = Field(description='Path of the section: "II.2.1".')
    section_id: str | None = Field(default=None, description="Id of the section.")
    text: str = Field(description="The work, as written.")
    verb: str | None = Field(default=None, description='What is to be done: "xây dựng".')
    object: str | None = Field(default=None, description="What it is to be done to.")
    lead: list[str] = Field(description="Bodies that lead, as written.")
    lead_ids: list[str | None] = Field(
        default_factory=list, description="Ids of their entities, in the same order; null where there is none."
    )
    support: list[str] = Field(description="Bodies that take part, as written.")
    support_ids: list[str | None] = Field(default_factory=list, description="Ids of their entities.")
    deadline: str | None = Field(description='As printed: "Quý II/2023".', examples=["Quý II/2023", "trước ngày 15/12"])
    due: Due | None = Field(default=None, description="The deadline as dates.")
    product: str | None = Field(default=None, description="What is to come out of it, as written.")
    quantities: list[Quantity] = Field(default_factory=list, description="Numbers with their units inside the task.")
    cites: list[str] = Field(default_factory=list, description="Ids of legal_bases.")
    page: int | None = Field(description="1-based page; null for text files.")
    raw: dict[str, str] = Field(default_factory=dict, description="Words as printed by field name.")


class Responsibility(Item):
    """A duty given to an agency: one entry for each agency and each dash or sentence."""

    section: str = Field(description='Path of the section: "III.1".')
    section_id: str | None = Field(default=None, description="Id of the section.")
    agency: str = Field(description="Body that has the duty, as written.")
    agency_id: str | None = Field(default=None, description="Id of its entity.")
    role: Literal["lead", "support", "advise", "monitor", "report", "implement"] = Field(
        description="Its main part in the work."
    )
    roles: list[Literal["lead", "support", "advise", "monitor", "report", "implement"]] = Field(
        default_factory=list, description="All its parts."
    )
    text: str = Field(description="The duty, as written.")
    with_: list[str] = Field(alias="with", description="Bodies that it is to be done with, as written.")
    with_ids: list[str | None] = Field(default_factory=list, description="Ids of their entities.")
    deadline: str | None = Field(description="As printed.")
    due: Due | None = Field(default=None, description="The deadline as dates.")
    page: int | None = Field(description="1-based page; null for text files.")
    raw: dict[str, str] = Field(default_factory=dict, description="Words as printed by field name.")


class AnnexCell(Record):
    """One cell of an annex table."""

    row: int = Field(ge=0, description="0-based row below the header; -1 is not used: header cells are in columns.")
    column: int = Field(ge=0, description="0-based column.")
    text: str = Field(description="Words of the cell, on one line.")
    rowspan: int = Field(default=1, ge=1, description="Rows that the cell covers.")
    colspan: int = Field(default=1, ge=1, description="Columns that the cell covers.")
    evidence: list[Evidence] = Field(description="Where the cell stands.")


class Annex(Item):
    """A table, parts on several pages merged, the repeated header left out."""

    label: str | None = Field(description='"Phụ lục I", where one is printed.')
    title: str | None = Field(description="Title of the table.")
    pages: list[int] = Field(description="1-based pages that it stands on.")
    columns: list[str] = Field(description="Titles of the columns; the words of headings above one another are joined.")
    n_rows: int = Field(description="Number of body rows.")
    rows: list[list[str]] = Field(description="Body rows without the header, each as long as columns.")
    cells: list[AnnexCell] = Field(description="The body cells with their places.")


class Entity(Record):
    """A body or group of bodies that the document names."""

    id: str = Field(description="Id of the body: that of the lexicon where it is known there, else made from its name.")
    name: str = Field(description="Full name.")
    kind: Literal["agency", "group"] = Field(description="A body, or a group of bodies (“các sở, ngành”).")
    level: Literal["central", "province", "district", "commune", "other"] | None = Field(
        default=None, description="Level of government; null where it cannot be told."
    )
    place: str | None = Field(
        default=None, description="Province, district or commune that it belongs to, where named."
    )
    written: list[str] = Field(description="All the ways it is written in the document, sorted.")
    valid_from: str | None = Field(
        default=None, description="First day (ISO) that the body existed, where the lexicon knows it."
    )
    valid_to: str | None = Field(default=None, description="Last day (ISO) that it existed.")
    successor: str | None = Field(default=None, description="Lexicon id of the body that took over.")


class Message(Record):
    """One sentence in two languages."""

    vi: str = Field(description="In Vietnamese.")
    en: str = Field(description="In English.")


class Finding(Record):
    """Something in the document for a person to judge. Findings never change a value."""

    id: str = Field(description="Stable over re-runs of the same file.")
    code: str = Field(description="Name of the rule (docs/findings.md).")
    severity: Literal["error", "warning", "info"] = Field(
        description='"error": two statements cannot both be right; "warning": probably a slip; "info": worth knowing.'
    )
    message: Message = Field(description="What a person should look at.")
    items: list[str] = Field(default_factory=list, description="Ids of the items that it speaks of.")
    evidence: list[Evidence] = Field(default_factory=list, description="The places of all its sides.")


class CorrectionRecord(Record):
    """What a person said of a value, beside what the machine had read."""

    item: str | None = Field(description='Id of the item; "document" for the header; null where none was found.')
    action: Literal["edit", "accept", "add", "delete"] = Field(description="What the person did.")
    field: str | None = Field(description="The field that was edited.")
    machine: JsonValue = Field(description="The value that the machine read.")
    person: JsonValue = Field(description="The value that the person gave.")
    state: Literal["applied", "already_right", "stale", "conflict", "refused"] = Field(description="What became of it.")
    by: str | None = Field(description="Who, as the corrections file says.")
    at: str | None = Field(description="When, as the corrections file says (ISO 8601).")
    reason: str | None = Field(default=None, description="Why it is stale, in conflict or refused.")


class Plan(Record):
    """One plan document as data."""

    schema_name: Literal["kehoach.plan"] = Field(default=SCHEMA_NAME, description="Always kehoach.plan.")
    schema_version: str = Field(
        default=SCHEMA_VERSION,
        description="Version of the schema that the record was written with (semantic versioning).",
    )
    source: SourceFile = Field(description="The file and how its pages were read.")
    document: DocumentHeader = Field(description="What letterhead, title and closing block say.")
    legal_bases: list[LegalBasis] = Field(default_factory=list, description="Documents that it cites.")
    sections: list[Section] = Field(default_factory=list, description="The parts of the text, which cover it whole.")
    goals: list[Goal] = Field(default_factory=list, description="Targets and objectives.")
    tasks: list[Task] = Field(default_factory=list, description="Work to do.")
    responsibilities: list[Responsibility] = Field(default_factory=list, description="Duties of agencies.")
    annexes: list[Annex] = Field(default_factory=list, description="Tables of the annexes.")
    entities: list[Entity] = Field(default_factory=list, description="Bodies that the document names.")
    findings: list[Finding] = Field(default_factory=list, description="What a person should look at.")
    corrections: list[CorrectionRecord] = Field(
        default_factory=list, description="What people mended in the review page, and what became of it."
    )
