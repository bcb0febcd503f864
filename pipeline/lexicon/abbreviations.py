"""Abbreviations that readers of administrative documents know without being told (abbreviations.txt)."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def common() -> frozenset[str]:
    """All of them, in capitals as they are printed."""
    text = files("pipeline.lexicon").joinpath("abbreviations.txt").read_text("utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    return frozenset(word for line in lines for word in line.split())
