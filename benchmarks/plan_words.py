"""Plan-like text made from phrases of the genre: headings, tasks, targets, table rows. All of it invented."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

PLACES = (
    ("TỈNH", "BẮC HÀ", "Bắc Hà"), ("HUYỆN", "YÊN THỦY", "Yên Thủy"), ("THÀNH PHỐ", "PHÚ LỢI", "Phú Lợi"),
    ("XÃ", "TÂN LẬP", "Tân Lập"), ("HUYỆN", "ĐỨC HÒA", "Đức Hòa"), ("TỈNH", "TRƯỜNG SƠN", "Trường Sơn"),
)  # fmt: skip
AGENCIES = (
    "Sở Nội vụ", "Sở Tài chính", "Sở Giáo dục và Đào tạo", "Sở Y tế", "Sở Lao động - Thương binh và Xã hội",
    "Sở Kế hoạch và Đầu tư", "Sở Nông nghiệp và Môi trường", "Công an tỉnh", "Ban Dân tộc", "Sở Tư pháp",
    "Văn phòng UBND tỉnh", "UBND các huyện, thị xã, thành phố", "Liên đoàn Lao động tỉnh", "Tỉnh đoàn",
    "Bảo hiểm xã hội tỉnh", "Sở Thông tin và Truyền thông", "Phòng Kinh tế - Hạ tầng", "Hội Nông dân",
)  # fmt: skip
VERBS = (
    "Rà soát, sửa đổi, bổ sung", "Chủ trì tham mưu ban hành", "Xây dựng và triển khai",
    "Tổ chức thực hiện có hiệu quả", "Đẩy mạnh tuyên truyền, phổ biến", "Tăng cường kiểm tra, giám sát",
    "Tiếp tục nâng cao chất lượng",
    "Hướng dẫn, đôn đốc các đơn vị thực hiện", "Bố trí kinh phí bảo đảm cho",
    "Kịp thời tháo gỡ khó khăn, vướng mắc trong",
    "Ứng dụng công nghệ thông tin vào", "Phối hợp chặt chẽ với các cơ quan liên quan trong",
)  # fmt: skip
OBJECTS = (
    "công tác đào tạo nghề cho lao động nông thôn", "cải cách thủ tục hành chính tại bộ phận một cửa các cấp",
    "quy hoạch mạng lưới cơ sở giáo dục, y tế trên địa bàn", "chuyển đổi số trong quản lý nhà nước",
    "chính sách hỗ trợ đồng bào dân tộc thiểu số và miền núi", "phong trào xây dựng nông thôn mới kiểu mẫu",
    "việc quản lý, khai thác tài nguyên khoáng sản", "công tác bảo đảm trật tự an toàn giao thông",
    "nguồn nhân lực chất lượng cao phục vụ phát triển kinh tế - xã hội", "các dự án đầu tư công trọng điểm",
    "phòng, chống dịch bệnh cho cây trồng, vật nuôi", "kế hoạch giảm nghèo bền vững, giải quyết việc làm",
    "đội ngũ cán bộ, công chức, viên chức đáp ứng yêu cầu nhiệm vụ", "bảo tồn và phát huy giá trị di sản văn hóa",
)  # fmt: skip
TAILS = (
    "theo đúng quy định của pháp luật", "gắn với chức năng, nhiệm vụ được giao",
    "bảo đảm thiết thực, tiết kiệm, hiệu quả",
    "trong phạm vi ngân sách được phân bổ hằng năm", "góp phần hoàn thành các chỉ tiêu đề ra", "trên địa bàn toàn tỉnh",
    "nhất là ở vùng sâu, vùng xa, vùng đặc biệt khó khăn", "với sự tham gia của người dân và doanh nghiệp",
)  # fmt: skip
INDICATORS = (
    ("Tỷ lệ lao động qua đào tạo có bằng cấp, chứng chỉ", "%"), ("Số lao động được giải quyết việc làm mới", "Người"),
    ("Tỷ lệ hộ nghèo đa chiều giảm trong năm", "%"), ("Diện tích rừng trồng mới tập trung", "ha"),
    ("Tổng vốn đầu tư phát triển toàn xã hội", "tỷ đồng"), ("Số xã đạt chuẩn nông thôn mới nâng cao", "Xã"),
    ("Tỷ lệ dân số tham gia bảo hiểm y tế", "%"), ("Sản lượng lương thực có hạt", "tấn"),
    ("Tỷ lệ học sinh tốt nghiệp THCS vào học nghề", "%"), ("Số bác sĩ trên một vạn dân", "bác sĩ"),
    ("Thu ngân sách nhà nước trên địa bàn", "triệu đồng"), ("Tỷ lệ hồ sơ giải quyết trực tuyến toàn trình", "%"),
    ("Số lượt khách du lịch đến địa phương", "lượt"), ("Tỷ lệ che phủ rừng", "%"),
    ("Số doanh nghiệp thành lập mới", "DN"),
)  # fmt: skip
GROUPS = ("LĨNH VỰC KINH TẾ", "LĨNH VỰC XÃ HỘI", "LĨNH VỰC MÔI TRƯỜNG", "CẢI CÁCH HÀNH CHÍNH")
TITLES = (
    "Thực hiện Nghị quyết của Hội đồng nhân dân về phát triển nguồn nhân lực năm {year}",
    "Cải cách hành chính nhà nước năm {year} trên địa bàn",
    "Triển khai Chương trình mục tiêu quốc gia giảm nghèo bền vững giai đoạn {year} - {later}",
)
NAMES = ("Nguyễn Văn Thành", "Trần Thị Ngọc Ánh", "Hoàng Đức Thắng", "Lê Quỳnh Hương", "Phạm Hữu Nghĩa", "Vũ Thế Kỷ")
BASES = (
    "Căn cứ Luật Tổ chức chính quyền địa phương ngày {d}/{m}/{y};",
    "Thực hiện Nghị quyết số {n}-NQ/TU ngày {d}/{m}/{y} của Ban Chấp hành Đảng bộ; Quyết định số {k}/QĐ-TTg ngày"
    " {d} tháng {m} năm {y} của Thủ tướng Chính phủ;",
    "Căn cứ Nghị định số {k}/{y}/NĐ-CP ngày {d} tháng {m} năm {y} của Chính phủ về công tác văn thư;",
)


@dataclass(slots=True)
class Writer:
    """Makes up text from one random generator: the same seed writes the same words."""

    rng: np.random.Generator

    def pick(self, items: tuple[str, ...]) -> str:
        """One of ``items``."""
        return items[int(self.rng.integers(len(items)))]

    def number(self, kind: str) -> str:
        """A value in Vietnamese notation: "%" 0,1 to 99,9; "big" with dots between thousands; else a small count."""
        if kind == "%":
            return (
                f"{self.rng.integers(1, 100)},{self.rng.integers(0, 100)}"
                if self.rng.random() < 0.7
                else str(self.rng.integers(10, 100))
            )
        value = int(10 ** self.rng.uniform(0.3, 5.6 if kind == "big" else 2.5))
        return f"{value:,}".replace(",", ".")

    def task(self) -> str:
        """One duty."""
        return f"{self.pick(VERBS)} {self.pick(OBJECTS)}, {self.pick(TAILS)}"

    def target(self) -> str:
        """One measurable target."""
        name, unit = INDICATORS[int(self.rng.integers(len(INDICATORS)))]
        value = self.number("%" if unit == "%" else "big")
        glue = "" if unit == "%" else " "
        verb = self.pick(("đạt", "đạt trên", "tối thiểu", "phấn đấu đạt"))
        return f"{name} {verb} {value}{glue}{unit if unit == '%' else unit.lower()}"

    def basis(self) -> str:
        """One legal basis."""
        return self.pick(BASES).format(
            n=self.rng.integers(2, 60), k=self.rng.integers(10, 2500), d=self.rng.integers(10, 31),
            m=self.rng.integers(10, 13), y=self.rng.integers(2015, 2026),
        )  # fmt: skip

    def paragraphs(self, count: int) -> list[str]:
        """Numbered headings, tasks, targets and dash lists of a plan's body."""
        result: list[str] = []
        chapter, item = int(self.rng.integers(1, 4)), 0
        romans = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
        while len(result) < count:
            draw = self.rng.random()
            if not result or draw < 0.07:
                result.append(
                    f"{romans[chapter % 10]}. {self.pick(('MỤC TIÊU', 'NHIỆM VỤ, GIẢI PHÁP', 'TỔ CHỨC THỰC HIỆN'))}"
                )
                chapter, item = chapter + 1, 0
            elif draw < 0.3:
                item += 1
                result.append(f"{item}. {self.pick(AGENCIES)}")
            elif draw < 0.55:
                result.append(f"- {self.target()}; {self.target().lower()}.")
            elif draw < 0.8:
                result.append(f"- {self.task()}; {self.task().lower()}.")
            else:
                result.append(
                    f"Giao {self.pick(AGENCIES)} chủ trì, phối hợp với {self.pick(AGENCIES)} và các đơn vị liên quan"
                    f" {self.task()[0].lower() + self.task()[1:]}; hoàn thành trước ngày {self.rng.integers(10, 31)}"
                    f"/{self.rng.integers(10, 13)}/{self.rng.integers(2023, 2027)}."
                )
        return result
