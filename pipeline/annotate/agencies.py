"""Bodies in running text: named ones of the lexicon, unknown ones by their form, and collective addressees.

The scanner walks over the words of a text once. Names are compared in folded form (no marks, lower case, dashes
alike), so that tone placement, capitals and slips of OCR ("Số Công thương") do not matter; what is published is
always the text as written.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from pipeline.annotate import agency_patterns as patterns
from pipeline.annotate import groups, territory
from pipeline.annotate.names import holds_verb, name_end
from pipeline.lexicon.agencies import HEADS, Body
from pipeline.lexicon.bodies import MANAGED, NUMBERED, STANDALONE_HEADS, TITLES
from pipeline.lexicon.fold import fold
from pipeline.lexicon.numbering import CAPITALS
from pipeline.mentions import Agency

_WORD = re.compile(r"[^\W\d_]\w*")
_THE = re.compile(r"các\s+", re.IGNORECASE)
_OWNER = re.compile(r"\s(?:thuộc|của|tại|ở)\s+(?=(?:Bộ|Sở|Phòng|Ban)\s)")
_IN_NUMBER = re.compile(r"\w[-/]\Z")  # "12/KH-UBND" names no body
_DASHED = re.compile(r"\s*[-–&]\s*(?!Cơ\s+quan)\w")
_SMALL = re.compile(r"\s*(?:,|và)\s+[^\W\d_A-ZĐ]")
_NUMBERED = re.compile(rf"(?:{'|'.join(NUMBERED)})\s+(?:số\s+)?\d+\b(?![/-])")
# the words between the head and the name say what is managed; a verb among them ends the name before it
_MANAGES = re.compile(
    rf"Ban [Qq]uản lý\s+(?:{'|'.join(MANAGED)})(?!\w)(?P<more>(?:\s+[^\W\d_A-ZĐ]+){{0,6}}?)(?=\s+[{CAPITALS}])"
)
_SEPARATOR = re.compile(r"\s*(?:[,;/]|\bva\b|,\s*va\b)?\s*(?:so\s+)?")
# OCR reads "Sở" as "Số", "Sỡ", "Sơ"; a folded match of a short head is only believed in these spellings
_HEAD_SPELLINGS = {
    "so": {"sở", "số", "sỡ", "sơ", "sờ", "sớ"},
    "bo": {"bộ", "bỏ"},
    "phong": {"phòng", "phỏng"},
    "ban": {"ban"},
}


@dataclass(frozen=True, slots=True)
class _Found:
    end: int
    name: str
    key: str | None
    group: bool = False
    head: str | None = None
    place: str = ""


@dataclass(slots=True)
class _Carry:
    """A head that goes on over a list: "các sở: Nội vụ, Tài chính", "Sở Tài chính, Kế hoạch và Đầu tư"."""

    head: str
    end: int
    plural: bool


def find(text: str, unit: str = "", *, scattered: bool = True) -> list[Agency]:
    """All bodies named in ``text``, in order and without overlap.

    With ``scattered`` False collective addressees without "các" ("địa phương") are left out.
    """
    return list(_Scanner(text, unit, scattered).run())


class _Scanner:
    """One walk over a text."""

    def __init__(self, text: str, unit: str, scattered: bool) -> None:
        self.text = text
        self.folded = fold(text)
        self.unit = unit
        self.scattered = scattered
        self.carry: _Carry | None = None

    def run(self) -> Iterator[Agency]:
        done = 0
        for word in _WORD.finditer(self.folded):
            start, letters = word.start(), word.group()
            if start < done or (self.text[start].islower() and letters not in _lower_openings()):
                continue
            if _IN_NUMBER.search(self.text, max(0, start - 2), start):
                continue
            found = self._at(start, letters)
            if found is None:
                continue
            found = self._of_another(start, found)
            done = found.end
            written = self.text[start : found.end]
            yield Agency(self.unit, start, found.end, written, found.name, found.key, found.group, found.place)
            self._carry_on(found)

    def _of_another(self, start: int, found: _Found) -> _Found:
        """ "Đảng ủy Ủy ban nhân dân tỉnh": the Party committee of another body is named by it (since 2025)."""
        if found.key != "dang-uy" or found.place or self.text[found.end : found.end + 1] != " ":
            return found
        word = _WORD.match(self.folded, found.end + 1)
        other = self._at(found.end + 1, word.group()) if word and self.text[found.end + 1].isupper() else None
        if other is None or other.group:
            return found
        return _Found(other.end, self.text[start : other.end], None, place=other.place)

    def _carry_on(self, found: _Found) -> None:
        if found.head:
            plural = bool(self.carry and self.carry.plural and self.carry.head == found.head)
            self.carry = _Carry(found.head, found.end, plural or self._plural)
        elif self.carry and self.carry.plural and self._between(self.carry.end, found.end):
            self.carry.end = found.end
        else:
            self.carry = None

    def _between(self, end: int, now: int) -> bool:
        return now - end < 120 and not re.search(r"[.:]\s", self.text[end:now])

    def _at(self, at: int, word: str) -> _Found | None:
        self._plural = False
        if carried := self._carried(at):
            return carried
        for start, reader in _readers():
            if word in start:
                found = reader(self, at)
                if found is not None:
                    return found
        if (found := self._body(at, word)) is not None:
            return found
        if self.scattered and word in patterns.bare_words() and (end := groups.bare(self.text, at)) is not None:
            return _Found(end, self.text[at:end], patterns.group_key(self.text[at:end]), True)
        return None

    def _carried(self, at: int) -> _Found | None:
        carry = self.carry
        if carry is None or not self.text[at].isupper():
            return None
        if not _SEPARATOR.fullmatch(self.folded, carry.end, at) or carry.end == at:
            return None
        if not self.folded[carry.end : at].strip():
            return None
        field = self._field(carry.head, at)
        if field is None:
            return None
        body, end = field
        return _Found(end, f"{carry.head} {self.text[at:end]}", body.key, head=carry.head)

    def _field(self, head: str, at: int) -> tuple[Body, int] | None:
        match = patterns.fields(head).match(self.folded, at)
        if match is None or match.lastgroup is None:
            return None
        return patterns.body(match.lastgroup), match.end()

    def _head(self, at: int, word: str) -> str | None:
        """The head (Bộ, Sở, Phòng, Ban) printed at ``at``; "cơ sở" and "cán bộ" are other words."""
        if re.search(r"(?:cơ|cán|nội|toàn)\s$", self.text[max(0, at - 5) : at].lower()):
            return None
        if self.text[at : at + len(word)].lower() not in _HEAD_SPELLINGS[word]:
            return None
        return next(head for head in HEADS.values() if fold(head) == word)

    def headed(self, at: int) -> _Found | None:
        """ "Sở Nội vụ", "Phòng Y tế thành phố", "Bộ Tài chính"."""
        word_match = _WORD.match(self.folded, at)
        assert word_match is not None
        head = self._head(at, word_match.group())
        if head is None:
            return None
        space = re.compile(r"\s*:?\s*").match(self.folded, word_match.end())
        assert space is not None
        field = self._field(head, space.end())
        if field is None:
            return self._body(at, word_match.group())
        body, end = field
        if (head in ("Sở", "Phòng", "Ban") and _DASHED.match(self.text, end)) or (
            head in ("Phòng", "Ban") and _SMALL.match(self.text, end)
        ):
            # "Phòng Tài chính - Vật tư", "Phòng Y tế, dân số": a name of its own that only begins like a known one
            longer = self.generic(at)
            if longer is not None and longer.end > end:
                return longer
        stop, many = self._territory(end, body)
        if many:
            return _Found(stop, self.text[at:stop], patterns.group_key(self.text[at:stop]), True)
        return _Found(stop, self.text[at:stop], body.key, head=head, place=self.text[end:stop].strip())

    def listed(self, at: int) -> _Found | None:
        """ "các sở: Nội vụ, Tài chính" (the first of them), else a collective addressee."""
        opening = re.compile(r"(?:cac|nhung)\s+(so|bo|phong|ban)\s*:?\s*").match(self.folded, at)
        if opening:
            head = self._head(opening.start(1), opening.group(1))
            explicit = re.compile(r"(?:so|bo|phong|ban)\s+").match(self.folded, opening.end())
            name_at = explicit.end() if explicit and self.text[opening.end()].isupper() else opening.end()
            if head and name_at < len(self.text) and (self.text[name_at].isupper() or ":" in opening.group()):
                field = self._field(head, name_at)
                if field:
                    self._plural = True
                    return _Found(field[1], f"{head} {self.text[name_at : field[1]]}", field[0].key, head=head)
        ends = groups.find(self.text, at)
        the = _THE.match(self.text, at)
        holders = self.titled(the.end()) if the else None
        if holders is not None and "," not in self.text[at : holders.end]:
            # "các Phó Chủ tịch UBND tỉnh"; two offices are those of different persons
            ends = max(ends or 0, holders.end)
        body = self.generic(the.end()) if the else None
        if body is not None and (ends is None or body.end > ends):
            ends = body.end
        if ends is None:
            return None
        ends = self._owned(at, ends)
        return _Found(ends, self.text[at:ends], patterns.group_key(self.text[at:ends]), True)

    def _owned(self, at: int, end: int) -> int:
        """End of a group with the whole name of the body that it belongs to: "các đơn vị thuộc Bộ Nội | vụ"."""
        owner = _OWNER.search(self.text, at, end)
        word = _WORD.match(self.folded, owner.end()) if owner else None
        found = self.headed(word.start()) if word and word.group() in _HEAD_SPELLINGS else None
        return max(end, found.end) if found else end

    def titled(self, at: int) -> _Found | None:
        """ "Giám đốc Sở Y tế", "Thủ trưởng các sở, ban, ngành", "Chủ tịch UBND các huyện"."""
        title = patterns.titles().match(self.text, at)
        if title is None:
            return None
        inner_at = title.end()
        word = _WORD.match(self.folded, inner_at)
        if word is None:
            return None
        holder = self._at(inner_at, word.group())
        if holder is None or (holder.group and not holder.name):
            return None
        return _Found(holder.end, self.text[at : holder.end], holder.key, holder.group, place=holder.place)

    def _body(self, at: int, word: str) -> _Found | None:
        pattern = patterns.bucket(word[:2])
        match = pattern.match(self.folded, at) if pattern else None
        if match is not None and match.lastgroup is not None and self._proper(at, match.end()):
            body = patterns.body(match.lastgroup)
            end, many = self._territory(match.end(), body)
            if not body.needs_place or end > match.end():
                name = self.text[at:end]
                if many:
                    return _Found(end, name, patterns.group_key(name), True)
                return _Found(end, name, body.key, place=self.text[match.end() : end].strip())
        return self.generic(at)

    def _proper(self, start: int, end: int) -> bool:
        """True if the words are printed like a name: capital at the beginning."""
        written = self.text[start:end]
        return written[0].isupper() or written.lower() in ("ủy ban nhân dân", "uỷ ban nhân dân", "hội đồng nhân dân")

    def _territory(self, end: int, body: Body) -> tuple[int, bool]:
        if not body.place:
            return end, False
        many = territory.several(self.text, end)
        if many is not None:
            return many, True
        one = territory.place(self.text, end)
        if one is None and not body.needs_place:
            one = territory.unsaid(self.text, end)
        return (one, False) if one is not None else (end, False)

    def _alone(self, at: int, head: re.Match[str]) -> _Found | None:
        """ "Ban Điều hành", "Ban chỉ đạo chuyển đổi số cấp huyện, xã"."""
        named = _LOWER_NAME.match(self.text, head.end()) if head.group().lower() in _LOWER_NAMED else None
        end = named and (territory.several(self.text, named.end()) or territory.place(self.text, named.end()))
        if end:
            return _Found(end, self.text[at:end], None)
        return _Found(head.end(), head.group(), None) if head.group() in STANDALONE_HEADS else None

    def _many(self, end: int) -> int | None:
        """ "Trạm Y tế | các phường, xã", "Thanh tra | các sở, ngành"."""
        behind = end + len(self.text[end:]) - len(self.text[end:].lstrip(" "))
        return territory.several(self.text, end) or groups.find(self.text, behind)

    def generic(self, at: int) -> _Found | None:
        """A body outside the lexicon, known by its first word and a capital behind it: "Trung tâm Văn hóa tỉnh"."""
        head = patterns.generic().match(self.text, at)
        if head is None or _in_capitals(self.text, at, head.group()):
            return None
        end = name_end(self.text, head.end())
        if end is None and (numbered := _NUMBERED.match(self.text, at)):
            return _Found(numbered.end(), numbered.group(), None)
        managed = _MANAGES.match(self.text, at) if end is None else None
        if managed and not holds_verb(managed["more"]):
            end = name_end(self.text, managed.end())
        if end is None and " " in head.group() and _SMALL.match(self.text, head.end()):
            # "Ban Văn hóa, xã hội": the second word of the head begins a longer name
            longer = name_end(self.text, at + head.group().index(" "))
            end = longer if longer is not None and longer > head.end() else None
        if end is None and " " in head.group() and (there := territory.place(self.text, head.end())):
            # "Hạt Kiểm lâm huyện": the head says the field itself
            return _Found(there, self.text[at:there], None, place=self.text[head.end() : there].strip())
        if end is None:
            many = self._many(head.end()) if head.group().strip() in _GROUPABLE else None
            if many is None:
                return self._alone(at, head)
            return _Found(many, self.text[at:many], patterns.group_key(self.text[at:many]), True)
        end = territory.place(self.text, end) or end
        end = territory.seat(self.text, end) or end
        return _Found(end, self.text[at:end], patterns.misread(self.text[at:end]))


def _in_capitals(text: str, at: int, head: str) -> bool:
    """True where all is printed in capitals and a word before runs on: "NHIỆM VỤ VÀ GIẢI PHÁP" names no "Vụ"."""
    before = text[:at].rstrip(" ").rsplit(" ", 1)[-1]
    return head.isupper() and before.isupper() and before.isalpha() and at > 0 and text[at - 1] == " "


_GROUPABLE = {
    "Đại sứ quán",
    "Thanh tra",
    "Văn phòng",
    "Trung tâm",
    "Trạm",
    "Ban Chỉ đạo",
    "Ban chỉ đạo",
    "Phòng",
    "Hội",
    "Đoàn",
    "Công đoàn",
    "Bưu cục",
    "Mặt trận",
}
# "Ban chỉ đạo chuyển đổi số | cấp huyện, xã": a name in lower case, closed by a territory
_LOWER_NAMED = {"ban chỉ đạo", "ban tổ chức", "tổ công tác", "hội đồng", "ban quản lý", "trung tâm", "ban điều hành"}
_LOWER_NAME = re.compile(
    r"(?!\s+(?:và|cùng)\s)(?:\s+(?!và\s+[A-ZĐ])[^\W\d_]+){1,6}?(?=\s+(?:cấp|các|tỉnh|thành\s+phố|thị\s+xã|huyện|xã)(?:\s|[.,;:]|$))"
)
Reader = Callable[[_Scanner, int], _Found | None]


@cache
def _readers() -> tuple[tuple[frozenset[str], Reader], ...]:
    return (
        (frozenset(fold(title).split()[0] for title in TITLES), _Scanner.titled),
        (frozenset({"cac", "nhung", "toan", "moi", "tung", "tat"}), _Scanner.listed),
        (frozenset(_HEAD_SPELLINGS), _Scanner.headed),
    )


@cache
def _lower_openings() -> frozenset[str]:
    """Folded first words of what may begin in lower case; everything else is a name and begins with a capital."""
    return patterns.bare_words().union({"uy", "hoi"}, *(starts for starts, _ in _readers()))
