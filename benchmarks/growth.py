"""Does the cost grow with the work? Pages of one document, and documents of one batch; with curves as a picture.

    python -m benchmarks.growth [--pages 1,4,20,100,500] [--documents 10,100,1000,10000] [--json FILE] [--svg FILE]

Pages: the digital sample, its pages repeated, read and understood; CPU milliseconds a page, the smallest of ``--runs``,
each count in a process of its own. Documents: short texts, no two alike, through ``kehoach batch`` with one worker: CPU
seconds of all processes, wall time of the first and the last of them, largest resident size.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
import time
from io import BytesIO
from pathlib import Path
from typing import Any

from benchmarks import soak

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = ROOT / "raw_docs" / "ke-hoach-tinh-nhan-luc-2026.pdf"
TEXT = ROOT / "raw_docs" / "ke-hoach-xa-nong-thon-moi-2026.txt"


def repeated(pages: int) -> bytes:
    """The sample with ``pages`` pages, its own ones over and over."""
    import pypdfium2

    with pypdfium2.PdfDocument(SAMPLE) as sample, pypdfium2.PdfDocument.new() as long:
        for number in range(pages):
            long.import_pages(sample, [number % len(sample)])
        written = BytesIO()
        long.save(written)
        return written.getvalue()


def one_document(pages: int, runs: int) -> dict[str, float]:
    """CPU seconds a page to read and to understand, in this process, and its peak memory."""
    from pipeline import extract, run
    from pipeline.batch import memory
    from pipeline.config import Settings

    settings = Settings.from_environment()
    run.understand(extract.read(SAMPLE, settings, lambda *_: None))  # libraries and models
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"{pages}.pdf"
        path.write_bytes(repeated(pages))
        read, understood = [], []
        for _ in range(runs):
            begun = time.process_time()
            document = extract.read(path, settings, lambda *_: None)
            middle = time.process_time()
            run.understand(document)
            read.append(middle - begun)
            understood.append(time.process_time() - middle)
    return {
        "pages": pages,
        "read_ms": 1000 * min(read) / pages,
        "understand_ms": 1000 * min(understood) / pages,
        "peak_mb": memory.peak() / (1 << 20),
    }


def one_batch(documents: int) -> dict[str, float]:
    """Figures of a whole ``kehoach batch`` with one worker, its start included."""
    text = TEXT.read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder:
        inbox, outputs = Path(folder) / "inbox", Path(folder) / "outputs"
        inbox.mkdir()
        for number in range(documents):
            (inbox / f"{number:05d}.txt").write_text(f"{text}\n{number}\n", encoding="utf-8")
        done = soak.batch([str(inbox)], outputs, 1)
        rows = [json.loads(line) for line in (outputs / "manifest.jsonl").read_text(encoding="utf-8").splitlines()]
    tenth = max(1, documents // 10)
    later = rows[1:]  # the first one loads libraries and models
    return {
        "documents": documents,
        "cpu_s": done.cpu_seconds,
        "wall_s": done.seconds,
        "first_tenth_ms": 1000 * statistics.median(row["seconds"] for row in later[:tenth]),
        "last_tenth_ms": 1000 * statistics.median(row["seconds"] for row in later[-tenth:]),
        "worker_mb": max(row["peak_memory"] or 0 for row in rows) / (1 << 20),
        "parent_mb": done.parent_late / (1 << 20),
    }


def in_a_process_of_its_own(pages: int, runs: int) -> dict[str, float]:
    """:func:`one_document` in a new process, so that its peak memory is its own."""
    command = [sys.executable, "-m", "benchmarks.growth", "--one", str(pages), "--runs", str(runs)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT)
    found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return found


def table(found: dict[str, list[dict[str, float]]]) -> str:
    """The figures as two Markdown tables."""
    lines = ["| pages | read, ms a page | understand, ms a page | peak MB |", "|---|---|---|---|"]
    lines += [
        f"| {row['pages']:.0f} | {row['read_ms']:.1f} | {row['understand_ms']:.1f} | {row['peak_mb']:.0f} |"
        for row in found["pages"]
    ]
    lines += [
        "",
        "| documents | CPU s | CPU ms each | ms each, first tenth | ms each, last tenth | worker MB | parent MB |",
        "|---|---|---|---|---|---|---|",
    ]
    lines += [
        f"| {row['documents']:.0f} | {row['cpu_s']:.1f} | {1000 * row['cpu_s'] / row['documents']:.1f} "
        f"| {row['first_tenth_ms']:.1f} | {row['last_tenth_ms']:.1f} "
        f"| {row['worker_mb']:.0f} | {row['parent_mb']:.0f} |"
        for row in found["documents"]
    ]
    return "\n".join(lines) + "\n"


def draw(found: dict[str, list[dict[str, float]]], path: Path) -> None:
    """Both curves on logarithmic axes: a cost that grows with the work is a straight line that rises by 45 degrees."""
    import matplotlib

    matplotlib.use("Agg")
    matplotlib.rcParams.update({"svg.hashsalt": "kehoach", "font.family": "DejaVu Sans"})
    from matplotlib import pyplot

    figure, (left, right) = pyplot.subplots(1, 2, figsize=(10, 4))
    pages = [row["pages"] for row in found["pages"]]
    for part, label in (("read_ms", "reading"), ("understand_ms", "outline to record")):
        seconds = [row[part] * row["pages"] / 1000 for row in found["pages"]]
        left.loglog(pages, seconds, marker="o", label=label)
    left.loglog(pages, [seconds[-1] * n / pages[-1] for n in pages], "k--", linewidth=0.8, label="linear")
    left.set(xlabel="pages of one document", ylabel="CPU seconds", aspect="equal")
    left.legend()
    documents = [row["documents"] for row in found["documents"]]
    cost = [row["cpu_s"] for row in found["documents"]]
    right.loglog(documents, cost, marker="o", label="kehoach batch, start included")
    right.loglog(documents, [cost[-1] * n / documents[-1] for n in documents], "k--", linewidth=0.8, label="linear")
    right.set(xlabel="documents of one batch", ylabel="CPU seconds", aspect="equal")
    right.legend()
    for axes in (left, right):
        axes.grid(which="both", alpha=0.3)
    figure.tight_layout()
    figure.savefig(path, metadata={"Date": None})


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", default="1,4,20,100,500")
    parser.add_argument("--documents", default="10,100,1000,10000")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--one", type=int, help=argparse.SUPPRESS)
    parser.add_argument("--json", type=Path)
    parser.add_argument("--svg", type=Path)
    parser.add_argument("--drawn-from", type=Path, metavar="JSON", help="draw the curves of an earlier run anew")
    wanted = parser.parse_args()
    if wanted.drawn_from:
        draw(json.loads(wanted.drawn_from.read_text(encoding="utf-8")), wanted.svg)
        return
    if wanted.one:
        print(json.dumps(one_document(wanted.one, wanted.runs)))
        return
    found: dict[str, Any] = {"pages": [], "documents": []}
    for pages in filter(None, wanted.pages.split(",")):
        found["pages"].append(in_a_process_of_its_own(int(pages), wanted.runs))
        print(found["pages"][-1], file=sys.stderr, flush=True)
    for documents in filter(None, wanted.documents.split(",")):
        found["documents"].append(one_batch(int(documents)))
        print(found["documents"][-1], file=sys.stderr, flush=True)
    print(table(found))
    if wanted.json:
        wanted.json.write_text(json.dumps(found, indent=2) + "\n", encoding="utf-8")
    if wanted.svg:
        draw(found, wanted.svg)


if __name__ == "__main__":
    main()
