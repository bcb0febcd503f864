"""Fixtures shared by all tests."""

from __future__ import annotations

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
CORPUS = ROOT.parent / "shared" / "corpus"


@pytest.fixture(scope="session")
def corpus() -> Path:
    """Folder of the development corpus (docs/, gold/, transcripts/ ...); skips where it is absent."""
    if not CORPUS.is_dir():
        pytest.skip(f"development corpus not found at {CORPUS.parent.name}/{CORPUS.name} beside the project")
    return CORPUS
