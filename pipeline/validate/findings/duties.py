"""Who is given work: leads and deadlines that are missing, bodies that are not told."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from pipeline.lexicon.fold import fold
from pipeline.lexicon.recipients import ALL_BODIES, GROUP_COVERS
from pipeline.plan import Goal, Responsibility, Task
from pipeline.validate.findings import places
from pipeline.validate.findings.model import Case, Family, Found, Rule
from pipeline.validate.findings.wording import plain, short

_ENOUGH = 4
# so many of the siblings must have what one lacks
_MOST = 0.8
_FEW = 0.5
_COLLECTIVE = re.compile(
    r"^(?:đề nghị\s+)?(?:các|những|toàn bộ|thủ trưởng|người đứng đầu|chủ tịch|trưởng|cơ quan|đơn vị|tổ chức|cá nhân|"
    r"doanh nghiệp|địa phương|bộ trưởng)\b",
    re.IGNORECASE,
)
_LISTED = re.compile(r"\bcac (?:so|phong|ban|bo|co quan)\s*:")
_POLITE = re.compile(r"^(?:đề nghị|giao|yêu cầu)\s+", re.IGNORECASE)


def _siblings(case: Case) -> Iterator[list[Task | Goal]]:
    """Work of one section, and targets of one annex: what should be filled in alike."""
    groups: dict[str, list[Task | Goal]] = defaultdict(list)
    for task in case.plan.tasks:
        groups[f"task {task.section_id or task.section}"].append(task)
    for goal in case.plan.goals:
        if goal.annex is not None and goal.measured:
            groups[f"goal {goal.annex.annex}"].append(goal)
    yield from groups.values()


def without_lead(case: Case) -> Iterator[Found]:
    """An item names no lead where nearly all of its siblings do."""
    for group in _siblings(case):
        if _mostly([bool(item.lead) for item in group]):
            yield from (_of(item) for item in group if not item.lead and not _heads_others(item))


def without_deadline(case: Case) -> Iterator[Found]:
    """A task has no deadline where nearly all of its siblings have one."""
    for group in _siblings(case):
        tasks = [item for item in group if isinstance(item, Task)]
        if _mostly([task.deadline is not None for task in tasks]):
            yield from (_of(task) for task in tasks if task.deadline is None and task.lead and task.text[:1].isupper())


def _heads_others(item: Task | Goal) -> bool:
    """True for a row in which nothing else is filled in either: it heads the rows below it, or goes on from above."""
    if isinstance(item, Goal):
        return False
    return (item.due is None and not item.support) or not item.text[:1].isupper()


def _mostly(filled: Sequence[bool]) -> bool:
    return len(filled) >= _ENOUGH and _MOST * len(filled) <= sum(filled) < len(filled)


def _of(item: Task | Goal) -> Found:
    text = item.name if isinstance(item, Goal) else item.text
    return Found({"text": short(text), "section": item.section}, [item.id], item.evidence[:1])


def not_told(case: Case) -> Iterator[Found]:
    """A body has duties of its own and is not among the recipients, by name or in a group."""
    recipients = case.plan.document.recipients
    if not recipients or any(_tells_all(name) for name in recipients):
        return
    own = plain(case.plan.document.issuer or "")
    for name, duties in _by_agency(case).items():
        if _COLLECTIVE.match(name) or plain(name) == own or any(_tells(r, name, own) for r in recipients):
            continue
        yield Found({"agency": name}, [d.id for d in duties], duties[0].evidence[:1])


def _tells_all(recipient: str) -> bool:
    text = recipient.casefold()
    # "Như Điều 3", however a reader saw the second word
    return plain(recipient).startswith("nhu ") or any(words in text for words in ALL_BODIES)


def _tells(recipient: str, agency: str, issuer: str) -> bool:
    """True if a recipient names the agency or a group that it belongs to; the archive line names only offices."""
    text, name = plain(recipient), plain(agency)
    if name in text or (len(text.split()) > 2 and text in name):
        return True
    place = next(
        (issuer[i:] for i in range(len(issuer)) if issuer[i:].startswith(("tinh ", "thanh pho ", "huyen "))), ""
    )
    if place and name.replace(place, "").strip() in text:
        return True
    if _initials(agency) and _initials(agency) in fold(recipient).replace(" ", "").replace("-", ""):
        return True
    # without marks: a reader's "Ửy ban" is still a people's committee
    lower = fold(recipient)
    if "luu" in lower.split(":")[0]:
        return False
    if _LISTED.search(lower):
        # "Các sở: Nội vụ, Tài chính" names its members, and those were not found above
        return " ".join(name.split()[1:]) in text
    return any(
        fold(agency).startswith(tuple(fold(head) for head in heads))
        for pattern, heads in GROUP_COVERS
        if re.search(fold(pattern), lower)
    )


def _initials(agency: str) -> str:
    """ "Phòng Giáo dục và Đào tạo" -> "pgddt": how the archive line and short recipients name bodies."""
    words = [word for word in plain(agency).split() if word not in ("va", "cua")]
    return "".join(word[0] for word in words) if len(words) > 3 else ""


def _by_agency(case: Case) -> dict[str, list[Responsibility]]:
    found: dict[str, list[Responsibility]] = defaultdict(list)
    for duty in case.plan.responsibilities:
        found[_POLITE.sub("", duty.agency)].append(duty)
    return found


def lead_without_duty(case: Case) -> Iterator[Found]:
    """A body leads rows of an annex, and the part on organisation gives it no duty."""
    duties = {duty.agency_id or plain(duty.agency) for duty in case.plan.responsibilities}
    if len(duties) < _ENOUGH:
        return
    named = plain(" ".join(d.text + " " + d.agency for d in case.plan.responsibilities))
    leads: dict[str, tuple[str, list[Goal]]] = {}
    single: set[str] = set()
    for item in (goal for goal in case.plan.goals if goal.in_annex):
        for name, key in zip_longest(item.lead, item.lead_ids[: len(item.lead)]):
            if _COLLECTIVE.match(name) or " các " in f" {name} ":
                continue
            single.add(key or plain(name))
            if (key or plain(name)) not in duties and plain(name) not in named:
                leads.setdefault(key or plain(name), (name, []))[1].append(item)
    # where few of the leads have duties, the document does not give them one by one
    for name, items in leads.values() if len(leads) <= _FEW * len(single) else ():
        cells = [place for goal in items for place in places.cells(case, goal, (name,))]
        yield Found({"agency": name, "count": str(len(items))}, [i.id for i in items], cells or items[0].evidence[-1:])


def two_headings(case: Case) -> Iterator[Found]:
    """One body is given duties under two headings of its own."""
    sections: dict[str, dict[str, Responsibility]] = defaultdict(dict)
    for duty in case.plan.responsibilities:
        if _COLLECTIVE.match(duty.agency):
            continue
        title = next((s.title for s in case.plan.sections if s.id == duty.section_id), "")
        if plain(_POLITE.sub("", duty.agency)) and plain(_POLITE.sub("", duty.agency)) in plain(title):
            sections[duty.agency_id or plain(duty.agency)].setdefault(duty.section_id or duty.section, duty)
    for found in sections.values():
        if len(found) > 1:
            duties = list(found.values())
            words = {"agency": duties[0].agency, "sections": ", ".join(d.section for d in duties)}
            yield Found(words, [d.id for d in duties], [place for d in duties for place in d.evidence[:1]])


def two_parts(case: Case) -> Iterator[Found]:
    """Two top headings deal with organisation."""
    named = [s for s in case.plan.sections if s.level == 1 and s.role == "heading"]
    found = [s for s in named if "to chuc thuc hien" in plain(s.title)]
    if len(found) > 1:
        words = {"titles": "; ".join(f"“{s.label}. {short(s.title, 60)}”" for s in found)}
        yield Found(words, [s.id for s in found], [place for s in found for place in s.evidence[:1]])


FAMILY = Family(
    "Phân công",
    "Who does what",
    {
        "no-lead": Rule(
            "warning",
            without_lead,
            "Mục {section}: “{text}” không nêu đơn vị chủ trì, trong khi các nội dung cùng mục đều có.",
            "Section {section}: “{text}” names no lead, though its neighbours do.",
            "At least four items of one section or annex, four fifths of which name a lead.",
        ),
        "no-deadline": Rule(
            "info",
            without_deadline,
            "Mục {section}: “{text}” không nêu thời hạn, trong khi các nội dung cùng mục đều có.",
            "Section {section}: “{text}” has no deadline, though its neighbours have.",
            "At least four tasks of one section, four fifths of which have a deadline.",
        ),
        "not-a-recipient": Rule(
            "info",
            not_told,
            "“{agency}” được giao nhiệm vụ nhưng không có trong Nơi nhận.",
            "“{agency}” is given duties, but is not among the recipients.",
            "Bodies named singly; groups of recipients count for their members (pipeline/lexicon/recipients.py), and "
            "“Như trên” for everybody.",
            "Decree 30/2020/NĐ-CP, annex I, II.9",
        ),
        "lead-without-duty": Rule(
            "info",
            lead_without_duty,
            "“{agency}” chủ trì {count} chỉ tiêu trong phụ lục nhưng phần tổ chức thực hiện không giao nhiệm vụ riêng.",
            "“{agency}” leads {count} targets of the annex, but the part on organisation gives it no duty of its own.",
            "Bodies named singly that lead rows of an annex of targets, in documents with duties for four bodies.",
        ),
        "two-parts": Rule(
            "info",
            two_parts,
            "Có nhiều phần cùng nói về tổ chức thực hiện: {titles}.",
            "More than one part deals with organisation: {titles}.",
            "“Tổ chức thực hiện” in the titles of two top headings.",
        ),
        "two-headings": Rule(
            "info",
            two_headings,
            "“{agency}” được giao nhiệm vụ ở nhiều đề mục: {sections}.",
            "“{agency}” is given duties under several headings: {sections}.",
            "One body in the titles of two headings of the part on organisation.",
        ),
    },
)
