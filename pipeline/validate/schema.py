"""The published JSON Schemas (Draft 2020-12): generated from the pydantic models, committed in schemas/, and what
every output is held against."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jsonschema_rs
from pydantic import BaseModel

from pipeline.errors import SchemaError, UsageError
from pipeline.plan import SCHEMA_VERSION, Plan

if TYPE_CHECKING:
    from jsonschema import Draft202012Validator

DRAFT = "https://json-schema.org/draft/2020-12/schema"
MODELS: dict[str, type[BaseModel]] = {"plan": Plan}
# how many misfits an error message names
_SHOWN = 20


def folder() -> Path:
    """Where the committed schemas lie: inside an installed package (a wheel puts them there), else beside it."""
    package = Path(__file__).resolve().parent.parent
    inside = package / "schemas"
    return inside if inside.is_dir() else package.parent / "schemas"


def committed(name: str = "plan") -> Path:
    """The file of one schema; raises UsageError for a name that is not published."""
    _model(name)
    return folder() / f"{name}.schema.json"


def released() -> dict[str, Path]:
    """The archive: the folder of each released version, which holds its schema and outputs that were written with it.

    Only in a checkout of the project; an installed package has none.
    """
    return {path.name: path for path in sorted((folder() / "released").glob("*.*.*"))}


def generated(name: str = "plan") -> str:
    """The schema as the models have it now, as the text of its file; raises UsageError like :func:`committed`."""
    body = _model(name).model_json_schema(mode="serialization")
    schema = {"$schema": DRAFT, "$id": f"urn:kehoach:{name}:{SCHEMA_VERSION}", **body, "title": f"kehoach.{name}"}
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def _model(name: str) -> type[BaseModel]:
    if name not in MODELS:
        raise UsageError(f"There is no schema named {name!r}.", f"The schemas are: {', '.join(sorted(MODELS))}.")
    return MODELS[name]


@cache
def _schema() -> dict[str, Any]:
    schema: dict[str, Any] = json.loads(committed().read_text(encoding="utf-8"))
    return schema


@cache
def _fast() -> jsonschema_rs.Draft202012Validator:
    return jsonschema_rs.Draft202012Validator(_schema())


@cache
def _validator() -> Draft202012Validator:
    # loaded only where a record does not fit: a tenth of a second that most documents need not pay
    from jsonschema import Draft202012Validator

    Draft202012Validator.check_schema(_schema())
    return Draft202012Validator(_schema())


def errors(record: object) -> list[str]:
    """What does not fit the committed schema: "goals[3].value: 'x' is not of type 'number'", in order of place.

    The compiled validator answers yes or no in a hundredth of the time (0.1 ms for each table cell otherwise);
    jsonschema then names the places.
    """
    if _fast().is_valid(record):
        return []
    found = sorted(_validator().iter_errors(record), key=lambda e: [str(part) for part in e.absolute_path])
    return [f"{e.json_path.removeprefix('$').removeprefix('.') or 'record'}: {e.message[:200]}" for e in found]


def against_schema(plan: Plan) -> None:
    """Check the plan as it is published against the committed schema; raises SchemaError with the places."""
    record = plan.model_dump(mode="json")
    found = errors(record)
    if found:
        more = "" if len(found) <= _SHOWN else f" (and {len(found) - _SHOWN} more)"
        raise SchemaError(
            f"{plan.source.file}: the record does not fit {committed().name}: "
            + "; ".join(found[:_SHOWN])
            + more
            + ".",
            "Please report it with the document.",
            problems=tuple(found),
            record=record,
        )
