"""docs/schema.md: the published schema as tables, a type each, with examples from the archived sample outputs."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pipeline.plan import SCHEMA_VERSION
from pipeline.validate import schema

_MARKS = re.compile(r"(<!-- schema -->\n).*?(<!-- /schema -->)", re.DOTALL)
_LONGEST = 70
_ROOT = "Plan"


def renewed(page: str, records: list[dict[str, Any]]) -> str:
    """The page with the tables between its marks as the committed schema has them; ``records`` give the examples."""
    tables = "\n".join(_page(json.loads(schema.committed().read_text(encoding="utf-8")), records))
    return _MARKS.sub(lambda found: f"{found.group(1)}{tables}\n{found.group(2)}", page)


def samples() -> list[dict[str, Any]]:
    """The records of the archive of today's version, in order of their names."""
    found = sorted(schema.released()[SCHEMA_VERSION].glob("outputs/*/plan.json"))
    return [json.loads(path.read_text(encoding="utf-8")) for path in found]


def _page(document: dict[str, Any], records: list[dict[str, Any]]) -> Iterator[str]:
    types = {_ROOT: {key: value for key, value in document.items() if key != "$defs"}, **document["$defs"]}
    types = {name: one for name, one in types.items() if "properties" in one}
    examples: dict[tuple[str, str], object] = {}
    for record in records:
        _collect(record, types[_ROOT], _ROOT, types, examples)
    yield f"`$id` of this version: `{document['$id']}`"
    for name in _order(types):
        says = " ".join(types[name].get("description", "").split())
        yield f"\n### {name if name != _ROOT else 'The record'}\n\n{says}\n"
        yield "| field | type | meaning | example |\n|---|---|---|---|"
        for field, of in types[name]["properties"].items():
            example = _shown(examples.get((name, field)))
            cells = (f"`{field}`", _type(of), of.get("description", ""), f"`{example}`" if example else "")
            yield "| " + " | ".join(cell.replace("|", "\\|").replace("\n", " ") for cell in cells) + " |"


def _order(types: dict[str, Any]) -> list[str]:
    """The types as they are met when the record is read from the top."""
    met = [_ROOT]
    for name in met:
        text = json.dumps(types[name]["properties"])
        met.extend(one for one in dict.fromkeys(re.findall(r"#/\$defs/(\w+)", text)) if one in types and one not in met)
    return met


def _collect(
    value: Any, of: dict[str, Any], name: str, types: dict[str, Any], into: dict[tuple[str, str], Any]
) -> None:
    """Remember the first telling value of every field of every type."""
    for field, kind in of.get("properties", {}).items():
        one = value.get(field)
        if one in (None, [], {}, ""):
            continue
        into.setdefault((name, field), one)
        for part, target in _parts(one, kind):
            if target in types:
                _collect(part, types[target], target, types, into)


def _parts(value: Any, of: dict[str, Any]) -> Iterator[tuple[Any, str]]:
    """The records inside a value, with the names of their types."""
    if "$ref" in of:
        yield value, of["$ref"].rpartition("/")[2]
    elif isinstance(value, list) and "items" in of:
        for one in value:
            yield from _parts(one, of["items"])
    elif isinstance(value, dict) and isinstance(of.get("additionalProperties"), dict):
        for one in value.values():
            yield from _parts(one, of["additionalProperties"])
    elif "anyOf" in of and value is not None:
        yield from _parts(value, next(one for one in of["anyOf"] if one.get("type") != "null"))


def _type(of: dict[str, Any]) -> str:
    if "$ref" in of:
        name = of["$ref"].rpartition("/")[2]
        return "any JSON" if name == "JsonValue" else f"[{name}](#{name.lower()})"
    if "anyOf" in of:
        return " or ".join(dict.fromkeys(_type(one) for one in of["anyOf"]))
    if "enum" in of or "const" in of:
        return ", ".join(f"`{json.dumps(one, ensure_ascii=False)}`" for one in of.get("enum", [of.get("const")]))
    if of.get("type") == "array":
        return f"list of {_type(of['items'])}"
    if of.get("type") == "object" and isinstance(of.get("additionalProperties"), dict):
        return f"map of {_type(of['additionalProperties'])}"
    return str(of.get("type", "any JSON"))


def _shown(value: object) -> str:
    """A value as JSON on one line; of a list the first item, of a record nothing (its own table shows it)."""
    if isinstance(value, dict) and any(isinstance(one, dict | list) for one in value.values()):
        return ""
    if isinstance(value, list) and value and isinstance(value[0], dict | list):
        return ""
    if value is None:
        return ""
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rsplit(' ', 1)[0]} …"


if __name__ == "__main__":
    # python -m pipeline.validate.schema_page docs/schema.md
    target = Path(sys.argv[1])
    target.write_text(renewed(target.read_text(encoding="utf-8"), samples()), encoding="utf-8")
