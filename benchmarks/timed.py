"""One contestant on one file, in this process: prints its times as JSON.

python -m benchmarks.timed CONTESTANT FILE RUNS
"""

from __future__ import annotations

import importlib
import json
import os
import resource
import sys
import time
from pathlib import Path


def cpu() -> float:
    """User and system seconds of this process and of the programs that it has run."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(u.ru_utime + u.ru_stime for u in used)


def main() -> None:
    os.environ.setdefault("OMP_THREAD_LIMIT", "1")
    name, path, runs = sys.argv[1], Path(sys.argv[2]), int(sys.argv[3])
    begun = time.perf_counter()
    work = importlib.import_module(f"benchmarks.contestants.{name}").prepare(path)
    work()
    first = time.perf_counter() - begun
    spent, walls = [], []
    for _ in range(runs):
        used, clock = cpu(), time.perf_counter()
        work()
        spent.append(cpu() - used)
        walls.append(time.perf_counter() - clock)
    peak = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)) / 1024
    print(json.dumps({"cpu": spent, "wall": walls, "peak_mb": peak, "first": first}))


if __name__ == "__main__":
    main()
