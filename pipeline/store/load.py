"""Records as they lie in an output folder, of today's schema or of an older one that still fits."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pydantic_core import from_json

from pipeline.errors import BadInputError, FileAccessError
from pipeline.plan import SCHEMA_NAME, SCHEMA_VERSION


def record(path: Path) -> dict[str, Any]:
    """The record in a plan.json as JSON values.

    Raises FileAccessError, and BadInputError for a file that is no record or whose schema has another major version.
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
    return data


def readable(version: str) -> bool:
    """True for the same major version, and a minor version not above today's (semantic versioning)."""
    try:
        major, minor, _ = (int(part) for part in version.split("."))
    except ValueError:
        return False
    today_major, today_minor, _ = (int(part) for part in SCHEMA_VERSION.split("."))
    return major == today_major and minor <= today_minor
