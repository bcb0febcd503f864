"""Pages with geometry, drawn as a list of lines: text, left edge, and what else differs from a full body line."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.document import BBox, Document, Line, Page, Region, Source, Span

LEFT, RIGHT, INDENTED = 85.0, 525.0, 113.0


@dataclass(frozen=True)
class Printed:
    """A line from ``x0`` to ``x1`` (points); None makes it end after its words at six points a character."""

    text: str
    x0: float = LEFT
    x1: float | None = RIGHT
    bold: bool = False
    region: Region = "body"
    size: float = 14.0


def pages_document(*pages: list[Printed]) -> Document:
    text = ""
    lines: list[Line] = []
    found: list[Page] = []
    for number, page in enumerate(pages, 1):
        start = len(text)
        for row, line in enumerate(page):
            span = Span(len(text), len(text) + len(line.text))
            x1 = line.x1 if line.x1 is not None else line.x0 + 6 * len(line.text)
            box = BBox(line.x0, 60 + 18 * row, x1, 74 + 18 * row)
            lines.append(Line(span, number, box, line.region, "text_layer", bold=line.bold, size=line.size))
            text += line.text + "\n"
        found.append(Page(number, Span(start, len(text)), "text_layer", width=595.0, height=842.0))
    return Document(Source("test.pdf", "0" * 64, "application/pdf"), text, tuple(found), tuple(lines))
