"""Table cells against gold: rows matched by content wherever they stand, cells by column."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pipeline.evaluate.compare import SOFT, fold, match, similarity
from pipeline.evaluate.score import ListScore, Tally

Rows = list[list[str]]
# rows are only paired here, not scored: half of the text alike is enough to say "this is that row"
_PAIR = 0.5


def score_tables(gold: list[Mapping[str, Any]], found: list[Mapping[str, Any]]) -> ListScore:
    """Cells that hold text, the column names among them. A table that was found in pieces costs only the column names
    that it repeats. Gold gives at most 60 rows of a table: where it stops short (``n_rows`` is more), found rows that
    match none are not held against the record."""
    ours = _rows(gold)
    theirs = _rows(found)
    pairs = match([_text(row) for row in ours], [_text(row) for row in theirs], _PAIR)
    whole = all(table.get("n_rows") in (None, len(table["rows"])) for table in gold)
    strict = soft = 0
    for g, f in pairs:
        for one, other in zip(ours[g], theirs[f], strict=False):
            if one:
                strict += one == other
                soft += similarity(one, other) >= SOFT
    stated = _filled(ours)
    given = _filled(theirs if whole else [theirs[f] for _, f in pairs])
    return ListScore(Tally(strict, stated, given), Tally(soft, stated, given))


def _rows(tables: list[Mapping[str, Any]]) -> Rows:
    rows = [row for table in tables for row in (table.get("columns") or [], *table["rows"])]
    return [folded for row in rows if any(folded := [fold(cell) for cell in row])]


def _text(row: list[str]) -> str:
    return " ".join(cell for cell in row if cell)


def _filled(rows: Rows) -> int:
    return sum(bool(cell) for row in rows for cell in row)
