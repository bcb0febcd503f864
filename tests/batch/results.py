"""What a batch left behind, to be held against what another one left."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from pipeline.batch import manifest
from pipeline.batch.manifest import Row

# The only files that may hold times; the lock is empty.
TIMED = ("run.json", manifest.NAME, ".lock")


def written(outputs: Path) -> dict[str, bytes]:
    """Every file of an output folder with its bytes, but for those that hold times."""
    return {
        path.relative_to(outputs).as_posix(): path.read_bytes()
        for path in sorted(outputs.rglob("*"))
        if path.is_file() and path.relative_to(outputs).as_posix() not in TIMED
    }


def rows_without_times(outputs: Path) -> list[Row]:
    """The manifest but for what a clock or a meter said."""
    return [replace(row, seconds=0.0, peak_memory=None) for row in manifest.load(outputs)]


def differences(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    """The files that only one side has or whose bytes differ."""
    return sorted(name for name in one.keys() | other.keys() if one.get(name) != other.get(name))
