"""Memory of a worker: its peak for each document, and a limit that the process cannot break.

Sizes in bytes. On systems without /proc the peak is that of the whole life of the process.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import re
import resource
import signal
import sys
import threading
import time
from pathlib import Path

_STATUS = Path("/proc/self/status")
_CLEAR = Path("/proc/self/clear_refs")
_HIGH_WATER = re.compile(r"^VmHWM:\s*(\d+) kB", re.MULTILINE)
# Libraries map far more address space than they use; the limit on it only stops sudden huge allocations.
_ADDRESS_SPACE_FACTOR = 2
# Room for what the libraries map on top of that as they are loaded, most of it never used (0.6 GB seen); without it a
# limit near the usual need of a worker would keep the libraries themselves from loading.
_LIBRARIES = 1 << 30
# How often a worker looks at itself, in seconds.
_WATCH_SECONDS = 0.25
# Exit status of a worker that ended itself because it used too much memory.
EXIT_MEMORY = 86


def reset_peak() -> None:
    """Let :func:`peak` start anew (Linux: "5" in clear_refs sets the high-water mark back)."""
    with contextlib.suppress(OSError):
        _CLEAR.write_text("5")


def peak() -> int:
    """Largest resident size of this process since :func:`reset_peak`."""
    with contextlib.suppress(OSError):
        if found := _HIGH_WATER.search(_STATUS.read_text()):
            return int(found[1]) * 1024
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit


def limit_address_space(limit: int) -> None:
    """Make an allocation that goes far over ``limit`` a MemoryError, on top of what is mapped now."""
    import psutil

    mapped = psutil.Process().memory_info().vms
    wanted = mapped + _LIBRARIES + _ADDRESS_SPACE_FACTOR * limit
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    if hard != resource.RLIM_INFINITY:
        wanted = min(wanted, hard)
    resource.setrlimit(resource.RLIMIT_AS, (wanted, hard))


def watch(limit: int | None) -> None:
    """Start the thread that ends this process (and what it started) over ``limit`` or when its program is gone.

    The program is the process that made this one with multiprocessing. It isn't the system's parent, the server that
    workers are forked from: that one lives as long as any of its workers.
    """
    threading.Thread(target=_watch, args=(limit,), name="kehoach-watch", daemon=True).start()


def resident() -> int:
    """Resident size of this process and all that it started."""
    import psutil

    me = psutil.Process()
    total = 0
    for one in (me, *me.children(recursive=True)):
        with contextlib.suppress(psutil.Error):
            total += one.memory_info().rss
    return total


def end_children() -> None:
    """Kill all that this process started."""
    import psutil

    for child in psutil.Process().children(recursive=True):
        with contextlib.suppress(psutil.Error):
            child.kill()


def end_over(limit: int) -> None:
    """End this process and all that it started if they hold more than ``limit``."""
    if resident() > limit:
        end_children()
        os._exit(EXIT_MEMORY)


def _watch(limit: int | None) -> None:
    program = multiprocessing.parent_process()
    while True:
        if program is not None and not program.is_alive():
            os.killpg(0, signal.SIGKILL)
        if limit is not None:
            end_over(limit)
        time.sleep(_WATCH_SECONDS)
