"""The workbook that an official expects: sheets, headings and words in Vietnamese."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Heading:
    """A column of a sheet: its heading, the column of the view, its width in letters."""

    title: str
    column: str
    width: int = 14


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: its name, the view it shows; ``words`` translate the values of a column."""

    title: str
    view: str
    headings: tuple[Heading, ...]
    words: dict[str, dict[str, str]] = field(default_factory=dict)


_PLAN = Heading("Số, ký hiệu văn bản", "number", 18)
_PAGE = Heading("Trang", "page", 7)
_QUOTE = Heading("Trích nguyên văn", "quote", 60)
_STATUS = Heading("Tình trạng", "status", 14)
_STATUS_WORDS = {"supported": "Rõ", "doubtful": "Cần kiểm tra", "corrected": "Đã sửa"}
_ROLE_WORDS = {
    "lead": "Chủ trì", "support": "Phối hợp", "advise": "Tham mưu", "monitor": "Theo dõi, đôn đốc",
    "report": "Tổng hợp, báo cáo", "implement": "Thực hiện",
}  # fmt: skip
_RELATION_WORDS = {
    "implements": "Triển khai thực hiện", "based_on": "Căn cứ", "amends": "Sửa đổi, bổ sung", "replaces": "Thay thế",
    "mentions": "Nhắc đến",
}  # fmt: skip
_SEVERITY_WORDS = {"error": "Lỗi", "warning": "Cảnh báo", "info": "Thông tin"}
_RECURRENCE_WORDS = {
    "continuous": "Thường xuyên", "yearly": "Hằng năm", "half_yearly": "6 tháng", "quarterly": "Hằng quý",
    "monthly": "Hằng tháng", "weekly": "Hằng tuần", "on_demand": "Khi có yêu cầu",
}  # fmt: skip
_COMPARATOR_WORDS = {">=": "≥", "<=": "≤", "~": "khoảng"}
YES_NO = {True: "Có", False: "Không"}

SHEETS: tuple[Sheet, ...] = (
    Sheet("Văn bản", "documents", (
        Heading("Số, ký hiệu", "number", 18), Heading("Loại văn bản", "type_name", 14),
        Heading("Ngày ban hành", "issued_on", 13), Heading("Cơ quan ban hành", "issuer", 36),
        Heading("Trích yếu", "title", 70), Heading("Từ năm", "period_from", 9), Heading("Đến năm", "period_to", 9),
        Heading("Người ký", "signer", 20), Heading("Chức vụ", "signer_position", 20), Heading("Số trang", "pages", 9),
        Heading("Chỉ tiêu", "n_goals", 9), Heading("Nhiệm vụ", "n_tasks", 9),
        Heading("Phân công", "n_responsibilities", 10), Heading("Phát hiện", "n_findings", 10),
        Heading("Tệp", "file", 40),
    )),
    Sheet("Chỉ tiêu", "goals", (
        _PLAN, Heading("Mục", "section", 10), Heading("Tên chỉ tiêu", "name", 50), Heading("Đơn vị tính", "unit", 20),
        Heading("So sánh", "comparator", 9), Heading("Chỉ tiêu", "value", 12), Heading("Đến mức", "max", 10),
        Heading("Kỳ", "period", 12), Heading("Thực hiện kỳ trước", "baseline", 12),
        Heading("Năm của kỳ trước", "baseline_period", 12), Heading("Chủ trì", "lead", 30),
        Heading("Phối hợp", "support", 30), Heading("Có trong nội dung", "in_body", 10),
        Heading("Có trong phụ lục", "in_annex", 10), Heading("Số ở phụ lục", "annex_value", 12), _PAGE, _QUOTE, _STATUS,
    ), {"status": _STATUS_WORDS, "comparator": _COMPARATOR_WORDS}),
    Sheet("Nhiệm vụ", "tasks", (
        _PLAN, Heading("Mục", "section", 10), Heading("Nội dung nhiệm vụ", "text", 70), Heading("Chủ trì", "lead", 30),
        Heading("Phối hợp", "support", 30), Heading("Thời hạn", "deadline", 18), Heading("Từ ngày", "due_from", 12),
        Heading("Đến ngày", "due_to", 12), Heading("Định kỳ", "recurrence", 14), Heading("Sản phẩm", "product", 30),
        _PAGE, _QUOTE, _STATUS,
    ), {"status": _STATUS_WORDS, "recurrence": _RECURRENCE_WORDS}),
    Sheet("Phân công", "responsibilities", (
        _PLAN, Heading("Mục", "section", 10), Heading("Cơ quan, đơn vị", "agency", 36), Heading("Vai trò", "role", 18),
        Heading("Nội dung", "text", 70), Heading("Cùng với", "partners", 30), Heading("Thời hạn", "deadline", 18),
        Heading("Đến ngày", "due_to", 12), _PAGE, _QUOTE, _STATUS,
    ), {"status": _STATUS_WORDS, "role": _ROLE_WORDS}),
    Sheet("Căn cứ", "legal_bases", (
        _PLAN, Heading("Loại văn bản", "type", 16), Heading("Số, ký hiệu được dẫn", "cited", 22),
        Heading("Ngày ban hành", "issued_on", 13), Heading("Cơ quan ban hành", "issuer", 30),
        Heading("Quan hệ", "relation", 20), _PAGE, _QUOTE,
    ), {"relation": _RELATION_WORDS}),
    Sheet("Phát hiện", "findings", (
        _PLAN, Heading("Mức độ", "severity", 12), Heading("Mã", "code", 26), Heading("Nội dung", "message_vi", 80),
        _PAGE, _QUOTE,
    ), {"severity": _SEVERITY_WORDS}),
)  # fmt: skip
