"""Running heads and feet: lines in the margins that come back on page after page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.extract.page_content import PageContent, PrintedLine
from pipeline.lexicon.fold import fold

_MARGIN = 0.1
"""Share of the page height at top and bottom in which a running head stands."""
_PAGES = 3
"""A line is a running head from so many pages on."""


def mark_running_heads(pages: Sequence[PageContent]) -> list[PageContent]:
    """The pages with lines that come back in the margins named "header" or "footer".

    Page numbers and the order of the words (left and right pages mirror each other) make no difference.
    """
    seen = Counter(key for page in pages for key in {_key(line) for line, _ in _in_margin(page)})
    running = {key for key, count in seen.items() if count >= _PAGES and key}
    if not running:
        return list(pages)
    return [_marked(page, running) for page in pages]


def _in_margin(page: PageContent) -> Iterator[tuple[PrintedLine, str]]:
    for item in page.items:
        if not isinstance(item, PrintedLine) or item.bbox is None or not page.height:
            continue
        if item.bbox.bottom < _MARGIN * page.height:
            yield item, "header"
        elif item.bbox.top > (1 - _MARGIN) * page.height:
            yield item, "footer"


def _key(line: PrintedLine) -> str:
    return " ".join(sorted(re.sub(r"\d+", "", fold(line.content)).split()))


def _marked(page: PageContent, running: set[str]) -> PageContent:
    found = {id(line): region for line, region in _in_margin(page) if _key(line) in running}
    if not found:
        return page
    items = tuple(
        replace(item, region="header" if found[id(item)] == "header" else "footer")
        if isinstance(item, PrintedLine) and id(item) in found
        else item
        for item in page.items
    )
    return replace(page, items=items)
