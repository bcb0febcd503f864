"""The readers that are compared, each run in a process of its own so that its time and memory are its own.

``python -m benchmarks.reading_methods METHOD FOLDER`` reads the images listed in FOLDER/pages.json and writes what it
read to FOLDER/METHOD.json.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from pathlib import Path

from PIL import Image

from pipeline.batch import memory

ROOT = Path(__file__).resolve().parent.parent
PEERS = ROOT / ".cache" / "peers"
"""Environment of the other programs: they are not dependencies of the project."""
PEER_PACKAGES = ("ocrmypdf==17.13.0", "viparse[ocr]==0.1.31", "nom-vn[doc]==0.2.37")


@dataclass(slots=True)
class ReadPage:
    """What a method read on a page: its lines, the rows of its tables, the words that it holds doubtful."""

    lines: list[str]
    rows: list[list[str]] = field(default_factory=list)
    doubtful: list[str] = field(default_factory=list)
    seconds: float = 0.0


@dataclass(slots=True)
class Outcome:
    """All pages of one method, and the most memory that it took, in MB."""

    pages: list[ReadPage]
    peak_mb: float


def kehoach(image: Path, dpi: float) -> ReadPage:
    """This project's reader."""
    from pipeline.config import Settings
    from pipeline.extract.ocr import read_image_page
    from pipeline.extract.page_content import PrintedTable

    with Image.open(image) as page:
        page.load()
    content = read_image_page(page, dpi, Settings.from_environment())
    read = ReadPage([], doubtful=[w.text for line in content.lines() for w in line.words if w.doubtful])
    for item in content.items:
        if isinstance(item, PrintedTable):
            read.rows += [item.row(row) for row in range(item.n_rows)]
        else:
            read.lines.append(item.content)
    return read


def tesseract(image: Path, dpi: float) -> ReadPage:
    """The tesseract program with the same model on the page brought to 300 dpi, as users run it."""
    scaled = image.with_suffix(".300.png")
    with Image.open(image) as page:
        factor = 300 / dpi
        grown = page.convert("RGB").resize((round(page.width * factor), round(page.height * factor)))
        grown.save(scaled, dpi=(300, 300))
    return ReadPage(_run(["tesseract", str(scaled), "-", "-l", "vie", "--dpi", "300"]).splitlines())


def ocrmypdf(image: Path, dpi: float) -> ReadPage:
    """OCRmyPDF with --deskew; its sidecar text."""
    sidecar, pdf = image.with_suffix(".txt"), image.with_suffix(".pdf")
    command = [str(PEERS / "bin" / "ocrmypdf"), "-q", "-l", "vie", "--image-dpi", str(round(dpi)), "--jobs", "1"]
    _run([*command, "--deskew", "--output-type", "pdf", "--sidecar", str(sidecar), str(image), str(pdf)])
    return ReadPage(sidecar.read_text(encoding="utf-8").splitlines())


def viparse(image: Path, dpi: float) -> ReadPage:  # noqa: ARG001 - the signature of methods; it has no such setting
    """Viparse with its OCR extra."""
    return ReadPage(_run([str(PEERS / "bin" / "viparse"), "--ocr", "-o", "text", str(image)]).splitlines())


METHODS: dict[str, Callable[[Path, float], ReadPage]] = {
    "kehoach": kehoach,
    "tesseract": tesseract,
    "ocrmypdf": ocrmypdf,
    "viparse": viparse,
}
LABELS = {
    "kehoach": "kehoach (this project)",
    "tesseract": "peer: tesseract program, 300 dpi",
    "ocrmypdf": "peer: OCRmyPDF --deskew, sidecar text",
    "viparse": "peer: viparse with its OCR extra",
}
"""Name of each method's row in the tables."""


def run(method: str, folder: Path) -> Outcome:
    """Run one method over FOLDER/pages.json in a child process.

    Raises CalledProcessError where it fails.
    """
    environment = {**os.environ, "OMP_THREAD_LIMIT": "1"}
    command = [sys.executable, "-m", "benchmarks.reading_methods", method, str(folder)]
    subprocess.run(command, check=True, cwd=ROOT, env=environment)
    data = json.loads((folder / f"{method}.json").read_text(encoding="utf-8"))
    return Outcome([ReadPage(**page) for page in data["pages"]], data["peak_mb"])


def install_peers() -> str | None:
    """Make the environment of the other programs; returns why that cannot be done, None if it is there."""
    stamp = PEERS / "packages.txt"
    if stamp.is_file() and stamp.read_text(encoding="utf-8") == "\n".join(PEER_PACKAGES):
        return None
    uv = Path(sys.executable).parent / "uv"
    steps = (
        [str(uv), "venv", "-q", "--allow-existing", "-p", sys.executable, str(PEERS)],
        [str(uv), "pip", "install", "-q", "--python", str(PEERS / "bin" / "python"), *PEER_PACKAGES],
    )
    for step in steps:
        done = subprocess.run(step, capture_output=True, text=True, check=False)
        if done.returncode:
            return (done.stderr.strip().splitlines() or ["cannot be installed"])[-1][:160]
    stamp.write_text("\n".join(PEER_PACKAGES), encoding="utf-8")
    return None


def _run(command: list[str]) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def main() -> None:
    """The child: read every page, write what was read, the CPU time of each and the peak of memory."""
    method, folder = sys.argv[1], Path(sys.argv[2])
    read = METHODS[method]
    listed = json.loads((folder / "pages.json").read_text(encoding="utf-8"))
    who = resource.RUSAGE_SELF if method == "kehoach" else resource.RUSAGE_CHILDREN
    if method == "kehoach":
        read(folder / listed[0]["file"], listed[0]["dpi"])  # models are loaded once in a process, not for each page
    pages = []
    for page in listed:
        before = resource.getrusage(who)
        result = read(folder / page["file"], page["dpi"])
        after = resource.getrusage(who)
        result.seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        pages.append(asdict(result))
    # the kernel hands ru_maxrss down from the process that started this one, so ours is asked of /proc
    peak = memory.peak() / 1024**2 if method == "kehoach" else resource.getrusage(who).ru_maxrss / 1024
    (folder / f"{method}.json").write_text(json.dumps({"pages": pages, "peak_mb": peak}), encoding="utf-8")


if __name__ == "__main__":
    started = time.monotonic()
    main()
    print(f"    {sys.argv[1]}: {time.monotonic() - started:.0f} s", file=sys.stderr)
