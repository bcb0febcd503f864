"""``kehoach schema``: the JSON Schema of the published record."""

from __future__ import annotations

from typing import Annotated

import typer


def schema(
    name: Annotated[str, typer.Argument(help="Which record.")] = "plan",
    check: Annotated[bool, typer.Option("--check", help="Compare the committed file with the models.")] = False,
    write: Annotated[bool, typer.Option("--write", help="Write the committed file anew from the models.")] = False,
) -> None:
    """Print the JSON Schema that every output is checked against."""
    from pipeline.errors import SchemaError
    from pipeline.validate import schema as schemas

    path = schemas.committed(name)
    if write:
        path.write_text(schemas.generated(name), encoding="utf-8")
        return
    text = path.read_text(encoding="utf-8")
    if not check:
        print(text, end="")
    elif text != schemas.generated(name):
        raise SchemaError(f"schemas/{path.name} is not what the models say.", "Run kehoach schema --write.")
