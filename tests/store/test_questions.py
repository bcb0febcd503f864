"""Search, series and differences."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from matplotlib import pyplot

from pipeline import emit
from pipeline.errors import BadInputError, MissingDependencyError, UsageError
from pipeline.lexicon.indicators import indicator_key, level_of
from pipeline.store import Store, load, plot
from pipeline.store.diff import diff
from pipeline.store.search import search
from pipeline.store.series import series
from tests import archive


@pytest.mark.parametrize("words", ["nhan luc", "nhân lực", "NHÂN LỰC", "Nguon  nhan\nluc", "hoa nhap", "hòa nhập"])
def test_search_finds_words_as_people_type_them(store: Store, words: str) -> None:
    assert len(search(store, words)) == 4


def test_search_shows_the_passage(store: Store) -> None:
    hit = search(store, "nguon nhan luc", limit=1)[0]
    assert hit.passage[hit.start : hit.end] == "nguồn nhân lực"
    assert (hit.page, hit.number) == (1, "25/KH-UBND")
    assert not hit.exact


def test_exact_words_come_first(store: Store) -> None:
    assert {hit.exact for hit in search(store, "hoà nhập")} == {True}
    assert {hit.exact for hit in search(store, "hoa nhập")} == {False}


@pytest.mark.parametrize("words", ["hoa nha", "uc", "oà nhập", "nhân lự"])
def test_search_finds_whole_words_only(store: Store, words: str) -> None:
    assert search(store, words) == []
    assert store.query("SELECT 1 FROM pages WHERE has(text, ?)", [words]).num_rows == 0


def test_search_shows_the_place_with_the_marks_that_were_typed(outputs: Path) -> None:
    made, _ = archive.plan("Bình Lục", 1999, 1, None)
    text = "Trồng hoa, nhập khẩu; hoa nhập về.\nHội nhập và hoà\nnhập (cộng đồng)."
    page = made.source.pages[0].model_copy(update={"span": [0, len(text)]})
    source = made.source.model_copy(update={"pages": [page], "sha256": "e" * 64})
    emit.write(made.model_copy(update={"source": source}), text, outputs)
    with Store(outputs) as store:
        (typed,) = [hit for hit in search(store, "hòa nhập") if hit.document.endswith("eeeeeeee")]
        (bare,) = [hit for hit in search(store, "hoa nhap") if hit.document.endswith("eeeeeeee")]
    assert (typed.exact, typed.passage[typed.start : typed.end]) == (True, "hoà\nnhập")
    assert (bare.exact, bare.passage[bare.start : bare.end]) == (False, "hoa nhập")


@pytest.mark.parametrize("words", ["", " \n "])
def test_search_for_nothing_is_refused(store: Store, words: str) -> None:
    with pytest.raises(UsageError):
        search(store, words)


@pytest.mark.parametrize("words", ["'; DROP VIEW goals; --", "100%", "_", "\\"])
def test_search_takes_every_sign_as_a_sign(store: Store, words: str) -> None:
    assert search(store, words) == []


@pytest.mark.parametrize(
    ("name", "unit", "level", "key"),
    [
        ("Tỷ lệ hộ nghèo", "%", "province", "ty-le-ho-ngheo|%|province"),
        ("tỷ lệ hộ nghèo đến năm 2025", "%", None, "ty-le-ho-ngheo|%|"),
        ("Phấn đấu tỷ lệ hộ nghèo giai đoạn 2021 - 2025 đạt", "phần trăm", None, "ty-le-ho-ngheo|%|"),
        ("- Giảm tỷ lệ hộ nghèo (chuẩn mới) xuống còn:", "%", None, "ty-le-ho-ngheo|%|"),
        ("Số lao động được tạo việc làm trong năm 2024", "Người", None, "so-lao-dong-duoc-tao-viec-lam|nguoi|"),
        ("Tỷ lệ lao động qua đào tạo hằng năm", None, None, "ty-le-lao-dong-qua-dao-tao||"),
        ("Đạt", None, None, "dat||"),
    ],
)
def test_indicator_keys(name: str, unit: str | None, level: str | None, key: str) -> None:
    assert indicator_key(name, unit, level) == key


@pytest.mark.parametrize(
    ("issuer", "level"),
    [
        ("ỦY BAN NHÂN DÂN TỈNH HÒA SƠN", "province"),
        ("ỦY BAN NHÂN DÂN HUYỆN BÌNH LỤC", "district"),
        ("UBND XÃ TÂN LẬP", "commune"),
        ("THỦ TƯỚNG CHÍNH PHỦ", "central"),
        ("BỘ NỘI VỤ", "central"),
        ("SỞ NỘI VỤ", None),
        (None, None),
    ],
)
def test_levels_of_issuers(issuer: str | None, level: str | None) -> None:
    assert level_of(issuer) == level


def test_series_lines_up_years_and_places(store: Store) -> None:
    points = [(p.place, p.year, p.kind, p.value) for p in series(store, "ty le lao dong qua dao tao")]
    assert points == [
        ("Bình Lục", 2023, "baseline", 55.0), ("Bình Lục", 2024, "target", 58.0),
        ("Hòa Sơn", 2022, "baseline", 62.5), ("Hòa Sơn", 2023, "baseline", 65.0), ("Hòa Sơn", 2023, "target", 65.0),
        ("Hòa Sơn", 2024, "target", 67.5), ("Hòa Sơn", 2025, "target", 70.0),
    ]  # fmt: skip


def test_series_of_one_place(store: Store) -> None:
    assert {p.place for p in series(store, "lao động qua đào tạo", "hoà sơn")} == {"Hòa Sơn"}


def test_series_of_nothing_is_told(store: Store) -> None:
    with pytest.raises(BadInputError, match="No plan sets a target named"):
        series(store, "số cầu thủ bóng đá")


def test_bars(store: Store) -> None:
    lines = list(plot.bars(series(store, "lao dong qua dao tao", "binh luc")))
    assert lines[0] == "Tỷ lệ lao động qua đào tạo (%), Bình Lục"
    assert lines[2].split()[:3] == ["2024", "target", "58"]
    assert lines[2].count("█") == 50


@pytest.mark.parametrize("ending", [".png", ".svg"])
def test_plot_files_are_the_same_each_time(store: Store, tmp_path: Path, ending: str) -> None:
    points = series(store, "lao dong qua dao tao")
    first, second = tmp_path / f"a{ending}", tmp_path / f"b{ending}"
    plot.save(points, "Tỷ lệ lao động qua đào tạo", first)
    plot.save(points, "Tỷ lệ lao động qua đào tạo", second)
    assert first.read_bytes() == second.read_bytes()
    assert len(first.read_bytes()) > 5000


def test_long_names_and_several_units_find_their_place(store: Store) -> None:
    """Names stand below the panels and inside the picture; each unit has a scale of its own."""
    points = series(store, "lao dong qua dao tao")
    long = [
        replace(point, key="x", unit="người", value=9000, name=f"{point.name} {'rất dài ' * 40}") for point in points
    ]
    figure = plot.drawn([*points, *long], "Lao động")
    figure.canvas.draw()
    (legend,) = figure.legends
    box = legend.get_window_extent()
    assert [axes.get_ylabel() for axes in figure.axes] == ["%", "người"]
    assert 0 <= box.x0 < box.x1 <= figure.bbox.x1
    assert 0 <= box.y0 < box.y1 <= min(axes.get_window_extent().y0 for axes in figure.axes)
    assert all(axes.get_window_extent().height > 100 for axes in figure.axes)
    names = [text.get_text() for text in legend.get_texts()]
    assert sum("…, " in name for name in names) == 2
    pyplot.close(figure)


def test_plot_of_an_unknown_kind_is_refused(store: Store, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"ends in \.png or \.svg"):
        plot.save(series(store, "lao dong"), "x", tmp_path / "a.pdf")


def test_plot_without_matplotlib_says_what_to_install(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    points = series(store, "lao dong")
    monkeypatch.setitem(__import__("sys").modules, "matplotlib", None)
    with pytest.raises(MissingDependencyError, match="pip install"):
        plot.save(points, "x", tmp_path / "a.png")


def test_diff_tells_what_changed(outputs: Path) -> None:
    by_year = {r["document"]["issued_on"][:4]: r for p in outputs.glob("*/plan.json") if (r := load.record(p))
               and r["document"]["place"] == "Hòa Sơn"}  # fmt: skip
    changes = [(d.kind, d.what, d.field, d.before and d.before.value, d.after and d.after.value)
               for d in diff(by_year["2024"], by_year["2025"])]  # fmt: skip
    assert changes == [
        ("goal", "up", "value", "67.5 %", "70 %"),
        ("task", "changed", "lead", "Sở Nội vụ", "Sở Tài chính"),
        ("agency", "dropped", "", "lead", None),
        ("agency", "new", "", None, "lead"),
    ]
    goal = diff(by_year["2025"], by_year["2024"])[0]
    assert (goal.what, goal.after and goal.after.quote) == ("down", "Tỷ lệ lao động qua đào tạo đạt 67.5%")


def test_plan_does_not_differ_from_itself() -> None:
    made = archive.plan("Hòa Sơn", 2023, 65, 62.5)[0].model_dump(mode="json")
    assert diff(made, made) == []


@pytest.mark.parametrize(
    ("text", "changes"),
    [
        ("Tổ chức 05 lớp tập huấn cho cán bộ, công chức cấp xã.", []),
        ("Tổ chức 05 lớp tập huấn cho cán bộ, công chức cấp xâ", []),
        ("Tổ chức 07 lớp tập huấn cho cán bộ, công chức cấp xã.", ["text"]),
        ("Tổ chức 05 lớp tập huấn cho cán bộ, công chức cấp huyện, xã.", ["text"]),
    ],
)
def test_tasks_that_were_reworded(text: str, changes: list[str]) -> None:
    made = archive.plan("Hòa Sơn", 2023, 65, 62.5)[0].model_dump(mode="json")
    before = {**made, "tasks": [{**made["tasks"][0], "text": "Tổ chức 05 lớp tập huấn cho cán bộ, công chức cấp xã."}]}
    after = {**made, "tasks": [{**made["tasks"][0], "text": text}]}
    assert [change.field for change in diff(before, after)] == changes


def test_new_and_dropped_targets() -> None:
    made = archive.plan("Hòa Sơn", 2023, 65, 62.5)[0].model_dump(mode="json")
    bare = {**made, "goals": [], "tasks": [], "responsibilities": []}
    assert {(d.kind, d.what) for d in diff(made, bare)} == {(k, "dropped") for k in ("goal", "task", "agency")}
    assert {(d.kind, d.what) for d in diff(bare, made)} == {(k, "new") for k in ("goal", "task", "agency")}
