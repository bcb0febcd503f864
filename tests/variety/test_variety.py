"""Plans in many house styles keep the scores that they have reached (see docs/evaluation.md and README.md beside)."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from pipeline import evaluate
from tests.samples.as_pdf import FONT_FOLDER
from tests.variety.annotation import gold
from tests.variety.draw import write
from tests.variety.source import BATCHES, FOLDER, Source, sources

FLOORS = FOLDER / "floors.json"
SOURCES = {source.name: source for batch in BATCHES for source in sources(batch)}
each_plan = pytest.mark.parametrize("name", SOURCES)


def printed(source: Source) -> str:
    return " ".join(cell for line in source.lines for cell in line.cells)


@each_plan
def test_the_annotation_speaks_of_the_words_of_the_plan(name: str) -> None:
    words, truth = printed(SOURCES[name]), gold(SOURCES[name])
    for item in (*truth["tasks"], *truth["responsibilities"]):
        assert item["text"] in words
        assert (item["deadline"] or "") in words
        for agency in (*item.get("lead", ()), *item.get("support", ()), *item.get("with", ())):  # "các sở: X" is "Sở X"
            assert agency in words or agency.removeprefix("Sở ") in words
    for section in truth["sections"]:
        assert section["title"] in words
    for basis in truth["legal_bases"]:
        assert basis["number"] in words
    for target in truth["goals"]:
        numbers = {
            float(number.replace(".", "").replace(",", ".")) for number in re.findall(r"\d[\d.]*(?:,\d+)?", words)
        }
        assert target["value"] in numbers


@pytest.mark.skipif(not FONT_FOLDER.is_dir(), reason="needs the Debian package fonts-liberation2")
def test_no_score_falls_below_its_floor(tmp_path: Path) -> None:
    for source in SOURCES.values():
        write(source, tmp_path)
    scores = evaluate.evaluate(tmp_path / "gold", tmp_path / "docs")
    floors = json.loads(FLOORS.read_text(encoding="utf-8"))
    assert {score.name for score in scores} == set(SOURCES) == set(floors)
    assert [score.error for score in scores if score.error] == []
    assert evaluate.below(scores, floors) == []
