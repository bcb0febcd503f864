"""A long night in short: a thousand documents, killed in the middle, resumed.

    python -m benchmarks.soak [--documents 1000] [--single 250] [--mutated 0.25] [--scans 0.01] [--json FILE]
        [--markdown FILE]

Digital samples and, where it lies beside the project, the digital part of the corpus, multiplied (each copy with bytes
of its own) and partly mutated; a share ``--scans`` are copies of the scanned sample. The first ``--single`` documents
are read by one worker and then by two (what the second one is worth); then all of them by two: that batch is killed
(kill -9) when half is done, and started again. A watcher looks at every process once a second: CPU seconds
are what it saw last of each, memory of a worker is its resident size in the first and the last quarter of its life.
Ends with exit code 1 where a document was lost, ended without a reason we know, or came out with other bytes.
"""

from __future__ import annotations

import argparse
import json
import random
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import psutil

from tests.batch.mutate import FINE, copied, mutated, seeds
from tests.batch.results import differences, written

ROOT = Path(__file__).resolve().parent.parent
_MB = 1 << 20
# Sizes above this are left out; most documents are small ones, so that a thousand fit into an hour.
LARGEST, SMALL = 400_000, 30_000
_SHARE_SMALL = 0.85
SCANS = sorted((ROOT / "raw_docs").glob("*scan*.pdf"))


@dataclass
class Worker:
    """What was seen of one process: resident bytes by time, CPU seconds at last sight."""

    seen: list[tuple[float, int]] = field(default_factory=list)
    cpu: float = 0.0

    def quarter(self, last: bool) -> int:
        """Largest resident size in the first or the last quarter of the life that was seen."""
        begin, end = self.seen[0][0], self.seen[-1][0]
        edge = (end - begin) / 4
        return max(size for at, size in self.seen if (at >= end - edge if last else at <= begin + edge))


@dataclass
class Run:
    """One ``kehoach batch``: figures of this run only. Seconds of wall clock but for ``cpu_seconds``; bytes."""

    jobs: int
    killed: bool = False
    documents: int = 0
    pages: int = 0
    seconds: float = 0.0
    cpu_seconds: float = 0.0
    until_start: float = 0.0
    until_first_document: float = 0.0
    outcomes: dict[str, int] = field(default_factory=dict)
    first_tenth_peak: int = 0
    last_tenth_peak: int = 0
    workers: int = 0
    workers_early: int = 0
    workers_late: int = 0
    largest_worker: int = 0
    first_worker_peak: int = 0
    last_worker_peak: int = 0
    parent_early: int = 0
    parent_late: int = 0


class Watcher(threading.Thread):
    """Looks once a second at the batch and its workers (whose folders below ``.work`` carry their process ids)."""

    def __init__(self, pid: int, outputs: Path) -> None:
        super().__init__(daemon=True)
        self.parent = psutil.Process(pid)
        self.scratch = outputs / ".work"
        self.workers: dict[int, Worker] = {}
        self.others: dict[int, Worker] = {}
        self.over = threading.Event()

    def run(self) -> None:
        """Look until told that it is over."""
        while not self.over.wait(1.0):
            self.look()

    def look(self) -> None:
        """Note what every process holds and has used."""
        try:
            family = [self.parent, *self.parent.children(recursive=True)]
        except psutil.Error:
            return
        for process in family:
            works = (self.scratch / str(process.pid)).is_dir()
            kept = (self.workers if works else self.others).setdefault(process.pid, Worker())
            try:
                used = process.cpu_times()
                kept.seen.append((time.monotonic(), process.memory_info().rss))
                kept.cpu = used.user + used.system
            except psutil.Error:
                continue

    def tell(self, run: Run) -> None:
        """Write what was seen into the figures of the run."""
        workers = [one for one in self.workers.values() if len(one.seen) > 4]
        run.cpu_seconds = sum(one.cpu for one in (*self.workers.values(), *self.others.values()))
        run.workers = len(self.workers)
        if workers:
            run.workers_early = round(statistics.median(one.quarter(last=False) for one in workers))
            run.workers_late = round(statistics.median(one.quarter(last=True) for one in workers))
            run.largest_worker = max(size for one in workers for _, size in one.seen)
            run.first_worker_peak = max(size for _, size in workers[0].seen)
            run.last_worker_peak = max(size for _, size in workers[-1].seen)
        if parent := self.others.get(self.parent.pid):
            run.parent_early, run.parent_late = parent.quarter(last=False), parent.quarter(last=True)


def inbox(folder: Path, count: int, share_mutated: float, share_scans: float, seed: int) -> Counter[str]:
    """Write ``count`` documents, no two with the same bytes; returns how many of each kind."""
    folder.mkdir()
    sources = seeds(LARGEST)
    small = [one for one in sources if len(one[1]) <= SMALL]
    contents = [data for _, data in sources]
    chance = random.Random(seed)
    kinds: Counter[str] = Counter()
    for number in range(count):
        if chance.random() < share_scans:
            scan = chance.choice(SCANS)
            (folder / f"{number:05d}-{scan.name}").write_bytes(copied(scan.read_bytes(), scan.suffix, number))
            kinds["scanned"] += 1
            continue
        name, data = chance.choice(small if chance.random() < _SHARE_SMALL else sources)
        changed = chance.random() < share_mutated
        data = copied(mutated(data, contents, chance) if changed else data, Path(name).suffix, number)
        (folder / f"{number:05d}-{name}").write_bytes(data)
        kinds["mutated" if changed else f"whole {Path(name).suffix}"] += 1
    return kinds


def batch(named: list[str], outputs: Path, jobs: int, kill_after: int | None = None) -> Run:
    """Run the command and watch it; ``kill_after`` documents it gets a kill -9."""
    command = [Path(sys.executable).with_name("kehoach"), "batch", *named, "-o", outputs, "-j", str(jobs), "--json"]
    started = time.monotonic()
    run, peaks, outcomes = Run(jobs), [], Counter[str]()
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, cwd=ROOT) as process:
        watcher = Watcher(process.pid, outputs)
        watcher.start()
        for line in process.stdout or ():
            event: dict[str, Any] = json.loads(line)
            if event["event"] == "start":
                run.until_start = time.monotonic() - started
            elif document := event.get("document"):
                run.until_first_document = run.until_first_document or time.monotonic() - started
                run.documents += 1
                run.pages += document["pages"]
                outcomes[document["error"]["code"] if document["error"] else document["status"]] += 1
                peaks.append(document["peak_memory"] or 0)
            if kill_after is not None and run.documents >= kill_after:
                process.kill()
                run.killed = True
                break
        watcher.look()
    watcher.over.set()
    watcher.join()
    _wait_for_the_end(watcher.workers)
    run.seconds = time.monotonic() - started
    run.outcomes = dict(outcomes.most_common())
    tenth = max(1, len(peaks) // 10)
    run.first_tenth_peak = round(statistics.median(peaks[:tenth])) if peaks else 0
    run.last_tenth_peak = round(statistics.median(peaks[-tenth:])) if peaks else 0
    watcher.tell(run)
    return run


def _wait_for_the_end(pids: dict[int, Worker]) -> None:
    """Workers of a killed batch end themselves; none may be left to write behind the next one's back."""
    until = time.monotonic() + 30
    while any(psutil.pid_exists(pid) for pid in pids):
        if time.monotonic() > until:
            raise RuntimeError("workers of the killed batch are still there")
        time.sleep(0.1)


def lines(found: dict[str, Any]) -> str:
    """The figures as Markdown."""
    heads = ("", "1 job", "2 jobs, the same documents", "2 jobs, all, until killed", "2 jobs, resumed")
    runs = [found["single"], found["pair"], found["killed"], found["resumed"]]

    def size(*names: str) -> list[str]:
        return [" -> ".join(f"{run[name] / _MB:.0f}" for name in names) for run in runs]

    rows = [
        ("documents", *[str(run["documents"]) for run in runs]),
        ("pages", *[str(run["pages"]) for run in runs]),
        ("wall seconds", *[f"{run['seconds']:.0f}" for run in runs]),
        ("CPU seconds", *[f"{run['cpu_seconds']:.0f}" for run in runs]),
        ("pages a wall second", *[f"{run['pages'] / run['seconds']:.2f}" for run in runs]),
        ("pages a CPU second", *[f"{run['pages'] / max(run['cpu_seconds'], 0.01):.2f}" for run in runs]),
        ("workers started", *[str(run["workers"]) for run in runs]),
        ("MB a worker, first -> last quarter of its life (median)", *size("workers_early", "workers_late")),
        ("MB, peak of the first -> of the last worker", *size("first_worker_peak", "last_worker_peak")),
        ("MB, largest worker", *size("largest_worker")),
        ("MB a document, first -> last tenth (median of peaks)", *size("first_tenth_peak", "last_tenth_peak")),
        ("MB, parent, first -> last quarter", *size("parent_early", "parent_late")),
    ]
    table = [heads, ("---",) * len(heads), *rows]
    told = "\n".join(f"| {' | '.join(row)} |" for row in table)
    return (
        f"{found['documents']} documents ({', '.join(f'{n} {kind}' for kind, n in found['kinds'].items())}), "
        f"{found['pages']} pages; {found['outcomes']}.\n\n{told}\n\n"
        f"Two jobs did in one second what one did in {found['gain']:.2f}.\n\n"
        f"Lost by kill -9 and resume: {found['again']} documents in work done anew "
        f"({found['again_seconds']:.1f} s of work), {found['resumed']['until_start']:.1f} s until the resumed batch "
        f"knew what was left, {found['resumed']['until_first_document']:.1f} s until its first document.\n"
        f"Not accounted for: {found['missing']}; other bytes than with one worker: {found['different']}.\n"
    )


def soak(wanted: argparse.Namespace, folder: Path) -> dict[str, Any]:
    """All runs and what they came to."""
    documents, single = wanted.documents, wanted.single
    kinds = inbox(folder / "inbox", documents, wanted.mutated, wanted.scans, wanted.seed)
    files = sorted(str(path) for path in (folder / "inbox").iterdir())
    one, two = folder / "one", folder / "two"
    alone = batch(files[:single], one, 1)
    print(f"1 job: {alone}", flush=True)
    pair = batch(files[:single], folder / "pair", 2)
    print(f"2 jobs, the same: {pair}", flush=True)
    killed = batch([str(folder / "inbox")], two, 2, kill_after=documents // 2)
    print(f"2 jobs, killed: {killed}", flush=True)
    resumed = batch([str(folder / "inbox")], two, 2)
    print(f"2 jobs, resumed: {resumed}", flush=True)
    rows = [json.loads(line) for line in (two / "manifest.jsonl").read_text(encoding="utf-8").splitlines()]
    # at the kill every worker had one document in hand
    again, mean = killed.jobs, sum(row["seconds"] for row in rows) / max(1, len(rows))
    theirs = {name: data for name, data in written(one).items() if "/" in name}
    ours = {
        name: data for name, data in written(two).items() if name.split("/")[0] in {n.split("/")[0] for n in theirs}
    }
    return {
        "documents": documents,
        "kinds": dict(kinds),
        "pages": sum(row["pages"] for row in rows),
        "outcomes": dict(
            Counter(row["error"]["code"] if row["error"] else row["status"] for row in rows).most_common()
        ),
        "missing": sorted({Path(name).name for name in files} - {Path(row["input"]).name for row in rows}),
        "faults": [row for row in rows if row["error"] and row["error"]["code"] not in FINE],
        "different": differences(theirs, ours),
        "gain": (alone.seconds - alone.until_start) / (pair.seconds - pair.until_start),
        "again": again,
        "again_seconds": again * mean,
        **{
            name: asdict(run)
            for name, run in (("single", alone), ("pair", pair), ("killed", killed), ("resumed", resumed))
        },
    }


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=1000)
    parser.add_argument("--single", type=int, default=250)
    parser.add_argument("--mutated", type=float, default=0.25)
    parser.add_argument("--scans", type=float, default=0.01)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--json", type=Path)
    parser.add_argument("--markdown", type=Path)
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="soak-") as folder:
        found = soak(wanted, Path(folder))
    if wanted.json:
        wanted.json.write_text(json.dumps(found, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    if wanted.markdown:
        wanted.markdown.write_text(lines(found), encoding="utf-8")
    print(lines(found))
    for fault in found["faults"]:
        print(f"FAULT {fault['input']}: {fault['error']}")
    return int(bool(found["missing"] or found["faults"] or found["different"]))


if __name__ == "__main__":
    sys.exit(main())
