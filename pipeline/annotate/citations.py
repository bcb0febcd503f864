"""Documents cited by number: State and Party forms, old forms, lists, date and issuer behind the number."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import cache

from pipeline.annotate import agencies
from pipeline.lexicon import citations as words
from pipeline.lexicon.words import alternatives
from pipeline.mentions import Agency, Citation, Relation

# in a narrow cell "NĐ-CP" may be broken: "N Đ-CP"
_SYMBOL = r"(?:QH\s?\d{1,2}(?!\w)|[NQ]\s[ĐÐ](?=-)|[A-ZĐÐ][A-ZĐÐa-zđư0-9&.]{0,11}(?!\w))"
# line breaks put a space behind "-" or "/"; before them only printers of letterheads do
_SHORT = alternatives(key for key in words.ABBREVIATED if len(key) > 1)
_NUMBER = (
    rf"\d{{1,5}}[a-zA-Z]?\s?(?:/\s?(?:19|20)\d\d\s?)?(?:/\s?|-\s?|–\s?|(?<=\d\s)(?=(?:{_SHORT})/))"
    rf"{_SYMBOL}(?:(?:[-–/]\s?|\s[-–](?=\w)){_SYMBOL}){{0,4}}"
)
_SAID = r"\s*(?:s[ốôổo]|S[ốỐ])?\s*[:.]?\s*"
_LIST = re.compile(rf"\s*(?:,|;|và|,\s*và)\s*(?:s[ốôổ]\s*)?(?P<number>{_NUMBER})")
_DAY = re.compile(
    r"\s*[,(]?\s*(?:ban\s+hành\s+)?(?:ký\s+)?ngày\s*"
    r"(?P<raw>(?P<d>\d{1,2})\s*(?:[/.-]|tháng)\s*(?P<m>\d{1,2})\s*(?:[/.-]|năm|\s)\s*(?P<y>(?:19|20)\d\d))\)?",
    re.IGNORECASE,
)
_BLANK_DAY = re.compile(
    r"\s*,?\s*ngày\s*(?:\d{0,2}\s*(?:/|tháng)\s*){1,2}\d{0,2}\s*(?:(?:/|năm)\s*)?(?:(?:19|20)\d\d)?"
)
_BY = re.compile(r"\s*,?\s*(?:của|do)\s+(?:liên\s+)?")
_BETWEEN = re.compile(r"\s*,?\s*giữa\s+")
# "UBND tỉnh Phê duyệt ...", "UBND tỉnh Hà Lâm - Trưởng nhóm ...": no part of the name before it
_NO_NAME = re.compile(
    r"\s+(?:Phê\s+duyệt|Ban\s+hành|Quy\s+định|Hướng\s+dẫn|Sửa\s+đổi|Về\s+việc)"
    r"|\s+[-–]\s+(?:Trưởng|Phó|Chủ\s+tịch|Cơ\s+quan|Thường\s+trực)\b"
)
_COMMITTEE_OF = re.compile(r"(?:Đảng\s+(?:ủy|uỷ|bộ|đoàn)|Ban\s+[Cc]án\s+sự\s+[Đđ]ảng|Công\s+đoàn|Trung\s+ương)$")
_ISSUED = re.compile(r"\s+(?:đã\s+)?(?:có|ban\s+hành)\s+(?:các\s+)?$")
_NUMBERS_FOLLOW = re.compile(r"\s*(?:,?\s*gồm)?\s*(?:s[ốô]\s*:?\s*(?=\d)|:\s*)")
_SENTENCE_END = re.compile(r"\.\s+(?=[^\W\d_])")
# "Hội nghị lần thứ bảy Ban Chấp hành Trung ương Đảng khóa XII"
_MEETING = re.compile(r"Hội\s+nghị\s+(?:lần\s+thứ\s+[\w\s]{2,14}?,?\s+)?(?=Ban\s)", re.IGNORECASE)
_TERM = re.compile(r"\s*,?\s*(?:(?:khóa|khoá|nhiệm\s+kỳ)\s+[IVXLC\d]+(?:\s*[-–]\s*\d{4})?)(?!\w)")
_ISSUER_BEFORE = re.compile(r"của\s+(?P<issuer>[A-ZĐỦ][^.;:,\d()]{2,80}?)(?:\s+\([^()]*\))?\s+tại\s+$")
# "06/2015/TTLT-BCA-BGDĐT", "Quy chế phối hợp", "12/KHPH-CAT-SGDĐT": only these have several issuers
_JOINT = re.compile(r"[Ll]iên\s+(?:tịch|ngành)|[Pp]hối\s+hợp|(?:LT|LN|PH)(?=[-/])")
_JOINED = re.compile(r"\s*(?:,|và|[-–]|,\s*và)\s*")
_ONLY_JOINED = re.compile(r"\s*(?:,|;|và|,\s*và)\s*")
_CLAUSE_END = re.compile(r"[.;]\s")
_BASES = re.compile(r"\W*căn\s+cứ\b", re.IGNORECASE)
_NEXT_BASIS = re.compile(r"(?:[;,:]|\bvà)\s*$")
_BY_OTHERS = re.compile(words.BY_OTHERS, re.IGNORECASE)
_RELATIONS: tuple[tuple[Relation, str], ...] = (
    ("replaces", words.REPLACES),
    ("amends", words.AMENDS),
    ("based_on", words.BASED_ON),
    ("implements", words.IMPLEMENTS),
)


def find(text: str, unit: str = "") -> list[Citation]:
    """All documents that ``text`` cites by number, in order.

    The number is as printed with its spaces closed up; the type is the full name of the kind, from the words before
    the number or from the symbol in it. Date and issuer are those behind the number, None where not stated. In a row
    ("Nghị định số 1/2020/NĐ-CP, Nghị định số 2/2020/NĐ-CP của Chính phủ") all take the issuer of the last.
    """
    if not re.search(r"\d", text):
        return []
    return _named_before(text, _share_issuers(text, list(_all(text, unit))))


def _all(text: str, unit: str) -> Iterator[Citation]:
    at = 0
    cited: Citation | None = None
    while match := _citation().search(text, at):
        number = next(filter(None, (match[name] for name in ("named_number", "number", "bare", "bare_short"))))
        type_ = _type(match) or type_of_symbol(number)
        at = match.end()
        if type_ is None:
            continue
        cited = _one(text, unit, match.start(), match.end(), number, type_, cited)
        yield cited
        at = cited.end
        while following := _LIST.match(text, at):
            # a row goes on under the kind of its first: "các Quyết định số 1/QĐ-UBND, 2/QĐ-UBND"
            same = type_of_symbol(following["number"]) in (None, type_of_symbol(number))
            kind = type_ if same else type_of_symbol(following["number"])
            cited = _one(text, unit, following.start("number"), following.end(), following["number"], kind, cited)
            yield cited
            at = cited.end


def _one(
    text: str, unit: str, start: int, end: int, number: str, type_: str | None, before: Citation | None
) -> Citation:
    day, end = _date(text, end)
    issuer, end = _issuer(text, end, start, joint=_JOINT.search(f"{type_} {number}") is not None)
    return Citation(
        unit=unit,
        start=start,
        end=end,
        text=text[start:end],
        type=type_,
        number=normal_number(number),
        issued_on=day,
        issuer=issuer,
        relation=_relation(text, start, before),
    )


def normal_number(number: str) -> str:
    """A number with its spaces closed up and one kind of dash and of "Đ": "30- CTr/TU" is "30-CTr/TU"."""
    return re.sub(r"\s+", "", number).replace("Ð", "Đ").replace("–", "-").rstrip(".")


def _date(text: str, end: int) -> tuple[date | None, int]:
    found = _DAY.match(text, end)
    if found is None:
        blank = _BLANK_DAY.match(text, end)
        return None, blank.end() if blank else end
    try:
        return date(int(found["y"]), int(found["m"]), int(found["d"])), found.end()
    except ValueError:
        return None, found.end()


def _issuer(text: str, end: int, start: int, *, joint: bool) -> tuple[str | None, int]:
    """Who issued a cited document, and where the words for it end; several bodies only for a ``joint`` one: behind
    others, the next body in a row begins a clause of its own ("... của Tỉnh ủy, UBND tỉnh ban hành Kế hoạch")."""
    between = _BETWEEN.match(text, end) if joint else None
    by = between or _BY.match(text, end)
    named = by.end() if by else end
    meeting = _MEETING.match(text, named) if by else None
    behind = meeting.end() if meeting else named
    found = agencies.find(text[behind : behind + 160], scattered=False) if by else []
    if found and found[0].start == 0 and found[0].text[0].isupper():
        last = 0
        while (
            joint
            and last + 1 < len(found)
            and _JOINED.fullmatch(text, behind + found[last].end, behind + found[last + 1].start)
        ):
            last += 1
        if between and not last:
            return None, end
        last = last if between or _ends_row(text, behind + found[last].end) else 0
        stop = _name_end(text, named, behind, found[last:])
        term = _TERM.match(text, stop)
        stop = term.end() if term else stop
        return text[named:stop], stop
    return _issuer_before(text, start), end


def _name_end(text: str, named: int, behind: int, found: Sequence[Agency]) -> int:
    """End of the name of the first body: with the body whose committee it is, without a verb in a capital."""
    stop = behind + found[0].end
    if len(found) > 1 and _COMMITTEE_OF.search(text[named:stop]) and text[stop : behind + found[1].start].isspace():
        stop = behind + found[1].end
    other = _NO_NAME.search(text, named, stop + 8)
    return other.start() if other and other.start() < stop else stop


def _issuer_before(text: str, start: int) -> str | None:
    """Who issued what is cited at ``start``, named before it: "của Sở X tại Tờ trình", "Sở X ban hành Kế hoạch"."""
    before = text[max(0, start - 240) : start]
    named = _ISSUER_BEFORE.search(before)
    if named:
        return named["issuer"]
    issued = _ISSUED.search(before)
    if issued is None:
        return None
    found = agencies.find(before[: issued.start()], scattered=False)
    last = found[-1] if found else None
    return last.text if last and last.end == issued.start() and not last.group else None


def _ends_row(text: str, end: int) -> bool:
    return bool(re.match(r"\s*(?:về|quy\s+định|hướng\s+dẫn|ban\s+hành|[.;:()]|$)", text[end:]))


def _share_issuers(text: str, found: list[Citation]) -> list[Citation]:
    for index in range(len(found) - 2, -1, -1):
        here, after = found[index], found[index + 1]
        between = re.sub(r"s[ốô]\s*$", "", text[here.end : after.start])
        if here.issuer is None and here.type == after.type and _ONLY_JOINED.fullmatch(between):
            found[index] = replace(here, issuer=after.issuer)
    return found


def _named_before(text: str, found: list[Citation]) -> list[Citation]:
    """The issuer that a row names before its numbers: "các Quyết định của Thủ tướng Chính phủ: số 1/..., số 2/..."."""
    for lead in _lead().finditer(text):
        bodies = agencies.find(text[lead.end() : lead.end() + 160], scattered=False)
        if not bodies or bodies[0].start:
            continue
        begins = _NUMBERS_FOLLOW.match(text, lead.end() + bodies[0].end)
        if begins is None:
            continue
        ends = _SENTENCE_END.search(text, begins.end())
        for index, one in enumerate(found):
            if one.start < lead.end():
                continue
            written = not one.text[0].isdigit()
            if (ends and one.start > ends.start()) or (written and one.type != _full_name(lead["kind"])):
                break
            found[index] = replace(one, issuer=one.issuer or bodies[0].text)
    return found


def _type(match: re.Match[str]) -> str | None:
    written = match.group("type") or match.group("barekind") or match.group("named")
    if written is None:
        short = match.group("short")
        return words.ABBREVIATED.get(short.replace("Ð", "Đ")) if short else None
    return _full_name(written)


def _full_name(written: str) -> str:
    plain = re.sub(r"\s+", " ", written)
    return plain[0].upper() + plain[1:].lower()


def type_of_symbol(number: str) -> str | None:
    """The kind of document that the symbol in its number names: "Thông tư" for "30/2024/TT-BGDĐT"; None for others."""
    for symbol in re.findall(r"[A-ZĐ][A-ZĐa-z]*", normal_number(number)):
        if symbol in words.ABBREVIATED:
            return words.ABBREVIATED[symbol]
        if re.fullmatch(r"QH\d*", symbol):
            return "Luật"
    return None


def _relation(text: str, start: int, before: Citation | None) -> Relation:
    """How this document relates to the one cited at ``start``; ``before`` is the citation before it.

    What another document does to it ("Nghị định số 2/... sửa đổi Nghị định số 1/...") and what is only planned
    ("trình sửa đổi ...") is no relation of this one.
    """
    low = max(0, start - 200)
    if _BASES.match(text) and _NEXT_BASIS.search(text, low, start):
        return "based_on"
    clause = max((m.end() for m in _CLAUSE_END.finditer(text, 0, start)), default=0)
    other = before is not None and before.end > clause
    for relation, pattern in _RELATIONS:
        found = re.search(pattern, text[low:start], re.IGNORECASE)
        if found is None:
            continue
        at = low + found.start()
        if relation in ("replaces", "amends") and (
            (other and before is not None and before.end <= at) or _BY_OTHERS.search(text[clause:at])
        ):
            continue
        return relation
    return "mentions"


def _kinds() -> str:
    return "|".join(kind.replace(" ", r"\s+") for kind in sorted(words.TYPES, key=len, reverse=True))


@cache
def _lead() -> re.Pattern[str]:
    return re.compile(rf"\b(?:các|những|một\s+số)\s+(?P<kind>(?i:{_kinds()}))\s+của\s+")


@cache
def _citation() -> re.Pattern[str]:
    kinds = rf"(?i:{_kinds()})"
    named = "|".join(kind.replace(" ", r"\s+") for kind in words.NAMED_TYPES)
    return re.compile(
        rf"(?<!\w)(?:"
        rf"(?P<named>{named})\s+(?:(?:(?!\s{kinds}\s+[sS][ốôổỐ])[^.;:\d]){{2,90}}?\s)?[sS][ốôổỐ]\s*[:.]?\s*(?P<named_number>{_NUMBER})|"
        rf"(?:(?P<type>{kinds}){_SAID}|(?P<short>{_SHORT}){_SAID})?(?<![\w/-])(?P<number>{_NUMBER})|"
        rf"(?P<barekind>{kinds})(?:\s+[sS][ốôổỐ]\s*[:.]?\s*(?P<bare>\d{{1,5}})|"
        rf"\s+(?P<bare_short>\d{{1,4}})(?=\s+(?:của|ngày)\s))(?![\w/.,-]*\d|\s*[/-]))"
    )
