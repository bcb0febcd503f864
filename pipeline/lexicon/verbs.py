"""Verbs that open a duty or a task in administrative documents, in lower case with their marks.

Used to tell where the name of a body ends ("Trung tâm Y tế | tổ chức ...") and which verb heads a sentence.
"""

from __future__ import annotations

VERBS: frozenset[str] = frozenset(
    word.strip()
    for word in """
    ban hành, báo cáo, bảo đảm, bảo vệ, biên soạn, biên tập, biểu dương, bố trí, bổ sung, bồi dưỡng, cải cách,
    cải thiện, cải tiến, cân đối, cập nhật, chấn chỉnh, chấp hành, chỉ đạo, chia sẻ, chịu trách nhiệm, chú trọng,
    chủ động, chủ trì, chuẩn bị, chuyển đổi, chuyển giao, công bố, công khai, củng cố, cung cấp, cụ thể hóa, cử,
    dự báo, dự thảo, duy trì, đa dạng hóa, đánh giá, đào tạo, đảm bảo, đăng ký, đăng tải, đấu tranh, đầu tư,
    đẩy mạnh, đẩy nhanh, đề nghị, đề xuất, điều chỉnh, điều hành, điều phối, điều tra, định hướng, định kỳ,
    đôn đốc, đổi mới, đưa, gắn, giám sát, giao, giải quyết, giới thiệu, gửi, hình thành, hiện đại hóa,
    hoàn thành, hoàn thiện, hỗ trợ, huy động, hướng dẫn, hưởng ứng, kết hợp, kết nối, khai thác, khắc phục,
    khảo sát, khen thưởng, khuyến khích, khẩn trương, kịp thời, kiểm soát, kiểm tra, kiến nghị, kiện toàn, lập,
    lãnh đạo, lắp đặt, lồng ghép, lựa chọn, mở rộng, mua sắm, nâng cao, nâng cấp, nghiên cứu, ngăn chặn,
    nhân rộng, phản ánh, phát động, phát huy, phát hiện, phát triển, phân bổ, phân công, phân tích, phê duyệt,
    phòng ngừa, phối hợp, phổ biến, phấn đấu, quan tâm, quán triệt, quản lý, quảng bá, quy định, quy hoạch,
    quyết định, rà soát, sắp xếp, sơ kết, sử dụng, sửa chữa, sửa đổi, tạo, tạo điều kiện, tập huấn, tập trung,
    tăng cường, tham gia, tham mưu, thành lập, thanh tra, thẩm định, theo dõi, thi đua, thiết lập, thống kê,
    thông báo, thông tin, thu hút, thu thập, thúc đẩy, thường xuyên, thực hiện, tiếp nhận, tiếp tục, tìm kiếm,
    tổ chức, tổng hợp, tổng kết, tôn vinh, trao đổi, tranh thủ, trình, triển khai, truyền thông, tư vấn,
    tuyên truyền, tuyển chọn, tuyển dụng, tuyển sinh, ứng dụng, ưu tiên, vận động, vận hành, viết, xác định,
    xây dựng, xem xét, xét duyệt, xử lý, xúc tiến, yêu cầu, giảm, tăng, rút ngắn, áp dụng, nêu cao, nắm bắt,
    bám sát, bàn giao, cam kết, căn cứ, cắt giảm, chăm lo, chăm sóc, chi trả, chủ trương, dành, dự toán, đề cao,
    đề ra, đơn giản hóa, đón tiếp, đảm nhiệm, đảm nhận, điều tiết, giáo dục, gương mẫu, hạn chế,
    hợp tác, khởi công, kêu gọi, ký kết,
    làm, làm việc, lưu trữ, mở, nghiêm túc, ngăn ngừa, nhận diện, phục vụ, phân luồng, phân loại, phụ trách,
    quyết liệt, rút kinh nghiệm, số hóa, cứng hóa, nhựa hóa, tạm ứng, tặng, thanh toán, thí điểm, tích cực, tích hợp,
    trang bị, xóa, xóa bỏ, liên kết, giao lưu, hội đàm, tham dự, cấp phát, tham quan, giữ vững,
    treo, trực tiếp, tuần tra, tự kiểm tra, xác nhận, xây mới, xác minh,
    bãi bỏ, bình ổn, bồi thường, cung ứng, di dời, đo đạc, giải ngân, giải tỏa, góp ý, kiểm điểm, kiểm kê, nghiệm thu,
    nhận đỡ đầu, nhận phụ trách, tiêm phòng, huấn luyện, niêm yết, tháo gỡ, thay thế, thu hồi, tiếp thu,
    trả lời, xử phạt, sẵn sàng, duy tu, bảo trì, nạo vét, phát quang, thu gom, tiêu thụ, tiến hành, kiểm định,
    trực ban, ứng trực, giải trình, thẩm tra, quyết toán
    """.replace("\n", " ").split(",")
)
"""Verbs and the adverbs that stand before them ("chủ động", "tiếp tục", "kịp thời")."""

ONE_SYLLABLE: frozenset[str] = frozenset(
    ("cử", "dành", "gắn", "giao", "gửi", "lập", "mở", "tạo", "tặng", "treo", "trình", "viết", "xóa", "đưa")
)
"""Verbs of one syllable that tell where a body's name ends: "Báo Lào Cai | mở chuyên mục"."""

ADVERBS: frozenset[str] = frozenset(
    word.strip()
    for word in """
    chủ động, tiếp tục, thường xuyên, kịp thời, tích cực, định kỳ, khẩn trương, nghiêm túc, quyết liệt, trực tiếp,
    tăng cường, đẩy mạnh, chú trọng, tập trung, hằng năm, hàng năm, hằng quý, hàng quý, hằng tháng, hàng tháng,
    đồng thời, cùng, sẽ, có trách nhiệm, chịu trách nhiệm, có nhiệm vụ, là cơ quan, là đơn vị, làm, được giao,
    là, cơ quan, đơn vị, đầu mối, thường trực, phát huy vai trò, nhanh chóng, từng bước, cần, phải
    """.replace("\n", " ").split(",")
)
"""Words that may stand between the beginning of a sentence and the verb that gives the duty."""

NO_VERBS: str = "|".join(
    word.strip().replace(" ", r"\s+")
    for word in """
    quy trình, thủ tục, phương thức, phương hướng, trường hợp, mô hình, chủ đề, ghi chú,
    tỷ lệ, tỉ lệ, tỷ trọng, tỉ trọng, tỷ suất, tỉ suất, tỷ số, số lượng, số lao động, số hộ, số người, số
    trường, số xã, tổng số, tổng mức, tổng vốn, tổng kinh phí, tổng diện tích, tổng giá trị, chỉ số, chỉ tiêu,
    cơ cấu, thu nhập, diện tích, sản lượng, năng suất, giá trị, quy mô, dân số, mật độ, nhóm, học sinh, lao
    động, người dân, người lao động, hộ gia đình, kinh phí, nguồn vốn, ngân sách, thời gian, thời hạn, địa điểm,
    thành phần, nội dung, hình thức, kết quả, tình hình, mục tiêu, mục đích, nhiệm vụ, giải pháp, công tác, quy
    trình, danh mục, phụ lục, hồ sơ, văn bản, kế hoạch, đề án, dự án, chương trình, nghị quyết, nghị định, thông
    tư, công văn, tờ trình, luật, đơn vị, cơ quan, cơ sở, cơ chế, cán bộ, công chức, viên chức, các, những, mỗi,
    một số, việc, về, trên, trong, tại, theo, kèm theo, đối với, thuộc, và, hoặc, để, với, bên cạnh, ngoài, khi,
    nếu, đã, đang
    """.replace("\n", " ").split(",")
)
"""Alternatives of a pattern: what opens a sentence without being its verb. Words of measure, names of documents, people
and conditions, determiners, prepositions, conjunctions and marks of time; each stands before nouns only or is itself
no verb, so that no tagger has to be asked."""

LIGHT_VERBS: frozenset[str] = frozenset({"thực hiện", "triển khai", "tổ chức", "tiến hành", "tiếp tục", "tham mưu"})
"""Verbs that say little by themselves: the verb right behind them is the work ("Thực hiện rà soát")."""

FUNCTION_WORDS: frozenset[str] = frozenset(
    word.strip()
    for word in """
    của, để, trong, về, theo, có, là, được, tại, với, cùng, cho, do, bằng, từ, đến, khi, nếu, trên, dưới, gồm, bao gồm,
    nhằm, phải, cần, sẽ, đã, đang, này, đó, nêu trên, trước, sau, như, thì, mà, vào, ra, không, căn cứ, liên quan,
    có liên quan, quan tâm, nghiêm,
    việc, đối với, thông qua, làm, qua, trừ, ngoài, và, hoặc, đồng thời, kịp thời, trực thuộc, thuộc, chịu
    """.replace("\n", " ").split(",")
)
"""Words that cannot stand inside the name of a body."""
