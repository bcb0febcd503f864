"""Search as people type: marks, capitals and the placing of tones set aside; what fits them exactly comes first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from pipeline.errors import UsageError
from pipeline.store.pages import searchable
from pipeline.store.store import Store

# Letters of context on each side of what was found.
_CONTEXT = 80

# plain_text is as long as text, letter for letter: a place in the one is the place in the other
_SQL = """
WITH hits AS (
    SELECT document, page, text, strpos(plain_text, $1) AS spot FROM pages WHERE contains(plain_text, $1)
)
SELECT document, number, title, page, spot, length(text) AS length,
       substr(text, greatest(1, spot - $4), least(spot - 1, $4)) AS before,
       substr(text, spot, length($1)) AS found,
       substr(text, spot + length($1), $4) AS after,
       tone(substr(text, spot, length($1))) = tone($2) AS exact
FROM hits JOIN documents USING (document)
ORDER BY exact DESC, issued_on DESC NULLS LAST, document, page
LIMIT $3
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
    """Pages that hold ``words`` in this order, best first; raises UsageError where there are none to look for."""
    plain = searchable(words)
    if not plain:
        raise UsageError("There is nothing to look for.", 'Write words: kehoach search "nhan luc".')
    found = store.query(_SQL, [plain, " ".join(words.split()), limit, _CONTEXT]).to_pylist()
    return [_hit(row) for row in found]


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
