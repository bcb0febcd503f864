"""Who does what -> responsibilities."""

from __future__ import annotations

from pipeline.build.material import Material
from pipeline.plan import Responsibility


def responsibilities(material: Material) -> list[Responsibility]:
    """One entry for each agency and each dash or sentence that gives it a duty."""
    raise NotImplementedError(material.document.source.file)
