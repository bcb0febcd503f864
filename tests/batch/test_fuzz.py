"""Mutated files through the whole pipeline: none may crash it, hang it or take more memory than it may.

``make test`` runs a small share, ``make fuzz`` 2,000 files; FUZZ_FILES says how many, FUZZ_SEED which.
"""

from __future__ import annotations

import os
import random
from collections import Counter
from pathlib import Path

import pytest

from pipeline import batch
from pipeline.batch import manifest
from pipeline.cli.convert import convert
from pipeline.config import Settings
from tests.batch import hostile
from tests.batch.mutate import mutated
from tests.conftest import CORPUS, ROOT

FILES = int(os.environ.get("FUZZ_FILES", "60"))
SEED = int(os.environ.get("FUZZ_SEED", "1"))
# A shard is a batch of its own.
SHARD = 250
# Limits of one document. Files above this size, and scans, whose pages go through OCR, would take hours.
MEMORY, SECONDS, LARGEST = 2 << 30, 600.0, 400_000
# What may become of a mutated file: anything but a fault of ours, a dead worker, a hang, too much memory.
FINE = {"ok", "partial", "bad_input", "encrypted", "file_access", "missing_dependency"}


def seeds() -> list[tuple[str, bytes]]:
    """Small digital files: the samples, made ones, and the corpus where it is there."""
    found = [
        ("made.pdf", hostile.pdf(2)),
        ("made.docx", hostile.docx()),
        ("acting.pdf", hostile.acting_pdf("http://x/")),
    ]
    folders = [ROOT / "raw_docs", CORPUS / "docs", CORPUS / "legacy"]
    for path in sorted(p for folder in folders if folder.is_dir() for p in folder.rglob("*")):
        digital = path.suffix in (".txt", ".md", ".docx", ".pdf") and "scan" not in path.name
        if path.is_file() and digital and path.stat().st_size <= LARGEST:
            found.append((path.name, path.read_bytes()))
    return found


@pytest.mark.slow
def test_mutated_files(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sources = seeds()
    contents = [data for _, data in sources]
    chance = random.Random(SEED)
    counted: Counter[str] = Counter()
    wrong: list[str] = []
    for start in range(0, FILES, SHARD):
        inbox, outputs = tmp_path / f"inbox{start}", tmp_path / f"outputs{start}"
        inbox.mkdir()
        for number in range(start, min(start + SHARD, FILES)):
            name, data = chance.choice(sources)
            (inbox / f"{number:05d}-{name}").write_bytes(mutated(data, contents, chance))
        work = batch.Work(convert, Settings(page_timeout=20.0), outputs)
        options = batch.Options(jobs=2, timeout=SECONDS, memory_limit=MEMORY)
        batch.run(batch.find([str(inbox)]), work, options, lambda event: None)
        for row in manifest.load(outputs):
            what = row.error.code if row.error else row.status
            counted[what] += 1
            if what not in FINE | {"skipped"}:
                wrong.append(f"{Path(row.input).name}: {row.error}")
                if kept := os.environ.get("FUZZ_KEEP"):
                    Path(kept, Path(row.input).name).write_bytes(Path(row.input).read_bytes())
    with capsys.disabled():
        print(f"\nfuzz: {sum(counted.values())} mutated files of {len(sources)} kinds: {dict(counted.most_common())}")
    assert sum(counted.values()) == FILES
    assert wrong == []
