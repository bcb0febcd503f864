"""Citations -> the documents that this one rests on or names."""

from __future__ import annotations

from pipeline.build.material import Material
from pipeline.plan import LegalBasis


def legal_bases(material: Material) -> list[LegalBasis]:
    """Each other document cited by number, once, in the order of first mention."""
    raise NotImplementedError(material.document.source.file)
