"""The text of a Word paragraph, run by run, with its style; legacy fonts turned into Unicode."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from pipeline.extract.legacy import to_unicode
from pipeline.extract.word.symbols import printed

_FORMULA = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_MATHS, _MATHS_TEXT = f"{_FORMULA}r", f"{_FORMULA}t"
"""A run of a formula and its text (ECMA-376 part 1, 22.1)."""
_NOT_PRINTED = frozenset(map(qn, ("w:del", "w:moveFrom", "w:txbxContent")))
"""What is deleted or moved away stays in the file; text boxes are read on their own."""


def runs(paragraph: Paragraph) -> Iterator[tuple[str, bool, bool]]:
    """Text, bold, italic of each run, deleted and hidden text left out, old fonts and symbols turned into Unicode."""
    for element in paragraph._p.iter(qn("w:r"), _MATHS):
        if any(p.tag in _NOT_PRINTED for p in inside(element, paragraph._p)):
            continue
        if element.tag == _MATHS:
            yield "".join(t.text or "" for t in element.iter(_MATHS_TEXT)), False, True
            continue
        run = Run(element, paragraph)
        styles = (run.style, paragraph.style)
        said = {name: _said(run.font, styles, name) for name in ("bold", "italic", "name", "all_caps", "hidden")}
        if said["hidden"]:
            continue
        text = printed(to_unicode(_text(element), said["name"]), said["name"])
        yield text.upper() if said["all_caps"] else text, bool(said["bold"]), bool(said["italic"])


def _said(font: Any, styles: Iterable[Any], name: str) -> Any:
    """A property of a run: its own, or that of the nearest style that says it; None where none does."""
    value = getattr(font, name)
    for style in styles:
        while value is None and style is not None:
            value, style = getattr(style.font, name), style.base_style
    return value


_CHARACTERS = {
    qn("w:tab"): "\t",
    qn("w:ptab"): "\t",
    qn("w:br"): "\n",
    qn("w:cr"): "\n",
    qn("w:noBreakHyphen"): "-",
    qn("w:softHyphen"): "\u00ad",  # TCVN3 writes "ư" at the place of the soft hyphen
}


def _text(run: Any) -> str:
    """The characters of a run."""
    parts: list[str] = []
    for child in run:
        if child.tag == qn("w:t"):
            parts.append(child.text or "")
        elif child.tag == qn("w:sym"):
            parts.append(printed(chr(_private(child.get(qn("w:char"), "2022"))), child.get(qn("w:font"))))
        else:
            parts.append(_CHARACTERS.get(child.tag, ""))
    return "".join(parts)


def _private(code: str) -> int:
    """The code of a symbol; Word may write it with or without its place in the private area."""
    value = int(code, 16)
    return value + 0xF000 if value < 0x100 else value


def inside(element: Any, top: Any) -> Iterator[Any]:
    """The elements around ``element``, from the nearest, up to but without ``top``."""
    for parent in element.iterancestors():
        if parent is top:
            return
        yield parent
