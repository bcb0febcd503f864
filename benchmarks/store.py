"""How quick questions are over many documents: ``python -m benchmarks.store OUTPUTS COUNT...``.

Copies the records of a folder of outputs, numbered anew, until there are COUNT of them, and prints the seconds (CPU
and clock) of the first query, which builds the cache, of a later one, and of some questions, with the most memory
that the process has held until then, and the load of the machine. One COUNT a run, where memory is to be compared.
"""

from __future__ import annotations

import os
import resource
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from pipeline.store import Store, questions
from pipeline.store.search import search
from pipeline.store.series import series


def multiply(source: Path, target: Path, count: int) -> None:
    folders = sorted(path.parent for path in source.glob("*/plan.json"))
    for number in range(count):
        folder = folders[number % len(folders)]
        made = target / f"{number:06d}-{folder.name}"
        made.mkdir()
        for name in ("plan.json", "text.txt"):
            (made / name).write_bytes((folder / name).read_bytes())


@contextmanager
def timed(label: str) -> Iterator[None]:
    cpu, clock = time.process_time(), time.perf_counter()
    yield
    took = f"{time.process_time() - cpu:8.2f} s CPU {time.perf_counter() - clock:8.2f} s"
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
    print(f"  {label:<28} {took} {most:6.0f} MB", flush=True)


def measure(outputs: Path) -> None:
    with timed("first opening (builds cache)"):
        Store(outputs).close()
    with timed("opening again"):
        store = Store(outputs)
    for name in ("indicators-by-year", "load-by-agency", "cited-most", "contradictions"):
        with timed(f"@{name}"):
            store.query(questions.sql(name))
    with timed("search nhan luc"):
        search(store, "nhan luc")
    with timed("series"):
        series(store, "tỷ lệ lao động qua đào tạo")
    store.close()
    next(outputs.glob("*/plan.json")).touch()
    with timed("opening after one change"):
        Store(outputs).close()


def main(source: str, *counts: str) -> None:
    with TemporaryDirectory() as folder:
        # what is loaded once is not what is measured
        multiply(Path(source), Path(folder), 1)
        Store(folder).close()
    for count in map(int, counts):
        with TemporaryDirectory() as folder:
            multiply(Path(source), Path(folder), count)
            size = sum(path.stat().st_size for path in Path(folder).glob("*/plan.json"))
            load = " ".join(f"{part:.1f}" for part in os.getloadavg())
            print(
                f"{count} documents, {size / 1e6:.0f} MB of records; load {load} on {os.cpu_count()} CPUs", flush=True
            )
            measure(Path(folder))


if __name__ == "__main__":
    main(*sys.argv[1:])
