"""Document + Outline -> Mentions: what is named in the text."""

from __future__ import annotations

from pipeline.document import Document
from pipeline.mentions import Mentions
from pipeline.outline import Outline


def mentions(document: Document, outline: Outline) -> Mentions:
    """All mentions in the blocks and table cells of a document."""
    raise NotImplementedError(document.source.file, outline)
