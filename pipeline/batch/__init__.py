"""Many documents: manifest, workers, limits, resume, cluster."""

from __future__ import annotations

from pipeline.batch.engine import Result, on_cluster, run
from pipeline.batch.events import Event, Totals
from pipeline.batch.inputs import Found, find
from pipeline.batch.job import Convert, Converted, Work
from pipeline.batch.long import Share
from pipeline.batch.options import Options, cores

__all__ = [
    "Convert",
    "Converted",
    "Event",
    "Found",
    "Options",
    "Result",
    "Share",
    "Totals",
    "Work",
    "cores",
    "find",
    "on_cluster",
    "run",
]
