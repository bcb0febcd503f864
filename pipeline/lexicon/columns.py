"""Titles of table columns, as administrative annexes name them."""

from __future__ import annotations

import re
from typing import Literal

Meaning = Literal[
    "ordinal",
    "name",
    "unit",
    "baseline",
    "target",
    "lead",
    "support",
    "deadline",
    "product",
    "money",
    "note",
    "other",
]

_TITLES = re.compile(
    "|".join(
        (
            r"s?tt|số thứ tự|ghi chú|đ\.?\s?v\.?\s?t|đơn vị.*|cơ quan.*|sản phẩm.*",
            r"(?:họ (?:và )?tên|tên|năm|lĩnh vực)\b.*",
            r"(?:tên )?(?:các )?(?:mục tiêu|chỉ tiêu|nội dung|nhiệm vụ|công việc|danh mục|đề án|dự án|văn bản)\b.*",
            r"(?:kết quả|thực hiện|ước|kế hoạch|thời gian|thời hạn|tiến độ|lộ trình|giai đoạn)\b.*",
            r"(?:chủ trì|phối hợp|phân công|trách nhiệm|hình thức|giá|loại|chức (?:vụ|danh))\b.*",
            r"(?:kinh phí|nguồn|số lượng|tổng|diện tích|địa (?:điểm|chỉ|phương|bàn))\b.*",
        )
    ),
    re.IGNORECASE | re.DOTALL,
)

_ORDINAL = re.compile(r"s?\.?t\.?t\.?|số\s+(?:thứ\s+tự|tt)", re.IGNORECASE)

MEANINGS: tuple[tuple[Meaning, str], ...] = (
    ("ordinal", r"s?tt\b|số thứ tự|số tt\b|t\.t"),
    ("note", r"ghi chú|chú thích"),
    ("unit", r"đ\.?\s?v\.?\s?t\b|đ\S{0,2}v\.? tính|đơn vị\s*(?:tính|đo)|(?<!tên )đơn vị\s*$"),
    ("other", r"so sánh|\bso (?:với|kh|th|cùng|kỳ|kế hoạch)\b|\bso kh\d|tăng\s*[,/]?\s*\(?giảm"),
    ("support", r"phối hợp|phối, kết hợp|cùng thực hiện"),
    ("lead", r"chủ trì|(?:đơn vị|cơ quan|bộ phận|người)(?:,? (?:đơn vị|cơ quan|cá nhân))?\s*(?:thực hiện|"
             r"chịu trách nhiệm|phụ trách|tham mưu|đầu mối|thực thi|được giao|triển khai)|"
             r"trách nhiệm|phân công|đầu mối|cơ quan\s*$|chủ đầu tư"),
    ("money", r"kinh phí|dự toán|nguồn vốn|tổng (?:mức|vốn)|vốn đầu tư|thành tiền|giá gói thầu|số tiền|\bgiá\b"),
    ("deadline", r"thời (?:gian|hạn|điểm)|tiến độ|lộ trình|ngày hoàn thành|hoàn thành|mốc"),
    ("baseline", r"(?:kết quả|thực hiện|ước|thực trạng|hiện trạng|số liệu|đạt được|hiện có)\b.*"
                 r"(?:(?:19|20)\d\d|thực hiện|năm trước|hiện)|^(?:thực hiện|hiện trạng|thực trạng|ước|dự tính)\b|"
                 r"^ư?th\w?\s+(?:\d+\s+)?(?:tháng|quý|năm|cả năm|(?:19|20)\d\d)"),
    ("product", r"sản phẩm|kết quả|đầu ra|hình thức văn bản|loại văn bản|mục tiêu cần đạt"),
    ("target", r"(?:kế hoạch|chỉ tiêu|mục tiêu|giai đoạn|phấn đấu|dự kiến|đến(?: hết)? năm|năm)\b.*(?:19|20)\d\d|"
               r"^(?:19|20)\d\d$|chỉ tiêu giao|chỉ tiêu kế hoạch|^kế hoạch|giá trị|số lượng|mức (?:đạt|phấn đấu)"),
    ("name", r"chỉ tiêu|mục tiêu|nội dung|nhiệm vụ|công việc|hoạt động|giải pháp|danh mục|tên\b|đề án|dự án|văn bản|"
             r"hạng mục|chỉ số|tiêu chí|lĩnh vực|việc làm"),
)  # fmt: skip
"""Meaning of a column and the words of its title (in lower case); the first that fits wins."""

OPEN_RESULTS = (
    r"kết quả$|giá trị|số lượng|tổng (?:diện tích|số)|diện tích|mức|(?:tổng )?cộng$|cả năm|"
    r"toàn (?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|ngành|đơn vị|trường)"
)
"""Title of a column that holds the targets of a table of indicators where no other column does."""

WORK_WORDS = r"nội dung|nhiệm vụ|công việc|hoạt động|giải pháp|đề án|dự án|văn bản|chương trình|kế hoạch"
"""Title of the name column of a table of work; any other names indicators."""


NOT_WORK_WORDS = r"thủ tục|tthc|họ (?:và )?tên|văn bản quy phạm|vbqppl|tên (?:cơ quan|đơn vị|tổ chức|doanh nghiệp)"
"""Title of the name column of a list of procedures, people or bodies: who does it by when is no assignment there."""


def is_column_title(text: str) -> bool:
    """True if ``text`` reads as the title of a column ("TT", "Mục tiêu", "Đơn vị chủ trì", "Năm 2023")."""
    return len(text) <= 80 and _TITLES.fullmatch(text.strip()) is not None


def is_ordinal_title(text: str) -> bool:
    """True for the title of the column that counts the rows: "TT", "STT", "Số TT"."""
    return _ORDINAL.fullmatch(text.strip()) is not None
