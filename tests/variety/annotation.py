"""The annotations of a source as gold, in the format of the development corpus (docs/evaluation.md)."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from tests.variety.source import Line, Source, merged

_MARKER = re.compile(r"(?:Phần \w+|Điều \d+|[IVX]+|[A-Z]|\d+(?:\.\d+)*|[a-zđ])[.)/-]+\s*|[-+*•]\s+")
_LABEL = re.compile(r"([IVX]+|[A-Z]|\d+(?:\.\d+)*|[a-zđ])[.)/-]")
_VALUE = re.compile(r"(?P<sign>=|>=|<=|>|<|~) (?P<value>\d[\d.]*?)(?:\.\.(?P<max>[\d.]+))?(?: (?P<unit>.+))?")


def gold(source: Source) -> dict[str, Any]:
    """What a careful clerk would write down of the plan. Raises ValueError for an annotation of no known kind."""
    lists: dict[str, list[dict[str, Any]]] = {name: [] for name, _ in _KINDS.values()}
    for line in source.lines:
        for note in line.notes:
            kind, _, rest = note.partition(" ")
            if kind == "table":
                continue
            if kind not in _KINDS:
                raise ValueError(f"{source.name}: no such annotation: @{note}")
            name, make = _KINDS[kind]
            plain, named = _parts(rest)
            lists[name].append(make(line, plain, named))
    return {
        "file": f"docs/{source.file_name}",
        "document": _header(source),
        **lists,
        "tables": _tables(source),
        "partial": list(source.partial),
    }


def _parts(rest: str) -> tuple[list[str], dict[str, str]]:
    """Positional fields, then named ones ("lead=A; B"), divided by bars."""
    fields = [field.strip() for field in rest.split(" | ")]
    plain = [field for field in fields if not re.match(r"[a-z]+=", field)]
    return plain, dict(field.split("=", 1) for field in fields if re.match(r"[a-z]+=", field))


def _names(text: str) -> list[str]:
    return [name.strip() for name in text.split(";") if name.strip()]


def _words(line: Line, named: dict[str, str]) -> str:
    """The words that an item quotes: the whole line or the cell named, without marker and closing stop."""
    text = named.get("text") or line.cells[int(named.get("cell", 0))]
    return text.strip() if "text" in named else _MARKER.sub("", text, count=1).strip() if _MARKER.match(text) else text


def _section(line: Line, plain: list[str], named: dict[str, str]) -> dict[str, Any]:
    level, *kind = plain[0].split(" label=")[0].split()
    inline = re.search(r"label=(.*?) title=(.*)", " ".join([plain[0], *(f"{k}={v}" for k, v in named.items())]))
    if inline:
        label, title = inline.group(1), inline.group(2)
    else:
        found = _LABEL.match(line.text)
        if found is None:
            raise ValueError(f"a heading without a label: {line.text}")
        label, title = found.group(1), line.text[found.end() :]
    section = {"label": label, "level": int(level), "title": title.strip().rstrip(":.")}
    return section | ({"kind": kind[0]} if kind else {})


def _goal(line: Line, plain: list[str], named: dict[str, str]) -> dict[str, Any]:
    name, measure, period = plain
    found = _VALUE.fullmatch(measure)
    if found is None:
        raise ValueError(f"no measure: {measure}")
    base, _, when = named.get("base", "").partition(",")
    where = named.get("where", "body")
    return {
        "name": name,
        "unit": found["unit"] or None,
        "comparator": found["sign"],
        "value": float(found["value"]),
        "max": float(found["max"]) if found["max"] else None,
        "period": period,
        "baseline": {"value": float(base), "period": when or None} if base else None,
        "lead": _names(named.get("lead", "")),
        "support": _names(named.get("support", "")),
        "in_body": where in ("body", "both"),
        "in_annex": where in ("annex", "both"),
    }


def _task(line: Line, plain: list[str], named: dict[str, str]) -> dict[str, Any]:
    return {
        "section": plain[0],
        "text": _words(line, named),
        "lead": _names(named.get("lead", "")),
        "support": _names(named.get("support", "")),
        "deadline": named.get("deadline"),
    }


def _duty(line: Line, plain: list[str], named: dict[str, str]) -> dict[str, Any]:
    agency, roles = plain
    role, *others = re.split(r"[ /]", roles)
    return {
        "agency": agency,
        "role": role,
        "role_alt": others,
        "text": _words(line, named),
        "with": _names(named.get("with", "")),
        "deadline": named.get("deadline"),
    }


def _basis(line: Line, plain: list[str], named: dict[str, str]) -> dict[str, Any]:
    kind, number, date, *issuer = plain
    return {"type": kind, "number": number, "issued_on": date, "issuer": issuer[0] if issuer else None}


_Maker = Callable[[Line, list[str], dict[str, str]], dict[str, Any]]
_KINDS: dict[str, tuple[str, _Maker]] = {
    "h": ("sections", _section),
    "g": ("goals", _goal),
    "t": ("tasks", _task),
    "r": ("responsibilities", _duty),
    "b": ("legal_bases", _basis),
}


def _header(source: Source) -> dict[str, Any]:
    """The head of the source; recipients from the left half of the closing; empty words are null."""
    header = {"parent_issuer": None, "period": None, **source.header}
    if "signature" in header:  # a joint plan has two, and neither is scored
        header["signature"] = {key: words or None for key, words in header["signature"].items()}
    columns = [line.cells[0] for line in source.lines if line.kind == "columns"]
    start = next(i for i, text in enumerate(columns) if text.startswith("Nơi nhận"))
    closing = [text for text in columns[start + 1 :] if text.startswith("- ")]
    return header | {"recipients": [text[2:].rstrip(";.,") for text in closing]}


def _tables(source: Source) -> list[dict[str, Any]]:
    tables = [merged(lines) for kind, lines in source.blocks() if kind == "row"]
    return [{"columns": rows[0], "n_rows": len(rows) - 1, "rows": rows[1:]} for rows in tables]
