"""The last words of a document ("Trên đây là Kế hoạch ...") belong to its closing block, not to its last section."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.lexicon.letterhead import CLOSING_STARTS
from pipeline.lexicon.words import starts_with
from pipeline.segment.paragraphs import Paragraph


def move_last_words(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """Give the closing zone to "Trên đây là ..." and what follows it in the body."""
    body = [at for at, paragraph in enumerate(paragraphs) if paragraph.zone == "body" and not paragraph.furniture]
    for at in reversed(body[-6:]):
        if not paragraphs[at].readings and starts_with(paragraphs[at].text, CLOSING_STARTS):
            return [
                replace(paragraph, zone="closing") if index >= at and paragraph.zone == "body" else paragraph
                for index, paragraph in enumerate(paragraphs)
            ]
    return list(paragraphs)
