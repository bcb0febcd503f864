"""How well the page router tells text layers that cannot be used: good, garbage, legacy and mixed pages.

    python -m benchmarks.reading_router [--corpus ../shared/corpus] [--json FILE]

Good pages are drawn from plan-like sentences, and taken from digital documents of the corpus where it is present.
The bad ones are made of the good ones by what really happens to text layers: recognition without Vietnamese,
recognition with a wrong letter every few letters, bytes of one encoding shown as another, fonts that drop letters,
fonts that map letters to nothing, two of these on half of a page. Whole PDF files with such layers follow
(reading_router_files), which the router gets as it gets any file. Two simple rules stand beside it: text is text
wherever it is, and the share of valid syllables alone.
"""

from __future__ import annotations

import argparse
import json
import random
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pypdfium2

from benchmarks.reading_router_files import pages
from pipeline.config import Settings
from pipeline.extract import textlayer
from pipeline.extract.router import Choice, broken_text, choose, judge, worth
from pipeline.extract.textlayer import UNKNOWN
from pipeline.lexicon.fold import fold

SENTENCES = (
    "Tăng cường công tác tuyên truyền, phổ biến chủ trương của Đảng, chính sách của Nhà nước về chuyển đổi số",
    "Sở Nội vụ chủ trì, phối hợp với Sở Tài chính và các cơ quan liên quan tham mưu UBND tỉnh bố trí kinh phí",
    "Phấn đấu đến hết năm 2026 tỷ lệ lao động qua đào tạo đạt trên 72,5%, trong đó có bằng cấp, chứng chỉ đạt 31%",
    "Ủy ban nhân dân các xã, phường, thị trấn xây dựng kế hoạch chi tiết, báo cáo kết quả trước ngày 15/12 hằng năm",
    "Rà soát, bổ sung quy hoạch mạng lưới trường lớp; đầu tư cơ sở vật chất theo hướng chuẩn hóa, hiện đại hóa",
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc Số: 27/KH-UBND ngày 12 tháng 3 năm 2026",
    "TT Chỉ tiêu ĐVT Thực hiện năm 2025 Kế hoạch năm 2026 1 Thu ngân sách trên địa bàn tỷ đồng 1.250,5 1.400",
    "Nâng cao chất lượng nguồn nhân lực y tế, giáo dục; thu hút bác sĩ, giáo viên về công tác tại vùng khó khăn",
    "Giám đốc các sở, thủ trưởng các ban, ngành, đoàn thể; Chủ tịch UBND các xã, phường chịu trách nhiệm thi hành",
    "Khen thưởng kịp thời tập thể, cá nhân có thành tích xuất sắc; xử lý nghiêm các trường hợp vi phạm quy định",
)


@dataclass(frozen=True)
class Case:
    """The words of one page, how much of it an image covers, and whether its layer is unusable."""

    kind: str
    words: list[str]
    covered: float
    unusable: bool


def drawn(random_: random.Random) -> list[str]:
    count = random_.randint(6, 30)
    return " ".join(random_.choice(SENTENCES) for _ in range(count)).split()


def without_marks(words: list[str], random_: random.Random) -> list[str]:
    """Recognition with an English model: marks lost, some letters read as signs."""
    swaps = {"d": "ct", "u": "11", "o": "6", "e": "<", "a": "ii", "i": "l"}
    return [
        "".join(swaps[c] if c in swaps and random_.random() < 0.06 else c for c in fold(word))
        if random_.random() < 0.6
        else fold(word).upper()
        for word in words
    ]


def confused(words: list[str], random_: random.Random) -> list[str]:
    """Recognition of a bad copy: every seventh letter or so is another one."""
    letters = "bcdghklmnpqrstvxaeiouyăâêôơưđ«~|>(1l0"
    return [
        "".join(random_.choice(letters) if c.isalpha() and random_.random() < 0.15 else c for c in w) for w in words
    ]


def mojibake(words: list[str], random_: random.Random) -> list[str]:
    """UTF-8 bytes shown as Windows-1252."""
    del random_
    return " ".join(words).encode("utf-8").decode("cp1252", "replace").replace("\ufffd", "").split()


def tcvn3(words: list[str], random_: random.Random) -> list[str]:
    """TCVN3 bytes shown as Latin-1, as files with a .VnTime font hold them when the font name is lost."""
    del random_
    table = _tcvn3()
    return ["".join(table.get(c, c) for c in unicodedata.normalize("NFC", word.lower())) for word in words]


def _tcvn3() -> dict[str, str]:
    """Small letter -> the Latin-1 character that the TCVN3 byte shows as, from viparse's own table."""
    import viparse

    shown = {chr(code): viparse.fix(chr(code), encoding="tcvn3") for code in range(0xA1, 0x100)}
    return {letter: char for char, letter in shown.items() if len(letter) == 1 and letter != char}


def dropped(words: list[str], random_: random.Random) -> list[str]:
    """A font that names some letters by nothing: they are drawn, and the layer has a blank there."""
    lost = set(random_.sample("ghnộếạáưđoắ", 2))
    return ["".join(UNKNOWN if c.lower() in lost else c for c in word) for word in words]


def vanished(words: list[str], random_: random.Random) -> list[str]:
    """A font whose capitals vanish without a trace."""
    lost = random_.choice("HNTC")
    return [left for word in words if (left := word.replace(lost, ""))]


def half(spoil: Callable[[list[str], random.Random], list[str]]) -> Callable[[list[str], random.Random], list[str]]:
    def mixed(words: list[str], random_: random.Random) -> list[str]:
        middle = len(words) // 2
        return words[:middle] + spoil(words[middle:], random_)

    return mixed


SPOILERS: dict[str, tuple[Callable[[list[str], random.Random], list[str]], float]] = {
    "read without Vietnamese": (without_marks, 1.0),
    "read with errors": (confused, 1.0),
    "UTF-8 shown as Windows-1252": (mojibake, 0.0),
    "TCVN3 shown as Latin-1": (tcvn3, 0.0),
    "letters without a name": (dropped, 0.0),
    "capitals vanished": (vanished, 0.0),
    "half without Vietnamese": (half(without_marks), 1.0),
    "half with errors": (half(confused), 1.0),
    "half TCVN3": (half(tcvn3), 0.0),
}


def digital(corpus: Path) -> Iterator[list[str]]:
    """Pages of the corpus whose layer is known to be good."""
    for name in (
        "vungtau-kh2144*",
        "hanoi-kh173*",
        "binhdinh-cv4580*",
        "daksong-bieu*",
        "daknong-stc*",
        "brvt-congbao*",
    ):
        for path in sorted((corpus / "docs").glob(f"{name}.pdf")):
            with pypdfium2.PdfDocument(path) as pdf:
                for page in pdf:
                    words = [w.word.text for w in textlayer.words(page)]
                    if len(words) >= 20:
                        yield words


def cases(corpus: Path, seed: int = 7, each: int = 60) -> Iterator[Case]:
    random_ = random.Random(seed)
    for number in range(4 * each):
        # a good hidden layer under a scan is as good as digital text
        yield Case("good, drawn", drawn(random_), 1.0 if number % 4 == 0 else 0.0, False)
    real = list(digital(corpus)) if corpus.is_dir() else []
    for words in real:
        yield Case("good, real", words, 0.0, False)
    for kind, (spoil, covered) in SPOILERS.items():
        for number in range(each):
            source = random_.choice(real) if real and number % 2 else drawn(random_)
            yield Case(kind, spoil(list(source), random_), covered, True)


def decide(words: list[str], choice: Choice) -> dict[str, bool]:
    """For each rule whether it calls the layer unusable."""
    return {
        "router": choice.method == "ocr",
        "syllables alone": worth(words).valid < 0.82,
        "text is text": not words,
    }


def judged(corpus: Path, each: int) -> Iterator[tuple[str, bool, dict[str, bool]]]:
    """Kind, truth and what each rule says, of the word lists and of the files."""
    for case in cases(corpus):
        choice = judge(case.words, case.covered, broken_text(" ".join(case.words)))
        yield case.kind, case.unusable, decide(case.words, choice)
    for made in pages(seed=71, of_each=each):
        with pypdfium2.PdfDocument(made.data) as pdf:
            page = pdf[0]
            words = textlayer.words(page)
            text = page.get_textpage().get_text_bounded()
            choice = choose(page, words, Settings(), broken_text(text))
            yield f"file: {made.kind}", made.unusable, decide([w.word.text for w in words], choice)


def score(outcomes: list[tuple[bool, bool]]) -> dict[str, float]:
    """Precision, recall and F1 of (is unusable, is called so)."""
    hits = sum(unusable and called for unusable, called in outcomes)
    precision = hits / max(1, sum(called for _, called in outcomes))
    recall = hits / max(1, sum(unusable for unusable, _ in outcomes))
    return {"precision": precision, "recall": recall, "f1": 2 * precision * recall / max(1e-9, precision + recall)}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, default=Path(__file__).parents[2] / "shared" / "corpus")
    parser.add_argument("--files", type=int, default=12, help="PDF files of each kind")
    parser.add_argument("--json", type=Path)
    arguments = parser.parse_args()
    right: dict[str, list[int]] = {}
    outcomes: dict[str, list[tuple[bool, bool]]] = {}
    for kind, unusable, decided in judged(arguments.corpus, arguments.files):
        tally = right.setdefault(kind, [0, 0])
        tally[0] += decided["router"] == unusable
        tally[1] += 1
        for rule, called in decided.items():
            outcomes.setdefault(rule, []).append((unusable, called))
    for kind, (good, total) in right.items():
        print(f"{kind:36} {good:4} of {total:4} right")
    scores = {rule: score(found) for rule, found in outcomes.items()}
    print("\nlayer unusable      precision  recall     F1")
    for rule, figures in scores.items():
        print(f"{rule:18} {figures['precision']:10.3f} {figures['recall']:7.3f} {figures['f1']:6.3f}")
    if arguments.json:
        result = {"kinds": right, "rules": scores, **scores["router"]}
        arguments.json.write_text(json.dumps(result, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
