"""Totals stated in sentences: "Tổng kinh phí ... 48 tỷ đồng, trong đó: ... 30 tỷ đồng, ... 18 tỷ đồng"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.outline import Block
from pipeline.plan import Evidence
from pipeline.validate.findings.model import Case, Found, Rule
from pipeline.validate.findings.wording import number, short

_NUMBER = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?"
_UNIT = r"(?:nghìn |triệu |tỷ )?(?:đồng|USD|người|lao động|ha|héc ta|km|lớp|hộ|m2)|triệu|tỷ"
_TOTAL = re.compile(
    rf"\btổng (?:kinh phí|số|nhu cầu|mức|vốn|nguồn|cộng|diện tích|dự toán)[^.;:]{{0,80}}?(?P<number>{_NUMBER})\s*"
    rf"(?P<unit>{_UNIT})\b(?P<between>[^.;]{{0,80}}?)\b(?:trong đó|bao gồm|gồm|cụ thể)\b",
    re.IGNORECASE,
)
_PART = re.compile(rf"(?P<number>{_NUMBER})\s*(?P<unit>{_UNIT})\b", re.IGNORECASE)
_SENTENCE = re.compile(r"\.(?=\s+[A-ZĐÀ-Ỹ]|\s*$)")
# a list whose sum is further off names only some of the parts ("of which")
_NEAR = 0.1


def _value(text: str) -> float:
    return float(text.replace(".", "").replace(",", "."))


def _decimals(text: str) -> int:
    return len(text.partition(",")[2])


def total_in_text(case: Case) -> Iterator[Found]:
    """The parts that a sentence or the dashes below it name do not make its total."""
    for match, block in case.matches(_TOTAL, case.outline.zone("preamble", "body")):
        unit = match.group("unit").casefold()
        parts = _in_sentence(case, block, match.end(), unit) or _in_items(case, block, unit)
        values = [_value(text) for text, _ in parts]
        stated = _value(match.group("number"))
        decimals = max((_decimals(text) for text in (match.group("number"), *(t for t, _ in parts))), default=0)
        difference = abs(sum(values) - stated)
        if len(values) > 1 and 0.5 * 10**-decimals * len(values) < difference <= _NEAR * stated:
            words = {
                "total": f"{match.group('number')} {match.group('unit')}",
                "sum": " + ".join(text for text, _ in parts),
                "found": number(round(sum(values), 6)),
                "text": short(match.group(), 60),
            }
            yield Found(words, [], [*case.at(block, match.start(), match.end()), *(p for _, e in parts for p in e)])


def _in_sentence(case: Case, block: Block, start: int, unit: str) -> list[tuple[str, list[Evidence]]]:
    """Numbers of one unit from ``start`` to the end of the sentence, each with its place."""
    stop = _SENTENCE.search(block.text, start)
    end = stop.start() if stop else len(block.text)
    return [
        (part.group("number"), case.at(block, part.start(), part.end()))
        for part in _PART.finditer(block.text, start, end)
        if part.group("unit").casefold() == unit
    ]


def _in_items(case: Case, block: Block, unit: str) -> list[tuple[str, list[Evidence]]]:
    """The first number of that unit in each of the items below a sentence that ends with a colon."""
    if not block.text.rstrip().endswith((":", "gồm", "trong đó", "cụ thể")):
        return []
    following = case.outline.blocks[block.index + 1 :]
    found = []
    for item in (b for b in following if b.role != "furniture"):
        if item.role != "item":
            break
        part = next((p for p in _PART.finditer(item.text) if p.group("unit").casefold() == unit), None)
        if part is None:
            return []
        found.append((part.group("number"), case.at(item, part.start(), part.end())))
    return found


RULES = {
    "total-in-text": Rule(
        "warning",
        total_in_text,
        "“{text}”: tổng số ghi {total}, nhưng các phần cộng lại ({sum}) là {found}.",
        "“{text}”: the total is {total}, but its parts ({sum}) make {found}.",
        "“Tổng kinh phí ... trong đó ...”; sums further than a tenth from the total are let pass: such lists name "
        "only some of the parts.",
        doubtful=True,
    ),
}
