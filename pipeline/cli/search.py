"""``kehoach search``: words in the text of all outputs."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.cli import console
from pipeline.cli.query import Folder, opened
from pipeline.errors import EXIT_OK

if TYPE_CHECKING:
    from pipeline.store.search import Hit


def search(
    words: Annotated[str, typer.Argument(metavar="TEXT", help='Words in order; "nhan luc" finds "nhân lực".')],
    outputs: Folder = "outputs",
    limit: Annotated[int, typer.Option("-n", "--limit", help="Passages at most.", min=1)] = 20,
    as_json: Annotated[bool, typer.Option("--json", help="A JSON line for each passage.")] = False,
) -> int:
    """Find words in the documents, marks, capitals and tone placement set aside: passage, document, page."""
    from pipeline.emit.plain import printable
    from pipeline.store.search import search as find

    with opened(outputs) as store:
        hits = find(store, words, limit)
    for hit in hits:
        if as_json:
            print(json.dumps(asdict(hit), ensure_ascii=False))
        else:
            print(f"{printable(hit.number or '-')}, {printable(hit.document)}, page {hit.page}")
            print(f"  {_marked(hit)}")
    if not as_json:
        console.say(f"{len(hits)} passage{'s' * (len(hits) != 1)}{' (there may be more: -n)' * (len(hits) == limit)}")
    return EXIT_OK


def _marked(hit: Hit) -> str:
    """The passage, on a terminal with what was found in bold."""
    from pipeline.emit.plain import printable

    before, found, after = (
        printable(f"|{part}|")[1:-1] for part in (hit.passage[: hit.start], hit.passage[hit.start : hit.end],
                                                  hit.passage[hit.end :])
    )  # fmt: skip
    return f"{before}\033[1m{found}\033[0m{after}" if sys.stdout.isatty() else before + found + after
