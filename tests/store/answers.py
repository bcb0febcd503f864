"""The questions of docs/analysts.md: ``python -m tests.store.answers`` writes their answers into the page anew."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from pipeline.emit import plain
from pipeline.store import Store
from tests import archive
from tests.conftest import ROOT

PAGE = ROOT / "docs" / "analysts.md"
WIDTH = 118
_QUESTION = re.compile(r"```sql\n(?P<sql>.*?)```\n(?:\n```text\n(?P<answer>.*?)```\n)?", re.DOTALL)


def questions(page: str) -> list[tuple[str, str | None]]:
    """SQL and answer of every question of the page."""
    return [(found["sql"], found["answer"]) for found in _QUESTION.finditer(page)]


def answer(store: Store, sql: str) -> str:
    return "".join(plain.to_columns(store.query(sql), WIDTH))


def written(page: str) -> str:
    """The page with the answers of today."""
    with TemporaryDirectory() as folder, Store(archive.fill(Path(folder)), date(2024, 12, 31)) as store:
        return _QUESTION.sub(lambda m: f"```sql\n{m['sql']}```\n\n```text\n{answer(store, m['sql'])}```\n", page)


if __name__ == "__main__":
    PAGE.write_text(written(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
