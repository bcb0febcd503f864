"""The same documents with one worker, with four and on a cluster: the same bytes.

The samples and small digital documents of the corpus; ``make determinism`` takes the whole corpus (DETERMINISM=corpus).
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from pipeline import cli
from tests.batch.results import differences, rows_without_times, written
from tests.batch.test_cluster import scheduler
from tests.conftest import CORPUS, ROOT

__all__ = ["scheduler"]
pytest.importorskip("distributed", reason="the extra 'cluster' is not installed")
pytestmark = [pytest.mark.slow, pytest.mark.filterwarnings("default")]

WHOLE = os.environ.get("DETERMINISM") == "corpus"
# Digital documents of the corpus that are quickly read.
_QUICK = ("*.docx", "*.md", "*.txt")


def documents() -> list[str]:
    """What is read: all there is, or the quick part of it."""
    named = [str(ROOT / "raw_docs")]
    folders = [folder for folder in (CORPUS / "docs", CORPUS / "legacy") if folder.is_dir()]
    if WHOLE:
        return named + [str(folder) for folder in folders]
    return named + [str(path) for folder in folders[:1] for kind in _QUICK for path in sorted(folder.glob(kind))]


def test_one_worker_four_and_a_cluster_write_the_same_bytes(
    tmp_path: Path, scheduler: tuple[str, object], capsys: pytest.CaptureFixture[str]
) -> None:
    outputs = tmp_path / "outputs"
    made = {}
    # one after the other under the same name, for a path that found its way into a file would be told, too
    for name, how in {"one": ["-j", "1"], "four": ["-j", "4"], "cluster": ["--cluster", scheduler[0]]}.items():
        narrow = [] if WHOLE else ["--exclude", "*scan*"]
        assert cli.run(["batch", *documents(), "-o", str(outputs), "-q", *how, *narrow]) in (0, 20)
        made[name] = written(outputs), rows_without_times(outputs)
        outputs.rename(tmp_path / name)
    files, rows = made["one"]
    for other in ("four", "cluster"):
        assert differences(files, made[other][0]) == []
        assert rows == made[other][1]
    assert {"index.html"} < files.keys()
    assert sum(row.status == "ok" for row in rows) >= (20 if WHOLE else 2)
    with capsys.disabled():
        print(f"\n{len(rows)} documents, {len(files)} files: the same bytes with 1 worker, 4 workers and on a cluster")
