"""The parts of a document in which targets are set and work is given out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.build.material import Material
from pipeline.lexicon.tasks import TEMPLATE_TITLES
from pipeline.outline import Block

_TEMPLATE = re.compile(TEMPLATE_TITLES, re.IGNORECASE)


def working_blocks(material: Material) -> Iterator[Block]:
    """Blocks of the body and of annexes that are plans; outlines of reports and forms to fill in are left out."""
    template = False
    for block in material.outline.zone("body", "annex"):
        if block.zone == "body":
            template = False
        elif block.marker == "annex":
            template = _TEMPLATE.match(block.text) is not None
        if not template:
            yield block
