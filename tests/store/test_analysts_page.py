"""docs/analysts.md: every question has the answer that stands below it, and one on real documents."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.cli.convert import convert
from pipeline.config import Settings
from pipeline.store import Store
from pipeline.store import questions as ready
from tests.store import answers


def test_the_page_shows_the_answers_of_today() -> None:
    page = answers.PAGE.read_text(encoding="utf-8")
    assert len(answers.questions(page)) == 12
    assert answers.written(page) == page


@pytest.mark.corpus
def test_questions_have_answers_on_real_documents(corpus: Path, tmp_path: Path) -> None:
    for path in sorted([*(corpus / "docs").glob("*.txt"), *(corpus / "docs").glob("*.md")]):
        convert(path, Settings(), tmp_path)
    with Store(tmp_path) as store:
        counts = [store.query(sql).num_rows for sql, _ in answers.questions(answers.PAGE.read_text(encoding="utf-8"))]
        assert sum(count > 0 for count in counts) >= 8
        assert store.query(ready.sql("indicators-by-year")).num_rows > 10
        assert store.query(ready.sql("load-by-agency")).num_rows > 10
        assert store.query(ready.sql("cited-most")).num_rows > 5
