"""Search as people type: marks, capitals and the placing of tones set aside; what fits them exactly comes first."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.errors import UsageError
from pipeline.lexicon.fold import fold
from pipeline.store.pages import searchable
from pipeline.store.store import Store

# Letters of context on each side of what was found.
_CONTEXT = 80

_SQL = """
SELECT document, number, title, page, text, contains(tone(text), tone($2)) AS exact
FROM pages JOIN documents USING (document)
WHERE contains(plain_text, $1)
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
    found = store.query(_SQL, [plain, words, limit]).to_pylist()
    return [_hit(row, plain) for row in found]


def _hit(row: dict[str, object], plain: str) -> Hit:
    text = " ".join(str(row["text"]).split())
    # fold keeps the length, so that a place in the folded text is the place in the text
    at = max(0, fold(text).find(plain))
    left, right = max(0, at - _CONTEXT), min(len(text), at + len(plain) + _CONTEXT)
    before = "…" if left else ""
    passage = before + text[left:right] + ("…" if right < len(text) else "")
    start = at - left + len(before)
    return Hit(
        document=str(row["document"]),
        number=None if row["number"] is None else str(row["number"]),
        title=None if row["title"] is None else str(row["title"]),
        page=int(str(row["page"])),
        passage=passage,
        start=start,
        end=start + len(plain),
        exact=bool(row["exact"]),
    )
