"""Views over the outputs, and the cache that follows them."""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import pipeline
from pipeline.emit import arrow
from pipeline.emit.tables import TABLES
from pipeline.errors import BadInputError, FileAccessError, MissingDependencyError, UsageError
from pipeline.lexicon.fold import fold
from pipeline.plan import SCHEMA_VERSION
from pipeline.store import VIEWS, Store, cache, load, macros, questions
from pipeline.store.pages import searchable
from tests import archive


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


def test_cache_packs_small_segments_together(outputs: Path) -> None:
    for year in range(1990, 2002):
        from pipeline import emit

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
