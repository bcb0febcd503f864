"""Search as people type: marks, capitals and the placing of tones set aside; what fits them exactly comes first."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from pipeline.errors import UsageError
from pipeline.store.pages import searchable
from pipeline.store.store import Store

# Letters of context on each side of what was found.
_CONTEXT = 80

# plain_text is as long as text, letter for letter: a place in the one is the place in the other. Words are whole ones
# ("uy" is not in "tuyen"); where a page has them with the very marks that were typed, that place is shown.
_SQL = """
WITH pages_with AS (
    SELECT document, page, text, plain_text, regexp_extract(plain_text, $1) AS first,
           tone(replace(replace(text, chr(10), ' '), chr(9), ' ')) AS toned
    FROM pages
    WHERE contains(plain_text, $2) AND regexp_matches(plain_text, $1)
), hits AS (
    SELECT document, page, text, length(text) AS length, exact,
           CASE WHEN exact THEN strpos(toned, marked) + strpos(marked, $3) - 1
                ELSE strpos(plain_text, first) + strpos(first, $2) - 1 END AS spot
    FROM (SELECT *, regexp_extract(toned, $4) AS marked,
                 regexp_matches(toned, $4) AND length(toned) = length(text) AS exact
          FROM pages_with)
)
SELECT document, number, title, page, spot, length, exact,
       substr(text, greatest(1, spot - $6), least(spot - 1, $6)) AS before,
       substr(text, spot, length($2)) AS found,
       substr(text, spot + length($2), $6) AS after
FROM hits JOIN documents USING (document)
ORDER BY exact DESC, issued_on DESC NULLS LAST, document, page
LIMIT $5
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
    toned = store.query("SELECT tone(?) AS words", [" ".join(words.split())]).to_pylist()[0]["words"]
    found = store.query(_SQL, [_whole(plain), plain, toned, _whole(toned), limit, _CONTEXT]).to_pylist()
    return [_hit(row) for row in found]


def _whole(words: str) -> str:
    """A pattern (RE2) for words that no letter or digit goes on."""
    return rf"(?:^|[^\pL\pN]){re.escape(words)}(?:$|[^\pL\pN])"


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
