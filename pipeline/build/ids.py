"""Stable ids: from the kind of item, the path of its section and its order there."""

from __future__ import annotations

from collections import Counter


class Ids:
    """Gives out ids like "task:II.2.1:3"; a path that occurs twice (numbering errors) goes on counting."""

    def __init__(self) -> None:
        self._seen: Counter[tuple[str, str]] = Counter()

    def next(self, kind: str, path: str) -> str:
        """The next free id of ``kind`` under ``path``."""
        self._seen[kind, path] += 1
        return f"{kind}:{path or '-'}:{self._seen[kind, path]}"
