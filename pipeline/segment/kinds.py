"""What a top section is about: by the words of its title, else by what stands in it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pipeline.lexicon.sections import ROLE_WORDS, TITLE_WORDS, names_body
from pipeline.lexicon.words import bare, plain
from pipeline.outline import Kind

_TITLE_WORDS = tuple((kind, weight, tuple(bare(word) for word in words)) for kind, weight, words in TITLE_WORDS)
_ROLES = tuple(plain(words) for words in ROLE_WORDS)
_PERCENT = re.compile(r"\d\s*(?:%|‰)")


def kind_of_title(title: str) -> Kind | None:
    """What the words of a title say; None if they say nothing.

    >>> kind_of_title("MỤC ĐÍCH, YÊU CẦU")
    'purpose'
    """
    words = bare(title)
    best: tuple[int, int, Kind] | None = None
    for kind, weight, phrases in _TITLE_WORDS:
        for phrase in phrases:
            at = words.find(phrase)
            if at >= 0 and (best is None or (-weight, at) < best[:2]):
                best = (-weight, at, kind)
    return best[2] if best else None


def gives_role(text: str) -> bool:
    """True if ``text`` says who leads or supports: a sentence about work, no bare name of a body."""
    words = plain(text)
    return any(role in words for role in _ROLES)


def kind_of_content(texts: Iterable[str]) -> Kind:
    """What the headings and items of a section are about where its title does not tell."""
    found = list(texts)
    if not found:
        return "other"
    if sum(map(names_body, found)) * 2 > len(found):
        return "organisation"
    if sum(1 for text in found if _PERCENT.search(text)) * 2 > len(found):
        return "goals"
    return "other"
