"""Tables of digital pages that no lines divide into cells."""

from pipeline.extract.unruled.find import tables

__all__ = ["tables"]
