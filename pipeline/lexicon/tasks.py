"""Words of work to do: labelled lines under a task, products, times that are deadlines."""

from __future__ import annotations

LEAD_LINE = (
    r"(?:đơn\s+vị|cơ\s+quan|bộ\s+phận)?\s*"
    r"(?:chủ\s+trì|thực\s+hiện|chịu\s+trách\s+nhiệm|phụ\s+trách|tham\s+mưu|đầu\s+mối)"
)
SUPPORT_LINE = r"(?:các\s+)?(?:đơn\s+vị|cơ\s+quan|bộ\s+phận)?\s*phối\s+hợp"
TIME_LINE = (
    r"(?:thời\s+(?:gian|hạn|điểm)|tiến\s+độ|hạn|ngày)"
    r"(?:\s+(?:thực\s+hiện|hoàn\s+thành|tổ\s+chức|triển\s+khai|trình|báo\s+cáo))?"
)
PRODUCT_LINE = r"(?:sản\s+phẩm|kết\s+quả|đầu\s+ra)(?:\s+(?:đầu\s+ra|dự\s+kiến|đạt\s+được|thực\s+hiện|hoàn\s+thành))?"
OTHER_LINE = (
    r"(?:kinh\s+phí|nguồn\s+kinh\s+phí|địa\s+điểm|thành\s+phần|đối\s+tượng|số\s+lượng|hình\s+thức|nội\s+dung|quy\s+mô|"
    r"người\s+thực\s+hiện|cách\s+thức|phương\s+thức)(?:\s+\w+){0,3}"
)
"""Labels of the lines that tell about a task and are no tasks themselves."""

PRODUCTS = (
    r"(?:ban\s+hành|trình(?:\s+\S+){0,6}?\s+(?:ban\s+hành|phê\s+duyệt|thông\s+qua|xem\s+xét)|phê\s+duyệt|xây\s+dựng|tham\s+mưu\s+ban\s+hành|"
    r"sửa\s+đổi,\s+bổ\s+sung|dự\s+thảo)\s+(?:và\s+\S+\s+\S+\s+)?(?:các\s+)?"
    r"(?P<what>(?:Quyết\s+định|Nghị\s+quyết|Nghị\s+định|Kế\s+hoạch|Đề\s+án|Chương\s+trình|Quy\s+chế|Quy\s+định|Chỉ\s+thị|Thông\s+tư|"
    r"Báo\s+cáo|Tờ\s+trình|Công\s+văn|Hướng\s+dẫn|Quy\s+hoạch|Bộ\s+tiêu\s+chí|Phương\s+án|Dự\s+án)(?!\w))"
)
"""A document that the work brings about."""

DUE_OPENING = (
    r"(?:vào|trong|trước|chậm\s+nhất|muộn\s+nhất|hoàn\s+thành|xong|đến\s+hết|từ\s+ngày|từ\s+tháng|thời\s+gian)"
)
"""Words that make a time inside a sentence its deadline."""
