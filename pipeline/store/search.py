"""Search as people type: marks, capitals and the placing of tones set aside; what fits them exactly comes first."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Any

from pipeline.errors import UsageError
from pipeline.store.macros import TONES
from pipeline.store.pages import searchable
from pipeline.store.store import Store

# Letters of context on each side of what was found.
_CONTEXT = 80

# plain_text is as long as text, letter for letter: a place in the one is the place in the other. Words are whole ones
# ("uy" is not in "tuyen"); where a page has them with the very marks that were typed, that place is shown.
_SQL = """
WITH hits AS (
    SELECT document, page, text, length(text) AS length, marked <> '' AS exact,
           CASE WHEN marked <> '' THEN strpos(text, marked) + strpos(marked, words) - 1
                ELSE strpos(plain_text, first) + strpos(first, $2) - 1 END AS spot,
           CASE WHEN marked <> '' THEN length(words) ELSE length($2) END AS size
    FROM (
        SELECT document, page, text, plain_text, regexp_extract(plain_text, $1) AS first,
               regexp_extract(text, $3) AS marked, regexp_extract(text, $3, 1) AS words
        FROM pages
        WHERE contains(plain_text, $2)
    )
    WHERE first <> ''
)
SELECT document, number, title, page, spot, length, exact,
       substr(text, greatest(1, spot - $5), least(spot - 1, $5)) AS before,
       substr(text, spot, size) AS found,
       substr(text, spot + size, $5) AS after
FROM hits JOIN documents USING (document)
ORDER BY exact DESC, issued_on DESC NULLS LAST, document, page
LIMIT $4
"""


@dataclass(frozen=True, slots=True)
class Hit:
    """A page that holds the words. ``start`` and ``end``: where they stand in ``passage``; ``exact``: marks agree."""

    document: str
    number: str | None
    title: str | None
    page: int
    passage: str
    start: int
    end: int
    exact: bool


def search(store: Store, words: str, limit: int = 20) -> list[Hit]:
    """Pages that hold ``words`` in this order, whole words, best first; raises UsageError for no words."""
    plain = searchable(words)
    if not plain:
        raise UsageError("There is nothing to look for.", 'Write words: kehoach search "nhan luc".')
    pattern = _whole(re.escape(plain))
    found = store.query(_SQL, [pattern, plain, _whole(_as_typed(words)), limit, _CONTEXT]).to_pylist()
    return [_hit(row) for row in found]


def _whole(pattern: str) -> str:
    """A pattern (RE2) for words that no letter or digit goes on; the words are its first group."""
    return rf"(?i)(?:^|[^\pL\pN])({pattern})(?:$|[^\pL\pN])"


def _as_typed(words: str) -> str:
    """A pattern for words with their marks, the tone on either letter, over any line break."""
    return r"\s+".join(_either(word) for word in unicodedata.normalize("NFC", words.lower()).split())


def _either(word: str) -> str:
    ways = {word}
    for first, second in TONES:
        ways |= {way.replace(first, second) for way in ways} | {way.replace(second, first) for way in ways}
    return f"(?:{'|'.join(map(re.escape, sorted(ways)))})"


def _hit(row: dict[str, Any]) -> Hit:
    before = ("…" if row["spot"] > _CONTEXT + 1 else "") + row["before"]
    after = row["after"] + ("…" if row["spot"] + len(row["found"]) + _CONTEXT <= row["length"] else "")
    return Hit(
        document=row["document"],
        number=row["number"],
        title=row["title"],
        page=row["page"],
        passage=before + row["found"] + after,
        start=len(before),
        end=len(before) + len(row["found"]),
        exact=row["exact"],
    )
