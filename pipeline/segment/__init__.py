"""Document -> Outline: how the text is nested."""

from __future__ import annotations

from pipeline.document import Document
from pipeline.outline import Outline


def outline(document: Document) -> Outline:
    """All printed paragraphs of ``document`` in order, with marker, zone, level and parent."""
    raise NotImplementedError(document.source.file)
