"""Which syllables stand side by side in Vietnamese words: from a dictionary, and in what administration writes.

Most words of Vietnamese are compounds of two syllables ("thể thao", "củng cố"). The dictionary is the word list of
74,000 entries that underthesea (Apache-2.0) installs with itself; it is read as a file, the library is not loaded.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path

from pipeline.lexicon.agencies import bodies
from pipeline.lexicon.places import PROVINCES
from pipeline.lexicon.words import plain

_PHRASES = """
độ tuổi; cao tuổi; lứa tuổi; đội ngũ; lan tỏa; cân bằng giới tính; bố trí kinh phí; cấp ủy đảng; bộ chính trị
phòng cháy; chữa cháy; tầm nhìn; tầm quan trọng; tổ chức thực hiện; tổng hợp báo cáo; trên địa bàn; để thực hiện
để triển khai; để tổ chức; để tạo; để bảo đảm; để đảm bảo; để nâng cao; để phục vụ; để phối hợp; để xảy ra
để tổng hợp; để theo dõi; để xem xét; để giải quyết; để hướng dẫn; để phát triển; để xây dựng; để hỗ trợ; để kịp thời
dự toán; quyết toán; giải ngân; cân đối; bố trí; huy động; xã hội hóa; số hóa; liên thông; một cửa; trực tuyến
chỉ tiêu; chỉ số; tiêu chí; kế hoạch; đề án; dự án; tiểu dự án; giao ban; sơ kết; tổng kết; rà soát; cập nhật
chuyển đổi số; đổi mới sáng tạo; khởi nghiệp; nguồn nhân lực; chất lượng cao; lao động qua đào tạo; giải quyết việc làm
thị trường lao động; giáo dục nghề nghiệp; phổ thông; trung học cơ sở; chuẩn quốc gia; kiên cố hóa; trường lớp
bảo hiểm y tế; bảo hiểm xã hội; khám bệnh; chữa bệnh; y tế cơ sở; tiêm chủng; dinh dưỡng; suy dinh dưỡng; bệnh tật
hộ nghèo; cận nghèo; giảm nghèo; đa chiều; nông thôn mới; nâng cao; kiểu mẫu; nước sạch; vệ sinh; che phủ rừng
đất đai; giải phóng mặt bằng; đầu tư công; đấu thầu; thủ tục hành chính; cải cách; công vụ; kỷ luật; kỷ cương
tinh giản biên chế; vị trí việc làm; cán bộ; công chức; viên chức; thi đua; khen thưởng; tuyên truyền; phổ biến
quốc phòng; an ninh; trật tự; an toàn giao thông; phòng chống; thiên tai; tìm kiếm cứu nạn; dịch bệnh; tệ nạn
du lịch; văn hóa; thể thao; di sản; lễ hội; bảo tồn; phát huy; dân tộc thiểu số; miền núi; vùng sâu; vùng xa
tôn giáo; tín ngưỡng; trẻ em; bình đẳng giới; phụ nữ; thanh niên; người khuyết tật; người có công; gia đình
học nghề; dạy nghề; đào tạo nghề; làng nghề
các loại; loại thẻ; mang tầm; số hộ; tầm quốc gia; diễn ra; thôn; khu phố; tổ dân phố; thị trấn
thị xã; thành phố; đặc khu; các cơ quan; các đơn vị; các địa phương
tuyên giáo; dân vận; cấp tỉnh; toàn tỉnh; ngoài tỉnh; tuyến tỉnh; thuộc tỉnh; trong tỉnh; bàn tỉnh; ubnd tỉnh; số xã
cấp có thẩm quyền; thẩm quyền; chủ đầu tư; kỹ thuật; điểm nhấn; rà phá; lĩnh vực số; công nghệ số; kinh tế số; chuyển số
phạt; hiệu lực; có hiệu quả; đề án số; quyết định số; kế hoạch số; nghị quyết số; sống đạt; thuộc trường
"""

_FUNCTION = """
của cho có là về tại đến từ khi các và với trong theo do được bị bà ông cùng tới vào ra lên đó này khác mới mọi
từng mỗi hay hoặc nếu thì mà như nhằm sau trước trên dưới giữa qua bằng cũng đã đang sẽ phải cần nên vì không chưa
còn rất hơn nhất cả ở một hai ba bốn năm sáu bảy tám chín mười tháng ngày giờ nơi ô để hằng bộ sở ban ngành cấp xã huyện
quận phường hộ người đồng đạt thuộc mức nền ngoài gần lại cử mời giá bản đất tăng mạng khỏi tắt dẫn sổ nhận đóng thi
"""
FUNCTION_WORDS = frozenset(_FUNCTION.split())
"""Words that stand beside any other: a neighbour proves nothing about them."""


@dataclass(frozen=True, slots=True)
class Compounds:
    """Syllables in the form of :func:`pipeline.lexicon.words.plain` (tone mark behind the letters).

    ``pairs``: two syllables that stand side by side in a word, with one space; ``spelt``: how each syllable is written.
    """

    pairs: frozenset[str]
    spelt: dict[str, str]

    def hold(self, left: str, right: str) -> bool:
        """True if ``left`` and ``right`` (plain) are neighbours in a word."""
        return bool(left and right) and f"{left} {right}" in self.pairs


@cache
def compounds() -> Compounds:
    """All neighbours; only those of this module and of the agencies where the dictionary's file is missing."""
    pairs: set[str] = set()
    forms: dict[str, str] = {}
    for entry in _entries():
        syllables = entry.replace("-", " ").split()
        for syllable in syllables:
            if syllable not in forms:
                forms[syllable] = plain(syllable)
        pairs.update(f"{forms[left]} {forms[right]}" for left, right in pairwise(syllables))
    spelt: dict[str, str] = {}
    for syllable, form in forms.items():
        if syllable.isalpha():
            spelt.setdefault(form, syllable.lower())
    return Compounds(frozenset(pairs), spelt)


def _entries() -> Iterator[str]:
    yield from (phrase.strip() for line in _PHRASES.splitlines() for phrase in line.split(";"))
    yield from (body.name for body in bodies().values())
    yield from PROVINCES
    found = find_spec("underthesea")
    folders = found.submodule_search_locations if found else None
    file = Path(folders[0]) / "corpus" / "data" / "Viet74K.txt" if folders else None
    if file is not None and file.is_file():
        yield from file.read_text(encoding="utf-8").splitlines()
