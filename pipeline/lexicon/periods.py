"""Words for times: recurrence and what says that work is due by then."""

from __future__ import annotations

from typing import Literal

Recurrence = Literal["continuous", "yearly", "half_yearly", "quarterly", "monthly", "weekly", "on_demand"]

RECURRENCES: tuple[tuple[Recurrence, str], ...] = (
    ("continuous", r"thường\s+xuyên(?:,\s*liên\s+tục)?|liên\s+tục"),
    ("half_yearly", r"(?:định\s+kỳ\s+|hằng\s+|hàng\s+|mỗi\s+)?(?:06|6|sáu)\s+tháng(?:\s*(?:/|một|01|1)\s*lần)|"
                    r"(?:định\s+kỳ|hằng|hàng|mỗi)\s+(?:06|6|sáu)\s+tháng(?:,\s*0?9\s+tháng)?(?:(?:,|\s+và|,\s*và|\s*/)\s*"
                    r"(?:hằng\s+|hàng\s+|cả\s+|một\s+|01\s+|1\s+)?năm)?|"
                    r"(?:hằng|hàng|mỗi|từng)\s+học\s+kỳ(?:\s+(?:một|01|1)\s+lần)?"),
    ("quarterly", r"(?:định\s+kỳ\s+)?(?:hằng|hàng|mỗi|từng)\s+quý(?:\s+(?:một|01|1)\s+lần|"
                  r"(?:,\s*(?:0?6\s+tháng))?(?:,|\s+và)\s*(?:hằng\s+|hàng\s+)?năm)?|"
                  r"(?:(?:0?1|một)\s+)?quý\s*/\s*lần|định\s+kỳ\s+quý(?:,\s*0?6\s+tháng)?(?:(?:,|\s+và|,\s*và)\s*(?:cả\s+|một\s+)?năm)?"),
    ("monthly", r"(?:định\s+kỳ\s+)?(?:hằng|hàng|mỗi|từng)\s+tháng(?:\s+(?:một|01|1)\s+lần)?|"
                r"(?:(?:0?1|một)\s+)?tháng\s*/\s*lần|định\s+kỳ\s+tháng(?:,\s*quý)?(?:,\s*0?6\s+tháng)?(?:(?:,|\s+và|,\s*và)\s*(?:cả\s+|một\s+)?năm)?"),
    ("weekly", r"(?:định\s+kỳ\s+)?(?:hằng|hàng|mỗi|từng)\s+tuần(?:\s+(?:một|01|1)\s+lần)?"),
    ("yearly", r"(?:định\s+kỳ\s+)?(?:hằng|hàng|mỗi|từng)\s+năm(?:\s+(?:một|01|1)\s+lần)?|định\s+kỳ\s+năm"),
    ("on_demand", r"(?:theo|khi\s+có)\s+yêu\s+cầu|đột\s+xuất|theo\s+quy\s+định"),
)  # fmt: skip
"""Recurrence and the words for it; the first that fits wins."""

WEEKDAYS = (
    r"(?:\d{1,2}\s*(?:giờ|h)(?:\s*\d{2})?(?:\s*phút)?\s*,?\s*)?(?:(?:buổi\s+)?(?:sáng|chiều|tối)\s+)?(?:ngày\s+)?"
    r"(?:thứ\s+(?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ\s+nhật)"
)
"""A day of the week, with the hour where one is named: "14 giờ thứ Năm", "sáng Chủ nhật"."""

DATED_RECURRENCES: tuple[tuple[Recurrence, str], ...] = (
    ("weekly", rf"{WEEKDAYS}\s+(?:hằng|hàng|mỗi)\s+tuần"),
    (
        "monthly",
        r"(?:tuần\s+(?:đầu|cuối)(?:\s+cùng)?|ngày\s+\d{1,2}(?:\s*(?:,|và)\s*(?:trước\s+)?(?:ngày\s+)?\d{1,2})?)\s+(?:của\s+)?"
        r"(?:(?:hằng|hàng|mỗi)\s+tháng|tháng\s+(?:sau|tiếp\s+theo|kế\s+tiếp|liền\s+kề))",
    ),
    (
        "half_yearly",
        r"ngày\s+\d{1,2}\s*(?:/|-|tháng)\s*\d{1,2}\s*(?:,|và)\s*(?:trước\s+)?(?:ngày\s+)?\d{1,2}\s*(?:/|-|tháng)\s*\d{1,2}"
        r"(?:\s+của)?\s+(?:hằng|hàng|mỗi)\s+năm",
    ),
    (
        "quarterly",
        r"ngày\s+\d{1,2}(?:\s+của)?\s+tháng\s+(?:cuối|đầu)\s+(?:của\s+)?(?:(?:hằng|hàng|mỗi)\s+)?quý"
        r"(?:\s+(?:sau|tiếp\s+theo|kế\s+tiếp|liền\s+kề))?",
    ),
    (
        "yearly",
        r"từ\s+tháng\s+\d{1,2}(?:\s+năm\s+trước)?\s+(?:đến|tới)(?:\s+hết)?\s+tháng\s+\d{1,2}\s+"
        r"(?:năm\s+(?:sau|kế\s+tiếp|tiếp\s+theo|liền\s+kề)|(?:hằng|hàng|mỗi)\s+năm)",
    ),
    (
        "yearly",
        r"từ\s+(?:ngày\s+)?\d{1,2}(?:\s*(?:/|tháng)\s*\d{1,2})?\s+đến(?:\s+hết)?\s+(?:ngày\s+)?\d{1,2}\s*(?:/|tháng)\s*\d{1,2}\s+"
        r"(?:hằng|hàng|mỗi)\s+năm",
    ),
    ("yearly", r"(?<!\d\s)tháng\s+\d{1,2}\s+(?:hằng|hàng|mỗi)\s+năm"),
    ("yearly", r"(?:ngày\s+)?(?<!\d)\d{1,2}\s*(?:/|-|tháng)\s*\d{1,2}\s+(?:hằng|hàng|mỗi)\s+năm"),
)
"""Days that come again: "ngày 25 hằng tháng", "ngày 15/12 hằng năm"."""

EVERY_FEW_DAYS = r"(?:định\s+kỳ\s+)?(?:mỗi\s+)?\d{1,2}\s+(?:ngày|tuần|năm)\s+(?:một|01|1)\s+lần"
"""Terms that no name of a recurrence fits: "định kỳ 10 ngày một lần"."""

DUE_BEFORE = (
    r"(?:hoàn\s+thành|thực\s+hiện|xong|báo\s+cáo|gửi|trình|ban\s+hành)?\s*"
    r"(?:trước|chậm\s+nhất(?:\s+(?:là|vào|trong|đến|trước))*|muộn\s+nhất(?:\s+(?:là|vào))?|không\s+muộn\s+hơn|"
    r"xong\s+trước|xong\s+trong|(?:từ\s+nay\s+)?đến\s+hết|hết)"
)
"""Words before a time by which work is due."""

DUE_WITHIN = r"(?:hoàn\s+thành\s+|thực\s+hiện\s+|xong\s+)?(?:trong|vào|(?:bắt\s+đầu\s+)?từ)"
"""Words before a time during which work is done."""

LUNAR_YEAR = (
    r"(?:\s+năm\s+(?:19|20)\d\d|\s+(?:năm\s+)?(?:Giáp|Ất|Bính|Đinh|Mậu|Kỷ|Canh|Tân|Nhâm|Quý)\s+"
    r"(?:Tý|Sửu|Dần|Mão|Thìn|Tỵ|Tị|Ngọ|Mùi|Thân|Dậu|Tuất|Hợi)(?:\s+(?:19|20)\d\d)?)?"
)
"""The year behind a feast: "Tết Nguyên đán Bính Ngọ", "Tết Nguyên đán năm 2026"."""

SEASONS = (
    r"(?:(?:trước|trong|hết|đầu|cuối)\s+)+(?:mùa\s+(?:mưa(?:[\s,]+(?:bão|lũ))*|bão(?:[\s,]+lũ)?|lũ|khô|nắng|đông|hè|dịch|lễ\s+hội|"
    r"thi|tuyển\s+sinh|du\s+lịch(?:\s+hè)?)(?:\s+năm\s+(?:19|20)\d\d)?|"
    rf"(?:dịp\s+)?Tết\s+Nguyên\s+đán{LUNAR_YEAR}|kỳ\s+nghỉ\s+hè)(?:\s+(?:hằng|hàng|mỗi)\s+năm)?"
    r"|trước\s+(?:khi\s+|ngày\s+|lễ\s+)?khai\s+giảng(?:\s+năm\s+học(?:\s+mới)?(?:\s+20\d\d\s*[-–]\s*20\d\d)?)?"
    r"|(?:(?:trước|trong|hết|đầu|cuối|kết\s+thúc)\s+)+(?:năm\s+học(?:\s+mới)?(?!\s+(?:19|20)\d\d)|học\s+kỳ(?:\s+(?:II|I|1|2))?)"
)
"""Times of the year that have a name and no dates: "trước mùa mưa bão", "đầu năm học", "cuối học kỳ I"."""

EVENTS = r"trước\s+(?:khi(?!\s+ngày)|kỳ\s+(?:thi|họp|tuyển)|lễ|đại\s+hội|đợt|vụ)\s+\w+(?:\s+\w+){0,5}"
"""What work is to be finished before: "hoàn thành trước kỳ thi tốt nghiệp", "xong trước khi gieo cấy"."""

ENDING_EVENTS = (
    r"trước\s+(?:(?-i:Đại\s+hội)|(?:ngày\s+)?bầu\s+cử|kỳ\s+(?:thi|họp|tuyển\s+sinh)|khi)(?!\w)"
    r"(?:\s+[^\W\d_]+){0,8}(?:\s+nhiệm\s+kỳ)?(?:\s+(?:19|20)\d\d\s*[-–]\s*(?:19|20)\d\d|\s+năm\s+(?:19|20)\d\d|"
    r"\s+(?:ít\s+nhất\s+)?\d{1,3}\s+(?:ngày|tuần|tháng|giờ)(?:\s+làm\s+việc)?)"
)
"""Events that a number tells apart, at the end of a clause: "trước Đại hội chi bộ nhiệm kỳ 2022 - 2025", "trước khi
xuống giống 15 ngày"."""

OCCASIONS = (
    r"dịp\s+(?:(?:nghỉ\s+)?hè|(?:nghỉ\s+)?lễ(?:[\s,]+Tết)?|Tết(?:\s+(?:Nguyên\s+đán|Trung\s+thu|cổ\s+truyền))?|khai\s+giảng|"
    rf"\d{{1,2}}/\d{{1,2}}(?:/\d{{4}})?(?!\d)|(?:đầu|cuối)\s+năm(?:\s+học)?){LUNAR_YEAR}(?!\w)"
)
"""Times behind "vào" or "trong" that a feast or the school year gives: "vào dịp hè"."""

SESSIONS = r"kỳ\s+họp\s+(?:thường\s+lệ\s+)?(?:đầu|giữa|cuối)\s+năm(?:\s+(?P<year>(?:19|20)\d\d))?"
"""Sessions of a council at which something is put before it: "tại kỳ họp giữa năm 2026"."""

THINGS_WITH_A_TERM = (
    r"kế\s+hoạch|dự\s+toán|chương\s+trình|lịch|trợ\s+cấp|phụ\s+cấp|lương|tiền|mức|phí|lãi|thu\s+nhập|doanh\s+thu|chế\s+độ|"
    r"chỉ\s+tiêu|bình\s+quân|tăng(?:\s+trưởng)?|đóng|hưởng|"
    r"(?:tại|trong|qua|ở)\s+(?:các\s+)?(?:cuộc\s+|buổi\s+|phiên\s+|kỳ\s+)?(?:họp|giao\s+ban|hội\s+nghị|sinh\s+hoạt)"
)
"""Nouns that "hằng tháng" behind them tells of, instead of saying how often work is done: "trợ cấp hằng tháng"."""

HALVES = {"đầu": (1, 6), "cuối": (7, 12)}
"""First and last month of "6 tháng đầu năm", "6 tháng cuối năm"."""
