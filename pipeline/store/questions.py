"""Ready questions: SQL files with a first line that says what they answer."""

from __future__ import annotations

from difflib import get_close_matches
from importlib.resources import files

from pipeline.errors import UsageError

_FOLDER = files("pipeline.store") / "ready"


def listed() -> dict[str, str]:
    """The names of all questions and what they answer, sorted."""
    found = {entry.name.removesuffix(".sql"): entry for entry in _FOLDER.iterdir() if entry.name.endswith(".sql")}
    return {name: found[name].read_text(encoding="utf-8").splitlines()[0].removeprefix("-- ") for name in sorted(found)}


def sql(name: str) -> str:
    """The SQL of a question; raises UsageError for a name that is none."""
    if name not in listed():
        near = get_close_matches(name, listed(), 1)
        hint = f"Did you mean @{near[0]}? " if near else ""
        raise UsageError(f"There is no question @{name}.", f"{hint}The questions are: @{', @'.join(listed())}.")
    return (_FOLDER / f"{name}.sql").read_text(encoding="utf-8")
