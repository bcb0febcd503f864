"""Bodies and their ways of writing (agencies.toml), as patterns over folded text."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any, Literal

from pipeline.lexicon.fold import fold, slug
from pipeline.lexicon.words import alternatives

Level = Literal["central", "province", "district", "commune"]

HEADS = {"B": "Bộ", "S": "Sở", "P": "Phòng", "N": "Ban"}
LEVEL_OF_HEAD: dict[str, Level] = {"Bộ": "central", "Sở": "province", "Ban": "province"}
SPECKS = r"[\s.|_']*"
GLUE = rf"{SPECKS}(?:(?:va|&|-{{1,2}}|,|/){SPECKS})?"
GLUE_WITHOUT_COMMA = rf"{SPECKS}(?:(?:va|&|-{{1,2}}|/){SPECKS})?"


@dataclass(frozen=True, slots=True)
class Body:
    """A body of the lexicon. ``field`` is the name without its head, for bodies that share names ("Nội vụ").

    ``pattern`` matches folded text. ``valid_from`` and ``valid_to`` (the last day is the one before) are set only
    where certain; ``source`` names the rule, ``successor`` is the key of the body that took over.
    """

    key: str
    name: str
    pattern: str
    head: str | None = None
    field: str | None = None
    level: Level | None = None
    place: bool = False
    needs_place: bool = False
    valid_from: date | None = None
    valid_to: date | None = None
    successor: str | None = None
    source: str | None = None


def pattern_of(parts: list[str], also: list[str] | None = None, glue: str = GLUE) -> str:
    """Regular expression over folded text for a name made of ``parts`` (see the head of agencies.toml)."""
    pieces: list[str] = []
    for number, part in enumerate(parts):
        optional = part.endswith("?")
        ways = sorted((_words(way) for way in part.rstrip("?").split("|")), key=len, reverse=True)
        chosen = "(?:" + "|".join(ways) + ")"
        if optional:
            pieces.append(f"(?:{glue if number else ''}{chosen}{'' if number else glue})?")
        else:
            joined = number and not (number == 1 and parts[0].endswith("?"))
            pieces.append((glue if joined else "") + chosen)
    whole = ["".join(pieces), *(_words(way) for way in also or [])]
    return rf"(?:{alternatives(whole)})(?!\w)"


def _words(way: str) -> str:
    return r"\s+".join(re.escape(word) for word in re.split(r"\s+", fold(way.strip()))).replace(r"\-", r"\s*-\s*")


@cache
def bodies() -> Mapping[str, Body]:
    """All bodies by key."""
    data = tomllib.loads(files("pipeline.lexicon").joinpath("agencies.toml").read_text("utf-8"))
    found = [*_from_fields(data["fields"]), *_from_bodies(data["bodies"])]
    dates = _changes(data["changes"])
    return {body["key"]: Body(**body, **dates.get(body["key"], {})) for body in found}


def _from_fields(data: Mapping[str, Mapping[str, Any]]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    for field, entry in data.items():
        for letter in entry["heads"]:
            head = HEADS[letter]
            # "Tài chính, Kế hoạch" are two fields, "Tài chính - Kế hoạch" is one
            glue = GLUE_WITHOUT_COMMA if re.fullmatch(r"[^,]* - [^,]*", field) and " và " not in field else GLUE
            pattern = pattern_of(entry.get("parts", [field]), glue=glue)
            name = f"{head} {field}"
            found.append(
                {
                    "key": slug(name),
                    "name": name,
                    "pattern": pattern,
                    "head": head,
                    "field": field,
                    "level": LEVEL_OF_HEAD.get(head),
                    "place": head != "Bộ",
                }
            )
    return found


def _from_bodies(data: Mapping[str, Mapping[str, Any]]) -> list[dict[str, Any]]:
    return [
        {
            "key": slug(name),
            "name": name,
            "pattern": pattern_of(
                entry.get("parts", [name]), entry.get("also"), GLUE if entry.get("comma", True) else GLUE_WITHOUT_COMMA
            ),
            "level": entry.get("level"),
            "place": entry.get("place", False),
            "needs_place": entry.get("needs_place", False),
        }
        for name, entry in data.items()
    ]


def _changes(data: list[Mapping[str, Any]]) -> dict[str, dict[str, Any]]:
    dates: dict[str, dict[str, Any]] = {}
    for change in data:
        for ended, successor in change["bodies"]:
            dates.setdefault(slug(ended), {}).update(
                valid_to=change["on"], successor=slug(successor), source=change["source"]
            )
        for begun in change["begun"]:
            dates.setdefault(slug(begun), {}).setdefault("source", change["source"])
            dates[slug(begun)]["valid_from"] = change["on"]
    return dates
