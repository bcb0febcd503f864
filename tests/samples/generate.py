"""``python -m tests.samples.generate [FOLDER]``: draw the samples anew, byte for byte as they are in raw_docs/."""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.samples.as_pdf import as_pdf
from tests.samples.as_scan import as_scan
from tests.samples.as_text import as_text
from tests.samples.content import RAW_DOCS, Sample, samples


def generate(sample: Sample, folder: Path) -> Path:
    """Write one sample in its form; returns the file."""
    path = folder / sample.file_name
    if sample.form == "text":
        path.write_text(as_text(sample), encoding="utf-8")
    elif sample.form == "pdf":
        as_pdf(sample, path)
    else:
        with TemporaryDirectory() as scratch:
            digital = Path(scratch) / "digital.pdf"
            as_pdf(sample, digital)
            as_scan(digital, path, " ".join(sample.issuer))
    return path


def main() -> None:
    """Draw all samples into the folder named, raw_docs/ if none is."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else RAW_DOCS
    folder.mkdir(parents=True, exist_ok=True)
    for sample in samples():
        print(generate(sample, folder))


if __name__ == "__main__":
    main()
