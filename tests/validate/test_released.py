"""docs/schema.md and the archive of released schemas: yesterday's outputs are read, or refused with a clear message."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from pipeline import cli
from pipeline.plan import SCHEMA_VERSION
from pipeline.store.load import readable
from pipeline.validate import schema, schema_page
from tests.conftest import ROOT

PAGE = ROOT / "docs" / "schema.md"
RELEASED = schema.released()
# What says nothing of which records fit.
WORDS = ("description", "examples", "title", "$id")


def bare(of: Any) -> Any:
    """A schema without its words; the names of fields are no words of it."""
    if isinstance(of, list):
        return [bare(one) for one in of]
    if not isinstance(of, dict):
        return of
    fields = {key: {name: bare(one) for name, one in of[key].items()} for key in ("properties", "$defs") if key in of}
    return {key: bare(one) for key, one in of.items() if key not in (*WORDS, *fields)} | fields


def outputs_of(version: str, folder: Path) -> Path:
    return Path(shutil.copytree(RELEASED[version] / "outputs", folder / "outputs"))


def test_the_page_is_that_of_the_schema() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert page == schema_page.renewed(page, schema_page.samples()), (
        "run: .venv/bin/python -m pipeline.validate.schema_page docs/schema.md"
    )


def test_every_field_has_a_meaning_and_most_an_example() -> None:
    page = PAGE.read_text(encoding="utf-8").partition("<!-- schema -->")[2]
    rows = [line.split(" | ") for line in page.splitlines() if line.startswith("| `")]
    assert len(rows) > 150
    assert [row[0] for row in rows if not row[2].strip()] == []
    simple = [row for row in rows if "](#" not in row[1]]
    assert sum(row[3].strip(" |") != "" for row in simple) / len(simple) > 0.9


def test_the_schema_does_not_change_under_the_same_version() -> None:
    today = json.loads(schema.committed().read_text(encoding="utf-8"))
    archived = json.loads((RELEASED[SCHEMA_VERSION] / "plan.schema.json").read_text(encoding="utf-8"))
    assert bare(today) == bare(archived), (
        "The record has changed: raise SCHEMA_VERSION and add schemas/released/ for it (docs/schema.md, Versions)."
    )
    assert today["$id"] == f"urn:kehoach:plan:{SCHEMA_VERSION}"


@pytest.mark.parametrize("version", RELEASED)
def test_archived_outputs_fit_the_schema_of_their_time(version: str) -> None:
    archived = json.loads((RELEASED[version] / "plan.schema.json").read_text(encoding="utf-8"))
    assert archived["$id"] == f"urn:kehoach:plan:{version}"
    paths = sorted(RELEASED[version].glob("outputs/*/plan.json"))
    assert paths
    for path in paths:
        record = json.loads(path.read_text(encoding="utf-8"))
        assert record["schema_version"] == version
        Draft202012Validator(archived).validate(record)


@pytest.mark.parametrize("version", RELEASED)
def test_archived_outputs_are_read_or_refused(version: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    outputs = outputs_of(version, tmp_path)
    plans = sorted(map(str, outputs.glob("*/plan.json")))
    asked = cli.run(["query", "SELECT sum(n_goals) AS n FROM documents", "-d", str(outputs), "-f", "csv"])
    answer = capsys.readouterr()
    checked = cli.run(["validate", *plans])
    said = capsys.readouterr()
    if readable(version):
        counted = sum(len(json.loads(Path(path).read_text(encoding="utf-8"))["goals"]) for path in plans)
        assert (asked, answer.out.split()) == (0, ["n", str(counted)])
        assert counted > 20
        assert checked == 0
    else:
        assert asked == 2
        assert f"has schema version {version}; this is version {SCHEMA_VERSION}" in answer.err
        assert checked == 4
        assert version in said.out


def test_outputs_of_another_major_version_are_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    outputs = outputs_of(SCHEMA_VERSION, tmp_path)
    path = next(outputs.glob("*/plan.json"))
    path.write_text(path.read_text(encoding="utf-8").replace(f'"{SCHEMA_VERSION}"', '"0.9.0"'), encoding="utf-8")
    assert cli.run(["query", "@overdue", "-d", str(outputs)]) == 2
    told = capsys.readouterr().err
    assert "has schema version 0.9.0; this is version" in told
    assert "Convert the document anew" in told
    assert cli.run(["validate", str(path)]) == 4
    assert "0.9.0" in capsys.readouterr().out
