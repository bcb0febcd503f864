"""Agencies -> the bodies that the document names."""

from __future__ import annotations

from pipeline.build.material import Material
from pipeline.lexicon.fold import slug
from pipeline.plan import Entity


def id_of(name: str, key: str | None) -> str:
    """Id of the entity of a body: its key in the lexicon, else "other:" and its folded name."""
    return key if key is not None else f"other:{slug(name)}"


def entities(material: Material) -> list[Entity]:
    """Every body named in the document, sorted by id."""
    raise NotImplementedError(material.document.source.file)
