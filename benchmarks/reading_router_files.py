"""Makes PDF pages whose text layer is known to be good or bad, for benchmarks.reading_router.

The words are put together from phrases of the genre; what is wrong with a layer is done to the file as bad producers
do it: marks lost by recognition, letters misread, letters without a name in the font, wrong tables of characters.
"""

from __future__ import annotations

import io
import random
import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pikepdf
from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

FONTS = Path("/usr/share/fonts/truetype/dejavu")
WHO = (
    "Sở Nội vụ", "Sở Tài chính", "UBND các huyện, thị xã, thành phố", "Văn phòng HĐND và UBND tỉnh", "Công an xã",
    "Ban Chỉ đạo 35", "BHXH huyện Krông Pắc", "UBND xã Ia Grai", "Phòng LĐTBXH", "Sở NN&PTNT", "Đoàn TNCS Hồ Chí Minh",
    "UBND thị trấn Ea T'ling", "Trung tâm Y tế huyện Đắk Glong", "Hội LHPN tỉnh Kon Tum", "Điện lực Mường Khương",
)  # fmt: skip
DOES = (
    "chủ trì, phối hợp với các cơ quan liên quan", "tham mưu, trình UBND tỉnh ban hành", "hướng dẫn, kiểm tra, đôn đốc",
    "xây dựng, nâng cấp và quản lý", "rà soát, sửa đổi, bổ sung", "tuyên truyền, phổ biến sâu rộng",
    "bố trí kinh phí để thực hiện", "tổ chức sơ kết, đánh giá kết quả", "đẩy nhanh tiến độ giải ngân",
)  # fmt: skip
WHAT = (
    "kế hoạch chuyển đổi số giai đoạn 2026 - 2030", "tỷ lệ hộ nghèo giảm còn 3,25%", "hệ thống thủy lợi nội đồng",
    "các chỉ tiêu tại Phụ lục kèm theo", "quy hoạch sử dụng đất đến năm 2035", "dịch vụ công trực tuyến mức độ 4",
    "công tác phòng, chống thiên tai", "Nghị quyết số 12-NQ/TU ngày 15/3/2025", "nguồn nhân lực khuyến nông",
    "chương trình mục tiêu quốc gia", "Quyết định số 88/QĐ-TTg", "14.250 người lao động qua đào tạo nghề",
)  # fmt: skip
HEAD = ("ỦY BAN NHÂN DÂN TỈNH A", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "KẾ HOẠCH")


@dataclass(frozen=True, slots=True)
class Made:
    """A PDF with one page, of what kind it is, and whether its text layer is unusable."""

    kind: str
    unusable: bool
    data: bytes


def prose(rng: random.Random, lines: int = 34) -> list[str]:
    """Lines of a page of a plan."""
    found = list(HEAD) if rng.random() < 0.5 else []
    while len(found) < lines:
        found.append(f"- {rng.choice(WHO)} {rng.choice(DOES)}")
        found.append(
            f"{rng.choice(WHAT)} trên địa bàn, hoàn thành trước ngày {rng.randint(1, 28)}/{rng.randint(1, 12)}/2026;"
        )
    return found


def figures(rng: random.Random) -> list[str]:
    """Lines of a table of numbers."""
    return [
        f"{number} {rng.choice(('Lúa', 'Ngô', 'Chè', 'Cá nước ngọt', 'Đàn trâu', 'Khoai lang'))} "
        + " ".join(f"{rng.uniform(0, 9000):.2f}".replace(".", ",") for _ in range(8))
        for number in range(1, 40)
    ]


def names(rng: random.Random) -> list[str]:
    """Lines of a list of people and places, minority languages among them."""
    places = (
        "Đắk R'lấp",
        "Ia H'Drai",
        "Krông Nô",
        "Mù Cang Chải",
        "Cư M'gar",
        "Lắk",
        "Kon Rẫy",
        "Pleiku",
        "Sìn Hồ",
        "A Lưới",
    )
    people = (
        "H'Ngăm Niê",
        "Y Thông Byă",
        "Giàng A Páo",
        "Nguyễn Thị Ngoan",
        "Trần Quyết",
        "Rơ Châm H'Yéo",
        "Lò Văn Ơn",
    )
    return [
        f"{n}. {rng.choice(people)}, sinh năm {rng.randint(1960, 2000)}, xã {rng.choice(places)}, {rng.choice(places)}"
        for n in range(1, 34)
    ]


def misread(rng: random.Random, lines: list[str], share: float, marks: float) -> list[str]:
    """What poor recognition makes of the lines: ``share`` of letters replaced, ``marks`` of the marks lost."""

    def letter(char: str) -> str:
        if char.isalpha() and rng.random() < share:
            return rng.choice("il1jftrc~|^oe0nuvGQ(")
        if ord(char) > 127 and char.isalpha() and rng.random() < marks:
            base = unicodedata.normalize("NFD", char)[0]
            return "d" if char == "đ" else "D" if char == "Đ" else base
        return char

    return ["".join(letter(c) for c in line) for line in lines]


def draw(lines: list[str], image: str = "", first: float = 790, font: str = "DejaVuSerif") -> bytes:
    """A page with ``lines`` as text layer; ``image``: "" for none, "page" under hidden text, "half" beside the text.

    ``first``: height of the first line in points.
    """
    if font not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(TTFont(font, FONTS / f"{font}.ttf"))
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4, invariant=1)
    if image:
        grey = ImageReader(Image.new("L", (60, 80), 200))
        canvas.drawImage(grey, 0, 0, A4[0], A4[1] if image == "page" else A4[1] * 0.45)
    text = canvas.beginText(70, first)
    text.setFont(font, 10, 20)
    text.setTextRenderMode(3 if image == "page" else 0)
    for line in lines:
        text.textLine(line)
    canvas.drawText(text)
    canvas.save()
    return buffer.getvalue()


def remap(data: bytes, change: Callable[[str], str | None]) -> bytes:
    """The PDF with another table of characters: ``change`` gives what a letter is said to be, None for nothing."""

    def entry(match: re.Match[bytes]) -> bytes:
        new = change(chr(int(match[2], 16)))
        return b"" if new is None else b"<%s> <%04X>\n" % (match[1], ord(new))

    with pikepdf.open(io.BytesIO(data)) as pdf:
        for font in _fonts(pdf):
            table = re.sub(rb"<([0-9A-Fa-f]{2})> <([0-9A-Fa-f]{4})>\n", entry, font.ToUnicode.read_bytes())
            font.ToUnicode = pdf.make_stream(table)
        return _saved(pdf)


def rename(data: bytes, name: str) -> bytes:
    """The PDF with its fonts called ``name``."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for font in _fonts(pdf):
            font.BaseFont = pikepdf.Name("/AAAAAA+" + name)
            font.FontDescriptor.FontName = font.BaseFont
        return _saved(pdf)


def _fonts(pdf: pikepdf.Pdf) -> list[pikepdf.Dictionary]:
    return [item for item in pdf.objects if isinstance(item, pikepdf.Dictionary) and "/ToUnicode" in item]


def _saved(pdf: pikepdf.Pdf) -> bytes:
    out = io.BytesIO()
    pdf.save(out)
    return out.getvalue()


def legacy(lines: list[str], encoding: str) -> list[str]:
    """The lines as a program without Unicode shows text in TCVN3 or VNI."""
    from viparse.normalize.encodings import CHARMAPS

    back = {new: old for old, new in CHARMAPS[encoding].pairs}
    return ["".join(back.get(c, c) for c in line) for line in lines]


def pages(seed: int, of_each: int) -> list[Made]:
    """``of_each`` pages of every kind."""
    rng = random.Random(seed)
    found: list[Made] = []

    def add(kind: str, unusable: bool, make: Callable[[], bytes]) -> None:
        found.extend(Made(kind, unusable, make()) for _ in range(of_each))

    drop = ["H", "C", "N", "h", "n", "g", "t"]
    add("prose", False, lambda: draw(prose(rng)))
    add("capitals", False, lambda: draw([line.upper() for line in prose(rng, 12)]))
    add("marks apart (NFD)", False, lambda: draw([unicodedata.normalize("NFD", line) for line in prose(rng)]))
    add("figures", False, lambda: draw(figures(rng)))
    add("few words", False, lambda: draw(["Nơi nhận:", "- Lưu: VT.", "TM. ỦY BAN NHÂN DÂN", "Nguyễn Văn A"]))
    add("picture beside text", False, lambda: draw(prose(rng, 16), "half"))
    add("good hidden layer", False, lambda: draw(misread(rng, prose(rng), 0.005, 0.01), "page"))
    add("names of places and people", False, lambda: draw(names(rng)))
    add("two fonts, one TCVN3", False, lambda: _two_fonts(rng))
    add("slips of a good recognition", False, lambda: draw(misread(rng, prose(rng), 0.015, 0.03), "page"))
    add(
        "half of the lines misread",
        True,
        lambda: draw(prose(rng, 17) + misread(rng, prose(rng, 17), 0.25, 0.6), "page"),
    )
    add("short and misread", True, lambda: draw(misread(rng, prose(rng, 3)[-3:], 0.25, 0.7), "page"))
    add("one word in six wrong", True, lambda: draw(misread(rng, prose(rng), 0.05, 0.12), "page"))
    add("one letter not named", True, lambda: _dropped(rng, drop, None, 1))
    add("hidden layer without marks", True, lambda: draw(misread(rng, prose(rng), 0.01, 1.0), "page"))
    add("hidden layer, half the marks", True, lambda: draw(misread(rng, prose(rng), 0.03, 0.5), "page"))
    add("hidden layer misread", True, lambda: draw(misread(rng, prose(rng), rng.uniform(0.08, 0.3), 0.3), "page"))
    add("misread, no picture", True, lambda: draw(misread(rng, prose(rng), 0.15, 0.6)))
    add("stamp over a scan", True, lambda: draw(["ĐẾN", "Số: 12", "Ngày: 3/4/2026"], "page"))
    add("scan without text", True, lambda: draw([], "page"))
    add("letters not named", True, lambda: _dropped(rng, drop, None))
    add("letters named as blanks", True, lambda: _dropped(rng, drop, " "))
    add("codes shifted", True, lambda: remap(draw(prose(rng)), lambda c: chr(ord(c) + 29)))
    add("UTF-8 as Latin 1", True, lambda: draw([_mistaken(line) for line in prose(rng)]))
    add("TCVN3 in its font", False, lambda: rename(draw(legacy(prose(rng), "tcvn3")), ".VnTime"))
    add("VNI in its font", False, lambda: rename(draw(legacy(prose(rng), "vni")), "VNI-Times"))
    add("TCVN3 in another font", True, lambda: draw(legacy(prose(rng), "tcvn3")))
    add("VNI in another font", True, lambda: draw(legacy(prose(rng), "vni")))
    add("letters spaced", True, lambda: draw([" ".join(line[:34]) for line in prose(rng)], "page"))
    return found


def _mistaken(line: str) -> str:
    """UTF-8 read as Latin 1, without the control characters that this gives."""
    return "".join(c for c in line.encode().decode("latin-1") if c.isprintable())


def _two_fonts(rng: random.Random) -> bytes:
    """Half of the lines in Unicode, half in TCVN3, each in its font."""
    with (
        pikepdf.open(io.BytesIO(draw(prose(rng, 17)))) as pdf,
        pikepdf.open(io.BytesIO(rename(draw(legacy(prose(rng, 17), "tcvn3"), first=400), ".VnTime"))) as other,
    ):
        pdf.pages[0].add_overlay(other.pages[0])
        return _saved(pdf)


def _dropped(rng: random.Random, letters: list[str], name: str | None, count: int = 2) -> bytes:
    lost = rng.sample(letters, count)
    return remap(draw(prose(rng)), lambda c: name if c in lost else c)
