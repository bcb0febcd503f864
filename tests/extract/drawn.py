"""Tables of plan annexes drawn at random as PDF pages, with the cells that a reader must find."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from tests.samples.as_pdf import FONT_FOLDER

Style = Literal["grid", "bars", "dashed", "double", "open", "levels", "head", "bands", "blank"]
RULED: tuple[Style, ...] = ("grid", "bars", "dashed", "double", "open")
"""Lines around all cells; the same as filled bars, dashed, doubled; no lines at the left and right end."""
UNRULED: tuple[Style, ...] = ("levels", "head", "bands", "blank")
"""Lines between rows only; above and below the header only; every other row shaded; nothing."""
Span = tuple[int, int, int, int]
"""Row, column, rows, columns of a cell that takes more than one place."""

_NAMES = (
    "Tỷ lệ hộ nghèo đa chiều", "Tỷ lệ lao động qua đào tạo", "Tổng sản phẩm trên địa bàn", "Sản lượng lương thực",
    "Số xã đạt chuẩn nông thôn mới", "Tỷ lệ dân số tham gia bảo hiểm y tế", "Thu ngân sách nhà nước",
    "Tỷ lệ hồ sơ giải quyết trực tuyến toàn trình trong tổng số hồ sơ tiếp nhận", "Diện tích trồng rừng mới",
)  # fmt: skip
_WORK = (
    "Rà soát, sửa đổi quy chế làm việc", "Tổ chức tập huấn cho cán bộ cấp xã", "Kiểm tra việc thực hiện kế hoạch",
    "Xây dựng cơ sở dữ liệu dùng chung của tỉnh", "Báo cáo kết quả gửi Ủy ban nhân dân tỉnh",
)  # fmt: skip
_UNITS = ("%", "ha", "tấn", "người", "tỷ đồng", "xã")
_BODIES = ("Sở Nội vụ", "Sở Tài chính", "Sở Nông nghiệp và Môi trường", "UBND các xã, phường", "Công an tỉnh")
_TIMES = ("Quý I", "Tháng 6/2026", "Thường xuyên", "Quý III/2026")
_NOTES = ("", "", "Nghị quyết 05", "Ước tính")


@dataclass(frozen=True)
class Truth:
    """What a reader must find: the texts as rows by columns ("" beside and below a spanning cell), and the spans."""

    grid: list[list[str]]
    header_rows: int
    spans: list[Span] = field(default_factory=list)


@dataclass(frozen=True)
class Look:
    """How a table is drawn; sizes in points.

    ``middle``: cells stand in the middle of their row, not at its top. ``centred``: numbers and units stand in the
    middle of their column, not at its right and left end.
    """

    style: Style
    size: float = 11
    pad: float = 4
    middle: bool = False
    centred: bool = False
    width: float = 480


def random_table(rng: random.Random, rows: int = 6) -> tuple[Truth, list[float]]:
    """A table of indicators or of work, and the shares of its columns in the width."""
    return _indicators(rng, rows) if rng.random() < 0.6 else _work(rng, rows)


def _number(rng: random.Random) -> str:
    whole = rng.choice([rng.randint(1, 99), rng.randint(100, 99_999)])
    text = f"{whole:,}".replace(",", ".")
    return f"{text},{rng.randint(1, 9)}" if rng.random() < 0.4 else text


def _indicators(rng: random.Random, rows: int) -> tuple[Truth, list[float]]:
    years = rng.random() < 0.4
    head = ["TT", "Chỉ tiêu", "Đơn vị tính", "Thực hiện năm 2025", "Kế hoạch năm 2026", "Ghi chú"]
    shares = [0.07, 0.35, 0.13, 0.15, 0.15, 0.15]
    spans: list[Span] = []
    grid = [head]
    if years:
        grid = [["TT", "Chỉ tiêu", "Đơn vị tính", "Kế hoạch", "", "Ghi chú"], ["", "", "", "Năm 2026", "Năm 2030", ""]]
        spans = [(0, 3, 1, 2), *((0, c, 2, 1) for c in (0, 1, 2, 5))]
    count = 0
    for number in range(rows):
        if number % 4 == 0 and rng.random() < 0.5:
            grid.append(
                [("I", "II", "III", "IV", "V")[number // 4], rng.choice(("Kinh tế", "Xã hội", "Môi trường")), *[""] * 4]
            )
            continue
        count += 1
        row = [str(count), rng.choice(_NAMES), rng.choice(_UNITS), _number(rng), _number(rng), rng.choice(_NOTES)]
        grid.append(row)
    if not any(row[5] for row in grid[len(grid) - rows :]):
        grid[-1][5] = "Ước tính"
    return Truth(grid, 2 if years else 1, spans), shares


def _work(rng: random.Random, rows: int) -> tuple[Truth, list[float]]:
    head = ["STT", "Nội dung công việc", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian"]
    grid = [head]
    grid += [
        [str(n), rng.choice(_WORK), rng.choice(_BODIES), rng.choice(_BODIES), rng.choice(_TIMES)]
        for n in range(1, rows + 1)
    ]
    return Truth(grid, 1), [0.08, 0.32, 0.2, 0.22, 0.18]


class Sheet:
    """One page that is drawn from the top."""

    def __init__(self, path: Path, size: tuple[float, float] = A4) -> None:
        for face in ("Regular", "Bold"):
            pdfmetrics.registerFont(TTFont(f"Drawn-{face}", FONT_FOLDER / f"LiberationSerif-{face}.ttf"))
        self.canvas = Canvas(str(path), pagesize=size)
        self.size = size
        self.left, self.y = 60.0, size[1] - 60.0

    def text(self, *lines: str, bold: bool = False, x: float | None = None, size: float = 13) -> None:
        """Lines of running text, one below the other."""
        for line in lines:
            self.canvas.setFont("Drawn-Bold" if bold else "Drawn-Regular", size)
            self.canvas.drawString(self.left if x is None else x, self.y, line)
            self.y -= 1.35 * size

    def turn(self) -> None:
        """Go on with a new page."""
        self.canvas.showPage()
        self.y = self.size[1] - 60.0

    def save(self) -> None:
        """Write the file."""
        self.canvas.save()

    def table(self, truth: Truth, shares: list[float], look: Look, first: int = 0, last: int | None = None) -> None:
        """Rows [first, last) of a table; numbers stand at the right of their cell, the rest at the left."""
        xs = [self.left]
        for share in shares:
            xs.append(xs[-1] + share * look.width)
        rows = list(range(first, len(truth.grid) if last is None else last))
        spans = {(r, c): (h, w) for r, c, h, w in truth.spans}
        covered = {(r + i, c + j) for r, c, h, w in truth.spans for i in range(h) for j in range(w)} - set(spans)
        heights = [self._height(truth.grid[r], xs, look, {c for rr, c in spans if rr == r}) for r in rows]
        tops = [self.y]
        for height in heights:
            tops.append(tops[-1] - height)
        for at, r in enumerate(rows):
            if look.style == "bands" and (r < truth.header_rows or r % 2 == 0):
                self.canvas.setFillGray(0.88)
                self.canvas.rect(xs[0], tops[at + 1], xs[-1] - xs[0], heights[at], stroke=0, fill=1)
                self.canvas.setFillGray(0)
            for c, text in enumerate(truth.grid[r]):
                if (r, c) in covered:
                    continue
                high, wide = spans.get((r, c), (1, 1))
                box = (xs[c], tops[at], xs[c + wide], tops[at + high])
                self._cell(text, box, look, head=r < truth.header_rows)
                self._rules(box, look, c == 0, c + wide == len(shares), r, truth.header_rows, r == rows[-1])
        self.y = tops[-1] - 24

    def _wrapped(self, text: str, width: float, look: Look, face: str = "Drawn-Bold") -> list[str]:
        lines: list[str] = []
        for word in text.split():
            both = f"{lines[-1]} {word}" if lines else word
            if lines and pdfmetrics.stringWidth(both, face, look.size) <= width:
                lines[-1] = both
            else:
                lines.append(word)
        return lines

    def _height(self, row: list[str], xs: list[float], look: Look, spanning: set[int]) -> float:
        counts = [
            len(self._wrapped(text, xs[c + 1] - xs[c] - 2 * look.pad, look))
            for c, text in enumerate(row)
            if c not in spanning
        ]
        return max([1, *counts]) * 1.15 * look.size + 2 * look.pad

    def _cell(self, text: str, box: tuple[float, float, float, float], look: Look, *, head: bool) -> None:
        x0, top, x1, bottom = box
        face = "Drawn-Bold" if head else "Drawn-Regular"
        lines = self._wrapped(text, x1 - x0 - 2 * look.pad, look)
        leading = 1.15 * look.size
        y = top - look.pad - 0.85 * look.size
        if head or look.middle:
            y -= (top - bottom - 2 * look.pad - len(lines) * leading) / 2
        self.canvas.setFont(face, look.size)
        for line in lines:
            if head or (look.centred and (text[:1].isdigit() or len(text) < 9)):
                self.canvas.drawCentredString((x0 + x1) / 2, y, line)
            elif text.replace(".", "").replace(",", "").isdigit() and x0 > self.left:
                self.canvas.drawRightString(x1 - look.pad, y, line)
            else:
                self.canvas.drawString(x0 + look.pad, y, line)
            y -= leading

    def _rules(
        self,
        box: tuple[float, float, float, float],
        look: Look,
        first: bool,
        last: bool,
        row: int,
        head: int,
        end: bool,
    ) -> None:
        x0, top, x1, bottom = box
        style = look.style
        level = [(x0, top, x1, top), (x0, bottom, x1, bottom)]
        upright = [(x0, top, x0, bottom), (x1, top, x1, bottom)]
        if style == "open":
            upright = [u for u, outer in zip(upright, (first, last), strict=True) if not outer]
        if style == "levels":
            upright = []
        if style in ("head", "bands", "blank"):
            upright = []
            level = (
                []
                if style != "head"
                else ([level[0]] if row == 0 else []) + ([level[1]] if end or (row < head and bottom < top) else [])
            )
        for a, b, c, d in level + upright:
            if style == "bars":
                self.canvas.rect(a - 0.25, d - 0.25, c - a + 0.5, b - d + 0.5, stroke=0, fill=1)
            elif style == "double":
                for off in (-0.9, 0.9):
                    shift = (off, 0) if a == c else (0, off)
                    self.canvas.line(a + shift[0], b + shift[1], c + shift[0], d + shift[1])
            else:
                self.canvas.setDash([3, 2] if style == "dashed" else [])
                self.canvas.setLineWidth(0.5)
                self.canvas.line(a, b, c, d)
                self.canvas.setDash([])
