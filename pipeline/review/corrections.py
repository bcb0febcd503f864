"""What people mend: a file of corrections, and how it is laid over a record made anew.

A correction names its item by the kind of item, the path of its section and the quote that it was read from, not by
position: it survives a re-run with better rules. Corrections never change the page or the text, only the record; the
machine's value stays in ``Plan.corrections`` beside the person's.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, JsonValue, ValidationError

from pipeline.errors import BadInputError, FileAccessError
from pipeline.plan import CorrectionRecord, Plan

ItemKind = Literal["document", "legal_bases", "goals", "tasks", "responsibilities", "annexes"]
State = Literal["applied", "already_right", "stale", "conflict", "refused"]
HEADER: ItemKind = "document"
_FIXED = (None, "id", "evidence", "status", "findings")
FILE_NAME = "corrections.json"


class Correction(BaseModel):
    """One line of a corrections file.

    ``action``: "edit" sets ``field`` to ``value``; "accept" says that the item is right as it is; "add" makes an item
    of ``value`` (an object); "delete" takes the item out. ``was`` is the machine's value that the person saw. ``by``
    and ``at`` (ISO 8601) say who and when.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    sha256: str
    kind: ItemKind
    section: str = ""
    quote: str = ""
    action: Literal["edit", "accept", "add", "delete"]
    field: str | None = None
    was: JsonValue = None
    value: JsonValue = None
    by: str | None = None
    at: str | None = None


class CorrectionsFile(BaseModel):
    """A whole corrections file, in the order in which the person worked."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    corrections: tuple[Correction, ...] = ()


def load(path: Path) -> tuple[Correction, ...]:
    """Read a corrections file.

    Raises FileAccessError if it cannot be read, BadInputError if it is not a corrections file.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise FileAccessError(f"{path.name} cannot be read: {error}.", "Check that the file is there.") from error
    try:
        return CorrectionsFile.model_validate_json(text).corrections
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise BadInputError(
            f"{path.name} is not a corrections file: {where}: {first['msg']}.",
            "Save it again from the review page, or mend that place.",
        ) from error


def dump(corrections: Iterable[Correction]) -> str:
    """The text of a corrections file; the same corrections give the same bytes."""
    rows = [c.model_dump(exclude_none=True) for c in corrections]
    return json.dumps({"corrections": rows}, ensure_ascii=False, indent=2) + "\n"


def apply(plan: Plan, corrections: Sequence[Correction]) -> Plan:
    """The plan with the corrections of its file laid over it, each reported in ``Plan.corrections``.

    Corrections of other files (another sha256) are left out. Where two speak of one value, the later one holds and
    is reported as a conflict. A correction that would break the record is refused, and the record stays whole.
    """
    data: dict[str, Any] = plan.model_dump(mode="json", by_alias=True)
    records: list[CorrectionRecord] = []
    changed: dict[tuple[str, str], JsonValue] = {}
    for correction in corrections:
        if correction.sha256 == plan.source.sha256:
            data, record = _one(data, correction, changed)
            records.append(record)
    data["corrections"] = [r.model_dump(mode="json") for r in records]
    return Plan.model_validate(data)


def undo(plan: Plan) -> Plan:
    """The plan as the machine made it: what its ``corrections`` say was changed is put back."""
    data: dict[str, Any] = plan.model_dump(mode="json", by_alias=True)
    for record in reversed(plan.corrections):
        if record.state in ("applied", "conflict"):
            _take_back(data, record)
    data["corrections"] = []
    return Plan.model_validate(data)


def _take_back(data: dict[str, Any], record: CorrectionRecord) -> None:
    if record.action == "delete" and isinstance(record.machine, dict):
        group = _group_of(record.machine)
        data[group] = sorted([*data[group], record.machine], key=_place)
        return
    if record.item == HEADER and record.field is not None:
        data["document"][record.field] = record.machine
        return
    for group in _EMPTY:
        for item in data[group]:
            if item["id"] != record.item:
                continue
            if record.action == "add":
                data[group].remove(item)
            else:
                item["status"] = "doubtful" if item["findings"] else "supported"
                if record.action == "edit" and record.field is not None:
                    item[record.field] = record.machine
            return


def _group_of(item: Mapping[str, Any]) -> str:
    """The list of the record that an item belongs to, told by the fields that only its kind has."""
    marks = (("goals", "comparator"), ("responsibilities", "agency"), ("legal_bases", "number"))
    return next((group for group, mark in marks if mark in item), "tasks")


def _place(item: Mapping[str, Any]) -> tuple[int, str]:
    evidence = item.get("evidence") or [{"span": [1 << 60, 0]}]
    return int(evidence[0]["span"][0]), str(item["id"])


def _one(
    data: dict[str, Any], correction: Correction, changed: dict[tuple[str, str], JsonValue]
) -> tuple[dict[str, Any], CorrectionRecord]:
    """Lay one correction over the record; the record comes back unchanged where it does not fit."""
    found = _find(data, correction)
    if found is None and correction.action != "add":
        return data, _record(correction, None, "stale", "nothing in the document is read from this place any more")
    if found is not None and correction.action == "add":
        return data, _record(correction, found, "already_right", None)
    if correction.action == "edit" and (correction.field in _FIXED or correction.field not in (found or {})):
        return data, _record(correction, found, "refused", f"there is no field {correction.field!r} to edit")
    trial: dict[str, Any] = json.loads(json.dumps(data))
    item = _new_item(trial, correction) if found is None else _find(trial, correction)
    assert item is not None  # found again in the copy, or just made
    state, reason, machine = _change(trial, item, correction, changed)
    try:
        Plan.model_validate(trial)
    except ValidationError as error:
        return data, _record(correction, found, "refused", error.errors()[0]["msg"], machine)
    return trial, _record(correction, item, state, reason, machine)


def _change(
    data: dict[str, Any], item: dict[str, Any], correction: Correction, changed: dict[tuple[str, str], JsonValue]
) -> tuple[State, str | None, JsonValue]:
    """Do what the correction says to ``item`` of ``data``; returns state, reason and the machine's value."""
    if correction.action != "delete" and ("status" in item or correction.action == "add"):
        item["status"] = "corrected"
    if correction.action == "add":
        data[correction.kind].append(item)
    elif correction.action == "delete":
        data[correction.kind].remove(item)
        return "applied", None, item
    elif correction.action == "edit" and correction.field is not None:
        machine: JsonValue = item[correction.field]
        expected = changed.get((_id(item), correction.field), correction.was)
        item[correction.field] = correction.value
        changed[_id(item), correction.field] = correction.value
        return *_state_of_edit(correction, machine, expected), machine
    return "applied", None, None


def _state_of_edit(correction: Correction, machine: JsonValue, expected: JsonValue) -> tuple[State, str | None]:
    if machine == correction.value:
        return "already_right", None
    if machine != expected or machine != correction.was:
        return "conflict", "the value has changed since the person saw it; the person's value is kept"
    return "applied", None


def _record(
    correction: Correction, item: Mapping[str, Any] | None, state: State, reason: str | None, machine: JsonValue = None
) -> CorrectionRecord:
    return CorrectionRecord(
        item=None if item is None else _id(item),
        action=correction.action,
        field=correction.field,
        machine=machine,
        person=correction.value,
        state=state,
        by=correction.by,
        at=correction.at,
        reason=reason,
    )


def _id(item: Mapping[str, Any]) -> str:
    return str(item.get("id", HEADER))


def _find(data: dict[str, Any], correction: Correction) -> dict[str, Any] | None:
    """The item a correction speaks of: the same quote and section, else the only item with the same quote."""
    if correction.kind == HEADER:
        header: dict[str, Any] = data["document"]
        return header
    quoted = [item for item in data[correction.kind] if quote_of(item) == _plain(correction.quote)]
    here = [item for item in quoted if item.get("section", "") == correction.section]
    if here:
        return _by_old_value(here, correction)
    return quoted[0] if len(quoted) == 1 else None


def _by_old_value(items: list[dict[str, Any]], correction: Correction) -> dict[str, Any]:
    """Of several items read from one sentence, the one that still holds the value that the person saw."""
    if correction.field is not None:
        for item in items:
            if item.get(correction.field) == correction.was:
                return item
    return items[0]


def quote_of(item: Mapping[str, Any]) -> str:
    """The words that identify an item: its whole text, or the quotes of its evidence, white space evened out."""
    text = item.get("text") or " ".join(e["quote"] for e in item.get("evidence", ()))
    return _plain(str(text))


def _plain(text: str) -> str:
    return " ".join(text.split())


_EMPTY: dict[str, dict[str, Any]] = {
    "goals": {
        "name": "", "text": "", "measured": True, "unit": None, "comparator": None, "value": None, "max": None,
        "period": None, "baseline": None, "lead": [], "support": [], "in_body": True, "in_annex": False, "page": None,
    },
    "tasks": {"text": "", "lead": [], "support": [], "deadline": None, "page": None},
    "responsibilities": {"agency": "", "role": "implement", "text": "", "with": [], "deadline": None, "page": None},
    "legal_bases": {"type": None, "number": "", "issued_on": None, "issuer": None},
}  # fmt: skip


def _new_item(data: dict[str, Any], correction: Correction) -> dict[str, Any]:
    item: dict[str, Any] = dict(_EMPTY.get(correction.kind, {}))
    if correction.kind != "legal_bases":
        item["section"] = correction.section
        item["text"] = correction.quote
    item.update(correction.value if isinstance(correction.value, dict) else {})
    order = 1 + sum(1 for other in data[correction.kind] if str(other["id"]).startswith("added:"))
    item["id"] = f"added:{correction.kind}:{order}"
    return item
