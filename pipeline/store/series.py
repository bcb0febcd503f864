"""An indicator over years and places: targets and baselines that carry the same name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from pipeline.errors import BadInputError, UsageError
from pipeline.lexicon.fold import fold
from pipeline.lexicon.indicators import indicator_key
from pipeline.store.store import Store

# How alike (0..100, rapidfuzz) the words of a name have to be to those asked for.
_ALIKE = 88

_SQL = """
SELECT key, name, unit, goals.year, comparator, value, max, baseline, baseline_year, baseline_period,
       coalesce(place, issuer) AS place, number, document, goals.page, quote, status
FROM goals JOIN documents USING (document)
WHERE value IS NOT NULL AND list_contains($1, key)
ORDER BY key, place, goals.year, document, goals.id
"""


@dataclass(frozen=True, slots=True)
class Point:
    """A value of one indicator. ``kind``: "target" of a plan, or the "baseline" that it names."""

    key: str
    name: str
    unit: str | None
    place: str | None
    year: int | None
    kind: str
    value: float
    max: float | None
    comparator: str | None
    number: str | None
    document: str
    page: int | None
    quote: str | None
    status: str


def series(store: Store, name: str, place: str | None = None) -> list[Point]:
    """All points of the indicators that fit ``name``, by indicator, place and year.

    A name fits if its key holds the words of ``name`` in a row, or all of them, or is nearly the same.
    ``place`` is held against the place and the issuer, marks set aside. Raises BadInputError if nothing fits.
    """
    wanted = indicator_key(name, None, None).partition("|")[0]
    if not wanted:
        raise UsageError("There is no indicator to look for.", 'Write its name: kehoach series "ty le ...".')
    keys = [
        row["key"]
        for row in store.query("SELECT DISTINCT key FROM goals WHERE value IS NOT NULL").to_pylist()
        if _fits(wanted, row["key"].partition("|")[0])
    ]
    points = [
        point
        for row in store.query(_SQL, [keys]).to_pylist()
        if place is None or fold(place) in fold(row["place"] or "")
        for point in _points(row)
    ]
    if not points:
        raise BadInputError(f"No plan sets a target named {name!r}.", "Look for part of the name: kehoach search.")
    return sorted(points, key=lambda p: (p.key, p.place or "", p.year or 0, p.kind, p.document))


def _fits(wanted: str, key: str) -> bool:
    from rapidfuzz import fuzz

    return (
        f"-{wanted}-" in f"-{key}-" or fuzz.token_set_ratio(wanted.replace("-", " "), key.replace("-", " ")) >= _ALIKE
    )


def _points(row: dict[str, Any]) -> list[Point]:
    shared = {name: row[name] for name in ("key", "name", "unit", "place", "number", "document", "page", "quote",
                                            "status")}  # fmt: skip
    target = Point(
        **shared, year=row["year"], kind="target", value=row["value"], max=row["max"], comparator=row["comparator"]
    )
    if row["baseline"] is None:
        return [target]
    base = Point(**shared, year=row["baseline_year"], kind="baseline", value=row["baseline"], max=None, comparator=None)
    return [base, target]
