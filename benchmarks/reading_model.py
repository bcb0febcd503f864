"""What the syllable model adds: words of digital documents, scanned anew, that differ from their text layer.

``python -m benchmarks.reading_model FILE.pdf... --level office`` counts them without repair, with the rules of marks
and phrases, and with the model too. Without files: the digital sample of the project.
"""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

import pypdfium2
from rapidfuzz.distance import Levenshtein

from benchmarks.degrade import LEVELS
from benchmarks.reading_metrics import plain
from benchmarks.rescanned import rescan
from pipeline import extract
from pipeline.config import Settings
from pipeline.extract.ocr import page_image, read_image_page, repair

SAMPLE = Path("raw_docs/ke-hoach-tinh-nhan-luc-2026.pdf")


def pages(source: Path, level: str) -> Iterator[tuple[str, list[str]]]:
    """Each page with a text layer: that text, and what is read without repair, by the rules, by rules and model."""
    settings = Settings.from_environment()
    typed = extract.read(source, settings, lambda *_: None)
    with TemporaryDirectory() as folder:
        scan = Path(folder) / source.name
        rescan(source, scan, level)
        with pypdfium2.PdfDocument(scan) as pdf:
            for known, page in zip(typed.pages, pdf, strict=True):
                if known.method == "text_layer":
                    image, dpi = page_image(page, settings)
                    content = read_image_page(image, dpi, settings)
                    with patch.object(repair, "likelier", list):
                        by_rules = read_image_page(image, dpi, settings)
                    bare = read_image_page(image, dpi, replace(settings, repair=False))
                    texts = (" ".join(line.content for line in one.lines()) for one in (bare, by_rules, content))
                    yield typed.text[known.span.start : known.span.end], list(texts)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", type=Path, nargs="*", default=[SAMPLE])
    parser.add_argument("--level", choices=LEVELS, default="office")
    options = parser.parse_args()
    os.environ.setdefault("OMP_THREAD_LIMIT", "1")
    print("| document, level | words | as read | with the rules | with the model too |\n|---|---|---|---|---|")
    for file in options.files:
        words, wrong = 0, [0, 0, 0]
        for typed, read in pages(file, options.level):
            wanted = plain(typed).split()
            words += len(wanted)
            wrong = [
                sum_ + Levenshtein.distance(wanted, plain(text).split()) for sum_, text in zip(wrong, read, strict=True)
            ]
        print(f"| {file.stem}, {options.level} | {words:,} | {' | '.join(map(str, wrong))} |", flush=True)


if __name__ == "__main__":
    main()
