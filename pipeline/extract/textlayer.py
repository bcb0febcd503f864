"""The text layer of a PDF page as words with boxes and style, through pdfium."""

from __future__ import annotations

import ctypes
import math
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from pipeline.document import BBox
from pipeline.extract.legacy import encoding_of_font, to_unicode
from pipeline.extract.page_content import PrintedWord
from pipeline.extract.turn import Turn

_BOLD = 0x40000
_ITALIC = 0x40
_BLANK = frozenset((0, 0x20, 0xA0, 0xFFFD, 0xFFFE))
_HIDDEN_HYPHEN = 2
"""What pdfium writes for a "-" at the end of a line."""
_INK = 1.5
"""Points of height from which a glyph that is said to be a space is a letter that its font does not name."""
_LEAN = 0.12
"""Quarter turns that text leans away from level or upright, at least, to be slanted."""
_PADDING = 8.0
"""Points from the edge of a column within which its text begins."""
UNKNOWN = "\ufffd"
"""Stands for a letter that is drawn but not named by the text layer."""


@dataclass(frozen=True, slots=True)
class StyledWord:
    """A word and how it is printed; size in points.

    ``angle``: quarter turns clockwise from upright. ``run``: the drawing operation that begins it. ``seams``: (index,
    x, run) of the letters inside the word at which another drawing operation goes on. ``slanted``: neither level nor
    upright. ``hidden``: held by the page but not drawn.
    """

    word: PrintedWord
    bold: bool = False
    italic: bool = False
    size: float = 0.0
    run: int = 0
    angle: int = 0
    seams: tuple[tuple[int, float, int], ...] = ()
    slanted: bool = False
    hidden: bool = False

    @property
    def bbox(self) -> BBox:
        """Box of the word."""
        return self.word.bbox


class _Glyph(NamedTuple):
    """One character as drawn; ``apart``: pdfium sees a space before it; ``run``: the drawing operation.

    ``angle``: quarter turns clockwise from upright on the page as shown. Thousands are made a page: a tuple costs a
    fifth of a frozen dataclass that holds a box.
    """

    char: str
    x0: float
    top: float
    x1: float
    bottom: float
    style: _Style
    apart: bool
    run: int
    angle: int


def _bare(function: Any, returns: Any, *takes: Any) -> Any:
    """A function of pdfium called by address: plain integers for pointers, and without letting go of the interpreter.

    For what is called for every character; the wrappers of pypdfium2 build an object for each pointer.
    """
    return ctypes.PYFUNCTYPE(returns, *takes)(ctypes.cast(function, ctypes.c_void_p).value or 0)


_text_object = _bare(pdfium.FPDFText_GetTextObject, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int)
_loose_box = _bare(
    pdfium.FPDFText_GetLooseCharBox, ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.POINTER(pdfium.FS_RECTF)
)
_angle = _bare(pdfium.FPDFText_GetCharAngle, ctypes.c_float, ctypes.c_void_p, ctypes.c_int)
_size = _bare(pdfium.FPDFText_GetFontSize, ctypes.c_double, ctypes.c_void_p, ctypes.c_int)
_font = _bare(pdfium.FPDFTextObj_GetFont, ctypes.c_void_p, ctypes.c_void_p)
_mode = _bare(pdfium.FPDFTextObj_GetTextRenderMode, ctypes.c_int, ctypes.c_void_p)
_unicode = _bare(pdfium.FPDFText_GetUnicode, ctypes.c_uint, ctypes.c_void_p, ctypes.c_int)


def words(page: Any) -> list[StyledWord]:
    """The words of a pypdfium2 page, in the order in which the page draws them.

    Form fields have to be flattened into the page before, or their text is not among the words. Boxes are in points
    from the top left of the page as shown (its own /Rotate applied).
    """
    textpage = page.get_textpage()
    try:
        return list(_words(_glyphs(page, textpage)))
    finally:
        textpage.close()


def upright(found: Sequence[StyledWord]) -> int:
    """Quarter turns clockwise that make most of the text of a page upright: 0 for pages as they should be."""
    letters = Counter[int]()
    for word in found:
        letters[word.angle] += len(word.word.text)
    angle, most = max(letters.items(), key=lambda item: item[1], default=(0, 0))
    return -angle % 4 if most > 0.7 * letters.total() else 0


def _glyphs(page: Any, textpage: Any) -> Iterator[_Glyph]:
    turn = Turn.of(page)
    raw = textpage.raw
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    rect = pdfium.FS_RECTF()
    into = ctypes.byref(rect)
    address = ctypes.cast(raw, ctypes.c_void_p).value
    styles: dict[int, tuple[_Style, int]] = {}
    fonts: dict[int, _Font] = {}
    corners = turn.corners
    guessed = False
    for index in range(textpage.count_chars()):
        run = _text_object(address, index)
        if not run:  # a character that pdfium has put in, not one that is drawn
            guessed = True
            continue
        if not _loose_box(address, index, into):
            continue
        drawn = styles.get(run)
        if drawn is None:
            font = fonts.get(_font(run))
            if font is None:
                font = fonts[_font(run)] = _Font.of(raw, index)
            style = _Style.of(raw, index, font, run)
            drawn = styles[run] = style, (style.angle + turn.rotation // 90) % 4
        style, angle = drawn
        code = _unicode(address, index)
        if code in _BLANK and pdfium.FPDFText_GetCharBox(raw, index, left, right, bottom, top):
            tall = right.value - left.value if style.angle % 2 else top.value - bottom.value
            code = ord(UNKNOWN) if tall > _INK else code
        char = chr(code) if code > _HIDDEN_HYPHEN else _character(raw, index, code)
        x0, y0, x1, y1 = corners(rect.left, rect.bottom, rect.right, rect.top)
        yield _Glyph(char, x0, y0, x1, y1, style, guessed, run, angle)
        guessed = False


def _character(raw: Any, index: int, code: int) -> str:
    """The character as printed: pdfium hides a "-" at the end of a line, taking it for a hyphenated word."""
    if code == _HIDDEN_HYPHEN and pdfium.FPDFText_IsHyphen(raw, index) == 1:
        return "-"
    return chr(code) if code else "\ufffd"


class _Font(NamedTuple):
    """What is the same for all that is drawn with one font."""

    name: str
    bold: bool
    italic: bool
    legacy: bool

    @staticmethod
    def of(raw: Any, index: int) -> _Font:
        flags = ctypes.c_int()
        buffer = ctypes.create_string_buffer(256)
        length = pdfium.FPDFText_GetFontInfo(raw, index, buffer, 256, flags)
        name = bytes(buffer.raw[: max(0, length - 1)]).decode("utf-8", "replace")
        low = name.lower()
        return _Font(
            name=name,
            bold="bold" in low or "black" in low or bool(flags.value & _BOLD),
            italic="italic" in low or "oblique" in low or bool(flags.value & _ITALIC),
            legacy=encoding_of_font(name) is not None,
        )


class _Style(NamedTuple):
    """How a run of characters is drawn, the same for the whole run.

    ``angle``: quarter turns clockwise in the space of the page.
    """

    font: str
    bold: bool
    italic: bool
    size: float
    angle: int
    legacy: bool
    slanted: bool
    hidden: bool

    @staticmethod
    def of(raw: Any, index: int, font: _Font, run: int) -> _Style:
        address = ctypes.cast(raw, ctypes.c_void_p).value
        turns = _angle(address, index) / 1.5707963
        return _Style(
            font=font.name,
            bold=font.bold,
            italic=font.italic,
            size=_size(address, index),
            angle=round(turns) % 4,
            legacy=font.legacy,
            slanted=abs(turns - round(turns)) > _LEAN and _is_slanted(raw, index),
            hidden=_mode(run) == pdfium.FPDF_TEXTRENDERMODE_INVISIBLE,
        )


def _is_slanted(raw: Any, index: int) -> bool:
    """True if the line of writing leans, and not only the letters, as those of an italic made from upright ones."""
    matrix = pdfium.FS_MATRIX()
    if not pdfium.FPDFText_GetMatrix(raw, index, matrix):
        return False
    return leans(matrix.a, matrix.b)


def leans(x: float, y: float) -> bool:
    """True if a direction is neither level nor upright."""
    quarters = math.atan2(y, x) / (math.pi / 2)
    return abs(quarters - round(quarters)) > _LEAN


def _words(glyphs: Iterator[_Glyph]) -> Iterator[StyledWord]:
    """Glyphs that touch each other on one line make a word."""
    current: list[_Glyph] = []
    for glyph in glyphs:
        char = glyph.char
        if not char.isalnum():  # letters and figures, most of what is drawn, are none of these
            if current and unicodedata.combining(char):
                # a mark drawn on its own belongs to the letter before it, wherever its box lies
                current[-1] = current[-1]._replace(char=current[-1].char + char)
                continue
            if char.isspace() or not (char.isprintable() or glyph.style.legacy):
                if char != "\u00ad":
                    yield from _finish(current)
                    current = []
                continue
        if current and not _touch(current[-1], glyph):
            yield from _finish(current)
            current = []
        current.append(glyph)
    yield from _finish(current)


def _touch(a: _Glyph, b: _Glyph) -> bool:
    """True if ``b`` goes on with the word of ``a``: close behind it in the direction of writing, on the same line."""
    if a.style.font != b.style.font and a.char.isalpha() and b.char.isdigit():
        return False  # a digit filled in after a word, as digital signatures do with number and date
    if a.angle % 2:
        gap = b.top - a.bottom if a.angle == 1 else a.top - b.bottom
        height, overlap = max(a.x1 - a.x0, 1.0), min(a.x1, b.x1) - max(a.x0, b.x0)
    else:
        gap = b.x0 - a.x1 if a.angle == 0 else a.x0 - b.x1
        height, overlap = max(a.bottom - a.top, 1.0), min(a.bottom, b.bottom) - max(a.top, b.top)
    widest = 0.11 if b.apart else 0.18
    return -0.5 * height < gap < widest * height and overlap > 0.3 * height


def _by_font(glyphs: list[_Glyph]) -> Iterator[tuple[str, Iterator[_Glyph]]]:
    return groupby(glyphs, key=lambda g: g.style.font)


def _finish(glyphs: list[_Glyph]) -> Iterator[StyledWord]:
    if not glyphs:
        return
    chars, x0s, tops, x1s, bottoms, styles, _, runs, _ = zip(*glyphs, strict=True)
    box = BBox(min(x0s), min(tops), max(x1s), max(bottoms))
    if box.x1 - box.x0 <= 0:
        return
    first, run = glyphs[0].style, runs[0]
    whole = runs.count(run) == len(runs)  # drawn in one operation, in one style
    if first.legacy if whole else any(style.legacy for style in styles):
        text = "".join(to_unicode("".join(g.char for g in part), font) for font, part in _by_font(glyphs))
    else:
        text = "".join(chars)
    unknown = UNKNOWN in text
    yield StyledWord(
        PrintedWord(text, box, confidence=0.5 if unknown else 1.0, doubtful=unknown),
        bold=first.bold if whole else sum([style.bold for style in styles]) * 2 > len(glyphs),
        italic=first.italic if whole else sum([style.italic for style in styles]) * 2 > len(glyphs),
        size=first.size if whole else max([style.size for style in styles]),
        run=run,
        angle=glyphs[0].angle,
        slanted=first.slanted,
        hidden=first.hidden,
        seams=() if whole or len(text) != len(glyphs) else _seams(glyphs),
    )


def _seams(glyphs: list[_Glyph]) -> tuple[tuple[int, float, int], ...]:
    return tuple([(at, b.x0, b.run) for at, (a, b) in enumerate(pairwise(glyphs), start=1) if a.run != b.run])


def cut(word: StyledWord, xs: Sequence[float]) -> Iterator[StyledWord]:
    """The parts of a word that touches the next one over a column edge; ``xs``: the edges of the columns."""
    box = word.bbox
    for at, x, run in word.seams:
        if any(box.x0 + 1 < edge and edge - 1 <= x <= edge + _PADDING for edge in xs):
            left = replace(word.word, text=word.word.text[:at], bbox=box._replace(x1=x))
            right = replace(word.word, text=word.word.text[at:], bbox=box._replace(x0=x))
            yield replace(word, word=left, seams=())
            yield replace(word, word=right, run=run, seams=())
            return
    yield word
