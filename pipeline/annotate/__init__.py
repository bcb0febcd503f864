"""Document + Outline -> Mentions: what is named in the text."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache

from pipeline.annotate import actions, agencies, aliases, citations, home, partners, periods, quantities, roles
from pipeline.document import Document
from pipeline.mentions import Action, Agency, Mention, Mentions, block_unit, cell_unit
from pipeline.outline import Outline

Annotator = Callable[[str, str], Sequence[Mention]]


@lru_cache(maxsize=1)
def _agencies(text: str, unit: str = "") -> list[Agency]:
    return partners.complete(text, agencies.find(text, unit), unit)


def _actions(text: str, unit: str = "") -> list[Action]:
    return actions.find(text, _agencies(text, unit), unit)


ANNOTATORS: dict[str, Annotator] = {
    "agencies": _agencies,
    "citations": citations.find,
    "roles": roles.find,
    "actions": _actions,
    "quantities": quantities.find,
}
"""What is looked for, in this order; each takes the running text of a unit and the key of the unit."""


def mentions(document: Document, outline: Outline) -> Mentions:
    """All mentions in the blocks and table cells of a document."""
    territory = home.territory(outline)
    year = periods.own_year(block.text for block in outline.zone("title", "preamble"))
    texts = dict(units(document, outline))
    found = {unit: _at_home(annotate(text, unit, year), territory) for unit, text in texts.items()}
    known = [alias for unit, text in texts.items() for alias in aliases.defined(text, found[unit])]
    found = aliases.resolved(texts, found, known)
    return Mentions({unit: named for unit, named in found.items() if named})


def _at_home(found: tuple[Mention, ...], territory: str) -> tuple[Mention, ...]:
    return tuple(home.at_home(mention, territory) if isinstance(mention, Agency) else mention for mention in found)


def annotate(text: str, unit: str = "", year: int | None = None) -> tuple[Mention, ...]:
    """Everything that is named in one running text, ordered by place, then by kind.

    ``year`` is the document's own, for days, months and quarters that are named without one.
    """
    found = [mention for find in ANNOTATORS.values() for mention in find(text, unit)]
    found += periods.find(text, unit, year)
    return tuple(sorted(found, key=lambda mention: (mention.start, mention.end, type(mention).__name__)))


def units(document: Document, outline: Outline) -> Iterator[tuple[str, str]]:
    """Key and running text of every block (furniture and tables left out) and of every table cell."""
    for block in outline.blocks:
        if block.role not in ("furniture", "table") and block.text:
            yield block_unit(block.index), block.text
    for number, table in enumerate(document.tables):
        for cell in table.cells:
            if cell.text:
                yield cell_unit(number, cell.row, cell.column), cell.text
