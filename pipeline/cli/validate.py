"""``kehoach validate``: records of any origin against the published schema."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from pipeline.errors import EXIT_OK, FileAccessError, SchemaError

# Misfits that are shown of one file.
_SHOWN = 20


def validate(
    files: Annotated[list[str], typer.Argument(metavar="FILE...", help="Files like plan.json, of any origin.")],
    as_json: Annotated[bool, typer.Option("--json", help="A JSON line for each file.")] = False,
) -> int:
    """Check files against the published JSON Schema; exit code 4 if one does not fit."""
    results = {name: _misfits(Path(name)) for name in files}
    for name, misfits in results.items():
        if as_json:
            print(json.dumps({"file": name, "valid": not misfits, "errors": misfits}, ensure_ascii=False))
            continue
        print(f"{name}: {'valid' if not misfits else f'{len(misfits)} misfits'}")
        for misfit in misfits[:_SHOWN]:
            print(f"  {misfit}")
        if len(misfits) > _SHOWN:
            print(f"  and {len(misfits) - _SHOWN} more")
    return SchemaError.exit_code if any(results.values()) else EXIT_OK


def _misfits(path: Path) -> list[str]:
    from pipeline.store.load import readable
    from pipeline.validate import schema

    try:
        record = json.loads(path.read_bytes())
    except OSError as error:
        raise FileAccessError(f"{path} cannot be read: {error.strerror or error}.", "Check the name.") from error
    except ValueError as error:
        return [f"not JSON: {error}"]
    version = record.get("schema_version") if isinstance(record, dict) else None
    if isinstance(version, str) and not readable(version):
        return [f"schema_version: {version} is not a version that this release reads"]
    return schema.errors(record)
