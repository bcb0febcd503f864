"""Tables -> the published annexes."""

from __future__ import annotations

from pipeline.build.material import Material
from pipeline.plan import Annex


def annexes(material: Material) -> list[Annex]:
    """Every table of the document with its label, title, columns and cells."""
    raise NotImplementedError(material.document.source.file)
