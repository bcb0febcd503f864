"""Where the name of a body that is not in the lexicon ends."""

from __future__ import annotations

import re
from itertools import zip_longest

from pipeline.annotate.tokens import tokens
from pipeline.lexicon.bodies import (
    CLASS_WORDS,
    FIELDS,
    FIELDS_OF_WORK,
    GENERIC_HEADS,
    NAMING_VERBS,
    OTHER_HEADS,
    TRADES,
    WORK_OF_BODIES,
)
from pipeline.lexicon.citations import NEVER_NAMES
from pipeline.lexicon.compounds import compounds
from pipeline.lexicon.verbs import FUNCTION_WORDS, ONE_SYLLABLE, VERBS
from pipeline.lexicon.words import alternatives, plain

_PIECE = re.compile(r"\s*([^\W_][\w’'./]*|[-–&,:;()\"“”])")
_CLASS = re.compile(rf"(?:\s+(?:{alternatives(CLASS_WORDS)})(?!\w))+", re.IGNORECASE)
_HEADS = re.compile(rf"(?:{alternatives((*GENERIC_HEADS, *OTHER_HEADS))})(?!\w)")
_LEVELS = frozenset(["tỉnh", "thành", "huyện", "quận", "phường", "xã", "thị", "đặc"])
# syllables of a level that are part of other words elsewhere: "đô thị", "thành phần", "xã hội"
_HALVES = {"thành": ("phố", "ủy", "uỷ", "đoàn"), "thị": ("xã", "trấn", "ủy", "uỷ"), "đặc": ("khu",)}
_DOCUMENTS = re.compile(rf"(?:{NEVER_NAMES})(?!\w)")
_STOP_TWO = frozenset(verb for verb in VERBS | FUNCTION_WORDS if " " in verb)
_FUNCTIONS = frozenset(word for word in FUNCTION_WORDS if " " not in word)
_MAX_PENDING = 8
_ASKED = 60
_LONGEST_FIELD = 5


def name_end(text: str, at: int) -> int | None:
    """End of the capitalised name behind the head that ends at ``at``; None if no name follows.

    A name is a run of words that begins with a capital; lower-case words belong to it up to the first verb or
    function word ("Trung tâm Kiểm soát bệnh tật | phối hợp"), "và", "-", "&", "," where another capital follows.
    """
    start = _CLASS.match(text, at)
    end = _run_end(text, start.end()) if start else None
    # a word of class in capitals may itself be the name: "Phòng | Quản lý đất đai"
    return end if end is not None else _run_end(text, at)


def holds_verb(text: str) -> bool:
    """True if a verb or a function word stands among words in small letters, so that they are no part of a name."""
    words = text.split()
    pairs = zip_longest(words, words[1:], fillvalue="")
    return any(
        one in _FUNCTIONS or one == "và" or (f"{one} {two}" in _STOP_TWO and f"{one} {two}" not in FIELDS)
        for one, two in pairs
    )


def _run_end(text: str, position: int) -> int | None:
    pieces = list(_pieces(text, position))
    end: int | None = None
    pending = 0
    passed = 0
    for number, (first, last, word) in enumerate(pieces):
        if number < passed:
            continue
        following = pieces[number + 1][2] if number + 1 < len(pieces) else ""
        if word in ",-–&" or word == "và":
            if end is not None and (field := _field_behind(pieces, number)):
                passed, end, pending = field + 1, pieces[field][1], 0
                continue
            if end is None or not (_goes_on(text, pieces, number) or _another_field(pieces, number)):
                break
            continue
        if not word[0].isalnum():
            if end is None and word in '“"' and following[:1].isupper():
                continue
            break
        if word[0].isupper() or (word[0].isdigit() and end is not None and word.isdigit()):
            joined = end is not None and bool(text[end:first].strip())
            verb = pending > 0 and not joined and f"{word} {following}".lower() in _STOP_TWO
            verb = verb and not _names_a_field([piece[2] for piece in pieces[: number + 2]])
            if verb or (joined and _HEADS.match(text, first)):
                break
            end, pending = last, 0
            continue
        if f"{word} {following}" == "thông tin" and text[position:first].lower().endswith("công nghệ "):
            end = last
            continue
        if word == "tin" and text[position:first].lower().endswith("công nghệ thông "):
            end = last
            continue
        if _names_a_field([piece[2] for piece in pieces[: number + 2]]):
            end = last
            continue
        if end is not None and f"{word} {following}" in WORK_OF_BODIES and _before_level(pieces, number + 2):
            # "Trung tâm Dịch vụ tổng hợp xã": what stands before a level is part of the name
            passed, end, pending = number + 2, pieces[number + 1][1], 0
            continue
        # "Điện lực Sông Lam | cấp điện cho ...": behind a proper name a trade is what they do
        does = f"{word} {following}" in TRADES
        if pending == 0 and _is_proper(pieces, number) and (does or _is_verb(text, pieces, number)):
            break
        if end is None or _is_level(word, following) or f"{word} {following}" in _STOP_TWO:
            break
        if (word in _FUNCTIONS and not _in_a_field(pieces[number - 1][2], word)) or (
            word in ONE_SYLLABLE and not _in_a_word(pieces[number - 1][2], word, following)
        ):
            break
        pending += 1
        if pending > _MAX_PENDING:
            break
        end = last
    return end


def _names_a_field(words: list[str]) -> bool:
    """True for verbs that a name is made of: "Xúc tiến | đầu tư", "Hỗ trợ | phát triển" (but "Xúc tiến | tổ chức")."""
    words = [word for word in words if word != "và"]
    pairs = [f"{one} {two}".lower() for one, two in zip(words[::2], words[1::2], strict=False)]
    return len(words) % 2 == 0 and len(pairs) > 1 and pairs[0] in NAMING_VERBS and set(pairs[1:]) <= FIELDS


def _another_field(pieces: list[tuple[int, int, str]], number: int) -> bool:
    """True for "và" before one more of such verbs: "Trung tâm Xúc tiến đầu tư | và phát triển doanh nghiệp"."""
    words = [piece[2] for piece in pieces[: number + 3]]
    return pieces[number][2] == "và" and len(words) == number + 3 and _names_a_field(words)


def _field_behind(pieces: list[tuple[int, int, str]], number: int) -> int | None:
    """Number of the last piece of a field in small letters that goes on with a name behind a comma, a dash or "và":
    "Phòng Phổ biến, | giáo dục pháp luật"; None where something else stands there."""
    words = [piece[2] for piece in pieces]
    for length in range(min(_LONGEST_FIELD, len(words) - number - 1), 0, -1):
        field = " ".join(words[number + 1 : number + 1 + length])
        rest = words[number + 1 + length : number + 3 + length]
        closed = not rest or not rest[0][0].isalnum()
        if field in FIELDS_OF_WORK and (closed or _ends_name(rest)):
            return number + length
        if field in WORK_OF_BODIES and (not rest or rest[0] in ".;:()"):
            return number + length
    return None


def _is_level(word: str, following: str) -> bool:
    """True for the first word of a territory ("tỉnh", "thành phố"); "đô thị" and "xã hội" are none."""
    if word in _HALVES:
        return following in _HALVES[word]
    return word in _LEVELS and not (word == "xã" and following == "hội")


def _is_proper(pieces: list[tuple[int, int, str]], number: int) -> bool:
    """True behind two syllables with capitals, as proper names have them: "Công ty Nam Sơn | điều tiết nước"."""
    before = [piece[2] for piece in pieces[max(0, number - 2) : number]]
    return len(before) == 2 and all(one[0].isupper() and not one.isupper() for one in before)


def _is_verb(text: str, pieces: list[tuple[int, int, str]], number: int) -> bool:
    """True where the tagger takes the word at a piece for a verb: it is asked where no list knows the word, and no word
    goes on there ("Đại | học")."""
    at, _, word = pieces[number]
    following = pieces[number + 1][2] if number + 1 < len(pieces) else ""
    known = compounds()
    if _is_level(word, following) or known.hold(plain(pieces[number - 1][2]), plain(word)):
        return False
    words = tokens(text[at : at + _ASKED])
    return bool(words) and words[0].tag == "V"


def _before_level(pieces: list[tuple[int, int, str]], number: int) -> bool:
    words = [piece[2] for piece in pieces[number : number + 2]]
    return bool(words) and _is_level(words[0], words[-1])


def _ends_name(rest: list[str]) -> bool:
    """True if the words behind a field end the name or go on with it: a verb, a level, a capital, one more field."""
    return (
        rest[0] in _LEVELS
        or rest[0] in _FUNCTIONS
        or rest[0] in ONE_SYLLABLE
        or rest[0][0].isupper()
        or " ".join(rest) in _STOP_TWO
    )


def _in_a_word(before: str, syllable: str, following: str) -> bool:
    """True if a syllable that may be a verb is part of a longer word: "sáng tạo", "giao thông"."""
    known = compounds()
    return known.hold(plain(before), plain(syllable)) or known.hold(plain(syllable), plain(following))


def _in_a_field(before: str, word: str) -> bool:
    """True for a function word that ends a field: "Tiểu ban Hậu | cần"."""
    return f"{before} {word}".lower() in FIELDS_OF_WORK


def _goes_on(text: str, pieces: list[tuple[int, int, str]], number: int) -> bool:
    """True if the name goes on behind a comma, a dash or "và"."""
    if number + 1 >= len(pieces):
        return False
    first, _, following = pieces[number + 1]
    if not following[0].isupper() or _HEADS.match(text, first) or _DOCUMENTS.match(text, first):
        return False
    if pieces[number][2] != ",":
        return True
    # "Trung tâm Văn hóa, Thông tin và Thể thao": a comma only inside a list that "và" or "-" closes
    for first, _, word in pieces[number + 1 : number + 7]:
        if _HEADS.match(text, first) or word in ";:().":
            return False
        if word in ("và", "&", "-", "–"):
            return True
    return False


def _pieces(text: str, at: int) -> list[tuple[int, int, str]]:
    found: list[tuple[int, int, str]] = []
    while len(found) < 40 and (piece := _PIECE.match(text, at)):
        word = piece.group(1).rstrip(".")
        found.append((piece.start(1), piece.start(1) + len(word), word))
        at = piece.end()
        if piece.group(1).endswith("."):
            break
    return found
