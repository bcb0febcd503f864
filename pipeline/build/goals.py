"""Targets in prose, dash lists and annex tables -> goals, one for each indicator."""

from __future__ import annotations

from pipeline.build.material import Material
from pipeline.plan import Annex, Goal


def goals(material: Material, annexes: list[Annex]) -> list[Goal]:
    """Every target of the document, body and annex merged by indicator."""
    raise NotImplementedError(material.document.source.file, len(annexes))
