"""Words of section titles that tell what a section is about, and words that begin the names of bodies."""

from __future__ import annotations

from typing import Literal

from pipeline.lexicon.words import plain

Topic = Literal["goals", "tasks", "organisation", "purpose", "situation", "resources", "other"]

TITLE_WORDS: tuple[tuple[Topic, int, tuple[str, ...]], ...] = (
    (
        "organisation",
        3,
        (
            "tổ chức thực hiện",
            "tổ chức triển khai",
            "phân công",
            "trách nhiệm",
            "công tác tổ chức",
            "triển khai thực hiện",
            "chỉ đạo thực hiện",
            "điều khoản thi hành",
        ),
    ),
    ("goals", 3, ("mục tiêu", "chỉ tiêu")),
    ("purpose", 3, ("mục đích", "yêu cầu", "sự cần thiết", "lý do")),
    (
        "resources",
        3,
        ("kinh phí", "nguồn lực", "nguồn vốn", "dự toán", "nhu cầu vốn", "kinh phí thực hiện", "cơ chế tài chính"),
    ),
    (
        "tasks",
        3,
        (
            "nhiệm vụ",
            "giải pháp",
            "biện pháp",
            "hoạt động",
            "các công việc",
            "phương hướng",
            "nội dung thực hiện",
            "nội dung công việc",
            "lộ trình",
            "phương án",
            "triển khai các",
            "tiến độ",
            "dự án thành phần",
            "kiến nghị",
            "đề xuất",
        ),
    ),
    (
        "situation",
        3,
        (
            "tình hình",
            "nhận xét",
            "thực trạng",
            "kết quả",
            "đánh giá",
            "bối cảnh",
            "đặc điểm",
            "hạn chế",
            "tồn tại",
            "khó khăn",
            "nguyên nhân",
            "ưu điểm",
            "đặt vấn đề",
            "dự báo",
        ),
    ),
    ("resources", 1, ("lực lượng, phương tiện", "phương tiện", "vật tư", "trang thiết bị")),
    ("tasks", 1, ("nội dung", "công tác")),
)
"""(topic, weight, words): the heaviest match wins, among equals the one printed first."""

BODY_STARTS = (
    "sở",
    "các sở",
    "ban",
    "các ban",
    "ủy ban",
    "ubnd",
    "ubmttq",
    "văn phòng",
    "công an",
    "bộ",
    "các bộ",
    "phòng",
    "các phòng",
    "trung tâm",
    "chi cục",
    "cục",
    "tổng cục",
    "báo",
    "đài",
    "hội",
    "các hội",
    "liên đoàn",
    "liên hiệp",
    "tỉnh đoàn",
    "thành đoàn",
    "huyện đoàn",
    "đoàn",
    "kho bạc",
    "bảo hiểm",
    "trường",
    "các trường",
    "viện",
    "thanh tra",
    "chủ tịch",
    "thủ trưởng",
    "giám đốc",
    "mặt trận",
    "đề nghị",
    "giao",
    "ngân hàng",
    "các cơ quan",
    "các đơn vị",
    "các tổ chức",
    "các địa phương",
    "các huyện",
    "các xã",
    "các doanh nghiệp",
    "các chủ",
    "tòa án",
    "viện kiểm sát",
    "thông tấn",
    "tập đoàn",
    "tổng công ty",
    "công ty",
    "hội đồng",
    "đảng ủy",
    "huyện ủy",
    "thành ủy",
    "tỉnh ủy",
    "tổ công tác",
    "tổ thư ký",
    "đơn vị",
    "cơ quan",
    "khoa",
    "vụ",
    "cấp tỉnh",
    "cấp huyện",
    "cấp xã",
    "đối với",
    "bch",
    "bộ chỉ huy",
    "ban chỉ đạo",
    "người đứng đầu",
    "thường trực",
    "mttq",
)
"""First words of a body or group of bodies that a heading addresses."""

NOT_BODIES = (
    "hội nghị",
    "hội thảo",
    "hội thi",
    "hội chợ",
    "báo cáo",
    "phòng chống",
    "phòng ngừa",
    "phòng cháy",
    "trường hợp",
    "bộ tiêu chí",
    "bộ chỉ số",
    "bộ máy",
    "ban hành",
    "giao thông",
    "giao ban",
    "giao đất",
    "khoa học",
    "sở hữu",
    "đoàn kết",
    "bảo hiểm y tế",
    "vụ việc",
    "vụ án",
    "vụ mùa",
    "báo động",
    "ban đầu",
    "cục bộ",
    "đài thọ",
    "giao dịch",
    "giao lưu",
    "hội nhập",
    "viện dẫn",
    "viện trợ",
    "tổ chức",
    "các chủ trương",
    "các chủ đề",
    "các tổ chức thực hiện",
    "các công việc",
    "các nội dung",
    "các nhiệm vụ",
    "các giải pháp",
    "các hoạt động",
    "các biện pháp",
    "các chỉ tiêu",
    "các mục tiêu",
    "các bước",
    "các hình thức",
    "các chính sách",
    "các chương trình",
    "các dự án",
    "các quy định",
    "người dân tham gia",
)
"""Beginnings that look like a body and are something else: "Hội nghị tổng kết", "Phòng, chống thiên tai"."""

PERSON_STARTS = (
    "các",
    "trưởng",
    "phó trưởng",
    "hiệu trưởng",
    "phó hiệu trưởng",
    "tổ",
    "tổ trưởng",
    "đội",
    "hạt",
    "trạm",
    "đồn",
    "giáo viên",
    "giảng viên",
    "công đoàn",
    "chi bộ",
    "chi đoàn",
    "đảng bộ",
    "đoàn",
    "kế toán",
    "cán bộ",
    "công chức",
    "viên chức",
    "nhân viên",
    "thành viên",
    "ủy viên",
    "trưởng ban",
    "trưởng đoàn",
    "bệnh viện",
    "nhà trường",
    "quỹ",
    "điện lực",
    "bưu điện",
    "viễn thông",
    "thôn",
    "thư viện",
    "khu phố",
    "bí thư",
    "phó chủ tịch",
    "phó giám đốc",
    "lãnh đạo",
    "chủ đầu tư",
    "nhà thầu",
    "doanh nghiệp",
    "hợp tác xã",
    "lực lượng",
    "dân quân",
    "bộ phận",
    "nhóm",
    "câu lạc bộ",
    "mặt trận",
    "hiệp hội",
    "liên minh",
    "chi nhánh",
    "hạt kiểm lâm",
    "ubnd",
    "hđnd",
    "thống kê",
    "thuế",
)
"""First words of those whom only a plan of a school, a hospital, a commune addresses: "Tổ trưởng chuyên môn"."""

MEASURE_STARTS = ("tỷ lệ", "tỉ lệ", "số ", "tổng số", "tổng ", "chỉ số", "mức ", "diện tích", "sản lượng", "dân số:")
"""First words of an indicator: "Tỷ lệ ...: 85%" is no heading with a text."""

NOT_NAMES = ("đối với", "đề nghị", "giao")
"""First words of what addresses a body and may as well open a sentence: "Đối với việc kết nối: ..."."""

NOT_MEASURES = ("mức hỗ trợ", "mức chi", "mức đóng", "mức thu", "số điện thoại")
"""First words of what is no indicator though it begins like one: "Mức hỗ trợ: ..."."""

ROLE_WORDS = (
    "chủ trì",
    "phối hợp",
    "có trách nhiệm",
    "chịu trách nhiệm",
    "thực hiện",
    "tham mưu",
    "triển khai",
    "tổ chức",
)
"""Words of a sentence that gives a duty, against the bare name of a body."""

_BODIES = tuple(plain(start) + " " for start in BODY_STARTS)
_PERSONS = tuple(plain(start) + " " for start in PERSON_STARTS)
_OTHERS = tuple(plain(start) + " " for start in NOT_BODIES)
_MARKS = str.maketrans("", "", ",;:")


def _opening(text: str) -> str:
    return plain(text).translate(_MARKS) + " "


def names_body(text: str) -> bool:
    """True if ``text`` begins like the name of a body or group of bodies ("Sở Nội vụ", "Các đơn vị")."""
    words = _opening(text)
    return words.startswith(_BODIES) and not words.startswith(_OTHERS)


def names_somebody(text: str) -> bool:
    """True if the whole title can be a body or a group of people: for headings that stand among bodies."""
    words = _opening(text)
    return words.startswith((*_BODIES, *_PERSONS)) and not words.startswith(_OTHERS)
