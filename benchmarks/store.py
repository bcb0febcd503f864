"""How quick questions are over many documents: ``python -m benchmarks.store OUTPUTS COUNT...``.

Copies the records of a folder of outputs, numbered anew, until there are COUNT of them, and prints the seconds of the
first query (which builds the cache), of a later one, and of some questions.
"""

from __future__ import annotations

import sys
import time
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


def timed(label: str, started: float) -> None:
    print(f"  {label:<28} {time.perf_counter() - started:8.2f} s", flush=True)


def measure(outputs: Path) -> None:
    started = time.perf_counter()
    Store(outputs).close()
    timed("first opening (builds cache)", started)
    started = time.perf_counter()
    with Store(outputs) as store:
        timed("opening again", started)
        for name in ("indicators-by-year", "load-by-agency", "cited-most", "contradictions"):
            started = time.perf_counter()
            store.query(questions.sql(name))
            timed(f"@{name}", started)
        started = time.perf_counter()
        search(store, "nhan luc")
        timed("search nhan luc", started)
        started = time.perf_counter()
        series(store, "tỷ lệ lao động qua đào tạo")
        timed("series", started)
    next(outputs.glob("*/plan.json")).touch()
    started = time.perf_counter()
    Store(outputs).close()
    timed("opening after one change", started)


def main(source: str, *counts: str) -> None:
    for count in map(int, counts):
        with TemporaryDirectory() as folder:
            multiply(Path(source), Path(folder), count)
            print(f"{count} documents", flush=True)
            measure(Path(folder))


if __name__ == "__main__":
    main(*sys.argv[1:])
