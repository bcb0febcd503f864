"""Heading or item? A heading is a title whose content follows below; an item is itself the content.

"1. Sở Nội vụ: Chủ trì ..." is both: a title and, after the colon, its first paragraph.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.lexicon.numbering import CAPITALS
from pipeline.lexicon.roles import LEAD_LABELS, OTHER_LABELS, SUPPORT_LABELS
from pipeline.lexicon.sections import MEASURE_STARTS, NOT_MEASURES, NOT_NAMES, names_body
from pipeline.lexicon.words import starts_with

TITLE_LENGTH = 330
RUN_IN_LENGTH = 170
SHORT_TITLE = 60
ARTICLE_TITLE_WORDS = 8
SENTENCE_WORDS = 12

_ANY_COLON = re.compile(r":\s*(?=\S)")
_LABEL = re.compile(rf"(?:{LEAD_LABELS}|{SUPPORT_LABELS}|{OTHER_LABELS})\s*:", re.IGNORECASE)
_SENTENCE_END = re.compile(rf"(?<![A-ZĐ])[.!?]\s+[{CAPITALS}]")
_COLON = re.compile(rf":\s+(?=[{CAPITALS}“\"(])|:\s*(?=[-+–]\s)")
_CARRIED_OUT = re.compile(r"\btrách\s+nhiệm\s+(?:tổ\s+chức\s+)?thi\s+hành\s+.{0,60}$", re.IGNORECASE)
# "a)", "(1)": points are long more often than they are titles
_POINTS = ("letter", "bracket", "bracket_letter", "bracket_arabic")
_LIST_INSIDE = re.compile(r"[;:]\s|\d\s*(?:%|‰)")


@dataclass(frozen=True, slots=True)
class Title:
    """Is it a heading, and where in the text does its own title end (None: the whole text is the title)."""

    heading: bool
    split: int | None = None
    why: str = ""


def is_title(text: str) -> bool:
    """True if the words can be a title: one sentence, not too long."""
    words = text.strip()
    return 0 < len(words) <= TITLE_LENGTH and not _SENTENCE_END.search(words.rstrip(" .:;"))


def is_label(text: str) -> bool:
    """True for a line that says who, with whom or by when of the work above it ("Thời gian hoàn thành: ...")."""
    return bool(_LABEL.match(text))


def run_in(text: str, top: bool, sure: bool = False) -> int | None:
    """Offset where the paragraph after a run-in title begins ("Sở Nội vụ: |Chủ trì ..."); None if there is none.

    ``top``: the marker is one of headings (Roman, capital, article ...), whose titles need not name a body.
    ``sure``: the sisters are headings, so that the text may begin with a small letter and be short.
    """
    found = (_ANY_COLON if sure else _COLON).search(text, 0, RUN_IN_LENGTH + 2)
    if found is None and top:
        # "1. Sở Nội vụ: chủ trì ...": behind the name of a body a small letter may follow
        found = _ANY_COLON.search(text, 0, RUN_IN_LENGTH + 2)
        named = found is not None and names_body(text[: found.start()]) and not starts_with(text, NOT_NAMES)
        found = found if named else None
    if found is None:
        return None
    title, rest = text[: found.start()], text[found.end() :]
    if (
        len(rest) < (1 if sure else 15)
        or not is_title(title)
        or (starts_with(title, MEASURE_STARTS) and not starts_with(title, NOT_MEASURES))
    ):
        return None
    short = len(title) <= (SHORT_TITLE if top else SHORT_TITLE - 20)
    return found.end() if names_body(title) or short else None


def lists_names(text: str) -> bool:
    """True if the words after the colon are names that belong to the title ("UBND các phường: Ba Đình, Cửa Nam")."""
    rest = text.partition(":")[2].split()
    return bool(rest) and sum(word[0].isupper() for word in rest) >= 0.6 * len(rest)


def is_sentence(text: str) -> bool:
    """True for a long row of words with a full stop: "3. Vụ X phối hợp với ... bố trí kinh phí." is no title."""
    return text.rstrip().endswith((".", ";")) and len(text.split()) >= SENTENCE_WORDS


def decide(text: str, style: str, content: bool, labels: bool, bold: bool, marked: bool = True) -> Title:
    """Heading or item, for a marked paragraph.

    ``content``: something follows that belongs to it; ``labels``: but only labels ("Đơn vị chủ trì: ..."); ``marked``:
    what follows has markers of its own, so that a sentence that gives a body work can stand above it.
    """
    if style in ("dash", "plus", "lead") or style.startswith("bullet"):
        return Title(False, why="a dash is an item")
    if style in ("caps", "bold"):
        return Title(True, why="set as a title, without number")
    if style == "article":
        return _article(text, content)
    top = style in ("part", "chapter", "section", "capital", "roman")
    whole = content and is_title(text) and (text.rstrip().endswith(":") or lists_names(text))
    split = None if whole else run_in(text, top or style == "arabic")
    if split is not None:
        return Title(True, split, "title up to the colon, text after it")
    if top and len(text) <= 2 * TITLE_LENGTH:
        return Title(True, why="numbered as a main heading")
    if content and is_title(text) and (marked or not (is_sentence(text) and (style in _POINTS or names_body(text)))):
        return Title(True, why="a title with its content below")
    if labels and len(text) <= SHORT_TITLE and not text.rstrip().endswith((".", ";")):
        return Title(True, why="a short title with labels below")
    if bold and is_title(text):
        return Title(True, why="a bold title")
    return Title(False, why="its own words are the content")


def _article(text: str, content: bool) -> Title:
    sentence = text.rstrip().endswith(".") and len(text.split()) > ARTICLE_TITLE_WORDS
    if content and is_title(text) and not sentence:
        return Title(True, why="an article with its content below")
    if _CARRIED_OUT.search(text):
        return Title(False, why="who carries the decision out")
    split = run_in(text, True)
    return Title(True, split, "an article's title up to the colon") if split else Title(False, why="an article's text")
