"""What the READMEs show is what the program does today."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from pipeline.cli import app
from pipeline.emit import json as plan_json
from tests.samples.test_end_to_end import DIGITAL, TEXT, parsed

ROOT = Path(__file__).resolve().parent.parent.parent
READMES = ("README.md", "README.vi.md")
each_readme = pytest.mark.parametrize("name", READMES)


def shown(name: str) -> list[dict[str, Any]]:
    """The excerpts of plan.json in a README."""
    text = (ROOT / name).read_text(encoding="utf-8")
    return [json.loads(block) for block in re.findall(r"```json\n(.*?)```", text, re.DOTALL)]


def holds(real: Any, excerpt: Any) -> bool:
    """True if all that the excerpt shows stands in the record; what it leaves out does not matter."""
    if isinstance(excerpt, dict):
        return isinstance(real, dict) and all(key in real and holds(real[key], excerpt[key]) for key in excerpt)
    if isinstance(excerpt, list) and excerpt and isinstance(excerpt[0], dict):
        return all(any(holds(part, wanted) for part in real) for wanted in excerpt)
    return bool(real == excerpt)


@each_readme
def test_the_excerpts_stand_in_the_record_of_the_sample(name: str) -> None:
    plan = json.loads(plan_json.encode(parsed(DIGITAL).plan))
    items = {item["id"]: item for key in ("goals", "findings") for item in plan[key]}
    excerpts = shown(name)
    assert len(excerpts) == 2
    for excerpt in excerpts:
        assert holds(items[excerpt["id"]], excerpt)


@each_readme
def test_what_make_run_says_names_the_documents_as_they_are_read(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    for sample in (TEXT, DIGITAL):
        header = parsed(sample).plan.document
        assert f"{header.type_name} {header.number}, {header.issued_on}, {header.issuer}" in text
        assert f"{sample}-{parsed(sample).document.source.sha256[:8]}/plan.json" in text


@each_readme
def test_every_command_is_named(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    commands = [command.name or "" for command in app.registered_commands]
    assert len(commands) > 5
    assert [command for command in commands if not re.search(rf"\b{command}\b", text)] == []


@each_readme
def test_the_python_example_runs(
    name: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    (example,) = re.findall(r"```python\n(.*?)```", text, re.DOTALL)
    monkeypatch.chdir(ROOT)
    exec(compile(example, name, "exec"), {})
    assert "Tỷ lệ lao động qua đào tạo = 70.5 % ['Sở Nội vụ'] 1" in capsys.readouterr().out
