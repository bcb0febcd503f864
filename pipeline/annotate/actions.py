"""The verb that heads a piece of work, and what it is done to: "Tiếp tục rà soát | mạng lưới trường, lớp"."""

from __future__ import annotations

import re

from pipeline.annotate.tokens import tokens
from pipeline.lexicon.roles import ADDRESSING, OPENING_CLAUSE
from pipeline.lexicon.verbs import ADVERBS, LIGHT_VERBS, NO_VERBS, VERBS
from pipeline.mentions import Action, Agency

_WORD = re.compile(r"[^\W\d_]+")
_CLAUSE = re.compile(rf"\s*(?:{OPENING_CLAUSE})\b[^,;.]*,\s*", re.IGNORECASE)
_ADDRESSING = re.compile(rf"\s*(?:{ADDRESSING})\s+", re.IGNORECASE)
_OBJECT_ENDS = re.compile(r"\s*(?:[;.:]|$|\b(?:nhằm|để|trong đó|đảm bảo|bảo đảm|theo|trước ngày)\b)", re.IGNORECASE)
_ANOTHER_VERB = re.compile(r"\s*(?:,|và|;|,\s*và)\s*")
_NO_VERB = re.compile(rf"(?:{NO_VERBS})(?!\w)", re.IGNORECASE)
_WINDOW = 60
_SENTENCE = 40


def find(text: str, agencies: list[Agency], unit: str = "") -> list[Action]:
    """The action that ``text`` opens with, at most one.

    Adverbs and coordinated verbs belong to it ("Chủ động rà soát, bổ sung"), as does the verb behind one that says
    little by itself ("Thực hiện rà soát").
    """
    start = _opening(text, agencies)
    end = _verb_end(text, start)
    if end is None:
        return []
    stop = _OBJECT_ENDS.search(text, end)
    thing = text[end : stop.start() if stop else len(text)].strip(" ,")
    return [Action(unit, start, end, text[start:end], thing or None)]


def _opening(text: str, agencies: list[Agency]) -> int:
    """Where the sentence begins behind its ground ("Căn cứ ...,") and its subject ("Sở Y tế ...")."""
    at = 0
    while clause := _CLAUSE.match(text, at):
        at = clause.end()
    addressed = _ADDRESSING.match(text, at)
    subject = addressed.end() if addressed else at
    for agency in agencies:
        if agency.start == subject or not text[subject : agency.start].strip(" ,;và"):
            subject = at = agency.end
    return at + len(text[at:]) - len(text[at:].lstrip(' ,:-–(“"'))


def _verb_end(text: str, start: int) -> int | None:
    """End of the verbs that begin at ``start``; None if no verb stands there."""
    end: int | None = None
    verbs = False
    at = start
    while (word := _one_verb(text, at)) is not None:
        end = word
        joined = _ANOTHER_VERB.match(text, word)
        after = joined.end() if joined else word + len(text[word:]) - len(text[word:].lstrip(" "))
        verbs = verbs or text[at:word].lower() in VERBS
        if joined is None and text[at:word].lower() not in ADVERBS | LIGHT_VERBS:
            break
        at = after
    return end if verbs else _tagged_verb_end(text, start)


def _one_verb(text: str, at: int) -> int | None:
    """End of a verb or adverb of the lexicon at ``at``, the longest first."""
    words = []
    position = at
    for _ in range(3):
        word = _WORD.match(text, position)
        if word is None:
            break
        words.append(word.end())
        position = word.end() + 1 if text[word.end() : word.end() + 1] == " " else len(text)
    for end in reversed(words):
        found = text[at:end].lower()
        if found in VERBS or found in ADVERBS:
            # "giao lưu" does not begin with the verb "giao": single syllables only where they are a word
            return end if " " in found or found in ADVERBS or _is_word(text, at, end) else None
    return None


def _is_word(text: str, at: int, end: int) -> bool:
    first = next(iter(tokens(text[at : at + _WINDOW])), None)
    return first is not None and at + first.end == end


def _tagged_verb_end(text: str, start: int) -> int | None:
    """For verbs outside the lexicon: the first word of a sentence, if it is tagged as a verb; titles and cells of a few
    words are not worth the question."""
    if len(text) - start < _SENTENCE or _NO_VERB.match(text, start):
        return None
    first = next(iter(tokens(text[start : start + _WINDOW])), None)
    if first is None or first.tag != "V" or first.start > 0:
        return None
    return start + first.end
