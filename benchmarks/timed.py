"""One contestant on one file, in this process: prints its times as JSON.

python -m benchmarks.timed CONTESTANT FILE RUNS
"""

from __future__ import annotations

import importlib
import json
import os
import re
import resource
import sys
import time
from pathlib import Path


def cpu() -> float:
    """User and system seconds of this process and of the programs that it has run."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(u.ru_utime + u.ru_stime for u in used)


def own_peak() -> float:
    """Largest resident size of this process in MB; ``ru_maxrss`` would be that of the process that started it, too.

    ``pipeline.batch.memory`` has the same, but this module also runs where only another program is installed.
    """
    status = Path("/proc/self/status")
    found = re.search(r"^VmHWM:\s*(\d+) kB", status.read_text(), re.MULTILINE) if status.is_file() else None
    return int(found[1]) / 1024 if found else resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


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
    peak = max(own_peak(), resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024)
    print(json.dumps({"cpu": spent, "wall": walls, "peak_mb": peak, "first": first}))


if __name__ == "__main__":
    main()
