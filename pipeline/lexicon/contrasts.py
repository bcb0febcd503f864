"""Words by which two names of indicators differ in substance though they look alike, and words that carry none."""

from __future__ import annotations

CONTRASTS: tuple[tuple[str, ...], ...] = (
    ("mầm non", "tiểu học", "thcs|trung học cơ sở", "thpt|trung học phổ thông"),
    ("trên đại học|sau đại học", "đại học trở"),
    ("cấp tỉnh", "cấp huyện", "cấp xã"),
    ("thành thị", "nông thôn"),
    ("sơ cấp", "trung cấp", "cao đẳng"),
    ("tăng", "giảm"),
)
"""Groups of words of which an indicator has one or another: school levels, levels of government.

Ways of writing one word are separated by "|"; capitals do not count.
"""

FILLERS: tuple[str, ...] = (
    "các cấp",
    "toàn tỉnh",
    "toàn huyện",
    "toàn xã",
    "toàn thành phố",
    "trên địa bàn",
    "của tỉnh",
)
"""Words that leave an indicator what it is."""

PERSONS: tuple[str, ...] = (
    "người", "lao động", "học sinh", "sinh viên", "học viên", "cán bộ", "công chức", "viên chức", "lượt người",
    "cán bộ, công chức, viên chức", "cán bộ, công chức", "đảng viên", "hội viên", "đoàn viên", "trẻ em", "trẻ",
)  # fmt: skip
"""Units that count persons."""

FALLING: tuple[str, ...] = (
    "giảm", "nghèo", "tử vong", "chết", "suy dinh dưỡng", "thất nghiệp", "thiếu việc làm", "sinh con thứ", "tai nạn",
    "tảo hôn", "cận huyết", "bỏ học", "mù chữ", "vi phạm", "tội phạm", "nhà tạm", "dột nát", "thất thoát", "tồn đọng",
    "nợ đọng", "quá hạn", "trễ hạn", "chậm", "mắc", "nhiễm", "dịch bệnh", "ô nhiễm", "cháy", "thiệt hại", "khiếu nại",
    "tố cáo", "mất cân bằng", "tỷ số giới tính", "tăng dân số tự nhiên", "mức sinh", "tiêu hao", "chi phí", "thời gian",
    "biên chế", "hao hụt", "thấp còi", "nhẹ cân", "béo phì", "cơ cấu", "chưa", "không đạt", "ly hôn",
    "bạo lực", "xâm hại", "phát thải", "đất chưa sử dụng", "đất trồng lúa", "đất nông nghiệp", "lạm phát", "chỉ số giá",
)  # fmt: skip
"""Words in the name of an indicator that may well fall, or that falls because another share grows."""

ABOVE_100: tuple[str, ...] = (
    "so với", "so cùng kỳ", "kế hoạch", "dự toán", "tốc độ", "tăng trưởng", "chỉ số", "vượt", "tăng", "nhiệm vụ",
    "chỉ tiêu", "công suất", "tỷ số", "giới tính", "hệ số",
)  # fmt: skip
"""Words in the name or sentence of an indicator that may be above 100 %."""
