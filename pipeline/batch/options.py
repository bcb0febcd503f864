"""What a batch can be told, beside the settings of a single document."""

from __future__ import annotations

import os
from dataclasses import dataclass, field

from pipeline.errors import ConfigurationError


def cores() -> int:
    """Cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@dataclass(frozen=True, slots=True)
class Options:
    """How a batch runs.

    ``jobs``: documents at a time. ``timeout``: seconds a document (None: no limit). ``memory_limit``: bytes a worker.
    ``max_failure_rate``: share (0..1) of failed documents, of at least 20 done, at which the batch stops.
    ``recycle``: documents after which a worker is replaced by a new one.
    """

    jobs: int = field(default_factory=cores)
    retry_failed: bool = False
    overwrite: bool = False
    timeout: float | None = 3600.0
    memory_limit: int | None = None
    max_failure_rate: float | None = None
    fail_fast: bool = False
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    recycle: int = 50

    def __post_init__(self) -> None:
        for name in ("jobs", "timeout", "memory_limit"):
            value = getattr(self, name)
            if value is not None and value <= 0:
                raise ConfigurationError(f"--{name.replace('_', '-')} must be above zero.", f"It is {value}.")
        if self.max_failure_rate is not None and not 0 <= self.max_failure_rate <= 1:
            raise ConfigurationError(
                "--max-failure-rate is a share between 0 and 1.", f"It is {self.max_failure_rate}."
            )
