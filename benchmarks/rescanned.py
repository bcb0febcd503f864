"""Annotated digital PDFs printed and scanned anew: what scanning alone costs, with everything else the same.

Each page is drawn at 300 dpi, degraded as `benchmarks.degrade.LEVELS` says and put into a PDF of images; the same
annotation scores it. `python -m benchmarks.rescanned` takes the samples of the project; other folders may be named.
"""

from __future__ import annotations

import argparse
import json
import zlib
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pypdfium2
from PIL import Image

from benchmarks.degrade import LEVELS, degrade
from pipeline.evaluate.run import evaluate
from pipeline.evaluate.score import DocumentScore, total

DPI = 300


def rescan(source: Path, target: Path, level: str) -> None:
    """Write ``source`` as a PDF of page images at ``level``; the same file and level give the same pixels."""
    rng = np.random.default_rng(zlib.crc32(f"{source.name} {level}".encode()))
    pages: list[Image.Image] = []
    pdf = pypdfium2.PdfDocument(source)
    pdf.init_forms()  # numbers and dates that a digital signature fills in
    for page in pdf:
        drawn = page.render(scale=DPI / 72, may_draw_forms=True).to_pil()
        pages.append(degrade(drawn, DPI, LEVELS[level], rng))
    how = {} if pages[0].mode == "1" else {"quality": 95}  # 1-bit pages are kept without loss
    pages[0].save(target, "PDF", save_all=True, append_images=pages[1:], resolution=LEVELS[level].dpi, **how)


def _scores(gold: Path, documents: Path, level: str, folder: Path) -> list[DocumentScore]:
    names = []
    for path in sorted(gold.glob("*.json")):
        source = documents / Path(json.loads(path.read_text(encoding="utf-8"))["file"]).name
        if source.suffix == ".pdf" and _is_digital(source):
            rescan(source, folder / source.name, level)
            names.append(path.stem)
    return evaluate(gold, folder, names, tell=print)


def _is_digital(path: Path) -> bool:
    """True if the first page has text and no picture as large as half of it (a scan with a hidden text layer)."""
    page = pypdfium2.PdfDocument(path)[0]
    half = page.get_width() * page.get_height() / 2
    for picture in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_IMAGE]):
        left, bottom, right, top = picture.get_bounds()
        if (right - left) * (top - bottom) > half:
            return False
    return bool(page.get_textpage().count_chars())


def _print(level: str, scores: list[DocumentScore]) -> None:
    for score in scores:
        wrong = [name for name, right in score.header.items() if not right]
        print(f"{level} {score.name}: header {sum(score.header.values())}/{len(score.header)} {', '.join(wrong)}")
    header, lists = total(scores)
    print(f"| {level} | header {header.hits}/{header.gold} |")
    for name, part in lists.items():
        fields = ", ".join(f"{n} {f.right}/{f.total}" for n, f in part.fields.items() if f.total)
        print(f"| {level} | {name} | strict {part.strict.f1:.3f} | soft {part.soft.f1:.3f} | {fields} |")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path, nargs="?", default=Path("tests/samples/gold"))
    parser.add_argument("documents", type=Path, nargs="?", default=Path("raw_docs"))
    parser.add_argument("--level", choices=LEVELS, action="append", help="one or more; all by default")
    parser.add_argument("--keep", type=Path, help="folder to keep the scans in")
    options = parser.parse_args()
    for level in options.level or LEVELS:
        with TemporaryDirectory() as folder:
            kept = options.keep / level if options.keep else Path(folder)
            kept.mkdir(parents=True, exist_ok=True)
            _print(level, _scores(options.gold, options.documents, level, kept))


if __name__ == "__main__":
    main()
