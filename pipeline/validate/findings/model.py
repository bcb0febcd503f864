"""What a rule is, what it looks at and what it gives back."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, TypeVar, cast

from pipeline import evidence
from pipeline.document import Document, Span
from pipeline.outline import Block, Outline
from pipeline.plan import Evidence, Plan

T = TypeVar("T")
Severity = Literal["error", "warning", "info"]


@dataclass(frozen=True, slots=True)
class Case:
    """One document as the rules see it. Rules only read."""

    plan: Plan
    document: Document
    outline: Outline
    _kept: dict[Callable[[Case], object], object] = field(default_factory=dict, repr=False, compare=False)

    def once(self, work: Callable[[Case], T]) -> T:
        """What ``work`` makes of this case, computed the first time that a rule asks for it."""
        if work not in self._kept:
            self._kept[work] = work(self)
        return cast(T, self._kept[work])

    def evidence(self, *spans: Span) -> list[Evidence]:
        """Where ``spans`` of the document text stand."""
        return evidence.of_spans(self.document, spans)

    def matches(self, pattern: re.Pattern[str], blocks: Iterable[Block]) -> Iterator[tuple[re.Match[str], Block]]:
        """Every match of ``pattern`` in the running text of ``blocks``."""
        for block in blocks:
            for match in pattern.finditer(block.text):
                yield match, block

    def at(self, block: Block, start: int = 0, end: int | None = None) -> list[Evidence]:
        """Where ``block.text[start:end]`` stands."""
        return evidence.of_flow(self.document, block.flow, start, end)

    @property
    def from_text(self) -> bool:
        """True if no page was read by OCR: then what is printed is known to the letter."""
        return all(page.method != "ocr" for page in self.document.pages)


@dataclass(frozen=True, slots=True)
class Found:
    """One thing found: words for the message's gaps, the items that it speaks of, the places of every side."""

    words: Mapping[str, str]
    items: Sequence[str] = ()
    evidence: Sequence[Evidence] = ()


@dataclass(frozen=True, slots=True)
class Rule:
    """``vi`` and ``en`` are the message with gaps in braces. ``about`` says in the documentation what is looked for and
    what is let pass; ``source`` names the regulation that the rule rests on. ``doubtful``: the items that it speaks of
    can no longer be taken as they are."""

    severity: Severity
    find: Callable[[Case], Iterator[Found]]
    vi: str
    en: str
    about: str
    source: str = ""
    doubtful: bool = False


@dataclass(frozen=True, slots=True)
class Family:
    """Rules that belong together, by code. ``vi`` and ``en`` are the heading under which a reader finds them."""

    vi: str
    en: str
    rules: Mapping[str, Rule] = field(default_factory=dict)
