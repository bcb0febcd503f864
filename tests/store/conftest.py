"""A store over a small archive."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from pipeline.store import Store
from tests import archive


@pytest.fixture
def outputs(tmp_path: Path) -> Path:
    folder = tmp_path / "outputs"
    folder.mkdir()
    return archive.fill(folder)


@pytest.fixture
def store(outputs: Path) -> Iterator[Store]:
    with Store(outputs, date(2024, 12, 31)) as opened:
        yield opened
