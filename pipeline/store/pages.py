"""The table of pages with their text, which only the store has: it is what search looks through."""

from __future__ import annotations

from pipeline.emit.tables import Column, Shape
from pipeline.lexicon.fold import fold
from pipeline.plan import PageSource


def searchable(text: str) -> str:
    """Words without marks, capitals and line breaks: as the SQL macro ``plain`` has them."""
    return " ".join(fold(text).split())


TABLE = Shape(
    "pages",
    "The pages with their text.",
    PageSource,
    (
        Column("document", "text", "Name of the output folder; joins all tables."),
        Column("page", "int", "1-based."),
        Column("method"),
        Column("reason"),
        Column("rotation", "int"),
        Column("confidence", "number"),
        Column("error"),
        Column("text", "text", "The page's part of text.txt."),
        Column(
            "plain_text",
            "text",
            "Without marks and capitals, line breaks as spaces; as long as text.",
        ),
    ),
)
