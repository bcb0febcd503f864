"""Outline -> the published sections."""

from __future__ import annotations

from pipeline.build.material import Material
from pipeline.plan import Section


def sections(material: Material) -> list[Section]:
    """The parts of the text; their spans cover it without gap or overlap."""
    raise NotImplementedError(material.document.source.file)
