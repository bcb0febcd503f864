"""Records as they lie in an output folder, of today's schema or of an older one that still fits."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pydantic import ValidationError
from pydantic_core import from_json

from pipeline.errors import BadInputError, FileAccessError
from pipeline.plan import SCHEMA_NAME, SCHEMA_VERSION, Plan


def record(path: Path) -> dict[str, Any]:
    """The record in a plan.json as JSON values; fields that an older minor version did not have get their defaults.

    Raises FileAccessError, and BadInputError for a file that is no record or whose schema cannot be read (another
    major version, or a newer minor one).
    """
    try:
        data = from_json(path.read_bytes())
    except OSError as error:
        raise FileAccessError(f"{path} cannot be read: {error.strerror or error}.") from error
    except ValueError as error:
        raise BadInputError(f"{path} is not JSON: {error}.", "Convert the document anew.") from error
    if not isinstance(data, dict) or data.get("schema_name") != SCHEMA_NAME:
        raise BadInputError(f"{path} is not a record of kehoach.", f"It has to say schema_name {SCHEMA_NAME!r}.")
    version = str(data.get("schema_version"))
    if not readable(version):
        raise BadInputError(
            f"{path} has schema version {version}; this is version {SCHEMA_VERSION}.",
            "Convert the document anew, or read it with the release that wrote it.",
        )
    return data if _parts(version)[:2] == _parts(SCHEMA_VERSION)[:2] else _upgraded(path, data)


def checked(path: Path) -> dict[str, Any]:
    """The same, held against the published schema; raises BadInputError with what does not fit."""
    # its import takes half a second, which most queries have no need of
    from pipeline.validate import schema

    data = record(path)
    if misfits := schema.errors(data):
        raise BadInputError(
            f"{path} does not fit the schema: {misfits[0]}.",
            "Convert the document anew; kehoach validate FILE shows all that does not fit.",
        )
    return data


def readable(version: str) -> bool:
    """True for the same major version, and a minor version not above today's (semantic versioning)."""
    try:
        major, minor, _ = _parts(version)
    except ValueError:
        return False
    today_major, today_minor, _ = _parts(SCHEMA_VERSION)
    return major == today_major and minor <= today_minor


def _upgraded(path: Path, data: dict[str, Any]) -> dict[str, Any]:
    try:
        return Plan.model_validate(data).model_dump(mode="json")
    except ValidationError as error:
        first = error.errors()[0]
        raise BadInputError(
            f"{path} is not a whole record: {'.'.join(map(str, first['loc']))}: {first['msg']}.",
            "Convert the document anew.",
        ) from error


def _parts(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split("."))
