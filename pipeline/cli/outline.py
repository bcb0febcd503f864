"""``kehoach outline``: how a document was nested, and why each part stands where it stands."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.cli import console
from pipeline.errors import EXIT_OK

if TYPE_CHECKING:
    from pipeline.outline import Block, Outline


def outline(
    file: Annotated[str, typer.Argument(metavar="FILE", help='Document to read; "-" reads stdin.')],
    width: Annotated[int, typer.Option("--width", min=10, help="Characters of each part that are shown.")] = 80,
    why: Annotated[bool, typer.Option("--why/--no-why", help="Say why each part stands where it stands.")] = True,
    force_ocr: Annotated[
        bool, typer.Option("--force-ocr", help="Read PDF pages as images, text layer or not.")
    ] = False,
) -> int:
    """Show how a document was nested: zone, role, level, path and the reason, one line for each part."""
    from pipeline import extract, segment
    from pipeline.cli.stdin import local_file
    from pipeline.config import Settings

    settings = Settings.from_environment(force_ocr=force_ocr)
    with local_file(file) as path, console.progress(Path(file).name) as progress:
        document = extract.read(path, settings, progress)
    for line in lines(segment.outline(document), width, why):
        print(line)
    return EXIT_OK


def lines(tree: Outline, width: int = 80, why: bool = True) -> list[str]:
    """One line for each block: zone, role, path, then the words indented by level, then the reason."""
    return [_line(block, width, why) for block in tree.blocks]


def _line(block: Block, width: int, why: bool) -> str:
    words = " ".join(block.text.split())
    short = words if len(words) <= width else words[: width - 1] + "…"
    label = f"{block.label} " if block.label else ""
    kind = f" [{block.kind}]" if block.kind and block.role == "heading" else ""
    reason = f"    # {block.why}" if why and block.why else ""
    place = f"{block.zone:<10} {block.role:<9} {block.path:<10}"
    return f"{place} {'  ' * block.level}{label}{short}{kind}{reason}".rstrip()
