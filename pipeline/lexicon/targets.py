"""Words of sentences that set targets."""

from __future__ import annotations

NAME_OPENINGS = (
    r"(?:ph[ấầẩ]n\s+đ[ấầẩ]u(?:\s+(?:để|đạt|có(?:\s+thêm)?|nâng|đưa))?|nâng(?!\s+(?:cao|cấp|hạng|bậc|tầm))|(?:duy\s+trì|giữ)(?:\s+(?:ổn\s+định|vững|vững\s+chắc))?|"
    r"ngay(?=\s+(?:trong|từ|đến|năm)\s|\s*$)|(?:lũy|luỹ)\s+kế(?=\s+(?:đến|từ|tới)\s|\s*$)|cả(?=\s+giai\s+đoạn|\s*$)(?:\s+giai\s+đoạn(?!\s+\d))?|"
    r"(?:đến|trong)\s+cuối\s+(?:kỳ|giai\s+đoạn)|trong\s+(?:(?:năm|kỳ)(?!\s+\d)|\d+\s+năm(?!\s+\d))|"
    r"(?:trên\s+địa\s+bàn\s+|toàn\s+)(?:tỉnh|thành\s+phố|huyện|quận|thị\s+xã|xã|phường|ngành)\s+có|(?:bao\s+)?gồm|(?:làm\s+cơ\s+sở|tạo\s+tiền\s+đề)(?:\s+để)?(?:\s+đạt)?|(?:tiến|hướng)\s+tới(?:\s+đạt)?|"
    r"so\s+với\s+(?:cùng\s+kỳ|năm\s+\d{4}|năm\s+(?:học\s+)?trước)(?=\s*,)|(?:bình\s+quân\s+)?mỗi\s+(?:tháng|quý|tuần)|với(?=\s+(?:tổng|số|diện\s+tích|quy\s+mô)\s)|bình\s+quân(?=\s+mỗi\s)|chia\s+ra(?=\s*(?::|$))|đảm\s+bảo|bảo\s+đảm|đưa(?!\s+vào)|đạt|có(?:\s+thêm)?|và|"
    r"trong\s+đó|riêng(?:\s+đối\s+với)?|đồng\s+thời|cụ\s+thể|ngoài\s+ra|hoàn\s+thành(?!\s+(?:việc|các|\d)|\s*,\s*đưa|\s*$)|chỉ\s+tiêu(?=\s+(?:tỷ|tỉ|số)\b))"
)
"""Words at the beginning of a clause that are no part of the name of its indicator."""

NAME_ENDINGS = (
    r"(?:đạt|là|(?<!trở\s)lên|còn|(?<!trở\s)xuống|chiếm|(?<!mặt\s)(?<!công\s)(?<!cân\s)(?<!đồng\s)bằng|trong\s+đó|(?<!hiện\s)có|và|với|ph[ấầẩ]n\s+đ[ấầẩ]u|duy\s+trì|ước|"
    r"rút\s+ngắn|lần\s+lượt|tương\s+ứng|(?<!tờ\s)gấp|(?:bao\s+)?gồm|chia\s+ra|(?<!tất\s)cả)"
)
"""Words at the end of a name that lead over to the value."""

GOES_ON = (
    r"(?:của|cho|về|với|để|trong|tại|ở|từ|có|được|bị|do|theo|là|đạt|qua|trên|dưới|giữa|trở|thực|hoàn|tham|sử|áp|tiếp|cung|kết|"
    r"không|chưa|đã|phải)(?!\w)"
)
"""Words that go on with the name behind the value ("THPT 100% đạt trình độ ...")."""

DIRECTIONS = r"đi|vào|lên|ra|về|sang|đến|tới|xuống"
"""Words that say where somebody or something is brought ("đưa 450 lao động đi làm việc")."""

PAST = (
    r"kết\s+quả|thực\s+hiện|đã\s+đạt|hiện\s+(?:nay|tại|đạt|có)|ước\s+(?:thực\s+hiện|đạt)|"
    r"xảy\s+ra|năm\s+(?:học\s+)?trước|cùng\s+kỳ"
)
"""Words of what was reached before, in brackets behind a target: the value there is the baseline."""

INDICATORS = (
    r"(?:tỷ\s+lệ|tỉ\s+lệ|tỷ\s+trọng|tỉ\s+trọng|tỷ\s+suất|tỉ\s+suất|tỷ\s+số|tỉ\s+số|cơ\s+cấu|số\s+lượng|số(?!\s+h[oó][aá])|tổng\s+số|tổng|mức|diện\s+tích|"
    r"sản\s+lượng|năng\s+suất|thời\s+gian|công\s+suất|thu\s+nhập|giá\s+trị|chỉ\s+số|tốc\s+độ|quy\s+mô|doanh\s+thu|kim\s+ngạch|dân\s+số|mật\s+độ)(?!\w)"
)
"""Nouns that begin the name of an indicator."""

BARE_INDICATORS = (
    r"diện\s+tích(?:\s+gieo\s+trồng)?|năng\s+suất(?:\s+bình\s+quân)?|sản\s+lượng|số\s+lượng|tổng\s+đàn|quy\s+mô|"
    r"giá\s+trị|tỷ\s+lệ"
)
"""Those that name nothing alone: behind a colon they are of what stands before it ("Cây lúa: diện tích 24.500 ha")."""

NOT_TARGETS = r"(?:kinh\s+phí|dự\s+toán|tổng\s+vốn|nguồn\s+vốn|hỗ\s+trợ|mức\s+chi|ngân\s+sách)(?!\w)"
"""Words before an amount of money that is means, not an end."""

ENDS = (
    r"(?:tổng\s+(?:thu|chi)|chi\s+(?:đầu\s+tư|thường\s+xuyên|ngân\s+sách)|thu\s+(?:ngân\s+sách|nội\s+địa|hút)|huy\s+động|giải\s+ngân|"
    r"vốn\s+đầu\s+tư\s+(?:toàn|phát\s+triển|thực\s+hiện|xã\s+hội|trực\s+tiếp))"
)
"""Amounts of money that are ends all the same: "Thu ngân sách nhà nước trên địa bàn đạt 11.250 tỷ đồng"."""

COMPARED = r"\s*(?:và\s+[\d.,]+\s*%\s*)?(?:[^\W\d_]+\s+){0,4}?(?:so\s+(?:với|năm|kế\s+hoạch)|cùng\s+kỳ)"
"""Behind a change: it only compares the target before it with an earlier time ("tăng 12% so với năm 2025")."""

RESTATED = r"\s*(?:trên\s+|của\s+|trong\s+)?(?:tổng\s+(?:số|diện|dân)|kế\s+hoạch|dự\s+toán|chỉ\s+tiêu)"
"""Behind a share: it says the target before it once more ("88 xã, đạt 72% tổng số xã")."""

AMONG = r"trong\s+đó(?:\s*[:,])?(?:\s+có)?"
"""Opens a part of the target before it."""

DOING: frozenset[str] = frozenset(
    word.strip()
    for word in """
    biểu diễn, đón, trồng, trồng mới, gieo trồng, nuôi, thả, khai hoang, cải tạo, sản xuất, xuất khẩu, khám, cấp,
    cấp mới, kết nạp, thu, thu gom, nạo vét, thu hút, chuyển đổi, xây mới, sửa chữa, công nhận, thành lập mới,
    phát triển mới, tu sửa, duy tu, làm mới, mở mới, tuyển mới, nâng hạng, tái chế, cấp đổi, tưới, tiêu, giành,
    kiên cố hóa, bê tông hóa, trao, kết nghĩa, giúp
    """.replace("\n", " ").split(",")
)
"""Verbs that open a target with its number right behind them: "Đón 350.000 lượt khách"."""

AFTERTHOUGHT = (
    r"(?:,|\s\()\s*(?:(?:tăng|giảm|đạt|chiếm|bằng|vượt|gấp)\s|(?:số|phần)\s+còn\s+lại(?!\w)|(?:chia|phân)\s+theo\s)|"
    r"\s(?:so\s+với|để|nhằm|góp\s+phần|qua\s+đó|từ\s+đó)\s"
)
"""Words behind a name that compare or give the aim: they end it."""

HAVING = r"trong\s+đó(?:\s*[:,])?\s+(?P<how>có|được|qua)"
"""Opens a part that is told by what it has: "lao động qua đào tạo đạt 71%, trong đó có bằng cấp đạt 31%"."""

PREDICATES = (
    r"(?:được|có|đạt|trang\s+bị|ký\s+(?:xong|cam\s+kết|hợp\s+đồng)|xuất\s+hóa\s+đơn|cài\s+đặt|thanh\s+toán|đăng\s+ký|kê\s+khai|cam\s+kết|lắp\s+đặt|thành\s+lập|công\s+khai|sử\s+dụng|ứng\s+dụng|tham\s+gia|hoàn\s+thành|thực\s+hiện|triển\s+khai|kết\s+nối|áp\s+dụng|"
    r"đáp\s+ứng|không)(?!\w)"
)
"""Words that begin what is said of those counted ("100% hồ sơ cấp tỉnh, 95% hồ sơ cấp xã | được xử lý trên mạng")."""

DIVIDED = r"(?:chia\s+(?:ra|theo)|phân\s+kỳ|phân\s+bổ|cụ\s+thể|trong\s+đó|lộ\s+trình)(?:\s+[^\W\d_]+){0,4}\s*"
"""Words before a row of values that divide the target before them: "Chia ra các năm: 2025: 1.800 nhà; ..."."""
