"""The command answers at once: what only one command needs is not loaded for the others."""

from __future__ import annotations

import subprocess
import sys

import pytest

HEAVY = {"cv2", "duckdb", "numpy", "pandas", "pdfplumber", "PIL", "pyarrow", "rich", "spacy", "tesserocr",
         "underthesea", "viparse"}  # fmt: skip


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["parse", "--help"], ["doctor", "--help"]])
def test_help_loads_nothing_heavy(arguments: list[str]) -> None:
    script = (
        "import sys; from pipeline import cli\n"
        f"code = cli.run({arguments!r})\n"
        "print('LOADED', *sys.modules, file=sys.stderr)\n"
        "sys.exit(code)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    loaded = done.stderr.rsplit("LOADED", 1)[1].split()
    assert {name.partition(".")[0] for name in loaded} & HEAVY == set()


def test_importing_the_package_loads_nothing_heavy() -> None:
    script = "import sys, pipeline; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert {name.partition(".")[0] for name in done.stdout.split()} & HEAVY == set()
