"""Words of sentences that set targets."""

from __future__ import annotations

NAME_OPENINGS = (
    r"(?:ph[ấầẩ]n\s+đ[ấầẩ]u(?:\s+(?:để|đạt|có|nâng|đưa))?|nâng(?!\s+(?:cao|cấp))|duy\s+trì|giữ\s+vững|đảm\s+bảo|bảo\s+đảm|đưa(?!\s+vào)|đạt|có|và|"
    r"trong\s+đó|đồng\s+thời|cụ\s+thể|ngoài\s+ra|hoàn\s+thành(?!\s+(?:việc|các|\d))|chỉ\s+tiêu(?=\s+(?:tỷ|tỉ|số)\b))"
)
"""Words at the beginning of a clause that are no part of the name of its indicator."""

NAME_ENDINGS = (
    r"(?:đạt|là|(?<!trở\s)lên|còn|(?<!trở\s)xuống|chiếm|bằng|trong\s+đó|có|và|với|ph[ấầẩ]n\s+đ[ấầẩ]u|duy\s+trì|ước)"
)
"""Words at the end of a name that lead over to the value."""

GOES_ON = (
    r"(?:của|cho|về|với|để|trong|tại|ở|từ|có|được|bị|do|theo|là|đạt|qua|trên|dưới|giữa|trở|thực|hoàn|tham|sử|áp|tiếp|cung|kết|"
    r"không|chưa|đã|phải)(?!\w)"
)
"""Words that go on with the name behind the value ("THPT 100% đạt trình độ ...")."""

DIRECTIONS = r"đi|vào|lên|ra|về|sang|đến|tới|xuống"
"""Words that say where somebody or something is brought ("đưa 450 lao động đi làm việc")."""

PAST = r"kết\s+quả|thực\s+hiện|đã\s+đạt|hiện\s+(?:nay|tại|đạt|có)|ước\s+(?:thực\s+hiện|đạt)|năm\s+trước|cùng\s+kỳ"
"""Words of what was reached before, in brackets behind a target: the value there is the baseline."""

INDICATORS = (
    r"(?:tỷ\s+lệ|tỉ\s+lệ|tỷ\s+trọng|tỉ\s+trọng|tỷ\s+suất|tỉ\s+suất|cơ\s+cấu|số\s+lượng|số|tổng\s+số|tổng|mức|diện\s+tích|"
    r"sản\s+lượng|năng\s+suất|thu\s+nhập|giá\s+trị|chỉ\s+số|tốc\s+độ|quy\s+mô|doanh\s+thu|kim\s+ngạch|dân\s+số|mật\s+độ)(?!\w)"
)
"""Nouns that begin the name of an indicator."""

NOT_TARGETS = r"(?:kinh\s+phí|dự\s+toán|tổng\s+vốn|nguồn\s+vốn|hỗ\s+trợ|mức\s+chi|ngân\s+sách)(?!\w)"
"""Words before an amount of money that is means, not an end."""
