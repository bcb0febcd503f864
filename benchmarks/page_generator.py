"""Pages of invented plans, drawn so that every word, its order and every table cell on them is known.

Layout after Decree 30/2020/NĐ-CP, annex I: A4, 13 to 14 points, letterhead halves, page number in the top margin,
recipients beside the signature, annex tables upright or lying.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from benchmarks import degrade
from benchmarks.plan_words import AGENCIES, GROUPS, INDICATORS, NAMES, PLACES, TITLES, Writer

DPI = 300
KINDS = ("first", "body", "last", "table", "lying")
FACES = {
    "Liberation Serif": {
        "plain": "/usr/share/fonts/truetype/liberation2/LiberationSerif-Regular.ttf",
        "bold": "/usr/share/fonts/truetype/liberation2/LiberationSerif-Bold.ttf",
        "italic": "/usr/share/fonts/truetype/liberation2/LiberationSerif-Italic.ttf",
    },
    "FreeSerif": {
        "plain": "/usr/share/fonts/truetype/freefont/FreeSerif.ttf",
        "bold": "/usr/share/fonts/truetype/freefont/FreeSerifBold.ttf",
        "italic": "/usr/share/fonts/truetype/freefont/FreeSerifItalic.ttf",
    },
}


@dataclass(slots=True)
class Truth:
    """What is on a page: printed lines in reading order (without the page number), and the table's rows if any.

    ``ordered``: lines whose place in the order is checked (letterhead and closing block).
    """

    lines: list[str] = field(default_factory=list)
    ordered: list[str] = field(default_factory=list)
    rows: list[list[str]] = field(default_factory=list)

    def text(self) -> str:
        """All words in reading order, table cells last."""
        return "\n".join([*self.lines, *("\t".join(row) for row in self.rows)])


@dataclass(slots=True)
class DrawnPage:
    """A page before it is scanned, at 300 dpi."""

    kind: str
    image: Image.Image
    truth: Truth


def missing_fonts() -> list[str]:
    """Font files that the generator needs and that are not installed."""
    return [file for faces in FACES.values() for file in faces.values() if not Path(file).is_file()]


def draw_page(seed: int) -> DrawnPage:
    """The page of ``seed``; kinds of page and fonts take turns."""
    rng = np.random.default_rng(seed)
    kind = KINDS[seed % len(KINDS)]
    faces = list(FACES.values())[(seed // len(KINDS)) % len(FACES)]
    sheet = _Sheet(Writer(rng), faces, float(rng.uniform(12.8, 14.2)), lying=kind == "lying")
    drawers: dict[str, Callable[[], None]] = {
        "first": sheet.first, "body": sheet.body, "last": sheet.last, "table": sheet.table, "lying": sheet.table,
    }  # fmt: skip
    drawers[kind]()
    return DrawnPage(kind, sheet.image, sheet.truth)


class _Sheet:
    """A page while it is drawn; places in points."""

    def __init__(self, writer: Writer, faces: dict[str, str], size: float, lying: bool) -> None:
        self.width, self.height = (842.0, 595.0) if lying else (595.0, 842.0)
        self.image = Image.new("RGB", (round(self.width * DPI / 72), round(self.height * DPI / 72)), "white")
        self.draw = ImageDraw.Draw(self.image)
        self.writer, self.faces, self.size = writer, faces, size
        self.truth = Truth()
        self.left, self.right, self.y = 85.0, self.width - 51.0, 60.0

    def font(self, face: str, size: float) -> ImageFont.FreeTypeFont:
        return ImageFont.truetype(self.faces[face], round(size * DPI / 72))

    def measure(self, words: str, face: str, size: float) -> float:
        return self.font(face, size).getlength(words) * 72 / DPI

    def put(self, x: float, words: str, face: str = "plain", size: float | None = None, y: float | None = None) -> None:
        at = (x * DPI / 72, (self.y if y is None else y) * DPI / 72)
        self.draw.text(at, words, fill=(15, 15, 15), font=self.font(face, size or self.size))

    def centred(self, x: float, words: str, face: str = "plain", size: float | None = None) -> float:
        """Write around ``x``; returns the width."""
        length = self.measure(words, face, size or self.size)
        self.put(x - length / 2, words, face, size)
        return length

    def rule(self, x0: float, y0: float, x1: float, y1: float) -> None:
        self.draw.line([v * DPI / 72 for v in (x0, y0, x1, y1)], fill=(15, 15, 15), width=3)

    def wrapped(self, words: str, face: str, size: float, width: float, indent: float = 0.0) -> list[list[str]]:
        lines: list[list[str]] = [[]]
        used = indent
        space = self.measure(" ", face, size)
        for word in words.split():
            length = self.measure(word, face, size)
            if lines[-1] and used + length > width:
                lines.append([])
                used = 0.0
            lines[-1].append(word)
            used += length + space
        return lines

    def paragraph(self, words: str, bottom: float) -> bool:
        """A justified paragraph with a first line indent; False where it does not fit above ``bottom``."""
        face = "bold" if words.isupper() or (len(words) < 60 and words[:1].isdigit()) else "plain"
        lines = self.wrapped(words, face, self.size, self.right - self.left, 28)
        pitch = self.size * 1.34
        if self.y + pitch * len(lines) > bottom:
            return False
        for number, line in enumerate(lines):
            x = self.left + (28 if number == 0 else 0)
            lengths = [self.measure(word, face, self.size) for word in line]
            space = self.measure(" ", face, self.size)
            if number < len(lines) - 1:
                space = (self.right - x - sum(lengths)) / max(1, len(line) - 1)
            for word, length in zip(line, lengths, strict=True):
                self.put(x, word, face)
                x += length + space
            self.truth.lines.append(" ".join(line))
            self.y += pitch
        self.y += 4
        return True

    def fill(self, bottom: float) -> None:
        for words in self.writer.paragraphs(60):
            if not self.paragraph(words, bottom):
                return

    def page_number(self) -> None:
        self.put(self.width / 2 - 6, str(self.writer.rng.integers(2, 30)), y=34)

    def body(self) -> None:
        """A page of body text under a page number."""
        self.page_number()
        self.fill(self.height - 60)

    def first(self) -> None:
        """Letterhead, title, legal bases, body; an arrival stamp over the corner."""
        level, capitals, name = PLACES[int(self.writer.rng.integers(len(PLACES)))]
        rng = self.writer.rng
        year = int(rng.integers(2021, 2027))
        left = [
            ("ỦY BAN NHÂN DÂN", "bold"),
            (f"{level} {capitals}", "bold"),
            (f"Số: {rng.integers(11, 900)}/KH-UBND", "plain"),
        ]
        date = f"{name}, ngày {rng.integers(10, 31)} tháng {rng.integers(10, 13)} năm {year}"
        right = [
            ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "bold"),
            ("Độc lập - Tự do - Hạnh phúc", "bold"),
            (date, "italic"),
        ]
        top = self.y
        for column, lines in ((self.left + 70, left), (self.left + 318, right)):
            self.y = top
            for number, (words, face) in enumerate(lines):
                length = self.centred(column, words, face, 12.3 if column > 300 else 12.8)
                self.y += 17
                if number == 1:
                    self.rule(column - length * 0.3, self.y + 1, column + length * 0.3, self.y + 1)
                    self.y += 8
                self.truth.lines.append(words)
                self.truth.ordered.append(words)
        self.y += 18
        title = self.writer.pick(TITLES).format(year=year, later=year + 4)
        for words in ("KẾ HOẠCH", *(" ".join(line) for line in self.wrapped(title, "bold", self.size, 330))):
            self.centred(self.width / 2, words, "bold")
            self.truth.lines.append(words)
            self.y += 19
        self.y += 10
        self.paragraph(self.writer.basis(), self.height)
        self.fill(self.height - 60)
        font = self.faces["bold"]
        self.image = degrade.arrival_stamp(self.image, DPI, (0.5 + float(rng.uniform(0, 0.5)), 1.55), font)

    def last(self) -> None:
        """Body, then recipients beside the signature, sealed and signed."""
        self.page_number()
        self.fill(self.height * float(self.writer.rng.uniform(0.45, 0.62)))
        self.y += 14
        top, rng = self.y, self.writer.rng
        agencies = [self.writer.pick(AGENCIES) for _ in range(int(rng.integers(3, 6)))]
        lines = ["Nơi nhận:", "- Như trên;", *(f"- {agency};" for agency in dict.fromkeys(agencies)), "- Lưu: VT, TH."]
        for number, words in enumerate(lines):
            self.put(self.left, words, "italic" if number == 0 else "plain", 11.2)
            self.y += 14.5
        self.truth.lines += lines
        bottom, self.y = self.y, top
        name = self.writer.pick(NAMES)
        head = [("TM. ỦY BAN NHÂN DÂN", 0.0), ("KT. CHỦ TỊCH", 0.0), ("PHÓ CHỦ TỊCH", 78.0), (name, 0.0)]
        for words, gap in head:
            self.centred(self.right - 105, words, "bold")
            self.y += 18 + gap
        self.truth.lines += [words for words, _ in head]
        self.truth.ordered += [*lines, *(words for words, _ in head)]
        centre = ((self.right - 165) / 72, (top + 92) / 72)
        self.image = degrade.seal(self.image, DPI, centre, "ỦY BAN NHÂN DÂN", self.faces["bold"])
        self.image = degrade.signature(self.image, DPI, ((self.right - 100) / 72, (top + 95) / 72), rng)
        self.y = max(bottom, self.y)

    def table(self) -> None:
        """An annex: label, title, ruled table with group rows that span, ordinals, units, values, lone dashes."""
        rng = self.writer.rng
        self.left, self.right = 60.0, self.width - 45.0
        for words, face in (
            ("PHỤ LỤC", "bold"),
            ("CHỈ TIÊU CHỦ YẾU CỦA KẾ HOẠCH", "bold"),
            ("(Kèm theo Kế hoạch)", "italic"),
        ):
            self.centred(self.width / 2, words, face)
            self.truth.lines.append(words)
            self.y += 19
        self.y += 8
        shares = (0.07, 0.35, 0.11, 0.12, 0.12, 0.23) if self.width < 700 else (0.05, 0.36, 0.1, 0.11, 0.11, 0.27)
        xs = [self.left + (self.right - self.left) * sum(shares[:i]) for i in range(len(shares) + 1)]
        year = int(rng.integers(2021, 2027))
        rows = [["TT", "Chỉ tiêu", "Đơn vị tính", f"Ước năm {year - 1}", f"Kế hoạch năm {year}", "Cơ quan chủ trì"]]
        number = 0
        while True:
            if number == 0 or rng.random() < 0.12:
                index = sum(row[0] in ("I", "II", "III", "IV") for row in rows)
                if index < len(GROUPS):
                    rows.append([("I", "II", "III", "IV")[index], GROUPS[index], "", "", "", ""])
            number += 1
            name, unit = INDICATORS[int(rng.integers(len(INDICATORS)))]
            values = [self.writer.number("%" if unit == "%" else "big") for _ in range(2)]
            if rng.random() < 0.12:
                values[0] = "-"
            rows.append([str(number), name, unit, *values, self.writer.pick(AGENCIES)])
            if not self._fits(rows, xs):
                rows.pop()
                break
        if rows[-1][0] in ("I", "II", "III", "IV"):
            rows.pop()
        self._grid(rows, xs)
        self.truth.rows = rows

    def _cell_lines(self, words: str, width: float, face: str) -> list[str]:
        return [" ".join(line) for line in self.wrapped(words, face, 11.0, width - 8)] if words else []

    def _row_height(self, row: list[str], xs: list[float], face: str) -> float:
        if row[2:] == [""] * 4:
            return 19.0
        widths = [xs[i + 1] - xs[i] for i in range(len(row))]
        return 6 + 13.6 * max(len(self._cell_lines(w, width, face)) for w, width in zip(row, widths, strict=True))

    def _fits(self, rows: list[list[str]], xs: list[float]) -> bool:
        return self.y + sum(self._row_height(row, xs, "plain") for row in rows) < self.height - 55

    def _grid(self, rows: list[list[str]], xs: list[float]) -> None:
        y = self.y
        self.rule(xs[0], y, xs[-1], y)
        for number, row in enumerate(rows):
            group = row[2:] == [""] * 4
            face = "bold" if number == 0 or group else "plain"
            height = self._row_height(row, xs, face)
            edges = [xs[0], xs[1], xs[-1]] if group else xs
            for column in range(len(edges) - 1):
                lines = self._cell_lines(row[column], edges[column + 1] - edges[column], face)
                for index, line in enumerate(lines):
                    length = self.measure(line, face, 11.0)
                    middle = (edges[column] + edges[column + 1]) / 2
                    x = edges[column] + 4 if column in (1, 5) and number else middle - length / 2
                    top = y + (height - 13.6 * len(lines)) / 2 + 13.6 * index
                    self.put(x, line, face, 11.0, top)
            for x in edges:
                self.rule(x, y, x, y + height)
            y += height
            self.rule(xs[0], y, xs[-1], y)
