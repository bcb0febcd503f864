from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

from pipeline import emit
from pipeline.plan import Plan
from pipeline.review.index import write_index
from tests.review.conftest import HOSTILE
from tests.review.test_browser import FLAGS


@pytest.fixture
def index(tmp_path: Path, record: Plan) -> Path:
    """The index of two documents that were read and one that failed."""
    rows = []
    for name, goals in (("a.pdf", record.goals), ("b.pdf", record.goals * 3)):
        source = record.source.model_copy(update={"file": name})
        folder = emit.write(record.model_copy(update={"source": source, "goals": goals}), "text", tmp_path)
        (folder / "review.html").write_text("page", encoding="utf-8")
        rows.append({"input": name, "status": "ok", "output": folder.name, "error": None})
    rows.append(
        {"input": "x/c.pdf", "status": "failed", "output": None, "error": {"message": "c.pdf is empty." + HOSTILE}}
    )
    (tmp_path / "manifest.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return write_index(tmp_path)


def test_failures_come_first_with_their_reason_and_pages_are_linked(index: Path) -> None:
    text = index.read_text(encoding="utf-8")
    assert text.index("c.pdf is empty.") < text.index("a.pdf")
    assert "<script>document.title" not in text
    for link in (part.split('"')[0] for part in text.split('href="')[1:]):
        assert (index.parent / link).is_file()


@pytest.mark.parametrize("damage", ["{", "", "[]", '{"document": null}'])
def test_one_damaged_record_does_not_hide_the_others(index: Path, damage: str) -> None:
    broken, whole = sorted(index.parent.glob("*/plan.json"))
    broken.write_text(damage, encoding="utf-8")
    text = write_index(index.parent).read_text(encoding="utf-8")
    assert f"{broken.parent.name}" in text
    assert "plan.json is damaged. Convert the document again with --overwrite." in text
    assert f'href="{whole.parent.name}/review.html"' in text


def test_sort_filter_and_states_in_the_browser(chromium: str, index: Path) -> None:
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=chromium, args=FLAGS)
        page = browser.new_page()
        page.goto(index.as_uri())
        names = page.locator("tbody tr:visible td:first-child")
        page.click("th button:has-text('Chỉ tiêu')")
        page.click("th button:has-text('Chỉ tiêu')")
        assert names.first.inner_text() == "b.pdf"
        page.fill("#filter", "is empty")
        assert names.all_inner_texts() == ["c.pdf"]
        page.fill("#filter", "")
        page.select_option("#state", "ok")
        assert sorted(names.all_inner_texts()) == ["a.pdf", "b.pdf"]
        from axe_playwright_python.sync_playwright import Axe

        found = Axe().run(page).response["violations"]
        assert [v["id"] for v in found if v["impact"] in ("serious", "critical")] == []
        browser.close()
