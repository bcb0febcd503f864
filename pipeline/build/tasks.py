"""Dashes, letters, paragraphs and table rows that are work to do -> tasks."""

from __future__ import annotations

from pipeline.build.material import Material
from pipeline.plan import Annex, LegalBasis, Task


def tasks(material: Material, annexes: list[Annex], legal_bases: list[LegalBasis]) -> list[Task]:
    """Every piece of work of the document at the finest level that stands for itself."""
    raise NotImplementedError(material.document.source.file, len(annexes), len(legal_bases))
