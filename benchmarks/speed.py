"""Our whole pipeline beside the tools that a user would pick instead, and beside what the work must cost at least.

    python -m benchmarks.speed [--files FILE...] [--runs 5] [--json FILE] [--markdown FILE]

Digital files: floor pypdfium2 (raw text), peers pdfplumber and viparse (text only, no structure). Scans: floor
tesserocr on the page image that we prepare, peers the ``tesseract`` program on pages rendered at 300 dpi, OCRmyPDF and
nom-vn, which are installed into an environment of their own. Each runs in
a process of its own; CPU seconds are user + system, start-up (imports, models) is measured apart and left out;
medians over the runs. Peak memory is the largest resident size of the process.
"""

from __future__ import annotations

import argparse
import importlib
import json
import platform
import statistics
import subprocess
import sys
from dataclasses import asdict, dataclass
from pathlib import Path

from benchmarks.reading_methods import PEERS, install_peers

ROOT = Path(__file__).resolve().parent.parent
CORPUS = ROOT.parent / "shared" / "corpus" / "docs"

CONTESTANTS = {
    "kehoach_whole": "kehoach, whole pipeline",
    "kehoach_reading": "kehoach, reading only",
    "pypdfium2_floor": "pypdfium2 (floor)",
    "pdfplumber_text": "pdfplumber",
    "viparse_text": "viparse",
    "tesserocr_floor": "tesserocr (floor)",
    "tesseract_program": "tesseract program, 300 dpi",
    "ocrmypdf_program": "OCRmyPDF",
    "nom_vn": "nom-vn",
}
"""Module in benchmarks/contestants -> name in the table."""


@dataclass(frozen=True)
class Result:
    """One contestant on one file: medians a page, in milliseconds of CPU and of wall time.

    ``first_s``: seconds from the start of the process to the end of the first run, imports and models included.
    """

    contestant: str
    delivers: str
    file: str
    pages: int
    cpu_ms: float
    wall_ms: float
    peak_mb: float
    first_s: float


def measure(name: str, file: Path, runs: int, pages: int) -> Result | str:
    """Medians of one contestant on one file, or why it could not run."""
    contestant = importlib.import_module(f"benchmarks.contestants.{name}")
    python = PEERS / "bin" / "python" if getattr(contestant, "PEER", False) else sys.executable
    command = [str(python), "-m", "benchmarks.timed", name, str(file), str(runs)]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False)
    if done.returncode:
        return done.stderr.strip().splitlines()[-1] if done.stderr.strip() else f"exit code {done.returncode}"
    told = json.loads(done.stdout.strip().splitlines()[-1])
    return Result(
        contestant=CONTESTANTS[name],
        delivers=contestant.DELIVERS,
        file=file.name,
        pages=pages,
        cpu_ms=round(1000 * statistics.median(told["cpu"]) / pages, 1),
        wall_ms=round(1000 * statistics.median(told["wall"]) / pages, 1),
        peak_mb=round(told["peak_mb"]),
        first_s=round(told["first"], 2),
    )


def kind_of(file: Path) -> tuple[str, int]:
    """Whether most pages of a PDF have a text layer, and how many there are."""
    import pypdfium2

    with pypdfium2.PdfDocument(file) as pdf:
        texts = [len(page.get_textpage().get_text_bounded()) > 100 for page in pdf]
    return ("digital" if sum(texts) * 2 > len(texts) else "scan"), len(texts)


def start_up(runs: int) -> float:
    """Median seconds of ``kehoach --help``."""
    import time

    times = []
    for _ in range(runs):
        begun = time.perf_counter()
        subprocess.run([str(Path(sys.executable).parent / "kehoach"), "--help"], capture_output=True, check=True)
        times.append(time.perf_counter() - begun)
    return round(statistics.median(times), 3)


def table(results: list[Result]) -> str:
    """The results as a Markdown table, a row for each contestant and file."""
    rows = [
        "| file | pages | tool | delivers | CPU ms/page | of ours | wall ms/page | peak MB | first run s |",
        "|---|---|---|---|---|---|---|---|---|",
    ]
    for r in results:
        ours = next(o for o in results if o.file == r.file and o.contestant == CONTESTANTS["kehoach_whole"])
        rows.append(
            f"| {r.file} | {r.pages} | {r.contestant} | {r.delivers} | {r.cpu_ms} | {r.cpu_ms / ours.cpu_ms:.2f} x "
            f"| {r.wall_ms} | {r.peak_mb:.0f} | {r.first_s} |"
        )
    return "\n".join(rows) + "\n"


def default_files() -> list[Path]:
    named = ("vungtau-kh2144*.pdf", "daknong-stc*.pdf", "dhtaydo-kh1146*.pdf")
    return sorted((ROOT / "raw_docs").glob("*.pdf")) + [path for name in named for path in sorted(CORPUS.glob(name))]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--files", type=Path, nargs="+")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--json", type=Path)
    parser.add_argument("--markdown", type=Path)
    arguments = parser.parse_args()
    if missing := install_peers():
        print(f"other programs are left out: {missing}", file=sys.stderr)
    results: list[Result] = []
    for file in arguments.files or default_files():
        kind, pages = kind_of(file)
        for name in CONTESTANTS:
            if kind in importlib.import_module(f"benchmarks.contestants.{name}").SUITS:
                result = measure(name, file.resolve(), arguments.runs, pages)
                if isinstance(result, str):
                    print(f"{file.name}: {name} left out: {result}", file=sys.stderr)
                else:
                    results.append(result)
                    print(f"{file.name}: {name}: {result.cpu_ms} ms CPU a page", file=sys.stderr)
    help_seconds = start_up(arguments.runs)
    text = (
        table(results)
        + f"\n`kehoach --help`: {help_seconds} s. {platform.machine()}, Python {platform.python_version()}.\n"
    )
    print(text)
    if arguments.markdown:
        arguments.markdown.write_text(text, encoding="utf-8")
    if arguments.json:
        told = {"machine": platform.platform(), "help_seconds": help_seconds, "results": [asdict(r) for r in results]}
        arguments.json.write_text(json.dumps(told, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
