"""Citations -> the documents that this one rests on or names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from pipeline.build.entities import id_of
from pipeline.build.material import Material
from pipeline.build.units import Unit, units
from pipeline.document import Flow
from pipeline.lexicon.fold import fold
from pipeline.mentions import Agency, Citation, Relation
from pipeline.plan import LegalBasis

# where one document is cited several times, the closest relation counts
_CLOSEST: tuple[Relation, ...] = ("replaces", "amends", "implements", "based_on", "mentions")
# the beginning may be lost under a seal: "(Kèm theo Kế hoạch tại Quyết định số 6/QĐ-UBND ...)"
_SAYS_ATTACHED = re.compile(r"^.{0,30}\bkèm\s+theo\b.{0,60}$", re.IGNORECASE | re.DOTALL)
_ATTACHED = re.compile(r"kèm\s+theo\s*$", re.IGNORECASE)


@dataclass(slots=True)
class _Cited:
    """All places that cite one document."""

    first: Citation
    places: list[tuple[Unit, Citation]] = field(default_factory=list)

    @property
    def issued_on(self) -> date | None:
        return next((c.issued_on for _, c in self.places if c.issued_on is not None), None)

    def takes(self, citation: Citation) -> bool:
        """True if ``citation`` may speak of the same document: its date is unknown or of the same year."""
        return self.issued_on is None or citation.issued_on is None or self.issued_on.year == citation.issued_on.year


def legal_bases(material: Material, own_number: str | None = None) -> list[LegalBasis]:
    """Each other document cited by number, once, in the order of first mention.

    Date and issuer come from the first mention that states them. Numbers are compared by their letters and digits
    ("26-NQ/TU" and "26/NQ-TU" are one document), years of issue keep yearly numbering apart. Other writings of the
    number or other dates of the same document stay in ``raw`` ("number_2", "issued_on_2"). ``own_number`` is the
    number of the document itself, as far as it is known ("/QĐ-UBND" where it is blank).
    """
    return [_published(material, cited) for cited in _gather(material, _tokens(own_number or ""))]


def _gather(material: Material, own: tuple[str, ...]) -> list[_Cited]:
    found: dict[tuple[str, ...], list[_Cited]] = {}
    order: list[_Cited] = []
    for unit, citation in _others(material, own):
        known = found.setdefault(_identity(citation), [])
        cited = next((c for c in known if c.takes(citation)), None)
        if cited is None:
            cited = _Cited(citation)
            known.append(cited)
            order.append(cited)
        cited.places.append((unit, citation))
    return _with_short_numbers(order)


def _with_short_numbers(order: Sequence[_Cited]) -> list[_Cited]:
    """Documents without those named by a bare number ("Nghị quyết số 57") where one in full can only be the same."""
    whole: list[_Cited] = []
    for cited in order:
        known = [one for one in order if _is_short_for(cited.first, one.first)]
        if len(known) == 1:
            known[0].places.extend(cited.places)
        else:
            whole.append(cited)
    return whole


def _is_short_for(short: Citation, whole: Citation) -> bool:
    bare, full = _tokens(short.number or ""), _tokens(whole.number or "")
    return len(bare) == 1 < len(full) and bare[0] == full[0] and short.type == whole.type


def _others(material: Material, own: tuple[str, ...]) -> Iterator[tuple[Unit, Citation]]:
    """Citations of other documents: not the number of this one, nor "ban hành kèm theo Kế hoạch số ..." in an annex."""
    for unit in units(material):
        for citation in material.mentions.of(unit.key, Citation):
            tokens = _tokens(citation.number or "")
            before_all = unit.flow.text[: citation.start]
            before = before_all[-20:]
            attached = (
                unit.block.zone in ("annex", "title")
                and (
                    _ATTACHED.search(before)
                    # the number of this document may still be blank: "/QĐ-TTg"
                    or (
                        tokens[1:] in (own, own[1:])
                        and (_names_itself(unit, citation) or _SAYS_ATTACHED.search(before_all))
                    )
                )
            )
            alone = len(unit.flow.text) < len(citation.text) + 20 or unit.block.zone == "letterhead"
            without_kind = alone and citation.text[0].isdigit()
            if tokens == own or attached or without_kind:
                continue
            yield unit, citation


def _names_itself(unit: Unit, citation: Citation) -> bool:
    """True for the line under the title of an annex that says what it is attached to: nothing else stands there."""
    rest = unit.flow.text[: citation.start] + unit.flow.text[citation.end :]
    return len(re.sub(r"[\W\d_]", "", rest)) < 40


def _identity(citation: Citation) -> tuple[str, ...]:
    tokens = _tokens(citation.number or "")
    return tokens if len(tokens) > 1 else (fold(citation.type or ""), *tokens)


@lru_cache(maxsize=4096)
def _tokens(number: str) -> tuple[str, ...]:
    """Digits and letters of a number without its marks and leading zeros."""
    return tuple(token.lstrip("0") or "0" for token in re.findall(r"\d+|[a-z]+", fold(number)))


def _published(material: Material, cited: _Cited) -> LegalBasis:
    citations = [citation for _, citation in cited.places]
    number = cited.first.number or ""
    issued_on = cited.issued_on
    issuer_at = next(((unit, c) for unit, c in cited.places if c.issuer), None)
    # a kind in words counts before the one that the symbol of the number stands for: resolutions have "QH15" too
    typed = [(unit, c) for unit, c in cited.places if c.type]
    type_at = next((place for place in typed if not place[1].text[0].isdigit()), typed[0] if typed else None)
    places = [(unit.flow, c.start, c.end) for unit, c in cited.places]
    if issuer_at is not None:
        places += _beside(*issuer_at, issuer_at[1].issuer or "")
    if type_at is not None:
        places += _beside(*type_at, type_at[1].type or "")
    return LegalBasis(
        id=material.ids.next("basis", number),
        evidence=[e for place in places for e in material.evidence(*place)],
        type=type_at[1].type if type_at else None,
        number=number,
        issued_on=issued_on.isoformat() if issued_on else None,
        issuer=issuer_at[1].issuer if issuer_at else None,
        issuer_id=_issuer_id(material, *issuer_at) if issuer_at else None,
        relation=min((c.relation for c in citations), key=_CLOSEST.index),
        raw=_raw(citations),
    )


def _beside(unit: Unit, citation: Citation, words: str) -> list[tuple[Flow, int, int]]:
    """Where ``words`` stand that a citation takes from its sentence ("UBND tỉnh ban hành Quyết định số 5/QĐ-UBND"),
    the nearest place; nothing where they are part of the citation or stand nowhere."""
    text = unit.flow.text
    if not words or fold(words) in fold(citation.text):
        return []
    pattern = r"\s+".join(map(re.escape, fold(words).split()))
    found = [match.span() for match in re.finditer(pattern, fold(text))]
    if not found:
        return []
    start, end = min(found, key=lambda at: max(at[0] - citation.end, citation.start - at[1]))
    return [(unit.flow, start, end)]


def _issuer_id(material: Material, unit: Unit, citation: Citation) -> str | None:
    issuer = citation.issuer or ""
    for agency in material.mentions.of(unit.key, Agency):
        if issuer.startswith(agency.text):
            return id_of(agency.name, agency.key)
    return id_of(issuer, None)


def _raw(citations: list[Citation]) -> dict[str, str]:
    """The words of the first mention, and what others write differently."""
    raw = {"text": citations[0].text}
    numbers = list(dict.fromkeys(c.number for c in citations if c.number))
    dates = list(dict.fromkeys(c.issued_on.isoformat() for c in citations if c.issued_on))
    for name, values in (("number", numbers), ("issued_on", dates)):
        for place, value in enumerate(values[1:], start=2):
            raw[f"{name}_{place}"] = value
    return raw
