"""Words that give a body a role in a piece of work."""

from __future__ import annotations

from pipeline.mentions import DutyRole

ROLE_PATTERNS: tuple[tuple[DutyRole, str], ...] = (
    ("lead", r"chủ\s+trì|chịu\s+trách\s+nhiệm\s+chính|(?:là\s+)?(?:cơ\s+quan|đơn\s+vị|làm)\s+đầu\s+mối|"
             r"(?:là|làm)\s+đầu\s+mối"),
    ("support", r"phối\s*hợp|phối\s+kết\s+hợp|liên\s+kết(?=(?:\s+\w+){0,2}\s+với)"),
    ("advise", r"tham\s+mưu"),
    ("monitor", r"theo\s+dõi|đôn\s+đốc|kiểm\s+tra|giám\s+sát|thanh\s+tra(?!\s+(?:tỉnh|huyện|thành|Chính))"),
    ("report", r"tổng\s+hợp|báo\s+cáo|phản\s+ánh(?=\s+(?:về|với))|thông\s+tin\s+gửi|(?:sơ|tổng)\s+kết"),
)  # fmt: skip
"""Patterns over text as printed, in any case. "chủ trì, tham mưu" is lead: the first words count."""

LEAD_LABELS = (
    r"(?:cơ\s+quan|đơn\s+vị|bộ\s+phận|các\s+đơn\s+vị)?\s*(?:chủ\s+trì(?:\s+(?:thực\s+hiện|tham\s+mưu))?|thực\s+hiện|"
    r"chịu\s+trách\s+nhiệm|phụ\s+trách|tham\s+mưu|đầu\s+mối)"
)
"""Label before the bodies that lead: "Đơn vị chủ trì:", "Cơ quan chủ trì thực hiện:"."""

SUPPORT_LABELS = r"(?:các\s+)?(?:cơ\s+quan|đơn\s+vị|bộ\s+phận)?\s*(?:cùng\s+)?phối\s+hợp(?:\s+thực\s+hiện)?"
"""Label before the bodies that support: "Đơn vị phối hợp:"."""

OTHER_LABELS = (
    r"thời\s+(?:gian|hạn|điểm)(?:\s+(?:thực\s+hiện|hoàn\s+thành|tổ\s+chức|triển\s+khai|trình))?|"
    r"(?:tiến\s+độ|kinh\s+phí|sản\s+phẩm|kết\s+quả|địa\s+điểm|thành\s+phần|đối\s+tượng|nội\s+dung|hình\s+thức|số\s+lượng|"
    r"nguồn\s+kinh\s+phí|(?:hạn\s+)?hoàn\s+thành|hạn\s+chót)(?:\s+\w+){0,3}"
)
"""Other labels of the same form, which end a list of bodies."""

PARTNER_OPENING = (
    r"(?:chủ\s+trì\s*,?\s+cùng(?:\s+với)?\s+|hiệp\s+đồng\s+(?:chặt\s+chẽ\s+)?với\s+|(?:phối\s*(?:kết\s+)?hợp|liên\s+kết)(?:\s+(?:chặt\s+chẽ|thường\s+xuyên|tốt|tích\s+cực|đồng\s+bộ|"
    r"hiệu\s+quả|kịp\s+thời|chủ\s+động|đào\s+tạo|công\s+tác|thực\s+hiện))*\s+(?:(?:cùng\s+với|với|cùng)\s+)?)"
)
"""What stands before the bodies that somebody works with: "phối hợp chặt chẽ với ..."."""

ASSIGNING = r"(?:giao(?:\s+cho)?|đề\s+nghị|yêu\s+cầu|phân\s+công|ủy\s+quyền)\s+"
"""What stands before the body that is given work: "Giao Sở X chủ trì", "đề nghị Ủy ban MTTQ"."""

DONE_BY = r"do\s+"
_IN_CHARGE = r"chủ\s+trì|đầu\s+mối|phụ\s+trách|chịu\s+trách\s+nhiệm|đảm\s+(?:nhiệm|nhận)"
LEADING = rf"\s*(?:là\s+cơ\s+quan\s+|làm\s+)?(?:{_IN_CHARGE}|chủ\s+đầu\s+tư)"
""""do Sở X chủ trì": only a verb of leading makes the body behind "do" the one that leads this work."""

CARRYING_OUT = (
    rf"(?:là\s+cơ\s+quan\s+|làm\s+)?(?:{_IN_CHARGE}|tham\s+mưu|"
    r"(?:tổ\s+chức\s+)?(?:thực\s+hiện|triển\s+khai))"
)
"""What brackets behind a piece of work say of the body that does it: "(Sở X thực hiện, xong trong quý II)"."""

HELPING = r"(?:cùng\s+)?phối\s+hợp(?:\s+thực\s+hiện)?(?=\s*(?:[;,.)]|$)|\s+(?:trong|trước|vào|xong|hoàn\s+thành)\s)"
"""What they say of a body that only helps: "(Sở X chủ trì, Sở Y phối hợp)"."""

OPENING_WORDS = (
    r"chủ\s+động|tích\s+cực|thường\s+xuyên|tiếp\s+tục|kịp\s+thời|quan\s+tâm|"
    r"định\s+kỳ(?:\s*,?\s*(?:(?:\d+|một|hai|ba|sáu)\s+)?(?:tháng|năm|lần|quý))*|"
    r"khẩn\s+trương|nghiêm\s+túc|tăng\s+cường|"
    r"(?:là\s+)?(?:(?:cơ\s+quan|đơn\s+vị|bộ\s+phận)\s+)?(?:thường\s+trực|đầu\s+mối)"
    r"(?:\s+(?:của\s+)?Ban\s+(?:Chỉ\s+đạo|Điều\s+hành|Chỉ\s+huy|Vận\s+động)(?:\s+(?:cấp\s+)?(?:tỉnh|huyện|xã|phường|thành\s+phố))?)?(?:\s*[;,])?|"
    r"đẩy\s+mạnh|(?:có|chịu)\s+(?:trách\s+)?nhiệm(?:\s+vụ)?|là\s+(?:cơ\s+quan|đơn\s+vị|bộ\s+phận)(?:\s+thường\s+trực)?|(?:được\s+)?giao\s+nhiệm\s+vụ|"
    r"h[ằà]ng\s+(?:năm|quý|tháng|tuần)|đồng\s+thời|cùng|sẽ|phải|cần|nhiệm\s+vụ|trực\s+tiếp|phát\s+huy\s+vai\s+trò|"
    r"trong\s+việc|và|đề\s+nghị(?=\s+(?:chủ\s+trì|phối\s+hợp|tham\s+mưu|theo\s+dõi|tổng\s+hợp))"
)
"""Words between the body and the verb of its duty."""

OPENING_CLAUSE = (
    r"căn\s+cứ|trên\s+cơ\s+sở|theo|tùy|trong\s+phạm\s+vi|dựa|xuất\s+phát|từ|ngoài|tại|để|với\s+chức\s+năng|"
    r"bám\s+sát|trước\s+ngày|trong\s+(?:quý|tháng|năm|thời\s+gian|quá\s+trình)|nếu|sau\s+khi|khi|nhằm|"
    r"kết\s+thúc|h[ằà]ng\s+(?:năm|quý|tháng)|định\s+kỳ"
)
"""Words that open a clause which gives ground, time or aim of a duty before its verb."""

ADDRESSING = (
    r"giao(?:\s+cho)?|đề\s+nghị|yêu\s+cầu|phân\s+công|trách\s+nhiệm(?:\s+(?:của|các))?|nhiệm\s+vụ\s+của|đối\s+với|"
    r"tại|kính\s+đề\s+nghị|mời|các\s+đơn\s+vị\s+khác"
)
"""What may stand before the name of the body in a heading that gives it duties: "Đề nghị Ủy ban MTTQ ..."."""

REPORTING_LIGHT = r"thực\s+hiện|tiến\s+hành|tổ\s+chức|làm"
"""Verbs that only carry the role word behind them: "Thực hiện tổng hợp, báo cáo"."""

APPOSITION = (
    r"\s*[-–(,]\s*(?:là\s+)?(?:cơ\s*quan|đơn\s+vị)\s+"
    r"(?:(?:thường\s+trực|chủ\s+trì|đầu\s+mối|chủ\s+quản|quản\s+lý|tham\s+mưu)[^.;:]{0,80}?|[^.;:]{3,80}?)\)?"
    r"(?=\s*,?\s+(?-i:(?:có|chịu)\s+trách|chủ\s+trì|giúp\s|tham\s+mưu|phối\s+hợp|theo\s+dõi|đôn\s+đốc|tổng\s+hợp|hướng\s+dẫn|"
    r"xây\s+dựng|tổ\s+chức|căn\s+cứ|triển\s+khai))"
    r"|\s*,?\s+mỗi\s+(?:tổ\s+chức|đơn\s+vị|đoàn\s+thể|cơ\s+quan|ngành|hội|địa\s+phương|trường|xã|phường|huyện)(?=\s+\w)"
)
"""What may stand between a body and its duty: "Sở X - Cơ quan Thường trực của Ban Điều hành có trách nhiệm ..."."""

QUALIFIED = (
    r"\s+(?!trong\s+phạm\s+vi\s)(?:có|được|thuộc|liên\s+quan|đến|về|nơi|trong|trên|ngoài|tại|do|đóng|quản\s+lý|tham\s+gia)(?!\s+(?:trách\s+)?nhiệm)\s"
    r"[^.;:,()]{3,110}?(?=\s*:\s|\s+(?:có|chịu)\s+trách\s+nhiệm|\s+phải\s)"
)
"""What tells which bodies of a group are meant, between their name and their duty: "các xã | có rừng trồng | có trách
nhiệm ..."."""

PROGRAMME_NAME = (
    r"\s+(?:phát\s+triển|hỗ\s+trợ|xây\s+dựng|bảo\s+vệ|bảo\s+tồn|nâng\s+cao|giảm|phòng|chuyển\s+đổi|quản\s+lý|đào\s+tạo|cải\s+cách)\s"
    r"[^.;:()]{3,140}?(?=\s+(?:có|chịu)\s+trách\s+nhiệm|\s+chủ\s+trì|\s+căn\s+cứ|\s+theo\s+chức\s+năng)"
)
"""How the name of a body goes on that a programme names: "Ban soạn thảo Chiến lược | phát triển gia đình"."""

GROUND_BEHIND = (
    r"\s*,?\s*(?:trên\s+cơ\s+sở|căn\s+cứ|theo|trong\s+phạm\s+vi|tùy|tuỳ|dựa|bám\s+sát|thông\s+qua)(?!\s+dõi)(?!\w)"
)
"""What opens a clause of ground between a body and its verb: "Sở X | trên cơ sở Đề án được duyệt, | tiến hành ..."."""

FUNCTION_BEHIND = (
    r"\s*,?\s*(?:theo|căn\s+cứ(?:\s+vào)?|trong\s+phạm\s+vi)\s+(?:đúng\s+)?(?:chức\s+năng|nhiệm\s+vụ|quyền\s+hạn|thẩm\s+quyền|"
    r"lĩnh\s+vực|phạm\s+vi|quản\s+lý|của\s+mình)(?!\w)"
    r"(?:\s*(?:,|và)\s*(?:chức\s+năng|nhiệm\s+vụ|quyền\s+hạn|thẩm\s+quyền|lĩnh\s+vực|địa\s+bàn))*"
    r"(?:\s+(?:quản\s+lý|phụ\s+trách))?(?:\s+(?:được\s+(?:giao|phân\s+công)|của\s+\w+(?:\s+\w+)?(?=\s*,)))?\s*,?\s*(?=\w)"
)
"""Clauses of ground that only a duty has, whatever its verb: "theo chức năng, nhiệm vụ được giao, | giải trình ..."."""

GROUND_ENDS = (
    r"(?:nhiệm\s+vụ|thẩm\s+quyền|quyền\s+hạn|lĩnh\s+vực|phạm\s+vi)"
    r"(?:\s+(?:quản\s+lý|phụ\s+trách))?(?:\s+(?:được\s+(?:giao|phân\s+công)|của\s+(?:mình|ngành|đơn\s+vị|cơ\s+quan|địa\s+phương)))?"
)
"""Where such a clause may end without a comma: "theo chức năng, nhiệm vụ được giao | xây dựng ..."."""

TELLING = (
    r"\s+(?:(?:cơ\s+bản\s+)?(?:thống\s+nhất|nhất\s+trí)\s*(?:đánh\s+giá|nhận\s+định|thông\s+qua|nhận\s+thấy|với\s+đánh\s+giá|chủ\s+trương|:)|"
    r"có\s+(?:công\s+văn|văn\s+bản|tờ\s+trình|báo\s+cáo|thông\s+báo|quyết\s+định)\s+số\s+\d+|"
    r"có\s+ý\s+kiến\s+(?:như\s+sau|chỉ\s+đạo|kết\s+luận)|ghi\s+nhận|hoan\s+nghênh|đánh\s+giá\s+cao|nhận\s+thấy|nhận\s+được)(?!\w)"
)
"""What says of a body what it has done or thinks, which is no duty: "Chính phủ thống nhất đánh giá: ..."."""

NO_SUBJECTS = r"cán\s+bộ\s+quản\s+lý|giáo\s+viên\s+phụ\s+trách|nhân\s+viên\s+(?:phục\s+vụ|chăm\s+sóc)"
"""Offices whose second word is a verb elsewhere: "Cán bộ quản lý, giáo viên" name people, nobody "manages" here."""

VERBS_IN_OFFICES = r"(?<=chủ\s)đầu\s+tư|(?<=tổng\s)phụ\s+trách|(?<=nhà\s)quản\s+lý|(?<=cán\sbộ\s)quản\s+lý|^lãnh\s+đạo"
"""Verbs that are part of what somebody is called: "Chủ đầu tư", "Tổng phụ trách Đội", "Lãnh đạo phòng"."""

FACT_HEADINGS = (
    r"đối\s+tượng|phạm\s+vi|thành\s+phần|địa\s+điểm|địa\s+bàn|thời\s+gian|thời\s+điểm|thời\s+hạn|quy\s+mô|số\s+lượng"
)
"""Headings below which stands whom, where or when something concerns, and nobody is given work."""

REMARK = r"\W*(?:l[ưự]u\s+ý|riêng|ngoài\s+ra|đồng\s+thời)\s*[:,]?\s*"
"""Opening of a remark that gives somebody a duty."""

IN_FORCE = (
    r"^(?:quyết\s+định|nghị\s+quyết|chỉ\s+thị|kế\s+hoạch|thông\s+tư|quy\s+chế|quy\s+định|chương\s+trình)"
    r"\s+này\s+(?:có\s+hiệu\s+lực|thay\s+thế)"
)
"""A sentence that says from when a document holds gives nobody work."""

SUMMING_UP = (
    r"(?:^|[.]\s)\s*trên\s+đây\s+là\b|\bđề\s+nghị\b[^.]*\bthực\s+hiện\b[^.]*\./\.\s*$|"
    r"\bthông\s+báo\s+(?:để|đến|tới)\s[^.]*\bbiết\b[^.]*\bthực\s+hiện\s*\./\.\s*$"
)
"""The last paragraph of a plan."""

EVERYBODY = (
    r"(?:các|thủ\s+trưởng\s+các)\s+(?:(?:cơ\s+quan|đơn\s+vị|địa\s+phương|ngành|cấp|sở|ban|phòng|bộ\s+phận|đoàn\s+thể|tổ\s+chức|cá\s+nhân)"
    r"(?:\s*,\s*|\s+và\s+(?:các\s+)?|\s*$))+"
)
"""An addressee that nothing tells apart; the last paragraph that asks it to carry out the plan gives no duty."""

TROUBLES = (
    r"(?:trong\s+quá\s+trình|nếu\s+có|quá\s+trình)[^.]*vướng\s+mắc[^.]*"
    r"(?:phản\s+ánh|báo\s+cáo|thông\s+tin|liên\s+hệ|kiến\s+nghị|gửi)"
)
"""Whom to tell of difficulties: "Trong quá trình thực hiện, nếu có vướng mắc, các đơn vị kịp thời phản ánh về ..."."""

CLOSING_FORMULA = (
    r"^\s*(?:trên\s+đây\s+là|căn\s+cứ\s+(?:nội\s+dung\s+)?kế\s+hoạch\s+này\s*,?\s*(?:yêu\s+cầu|đề\s+nghị))|"
    r"(?:chịu|có)\s+trách\s+nhiệm\s+(?:tổ\s+chức\s+)?(?:thi\s+hành|thực\s+hiện)\s+"
    r"(?:quyết\s+định|nghị\s+quyết|chỉ\s+thị|thông\s+tư|nghị\s+định)\s+này(?:\s+kể\s+từ\s+ngày\s+ký)?\s*[./]*$|"
    r"(?:chịu|có)\s+trách\s+nhiệm\s+thi\s+hành\s*[./]*$|căn\s+cứ\s+(?:quyết\s+định|nghị\s+quyết|chỉ\s+thị)\s+(?:này\s+)?(?:để\s+)?thi\s+hành\s*[./]*$|"
    r"chịu\s+trách\s+nhiệm\s+(?:tổ\s+chức\s+)?(?:thi\s+hành|thực\s+hiện)\s+kế\s+hoạch\s+này\s*[./]*$|"
    r"^\s*(?:kết\s+quả\s+(?:thực\s+hiện\s+)?)?(?:kế\s+hoạch|chương\s+trình|đề\s+án|chỉ\s+thị|nghị\s+quyết|công\s+văn|"
    r"hướng\s+dẫn|quy\s+chế)\s+(?:này\s+)?(?:được\s+phổ\s+biến|là\s+căn\s+cứ|có\s+hiệu\s+lực|thay\s+thế)|"
    r"^\s*nhận\s+được\s+(?:công\s+văn|chỉ\s+thị|kế\s+hoạch|văn\s+bản|thông\s+báo)\s+này[^.]*thực\s+hiện(?:\s+\w+){0,4}\s*[./]*$|"
    r"(?:triển\s+khai|tổ\s+chức|nghiêm\s+(?:túc|chỉnh))[\w\s,]*thực\s+hiện(?:\s+\w+){0,4}\s*\./\.\s*$"
)
"""The last sentence of a plan, which sums up, and the last article of a decision, which names everybody."""
