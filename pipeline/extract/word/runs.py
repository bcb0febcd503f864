"""The text of a Word paragraph, run by run, with its style; legacy fonts turned into Unicode."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from pipeline.extract.legacy import to_unicode

_NOT_PRINTED = frozenset(map(qn, ("w:del", "w:moveFrom", "w:txbxContent")))
"""What is deleted or moved away stays in the file; text boxes are read on their own."""


def runs(paragraph: Paragraph) -> Iterator[tuple[str, bool, bool]]:
    """Text, bold, italic of each run, deleted text left out, legacy fonts turned into Unicode."""
    bold, italic, font = (_inherited(paragraph.style, name) for name in ("bold", "italic", "name"))
    for element in paragraph._p.iter(qn("w:r")):
        if any(p.tag in _NOT_PRINTED for p in inside(element, paragraph._p)):
            continue
        run = Run(element, paragraph)
        text = to_unicode(_text(element), run.font.name or font)
        if run.font.all_caps:
            text = text.upper()
        yield text, bool(bold if run.bold is None else run.bold), bool(italic if run.italic is None else run.italic)


def _inherited(style: Any, name: str) -> Any:
    """A property of the font from the style or the nearest style that it builds on; None where none says it."""
    while style is not None:
        value = getattr(style.font, name)
        if value is not None:
            return value
        style = style.base_style
    return None


_CHARACTERS = {
    qn("w:tab"): "\t",
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
            parts.append(chr(int(child.get(qn("w:char"), "2022"), 16)))
        else:
            parts.append(_CHARACTERS.get(child.tag, ""))
    return "".join(parts)


def inside(element: Any, top: Any) -> Iterator[Any]:
    """The elements around ``element``, from the nearest, up to but without ``top``."""
    for parent in element.iterancestors():
        if parent is top:
            return
        yield parent
