""".docx: paragraphs and tables in the order of the body, with the list numbers that Word prints."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, Literal

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph

from pipeline.errors import BadInputError
from pipeline.extract.page_content import PageContent, PrintedCell, PrintedLine, PrintedTable
from pipeline.extract.word.layout import laid_out, taken_apart
from pipeline.extract.word.numbering import Numbering
from pipeline.extract.word.package import DAMAGE, check_package
from pipeline.extract.word.runs import runs

_PAGE = re.compile(r"\W*(?:(?:trang|page)\s*)?\d*\W*", re.IGNORECASE)
"""A page number or nothing."""
_WRAPPERS = frozenset(map(qn, ("w:sdt", "w:sdtContent", "w:customXml", "w:ins", "w:moveTo", "w:smartTag")))


def read_docx(path: Path, data: bytes) -> PageContent:
    """The body of a Word file; Word files have no pages until they are printed, so it is one.

    Nothing outside the file is ever fetched, no macro runs. Raises BadInputError or EncryptedError.
    """
    check_package(path, data)
    try:
        document = docx.Document(io.BytesIO(data))
        items = tuple(taken_apart(_Reader(document).items()))
    except DAMAGE as error:
        raise BadInputError(f"{path.name} is damaged and cannot be opened as Word file.", "Save it again.") from error
    return PageContent(items, method="text", reason="Word file")


class _Reader:
    """Walks through the body once and counts the lists as it goes."""

    def __init__(self, document: Any) -> None:
        self.document = document
        self.numbering = Numbering.of(document)

    def items(self) -> Iterator[PrintedLine | PrintedTable]:
        """Running heads, the body in its order, footnotes, running feet."""
        yield from self._margins("header")
        yield from self._blocks(self.document.element.body)
        yield from self._footnotes()
        yield from self._margins("footer")

    def _margins(self, region: Literal["header", "footer"]) -> Iterator[PrintedLine]:
        """What stands in the margins of the pages, each line once; page numbers are fields and have no text."""
        seen: set[str] = set()
        for section in self.document.sections:
            kinds = [region, f"even_page_{region}"]
            if section.different_first_page_header_footer:
                kinds.append(f"first_page_{region}")
            for kind in kinds:
                part = getattr(section, kind)
                if part.is_linked_to_previous:
                    continue
                for p in part._element.iter(qn("w:p")):
                    for line in self._paragraph(Paragraph(p, part)):
                        if line.content and line.content not in seen and not _PAGE.fullmatch(line.content):
                            seen.add(line.content)
                            yield replace(line, region=region)

    def _blocks(self, element: Any) -> Iterator[PrintedLine | PrintedTable]:
        """Paragraphs and tables, those inside content controls, custom XML and accepted insertions included."""
        for child in element:
            if child.tag == qn("w:p"):
                yield from self._paragraph(Paragraph(child, self.document._body))
                yield from self._boxes(child)
            elif child.tag == qn("w:tbl"):
                yield from self._table(Table(child, self.document._body))
            elif child.tag in _WRAPPERS:
                yield from self._blocks(child)

    def _footnotes(self) -> Iterator[PrintedLine]:
        """The notes that Word prints at the feet of pages, after the body."""
        for relation in self.document.part.rels.values():
            if relation.is_external or not relation.reltype.endswith(("/footnotes", "/endnotes")):
                continue
            for note in parse_xml(relation.target_part.blob):
                if note.get(qn("w:type"), "normal") == "normal":
                    for p in note.iter(qn("w:p")):
                        for line in self._paragraph(Paragraph(p, self.document._body)):
                            yield replace(line, region="footer")

    def _paragraph(self, paragraph: Paragraph) -> Iterator[PrintedLine]:
        """A paragraph as one line for each line break in it."""
        parts = list(runs(paragraph))
        text = "".join(part for part, _, _ in parts)
        label = self._label(paragraph)
        letters = [(sum(c.isalpha() for c in part), bold, italic) for part, bold, italic in parts]
        total = sum(n for n, _, _ in letters) or 1
        bold = sum(n for n, b, _ in letters if b) > 0.8 * total
        italic = sum(n for n, _, i in letters if i) > 0.8 * total
        for number, piece in enumerate(text.split("\n")):
            line = f"{label} {piece}" if label and number == 0 else piece
            if line.strip():
                yield PrintedLine(text=line, bold=bold, italic=italic)

    def _boxes(self, element: Any) -> Iterator[PrintedLine | PrintedTable]:
        """What stands in the text boxes that are anchored in a paragraph."""
        for box in element.iter(qn("w:txbxContent")):
            nearest = next(p for p in box.iterancestors() if p.tag == qn("w:p"))
            if nearest is element and not _is_fallback(box):
                yield from self._blocks(box)

    def _label(self, paragraph: Paragraph) -> str:
        if paragraph._p.find(f"{qn('w:pPr')}/{qn('w:rPr')}/{qn('w:del')}") is not None:
            return ""  # the paragraph is deleted, and its number with it
        found = _number_of(paragraph)
        if found is None:
            return ""
        number, level, style = found
        return self.numbering.next(number, self.numbering.level_of(number, style) if level is None else level)

    def _table(self, table: Table) -> Iterator[PrintedLine | PrintedTable]:
        """A table, or the lines that it lays out; a frame around text gives what stands in it, tables included."""
        rows = [list(_members(tr, "w:tc")) for tr in _members(table._tbl, "w:tr")]
        if all(len(cells) == 1 for cells in rows):
            for (cell,) in rows:
                yield from self._blocks(cell)
        else:
            yield from laid_out(list(self._cells(table)))

    def _cells(self, table: Table) -> Iterator[PrintedCell]:
        """Cells with their spans: gridSpan across, vMerge down (ECMA-376 part 1, 17.4)."""
        open_cells: dict[int, list[Any]] = {}
        found: list[list[Any]] = []
        for row, tr in enumerate(_members(table._tbl, "w:tr")):
            column = tr.grid_before
            for tc in _members(tr, "w:tc"):
                span = tc.grid_span
                if tc.vMerge == "continue" and column in open_cells:
                    open_cells[column][3] += 1
                else:
                    entry = [row, column, tc, 1, span]
                    found.append(entry)
                    open_cells[column] = entry
                column += span
        for row, column, tc, rowspan, colspan in found:
            lines = tuple(
                line
                for p in tc.iter(qn("w:p"))
                if not _is_fallback(p)
                for line in self._paragraph(Paragraph(p, table))
                if line.content
            )
            yield PrintedCell(row, column, lines, None, rowspan, colspan)


def _members(element: Any, tag: str) -> Iterator[Any]:
    """Rows of a table or cells of a row, those inside content controls included."""
    for child in element:
        if child.tag == qn(tag):
            yield child
        elif child.tag in _WRAPPERS:
            yield from _members(child, tag)


def _is_fallback(box: Any) -> bool:
    """Word writes each text box twice: as drawing, and as fallback for old readers."""
    return any(parent.tag.endswith("}Fallback") for parent in box.iterancestors())


def _number_of(paragraph: Paragraph) -> tuple[str, int | None, str] | None:
    """List and level of a paragraph, from itself or from its style and the styles that this one builds on.

    The level is None where only a style names the list; the name of that style comes third.
    """
    said: list[tuple[Any, str]] = [(paragraph._p.pPr, "")]
    style = paragraph.style
    while style is not None:
        said.append((style.element.pPr, str(style.style_id)))
        style = style.base_style
    level: int | None = None
    for pr, name in said:
        num = None if pr is None else pr.find(qn("w:numPr"))
        if num is None:
            continue
        depth, link = num.find(qn("w:ilvl")), num.find(qn("w:numId"))
        if level is None and depth is not None:
            level = int(depth.get(qn("w:val")))
        if link is not None:
            number = str(link.get(qn("w:val")))
            return None if number == "0" else (number, level if level is not None or name else 0, name)
    return None
