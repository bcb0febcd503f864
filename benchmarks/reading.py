"""``make bench-reading``: how well pages are read, against other programs on the same pages in the same run.

Three parts: pages drawn by the project's generator at three levels of damage (seeds that nothing was tuned on), page
transcripts of the development corpus, and files of the corpus with a known text (legacy encodings, Word twins).
Prints tables and writes benchmarks/results/reading.json.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pypdfium2
from PIL import Image
from rich.console import Console
from rich.table import Table

from benchmarks import degrade, page_generator, reading_aims, reading_methods, reading_metrics
from benchmarks.page_generator import Truth
from benchmarks.reading_methods import ROOT, ReadPage
from pipeline.config import Settings
from pipeline.errors import KehoachError

HELD_OUT = 10_000
"""First seed of the pages that are measured; seeds below are for tuning."""
CORPUS = ROOT.parent / "shared" / "corpus"
RESULTS = ROOT / "benchmarks" / "results" / "reading.json"
Figures = dict[str, dict[str, float]]


@dataclass(slots=True)
class Sheet:
    """A page image with what is printed on it."""

    name: str
    image: Image.Image
    dpi: float
    truth: Truth


def drawn(level: str, count: int) -> Iterator[Sheet]:
    """Held-out pages of one level."""
    how = degrade.LEVELS[level]
    for seed in range(HELD_OUT, HELD_OUT + count):
        page = page_generator.draw_page(seed)
        image = degrade.degrade(page.image, page_generator.DPI, how, np.random.default_rng(seed))
        yield Sheet(f"{seed}-{page.kind}", image, how.dpi, page.truth)


def transcribed() -> Iterator[Sheet]:
    """Pages of the corpus whose text was transcribed."""
    from pipeline.extract.ocr import page_image

    for path in sorted((CORPUS / "transcripts").glob("*.txt")):
        name, number = re.fullmatch(r"(.*)\.p(\d+)", path.stem).groups()  # type: ignore[union-attr]  # names are so
        with pypdfium2.PdfDocument(CORPUS / "docs" / f"{name}.pdf") as pdf:
            pdf.init_forms()
            image, dpi = page_image(pdf[int(number) - 1], Settings.from_environment())
        lines = path.read_text(encoding="utf-8").splitlines()
        yield Sheet(path.stem, image, dpi, Truth(lines=[line for line in lines if line.strip()]))


def compare(sheets: Iterator[Sheet], methods: list[str]) -> tuple[Figures, dict[str, dict[str, float]]]:
    """Figures of each method over all pages, and the character error rate of each page."""
    with TemporaryDirectory() as scratch:
        folder = Path(scratch)
        truths, names, listed = [], [], []
        for number, sheet in enumerate(sheets):
            sheet.image.save(folder / f"{number:03}.png", dpi=(sheet.dpi, sheet.dpi))
            listed.append({"file": f"{number:03}.png", "dpi": sheet.dpi})
            truths.append(sheet.truth)
            names.append(sheet.name)
        (folder / "pages.json").write_text(json.dumps(listed), encoding="utf-8")
        figures: Figures = {}
        by_page: dict[str, dict[str, float]] = {name: {} for name in names}
        # each method is one process and counts its own CPU time; they run side by side as far as there are cores
        with ThreadPoolExecutor(max_workers=min(2, os.cpu_count() or 1)) as side_by_side:
            done = list(side_by_side.map(lambda method: reading_methods.run(method, folder), methods))
        for method, outcome in zip(methods, done, strict=True):
            scores = [score(truth, page) for truth, page in zip(truths, outcome.pages, strict=True)]
            figures[method] = {**reading_metrics.summary(scores), "peak_mb": round(outcome.peak_mb)}
            for name, one in zip(names, scores, strict=True):
                by_page[name][method] = round(one.cer, 3)
    return figures, by_page


def score(truth: Truth, read: ReadPage) -> reading_metrics.PageScore:
    """One page scored; a line that is nothing but the page number is no part of it."""
    lines = [line for line in read.lines if line.strip() and not re.fullmatch(r"\s*\d{1,3}\s*", line)]
    text = "\n".join([*lines, *("\t".join(row) for row in read.rows)])
    return replace(
        reading_metrics.score(truth.text(), text, set(read.doubtful)),
        order=reading_metrics.order_errors(truth.ordered, lines),
        cells=sum(bool(cell) for row in truth.rows for cell in row),
        cells_exact=reading_metrics.cells_exact(truth.rows, read.rows),
        seconds=read.seconds,
    )


def known_files(console: Console) -> Figures:
    """Files of the corpus that have their text beside them, through the whole of extraction."""
    figures: Figures = {}
    for file, truth in _with_truth():
        try:
            wanted = truth.read_text(encoding="utf-8") if truth.suffix == ".txt" else _extracted(truth)
            read = _extracted(file)
        except KehoachError as error:
            console.print(f"  {file.name}: skipped, {error}")
            continue
        figures[file.name] = reading_metrics.summary([reading_metrics.score(wanted, read)])
    return figures


def _extracted(file: Path) -> str:
    from pipeline import extract

    return extract.read(file, Settings.from_environment(), lambda *_: None).text


def _with_truth() -> Iterator[tuple[Path, Path]]:
    """Files in legacy encodings with their transcript, and PDFs with their Word twin."""
    for truth in sorted((CORPUS / "legacy").glob("*.truth.txt")):
        stem = truth.name.removesuffix(".truth.txt")
        yield from ((file, truth) for file in sorted(truth.parent.glob(f"{stem}.*")) if file != truth)
    for truth in sorted((CORPUS / "pairs").glob("*/*truth.doc*")):
        beside, scan = truth.with_name("doc.pdf"), CORPUS / "docs" / f"{truth.parent.name}.pdf"
        yield (beside if beside.is_file() else scan), truth


SHOWN = ("pages", "cer_median", "cer_pooled", "wer_pooled", "diacritics", "order_errors", "cells_exact", "numbers",
         "numbers_wrong", "numbers_silent", "cpu_seconds", "peak_mb")  # fmt: skip


def show(console: Console, title: str, figures: Figures) -> None:
    """One table: a method (or file) a row."""
    columns = [name for name in SHOWN if any(name in row for row in figures.values())]
    table = Table("", *(name.replace("_", " ") for name in columns), title=title)
    for name, row in figures.items():
        cells = (row.get(column, float("nan")) for column in columns)
        label = reading_methods.LABELS.get(name, name)
        table.add_row(label, *("-" if value != value else f"{value:g}" for value in cells))
    console.print(table)


def show_aims(console: Console, found: list[reading_aims.Outcome]) -> None:
    """What is aimed at beside what was measured."""
    table = Table("level", "figure", "aim", "measured", "met", title="aims (figures of kehoach)")
    for one in found:
        figure = f"{one.aim.figure} / {one.aim.share}" if one.aim.share else one.aim.figure
        limit = f"{'>=' if one.aim.least else '<='} {one.limit:.4g}"
        measured = "-" if one.value is None else f"{one.value:.4g}"
        verdict = "not measured" if one.value is None else "yes" if one.met else "no"
        table.add_row(one.aim.level, figure.replace("_", " "), limit, measured, verdict)
    console.print(table)


def main() -> None:
    """Run all parts and write the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=20, help="drawn pages a level")
    parser.add_argument("--levels", default="clean,office,copy", help="levels of damage")
    parser.add_argument("--methods", default=",".join(reading_methods.METHODS), help="readers to compare")
    parser.add_argument("--drawn-only", action="store_true", help="leave the corpus out")
    options = parser.parse_args()
    console = Console(width=200)
    methods = available(options.methods.split(","), console)
    results: dict[str, object] = {}
    drawn_figures: dict[str, Figures] = {}
    for level in options.levels.split(","):
        figures, pages = compare(drawn(level, options.pages), methods)
        show(console, f"drawn pages, {level}", figures)
        results[level] = {"figures": figures, "cer_by_page": pages}
        drawn_figures[level] = figures
    aims = reading_aims.outcomes(drawn_figures)
    show_aims(console, aims)
    results["aims"] = [{**asdict(one.aim), "limit": one.limit, "measured": one.value, "met": one.met} for one in aims]
    if not options.drawn_only and CORPUS.is_dir():
        figures, pages = compare(transcribed(), methods)
        show(console, "transcribed pages of the corpus", figures)
        results["transcripts"] = {"figures": figures, "cer_by_page": pages}
        figures = known_files(console)
        show(console, "files with known text", figures)
        results["files"] = {"figures": figures}
    elif not CORPUS.is_dir():
        console.print("corpus parts skipped: there is no ../shared/corpus")
    RESULTS.parent.mkdir(parents=True, exist_ok=True)
    RESULTS.write_text(json.dumps(results, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    console.print(f"written: {RESULTS.relative_to(ROOT)}")


def available(methods: list[str], console: Console) -> list[str]:
    """The methods that can be run here; says why the others cannot."""
    missing = page_generator.missing_fonts()
    if missing:
        sys.exit(f"Fonts are missing ({missing[0]}): apt-get install fonts-liberation2 fonts-freefont-ttf")
    if shutil.which("tesseract") is None:
        console.print("tesseract, ocrmypdf, viparse skipped: the program tesseract is not installed")
        return [method for method in methods if method == "kehoach"]
    if {"ocrmypdf", "viparse"} & set(methods):
        reason = reading_methods.install_peers()
        if reason is not None:
            console.print(f"ocrmypdf, viparse skipped: {reason}")
            methods = [method for method in methods if method not in ("ocrmypdf", "viparse")]
    return methods


if __name__ == "__main__":
    main()
