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
    source: Literal["text_layer", "ocr", "text"]
    confidence: float = Field(ge=0, le=1, description="How sure the reading is; 1 for text layers and text files.")


class Item(Record):
    """What every extracted item carries."""

    id: str = Field(description="Stable over re-runs of the same file.", examples=["task:II.2.1:3"])
    evidence: list[Evidence] = Field(default_factory=list)
    status: Literal["supported", "doubtful", "corrected"] = Field(
        default="supported", description='"corrected": a person has accepted or changed it (see corrections).'
    )
    findings: list[str] = Field(default_factory=list, description="Ids of the findings that speak of this item.")


class PageSource(Record):
    """How one page was read."""

    page: int
    span: Offsets = Field(description="The page's part [start, end) of text.txt.")
    method: Literal["text_layer", "ocr", "text"]
    reason: str = Field(description="Why this way of reading was chosen.")
    rotation: Literal[0, 90, 180, 270] = Field(description="Clockwise turn that made the page upright.")
    width: float | None = Field(description="Points.")
    height: float | None = Field(description="Points.")
    confidence: float = Field(ge=0, le=1)
    error: str | None = Field(default=None, description="Why the page could not be read, if so.")


class SourceFile(Record):
    """The file that the record was made from."""

    file: str
    sha256: str
    media_type: str
    pages: list[PageSource]


class Years(Record):
    """Years that the plan covers, both included."""

    from_: int | None = Field(alias="from")
    to: int | None


class Signature(Record):
    """The signature block (Decree 30/2020/NĐ-CP, annex I, II.7)."""

    authority: str | None = Field(description='"TM. ỦY BAN NHÂN DÂN": on whose behalf.')
    capacity: str | None = Field(description='"KT. CHỦ TỊCH": in whose place.')
    position: str | None
    name: str | None


class DocumentHeader(Record):
    """What the letterhead, title and closing block say. ``evidence`` and ``raw`` are keyed by field name."""

    type: str | None = Field(description="Symbol of the kind: KH, QĐ, NQ, CT, TB, BC, CTr ...", examples=["KH"])
    type_name: str | None = Field(description='The kind in words: "Kế hoạch".')
    number: str | None = Field(
        description='As printed, spaces closed up: "141/KH-UBND"; "/KH-UBND" where blank.',
        examples=["25/KH-UBND", "/KH-UBND"],
    )
    issued_on: str | None = Field(description="ISO date; null where day or month is blank.", examples=["2024-03-15"])
    place: str | None
    issuer: str | None
    parent_issuer: str | None = Field(description="Upper body of the left letterhead, where there are two.")
    title: str | None = Field(description="Trích yếu, on one line.")
    period: Years | None
    signature: Signature | None
    recipients: list[str]
    evidence: dict[str, list[Evidence]] = Field(default_factory=dict)
    raw: dict[str, str] = Field(default_factory=dict)


class LegalBasis(Item):
    """Another document that this one cites by number."""

    type: str | None
    number: str
    issued_on: str | None
    issuer: str | None
    issuer_id: str | None = None
    relation: Literal["implements", "based_on", "amends", "replaces", "mentions"] = "mentions"
    raw: dict[str, str] = Field(default_factory=dict)


class Section(Item):
    """A part of the text. The spans of all sections cover text.txt without gap or overlap, in order."""

    label: str | None = Field(description='As printed: "II", "2.1", "a"; null for unnumbered parts.')
    path: str = Field(description='Labels from the top: "II.2.1".', examples=["II.2.1"])
    level: int = Field(ge=0, description="1 for the top headings; 0 for letterhead, preamble, closing, annexes.")
    title: str
    kind: Literal["goals", "tasks", "organisation", "purpose", "situation", "resources", "other"] | None
    role: Literal["front", "heading", "closing", "annex"]
    parent: str | None = Field(description="Id of the enclosing section.")
    span: Offsets


class Baseline(Record):
    """The value that a target starts from."""

    value: Number
    period: str | None
    raw: str


class AnnexReading(Record):
    """What the annex says of an indicator that the body names too."""

    annex: str = Field(description="Id of the annex table.")
    row: int = Field(ge=0, description="0-based row of the annex table.")
    name: str
    unit: str | None
    value: Number | None
    max: Number | None = None
    period: str | None = None
    raw: str


class Goal(Item):
    """A target: one entry for each indicator, body and annex merged. ``value`` is null for qualitative objectives."""

    name: str
    text: str = Field(description="The whole sentence, dash or row that states it.")
    section: str = Field(description='Path of the section: "I.1", or the annex group.')
    measured: bool
    unit: str | None
    comparator: Literal["=", ">=", "<=", ">", "<", "~"] | None
    value: Number | None
    max: Number | None = Field(description="Upper end of a range.")
    change: Literal["up", "down", "from_to"] | None = Field(
        default=None, description='"up"/"down": the value is a change ("tăng thêm 2 %"), not a level.'
    )
    period: str | None = Field(description='"2023", "2021-2025".', examples=["2023", "2021-2025"])
    baseline: Baseline | None
    group: str | None = Field(default=None, description="Group heading that the indicator stands under.")
    parent: str | None = Field(default=None, description="Id of the indicator that this one is part of.")
    lead: list[str]
    lead_ids: list[str | None] = Field(default_factory=list)
    support: list[str]
    support_ids: list[str | None] = Field(default_factory=list)
    in_body: bool
    in_annex: bool
    annex: AnnexReading | None = None
    page: int | None
    raw: dict[str, str] = Field(default_factory=dict)


class Due(Record):
    """A deadline as dates (ISO)."""

    from_: str | None = Field(alias="from")
    to: str | None
    recurrence: Literal["continuous", "yearly", "half_yearly", "quarterly", "monthly", "weekly", "on_demand"] | None = (
        None
    )


class Quantity(Record):
    """A number with its unit inside a task."""

    value: Number
    max: Number | None = None
    unit: str | None
    raw: str


class Task(Item):
    """Work to do: one dash, letter or table row."""

    section: str = Field(description='Path of the section: "II.2.1".')
    section_id: str | None = None
    text: str
    verb: str | None = None
    object: str | None = None
    lead: list[str]
    lead_ids: list[str | None] = Field(default_factory=list)
    support: list[str]
    support_ids: list[str | None] = Field(default_factory=list)
    deadline: str | None = Field(description='As printed: "Quý II/2023".', examples=["Quý II/2023", "trước ngày 15/12"])
    due: Due | None = None
    product: str | None = None
    quantities: list[Quantity] = Field(default_factory=list)
    cites: list[str] = Field(default_factory=list, description="Ids of legal_bases.")
    page: int | None
    raw: dict[str, str] = Field(default_factory=dict)


class Responsibility(Item):
    """A duty given to an agency: one entry for each agency and each dash or sentence."""

    section: str
    section_id: str | None = None
    agency: str
    agency_id: str | None = None
    role: Literal["lead", "support", "advise", "monitor", "report", "implement"]
    roles: list[Literal["lead", "support", "advise", "monitor", "report", "implement"]] = Field(default_factory=list)
    text: str
    with_: list[str] = Field(alias="with")
    with_ids: list[str | None] = Field(default_factory=list)
    deadline: str | None
    due: Due | None = None
    page: int | None
    raw: dict[str, str] = Field(default_factory=dict)


class AnnexCell(Record):
    """One cell of an annex table."""

    row: int = Field(ge=0, description="0-based row below the header; -1 is not used: header cells are in columns.")
    column: int = Field(ge=0)
    text: str
    rowspan: int = Field(default=1, ge=1)
    colspan: int = Field(default=1, ge=1)
    evidence: list[Evidence]


class Annex(Item):
    """A table, parts on several pages merged, the repeated header left out."""

    label: str | None = Field(description='"Phụ lục I", where one is printed.')
    title: str | None
    pages: list[int]
    columns: list[str]
    n_rows: int
    rows: list[list[str]] = Field(description="Body rows without the header, each as long as columns.")
    cells: list[AnnexCell]


class Entity(Record):
    """A body or group of bodies that the document names."""

    id: str
    name: str = Field(description="Full name.")
    kind: Literal["agency", "group"]
    level: Literal["central", "province", "district", "commune", "other"] | None = None
    place: str | None = None
    written: list[str] = Field(description="All the ways it is written in the document, sorted.")
    valid_from: str | None = None
    valid_to: str | None = None
    successor: str | None = Field(default=None, description="Lexicon id of the body that took over.")


class Message(Record):
    """One sentence in two languages."""

    vi: str
    en: str


class Finding(Record):
    """Something in the document for a person to judge. Findings never change a value."""

    id: str
    code: str
    severity: Literal["error", "warning", "info"]
    message: Message
    items: list[str] = Field(default_factory=list, description="Ids of the items that it speaks of.")
    evidence: list[Evidence] = Field(default_factory=list)


class CorrectionRecord(Record):
    """What a person said of a value, beside what the machine had read."""

    item: str | None = Field(description='Id of the item; "document" for the header; null where none was found.')
    action: Literal["edit", "accept", "add", "delete"]
    field: str | None = Field(description="The field that was edited.")
    machine: JsonValue = Field(description="The value that the machine read.")
    person: JsonValue = Field(description="The value that the person gave.")
    state: Literal["applied", "already_right", "stale", "conflict", "refused"]
    by: str | None
    at: str | None = Field(description="When, as the corrections file says (ISO 8601).")
    reason: str | None = Field(default=None, description="Why it is stale, in conflict or refused.")


class Plan(Record):
    """One plan document as data."""

    schema_name: Literal["kehoach.plan"] = SCHEMA_NAME
    schema_version: str = SCHEMA_VERSION
    source: SourceFile
    document: DocumentHeader
    legal_bases: list[LegalBasis] = Field(default_factory=list)
    sections: list[Section] = Field(default_factory=list)
    goals: list[Goal] = Field(default_factory=list)
    tasks: list[Task] = Field(default_factory=list)
    responsibilities: list[Responsibility] = Field(default_factory=list)
    annexes: list[Annex] = Field(default_factory=list)
    entities: list[Entity] = Field(default_factory=list)
    findings: list[Finding] = Field(default_factory=list)
    corrections: list[CorrectionRecord] = Field(
        default_factory=list, description="What people mended in the review page, and what became of it."
    )
