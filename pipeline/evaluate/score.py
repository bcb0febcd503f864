"""Counts that can be added up, and the shares made of them."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Tally:
    """Items matched, in gold, found."""

    hits: int = 0
    gold: int = 0
    found: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(self.hits + other.hits, self.gold + other.gold, self.found + other.found)

    @property
    def precision(self) -> float:
        """Share of the found items that are right; 0 where nothing was found."""
        return self.hits / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """Share of the gold items that were found; 0 where there are none."""
        return self.hits / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall; 1 where there is nothing to find and nothing was found."""
        if not self.gold and not self.found:
            return 1.0
        return 2 * self.hits / (self.gold + self.found)


@dataclass(frozen=True, slots=True)
class FieldTally:
    """A field on matched items: how often right; the same for the items where gold states a value."""

    right: int = 0
    total: int = 0
    stated_right: int = 0
    stated: int = 0

    def __add__(self, other: FieldTally) -> FieldTally:
        return FieldTally(
            self.right + other.right,
            self.total + other.total,
            self.stated_right + other.stated_right,
            self.stated + other.stated,
        )

    @property
    def accuracy(self) -> float:
        """Share right of all matched items; 1 where none was matched."""
        return self.right / self.total if self.total else 1.0


@dataclass(frozen=True, slots=True)
class ListScore:
    """One list: matched by equal text and by similar text; fields are counted on the softly matched items."""

    strict: Tally = Tally()
    soft: Tally = Tally()
    fields: dict[str, FieldTally] = field(default_factory=dict)

    def __add__(self, other: ListScore) -> ListScore:
        names = dict.fromkeys([*self.fields, *other.fields])
        return ListScore(
            self.strict + other.strict,
            self.soft + other.soft,
            {n: self.fields.get(n, FieldTally()) + other.fields.get(n, FieldTally()) for n in names},
        )


@dataclass(frozen=True, slots=True)
class DocumentScore:
    """One document. ``kind`` is "digital" or "scan" by how most of its pages were read, "failed" with ``error``."""

    name: str
    kind: str
    header: dict[str, bool] = field(default_factory=dict)
    lists: dict[str, ListScore] = field(default_factory=dict)
    error: str | None = None

    @property
    def header_share(self) -> float:
        """Share of the header fields that are exact."""
        return sum(self.header.values()) / len(self.header) if self.header else 1.0


def total(scores: list[DocumentScore]) -> tuple[Tally, dict[str, ListScore]]:
    """Header fields right of all, and each list summed over documents."""
    header = Tally()
    lists: dict[str, ListScore] = {}
    for score in scores:
        header += Tally(sum(score.header.values()), len(score.header), len(score.header))
        for name, part in score.lists.items():
            lists[name] = lists.get(name, ListScore()) + part
    return header, lists
