"""Views over the outputs, and the cache that follows them."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import pipeline
from pipeline import emit
from pipeline.emit import arrow
from pipeline.emit.tables import TABLES
from pipeline.errors import BadInputError, FileAccessError, MissingDependencyError, UsageError
from pipeline.lexicon.fold import fold
from pipeline.plan import SCHEMA_VERSION
from pipeline.store import VIEWS, Store, cache, load, macros, questions
from pipeline.store.pages import searchable
from tests import archive
from tests.conftest import ROOT


def test_every_view_has_its_rows(store: Store) -> None:
    counts = {view: store.arrow(view).num_rows for view in VIEWS}
    assert counts == {
        "documents": 4, "goals": 8, "tasks": 4, "responsibilities": 4, "legal_bases": 4, "entities": 4, "findings": 4,
        "sections": 12, "annexes": 4, "annex_cells": 12, "evidence": 16, "pages": 4, "inputs": 5,
    }  # fmt: skip


def test_every_view_and_ready_question_says_what_it_is() -> None:
    assert all(view.says for view in VIEWS.values())
    assert all(says.endswith(".") for says in questions.listed().values())
    described = {f"{v.name}.{c.name}": says for v in VIEWS.values() for c, says in v.described()}
    assert [name for name, says in described.items() if not says] == []
    assert described["tasks.deadline"] == 'As printed: "Quý II/2023".'
    assert described["inputs.duplicate_of"]


def test_columns_carry_their_types(store: Store) -> None:
    row = store.query("SELECT * FROM tasks ORDER BY due_to LIMIT 1").to_pylist()[0]
    assert (row["due_to"].isoformat(), row["lead"], row["page"]) == ("2023-06-30", ["Sở Nội vụ"], 1)
    goal = store.query("SELECT * FROM goals WHERE year = 2023 AND measured").to_pylist()[0]
    assert (goal["value"], goal["baseline"], goal["baseline_year"]) == (65.0, 62.5, 2022)
    assert goal["key"] == "ty-le-lao-dong-qua-dao-tao|%|province"


def test_joins_by_document(store: Store) -> None:
    sql = "SELECT place, sum(value) AS total FROM goals JOIN documents USING (document) GROUP BY place ORDER BY place"
    assert store.query(sql).to_pylist() == [{"place": "Bình Lục", "total": 58.0}, {"place": "Hòa Sơn", "total": 202.5}]


@pytest.mark.parametrize("name", questions.listed())
def test_ready_questions_have_answers(store: Store, name: str) -> None:
    answer = store.query(questions.sql(name))
    assert answer.num_rows == {"doubtful": 0, "due-soon": 0, "nobody-leads": 0}.get(name, answer.num_rows or -1)


def test_overdue_is_held_against_the_day(store: Store, outputs: Path) -> None:
    days = [row["due_to"].isoformat() for row in store.query(questions.sql("overdue")).to_pylist()]
    assert days == ["2024-06-30", "2024-06-30", "2023-06-30"]


def test_wrong_sql_is_a_usage_error(store: Store) -> None:
    with pytest.raises(UsageError, match="cannot be answered"):
        store.query("SELECT nothing FROM nowhere")
    with pytest.raises(UsageError, match="There is no view 'plans'"):
        store.arrow("plans")
    with pytest.raises(UsageError, match="There is no question @what"):
        questions.sql("what")


def test_nothing_is_fetched_from_the_network(store: Store) -> None:
    with pytest.raises(UsageError):
        store.query("SELECT * FROM read_csv('http://127.0.0.1:9/x.csv')")


def test_data_frames(outputs: Path) -> None:
    with pipeline.open_store(outputs) as store:
        frame = store.df("goals")
        assert list(frame.columns) == [column.name for column in TABLES["goals"].columns]
        assert store.df("SELECT count(*) AS n FROM goals")["n"].tolist() == [8]


def test_data_frames_of_polars(outputs: Path) -> None:
    import polars

    with pipeline.open_store(outputs) as store:
        frame = store.df("tasks", "polars")
        assert isinstance(frame, polars.DataFrame)
        assert frame.schema["lead"] == polars.List(polars.String)
        assert frame.schema["due_to"] == polars.Date
        sql = "SELECT place, avg(value) AS mean FROM goals JOIN documents USING (document) GROUP BY ALL"
        asked = store.df(sql, "polars")
        assert isinstance(asked, polars.DataFrame)
        assert dict(asked.iter_rows()) == {"Hòa Sơn": 67.5, "Bình Lục": 58.0}


def test_without_pandas_polars_is_taken_and_without_both_arrow(outputs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import polars

    with pipeline.open_store(outputs) as store:
        monkeypatch.setitem(sys.modules, "pandas", None)
        assert isinstance(store.df("goals"), polars.DataFrame)
        monkeypatch.setitem(sys.modules, "polars", None)
        with pytest.raises(MissingDependencyError, match="pip install pandas"):
            store.df("goals")
        with pytest.raises(MissingDependencyError, match="pip install polars"):
            store.df("goals", "polars")
        assert store.arrow("goals").num_rows == 8


def test_empty_folder_has_empty_views(tmp_path: Path) -> None:
    with Store(tmp_path) as store:
        assert {store.arrow(view).num_rows for view in VIEWS} == {0}
        assert store.query(questions.sql("load-by-agency")).num_rows == 0
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["kết quả [2024]", "out*", 'o\'neill "x"', "Kế hoạch? (bản cuối)"])
def test_folders_of_any_name_are_opened(outputs: Path, name: str) -> None:
    renamed = outputs.rename(outputs.with_name(name))
    assert _documents(renamed) == 4
    assert _documents(renamed) == 4


def test_outputs_of_any_name_are_read(outputs: Path) -> None:
    for number, path in enumerate(sorted(outputs.glob("*/plan.json"))):
        path.parent.rename(outputs / f"Kế hoạch [{number}] *? 'a'")
    with Store(outputs) as store:
        names = [row["document"] for row in store.query("SELECT document FROM documents ORDER BY 1").to_pylist()]
    assert names == [f"Kế hoạch [{number}] *? 'a'" for number in range(4)]


def test_the_query_of_every_table_has_the_columns_of_its_shape(store: Store) -> None:
    for name, table in cache.ALL_TABLES.items():
        assert store.arrow(name).column_names == [column.name for column in table.columns]
        assert store.arrow(name).schema.types == arrow.schema(table).types


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        ('"value": 65', '"value": "65,5"', "goals"),
        ('"name": "Tỷ lệ', '"nombre": "Tỷ lệ', "goals"),
        ('"schema_version": "1.0.0"', '"schema_version": "9.0.0"', "has schema version 9.0.0"),
        ('"schema_name": "kehoach.plan"', '"schema_name": "other"', "is not a record of kehoach"),
        ("{", "[", "is not JSON"),
    ],
)
def test_a_damaged_output_is_named(outputs: Path, before: str, after: str, words: str) -> None:
    path = next(path for path in sorted(outputs.glob("*/plan.json")) if "2023" in path.parent.name)
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), encoding="utf-8")
    with pytest.raises(BadInputError, match=words) as told:
        Store(outputs)
    assert path.parent.name in told.value.message
    assert not list((outputs / cache.NAME).glob(".part-*"))


def test_an_output_of_an_older_minor_version_gets_the_defaults(outputs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = next(path for path in sorted(outputs.glob("*/plan.json")) if "2023" in path.parent.name)
    old = json.loads(path.read_text(encoding="utf-8"))
    del old["corrections"]
    for goal in old["goals"]:
        del goal["change"]
    path.write_text(json.dumps(old), encoding="utf-8")
    monkeypatch.setattr(load, "SCHEMA_VERSION", "1.1.0")
    with Store(outputs) as store:
        assert store.query("SELECT count(*) AS n FROM goals WHERE change IS NULL").to_pylist() == [{"n": 8}]
    assert load.record(path)["corrections"] == []


def test_missing_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileAccessError, match="There is no folder"):
        Store(tmp_path / "nowhere")


def _documents(outputs: Path) -> int:
    with Store(outputs) as store:
        return store.arrow("documents").num_rows


def test_cache_follows_the_outputs(outputs: Path) -> None:
    assert _documents(outputs) == 4
    segments = {s.folder.name for s in cache.refresh(outputs)}
    assert {s.folder.name for s in cache.refresh(outputs)} == segments
    folders = sorted(p.parent for p in outputs.glob("*/plan.json"))
    shutil.rmtree(folders[0])
    assert _documents(outputs) == 3
    changed = load.record(folders[1] / "plan.json")
    text = (folders[1] / "plan.json").read_text(encoding="utf-8").replace('"type": "KH"', '"type": "CTr"')
    (folders[1] / "plan.json").write_text(text, encoding="utf-8")
    with Store(outputs) as store:
        kinds = store.query("SELECT type, count(*) AS n FROM documents GROUP BY type ORDER BY type").to_pylist()
    assert kinds == [{"type": "CTr", "n": 1}, {"type": "KH", "n": 2}]
    assert changed["document"]["type"] == "KH"


def test_a_changed_document_costs_its_own_reading_only(outputs: Path) -> None:
    """The rows of its old self are passed over where they lie; the rest of the segment is not read again."""
    (before,) = cache.refresh(outputs)
    changed = next(path for path in sorted(outputs.glob("*/plan.json")) if "2023" in path.parent.name)
    changed.write_text(changed.read_text(encoding="utf-8").replace('"type": "KH"', '"type": "CTr"'), encoding="utf-8")
    for path in set(outputs.glob("*/plan.json")) - {changed}:
        stat = path.stat()
        path.write_bytes(b"{" + path.read_bytes()[1:-1] + b" ")
        os.utime(path, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    told: list[tuple[int, int]] = []
    segments = cache.refresh(outputs, lambda _, done, total: told.append((done, total)))
    assert told == [(1, 1)]
    assert {s.folder: s.stale for s in segments}[before.folder] == (changed.parent.name,)
    with Store(outputs) as store:
        for view in ("documents", "goals", "pages"):
            count = store.query(f"SELECT count(DISTINCT document) AS n FROM {view}").to_pylist()
            assert count == [{"n": 4}], view
        assert store.query("SELECT count(*) AS n FROM goals").to_pylist() == [{"n": 8}]
        assert store.query("SELECT type FROM documents WHERE type <> 'KH'").to_pylist() == [{"type": "CTr"}]


def test_a_segment_that_is_mostly_stale_is_packed_anew(outputs: Path) -> None:
    (before,) = cache.refresh(outputs)
    for path in sorted(outputs.glob("*/plan.json"))[:3]:
        path.touch()
    segments = cache.refresh(outputs)
    assert before.folder not in {segment.folder for segment in segments}
    assert [segment.stale for segment in segments] == [()]


def test_an_open_store_outlives_a_cache_that_another_process_made_anew(outputs: Path) -> None:
    with Store(outputs) as store:
        for path in outputs.glob("*/plan.json"):
            path.touch()
        cache.refresh(outputs)
        assert store.query("SELECT count(*) AS n FROM goals").to_pylist() == [{"n": 8}]
        shutil.rmtree(outputs / cache.NAME)
        assert store.arrow("documents").num_rows == 4


def test_a_document_that_goes_while_the_cache_is_made_is_left_out(
    outputs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = cache.stamps(outputs)
    shutil.rmtree(outputs / seen[0].document)
    with monkeypatch.context() as patch:
        patch.setattr(cache, "stamps", lambda _: seen)
        assert sum(len(segment.documents) for segment in cache.refresh(outputs)) == 3
    assert _documents(outputs) == 3


def test_outputs_that_are_being_written_can_be_asked(outputs: Path) -> None:
    """A batch goes on writing while an analyst asks: each answer is of whole documents, the last one of all."""
    made = [archive.plan("Bình Lục", year, 10, None) for year in range(1960, 1990)]

    def write() -> None:
        for plan, text in made:
            emit.write(plan, text, outputs)

    writer = threading.Thread(target=write)
    writer.start()
    counts = []
    while writer.is_alive():
        with Store(outputs) as store:
            row = store.query("SELECT (SELECT count(*) FROM documents) AS d, (SELECT count(*) FROM goals) AS g")
            counts.append(tuple(row.to_pylist()[0].values()))
    writer.join()
    assert all(goals == 2 * documents for documents, goals in counts)
    assert counts == sorted(counts)
    assert _documents(outputs) == 34


def test_questions_do_without_pandas(outputs: Path) -> None:
    """Its import takes longer than most questions; only data frames may load it."""
    code = (
        "import sys; from pipeline import cli; "
        f"cli.run(['query', '@overdue', '-d', {str(outputs)!r}, '-f', 'csv']); print('pandas' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout.splitlines()[-1] == "False"
    assert "due_to,text,lead" in done.stdout


def test_cache_packs_small_segments_together(outputs: Path) -> None:
    for year in range(1990, 2002):
        made, text = archive.plan("Bình Lục", year, 10, None)
        emit.write(made, text, outputs)
        assert len(cache.refresh(outputs)) <= 5
    assert _documents(outputs) == 16


def test_torn_cache_is_made_anew(outputs: Path) -> None:
    (segment,) = cache.refresh(outputs)
    (segment.folder / "index.json").write_text("{")
    assert _documents(outputs) == 4


def test_folder_that_cannot_be_written_is_cached_elsewhere(
    outputs: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", None)
    monkeypatch.setattr(os, "access", lambda path, mode: False)
    assert _documents(outputs) == 4
    assert not list((outputs / ".cache").iterdir())


def test_incomplete_output_is_named(outputs: Path) -> None:
    folder = next(outputs.glob("*/plan.json")).parent
    (folder / "text.txt").unlink()
    with pytest.raises(BadInputError, match="is not a complete output"):
        Store(outputs)


@pytest.mark.parametrize(
    ("version", "fits"),
    [(SCHEMA_VERSION, True), ("1.0.7", True), ("0.9.0", False), ("2.0.0", False), ("1.999.0", False), ("new", False)],
)
def test_other_schema_versions_are_read_or_refused(outputs: Path, version: str, fits: bool) -> None:
    path = next(outputs.glob("*/plan.json"))
    text = path.read_text(encoding="utf-8").replace(
        f'"schema_version": "{SCHEMA_VERSION}"', f'"schema_version": "{version}"'
    )
    path.write_text(text, encoding="utf-8")
    if fits:
        assert load.record(path)["schema_version"] == version
    else:
        with pytest.raises(BadInputError, match=f"has schema version {version}; this is version"):
            load.record(path)


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"schema_name": "other"}', "{"])
def test_files_that_are_no_records_are_refused(tmp_path: Path, content: str) -> None:
    path = tmp_path / "plan.json"
    path.write_text(content)
    with pytest.raises(BadInputError):
        load.record(path)


@pytest.mark.parametrize(
    ("left", "right"),
    [("hòa", "hoà"), ("HÒA BÌNH", "hoà bình"), ("ủy ban", "uỷ ban"), ("khỏe", "khoẻ"), ("thúy", "thuý")],
)
def test_tone_placement_is_one(store: Store, left: str, right: str) -> None:
    assert store.query("SELECT tone(?) = tone(?) AS same", [left, right]).to_pylist() == [{"same": True}]


_LETTERS = st.text(
    st.sampled_from(
        "aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạấầẩẫậắằẳẵặóòỏõọốồổỗộớờởỡợúùủũụứừửữựíìỉĩịýỳỷỹỵĐƯƠÂÊÔĂ 0123.,;-–—“”’()%\n\t"
    )
)


@pytest.fixture(scope="module")
def database() -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect() as connection:
        for statement in macros.statements():
            connection.execute(statement)
        yield connection


@settings(deadline=None)
@given(_LETTERS)
def test_the_macro_and_the_cache_agree_on_plain_text(database: duckdb.DuckDBPyConnection, text: str) -> None:
    assert database.execute("SELECT plain(?)", [text]).fetchone() == (searchable(text),)
    assert len(fold(text)) == len(text)
