"""A sample as a digital PDF, laid out as Decree 30/2020/NĐ-CP, annex I asks: A4, margins, type sizes, letterhead."""

from __future__ import annotations

import re
from pathlib import Path
from xml.sax.saxutils import escape

from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_LEFT
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    HRFlowable,
    KeepTogether,
    LongTable,
    NextPageTemplate,
    PageBreak,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
)

from tests.samples.content import NATION, Annex, Sample

# Version 2 of the Liberation fonts: the metrics of Times, and all Vietnamese letters (version 1 lacks them).
FONT_FOLDER = Path("/usr/share/fonts/truetype/liberation2")
FACES = {"Serif": "Regular", "Serif-Bold": "Bold", "Serif-Italic": "Italic", "Serif-BoldItalic": "BoldItalic"}
LEFT, RIGHT, TOP, BOTTOM = 30 * mm, 18 * mm, 20 * mm, 20 * mm
WIDTH = A4[0] - LEFT - RIGHT
# The look of a paragraph by its marker, first that matches.
LOOKS = (
    (re.compile(r"[IVX]+\. "), "Serif-Bold"),
    (re.compile(r"\d+\.\d+\. .*[^./;]$"), "Serif-BoldItalic"),
    (re.compile(r"\d+\. .*[^./;]$"), "Serif-Bold"),
    (re.compile(r"\(.*\)$"), "Serif-Italic"),
    (re.compile(""), "Serif"),
)


def font_file(face: str) -> Path:
    """File of one face of Liberation Serif, which the Debian package fonts-liberation2 installs."""
    return FONT_FOLDER / f"LiberationSerif-{face}.ttf"


def as_pdf(sample: Sample, path: Path) -> None:
    """Draw the plan; the same bytes each time. Raises TTFError where the fonts are not installed."""
    document = pages(path, sample.title, " ".join(sample.issuer))
    story: list[Flowable] = [*_letterhead(sample), *_title(sample)]
    story += [_paragraph(text) for text in sample.body[:-1]]
    # A signature does not stand alone on a page.
    story.append(KeepTogether([_paragraph(sample.body[-1]), Spacer(1, 4 * mm), _closing(sample)]))
    if sample.annex.landscape:
        story.append(NextPageTemplate("landscape"))
    story += [PageBreak(), *_annex(sample.annex)]
    document.build(story)


def pages(path: Path, title: str, author: str) -> BaseDocTemplate:
    """An empty document of A4 pages, templates "portrait" and "landscape"; registers the fonts."""
    for name, face in FACES.items():
        pdfmetrics.registerFont(TTFont(name, str(font_file(face))))
    document = BaseDocTemplate(str(path), pagesize=A4, invariant=1, title=title, author=author)
    document.addPageTemplates([_template("portrait", A4), _template("landscape", landscape(A4))])
    return document


def _template(name: str, size: tuple[float, float]) -> PageTemplate:
    frame = Frame(LEFT, BOTTOM, size[0] - LEFT - RIGHT, size[1] - TOP - BOTTOM, 0, 0, 0, 0)
    return PageTemplate(name, [frame], onPage=_page_number, pagesize=size)


def _page_number(canvas: Canvas, document: BaseDocTemplate) -> None:
    """Annex I, I.7: in the middle of the top margin, not on the first page."""
    if document.page > 1:
        canvas.setFont("Serif", 13)
        canvas.drawCentredString(canvas._pagesize[0] / 2, canvas._pagesize[1] - 12 * mm, str(document.page))


def style(font: str = "Serif", size: float = 13.5, align: int = TA_CENTER, **more: float) -> ParagraphStyle:
    """The look of a paragraph; ``font`` is a key of FACES."""
    return ParagraphStyle("", fontName=font, fontSize=size, leading=size * 1.18, alignment=align, **more)


def words(text: str, look: ParagraphStyle) -> Paragraph:
    """A paragraph of plain text."""
    return Paragraph(escape(text), look)


def _rule(width: float, after: float = 0) -> Flowable:
    return HRFlowable(width=width, thickness=0.7, color="black", hAlign="CENTER", spaceBefore=1.5, spaceAfter=after)


def _columns(rows: list[list[list[Flowable]]], widths: tuple[float, float]) -> Table:
    style = [("VALIGN", (0, 0), (-1, -1), "TOP"), ("LEFTPADDING", (0, 0), (-1, -1), 0),
             ("RIGHTPADDING", (0, 0), (-1, -1), 0), ("TOPPADDING", (0, 0), (-1, -1), 0)]  # fmt: skip
    return Table(rows, [WIDTH * share for share in widths], style=style)


def _letterhead(sample: Sample) -> list[Flowable]:
    """Annex I, II.1 to II.4: bodies and number on the left, nation, place and date on the right."""
    left: list[Flowable] = [words(line, style(size=12)) for line in sample.parent]
    left += [words(line, style("Serif-Bold", 12.5)) for line in sample.issuer]
    left.append(_rule(22 * mm))
    right: list[Flowable] = [words(NATION[0], style("Serif-Bold", 12)), words(NATION[1], style("Serif-Bold", 13)),
                             _rule(54 * mm)]  # fmt: skip
    number = words(f"Số: {sample.number}", style(size=13))
    date = words(sample.place_and_date, style("Serif-Italic", 13))
    return [_columns([[left, right], [[number], [date]]], (0.41, 0.59))]


def _title(sample: Sample) -> list[Flowable]:
    bold = style("Serif-Bold", 14)
    return [Spacer(1, 4 * mm), words(sample.kind, bold), words(sample.title, bold), _rule(30 * mm, 4 * mm)]


def _paragraph(text: str) -> Paragraph:
    font = next(font for pattern, font in LOOKS if pattern.match(text))
    align = TA_CENTER if text.startswith("(") else TA_JUSTIFY
    return words(text, style(font, align=align, firstLineIndent=0 if align == TA_CENTER else 10 * mm, spaceAfter=4))


def _closing(sample: Sample) -> Table:
    """Annex I, II.7 and II.9: recipients on the left, authority, post and name on the right."""
    left: list[Flowable] = [words("Nơi nhận:", style("Serif-BoldItalic", 12, TA_LEFT))]
    left += [words(f"- {line}", style(size=11, align=TA_LEFT)) for line in sample.recipients]
    bold = style("Serif-Bold", 13.5)
    right: list[Flowable] = [words(line, bold) for line in sample.signature[:-1]]
    right += [Spacer(1, 26 * mm), words(sample.signature[-1], bold)]
    return _columns([[left, right]], (0.5, 0.5))


def _annex(annex: Annex) -> list[Flowable]:
    bold = style("Serif-Bold", 13)
    size = A4[1] if annex.landscape else A4[0]
    cell = style(size=11.5, align=TA_LEFT)
    middle = style(size=11.5)
    group = style("Serif-Bold", 11.5, TA_LEFT)
    rows = [[words(column, style("Serif-Bold", 11.5)) for column in annex.columns]]
    for row in annex.rows:
        styles = [middle if len(text) < 14 else cell for text in row] if any(row[2:]) else [group] * len(row)
        rows.append([words(text, look) for text, look in zip(row, styles, strict=True)])
    widths = [(size - LEFT - RIGHT) * share / 100 for share in annex.widths]
    grid = [("GRID", (0, 0), (-1, -1), 0.7, "black"), ("VALIGN", (0, 0), (-1, -1), "MIDDLE")]
    return [
        words(annex.label, bold),
        words(annex.title, bold),
        words(annex.note, style("Serif-Italic", 12.5, spaceAfter=4 * mm)),
        LongTable(rows, widths, style=grid, repeatRows=1),
    ]
