from __future__ import annotations

import pytest

from pipeline.document import BBox
from pipeline.extract.ocr.filled_in import without_handwriting
from pipeline.extract.ocr.repair import repaired
from pipeline.extract.page_content import PrintedWord
from pipeline.lexicon.fixed_phrases import LONGEST, phrases


def words(text: str, confidence: float = 0.9, **sure: float) -> list[PrintedWord]:
    return [
        PrintedWord(word, BBox(10.0 * i, 0, 10.0 * i + 9, 10), sure.get(f"w{i}", confidence))
        for i, word in enumerate(text.split())
    ]


def text(found: list[PrintedWord]) -> str:
    return " ".join(word.text for word in found)


@pytest.mark.parametrize(
    ("read", "right"),
    [
        ("KÉ HOẠCH", "KẾ HOẠCH"),
        ("công tác chuyền đôi số;", "công tác chuyển đổi số;"),
        ("đồng bào dân tộc thiếu số", "đồng bào dân tộc thiểu số"),
        ("Tô chức kiềm tra, giám sát", "Tổ chức kiểm tra, giám sát"),
        ("- Số Nội vụ: chủ trì", "- Sở Nội vụ: chủ trì"),
        ("Số LĐTBXH phối hợp", "Sở LĐTBXH phối hợp"),
        ("tại huyện ly mới", "tại huyện lỵ mới"),
        ("3. Chỉ cục Trồng trọt", "3. Chi cục Trồng trọt"),
        ("TRƯỞNG BAN TUYẾN GIÁO TỈNH UỶ", "TRƯỞNG BAN TUYÊN GIÁO TỈNH UỶ"),
        ("NHIỆM VỤ CỦA ĐẺ ÁN", "NHIỆM VỤ CỦA ĐỀ ÁN"),
        ("H. NHIỆM VỤ, GIẢI PHÁP", "II. NHIỆM VỤ, GIẢI PHÁP"),
        ("IH. TỔ CHỨC THỰC HIỆN", "III. TỔ CHỨC THỰC HIỆN"),
        ("Cân Thơ, ngày 5 tháng 3 năm 2026", "Cần Thơ, ngày 5 tháng 3 năm 2026"),
        ("trên địa bàn tỉnh Bãc Giang.", "trên địa bàn tỉnh Bắc Giang."),
        ("2022.2030", "2022-2030"),
        ("giai đoạn 2022~2025;", "giai đoạn 2022-2025;"),
        ("Từ quý I2012 đến", "Từ quý I/2012 đến"),
        ("hết quý II1/2014.", "hết quý III/2014."),
        ("hết quý 11/2014", "hết quý II/2014"),
        ("Bộ Thông tin và. Truyền thông", "Bộ Thông tin và Truyền thông"),
        ("Phụ lục H", "Phụ lục II"),
        # what may be right stays as it was read
        ("ở sông Cân Thơ", "ở sông Cân Thơ"),
        ("tỉnh Đăk Lăk, tỉnh Đắk Lắk", "tỉnh Đăk Lăk, tỉnh Đắk Lắk"),
        ("tỉnh Thanh Hoá", "tỉnh Thanh Hoá"),
        ("Ban Chỉ đạo có quan hệ", "Ban Chỉ đạo có quan hệ"),
        ("Số lao động được tạo việc làm", "Số lao động được tạo việc làm"),
        ("trong điểm a khoản 2", "trong điểm a khoản 2"),
        ("tạo công ăn việc làm", "tạo công ăn việc làm"),
        ("cử nhân thực hành", "cử nhân thực hành"),
        ("dự định ký kết", "dự định ký kết"),
        ("thiếu số liệu", "thiếu số liệu"),
        ("bắt đầu từ ngày", "bắt đầu từ ngày"),
        ("H. Nội dung khác", "H. Nội dung khác"),
        ("2030.2022", "2030.2022"),
        ("1.250.2022", "1.250.2022"),
        ("nhóm II2012", "nhóm II2012"),
        ("quý 1/2014", "quý 1/2014"),
        ("quý IV/2014", "quý IV/2014"),
        ("tháng 11/2014", "tháng 11/2014"),
        ("Uỷ ban nhân dân, hoà giải", "Uỷ ban nhân dân, hoà giải"),
    ],
)
def test_only_proven_slips_are_put_right(read: str, right: str) -> None:
    found = repaired(words(read))
    assert text(found) == right
    for before, after in zip(words(read), found, strict=True):
        assert after.as_read == (before.text if before.text != after.text else None)


def test_phrases_are_one_way_to_read_their_letters() -> None:
    assert max(map(len, phrases())) <= LONGEST
    assert min(map(len, phrases())) >= 2


@pytest.mark.parametrize(
    ("read", "dated", "kept", "left_out"),
    [
        ("Số: 1#@ /QĐ-TTg", True, "Số: /QĐ-TTg", 1),
        ("Số: hØ/QĐ-UBND", True, "Số: /QĐ-UBND", 1),
        ("Số: 141/KH-UBND", True, "Số: 141/KH-UBND", 0),
        ("Số:12/KH-UBND", True, "Số: 12/KH-UBND", 0),
        ("Số 07 -KH/BTC", True, "Số 07 -KH/BTC", 0),
        ("Số: /KH-UBND", True, "Số: /KH-UBND", 0),
        ("Hà Nội, ngày #8 tháng 01 năm 2022", True, "Hà Nội, ngày tháng 01 năm 2022", 1),
        ("Cần Thơ, ngày-'tháng , năm 2025", True, "Cần Thơ, ngày tháng năm 2025", 2),
        ("Cần Thơ, ngày -: xtháng . năm 2025", True, "Cần Thơ, ngày tháng năm 2025", 3),
        ("Bắc Hà, ngày 15 tháng 3 năm 2023", True, "Bắc Hà, ngày 15 tháng 3 năm 2023", 0),
        ("(Kèm theo Kế hoạch ngày r8 tháng 01 năm 2022)", False, "(Kèm theo Kế hoạch ngày tháng 01 năm 2022)", 1),
        ("địa phương ngày 22 tháng l1 năm 2019;", False, "địa phương ngày 22 tháng 11 năm 2019;", 0),
        ("Bắc Hà, ngày 20 tháng II năm 2025", True, "Bắc Hà, ngày 20 tháng 11 năm 2025", 0),
        ("Bắc Hà, ngày I tháng 3 năm 2025", True, "Bắc Hà, ngày tháng 3 năm 2025", 1),
        ("ngày 18 tháng II năm 2019 của", False, "ngày 18 tháng 11 năm 2019 của", 0),
        ("số tỉnh Sơn La; Kế hoạch số 10-KH/BCĐ ngày 22", False, "số tỉnh Sơn La; Kế hoạch số 10-KH/BCĐ ngày 22", 0),
        ("hoàn thành trước ngày 15 tháng 3 năm 2023.", False, "hoàn thành trước ngày 15 tháng 3 năm 2023.", 0),
        ("mỗi ngày một tin, mỗi tháng một bài trong năm", False, "mỗi ngày một tin, mỗi tháng một bài trong năm", 0),
    ],
)
def test_blanks_hold_sure_numbers_or_nothing(read: str, dated: bool, kept: str, left_out: int) -> None:
    found = without_handwriting(words(read), dated)
    assert text(found.words) == kept
    assert len(found.left_out) == left_out


@pytest.mark.parametrize(
    ("confidence", "kept", "doubtful"), [(0.95, True, False), (0.7, True, True), (0.4, False, False)]
)
def test_a_legible_pen_is_read_but_doubtful(confidence: float, kept: bool, doubtful: bool) -> None:
    found = without_handwriting(words("Số: 353 /KH-UBND", w1=confidence), dated=True)
    assert ("353" in text(found.words)) is kept
    assert any(word.doubtful for word in found.words) is doubtful
