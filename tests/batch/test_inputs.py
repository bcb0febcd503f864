"""Which files a batch takes."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from pipeline.batch import find
from pipeline.errors import FileAccessError


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in ("in/2019/a.pdf", "in/2020/b.PDF", "in/2020/c.docx", "in/2020/notes.csv", "in/.git/d.pdf",
                 "in/~$c.docx", "in/.e.pdf", "in/out/x-1/text.txt", "in/[1] f.txt"):  # fmt: skip
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name)
    return tmp_path


@pytest.mark.parametrize(
    ("wanted", "include", "exclude", "expected"),
    [
        (["in"], [], [], ["in/2019/a.pdf", "in/2020/b.PDF", "in/2020/c.docx", "in/[1] f.txt"]),
        (["in/2020"], [], [], ["in/2020/b.PDF", "in/2020/c.docx"]),
        (["in/*/*.pdf"], [], [], ["in/2019/a.pdf"]),
        (["in/**/*.docx"], [], [], ["in/2020/c.docx", "in/~$c.docx"]),
        (["in/20*"], [], [], ["in/2019/a.pdf", "in/2020/b.PDF", "in/2020/c.docx"]),
        (["in/[1] f.txt"], [], [], ["in/[1] f.txt"]),
        (["in/2020/notes.csv"], [], [], ["in/2020/notes.csv"]),
        (["in"], ["*.pdf"], [], ["in/2019/a.pdf"]),
        (["in"], [], ["in/2020/*", "*.txt"], ["in/2019/a.pdf"]),
        (["in", "in/2019/a.pdf", "./in/2019/a.pdf"], ["a.*"], [], ["in/2019/a.pdf"]),
    ],
)
def test_files_found(
    tree: Path, wanted: list[str], include: list[str], exclude: list[str], expected: list[str]
) -> None:
    assert [one.name for one in find(wanted, include, exclude, outside=Path("in/out"))] == expected


@pytest.mark.parametrize("wanted", ["nowhere", "in/*.odt", "in/nowhere/*.pdf"])
def test_what_is_not_there_is_told(tree: Path, wanted: str) -> None:
    with pytest.raises(FileAccessError, match="There is no file or folder"):
        find([wanted])


def test_link_to_an_enclosing_folder_ends(tree: Path) -> None:
    (tree / "in/2019/loop").symlink_to(tree / "in", target_is_directory=True)
    assert len(find(["in"], outside=Path("in/out"))) == 4


def test_pipe_is_refused(tree: Path) -> None:
    os.mkfifo("in/pipe.pdf")
    with pytest.raises(FileAccessError, match="neither a file nor a folder"):
        find(["in/pipe.pdf"])


def test_outputs_of_another_batch_are_no_inputs(tree: Path) -> None:
    for name in ("manifest.jsonl", "run.json"):
        (tree / "in/out" / name).write_text("")
    assert [one.name for one in find(["in"], ["*.txt"])] == ["in/[1] f.txt"]
