"""Who leads and who supports: from a cell, from labelled lines, from a sentence.

Used for goals and tasks. All functions work on the text of one unit and on the mentions in it; positions are offsets
into that text. Bodies are given as written, with the head of a list restored ("các sở: Nội vụ, Tài chính" gives
"Sở Nội vụ" and "Sở Tài chính").
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass

from pipeline.build.entities import id_of
from pipeline.build.material import Material
from pipeline.lexicon.bodies import BODY_NOUNS
from pipeline.lexicon.letterhead import DEGREES
from pipeline.lexicon.roles import (
    ASSIGNING,
    DONE_BY,
    FUNCTION_BEHIND,
    GROUND_BEHIND,
    GROUND_ENDS,
    LEAD_LABELS,
    LEADING,
    OTHER_LABELS,
    PARTNER_OPENING,
    SUPPORT_LABELS,
)
from pipeline.lexicon.verbs import ONE_SYLLABLE, VERBS
from pipeline.mentions import Action, Agency

# a stop behind a degree goes on with the person: "BS. Trần Thị Lan", "ThS. Nguyễn Văn Hòa"
_NO_DEGREE = "".join(rf"(?<!{degree})" for degree in DEGREES)
_SPLIT = re.compile(rf"\s*(?:;|\n|(?<=\w){_NO_DEGREE}\.\s+(?=[A-ZĐ])|(?:^|\s)[-+•]\s+)\s*")
_BETWEEN = re.compile(
    r"\s*(?:,|;|/|&|và|cùng|với|cùng\s+với|hoặc|,\s*và|\+|-)?\s*(?:các|:|đề\s+nghị|yêu\s+cầu)?\s*", re.IGNORECASE
)
_SPECKS = " .,-+_|'`:(\t"
_WORD = re.compile(r"[^\W\d_]{2,}")
_LABEL = re.compile(
    rf"(?:^|[.;,(\n+•*-]\s*|\s)(?:(?P<support>{SUPPORT_LABELS})|(?P<lead>{LEAD_LABELS})|(?P<other>{OTHER_LABELS}))\s*:\s*",
    re.IGNORECASE,
)
# "(phối hợp với Sở X, UBND xã và đơn vị tổ chức chương trình)": what the closing bracket ends is one body
_LAST_IN_BRACKETS = re.compile(r"\s*(?:,|và|,\s*và)\s+(?P<name>(?P<noun>\w+\s+\w+)[^(),;.]*?)\s*\)")
_CLAUSE_OPENING = 9
_WORKS_WITH = re.compile(r"phối", re.IGNORECASE)
_AFTER_COMMA = re.compile(r",\s*(?:đồng\s+thời\s+|chủ\s+động\s+|tăng\s+cường\s+|tích\s+cực\s+)?$", re.IGNORECASE)
_PARTNERS = re.compile(PARTNER_OPENING, re.IGNORECASE)
_ASSIGNED = re.compile(rf"(?:^|[.;:,(]\s*|\s){ASSIGNING}$", re.IGNORECASE)
_PASSIVE = re.compile(rf"được\s+{ASSIGNING}$", re.IGNORECASE)
_FAR = 300
_NEXT_CLAUSE = re.compile(r"chủ\s+trì[^.]*?[;,]\s*$", re.IGNORECASE)
_HELP = re.compile(r"\s*(?:cùng\s+)?phối\s+hợp(?!\s+(?:với|cùng)(?!\w))", re.IGNORECASE)
_ASKED = re.compile(rf"(?:^|\s){DONE_BY}$", re.IGNORECASE)
LEADS = re.compile(LEADING, re.IGNORECASE)
_SUBJECT_BEFORE = re.compile(rf"^\W*(?:{ASSIGNING})?$", re.IGNORECASE)
# "ký quy chế phối hợp với Công an xã": a document is agreed on, nobody works with them here
_AGREEMENT = re.compile(r"(?:quy\s+chế|thỏa\s+thuận|thoả\s+thuận|cơ\s+chế|chương\s+trình)\s+$", re.IGNORECASE)
_OF_A_PROGRAMME = re.compile(r"\s(?:chương\s+trình|đề\s+án|dự\s+án|phong\s+trào)$", re.IGNORECASE)
_BRACKETS = r"\s*(?:\([^)]*\)\s*)?(?:,\s*)?"
_SUBJECT_AFTER = re.compile(
    _BRACKETS + r"(?:là\s+(?:cơ\s+quan|đơn\s+vị|bộ\s+phận|đầu\s+mối|thành\s+viên)|"
    r"chịu|phải|có\s+trách\s+nhiệm|giúp(?!\s+việc)|ký(?=\s+(?:cam\s+kết|kết|hợp\s+đồng|quy\s+chế))|cần|lập|cử|làm\s+(?:đầu\s+mối|chủ\s+đầu\s+tư))(?!\w)",
    re.IGNORECASE,
)
_GROUND_BEHIND = re.compile(rf"{GROUND_BEHIND}[^.;:]{{0,200}}", re.IGNORECASE)
_GROUND_ENDS = re.compile(rf",|{GROUND_ENDS}(?!\w)", re.IGNORECASE)
_FUNCTION_BEHIND = re.compile(FUNCTION_BEHIND, re.IGNORECASE)
_NOTHING = re.compile(rf"{_BRACKETS}\s*")
_TWO_WORDS = re.compile(_BRACKETS + r"(\w+)\s+(\w+)")


@dataclass(frozen=True, slots=True)
class Party:
    """A body as written, with the id of its entity and its range [start, end) in the text of the unit."""

    name: str
    id: str
    group: bool
    start: int
    end: int

    @staticmethod
    def of(agency: Agency) -> Party:
        """The party that a mention stands for."""
        name = agency.name or agency.text
        return Party(name, id_of(name, agency.key), agency.group, agency.start, agency.end)

    @staticmethod
    def unknown(text: str, start: int, end: int) -> Party:
        """A body that is no mention: the words at ``text[start:end]``."""
        name = text[start:end]
        return Party(name, id_of(name, None), False, start, end)


@dataclass(frozen=True, slots=True)
class Leads:
    """Who leads and who supports a piece of work, in the order of the text."""

    lead: tuple[Party, ...] = ()
    support: tuple[Party, ...] = ()


def names(parties: Iterable[Party]) -> list[str]:
    """Bodies as written, for ``lead`` and ``support``."""
    return [party.name for party in parties]


def ids(parties: Iterable[Party]) -> list[str | None]:
    """Entity ids, for ``lead_ids`` and ``support_ids``."""
    return [party.id for party in parties]


def halves(text: str, agencies: Sequence[Agency], start: int = 0, end: int | None = None) -> Leads:
    """The bodies of ``text[start:end]``, where who leads and who supports may stand in one list.

    "Bộ Y tế chủ trì, phối hợp với Bộ Tài chính" behind "Cơ quan thực hiện:" names one of each.
    """
    stop = len(text) if end is None else end
    turn = _PARTNERS.search(text, start, stop)
    if turn is None or not text[start : turn.start()].strip(_SPECKS):
        return Leads(lead=parties(text, agencies, start, stop))
    return Leads(parties(text, agencies, start, turn.start()), parties(text, agencies, turn.end(), stop))


def of_text(material: Material, unit: str, text: str) -> Leads:
    """Who leads and who supports according to running text: labelled lines first, else the sentence itself."""
    agencies = material.mentions.of(unit, Agency)
    labelled = of_labels(text, agencies)
    if labelled.lead or labelled.support:
        return labelled
    return of_sentence(text, agencies, material.mentions.of(unit, Action))


def parties(text: str, agencies: Sequence[Agency], start: int = 0, end: int | None = None) -> tuple[Party, ...]:
    """The bodies listed in ``text[start:end]``, at ";" and, where they are separate bodies, at ",".

    Known ones are given as mentioned, unknown ones as they stand between the marks. What follows a body without a
    mark ("Sở Nội vụ theo dõi, tổng hợp") is no part of its name, nor is a row of verbs.
    """
    stop = len(text) if end is None else end
    return tuple(
        party for left, right in _pieces(text, agencies, start, stop) for party in _listed(text, agencies, left, right)
    )


def _listed(text: str, agencies: Sequence[Agency], left: int, right: int) -> Iterator[Party]:
    """The bodies between two semicolons."""
    inside = [a for a in agencies if left <= a.start and a.end <= right]
    for low, high in _parts(text, inside, left, right):
        known = [a for a in inside if low <= a.start < high]
        if known and not text[low : known[0].start].strip(_SPECKS):
            others = [a for n, a in enumerate(known[1:]) if _follows(text, known[n], a)]
            if not others and _OF_A_PROGRAMME.search(known[0].text):
                # "Ban Điều hành Chương trình | hỗ trợ pháp lý cho doanh nghiệp": nothing else than the name stands here
                yield _unknown(text, low, high)
                continue
            yield from map(Party.of, (known[0], *others))
        elif _WORD.search(text, low, high) and not follows_subject(text, low):
            yield _unknown(text, low, high)


def _parts(text: str, inside: Sequence[Agency], left: int, right: int) -> Iterator[tuple[int, int]]:
    """Ranges between commas that stand in no name."""
    at = left
    for comma in re.finditer(",", text[left:right]):
        place = left + comma.start()
        if not any(a.start < place < a.end for a in inside):
            yield at, place
            at = place + 1
    yield at, right


def of_labels(text: str, agencies: Sequence[Agency]) -> Leads:
    """From "Đơn vị chủ trì: ...; Đơn vị phối hợp: ...; Thời gian: ..."; nothing where no such label stands."""
    labels = list(_LABEL.finditer(text))
    lead: list[Party] = []
    support: list[Party] = []
    for number, label in enumerate(labels):
        end = labels[number + 1].start() if number + 1 < len(labels) else len(text)
        if label.lastgroup == "support":
            support.extend(parties(text, agencies, label.end(), _closed(text, label.end(), end)))
        elif label.lastgroup == "lead":
            found = halves(text, agencies, label.end(), _closed(text, label.end(), end))
            lead.extend(found.lead)
            support.extend(found.support)
    return Leads(tuple(lead), tuple(support))


def of_sentence(text: str, agencies: Sequence[Agency], actions: Sequence[Action] = ()) -> Leads:
    """From the sentence: its subject or the body that work is given to leads, whoever stands behind "phối hợp với"
    supports."""
    support = partners(text, agencies, far=False)
    taken = {party.start for party in support}
    lead: list[Party] = []
    for number, agency in enumerate(agencies):
        if agency.start in taken or not given(text, agency):
            continue
        subject = row(text, agencies[number:])
        if _ASKED.search(text[: agency.start]) and not LEADS.match(text, subject[-1].end):
            continue
        end = subject[-1].end
        if follows_subject(text, end, actions) or behind_ground(text, end, actions) is not None:
            lead.extend(Party.of(a) for a in subject)
            break
    helping = _helping(text, agencies, taken | {party.start for party in lead}) if lead else ()
    return Leads(tuple(lead), (*support, *helping))


def _helping(text: str, agencies: Sequence[Agency], known: Container[int]) -> tuple[Party, ...]:
    """Those who "phối hợp" as the subject of a clause of their own: "Sở X chủ trì; các trường phối hợp tổ chức"."""
    found: list[Party] = []
    for number, agency in enumerate(agencies):
        one = row(text, agencies[number:])
        if (
            agency.start not in known
            and _NEXT_CLAUSE.search(text, max(0, agency.start - _FAR), agency.start)
            and _HELP.match(text, one[-1].end)
        ):
            found.extend(Party.of(a) for a in one if a.start not in {party.start for party in found})
    return tuple(found)


def partners(text: str, agencies: Sequence[Agency], *, far: bool = True) -> tuple[Party, ...]:
    """The bodies behind each "phối hợp với", as far as the list goes.

    With ``far`` False only where the words begin a clause: "... các hình thức phối hợp với các trường" names what is
    done, not who does it.
    """
    found: list[Party] = []
    for opening in _PARTNERS.finditer(text):
        if (not far and not _begins_clause(text, opening.start())) or _AGREEMENT.search(text, 0, opening.start()):
            continue
        behind = [a for a in agencies if a.start >= opening.end()]
        if behind and behind[0].start - opening.end() <= len("các cơ quan: "):
            between = text[opening.end() : behind[0].start]
            if not between.strip() or _BETWEEN.fullmatch(between):
                listed = row(text, behind)
                found.extend(Party.of(a) for a in listed)
                last = _LAST_IN_BRACKETS.match(text, listed[-1].end)
                if last and {last["noun"].lower(), last["noun"].split()[0].lower()} & BODY_NOUNS:
                    found.append(Party.unknown(text, *last.span("name")))
    return tuple(dict.fromkeys(found))


def _begins_clause(text: str, at: int) -> bool:
    clause = re.split(r"[.;:(]\s", text[:at])[-1]
    if _AFTER_COMMA.search(clause) and _WORKS_WITH.match(text, at):
        return True
    return len(clause.split()) <= _CLAUSE_OPENING or bool(re.search(r"chủ\s+trì\W*$", clause, re.IGNORECASE))


def _follows(text: str, before: Agency, agency: Agency) -> bool:
    """True if a separator stands right before ``agency``, whatever stands between it and the one before."""
    return bool(re.search(r"(?:[,;:/&]|\bvà|^)\s*$", text[before.end : agency.start]))


def follows_subject(text: str, end: int, actions: Iterable[Action] = ()) -> bool:
    """True if the words behind ``end`` are those that follow the subject of a duty: a verb (of the lexicon or of
    ``actions``), "có trách nhiệm"."""
    if _SUBJECT_AFTER.match(text, end) or any(_NOTHING.fullmatch(text, end, one.start) for one in actions):
        return True
    words = _TWO_WORDS.match(text, end)
    if words is not None and words.group(1).islower() and words.group(2)[0].isupper():
        # "thường | trực Ban Chỉ đạo": a name begins in the middle
        return words.group(1) in ONE_SYLLABLE
    return words is not None and (
        f"{words.group(1)} {words.group(2)}".lower() in VERBS or words.group(1) in ONE_SYLLABLE
    )


def behind_ground(text: str, end: int, actions: Iterable[Action] = ()) -> int | None:
    """Where the verb of a duty begins behind a clause of ground that follows the body: "Sở X | trên cơ sở Đề án được
    duyệt, | tiến hành ..."; None where no such clause or no verb stands there."""
    clause = _GROUND_BEHIND.match(text, end)
    if clause is None:
        return None
    actions = tuple(actions)
    ends = (found.end() for found in _GROUND_ENDS.finditer(text, end + 1, clause.end()))
    function = _FUNCTION_BEHIND.match(text, end)
    return next((at for at in ends if follows_subject(text, at, actions)), function.end() if function else None)


def begins(text: str, agency: Agency, offset: int = 0) -> bool:
    """True if the text begins with the body, alone or behind "Giao", "Đề nghị"; ``text`` was cut at ``offset``."""
    return agency.start >= offset and bool(_SUBJECT_BEFORE.match(text[: agency.start - offset]))


def given(text: str, agency: Agency) -> bool:
    """True if the sentence begins with the body or gives it work: "Sở X ...", "Giao Sở X ...", "do Sở X ..."."""
    before = text[: agency.start]
    assigned = _ASSIGNED.search(before) and not _PASSIVE.search(before)
    return bool(_SUBJECT_BEFORE.match(before) or assigned or _ASKED.search(before))


def row(text: str, agencies: Sequence[Agency]) -> list[Agency]:
    """The first agency and those that follow it with nothing but separators between."""
    found = [agencies[0]]
    for agency in agencies[1:]:
        if not _BETWEEN.fullmatch(text, found[-1].end, agency.start):
            break
        found.append(agency)
    return found


def _pieces(text: str, agencies: Sequence[Agency], start: int, end: int) -> list[tuple[int, int]]:
    """Parts between marks that separate bodies; marks inside a name ("Sở Văn hóa - TTDL") do not."""
    pieces: list[tuple[int, int]] = []
    at = start
    for mark in _SPLIT.finditer(text, start, end):
        if any(a.start < mark.end() and mark.start() < a.end for a in agencies):
            continue
        pieces.append((at, mark.start()))
        at = mark.end()
    pieces.append((at, end))
    return [(left, right) for left, right in pieces if text[left:right].strip(_SPECKS)]


def _closed(text: str, start: int, end: int) -> int:
    """End of a labelled list: before the dash of the next line and the final mark."""
    return start + len(text[start:end].rstrip(" .;-+•,("))


def _unknown(text: str, left: int, right: int) -> Party:
    raw = text[left:right]
    start = left + len(raw) - len(raw.lstrip(_SPECKS))
    name = raw.strip(_SPECKS)
    if ")" in name and "(" not in name:
        name = name.rstrip(")")
    return Party.unknown(text, start, start + len(name))
