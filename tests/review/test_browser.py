"""The review page in a real browser, opened from disk."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, sync_playwright

from pipeline.plan import Plan
from pipeline.review import corrections
from pipeline.review.images import BUDGET, page_images
from pipeline.review.page import render
from tests.review.conftest import HOSTILE, LINES

FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]


@pytest.fixture
def html(tmp_path: Path, drawn: Path, record: Plan) -> Path:
    pictures = page_images(drawn, record.source.media_type, record.source.pages)
    path = tmp_path / "review.html"
    path.write_text(render(record, "\n".join(LINES), pictures), encoding="utf-8")
    return path


@pytest.fixture
def page(chromium: str, html: Path) -> Iterator[Page]:
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=chromium, args=FLAGS)
        tab = browser.new_page(viewport={"width": 1400, "height": 850}, accept_downloads=True)
        failures: list[str] = []
        tab.on("pageerror", lambda error: failures.append(str(error)))
        tab.on("request", lambda ask: failures.append(ask.url) if ask.url.startswith("http") else None)
        tab.goto(html.as_uri())
        yield tab
        browser.close()
    assert failures == []


def test_a_value_leads_to_its_box_and_a_box_to_its_value(page: Page) -> None:
    page.click('[data-id="task:II:1"] .value[data-field="text"]')
    box = page.locator("#page-3 .box.now")
    box.wait_for()
    assert box.count() == 1
    assert page.evaluate("document.querySelector('#page-3 img').naturalWidth") > 500
    page.evaluate("document.querySelector('#page-1').scrollIntoView()")
    page.click("#page-1 .box")
    assert page.locator('[data-id="goal:I:1"].now').count() + page.locator('[data-id="finding:1"].now').count() == 1


def test_the_box_lies_on_the_words(page: Page) -> None:
    page.click('[data-id="task:II:1"] .value[data-field="text"]')
    frame = page.locator("#page-3 img").bounding_box()
    box = page.locator("#page-3 .box.now").bounding_box()
    assert frame is not None
    assert box is not None
    assert (box["y"] - frame["y"]) / frame["height"] == pytest.approx(140 / 841.9, abs=0.01)
    assert (box["x"] - frame["x"]) / frame["width"] == pytest.approx(72 / 595.3, abs=0.01)


def test_mend_a_doubtful_value_with_the_keyboard_and_keep_it(page: Page, record: Plan, tmp_path: Path) -> None:
    page.fill("#by", "Nguyễn Văn An")
    page.keyboard.press("Escape")
    page.locator("#record").focus()
    page.keyboard.press("n")
    page.keyboard.press("n")
    page.keyboard.press("e")
    page.keyboard.type("77,42")
    page.keyboard.press("Enter")
    with page.expect_download() as waiting:
        page.click("#save")
    path = tmp_path / "corrections.json"
    waiting.value.save_as(path)
    rows = corrections.load(path)
    assert [(r.action, r.field, r.was, r.value, r.by) for r in rows] == [
        ("edit", "value", 71.42, 77.42, "Nguyễn Văn An")
    ]
    done = corrections.apply(record, rows)
    assert done.goals[0].value == 77.42
    assert done.corrections[0].state == "applied"


def test_hostile_text_is_text(page: Page) -> None:
    assert "broken" not in page.title().split("–")[0]
    assert HOSTILE in page.locator('[data-id="task:II:2"] .value[data-field="text"]').inner_text()
    assert page.locator("img[src=x]").count() == 0


def test_search_without_marks_language_and_outline(page: Page) -> None:
    page.fill("#search", "so noi vu")
    assert page.locator('[data-id="task:II:1"]').is_visible()
    assert not page.locator('[data-id="task:II:2"]').is_visible()
    page.fill("#search", "")
    page.click("#language")
    assert page.locator("#group-goals h2").inner_text().startswith("Goals")
    page.click(".outline a")
    assert page.locator("#page-1 .box.now").count() == 1


def test_no_serious_accessibility_fault(page: Page) -> None:
    from axe_playwright_python.sync_playwright import Axe

    found = Axe().run(page).response["violations"]
    assert [(v["id"], v["nodes"][0]["html"]) for v in found if v["impact"] in ("serious", "critical")] == []


def test_readable_on_a_phone(page: Page, tmp_path: Path) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_every_page_is_there_in_print(page: Page) -> None:
    page.pdf()
    page.wait_for_function("[...document.images].every((image) => image.naturalWidth > 0)")


def test_pictures_keep_their_budget(drawn: Path, record: Plan) -> None:
    pictures = list(page_images(drawn, record.source.media_type, record.source.pages))
    assert [p.page for p in pictures] == [1, 2, 3]
    assert all(len(p.uri) <= BUDGET + 50 for p in pictures)
    assert all(p.width / p.height == pytest.approx(595.3 / 841.9, abs=0.01) for p in pictures)


def test_state_is_valid_json_inside_script(html: Path, record: Plan) -> None:
    text = html.read_text(encoding="utf-8")
    state = text.split("const KEHOACH = ")[1].split(";</script>")[0]
    assert json.loads(state)["sha256"] == record.source.sha256


def test_a_text_that_begins_with_a_line_break_is_marked_at_the_right_place(
    chromium: str, tmp_path: Path, record: Plan
) -> None:
    text = "\n" + "\n".join(LINES)
    goal = record.goals[0]
    moved = goal.evidence[0].model_copy(update={"span": [1, 1 + len(LINES[0])], "bbox": None, "page": None})
    plan = record.model_copy(update={"goals": [goal.model_copy(update={"evidence": [moved]})]})
    path = tmp_path / "text.html"
    path.write_text(render(plan, text, []), encoding="utf-8")
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=chromium, args=FLAGS)
        tab = browser.new_page()
        tab.goto(path.as_uri())
        tab.click('[data-id="goal:I:1"] .value[data-field="value"]')
        assert tab.locator("#text mark").inner_text() == LINES[0]
        browser.close()
