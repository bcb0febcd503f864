"""A source as the file that an office would send: text, digital PDF or Word."""

from __future__ import annotations

import json
from pathlib import Path

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, LongTable, NextPageTemplate, PageBreak, Paragraph, Spacer, Table

from tests.samples.as_pdf import LEFT, RIGHT, WIDTH, pages, style, words
from tests.variety.annotation import gold
from tests.variety.source import Line, Source

_HALVES = (0.42, 0.58)


def write(source: Source, folder: Path) -> Path:
    """Draw the plan into FOLDER/docs and its annotation into FOLDER/gold; returns the document."""
    for name in ("docs", "gold"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    path = folder / "docs" / source.file_name
    if source.form == "pdf":
        _pdf(source, path)
    elif source.form == "docx":
        _docx(source, path)
    else:
        path.write_text(_text(source), encoding="utf-8")
    annotation = json.dumps(gold(source), ensure_ascii=False, indent=1)
    (folder / "gold" / f"{source.name}.json").write_text(annotation + "\n", encoding="utf-8")
    return path


def _halves(lines: list[Line]) -> tuple[list[str], list[str]]:
    """The left and the right column of a letterhead or a closing."""
    left, right = ([line.cells[half] for line in lines] for half in (0, 1))
    return [text for text in left if text], [text for text in right if text]


def _text(source: Source) -> str:
    """A paragraph a line, blank lines between. "tabs": letterhead and closing as Word saves them as text."""
    parts: list[str] = []
    for kind, lines in source.blocks():
        if kind == "columns" and source.form == "tabs":
            parts.append("\n".join("\t".join(line.cells).rstrip() for line in lines))
        elif kind == "columns":
            parts += ["\n".join(half) for half in _halves(lines)]
        elif kind == "row":
            parts.append("\n".join("\t".join("" if cell == "^" else cell for cell in line.cells) for line in lines))
        elif kind != "page":
            parts += [line.text for line in lines]
    return "\n\n".join(parts) + "\n"


def _pdf(source: Source, path: Path) -> None:
    document = pages(path, source.header["title"], source.header["issuer"])
    story: list[Flowable] = []
    width = WIDTH
    for kind, lines in source.blocks():
        if kind == "columns":
            story.append(_pdf_columns(lines))
        elif kind == "row":
            story += [_pdf_table(lines, width), Spacer(1, 3 * mm)]
        elif kind == "page":
            turned = lines[0].text == "landscape"
            width = A4[1] - LEFT - RIGHT if turned else WIDTH
            story += [NextPageTemplate("landscape" if turned else "portrait"), PageBreak()]
        else:
            story += [_pdf_paragraph(line) for line in lines]
    document.build(story)


def _pdf_paragraph(line: Line) -> Paragraph:
    if line.kind == "title" or (line.text.startswith("(") and line.text.endswith(")")):
        face = "Serif-Italic" if line.kind == "italic" else "Serif-Bold"
        return words(line.text, style(face, align=TA_CENTER, spaceAfter=4))
    face = {"bold": "Serif-Bold", "italic": "Serif-Italic"}.get(line.kind, "Serif")
    return words(line.text, style(face, align=TA_JUSTIFY, firstLineIndent=10 * mm, spaceAfter=4))


def _pdf_columns(lines: list[Line]) -> Table:
    closing = lines[0].text.startswith("Nơi nhận")
    left, right = _halves(lines)
    look = style(size=11, align=0) if closing else style(size=12)
    bold = style("Serif-Bold", 12)
    halves = [[words(text, look) for text in left], [words(text, bold) for text in right]]
    if closing:
        halves[1].insert(len(right) - 1, Spacer(1, 20 * mm))
    frame = [("VALIGN", (0, 0), (-1, -1), "TOP"), ("LEFTPADDING", (0, 0), (-1, -1), 0)]
    return Table([halves], [WIDTH * share for share in _HALVES], style=frame, spaceBefore=6, spaceAfter=12)


def _pdf_table(lines: list[Line], width: float) -> LongTable:
    columns = len(lines[0].cells)
    longest = [max(len(line.cells[i]) for line in lines) for i in range(columns)]
    shares = [max(10, min(length, 40)) for length in longest]
    rows = [[words(line.cells[i].replace("^", ""), style("Serif-Bold" if line is lines[0] else "Serif", 11, 0))
             for i in range(columns)] for line in lines]  # fmt: skip
    spans = [("SPAN", (i, row - 1), (i, row)) for row, line in enumerate(lines)
             for i, cell in enumerate(line.cells) if cell == "^"]  # fmt: skip
    grid = [("GRID", (0, 0), (-1, -1), 0.7, "black"), ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
            ("LEFTPADDING", (0, 0), (-1, -1), 2), ("RIGHTPADDING", (0, 0), (-1, -1), 2), *spans]  # fmt: skip
    return LongTable(rows, [width * share / sum(shares) for share in shares], style=grid, repeatRows=1)


def _docx(source: Source, path: Path) -> None:
    document = Document()
    for kind, lines in source.blocks():
        if kind == "columns":
            table = document.add_table(1, 2)
            for cell, half in zip(table.rows[0].cells, _halves(lines), strict=True):
                cell.text = half[0] if half else ""
                for text in half[1:]:
                    cell.add_paragraph(text)
        elif kind == "row":
            _docx_table(document.add_table(len(lines), len(lines[0].cells), "Table Grid"), lines)
        elif kind == "page":
            document.add_page_break()
        else:
            for line in lines:
                paragraph = document.add_paragraph()
                run = paragraph.add_run(line.text)
                run.bold, run.italic = line.kind in ("bold", "title"), line.kind == "italic"
                if line.kind == "title":
                    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    document.save(str(path))


def _docx_table(table, lines: list[Line]) -> None:  # type: ignore[no-untyped-def]
    for row, line in enumerate(lines):
        for column, cell in enumerate(line.cells):
            if cell == "^":
                table.cell(row - 1, column).merge(table.cell(row, column))
            else:
                table.cell(row, column).text = cell
