"""A ``.plan`` file: TOML head, then the printed lines, each followed by its annotation (see README.md beside)."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parent
BATCHES = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth")
SUFFIXES = {"text": ".txt", "tabs": ".txt", "pdf": ".pdf", "docx": ".docx"}


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line: ``kind`` "text", "bold", "title", "italic", "columns", "row" or "page"; its ``notes``, in
    order, without the ``@``."""

    kind: str
    cells: tuple[str, ...]
    notes: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The words of a paragraph."""
        return self.cells[0]


@dataclass(frozen=True, slots=True)
class Source:
    """One invented plan. ``form``: what is drawn of it, a key of ``SUFFIXES``."""

    name: str
    form: str
    partial: tuple[str, ...]
    header: dict[str, Any]
    lines: tuple[Line, ...]

    @property
    def file_name(self) -> str:
        """Name of the drawn file."""
        return self.name + SUFFIXES[self.form]

    def blocks(self) -> list[tuple[str, list[Line]]]:
        """Neighbouring lines of one kind, in reading order."""
        return [(kind, list(lines)) for kind, lines in groupby(self.lines, lambda line: line.kind)]


_SIGNS = {"= ": "title", "# ": "bold", "~ ": "italic"}


def load(path: Path) -> Source:
    """The source of one file. Raises ValueError where an annotation stands above every line."""
    head, body = path.read_text(encoding="utf-8").split("+++\n", 1)
    settings = tomllib.loads(head)
    lines: list[Line] = []
    for printed in body.splitlines():
        if not printed.startswith("@"):
            lines.append(_line(printed))
        elif not lines:
            raise ValueError(f"{path.name}: an annotation without a line: {printed}")
        else:
            last = lines.pop()
            lines.append(Line(last.kind, last.cells, (*last.notes, printed[1:])))
    return Source(path.stem, settings["form"], tuple(settings.get("partial", ())), settings["document"], tuple(lines))


def _line(printed: str) -> Line:
    if printed.startswith("---"):
        return Line("page", (printed[3:],))
    if printed.startswith("| "):
        return Line("row", tuple(cell.strip() for cell in printed[2:].split("|")))
    if "||" in printed:
        return Line("columns", tuple(cell.strip() for cell in printed.split("||")))
    for sign, kind in _SIGNS.items():
        if printed.startswith(sign):
            return Line(kind, (printed[len(sign) :],))
    return Line("text", (printed,))


def sources(batch: str) -> list[Source]:
    """The sources of one batch (a folder beside this file), by name."""
    return [load(path) for path in sorted((FOLDER / batch).glob("*.plan"))]


def merged(rows: list[Line]) -> list[list[str]]:
    """The cells of a table as they are meant: "^" repeats the cell above."""
    whole: list[list[str]] = []
    for row in rows:
        whole.append([whole[-1][i] if cell == "^" else cell for i, cell in enumerate(row.cells)])
    return whole
