"""What a Vietnamese syllable may look like, by the rules of quốc ngữ spelling: onset, rime, tone.

Source of the rules: the spelling taught in schools (Ministry of Education, 1984 rules on Vietnamese spelling): onsets
and rimes combine, the tone mark stands on the nucleus; rimes that end in a stop (c, ch, p, t) bear only the acute and
the dot-below tone.
"""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache

_ONSETS = (
    "", "b", "c", "ch", "d", "đ", "g", "gh", "gi", "h", "k", "kh", "l", "m", "n", "ng", "ngh", "nh", "p", "ph", "qu",
    "r", "s", "t", "th", "tr", "v", "x",
)  # fmt: skip
_OPEN = (
    "a", "ai", "ao", "au", "ay", "âu", "ây", "e", "eo", "ê", "êu", "i", "ia", "iu", "iêu", "o", "oa", "oai", "oay",
    "oao", "oe", "oeo", "oi", "ô", "ôi", "ơ", "ơi", "u", "ua", "ui", "uôi", "uê", "uy", "uya", "uơ", "uây", "uyu", "ư",
    "ưa", "ưi", "ươi", "ươu", "ưu", "y", "yêu",
)  # fmt: skip
_NASAL = (
    "am", "an", "ang", "anh", "ăm", "ăn", "ăng", "âm", "ân", "âng", "em", "en", "eng", "êm", "ên", "ênh", "im", "in",
    "inh", "iêm", "iên", "iêng", "om", "on", "ong", "oong", "oan", "oang", "oanh", "oam", "oăm", "oăn", "oăng", "oen",
    "ôm", "ôn", "ông", "ơm", "ơn", "um", "un", "ung", "uân", "uâng", "uôm", "uôn", "uông", "uyên", "uynh", "uyn",
    "uênh", "ưm", "ưn", "ưng", "ươm", "ươn", "ương", "yêm", "yên", "yêng", "ynh",
)  # fmt: skip
_STOPPED = (
    "ac", "ach", "ap", "at", "ăc", "ăp", "ăt", "âc", "âp", "ât", "ec", "ep", "et", "êch", "êp", "êt", "ich", "ip", "it",
    "iêc", "iêp", "iêt", "oc", "ooc", "op", "ot", "oac", "oach", "oap", "oat", "oăc", "oăt", "oet", "ôc", "ôp", "ôt",
    "ơp", "ơt", "uc", "up", "ut", "uât", "uôc", "uôt", "uych", "uyt", "uyêt", "uêch", "ưc", "ưt", "ươc", "ươp", "ươt",
    "yêt", "ych", "yt", "yp", "uyp", "ưp",
)  # fmt: skip
_TONES = "\u0300\u0301\u0303\u0309\u0323"
_STOP_TONES = frozenset("\u0301\u0323")


@lru_cache(maxsize=20_000)
def is_syllable(word: str) -> bool:
    """True if ``word`` (any case, NFC or NFD) can be one Vietnamese syllable."""
    base, tone = _split(word)
    rimes = _rimes()
    if base not in rimes:
        return False
    return not rimes[base] or tone in _STOP_TONES


def _split(word: str) -> tuple[str, str]:
    """Letters without the tone mark (in NFC), and the tone mark ("" for none, or for more than one)."""
    letters: list[str] = []
    tones: list[str] = []
    for char in unicodedata.normalize("NFD", word.lower()):
        (tones if char in _TONES else letters).append(char)
    if len(tones) > 1:
        return "", ""
    return unicodedata.normalize("NFC", "".join(letters)), "".join(tones)


@cache
def _rimes() -> dict[str, bool]:
    """Every onset with every rime -> whether the rime ends in a stop."""
    table: dict[str, bool] = {}
    for onset in _ONSETS:
        for stopped, rimes in ((False, _OPEN + _NASAL), (True, _STOPPED)):
            for rime in rimes:
                table[_join(onset, rime)] = stopped
    return table


def _join(onset: str, rime: str) -> str:
    if onset == "qu" and rime.startswith(("u", "o")) and len(rime) > 1:
        return "qu" + rime[1:]
    if onset == "gi" and rime.startswith("i"):
        return "gi" + rime[1:]
    return onset + rime
