"""Where a noun phrase that names bodies ends, where pattern and lexicon leave it open.

"phối hợp với các cơ sở đào tạo có uy tín của Trung ương | để mở ...": words and parts of speech decide.
"""

from __future__ import annotations

import re
from itertools import zip_longest

from pipeline.annotate.tokens import tokens
from pipeline.lexicon.bodies import TRADES
from pipeline.lexicon.verbs import FUNCTION_WORDS, VERBS
from pipeline.lexicon.words import alternatives

_WINDOW = 90
_CLOSED = re.compile(r"\s*(?:$|[.;:()]|-\s)")
_WORDS = re.compile(r"\s*(?:,|và)?\s*([^\W\d_]+)(?:\s+([^\W\d_]+))?")
# verbs that may stand inside the name of a body: "đơn vị có liên quan", "cơ sở đào tạo"
_INNER_VERBS = {"có", "liên quan", "trực thuộc", "đóng", "được", "đi", "đứng", "đứng chân"}
_TERRITORIES = {"tỉnh", "nước", "ngành", "huyện", "thành phố", "xã", "trường", "hệ thống", "khu vực", "vùng"}
# "phối hợp với các thôn | cấp tài khoản", but "các tổ chức cấp tỉnh"
_LEVEL = re.compile(r"cấp\s+(?:tỉnh|huyện|xã|trên|dưới|trung\s+ương|ủy|nước|điện|có)(?!\w)", re.IGNORECASE)
# what may stand between the noun and a trade: nothing but other trades
_OTHER = re.compile(rf"(?!(?:{alternatives(TRADES)}|và)(?!\w))(?<!\w)\w")
_FINAL = ("CH", "C", "E", "L", "V", "R")


def decided(text: str, end: int) -> bool:
    """True if what stands behind ``end`` plainly ends a name: punctuation or a verb of the lexicon."""
    if _CLOSED.match(text, end):
        return True
    words = _WORDS.match(text, end)
    if words is None:
        return True
    pair = f"{words.group(1)} {words.group(2) or ''}".strip().lower()
    if pair in TRADES:
        return False
    return pair in VERBS or words.group(1).lower() in VERBS or pair in _STOPS or words.group(1).lower() in _STOPS


_STOPS = FUNCTION_WORDS - {"có", "của", "và", "có liên quan", "liên quan", "trên", "thuộc", "trực thuộc", "được"}


def phrase_end(text: str, start: int, end: int) -> int:
    """End of the noun phrase that begins at ``start`` and is known to reach ``end`` (``end`` where it goes no further).

    The words behind ``end`` belong to it up to the next verb or aim ("tổ chức", "để"), by their parts of speech.
    """
    window = text[start : end + _WINDOW]
    last = end - start
    reach = last
    trade = False
    words = [token for token in tokens(window) if token.start >= last]
    for token, following in zip_longest(words, words[1:]):
        low = token.text.lower()
        if token.tag == "CH" and token.text != ",":
            break
        if low in TRADES and not _OTHER.search(window, last, token.start):
            # "các doanh nghiệp chế biến gỗ | bao tiêu": what they live by, not what they do here
            trade, reach = True, token.end
            continue
        if trade and not token.tag.startswith("N"):
            break
        if low == "cấp" and not _LEVEL.match(window, token.start):
            break
        if low in ("ngoài", "trong") and following is not None and following.text.lower() in _TERRITORIES:
            continue
        if window[: token.end].endswith(" đi qua"):
            reach = token.end
            continue
        if (token.tag == "V" and low not in _INNER_VERBS) or low in VERBS or low in _STOPS:
            break
        if not token.tag.startswith(_FINAL):
            reach = token.end
    return start + _without_scrap(window, last, reach)


def _without_scrap(window: str, last: int, reach: int) -> int:
    """``reach`` without a single syllable behind the last comma, which is no name ("các trường học, bếp | ăn ...")."""
    comma = window.rfind(",", last, reach)
    return comma if comma > last and " " not in window[comma + 1 : reach].strip() else reach
