"""Letterhead, title and closing block -> the header of the record."""

from __future__ import annotations

from pipeline.build.material import Material
from pipeline.plan import DocumentHeader


def header(material: Material) -> DocumentHeader:
    """What the document says of itself."""
    raise NotImplementedError(material.document.source.file)
