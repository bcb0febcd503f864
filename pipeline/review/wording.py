"""Words of the review interface: key -> (Vietnamese, English)."""

from __future__ import annotations

GROUPS: dict[str, tuple[str, str]] = {
    "document": ("Thông tin văn bản", "Document"),
    "goals": ("Chỉ tiêu", "Goals"),
    "tasks": ("Nhiệm vụ", "Tasks"),
    "responsibilities": ("Phân công", "Responsibilities"),
    "legal_bases": ("Căn cứ", "Legal bases"),
    "annexes": ("Phụ lục", "Annexes"),
    "findings": ("Phát hiện", "Findings"),
}

FIELDS: dict[str, tuple[str, str]] = {
    "type": ("Loại", "Type"),
    "type_name": ("Tên loại", "Kind"),
    "number": ("Số, ký hiệu", "Number"),
    "issued_on": ("Ngày ban hành", "Issued on"),
    "place": ("Nơi ban hành", "Place"),
    "issuer": ("Cơ quan ban hành", "Issuer"),
    "parent_issuer": ("Cơ quan chủ quản", "Parent body"),
    "title": ("Trích yếu", "Title"),
    "period": ("Thời kỳ", "Period"),
    "signature": ("Chữ ký", "Signature"),
    "recipients": ("Nơi nhận", "Recipients"),
    "name": ("Tên", "Name"),
    "text": ("Nội dung", "Text"),
    "comparator": ("So sánh", "Comparator"),
    "value": ("Giá trị", "Value"),
    "max": ("Đến", "Up to"),
    "unit": ("Đơn vị tính", "Unit"),
    "baseline": ("Mức xuất phát", "Baseline"),
    "lead": ("Chủ trì", "Lead"),
    "support": ("Phối hợp", "Support"),
    "deadline": ("Thời hạn", "Deadline"),
    "product": ("Sản phẩm", "Product"),
    "agency": ("Cơ quan", "Agency"),
    "role": ("Vai trò", "Role"),
    "with": ("Phối hợp với", "With"),
    "relation": ("Quan hệ", "Relation"),
    "section": ("Mục", "Section"),
}

SHOWN: dict[str, tuple[str, ...]] = {
    "document": (
        "type", "number", "issued_on", "place", "issuer", "parent_issuer", "title", "period", "signature", "recipients",
    ),
    "goals": ("name", "comparator", "value", "max", "unit", "period", "baseline", "lead", "support"),
    "tasks": ("text", "lead", "support", "deadline", "product"),
    "responsibilities": ("agency", "role", "text", "with", "deadline"),
    "legal_bases": ("type", "number", "issued_on", "issuer", "relation"),
}  # fmt: skip
"""Fields shown and edited, by group."""

WORDS: dict[str, tuple[str, str]] = {
    "review": ("Soát xét", "Review"),
    "pages": ("Các trang", "Pages"),
    "record": ("Dữ liệu", "Record"),
    "outline": ("Mục lục", "Outline"),
    "search": ("Tìm (không cần dấu)", "Search (marks not needed)"),
    "next": ("Chỗ cần xem tiếp (n)", "Next to check (n)"),
    "previous": ("Chỗ trước (p)", "Previous (p)"),
    "accept": ("Đúng (a)", "Accept (a)"),
    "edit": ("Sửa", "Edit"),
    "delete": ("Bỏ", "Delete"),
    "add": ("Thêm", "Add"),
    "save": ("Tải tệp sửa lỗi", "Download corrections"),
    "saved": ("Đã lưu", "Saved"),
    "zoom_in": ("Phóng to", "Zoom in"),
    "zoom_out": ("Thu nhỏ", "Zoom out"),
    "language": ("English", "Tiếng Việt"),
    "by": ("Người soát", "Reviewer"),
    "to_check": ("cần xem", "to check"),
    "doubtful": ("Nghi ngờ", "Doubtful"),
    "corrected": ("Đã soát", "Corrected"),
    "page": ("trang", "page"),
    "none": ("không nêu", "not stated"),
    "ok": ("Ghi", "Set"),
    "cancel": ("Thôi", "Cancel"),
    "changes": ("sửa đổi chưa lưu", "unsaved changes"),
    "help": (
        "Phím: n, p chỗ cần xem tiếp, trước; a đúng; e sửa; / tìm; + − phóng, thu",
        "Keys: n, p next, previous to check; a accept; e edit; / search; + − zoom",
    ),
}
