"""Scores against gold, and the floors that CI keeps."""

from __future__ import annotations

from pipeline.evaluate.report import as_json, below, raised
from pipeline.evaluate.run import evaluate, score

__all__ = ["as_json", "below", "evaluate", "raised", "score"]
