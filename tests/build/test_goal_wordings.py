"""How plans word their targets: one line as printed, and each value with its name as a clerk would write it down."""

from __future__ import annotations

import pytest

from tests.build.test_goals import goals

Value = tuple[str, str, float, float | None, str, str, tuple[float, str] | None]

# (line, [(name, comparator, value, upper end, unit, period, (baseline, its year))])
WORDINGS: list[tuple[str, list[Value]]] = [
    (
        "Tỷ lệ hộ dùng nước sạch tăng từ 78,4% (năm 2025) lên 95%.",
        [
            ("Tỷ lệ hộ dùng nước sạch", "=", 95, None, "%", "2026", (78.4, "2025")),
        ],
    ),
    (
        "Dư nợ cho vay ưu đãi tăng từ 1.945 tỷ đồng (cuối năm 2025) lên 2.100 tỷ đồng.",
        [
            ("Dư nợ cho vay ưu đãi", "=", 2100, None, "tỷ đồng", "2026", (1945, "2025")),
        ],
    ),
    (
        "Giảm số vụ khiếu kiện từ 412 vụ năm 2025 xuống không quá 330 vụ.",
        [
            ("Giảm số vụ khiếu kiện", "<=", 330, None, "vụ", "2026", (412, "2025")),
        ],
    ),
    (
        "Nâng tỷ lệ bao phủ bảo hiểm y tế từ 95,2% năm 2025 lên trên 96,5% vào năm 2027 và 98% vào năm 2030.",
        [
            ("tỷ lệ bao phủ bảo hiểm y tế", ">", 96.5, None, "%", "2027", (95.2, "2025")),
            ("tỷ lệ bao phủ bảo hiểm y tế", "=", 98, None, "%", "2030", (95.2, "2025")),
        ],
    ),
    (
        "Số tiêu chí đạt chuẩn bình quân tăng từ 15,1 tiêu chí/xã năm 2025 lên 17 tiêu chí/xã.",
        [
            ("Số tiêu chí đạt chuẩn bình quân", "=", 17, None, "tiêu chí/xã", "2026", (15.1, "2025")),
        ],
    ),
    (
        "Tỷ lệ lao động qua đào tạo từ 66,8% năm 2025 lên 68,5% năm 2026.",
        [
            ("Tỷ lệ lao động qua đào tạo", "=", 68.5, None, "%", "2026", (66.8, "2025")),
        ],
    ),
    (
        "Tổng tỷ suất sinh đạt tối thiểu 1,75 con/phụ nữ (năm 2025 là 1,58 con/phụ nữ).",
        [
            ("Tổng tỷ suất sinh", ">=", 1.75, None, "con/phụ nữ", "2026", (1.58, "2025")),
        ],
    ),
    (
        "Số lượt truy cập Cổng dữ liệu: 450.000 lượt, gấp 1,5 lần năm 2025.",
        [
            ("Số lượt truy cập Cổng dữ liệu", "=", 450000, None, "lượt", "2026", None),
        ],
    ),
    (
        "Năng suất lao động ngành công nghiệp gấp 1,6 lần so với năm 2025.",
        [
            ("Năng suất lao động ngành công nghiệp", "=", 1.6, None, "lần", "2026", None),
        ],
    ),
    (
        "80% phụ nữ mang thai được tầm soát ít nhất 04 loại bệnh, tật bẩm sinh; trên 90% trẻ sơ sinh "
        "được tầm soát tối thiểu 05 bệnh.",
        [
            ("phụ nữ mang thai được tầm soát ít nhất 04 loại bệnh, tật bẩm sinh", "=", 80, None, "%", "2026", None),
            ("trẻ sơ sinh được tầm soát tối thiểu 05 bệnh", ">", 90, None, "%", "2026", None),
        ],
    ),
    (
        'Tỷ lệ gia đình đạt 8 tiêu chí "5 không, 3 sạch": 88,5%.',
        [
            ('Tỷ lệ gia đình đạt 8 tiêu chí "5 không, 3 sạch"', "=", 88.5, None, "%", "2026", None),
        ],
    ),
    (
        "Có ít nhất 24 sản phẩm được công nhận từ 3 sao trở lên, trong đó 05 sản phẩm 4 sao.",
        [
            ("sản phẩm được công nhận từ 3 sao trở lên", ">=", 24, None, "sản phẩm", "2026", None),
            ("sản phẩm 4 sao", "=", 5, None, "sản phẩm", "2026", None),
        ],
    ),
    (
        "Tuyển sinh 16.400 người, chia ra: cao đẳng 1.150 người, trung cấp 2.750 người, sơ cấp và đào "
        "tạo dưới 03 tháng 12.500 người.",
        [
            ("Tuyển sinh", "=", 16400, None, "người", "2026", None),
            ("cao đẳng", "=", 1150, None, "người", "2026", None),
            ("trung cấp", "=", 2750, None, "người", "2026", None),
            ("sơ cấp và đào tạo dưới 03 tháng", "=", 12500, None, "người", "2026", None),
        ],
    ),
    (
        "Trẻ mẫu giáo ra lớp đạt 99,5% trở lên (riêng trẻ 5 tuổi: 100%).",
        [
            ("Trẻ mẫu giáo ra lớp", ">=", 99.5, None, "%", "2026", None),
            ("trẻ 5 tuổi", "=", 100, None, "%", "2026", None),
        ],
    ),
    (
        "Từ 60% chủ thể trở lên là hợp tác xã, tổ hợp tác.",
        [
            ("chủ thể là hợp tác xã, tổ hợp tác", ">=", 60, None, "%", "2026", None),
        ],
    ),
    (
        "Kết nạp từ 3.200 hội viên mới trở lên.",
        [
            ("Kết nạp hội viên mới", ">=", 3200, None, "hội viên", "2026", None),
        ],
    ),
    (
        "Thành lập mới 06 hợp tác xã, 20 tổ hợp tác do phụ nữ quản lý.",
        [
            ("Thành lập mới hợp tác xã", "=", 6, None, "hợp tác xã", "2026", None),
            ("Thành lập mới tổ hợp tác do phụ nữ quản lý", "=", 20, None, "tổ hợp tác", "2026", None),
        ],
    ),
    (
        "Biên soạn, phát hành 40.000 tờ gấp và 5.000 cuốn sổ tay pháp luật.",
        [
            ("Biên soạn, phát hành tờ gấp", "=", 40000, None, "tờ gấp", "2026", None),
            ("Biên soạn, phát hành sổ tay pháp luật", "=", 5000, None, "cuốn", "2026", None),
        ],
    ),
    (
        "Tuyển mới 640 trẻ nhà trẻ, 905 học sinh lớp 1 và 870 học sinh lớp 6.",
        [
            ("Tuyển mới trẻ nhà trẻ", "=", 640, None, "trẻ", "2026", None),
            ("Tuyển mới học sinh lớp 1", "=", 905, None, "học sinh", "2026", None),
            ("Tuyển mới học sinh lớp 6", "=", 870, None, "học sinh", "2026", None),
        ],
    ),
    (
        "Thu hút từ 3,5 đến 4 tỷ USD vốn FDI, trên 60.000 tỷ đồng vốn đầu tư trong nước.",
        [
            ("Thu hút vốn FDI", "=", 3.5, 4, "tỷ USD", "2026", None),
            ("Thu hút vốn đầu tư trong nước", ">", 60000, None, "tỷ đồng", "2026", None),
        ],
    ),
    (
        "Thành lập mới 04 khu công nghiệp và ít nhất 07 cụm công nghiệp.",
        [
            ("Thành lập mới khu công nghiệp", "=", 4, None, "khu công nghiệp", "2026", None),
            ("Thành lập mới cụm công nghiệp", ">=", 7, None, "cụm công nghiệp", "2026", None),
        ],
    ),
    (
        "Tu sửa 180 km đường băng cản lửa, làm mới khoảng 40 km.",
        [
            ("Tu sửa đường băng cản lửa", "=", 180, None, "km", "2026", None),
            ("làm mới đường băng cản lửa", "~", 40, None, "km", "2026", None),
        ],
    ),
    (
        "100% cơ sở và từ 95% chi hội trở lên đăng ký thực hiện ít nhất 01 mô hình học tập.",
        [
            ("cơ sở đăng ký thực hiện ít nhất 01 mô hình học tập", "=", 100, None, "%", "2026", None),
            ("chi hội đăng ký thực hiện ít nhất 01 mô hình học tập", ">=", 95, None, "%", "2026", None),
        ],
    ),
    (
        "Tối thiểu 95% cán bộ, công chức, trên 85% người lao động trong doanh nghiệp và từ 80% trở lên "
        "người dân vùng cao được tiếp cận thông tin.",
        [
            ("cán bộ, công chức được tiếp cận thông tin", ">=", 95, None, "%", "2026", None),
            ("người lao động trong doanh nghiệp được tiếp cận thông tin", ">", 85, None, "%", "2026", None),
            ("người dân vùng cao được tiếp cận thông tin", ">=", 80, None, "%", "2026", None),
        ],
    ),
    (
        "Ngay trong năm 2027, phấn đấu 100% học sinh, sinh viên và 100% người từ 65 tuổi trở lên có thẻ bảo hiểm y tế.",
        [
            ("học sinh, sinh viên có thẻ bảo hiểm y tế", "=", 100, None, "%", "2027", None),
            ("người từ 65 tuổi trở lên có thẻ bảo hiểm y tế", "=", 100, None, "%", "2027", None),
        ],
    ),
    (
        "12/12 khu công nghiệp đang hoạt động và trên 70% cụm công nghiệp có hệ thống xử lý nước thải.",
        [
            (
                "khu công nghiệp đang hoạt động có hệ thống xử lý nước thải",
                "=",
                12,
                None,
                "khu công nghiệp",
                "2026",
                None,
            ),
            ("cụm công nghiệp có hệ thống xử lý nước thải", ">", 70, None, "%", "2026", None),
        ],
    ),
    (
        "Sau tốt nghiệp trung học cơ sở, có 75 - 80% học sinh vào lớp 10.",
        [
            ("học sinh vào lớp 10", "=", 75, 80, "%", "2026", None),
        ],
    ),
    (
        "Lũy kế đến cuối năm 2026 có ít nhất 24 sản phẩm được xếp hạng.",
        [
            ("sản phẩm được xếp hạng", ">=", 24, None, "sản phẩm", "2026", None),
        ],
    ),
    (
        "Cả giai đoạn trồng 7.500 ha rừng tập trung, gồm 600 ha rừng phòng hộ và 6.900 ha rừng sản xuất.",
        [
            ("trồng rừng tập trung", "=", 7500, None, "ha", "2026", None),
            ("rừng phòng hộ", "=", 600, None, "ha", "2026", None),
            ("rừng sản xuất", "=", 6900, None, "ha", "2026", None),
        ],
    ),
    (
        "Duy trì ổn định tỷ lệ che phủ rừng ở mức 54,2%.",
        [
            ("tỷ lệ che phủ rừng", "=", 54.2, None, "%", "2026", None),
        ],
    ),
    (
        "Khống chế tỷ lệ trẻ thừa cân ở mức không quá 6%.",
        [
            ("Khống chế tỷ lệ trẻ thừa cân", "<=", 6, None, "%", "2026", None),
        ],
    ),
    (
        "Cơ bản các bản có điện lưới quốc gia, tỷ lệ hộ sử dụng điện an toàn đạt 98,6%.",
        [
            ("tỷ lệ hộ sử dụng điện an toàn", "=", 98.6, None, "%", "2026", None),
        ],
    ),
    (
        "Trong năm có thêm 02 xã đạt chuẩn nông thôn mới (Nà Lốc, Bản Phìn), đưa tổng số xã đạt chuẩn lên 5/7 xã.",
        [
            ("xã đạt chuẩn nông thôn mới", "=", 2, None, "xã", "2026", None),
            ("tổng số xã đạt chuẩn", "=", 5, None, "xã", "2026", None),
        ],
    ),
    (
        "Đến cuối kỳ, 70% lao động trong ngành được đào tạo chuyên môn.",
        [
            ("lao động trong ngành được đào tạo chuyên môn", "=", 70, None, "%", "2026", None),
        ],
    ),
    (
        "Chiều cao trung bình của thanh niên: nam 169 cm, nữ 158 cm.",
        [
            ("Chiều cao trung bình của thanh niên: nam", "=", 169, None, "cm", "2026", None),
            ("Chiều cao trung bình của thanh niên: nữ", "=", 158, None, "cm", "2026", None),
        ],
    ),
    (
        "Tỷ lệ trẻ suy dinh dưỡng thể nhẹ cân, thể thấp còi còn lần lượt dưới 1,5% và dưới 2%.",
        [
            ("Tỷ lệ trẻ suy dinh dưỡng thể nhẹ cân", "<", 1.5, None, "%", "2026", None),
            ("Tỷ lệ trẻ suy dinh dưỡng thể thấp còi", "<", 2, None, "%", "2026", None),
        ],
    ),
    (
        "Xây mới: 52 nhà.",
        [
            ("Xây mới", "=", 52, None, "nhà", "2026", None),
        ],
    ),
    (
        "Tỷ lệ chất thải được thu gom, xử lý theo quy định đạt 98%.",
        [
            ("Tỷ lệ chất thải được thu gom, xử lý theo quy định", "=", 98, None, "%", "2026", None),
        ],
    ),
    (
        "Quản lý, bảo vệ 214.600 ha rừng hiện có (trong đó rừng tự nhiên 131.250 ha).",
        [
            ("Quản lý, bảo vệ rừng hiện có", "=", 214600, None, "ha", "2026", None),
            ("rừng tự nhiên", "=", 131250, None, "ha", "2026", None),
        ],
    ),
    (
        "Mỗi xã, phường có ít nhất 02 câu lạc bộ; toàn tỉnh có 460 hộ được giúp thoát nghèo (tăng 35 hộ "
        "so với năm 2025).",
        [
            ("Mỗi xã, phường có câu lạc bộ", ">=", 2, None, "câu lạc bộ", "2026", None),
            ("hộ được giúp thoát nghèo", "=", 460, None, "hộ", "2026", None),
        ],
    ),
    (
        "Mỗi cơ sở Hội giúp ít nhất 03 hộ thoát nghèo bền vững.",
        [
            ("Mỗi cơ sở Hội giúp hộ thoát nghèo bền vững", ">=", 3, None, "hộ", "2026", None),
        ],
    ),
    (
        "Bồi dưỡng nghiệp vụ cho ít nhất 1.800 lượt báo cáo viên.",
        [
            ("Bồi dưỡng nghiệp vụ cho báo cáo viên", ">=", 1800, None, "lượt", "2026", None),
        ],
    ),
    (
        "Tạo việc làm trong nước cho 25.700 lao động, tăng 1.150 lao động so với kết quả năm 2025, gồm:",
        [
            ("Tạo việc làm trong nước cho lao động", "=", 25700, None, "lao động", "2026", None),
        ],
    ),
    (
        "Vận động kinh phí làm 85 nhà tình thương, gồm:",
        [
            ("Vận động kinh phí làm nhà tình thương", "=", 85, None, "nhà", "2026", None),
        ],
    ),
    (
        "Kéo giảm chi phí logistics xuống tương đương 12 - 13% GRDP.",
        [
            ("Kéo giảm chi phí logistics", "=", 12, 13, "%", "2026", None),
        ],
    ),
    (
        "Đến năm 2028 có 25 và đến năm 2030 có 40 doanh nghiệp tham gia chuỗi cung ứng.",
        [
            ("doanh nghiệp tham gia chuỗi cung ứng", "=", 25, None, "doanh nghiệp", "2028", None),
            ("doanh nghiệp tham gia chuỗi cung ứng", "=", 40, None, "doanh nghiệp", "2030", None),
        ],
    ),
    (
        "Bố trí tối thiểu 2,0 giáo viên/lớp mẫu giáo.",
        [
            ("Bố trí giáo viên", ">=", 2, None, "giáo viên/lớp mẫu giáo", "2026", None),
        ],
    ),
    (
        "Tái chế từ 45 - 50% lượng chất thải rắn thu gom được.",
        [
            ("Tái chế lượng chất thải rắn thu gom được", "=", 45, 50, "%", "2026", None),
        ],
    ),
    (
        "Đưa tỷ số giới tính khi sinh về dưới 109 bé trai/100 bé gái.",
        [
            ("tỷ số giới tính khi sinh", "<", 109, None, "bé trai/100 bé gái", "2026", None),
        ],
    ),
    (
        "Hoàn thành, đưa vào khai thác 01 trung tâm logistics, 02 cảng cạn.",
        [
            ("Hoàn thành, đưa vào khai thác trung tâm logistics", "=", 1, None, "trung tâm", "2026", None),
            ("Hoàn thành, đưa vào khai thác cảng cạn", "=", 2, None, "cảng cạn", "2026", None),
        ],
    ),
    (
        "Phát triển mới 08 sản phẩm; nâng hạng 02 sản phẩm từ 3 sao lên 4 sao; công nhận lại 06 sản phẩm hết thời hạn.",
        [
            ("Phát triển mới sản phẩm", "=", 8, None, "sản phẩm", "2026", None),
            ("nâng hạng sản phẩm từ 3 sao lên 4 sao", "=", 2, None, "sản phẩm", "2026", None),
            ("công nhận lại sản phẩm hết thời hạn", "=", 6, None, "sản phẩm", "2026", None),
        ],
    ),
    (
        "Số xã đạt từ 10 tiêu chí trở lên là 37 xã, gấp 2,46 lần so kế hoạch.",
        [
            ("Số xã đạt từ 10 tiêu chí trở lên", "=", 37, None, "xã", "2026", None),
        ],
    ),
    (
        "72 xã đạt 19 tiêu chí nông thôn mới.",
        [
            ("xã đạt 19 tiêu chí nông thôn mới", "=", 72, None, "xã", "2026", None),
        ],
    ),
    (
        "Thu gom rác thải đô thị đạt 96%; khu vực nông thôn đạt 80%.",
        [
            ("Thu gom rác thải đô thị", "=", 96, None, "%", "2026", None),
            ("Thu gom rác thải khu vực nông thôn", "=", 80, None, "%", "2026", None),
        ],
    ),
    (
        "Số giường bệnh trên 1 vạn dân: 45,7 giường; 14,5 bác sĩ/vạn dân.",
        [
            ("Số giường bệnh trên 1 vạn dân", "=", 45.7, None, "giường", "2026", None),
            ("bác sĩ/vạn dân", "=", 14.5, None, "bác sĩ/vạn dân", "2026", None),
        ],
    ),
    (
        "Tốc độ tăng giá trị sản xuất (giá so sánh năm 2010) đạt 16%.",
        [
            ("Tốc độ tăng giá trị sản xuất (giá so sánh năm 2010)", "=", 16, None, "%", "2026", None),
        ],
    ),
    (
        "Tỷ lệ thôn đạt chuẩn 58,9% (66/112 thôn, tăng thêm 20 thôn).",
        [
            ("Tỷ lệ thôn đạt chuẩn", "=", 58.9, None, "%", "2026", None),
        ],
    ),
    (
        "Quy mô kinh tế đến năm 2030 đạt khoảng 2.100 tỷ đồng, trong đó nông nghiệp chiếm 12 - 13%, dịch vụ 37 - 38%.",
        [
            ("Quy mô kinh tế", "~", 2100, None, "tỷ đồng", "2030", None),
            ("nông nghiệp", "=", 12, 13, "%", "2030", None),
            ("dịch vụ", "=", 37, 38, "%", "2030", None),
        ],
    ),
    (
        "Hỗ trợ đất ở cho 31 hộ, nhà ở cho 391 hộ; duy trì 100% xã có đường ô tô.",
        [
            ("Hỗ trợ đất ở cho hộ", "=", 31, None, "hộ", "2026", None),
            ("nhà ở cho hộ", "=", 391, None, "hộ", "2026", None),
            ("xã có đường ô tô", "=", 100, None, "%", "2026", None),
        ],
    ),
    (
        "Có 02 huyện đạt chuẩn nông thôn mới; bình quân đạt 16,2 tiêu chí/xã, không còn xã dưới 10 tiêu chí.",
        [
            ("huyện đạt chuẩn nông thôn mới", "=", 2, None, "huyện", "2026", None),
            ("bình quân", "=", 16.2, None, "tiêu chí/xã", "2026", None),
        ],
    ),
    (
        "Tỷ lệ hộ nghèo tại các xã có tỷ lệ trên 25% giảm từ 4% trở lên.",
        [
            ("Tỷ lệ hộ nghèo tại các xã có tỷ lệ trên 25%", ">=", 4, None, "%", "2026", None),
        ],
    ),
    (
        "Giảm tỷ lệ thấp còi trẻ em dưới 16 tuổi xuống dưới 9,8%.",
        [
            ("Giảm tỷ lệ thấp còi trẻ em dưới 16 tuổi", "<", 9.8, None, "%", "2026", None),
        ],
    ),
    (
        "Giảm tỷ lệ lao động nông nghiệp từ trên 57% (năm 2020) xuống còn 48% (năm 2026).",
        [
            ("Giảm tỷ lệ lao động nông nghiệp", "=", 48, None, "%", "2026", (57, "2020")),
        ],
    ),
    (
        "Tỷ số tử vong mẹ còn 45 ca/100.000 trẻ.",
        [
            ("Tỷ số tử vong mẹ", "=", 45, None, "ca/100.000 trẻ", "2026", None),
        ],
    ),
    (
        "Hoàn thành xóa 1.250 nhà tạm, nhà dột nát, trong đó xây mới 900 nhà.",
        [
            ("xóa nhà tạm, nhà dột nát", "=", 1250, None, "nhà", "2026", None),
            ("xây mới nhà", "=", 900, None, "nhà", "2026", None),
        ],
    ),
    (
        "Thu ngân sách đạt 1.250 tỷ đồng, tăng 12% so với dự toán và tăng 15% so với năm 2025.",
        [
            ("Thu ngân sách", "=", 1250, None, "tỷ đồng", "2026", None),
        ],
    ),
    (
        "Diện tích cây hằng năm 45.600 ha, trong đó: lúa 21.300 ha; ngô 9.800 ha.",
        [
            ("Diện tích cây hằng năm", "=", 45600, None, "ha", "2026", None),
            ("lúa", "=", 21300, None, "ha", "2026", None),
            ("ngô", "=", 9800, None, "ha", "2026", None),
        ],
    ),
    (
        "Phát triển mới 150 doanh nghiệp, 25 hợp tác xã; nâng tổng số doanh nghiệp lên trên 2.000 doanh nghiệp.",
        [
            ("Phát triển mới doanh nghiệp", "=", 150, None, "doanh nghiệp", "2026", None),
            ("Phát triển mới hợp tác xã", "=", 25, None, "hợp tác xã", "2026", None),
            ("tổng số doanh nghiệp", ">", 2000, None, "doanh nghiệp", "2026", None),
        ],
    ),
    (
        "95% hồ sơ công việc tại cấp tỉnh, 90% tại cấp huyện và 80% tại cấp xã được xử lý trên mạng.",
        [
            ("hồ sơ công việc tại cấp tỉnh được xử lý trên mạng", "=", 95, None, "%", "2026", None),
            ("hồ sơ công việc tại cấp huyện được xử lý trên mạng", "=", 90, None, "%", "2026", None),
            ("hồ sơ công việc tại cấp xã được xử lý trên mạng", "=", 80, None, "%", "2026", None),
        ],
    ),
    (
        "Giảm ít nhất 30% thời gian giải quyết, 25% chi phí tuân thủ.",
        [
            ("Giảm thời gian giải quyết", ">=", 30, None, "%", "2026", None),
            ("Giảm chi phí tuân thủ", "=", 25, None, "%", "2026", None),
        ],
    ),
    (
        "100% trạm y tế được kiểm tra, ít nhất 80% có bác sĩ.",
        [
            ("trạm y tế được kiểm tra", "=", 100, None, "%", "2026", None),
            ("trạm y tế có bác sĩ", ">=", 80, None, "%", "2026", None),
        ],
    ),
    (
        "Tối thiểu 4.000 hộ được tập huấn, trong đó có từ 1.200 hộ trồng chè, cây ăn quả trở lên.",
        [
            ("hộ được tập huấn", ">=", 4000, None, "hộ", "2026", None),
            ("hộ trồng chè, cây ăn quả", ">=", 1200, None, "hộ", "2026", None),
        ],
    ),
    (
        "Đóng góp của khoa học vào tăng trưởng ở mức trên 55%.",
        [
            ("Đóng góp của khoa học vào tăng trưởng", ">", 55, None, "%", "2026", None),
        ],
    ),
    (
        "Số hợp tác xã tăng từ 98 hợp tác xã (cuối năm 2025) lên 120 hợp tác xã vào năm 2028 và 150 hợp "
        "tác xã vào năm 2030.",
        [
            ("Số hợp tác xã", "=", 120, None, "hợp tác xã", "2028", (98, "2025")),
            ("Số hợp tác xã", "=", 150, None, "hợp tác xã", "2030", (98, "2025")),
        ],
    ),
    (
        "Có trên 90% chi bộ và tối thiểu 85% đảng viên được xếp loại hoàn thành tốt nhiệm vụ.",
        [
            ("chi bộ được xếp loại hoàn thành tốt nhiệm vụ", ">", 90, None, "%", "2026", None),
            ("đảng viên được xếp loại hoàn thành tốt nhiệm vụ", ">=", 85, None, "%", "2026", None),
        ],
    ),
    (
        "Huy động vốn đầu tư cả giai đoạn 2026 - 2030 khoảng 9.400 tỷ đồng.",
        [
            ("Huy động vốn đầu tư", "~", 9400, None, "tỷ đồng", "2026-2030", None),
        ],
    ),
    (
        "Giảm từ 5% đến 10% số vụ tai nạn, ít nhất 7% số người chết và trên 8% số người bị thương.",
        [
            ("Giảm số vụ tai nạn", "=", 5, 10, "%", "2026", None),
            ("Giảm số người chết", ">=", 7, None, "%", "2026", None),
            ("Giảm số người bị thương", ">", 8, None, "%", "2026", None),
        ],
    ),
    (
        "Bảo dưỡng thường xuyên: 524 km.",
        [
            ("Bảo dưỡng thường xuyên", "=", 524, None, "km", "2026", None),
        ],
    ),
    (
        "Diện tích nhà ở bình quân: 27,8 m2 sàn/người (khu vực đô thị 30,5 m2 sàn/người).",
        [
            ("Diện tích nhà ở bình quân", "=", 27.8, None, "m2 sàn/người", "2026", None),
            ("Diện tích nhà ở bình quân khu vực đô thị", "=", 30.5, None, "m2 sàn/người", "2026", None),
        ],
    ),
    (
        "100% dự án dành ít nhất 20% quỹ đất cho nhà ở xã hội.",
        [
            ("dự án dành ít nhất 20% quỹ đất cho nhà ở xã hội", "=", 100, None, "%", "2026", None),
        ],
    ),
    (
        "Sản lượng thịt hơi đạt 128 nghìn tấn vào năm 2028 và khoảng 140 nghìn tấn vào năm 2030.",
        [
            ("Sản lượng thịt hơi", "=", 128, None, "nghìn tấn", "2028", None),
            ("Sản lượng thịt hơi", "~", 140, None, "nghìn tấn", "2030", None),
        ],
    ),
    (
        "Tưới chủ động cho 92% diện tích lúa 02 vụ và trên 45% diện tích cây trồng cạn.",
        [
            ("Tưới chủ động cho diện tích lúa 02 vụ", "=", 92, None, "%", "2026", None),
            ("Tưới chủ động cho diện tích cây trồng cạn", ">", 45, None, "%", "2026", None),
        ],
    ),
    (
        "Kiên cố hóa thêm 320 km kênh mương, đưa tỷ lệ kênh mương được kiên cố lên 78,5%.",
        [
            ("Kiên cố hóa thêm kênh mương", "=", 320, None, "km", "2026", None),
            ("tỷ lệ kênh mương được kiên cố", "=", 78.5, None, "%", "2026", None),
        ],
    ),
    (
        "Tỷ lệ người tập thể dục thường xuyên đạt 37,2%, tỷ lệ gia đình thể thao đạt 26,8% (năm 2025 "
        "tương ứng là 36% và 25,9%).",
        [
            ("Tỷ lệ người tập thể dục thường xuyên", "=", 37.2, None, "%", "2026", (36, "2025")),
            ("tỷ lệ gia đình thể thao", "=", 26.8, None, "%", "2026", (25.9, None)),
        ],
    ),
    (
        "Biểu diễn nghệ thuật tối thiểu 110 buổi.",
        [
            ("Biểu diễn nghệ thuật", ">=", 110, None, "buổi", "2026", None),
        ],
    ),
    (
        "Tham gia các giải trẻ, giành từ 95 đến 100 huy chương các loại.",
        [
            ("giành huy chương các loại", "=", 95, 100, "huy chương", "2026", None),
        ],
    ),
    (
        "Thời gian lưu trú của khách là 1,9 ngày/lượt (năm 2025: 1,75 ngày/lượt).",
        [
            ("Thời gian lưu trú của khách", "=", 1.9, None, "ngày/lượt", "2026", (1.75, "2025")),
        ],
    ),
    (
        "Toàn tỉnh có 412 cơ sở lưu trú, trong đó 38 cơ sở được xếp hạng từ 3 sao trở lên.",
        [
            ("cơ sở lưu trú", "=", 412, None, "cơ sở", "2026", None),
            ("cơ sở được xếp hạng từ 3 sao trở lên", "=", 38, None, "cơ sở", "2026", None),
        ],
    ),
    (
        "Trạm Y tế có tối thiểu 04 bác sĩ.",
        [
            ("Trạm Y tế có bác sĩ", ">=", 4, None, "bác sĩ", "2026", None),
        ],
    ),
    (
        "Tỷ lệ phụ nữ mang thai được sàng lọc và tỷ lệ trẻ sơ sinh được sàng lọc lần lượt đạt 65% và 60%.",
        [
            ("Tỷ lệ phụ nữ mang thai được sàng lọc", "=", 65, None, "%", "2026", None),
            ("tỷ lệ trẻ sơ sinh được sàng lọc", "=", 60, None, "%", "2026", None),
        ],
    ),
    (
        "Giá trị sản phẩm trên 01 ha đất trồng trọt: 145 triệu đồng, gấp gần 1,3 lần năm 2025.",
        [
            ("Giá trị sản phẩm trên 01 ha đất trồng trọt", "=", 145, None, "triệu đồng", "2026", None),
        ],
    ),
    (
        "Khối lượng hàng hóa đạt 24,8 triệu tấn, tăng lần lượt 9% và 11% so với năm 2025.",
        [
            ("Khối lượng hàng hóa", "=", 24.8, None, "triệu tấn", "2026", None),
        ],
    ),
    (
        "Phấn đấu đón 3,65 triệu lượt khách.",
        [
            ("đón khách", "=", 3.65, None, "triệu lượt", "2026", None),
        ],
    ),
    (
        "Huấn luyện dân quân đạt 98% trở lên, trong đó khá, giỏi trên 75%.",
        [
            ("Huấn luyện dân quân", ">=", 98, None, "%", "2026", None),
            ("khá, giỏi", ">", 75, None, "%", "2026", None),
        ],
    ),
    (
        "Tổng chi ngân sách địa phương 9.850 tỷ đồng, trong đó chi đầu tư phát triển 3.120 tỷ đồng.",
        [
            ("Tổng chi ngân sách địa phương", "=", 9850, None, "tỷ đồng", "2026", None),
            ("chi đầu tư phát triển", "=", 3120, None, "tỷ đồng", "2026", None),
        ],
    ),
    (
        "Rút ngắn thời gian cấp phép từ 20 ngày xuống còn 15 ngày.",
        [
            ("Rút ngắn thời gian cấp phép", "=", 15, None, "ngày", "2026", (20, None)),
        ],
    ),
    (
        "Tỷ lệ đường xã được cứng hóa đạt 95%, đường thôn 80%.",
        [
            ("Tỷ lệ đường xã được cứng hóa", "=", 95, None, "%", "2026", None),
            ("Tỷ lệ đường thôn được cứng hóa", "=", 80, None, "%", "2026", None),
        ],
    ),
    (
        "Thu hút 15 dự án mới với tổng vốn đăng ký 5.200 tỷ đồng; vốn thực hiện đạt trên 60%.",
        [
            ("Thu hút dự án mới", "=", 15, None, "dự án", "2026", None),
            ("tổng vốn đăng ký", "=", 5200, None, "tỷ đồng", "2026", None),
            ("vốn thực hiện", ">", 60, None, "%", "2026", None),
        ],
    ),
    (
        "Đạt 14 bác sĩ/vạn dân, 45 giường bệnh/vạn dân và 3,2 dược sĩ đại học/vạn dân.",
        [
            ("bác sĩ/vạn dân", "=", 14, None, "bác sĩ/vạn dân", "2026", None),
            ("giường bệnh/vạn dân", "=", 45, None, "giường bệnh/vạn dân", "2026", None),
            ("dược sĩ đại học/vạn dân", "=", 3.2, None, "dược sĩ đại học/vạn dân", "2026", None),
        ],
    ),
    (
        "Giảm tỷ lệ hút thuốc trong nhóm nam từ 15 tuổi trở lên xuống dưới 39%; nhóm nữ từ 15 tuổi trở "
        "lên xuống dưới 1,4%.",
        [
            ("Giảm tỷ lệ hút thuốc trong nhóm nam từ 15 tuổi trở lên", "<", 39, None, "%", "2026", None),
            ("Giảm tỷ lệ hút thuốc trong nhóm nữ từ 15 tuổi trở lên", "<", 1.4, None, "%", "2026", None),
        ],
    ),
    (
        "Giảm tỷ lệ phơi nhiễm tại nơi làm việc xuống dưới 30%; tại quán bar, cà phê xuống dưới 80%.",
        [
            ("Giảm tỷ lệ phơi nhiễm tại nơi làm việc", "<", 30, None, "%", "2026", None),
            ("Giảm tỷ lệ phơi nhiễm tại quán bar, cà phê", "<", 80, None, "%", "2026", None),
        ],
    ),
    (
        "Bình quân mỗi tháng xử lý trên 500 trường hợp vi phạm.",
        [
            ("xử lý trường hợp vi phạm", ">", 500, None, "trường hợp", "2026", None),
        ],
    ),
    (
        "So với năm 2025, số vụ tai nạn giảm ít nhất 7%.",
        [
            ("số vụ tai nạn", ">=", 7, None, "%", "2026", None),
        ],
    ),
    (
        "Vận động 100% hộ kinh doanh và ít nhất 85% hộ gia đình khác trang bị bình chữa cháy.",
        [
            ("Vận động hộ kinh doanh trang bị bình chữa cháy", "=", 100, None, "%", "2026", None),
            ("Vận động hộ gia đình khác trang bị bình chữa cháy", ">=", 85, None, "%", "2026", None),
        ],
    ),
    (
        "Tỷ lệ chất thải được thu gom: khu vực đô thị trên 96%, khu vực nông thôn tối thiểu 82%.",
        [
            ("Tỷ lệ chất thải được thu gom khu vực đô thị", ">", 96, None, "%", "2026", None),
            ("Tỷ lệ chất thải được thu gom khu vực nông thôn", ">=", 82, None, "%", "2026", None),
        ],
    ),
    (
        "Tuyển mới 3.850 học viên (đại học: 3.400 học viên; thạc sĩ: 280 học viên).",
        [
            ("Tuyển mới học viên", "=", 3850, None, "học viên", "2026", None),
            ("đại học", "=", 3400, None, "học viên", "2026", None),
            ("thạc sĩ", "=", 280, None, "học viên", "2026", None),
        ],
    ),
    (
        "100% cửa hàng và trên 95% cơ sở ăn uống xuất hóa đơn điện tử.",
        [
            ("cửa hàng xuất hóa đơn điện tử", "=", 100, None, "%", "2026", None),
            ("cơ sở ăn uống xuất hóa đơn điện tử", ">", 95, None, "%", "2026", None),
        ],
    ),
    (
        "Thu ngân sách tăng từ 11.480 tỷ đồng (ước thực hiện năm 2025) lên 15.800 tỷ đồng.",
        [
            ("Thu ngân sách", "=", 15800, None, "tỷ đồng", "2026", (11480, "2025")),
        ],
    ),
    (
        "Trồng mới 45 ha chè, 60 ha quế; triển khai 05 mô hình nuôi trâu, bò, mỗi mô hình có từ 15 đến 20 hộ tham gia.",
        [
            ("Trồng mới chè", "=", 45, None, "ha", "2026", None),
            ("Trồng mới quế", "=", 60, None, "ha", "2026", None),
            ("triển khai mô hình nuôi trâu, bò", "=", 5, None, "mô hình", "2026", None),
            ("mỗi mô hình có hộ tham gia", "=", 15, 20, "hộ", "2026", None),
        ],
    ),
    (
        "Mở 06 lớp đào tạo nghề dưới 03 tháng.",
        [
            ("Mở lớp đào tạo nghề dưới 03 tháng", "=", 6, None, "lớp", "2026", None),
        ],
    ),
    (
        "Mỗi năm thành lập mới tối thiểu 1.800 doanh nghiệp, 80 hợp tác xã.",
        [
            ("thành lập mới doanh nghiệp", ">=", 1800, None, "doanh nghiệp", "2026", None),
            ("thành lập mới hợp tác xã", "=", 80, None, "hợp tác xã", "2026", None),
        ],
    ),
    (
        "Trong 5 năm hoàn thành 210 km đường ven biển; nâng tỷ lệ đô thị hóa lên 42%.",
        [
            ("hoàn thành đường ven biển", "=", 210, None, "km", "2026", None),
            ("tỷ lệ đô thị hóa", "=", 42, None, "%", "2026", None),
        ],
    ),
]


@pytest.mark.parametrize(("line", "expected"), WORDINGS)
def test_targets_as_they_are_worded(line: str, expected: list[Value]) -> None:
    found = [
        (
            goal.name,
            goal.comparator,
            goal.value,
            goal.max,
            goal.unit,
            goal.period,
            (goal.baseline.value, goal.baseline.period) if goal.baseline else None,
        )
        for goal in goals(line)
        if goal.measured
    ]
    assert found == expected
