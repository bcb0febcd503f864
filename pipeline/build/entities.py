"""Agencies -> the bodies that the document names."""

from __future__ import annotations

from pipeline.build.material import Material
from pipeline.plan import Entity


def entities(material: Material) -> list[Entity]:
    """Every body named in the document, sorted by id."""
    raise NotImplementedError(material.document.source.file)
