"""Web pages, and the Word files that are web pages under another name: paragraphs, line breaks, tables."""

from __future__ import annotations

import email
import email.policy
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import lxml.html

from pipeline.errors import BadInputError
from pipeline.extract.decoding import decode
from pipeline.extract.legacy import to_unicode
from pipeline.extract.page_content import PageContent, PrintedCell, PrintedLine, PrintedTable
from pipeline.extract.word.layout import laid_out, taken_apart

_BLOCKS = frozenset(
    ("address", "article", "aside", "blockquote", "body", "center", "dd", "div", "dl", "dt", "fieldset", "footer",
     "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "li", "main", "nav", "ol", "p", "pre",
     "section", "td", "th", "tr", "ul")
)  # fmt: skip
_SILENT = frozenset(("script", "style", "head", "title", "template", "noscript", "svg", "o:p"))
_BOLD, _ITALIC = frozenset(("b", "strong", "th", "h1", "h2", "h3", "h4", "h5", "h6")), frozenset(("i", "em"))
_STYLE = re.compile(r"(font-family|font-weight|font-style|display)\s*:\s*['\"]?([^;'\",]+)")
_DECLARED = re.compile(r"<\?xml[^>]*\?>")
_WIDEST = 500
"""Rows or columns that one cell takes at most."""


def read_html(path: Path, data: bytes) -> PageContent:
    """The text of a web page in its order; nothing that it links to is fetched, no script runs.

    Raises BadInputError where it holds nothing that can be read.
    """
    text = _DECLARED.sub("", decode(data), count=1)
    try:
        root = lxml.html.document_fromstring(text, parser=lxml.html.HTMLParser(no_network=True))
    except (lxml.etree.ParserError, ValueError) as error:
        raise BadInputError(f"{path.name} is an empty or damaged web page.", "Save it again.") from error
    return PageContent(tuple(taken_apart(items(root))), method="text", reason="web page")


def read_web_archive(path: Path, data: bytes) -> PageContent:
    """The page of a web archive (.mht, or a .doc that Word saved as one).

    Raises BadInputError where it holds no page.
    """
    message = email.message_from_bytes(data, policy=email.policy.default)
    part = next((p for p in message.walk() if p.get_content_type() == "text/html"), None)
    page = part.get_payload(decode=True) if part is not None else None
    if not isinstance(page, bytes):
        raise BadInputError(f"{path.name} is a web archive without a page.", "Save it as .docx or PDF.")
    return read_html(path, page)


@dataclass(frozen=True, slots=True)
class _Style:
    font: str | None = None
    bold: bool = False
    italic: bool = False

    def of(self, element: Any) -> _Style:
        """The style inside ``element``."""
        said = dict(_STYLE.findall((element.get("style") or "").lower()))
        weight, slant = said.get("font-weight", "").strip(), said.get("font-style", "").strip()
        face = said.get("font-family") or element.get("face")
        return _Style(
            font=face.strip() if face else self.font,
            bold=weight in ("bold", "bolder", "700") or (not weight and (self.bold or element.tag in _BOLD)),
            italic=slant == "italic" or (not slant and (self.italic or element.tag in _ITALIC)),
        )


@dataclass(slots=True)
class _Line:
    """A line while it grows: pieces of text with their style."""

    pieces: list[tuple[str, _Style]] = field(default_factory=list)

    def take(self) -> Iterator[PrintedLine]:
        """The line so far, if there is one; a new one begins."""
        text = " ".join("".join(text for text, _ in self.pieces).split())
        letters = [(sum(c.isalpha() for c in text), style) for text, style in self.pieces]
        self.pieces = []
        total = sum(n for n, _ in letters) or 1
        if text:
            yield PrintedLine(
                text=text,
                bold=sum(n for n, s in letters if s.bold) > 0.8 * total,
                italic=sum(n for n, s in letters if s.italic) > 0.8 * total,
            )


def inline_tables(text: str) -> list[PrintedLine | PrintedTable]:
    """What the tables of a piece of HTML inside a text file hold."""
    return list(items(lxml.html.fragment_fromstring(text, create_parent="div")))


def items(root: Any) -> Iterator[PrintedLine | PrintedTable]:
    """Lines and tables of an element of lxml.html, in order."""
    line = _Line()
    yield from _walk(root, _Style(), line)
    yield from line.take()


def _walk(element: Any, style: _Style, line: _Line) -> Iterator[PrintedLine | PrintedTable]:
    if not isinstance(element.tag, str) or element.tag in _SILENT or "display:none" in _squeezed(element):
        return
    style = style.of(element)
    block = element.tag in _BLOCKS
    if element.tag == "table":
        yield from line.take()
        yield from laid_out(list(table_cells(element, style)))
        return
    if block or element.tag == "br":
        yield from line.take()
    if element.tag == "li":
        line.pieces.append((_marker(element), style))
    _add(line, element.text, style)
    for child in element:
        yield from _walk(child, style, line)
        _add(line, child.tail, style)
    if block:
        yield from line.take()


def _squeezed(element: Any) -> str:
    return "".join((element.get("style") or "").lower().split())


def _add(line: _Line, text: str | None, style: _Style) -> None:
    if text:
        line.pieces.append((to_unicode(re.sub(r"[\t\r\n]", " ", text), style.font), style))


def _marker(item: Any) -> str:
    """What a browser prints before an item of a list."""
    parent = item.getparent()
    if parent is None or parent.tag != "ol":
        return "- "
    before = sum(1 for other in item.itersiblings("li", preceding=True))
    start = parent.get("start", "1")
    return f"{(int(start) if start.isdecimal() else 1) + before}. "


def table_cells(table: Any, style: _Style | None = None) -> Iterator[PrintedCell]:
    """Cells at their places: those above that reach down push the cells of a row to the right."""
    taken: set[tuple[int, int]] = set()
    for number, row in enumerate(_rows(table)):
        column = 0
        for cell in row.iterchildren("td", "th"):
            while (number, column) in taken:
                column += 1
            rowspan, colspan = (_span(cell.get(name)) for name in ("rowspan", "colspan"))
            taken.update((number + r, column + c) for r in range(rowspan) for c in range(colspan))
            yield PrintedCell(number, column, tuple(_cell_lines(cell, style or _Style())), None, rowspan, colspan)
            column += colspan


def _rows(table: Any) -> Iterator[Any]:
    """The rows of a table, not those of tables inside its cells."""
    for child in table:
        if child.tag == "tr":
            yield child
        elif child.tag in ("thead", "tbody", "tfoot"):
            yield from child.iterchildren("tr")


def _cell_lines(cell: Any, style: _Style) -> Iterator[PrintedLine]:
    """The lines of a cell; of a table inside it each cell."""
    line = _Line()
    for item in _walk(cell, style, line):
        if isinstance(item, PrintedTable):
            yield from (inner for c in item.cells for inner in c.lines)
        else:
            yield item
    yield from line.take()


def _span(value: str | None) -> int:
    return min(max(int(value), 1), _WIDEST) if value and value.isdecimal() else 1
