"""Words of work to do: labelled lines under a task, products, times that are deadlines."""

from __future__ import annotations

_MORE = r"(?:\s+[^\W\d_]+){0,4}?"

LEAD_LINE = (
    r"(?:(?:các\s+)?(?:đơn\s+vị|cơ\s+quan|bộ\s+phận)\s+)?"
    rf"(?:chủ\s+trì|thực\s+hiện|chịu\s+trách\s+nhiệm|phụ\s+trách|tham\s+mưu|đầu\s+mối){_MORE}"
)
SUPPORT_LINE = rf"(?:các\s+)?(?:(?:đơn\s+vị|cơ\s+quan|bộ\s+phận)\s+)?(?:cùng\s+)?phối\s+hợp{_MORE}"
TIME_LINE = rf"(?:thời\s+(?:gian|hạn|điểm)|tiến\s+độ|hạn\s+hoàn\s+thành){_MORE}"
DUE_VERBS = r"hoàn\s+thành|thực\s+hiện|triển\s+khai|tổ\s+chức|xong|báo\s+cáo|trình|ban\s+hành"
"""Verbs before the time that brackets give: "(hoàn thành trước ngày 30/9)"."""

PLACE_LINE = rf"(?:địa\s+điểm|(?:nguồn\s+)?kinh\s+phí|dự\s+toán){_MORE}"
PRODUCT_LINE = rf"(?:sản\s+phẩm|kết\s+quả|đầu\s+ra){_MORE}"
OTHER_LINE = (
    rf"(?:thành\s+phần|đối\s+tượng|số\s+lượng|hình\s+thức|nội\s+dung|quy\s+mô|người\s+thực\s+hiện|cách\s+thức|"
    rf"phương\s+thức|phương\s+pháp|yêu\s+cầu|lực\s+lượng){_MORE}"
)
"""Labels of the lines that tell about a task and are no tasks themselves. Who, when and where are sure signs;
products and other labels count only beside one of these."""

NOTE_LINE = r"(?:ghi\s+chú|chú\s+thích|đơn\s+vị(?:\s+tính)?|đvt|tổng(?:\s+(?:số|cộng))?)"
"""Labels of the lines above and under a table, which are no work."""

REPORT_TITLES = r"\W*báo\s+cáo(?!\w)"
"""Beginning of the title of a report."""

FORWARD_TITLES = (
    r"phương\s+hướng|mục\s+tiêu|chỉ\s+tiêu\s+(?:kế\s+hoạch|phấn\s+đấu|năm)|nhiệm\s+vụ\s+trọng\s+tâm|"
    r"kế\s+hoạch\s+(?:năm|quý|tháng|công\s+tác)"
)
"""Words of headings in a report under which it says what is to be reached."""

FORWARD_WORK = (
    r"\W*(?:(?:các|những|một\s+số)\s+)*(?:nhiệm\s+vụ|giải\s+pháp|biện\s+pháp|kiến\s+nghị|đề\s+xuất|đề\s+nghị)"
    r"(?:(?!kết\s+quả|tình\s+hình|đã\b)[^.])*$"
)
"""Titles of sections of a report that say what is still to be done or asked for."""

TEMPLATE_TITLES = r"\W*(?:đề\s+cương|(?:biểu\s+)?mẫu|phiếu|bảng\s+điểm|giấy)(?!\w)"
"""Beginning of the title of an annex that is a form or the outline of a report."""

UNLABELLED_ANNEX = "Phụ lục"
"""Path of a table of work behind the signature that has no label of its own."""

PRODUCTS = (
    r"(?:ban\s+hành|trình(?:\s+\S+){0,6}?\s+(?:ban\s+hành|phê\s+duyệt|thông\s+qua|xem\s+xét)|phê\s+duyệt|xây\s+dựng|tham\s+mưu\s+ban\s+hành|"
    r"sửa\s+đổi,\s+bổ\s+sung|dự\s+thảo)\s+(?:và\s+\S+\s+\S+\s+)?(?:các\s+)?"
    r"(?P<what>(?:Quyết\s+định|Nghị\s+quyết|Nghị\s+định|Kế\s+hoạch|Đề\s+án|Chương\s+trình|Quy\s+chế|Quy\s+định|Chỉ\s+thị|Thông\s+tư|"
    r"Báo\s+cáo|Tờ\s+trình|Công\s+văn|Hướng\s+dẫn|Quy\s+hoạch|Bộ\s+tiêu\s+chí|Phương\s+án|Dự\s+án)(?!\w))"
)
"""A document that the work brings about."""

DUE_OPENING = (
    r"(?:vào|trong|trước|chậm\s+nhất|muộn\s+nhất|hoàn\s+thành|xong|đến\s+hết|từ\s+nay|từ\s+ngày|từ\s+tháng|từ\s+năm\s+học|kỳ\s+họp|định\s+kỳ|thời\s+gian|"
    r"hết|đầu|cuối|kết\s+thúc|mùa)"
)
"""Words that make a time inside a sentence its deadline."""
