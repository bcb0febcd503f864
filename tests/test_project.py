"""Rules about the project itself that no linter knows."""

from __future__ import annotations

import re
import subprocess
import tomllib
from collections import defaultdict
from pathlib import Path

import pytest

from pipeline import __version__

ROOT = Path(__file__).resolve().parent.parent
MODULES = sorted((ROOT / "pipeline").rglob("*.py"))
# The words of the whole project: no other module may call something else by the same name.
CONTRACTS = ("document", "outline", "mentions", "plan", "config", "errors", "run")
# A quantity is named in the text (mentions) and published (plan): the same thing at two stages.
SHARED = {"Quantity"}
LONGEST_FILE = 400


# Top-level code is found by its shape: the grammar module of Python 3.11.2 (Debian 12) fails at random in a long run.
TYPE = re.compile(r"^class (\w+)|^(\w+) = (?:Literal|Callable|Annotated)\[", re.MULTILINE)
FUNCTION = re.compile(r"^def (\w+)\(.*?\).*?:\n(.*?)(?=^\S|\Z)", re.MULTILINE | re.DOTALL)
DOCSTRING = re.compile(r'^\s*""".*?"""\n', re.DOTALL)
SHORT_BODY = 80


def public_types(path: Path) -> set[str]:
    """Classes and type aliases at the top of a module."""
    return {name or alias for name, alias in TYPE.findall(path.read_text(encoding="utf-8"))}


def test_a_word_of_the_contracts_means_one_thing() -> None:
    taken = {name for module in CONTRACTS for name in public_types(ROOT / "pipeline" / f"{module}.py")} - SHARED
    assert {"Document", "Outline", "Mention", "Plan", "Settings", "KehoachError", "Progress", "Kind"} <= taken
    clashes = {
        f"{path.relative_to(ROOT)}: {name}"
        for path in MODULES
        if not (path.parent.name == "pipeline" and path.stem in CONTRACTS)
        for name in public_types(path) & taken
    }
    assert clashes == set()


def test_no_function_is_written_twice() -> None:
    seen: dict[str, list[str]] = defaultdict(list)
    for path in MODULES:
        for name, body in FUNCTION.findall(path.read_text(encoding="utf-8")):
            code = DOCSTRING.sub("", body).strip()
            if len(code) > SHORT_BODY:
                seen[code].append(f"{path.relative_to(ROOT)}: {name}")
    assert len(seen) > 100
    assert [places for places in seen.values() if len(places) > 1] == []


def test_the_version_is_one() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["version"] == __version__


def test_no_module_has_outgrown_one_subject() -> None:
    code = (path for path in MODULES if "lexicon" not in path.parts)
    long = {path.name for path in code if len(path.read_text(encoding="utf-8").splitlines()) > LONGEST_FILE}
    assert long == set()


@pytest.mark.parametrize("name", ["README.md", "README.vi.md", "docs/design.md", "docs/adding.md", "docs/glossary.md"])
def test_the_files_that_the_docs_name_are_there(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    links = re.findall(r"\]\((?!https?:|#)([^)#]+)", text)
    named = re.findall(r"`((?:pipeline|tests|docs|schemas|scripts|raw_docs|benchmarks)/[\w./-]*?)`", text)
    for path in {*((ROOT / name).parent / link for link in links), *(ROOT / place for place in named)}:
        assert path.exists(), f"{name} names {path.relative_to(ROOT)}"


@pytest.mark.parametrize("target", ["help", "run", "test", "check", "setup", "format", "samples"])
def test_make_help_shows_every_target(target: str) -> None:
    done = subprocess.run(["make", "-s", "help"], cwd=ROOT, capture_output=True, text=True, check=True)
    assert re.search(rf"^  {target} +\w", done.stdout, re.MULTILINE)
