"""What every builder works from."""

from __future__ import annotations

from dataclasses import dataclass, field

from pipeline import evidence
from pipeline.build.ids import Ids
from pipeline.document import Document, Flow
from pipeline.mentions import Mentions
from pipeline.outline import Outline
from pipeline.plan import Evidence


@dataclass(frozen=True, slots=True)
class Material:
    """The document, how it is nested, what is named in it, and the ids given out so far."""

    document: Document
    outline: Outline
    mentions: Mentions
    ids: Ids = field(default_factory=Ids)

    def evidence(self, flow: Flow, start: int = 0, end: int | None = None) -> list[Evidence]:
        """Where ``flow.text[start:end]`` stands on the pages."""
        return evidence.of_flow(self.document, flow, start, end)
