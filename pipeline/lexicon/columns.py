"""Titles of table columns, as administrative annexes name them."""

from __future__ import annotations

import re

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


def is_column_title(text: str) -> bool:
    """True if ``text`` reads as the title of a column ("TT", "Mục tiêu", "Đơn vị chủ trì", "Năm 2023")."""
    return len(text) <= 80 and _TITLES.fullmatch(text.strip()) is not None
