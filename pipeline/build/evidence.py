"""Where a value stands on the page (see :mod:`pipeline.evidence`)."""

from __future__ import annotations

from pipeline.evidence import of_flow, of_spans

__all__ = ["of_flow", "of_spans"]
