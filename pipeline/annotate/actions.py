"""The verb that heads a piece of work, and what it is done to: "Tiếp tục rà soát | mạng lưới trường, lớp"."""

from __future__ import annotations

import re

from pipeline.annotate.tokens import tokens
from pipeline.lexicon.roles import ADDRESSING, OPENING_CLAUSE
from pipeline.lexicon.verbs import ADVERBS, LIGHT_VERBS, NO_VERBS, VERBS
from pipeline.mentions import Action, Agency

_WORD = re.compile(r"[^\W\d_]+")
_CLAUSE = re.compile(rf"\s*(?:{OPENING_CLAUSE})\b[^,;.]*,\s*", re.IGNORECASE)
# "Sở Y tế, | trên cơ sở nhu cầu của các xã, | tổ chức ...": a ground may stand behind the subject as well
_GROUND_BEHIND = re.compile(r"\s*,?\s*(?:trên\s+cơ\s+sở|căn\s+cứ)\s[^,;.]*,\s*", re.IGNORECASE)
_ADDRESSING = re.compile(rf"\s*(?:{ADDRESSING})\s+", re.IGNORECASE)
_OBJECT_ENDS = re.compile(r"\s*(?:[;.:]|$|\b(?:nhằm|để|trong đó|đảm bảo|bảo đảm|theo|trước ngày)\b)", re.IGNORECASE)
_ANOTHER_VERB = re.compile(r"\s*(?:,|và|;|,\s*và)\s*")
_NO_VERB = re.compile(rf"(?:{NO_VERBS})(?!\w)", re.IGNORECASE)
# what begins a sentence whose subject stands behind it, in a paragraph of several
_SENTENCE_BEFORE = re.compile(rf"(?<=[^\W\d_]{{2}})[.;]\s+(?:(?:{ADDRESSING})\s+)?$", re.IGNORECASE)
_STOPS = (".", ";")
# behind a body stands what it is to do, in small letters; "đã", "là", "của" tell of it
_MAY_ACT = re.compile(
    r"(?!(?:đã|đang|vẫn|là|bị|được|có|của|và|với|về|tại|ở|trong|để|theo|do|thuộc|nói)\s)(?-i:[a-zđà-ỹ])\w*\s+\S"
)
# verbs that tell of the body instead of saying what it does: "các ngành có liên quan"
_NO_ACTION = frozenset(("có", "liên quan", "trực thuộc", "đóng", "được", "thuộc"))
_WINDOW = 60
_SENTENCE = 40


def find(text: str, agencies: list[Agency], unit: str = "") -> list[Action]:
    """The action that ``text`` opens with, and those of later sentences that open with a body ("... Sở Y tế rà soát").

    Adverbs and coordinated verbs belong to it ("Chủ động rà soát, bổ sung"), as does the verb behind one that says
    little by itself ("Thực hiện rà soát").
    """
    openings = dict.fromkeys([0, *(at for a in agencies if (at := _sentence(text, a.start)) is not None)])
    found = (_action(text, _opening(text, agencies, at), unit, opens=at == 0) for at in openings)
    return [action for action in found if action is not None]


def _sentence(text: str, at: int) -> int | None:
    """Where the sentence begins whose subject stands at ``at``, if it is not the first one."""
    begins = _SENTENCE_BEFORE.search(text, max(0, at - _WINDOW), at)
    return begins.end() if begins else None


def _action(text: str, start: int, unit: str, *, opens: bool) -> Action | None:
    end = _verb_end(text, start, subject=start > 0)
    if end is None:
        return None
    stop = _OBJECT_ENDS.search(text, end)
    thing = text[end : stop.start() if stop else len(text)].strip(" ,")
    return Action(unit, start, end, text[start:end], thing or None, opens)


def _opening(text: str, agencies: list[Agency], at: int) -> int:
    """Where the sentence at ``at`` begins behind its ground ("Căn cứ ...,") and its subject ("Sở Y tế ...")."""
    while clause := _CLAUSE.match(text, at):
        at = clause.end()
    addressed = _ADDRESSING.match(text, at)
    subject = addressed.end() if addressed else at
    for agency in agencies:
        if agency.start == subject or (agency.start > subject and not text[subject : agency.start].strip(" ,;và")):
            subject = at = agency.end
    if at and (clause := _GROUND_BEHIND.match(text, at)):
        at = clause.end()
    return at + len(text[at:]) - len(text[at:].lstrip(' ,:-–(“"'))


def _verb_end(text: str, start: int, *, subject: bool) -> int | None:
    """End of the verbs that begin at ``start``, behind a ``subject`` or not; None if no verb stands there."""
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
    return end if verbs else _tagged_verb_end(text, at, subject=subject or at > start)


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


def _tagged_verb_end(text: str, start: int, *, subject: bool) -> int | None:
    """For verbs outside the lexicon: the first word of a sentence, if it is tagged as a verb, alone or behind an adverb
    ("không để"); titles and cells of a few words are not worth the question, but for the words behind a ``subject``."""
    if subject and not _MAY_ACT.match(text, start):
        return None
    short = len(text) - start < _SENTENCE and not (subject and text[start:].rstrip()[-1:] in _STOPS)
    if short or _NO_VERB.match(text, start):
        return None
    words = tokens(text[start : start + _WINDOW])[:2]
    if not words or words[0].start > 0:
        return None
    if subject and len(words) > 1 and words[0].tag == "R":
        words = words[1:]
    return start + words[0].end if words[0].tag == "V" and words[0].text.lower() not in _NO_ACTION else None
