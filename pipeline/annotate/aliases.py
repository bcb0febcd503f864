"""Short names that a document gives to bodies and documents: "... (sau đây gọi tắt là Ban Chỉ đạo)"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from pipeline.lexicon.fold import fold, slug
from pipeline.mentions import Agency, Citation, Mention

_DEFINED = re.compile(
    r"\(\s*(?:sau\s+đây\s+)?(?:được\s+)?(?:gọi|viết)(?:\s+(?:tắt|chung))?\s+là\s*:?\s*[“\"'‘]?\s*"
    r"(?P<short>[^()“”\"'‘’;]{2,80}?)\s*[”\"'’]?\s*\)",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\s*,?\s*")


@dataclass(frozen=True, slots=True)
class Alias:
    """``short`` stands for ``meant`` in the rest of the document."""

    short: str
    meant: Agency | Citation


def defined(text: str, found: Sequence[Mention]) -> Iterator[Alias]:
    """The short names that ``text`` gives to what is named in it.

    A document is known by its kind ("Quyết định số 5/QĐ-UBND ... (sau đây gọi là Quyết định 5)": the nearest decision
    before the brackets), a body by standing right before them. Short names of anything else are left to the reader.
    """
    for match in _DEFINED.finditer(text):
        short, at = match["short"], match.start()
        before = [one for one in found if one.end <= at]
        cited = [c for c in before if isinstance(c, Citation) and c.type and fold(short).startswith(fold(c.type))]
        bodies = [a for a in before if isinstance(a, Agency) and _BETWEEN.fullmatch(text, a.end, at)]
        if cited:
            yield Alias(short, cited[-1])
        elif bodies and short != bodies[-1].text:
            yield Alias(short, bodies[-1])


def resolved(
    texts: Mapping[str, str], found: Mapping[str, tuple[Mention, ...]], known: Sequence[Alias]
) -> dict[str, tuple[Mention, ...]]:
    """``found`` with what the texts call by its short name; words that belong to a longer name stay what they are.

    ``texts`` and ``found`` by unit.
    """
    if not known:
        return dict(found)
    by_name = {alias.short: alias for alias in reversed(known)}  # the first one given counts
    names = sorted(by_name, key=len, reverse=True)
    pattern = re.compile(rf"(?<![\w/-])(?:{'|'.join(map(_pattern, names))})(?![\w/]|-\w)")
    result: dict[str, tuple[Mention, ...]] = {}
    for unit, text in texts.items():
        matches = list(pattern.finditer(text))
        places = {match.span() for match in matches}
        # words after "phối hợp với" that no lexicon knew may be just the short name
        there = tuple(one for one in found.get(unit, ()) if not (_unknown(one) and (one.start, one.end) in places))
        taken = [one for one in there if isinstance(one, (Agency, Citation))]
        more = [
            _mention(by_name[" ".join(match.group().split())], unit, match)
            for match in matches
            if not any(one.start < match.end() and match.start() < one.end for one in taken)
        ]
        if there or more:
            result[unit] = tuple(sorted((*there, *more), key=lambda one: (one.start, one.end, type(one).__name__)))
    return result


def _unknown(one: Mention) -> bool:
    return isinstance(one, Agency) and (one.key is None or one.key.startswith("group:"))


def _pattern(short: str) -> str:
    return r"\s+".join(map(re.escape, short.split()))


def _mention(alias: Alias, unit: str, match: re.Match[str]) -> Mention:
    start, end, text = match.start(), match.end(), match.group()
    meant = alias.meant
    if isinstance(meant, Citation):
        return replace(meant, unit=unit, start=start, end=end, text=text, relation="mentions")
    # a body outside the lexicon is known by its full name
    key = meant.key if meant.key is not None else f"other:{slug(meant.name)}"
    return replace(meant, unit=unit, start=start, end=end, text=text, name=alias.short, key=key)
