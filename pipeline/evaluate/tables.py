"""Table cells against gold: tables matched by content, rows one to one, cells by column."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pipeline.evaluate.compare import SOFT, fold, match, similarity
from pipeline.evaluate.score import ListScore, Tally

Rows = list[list[str]]
# rows and tables are only paired here, not scored: half of the text alike is enough to say "this is that row"
_PAIR = 0.5


def score_tables(gold: list[Mapping[str, Any]], found: list[Mapping[str, Any]]) -> ListScore:
    """Cells that hold text, the column names among them. Gold gives at most 60 rows of a table: where it stops short
    (``n_rows`` is more), the found table is cut to as many."""
    ours = [_grid(table, None) for table in gold]
    theirs = [_grid(table, None) for table in found]
    pairs = match([_text(rows) for rows in ours], [_text(rows) for rows in theirs], _PAIR)
    taken = {f for _, f in pairs}
    score = ListScore()
    for g, f in pairs:
        whole = gold[g].get("n_rows") in (None, len(gold[g]["rows"]))
        score += _cells(ours[g], _grid(found[f], None if whole else len(gold[g]["rows"])))
    for g in set(range(len(ours))) - {g for g, _ in pairs}:
        score += _cells(ours[g], [])
    for f in set(range(len(theirs))) - taken:
        score += _cells([], theirs[f])
    return score


def _grid(table: Mapping[str, Any], limit: int | None) -> Rows:
    rows = [table.get("columns") or [], *table["rows"][:limit]]
    return [[fold(cell) for cell in row] for row in rows]


def _text(rows: Rows) -> str:
    return " ".join(cell for row in rows for cell in row if cell)


def _cells(gold: Rows, found: Rows) -> ListScore:
    stated = sum(bool(cell) for row in gold for cell in row)
    given = sum(bool(cell) for row in found for cell in row)
    strict = soft = 0
    for g, f in match([_text([row]) for row in gold], [_text([row]) for row in found], _PAIR):
        for ours, theirs in zip(gold[g], found[f], strict=False):
            if ours:
                strict += ours == theirs
                soft += similarity(ours, theirs) >= SOFT
    return ListScore(Tally(strict, stated, given), Tally(soft, stated, given))
