"""Documents made from a string by the real text reader."""

from __future__ import annotations

from pipeline.document import Document, Source
from pipeline.extract.assemble import assemble
from pipeline.extract.text import read_text


def text_document(text: str) -> Document:
    return assemble(Source("test.txt", "0" * 64, "text/plain"), [read_text(text.encode())])
