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
from tests.batch.mutate import FINE, mutated, seeds

FILES = int(os.environ.get("FUZZ_FILES", "60"))
SEED = int(os.environ.get("FUZZ_SEED", "1"))
# A shard is a batch of its own.
SHARD = 250
# Limits of one document. Files above this size, and scans, whose pages go through OCR, would take hours.
MEMORY, SECONDS, LARGEST = 2 << 30, 600.0, 400_000


def unlike(
    seen: set[bytes], sources: list[tuple[str, bytes]], contents: list[bytes], chance: random.Random
) -> tuple[str, bytes]:
    """A mutated file that is like none before: the same bytes are read only once, and would not count."""
    while True:
        name, data = chance.choice(sources)
        changed = mutated(data, contents, chance)
        if changed not in seen:
            seen.add(changed)
            return name, changed


@pytest.mark.slow
def test_mutated_files(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sources = seeds(LARGEST)
    contents = [data for _, data in sources]
    chance = random.Random(SEED)
    counted: Counter[str] = Counter()
    wrong: list[str] = []
    seen: set[bytes] = set()
    for start in range(0, FILES, SHARD):
        inbox, outputs = tmp_path / f"inbox{start}", tmp_path / f"outputs{start}"
        inbox.mkdir()
        for number in range(start, min(start + SHARD, FILES)):
            name, data = unlike(seen, sources, contents, chance)
            (inbox / f"{number:05d}-{name}").write_bytes(data)
        work = batch.Work(convert, Settings(page_timeout=20.0), outputs)
        options = batch.Options(jobs=2, timeout=SECONDS, memory_limit=MEMORY)
        batch.run(batch.find([str(inbox)]), work, options, lambda event: None)
        for row in manifest.load(outputs):
            what = row.error.code if row.error else row.status
            counted[what] += 1
            if what not in FINE:
                wrong.append(f"{Path(row.input).name}: {row.error}")
                if kept := os.environ.get("FUZZ_KEEP"):
                    Path(kept, Path(row.input).name).write_bytes(Path(row.input).read_bytes())
    with capsys.disabled():
        print(f"\nfuzz: {sum(counted.values())} mutated files of {len(sources)} kinds: {dict(counted.most_common())}")
    assert sum(counted.values()) == FILES
    assert wrong == []
