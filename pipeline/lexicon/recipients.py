"""Which bodies a collective recipient stands for."""

from __future__ import annotations

ALL_BODIES: tuple[str, ...] = (
    "như trên", "như điều", "như mục", "như phần", "như kính gửi", "liên quan", "có tên", "các thành viên",
    "thành viên ban", "theo danh sách", "các đơn vị trực thuộc", "các cơ quan, đơn vị", "các cơ quan đơn vị",
    "cơ quan, ban, ngành",
)  # fmt: skip
"""Recipients that point back to the text, or that leave nobody out."""

_VERTICAL = (
    "Cục", "Chi cục", "Kho bạc", "Ngân hàng", "Bảo hiểm xã hội", "BHXH", "Công an", "Bưu điện", "Tòa án",
    "Công ty Điện lực", "Viện kiểm sát",
)  # fmt: skip
_ASSOCIATIONS = (
    "Hội", "Đoàn", "Tỉnh đoàn", "Thành đoàn", "Huyện đoàn", "Liên đoàn", "Công đoàn", "Liên minh", "Liên hiệp",
    "Mặt trận", "Ủy ban MTTQ", "Ủy ban Mặt trận", "UBMTTQ", "Các tổ chức chính trị",
)  # fmt: skip

GROUP_COVERS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (r"\bsở\b", ("Sở", "Văn phòng", "Thanh tra")),
    (r"\bban\b", ("Ban", "Văn phòng")),
    (r"\bngành\b", ("Sở", "Ban", "Văn phòng", "Thanh tra", "Đài", "Báo", "Bộ Chỉ huy", "Bộ CHQS", "Viện", *_VERTICAL)),
    (r"\bphòng\b", ("Phòng", "Văn phòng", "Thanh tra", "Trung tâm")),
    (r"\bđơn vị\b", ("Phòng", "Trung tâm", "Văn phòng", "Trường", "Bệnh viện", "Trạm", "Ban", "Viện", "Khoa", "Đoàn")),
    (
        r"đơn vị (?:trực )?thuộc (?:sở|bộ|ngành|cục|ban|ubnd|[ủu][ỷy] ban nhân dân)",
        (
            "Phòng",
            "Chi cục",
            "Cục",
            "Vụ",
            "Thanh tra",
            "Ban",
            "Quỹ",
            "Hạt",
            "Vườn quốc gia",
            "Bảo tàng",
            "Thư viện",
            "Nhà hát",
        ),
    ),
    (r"các [^:;]*\bchi cục\b", ("Chi cục",)),
    (r"\bbộ\b", ("Bộ", "Ủy ban Dân tộc", "Ngân hàng Nhà nước", "Thanh tra Chính phủ")),
    (r"cơ quan ngang bộ", ("Bộ", "Văn phòng Chính phủ", "Thanh tra Chính phủ", "Ngân hàng Nhà nước", "Ủy ban")),
    (r"cơ quan thuộc chính phủ", ("Đài", "Bảo hiểm xã hội Việt Nam", "Thông tấn xã", "Viện Hàn lâm", "Học viện")),
    (r"đoàn thể|tổ chức (?:chính trị|ct)|hội", _ASSOCIATIONS),
    (r"mttq|mặt trận", ("Mặt trận", "Ủy ban MTTQ", "Ủy ban Mặt trận", "UBMTTQ", "UB MTTQ")),
    (
        r"(?:ubnd|[ủu][ỷy] ban nhân dân)\s+(?:các\s+|cấp\s+)?(?:huyện|thành|thị|quận|tx|tp|xã|phường|đặc khu)",
        ("UBND", "Ủy ban nhân dân", "Uỷ ban nhân dân"),
    ),
    (r"cơ quan (?:trung ương|tw)|ngành dọc", _VERTICAL),
    (
        r"cơ quan (?:báo|thông tấn|truyền)|báo chí",
        ("Báo", "Đài", "Cổng Thông tin", "Thông tấn xã", "Trung tâm Truyền thông"),
    ),
    (r"\btrường\b", ("Trường", "Đại học", "Cao đẳng", "Học viện", "Phân hiệu")),
    (r"doanh nghiệp|công ty", ("Công ty", "Tổng công ty", "Tập đoàn", "Doanh nghiệp", "Hiệp hội")),
)
"""A pattern in a recipient and the first words of the bodies that it stands for; capitals and marks are not counted."""
