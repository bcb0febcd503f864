"""The parts of a document in which targets are set and work is given out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.build.material import Material
from pipeline.lexicon.tasks import FORWARD_TITLES, FORWARD_WORK, REPORT_TITLES, TEMPLATE_TITLES
from pipeline.outline import Block

_REPORT = re.compile(REPORT_TITLES, re.IGNORECASE)
_FORWARD = re.compile(FORWARD_TITLES, re.IGNORECASE)
_FORWARD_WORK = re.compile(FORWARD_WORK, re.IGNORECASE)
_TEMPLATE = re.compile(TEMPLATE_TITLES, re.IGNORECASE)


def is_report(material: Material) -> bool:
    """True for a report on what was done ("BÁO CÁO"), which sets targets only where it says so."""
    return any(_REPORT.match(block.text) for block in material.outline.zone("title"))


def sets_targets(material: Material, block: Block) -> bool:
    """True if a section of a report looks forward, by the words of a heading above."""
    return any(_FORWARD.search(above.text) for above in material.outline.ancestors(block) if above.role == "heading")


def gives_work(material: Material, block: Block) -> bool:
    """True if a section of a report says what is still to be done, by the words of a heading above."""
    above = [one.text for one in material.outline.ancestors(block) if one.role == "heading"]
    return any(_FORWARD.search(text) or _FORWARD_WORK.match(text) for text in above)


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
