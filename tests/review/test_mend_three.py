"""An official with only the page open mends three values of the scanned sample; they hold after a new run.

Steps, timed: the next place to check and its value (keyboard), a task found by search without marks, the number in
the letterhead, download. The file is put beside plan.json, the document is parsed again, and record, workbook and
query show what the person wrote.
"""

from __future__ import annotations

import time
from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import sync_playwright

from pipeline.cli import run
from pipeline.plan import Plan
from pipeline.review import corrections
from pipeline.review.page import render
from tests.conftest import ROOT
from tests.review.test_browser import FLAGS

SCAN = ROOT / "raw_docs" / "ke-hoach-so-chuyen-doi-so-2026-scan.pdf"
LIMIT = 120
"""Seconds that the official may take."""
NUMBER, VALUE, LEAD = "987/KH-STTTT", 12.5, "Văn phòng Sở"

pytestmark = [pytest.mark.ocr, pytest.mark.slow]


def held(outputs: Path) -> tuple[Path, Plan]:
    (path,) = outputs.glob("*/plan.json")
    return path.parent, Plan.model_validate_json(path.read_bytes())


def doubted(folder: Path, plan: Plan) -> tuple[str, str]:
    """The page with one measured goal marked as doubtful; returns the goal's id and the id of a task to mend."""
    goal = next(g for g in plan.goals if g.measured)
    goals = [g.model_copy(update={"status": "doubtful"}) if g.id == goal.id else g for g in plan.goals]
    text = (folder / "text.txt").read_text(encoding="utf-8")
    old = (folder / "review.html").read_text(encoding="utf-8")
    assert "data:image" in old
    (folder / "review.html").write_text(render(plan.model_copy(update={"goals": goals}), text, []), encoding="utf-8")
    return goal.id, plan.tasks[0].id


def test_three_values_mended_in_the_page_hold_after_a_new_run(
    chromium: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    outputs = tmp_path / "outputs"
    assert run(["parse", str(SCAN), "-o", str(outputs)]) == 0
    folder, plan = held(outputs)
    goal, task = doubted(folder, plan)
    words = " ".join(plan.tasks[0].text.split()[:6])
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=chromium, args=FLAGS)
        page = browser.new_page(viewport={"width": 1400, "height": 850}, accept_downloads=True)
        page.goto((folder / "review.html").as_uri())
        begun = time.monotonic()
        page.fill("#by", "Trần Thị Bình")
        page.locator("#record").focus()
        for _ in range(len(plan.findings) + 1):
            page.keyboard.press("n")
            if page.locator(f'[data-id="{goal}"].now').count():
                break
        page.keyboard.press("e")
        page.keyboard.type("12,5")
        page.keyboard.press("Enter")
        page.fill("#search", words)
        page.locator(f'[data-id="{task}"] .value[data-field="lead"]').dblclick()
        page.keyboard.type(LEAD)
        page.keyboard.press("Enter")
        page.fill("#search", "")
        page.locator('[data-id="document"] .value[data-field="number"]').dblclick()
        page.keyboard.type(NUMBER)
        page.keyboard.press("Enter")
        with page.expect_download() as waiting:
            page.click("#save")
        waiting.value.save_as(folder / corrections.FILE_NAME)
        assert time.monotonic() - begun < LIMIT
        browser.close()

    assert run(["parse", str(SCAN), "-o", str(outputs)]) == 0
    _, mended = held(outputs)
    assert [record.state for record in mended.corrections] == ["applied"] * 3
    assert mended.document.number == NUMBER
    assert next(g for g in mended.goals if g.id == goal).value == VALUE
    assert next(t for t in mended.tasks if t.id == task).lead == [LEAD]

    book = tmp_path / "plans.xlsx"
    assert run(["export", "--to", "xlsx", "-d", str(outputs), "-o", str(book)]) == 0
    shown = {
        str(cell) for sheet in openpyxl.load_workbook(book) for row in sheet.iter_rows(values_only=True) for cell in row
    }
    assert {NUMBER, str(VALUE), LEAD} <= shown
    capsys.readouterr()
    assert run(["query", "SELECT number FROM documents", "-d", str(outputs), "-f", "csv"]) == 0
    assert NUMBER in capsys.readouterr().out
