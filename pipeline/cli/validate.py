"""``kehoach validate``: records of any origin against the published schema."""

from __future__ import annotations

import codecs
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from pipeline.errors import EXIT_OK, BadInputError, FileAccessError, SchemaError

# Misfits that are shown of one file.
_SHOWN = 20
_RECORD = "plan.json"


def validate(
    files: Annotated[
        list[str],
        typer.Argument(metavar="FILE...", help='Files like plan.json, folders that hold such, or "-" (stdin).'),
    ],
    as_json: Annotated[bool, typer.Option("--json", help="A JSON line for each file.")] = False,
) -> int:
    """Check files against the published JSON Schema; exit code 4 if one does not fit, 5 if one cannot be read."""
    code = EXIT_OK
    for name in [one for given in files for one in _spelt_out(given)]:
        try:
            misfits = _misfits(_content(name))
            code = max(code, SchemaError.exit_code if misfits else EXIT_OK)
        except OSError as error:
            misfits = [f"cannot be read: {error.strerror or error}"]
            code = max(code, FileAccessError.exit_code)
        if as_json:
            print(json.dumps({"file": name, "valid": not misfits, "errors": misfits}, ensure_ascii=False))
        else:
            print("\n".join(_lines(name, misfits)))
    return code


def _lines(name: str, misfits: list[str]) -> Iterator[str]:
    from pipeline.emit.plain import printable

    count = f"{len(misfits)} misfit{'s' * (len(misfits) != 1)}"
    yield f"{printable(name)}: {count if misfits else 'valid'}"
    yield from (f"  {printable(misfit)}" for misfit in misfits[:_SHOWN])
    if len(misfits) > _SHOWN:
        yield f"  and {len(misfits) - _SHOWN} more"


def _spelt_out(given: str) -> list[str]:
    """The files that an argument stands for: a folder stands for its record, or the records of its outputs."""
    path = Path(given)
    if not path.is_dir():
        return [given]
    found = [path / _RECORD] if (path / _RECORD).exists() else sorted(path.glob(f"*/{_RECORD}"))
    if not found:
        raise BadInputError(f"The folder {given} holds no {_RECORD}.", "Name a file, an output or a folder of outputs.")
    return [one.as_posix() for one in found]


def _content(name: str) -> bytes:
    return sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()


def _misfits(content: bytes) -> list[str]:
    from pydantic_core import from_json

    from pipeline.plan import SCHEMA_NAME, SCHEMA_VERSION
    from pipeline.store.load import readable
    from pipeline.validate import schema

    if not content.strip():
        return ["not JSON: the file is empty"]
    try:
        record = from_json(content.removeprefix(codecs.BOM_UTF8))
    except ValueError as error:
        return [f"not JSON: {error}"]
    if not isinstance(record, dict) or record.get("schema_name") != SCHEMA_NAME:
        return [f"not a record of kehoach: it does not say schema_name {SCHEMA_NAME!r}"]
    version = record.get("schema_version")
    if not isinstance(version, str) or not readable(version):
        return [f"schema_version: {version!r} is not a version that this release reads (it is {SCHEMA_VERSION})"]
    return schema.errors(record)
