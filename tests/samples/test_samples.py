"""The samples are what their words say, and the truth beside them speaks of those words."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pypdfium2
import pytest

from tests.samples.as_pdf import FONT_FOLDER
from tests.samples.as_text import as_text
from tests.samples.content import FOLDER, RAW_DOCS, Sample, samples
from tests.samples.generate import generate

SAMPLES = {sample.name: sample for sample in samples()}
each_sample = pytest.mark.parametrize("name", SAMPLES)
drawn = pytest.mark.skipif(not FONT_FOLDER.is_dir(), reason="needs the Debian package fonts-liberation2")


def truth(sample: Sample) -> dict[str, Any]:
    """What a careful reader finds in the sample, in the format of the gold annotations."""
    gold: dict[str, Any] = json.loads((FOLDER / "gold" / f"{sample.name}.json").read_text(encoding="utf-8"))
    return gold


def pixels(path: Path) -> list[np.ndarray[Any, Any]]:
    with pypdfium2.PdfDocument(path) as document:
        return [page.render(scale=0.5, grayscale=True).to_numpy() for page in document]


def test_raw_docs_holds_one_text_one_digital_and_one_scan() -> None:
    assert sorted(sample.form for sample in SAMPLES.values()) == ["pdf", "scan", "text"]
    assert {path.name for path in RAW_DOCS.iterdir()} == {sample.file_name for sample in SAMPLES.values()}


@drawn
@each_sample
def test_the_generator_draws_what_raw_docs_holds(name: str, tmp_path: Path) -> None:
    sample = SAMPLES[name]
    again = generate(sample, tmp_path)
    if sample.form == "text":
        assert again.read_bytes() == (RAW_DOCS / sample.file_name).read_bytes()
        return
    for new, kept in zip(pixels(again), pixels(RAW_DOCS / sample.file_name), strict=True):
        assert new.shape == kept.shape
        assert np.abs(new.astype(int) - kept.astype(int)).mean() < 1.0


def test_the_scan_has_no_text_layer_and_the_digital_plan_has_all_its_words() -> None:
    for sample in SAMPLES.values():
        if sample.form == "text":
            continue
        with pypdfium2.PdfDocument(RAW_DOCS / sample.file_name) as document:
            text = " ".join(page.get_textpage().get_text_range() for page in document)
        words = {word for paragraph in sample.body for word in paragraph.split()}
        assert words & set(text.split()) == (set() if sample.form == "scan" else words)


@each_sample
def test_the_truth_speaks_of_the_words_of_the_sample(name: str) -> None:
    sample = SAMPLES[name]
    gold = truth(sample)
    text = as_text(sample)
    assert Path(gold["file"]).name == sample.file_name
    assert gold["document"]["number"] in text
    assert gold["document"]["recipients"] == [line.rstrip(";.") for line in sample.recipients]
    for item in (*gold["tasks"], *gold["responsibilities"]):
        assert item["text"] in text
        assert (item["deadline"] or "") in text
    for section in gold["sections"]:
        assert f"\n{section['label']}. {section['title']}\n" in text
    for table in gold["tables"]:
        assert all("\t".join(row) in text for row in (table["columns"], *table["rows"]))


@each_sample
def test_every_target_of_the_truth_is_printed(name: str) -> None:
    text = as_text(SAMPLES[name])
    for goal in truth(SAMPLES[name])["goals"]:
        value = goal["value"]
        printed = f"{value:,}".replace(",", ".") if isinstance(value, int) else str(value).replace(".", ",")
        assert printed in text, goal["name"]
