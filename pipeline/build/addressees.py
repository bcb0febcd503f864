"""Whom a heading or the beginning of a paragraph gives work to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import islice, pairwise

from pipeline.build.clauses import behind_bracket
from pipeline.build.duty import grounds
from pipeline.build.leads import Party, begins, behind_ground, follows_subject, given, partners, row
from pipeline.lexicon.bodies import TRADES
from pipeline.lexicon.roles import (
    ADDRESSING,
    APPOSITION,
    ASSIGNING,
    LEAD_LABELS,
    NO_SUBJECTS,
    PROGRAMME_NAME,
    QUALIFIED,
    REMARK,
    SUPPORT_LABELS,
    TELLING,
    VERBS_IN_OFFICES,
)
from pipeline.lexicon.sections import names_somebody
from pipeline.lexicon.verbs import VERBS
from pipeline.mentions import Action, Agency

_ADDRESSING = re.compile(rf"\W*(?:(?:{ADDRESSING})\W*)*", re.IGNORECASE)
_HEADING_REST = re.compile(
    r"[\s:.,;&/]*(?:\((?:[^()]*)\)|và|cùng|các|chủ\s+trì|phối\s+hợp|có\s+(?:trách\s+)?nhiệm(?:\s+vụ)?|"
    r"có\s+liên\s+quan|liên\s+quan|khác|thực\s+hiện|với|[\s:.,;&/])*",
    re.IGNORECASE,
)
_AFTER_NAME = re.compile(r"\s*(?:\([^)]*\)\s*)?:\s*")
_ASKS = re.compile(r"\s+(?:đề\s+nghị|yêu\s+cầu|giao)\s+", re.IGNORECASE)
_APPOSITION = re.compile(APPOSITION, re.IGNORECASE)
_QUALIFIED = re.compile(QUALIFIED, re.IGNORECASE)
_TELLING = re.compile(TELLING, re.IGNORECASE)
_NO_SUBJECT = re.compile(rf"(?:{NO_SUBJECTS})(?!\w)", re.IGNORECASE)
_OF_A_PROGRAMME = re.compile(r"\s(?:chương\s+trình|chiến\s+lược|đề\s+án|dự\s+án|phong\s+trào)$", re.IGNORECASE)
_PROGRAMME_NAME = re.compile(PROGRAMME_NAME, re.IGNORECASE)
_IN_OFFICE = re.compile(rf"(?:{VERBS_IN_OFFICES})(?!\w)", re.IGNORECASE)
_LISTED_GROUND = re.compile(r"(?:[^\W\d_]+\s){0,3}[^\W\d_]+,\s*")
_TRADE = re.compile(r"\s+(\w+\s+\w+)(?P<more>\s+\w)?")
_ASSIGNED = re.compile(rf"(?:^|\s){ASSIGNING}$", re.IGNORECASE)
_NOTE = re.compile(r"\s*\((?:theo|có|kèm|chi tiết|xem)\b[^()]*\)\s*$", re.IGNORECASE)
_LABEL = re.compile(
    rf"(?:{LEAD_LABELS}|{SUPPORT_LABELS})(?!\w)|.*(?:thực\s+hiện|triển\s+khai|phối\s+hợp|chủ\s+trì|quyền(?:\s+hạn)?)$",
    re.IGNORECASE,
)
_DUTY_FOLLOWS = re.compile(
    r"(?:\s+có(?:\s+các)?(?:\s+trách)?\s+nhiệm(?:\s+vụ)?)?(?:\s+(?:như\s+)?sau)?(?:\s+đây)?$", re.IGNORECASE
)
_REMARK = re.compile(REMARK, re.IGNORECASE)
_LONGEST_NAME = 14
_LONGEST_TRADE = 6
# "Đoàn kiểm tra do Phó Thủ tướng, Trưởng ban Chỉ đạo làm Trưởng đoàn" is one body
_SET_UP = re.compile(r"\slàm\s+(?:trưởng|phó|tổ|chủ)", re.IGNORECASE)
_NO_NAME = frozenset(("là", "được", "bị", "đã"))
# "UBND tỉnh đã ban hành ..." tells what was done; "các xã đã đạt chuẩn" says which
_PAST = re.compile(r"\s+đã\s", re.IGNORECASE)
_JOINS = re.compile(r"[\s,](?:và|hoặc|cùng|với|của|nhà|người)$", re.IGNORECASE)
_A_WORD = re.compile(r"\S+")
_NAMES = re.compile(r"[^\W_](?:(?!,\s|;|\s+và\s).)*")
# one of the names that go on with a heading like "UBND các phường:" in the paragraph below it
_NAME = re.compile(r"\s*[A-ZĐÀ-Ỹ]\w*(?:\s+(?:[-–]\s+)?\w+){0,5}\s*")


@dataclass(frozen=True, slots=True)
class Addressed:
    """The bodies that work is given to; ``leads`` and ``partners`` where it says "Sở X chủ trì, phối hợp với Sở Y:".

    ``start`` is where the words of the duty begin, ``text_at`` where the text of the duty does: behind "Sở X:", but
    with "Sở X" where the body is the subject of the sentence.
    """

    who: tuple[Party, ...] = ()
    start: int = 0
    text_at: int = 0
    leads: bool = False
    partners: tuple[Party, ...] = ()


def heading(text: str, agencies: Sequence[Agency]) -> Addressed:
    """The bodies that a heading names, if it names nothing else: "Đề nghị Ủy ban MTTQ tỉnh và các đoàn thể:"."""
    named = [a for a in agencies if not behind_bracket(text, a.start)]
    opening = _ADDRESSING.match(text)
    if not named or opening is None or opening.end() < named[0].start:
        return Addressed()
    rest = "".join(text[a.end : b.start] for a, b in pairwise(named)) + " " + text[named[-1].end :]
    if not _HEADING_REST.fullmatch(rest):
        return Addressed()
    helpers = {party.start for party in partners(text, named)}
    return Addressed(
        who=tuple(_with_brackets(text, Party.of(a), agencies) for a in named if a.start not in helpers),
        leads=bool(re.search(r"chủ\s+trì", rest)),
        partners=tuple(Party.of(a) for a in named if a.start in helpers),
    )


def titled(text: str, agencies: Sequence[Agency]) -> Addressed:
    """Whom a heading in the part on duties names where no list of bodies knows them: "Các chủ rừng", "Tổ trưởng chuyên
    môn", "Phòng Kế hoạch tổng hợp" (known only as "Phòng Kế hoạch"). A heading that says what to do names nobody."""
    opening = _ADDRESSING.match(text)
    at = opening.end() if opening else 0
    name = _DUTY_FOLLOWS.sub("", _NOTE.sub("", text[at:].rstrip(" .:;")).rstrip(" .:;"))
    end = at + len(name)
    if len(name.split()) > _LONGEST_NAME or not names_somebody(name) or _LABEL.match(name) or _TELLING.search(name):
        return Addressed()
    found: list[tuple[int, int]] = []
    for part in _NAMES.finditer(text, at, end):
        named = part.group()[0].isupper() or part.group().lower().startswith("các ")
        named = named and not _SET_UP.search(part.group())
        if found and not (named and names_somebody(part.group())):
            found[-1] = (found[-1][0], part.end())
        else:
            found.append((part.start(), part.end()))
    sentence = text.rstrip().endswith((".", ";"))
    for body in agencies:
        # "Các xã được giao chỉ tiêu": behind a group a verb may tell which of them are meant
        does = follows_subject(text, body.end) and len(text[body.end : end].split()) > 2
        if does and (sentence or not body.group):
            return Addressed()
    if sentence and any(_does(text[low:high]) for low, high in found):
        return Addressed()
    known = {(a.start, a.end): a for a in agencies}
    return Addressed(tuple(Party.of(known[r]) if r in known else Party.unknown(text, *r) for r in found))


def _does(name: str) -> bool:
    """True if a verb with something behind it stands in the words ("Sở X | bố trí kinh phí")."""
    words = _IN_OFFICE.sub("", name).split()
    # "Ngành Giáo dục và Đào tạo": with a capital it is part of a name
    inside = any(f"{one} {two}" in VERBS for one, two in pairwise(words[1:-1]))
    return inside or " ".join(words[:2]).lower() in VERBS


def asked(text: str, agencies: Sequence[Agency]) -> Addressed:
    """The bodies that a paragraph before a list asks to do what the list says.

    "Chủ tịch UBND tỉnh yêu cầu các sở, ban, ngành, UBND các xã tập trung thực hiện một số nội dung sau:"
    """
    if not text.rstrip().endswith(":"):
        return Addressed()
    for number, agency in enumerate(agencies):
        if _ASSIGNED.search(text[: agency.start]):
            return Addressed(tuple(Party.of(a) for a in row(text, agencies[number:])))
    return Addressed()


def continued(above: Addressed, text: str, agencies: Sequence[Agency]) -> Addressed | None:
    """The heading "UBND các phường:" with the names in the paragraph below it; None where that is no row of names."""
    if not above.who or not above.who[-1].group:
        return None
    first = agencies[0].start if agencies else len(text)
    names = re.sub(r"(?:,|\bvà)?[\s.]*$", "", text[:first])
    rest = "".join(text[a.end : b.start] for a, b in pairwise(agencies)) + (
        text[agencies[-1].end :] if agencies else ""
    )
    row_of_names = "," in names and all(_NAME.fullmatch(name) for name in names.split(","))
    if not row_of_names or not _HEADING_REST.fullmatch(rest):
        return None
    last = replace(above.who[-1], name=f"{above.who[-1].name}: {names}")
    return replace(above, who=(*above.who[:-1], last, *(Party.of(a) for a in agencies)))


def subject(text: str, agencies: Sequence[Agency], actions: Sequence[Action] = (), *, anywhere: bool) -> Addressed:
    """The bodies that a paragraph begins with; nobody where it begins otherwise.

    With ``anywhere`` also those that a later sentence gives work to ("... Giao Sở X chủ trì ...").
    """
    remark = _REMARK.match(text)
    at = remark.end() if remark else 0
    ground = grounds(text)
    for number, agency in enumerate(agencies):
        grounded = ground > 0 and (agency.start == ground or _more_ground(text, ground, agencies, number))
        if not (grounded or begins(text[at:], agency, at) or (anywhere and given(text, agency))):
            continue
        asks = _ASKS.match(text, agency.end)
        if asks is not None:
            # "UBND tỉnh đề nghị các ngành, yêu cầu các huyện cử đầu mối": the issuer speaks to others
            others = [a for a in agencies[number + 1 :] if a.start >= asks.end()]
            if not others or others[0].start > asks.end():
                continue
            found = row(text, others)
        else:
            found = row(text, agencies[number:])
        end = found[-1].end
        if _TELLING.match(text, end) or (not found[-1].group and _PAST.match(text, end)):
            continue
        longer = _goes_on(text, found[-1], agencies)
        if longer is not None:
            # "Các địa phương có rừng trồng: ...": what tells which of them is part of the name
            end = longer
            found[-1] = replace(found[-1], end=end, text=text[found[-1].start : end], name=text[found[-1].start : end])
        colon = None if grounded else _AFTER_NAME.match(text, end)
        apposition = _APPOSITION.match(text, end)
        if colon:
            return Addressed(tuple(Party.of(a) for a in found), colon.end(), colon.end())
        each = apposition is not None and "mỗi" in apposition.group().lower()
        if follows_subject(text, end, actions) or (
            apposition and (each or follows_subject(text, apposition.end(), actions))
        ):
            behind = apposition.end() if apposition else end
            return Addressed(tuple(Party.of(a) for a in found), behind, at)
        verb = end if _plies_a_trade(text, found[-1]) else behind_ground(text, end, actions)
        if verb is not None:
            return Addressed(tuple(Party.of(a) for a in found), verb, at)
    return Addressed()


def _more_ground(text: str, ground: int, agencies: Sequence[Agency], number: int) -> bool:
    """True if only the last item of a ground that is a list parts it from a body: "nếu có khó khăn, | vướng mắc, | các
    đơn vị ..."."""
    start = agencies[number].start
    item = text[ground:start]
    first = not any(ground <= a.start < start for a in agencies[:number])
    return first and _LISTED_GROUND.fullmatch(item) is not None and not _does(f"- {item} -")


def _goes_on(text: str, body: Agency, agencies: Sequence[Agency]) -> int | None:
    """Where the name of ``body`` ends if more belongs to it: which of a group is meant, what its programme is about."""
    if body.group:
        qualified = _QUALIFIED.match(text, body.end)
        return qualified.end() if qualified else _of_a_trade(text, body)
    longer = _of_a_programme(text, body.text, body.end)
    return None if longer is None or any(body.end < a.start < longer for a in agencies) else longer


def _of_a_programme(text: str, name: str, end: int) -> int | None:
    """End of a body's name that goes on with what its programme is about: "Ban Chiến lược | phát triển ..."."""
    longer = _PROGRAMME_NAME.match(text, end) if _OF_A_PROGRAMME.search(name) else None
    return longer.end() if longer else None


def _of_a_trade(text: str, group: Agency) -> int | None:
    """End of "Các doanh nghiệp | chế biến gỗ | ký ...": the nearest word that a verb of duties follows."""
    trade = _TRADE.match(text, group.end)
    if trade is None or trade[1].lower() not in TRADES:
        return None
    words = islice(_A_WORD.finditer(text, trade.start(1)), 1, _LONGEST_TRADE)
    return next((word.end() for word in words if follows_subject(text, word.end())), None)


def _plies_a_trade(text: str, body: Agency) -> bool:
    """True for "Điện lực Sông Lam | cấp điện cho ...": behind a single body the words of its trade say what it does."""
    words = _TRADE.match(text, body.end)
    return not body.group and words is not None and words["more"] is not None and words[1].lower() in TRADES


def unnamed(text: str, agencies: Sequence[Agency]) -> Addressed:
    """Those whom a paragraph begins with where no list of bodies knows them: "Các chủ hồ | có trách nhiệm ...".

    The name is the shortest beginning that somebody may be called by and that a verb of duties follows.
    """
    opening = _ADDRESSING.match(text)
    start = opening.end() if opening else 0
    if _NO_SUBJECT.match(text, start):
        return Addressed()
    for number, word in enumerate(_A_WORD.finditer(text, start)):
        which = _QUALIFIED.match(text, start + len(text[start : word.start()].rstrip()))
        if number and which and names_somebody(text[start : word.start()]) and word.group().lower() in _NO_NAME:
            # "Chủ rừng, cộng đồng dân cư | được giao rừng | có trách nhiệm ..."
            return Addressed((Party.unknown(text, start, which.end()),), which.end(), 0)
        if (
            number >= _LONGEST_NAME
            or _TELLING.match(text, word.end())
            or word.group().lower() in _NO_NAME
            or word.group()[-1] in ".;:"
            or (number == 0 and not word.group()[0].isupper())
        ):
            break
        if any(agency.start < word.end() < agency.end for agency in agencies):
            continue
        name = text[start : word.end()].rstrip(",")
        if _in_a_verb(text, word):
            continue
        if (
            number
            and names_somebody(name)
            and not _JOINS.search(name)
            and not _does(name)
            and follows_subject(text, word.end())
        ):
            longer = _of_a_programme(text, name, word.end())
            end = longer or start + len(name)
            return Addressed((Party.unknown(text, start, end),), longer or word.end(), 0)
    return Addressed()


def _in_a_verb(text: str, word: re.Match[str]) -> bool:
    """True for the first syllable of a verb or of a field that is one: "Ngành Giáo dục và Đào | tạo chủ trì"."""
    following = _A_WORD.match(text, word.end() + 1)
    return following is not None and f"{word.group()} {following.group()}".lower() in VERBS


def _with_brackets(text: str, party: Party, agencies: Sequence[Agency]) -> Party:
    """ "Sở Nội vụ (Ban Thi đua - Khen thưởng)": the part that does it belongs to the name."""
    brackets = re.compile(r"\s*\(([^()]*)\)").match(text, party.end)
    if brackets is None or not any(brackets.start() < a.start < brackets.end() for a in agencies):
        return party
    return replace(party, name=text[party.start : brackets.end()], end=brackets.end())
