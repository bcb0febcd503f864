"""Other documents that this one cites: dates, numbers, issuers."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from pipeline.lexicon.fold import fold
from pipeline.lexicon.symbols import ISSUER_OF_SYMBOL
from pipeline.plan import Evidence, LegalBasis
from pipeline.validate.findings import presence
from pipeline.validate.findings.model import Case, Family, Found, Rule
from pipeline.validate.findings.wording import day, short

# Decree 30/2020/NĐ-CP, annex I, II.6: a law is cited by its name alone
_BY_NAME = re.compile(r"luật|pháp lệnh|hiến pháp|bộ luật", re.IGNORECASE)
_LETTERS = r"[A-ZĐƯ][A-ZĐƯa-z]*"
_NUMBER = (
    rf"(?P<number>\d{{1,5}}(?:/\d{{4}})?\s?[/-]\s?{_LETTERS}(?:\d{{1,2}})?(?:\s?[-–/]\s?{_LETTERS}(?:\d{{1,2}})?)*)"
)
_DATE = r"ngày\s+(?P<day>\d{1,2})\s*(?:[/.-]|tháng)\s*(?P<month>\d{1,2})\s*(?:[/.-]|năm)\s*(?P<year>(?:19|20)\d\d)"
_DATED = re.compile(r"ngày\s+\d|năm\s+\d{4}", re.IGNORECASE)
# characters after a number within which its date may stand ("... của Chính phủ ngày ...")
_NEAR = 40
_SIGNS = re.compile(r"[-/]")
_CITED = re.compile(rf"{_NUMBER}(?:\s*,?\s*{_DATE})?")


@dataclass(frozen=True, slots=True)
class _Cited:
    """One citation in the text: number with spaces closed up, its date, its place."""

    number: str
    issued: date | None
    evidence: list[Evidence]


def _all(case: Case) -> list[_Cited]:
    found = []
    for match, block in case.matches(_CITED, case.outline.blocks):
        if block.role == "furniture":
            continue
        number = re.sub(r"\s+", "", match.group("number")).replace("–", "-")
        found.append(_Cited(number, _date(match), case.at(block, match.start(), match.end())))
    return found


def _date(match: re.Match[str]) -> date | None:
    if match.group("day") is None:
        return None
    try:
        return date(int(match.group("year")), int(match.group("month")), int(match.group("day")))
    except ValueError:
        return None


def _bases(case: Case) -> Iterator[LegalBasis]:
    """Cited documents, this one itself left out."""
    own = _key(case.plan.document.number or "")
    return (basis for basis in case.plan.legal_bases if _key(basis.number) != own)


def _key(number: str) -> str:
    """Only letters and digits, to find one number written in two ways."""
    return re.sub(r"\W", "", fold(number))


def _named(basis: LegalBasis) -> str:
    return f"{basis.type} số {basis.number}" if basis.type else basis.number


def after_issue(case: Case) -> Iterator[Found]:
    """A document is cited that is younger than this one."""
    issued = case.plan.document.issued_on
    end = min(presence.other_documents(case), default=len(case.document.text))
    for basis in _bases(case):
        if basis.evidence and basis.evidence[0].span[0] >= end:
            continue
        if issued and basis.issued_on and basis.issued_on > issued:
            words = {"cited": _named(basis), "date": day(basis.issued_on), "issued": day(issued)}
            places = [*basis.evidence[:1], *case.plan.document.evidence.get("issued_on", [])]
            yield Found(words, [basis.id], places)


def _dates(case: Case) -> dict[str, dict[date, _Cited]]:
    """The dates given for each number, with the first place of each; the own number left out."""
    by_number: dict[str, dict[date, _Cited]] = defaultdict(dict)
    own = _key(case.plan.document.number or "")
    for cited in case.once(_all):
        if cited.issued is not None and _key(cited.number) != own:
            by_number[cited.number].setdefault(cited.issued, cited)
    return by_number


def two_dates(case: Case) -> Iterator[Found]:
    """One number is cited with two dates of one year, or carries the year itself."""
    for number, dates in _dates(case).items():
        if len(dates) > 1 and not _two_documents(number, dates):
            yield _dated(case, number, dates)


def same_number(case: Case) -> Iterator[Found]:
    """One number is cited with dates of two years: two documents, since numbers begin anew, or a wrong date."""
    for number, dates in _dates(case).items():
        if len(dates) > 1 and _two_documents(number, dates):
            yield _dated(case, number, dates)


def _two_documents(number: str, dates: dict[date, _Cited]) -> bool:
    # "123/2015/NĐ-CP" is unique for ever, "50/NQ-CP" only within its year
    return len({d.year for d in dates}) == len(dates) and not re.search(r"/\d{4}/", number)


def _dated(case: Case, number: str, dates: dict[date, _Cited]) -> Found:
    words = {"number": number, "dates": ", ".join(day(d.isoformat()) for d in dates)}
    places = [place for cited in dates.values() for place in cited.evidence]
    return Found(words, [b.id for b in case.plan.legal_bases if _key(b.number) == _key(number)], places)


def two_ways(case: Case) -> Iterator[Found]:
    """One number is written with its stroke and hyphen in two ways."""
    by_key: dict[str, dict[str, _Cited]] = defaultdict(dict)
    for cited in case.once(_all):
        # letters that differ by a mark are a reader's slip, and a hyphen may be lost where a line breaks
        shape = f"{_key(cited.number)} {len(re.findall(_SIGNS, cited.number))}"
        by_key[shape].setdefault(fold(cited.number), cited)
    for shape, ways in by_key.items():
        key = shape.split()[0]
        if len(ways) > 1:
            words = {"ways": ", ".join(f"“{way.number}”" for way in ways.values())}
            places = [place for cited in ways.values() for place in cited.evidence]
            yield Found(words, [b.id for b in case.plan.legal_bases if _key(b.number) == key], places)


def without_date(case: Case) -> Iterator[Found]:
    """Documents are cited by number, and nowhere with their date; one finding for all of them."""
    dated = {_key(cited.number) for cited in case.once(_all) if cited.issued is not None}
    bare = [
        basis
        for basis in _bases(case)
        if basis.issued_on is None
        and not _BY_NAME.match(basis.type or "")
        and _key(basis.number) not in dated
        and not any(_date_follows(case, place) for place in basis.evidence)
        and not _short_form(case, basis)
    ]
    if bare:
        words = {"cited": "; ".join(_named(basis) for basis in bare), "count": str(len(bare))}
        yield Found(words, [b.id for b in bare], [place for b in bare for place in b.evidence[:1]])


def _short_form(case: Case, basis: LegalBasis) -> bool:
    """True for "Nghị quyết số 13" where "13-NQ/TW" is cited too."""
    number = basis.number.strip()
    return number.isdigit() and any(c.number.startswith((f"{number}/", f"{number}-")) for c in case.once(_all))


def _date_follows(case: Case, place: Evidence) -> bool:
    """True if a date stands just after the words that were taken for the citation."""
    return bool(_DATED.search(case.document.text[place.span[0] : place.span[1] + _NEAR]))


def other_issuer(case: Case) -> Iterator[Found]:
    """The letters of the number belong to another issuer than the one named."""
    for basis in _bases(case):
        symbol = re.split(r"[-/]", basis.number)[-1].strip()
        expected = ISSUER_OF_SYMBOL.get(symbol)
        # "Tờ trình ... trình Hội đồng nhân dân": the body named may be the one it goes to
        if basis.type == "Tờ trình":
            continue
        named = basis.issuer and _named_after(case, basis)
        if expected and basis.issuer and named and not re.search(fold(expected), fold(basis.issuer)):
            words = {"cited": _named(basis), "issuer": short(basis.issuer, 60), "symbol": symbol}
            yield Found(words, [basis.id], basis.evidence[:1])


def _named_after(case: Case, basis: LegalBasis) -> bool:
    """True if the issuer is named just after the number or its date: "... ngày 5/1/2024 của Cục Dân số"."""
    issuer = re.escape(" ".join((basis.issuer or "").split()[:2]))
    after = "".join(case.document.text[p.span[1] : p.span[1] + 3 * _NEAR] for p in basis.evidence[:1])
    quotes = "".join(p.quote for p in basis.evidence[:1])
    return bool(re.match(rf"[^.;()]{{0,30}}của\s+{issuer}", after) or re.search(rf"của\s+{issuer}", quotes))


FAMILY = Family(
    "Văn bản viện dẫn",
    "Cited documents",
    {
        "cited-after-issue": Rule(
            "warning",
            after_issue,
            "{cited} ngày {date} được viện dẫn nhưng ban hành sau văn bản này ({issued}).",
            "{cited} of {date} is cited, but it is younger than this document ({issued}).",
            "A cited document is dated after the date of issue.",
            doubtful=True,
        ),
        "cited-two-dates": Rule(
            "warning",
            two_dates,
            "Văn bản số {number} được viện dẫn với nhiều ngày khác nhau: {dates}.",
            "Document {number} is cited with different dates: {dates}.",
            "One number, more than one date in one year, or more than one year where the number carries it.",
            doubtful=True,
        ),
        "cited-same-number": Rule(
            "info",
            same_number,
            "Số {number} được viện dẫn với ngày của nhiều năm: {dates}; có thể là hai văn bản khác nhau.",
            "The number {number} is cited with dates of different years: {dates}; these may be two documents.",
            "Numbers begin anew each year, so that two documents may share one; readers are warned.",
        ),
        "cited-two-ways": Rule(
            "info",
            two_ways,
            "Một số, ký hiệu được viết theo nhiều cách: {ways}.",
            "One document number is written in more than one way: {ways}.",
            "The same letters and digits with strokes and hyphens in other places.",
            "Decree 30/2020/NĐ-CP, annex I, II.3",
        ),
        "cited-without-date": Rule(
            "info",
            without_date,
            "{count} văn bản được viện dẫn không ghi ngày, tháng, năm ban hành: {cited}.",
            "Documents cited without their date ({count}): {cited}.",
            "The first citation has to give the date; laws and ordinances are cited by name alone.",
            "Decree 30/2020/NĐ-CP, annex I, II.6",
        ),
        "cited-issuer": Rule(
            "info",
            other_issuer,
            "{cited}: ký hiệu “{symbol}” không phù hợp với cơ quan ban hành được nêu là “{issuer}”.",
            "{cited}: the symbol “{symbol}” does not fit the issuer “{issuer}”.",
            "Only for symbols whose issuer is certain (see pipeline/lexicon/symbols.py).",
            "Decree 30/2020/NĐ-CP, annex III",
        ),
    },
)
