"""viparse's text as Markdown."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import viparse

SUITS = ("digital",)
DELIVERS = "text as Markdown"


def prepare(path: Path) -> Callable[[], object]:
    return lambda: viparse.load(path)
