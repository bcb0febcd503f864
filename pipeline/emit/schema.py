"""The published JSON Schemas (Draft 2020-12): generated from the pydantic models, committed in schemas/."""

from __future__ import annotations

import json
from pathlib import Path

from pydantic import BaseModel

from pipeline.errors import UsageError
from pipeline.plan import Plan

DRAFT = "https://json-schema.org/draft/2020-12/schema"
MODELS: dict[str, type[BaseModel]] = {"plan": Plan}


def folder() -> Path:
    """Where the committed schemas lie: inside an installed package, beside it in a working copy."""
    package = Path(__file__).resolve().parent.parent
    inside = package / "schemas"
    return inside if inside.is_dir() else package.parent / "schemas"


def committed(name: str = "plan") -> Path:
    """The file of one schema; raises UsageError for a name that is not published."""
    _model(name)
    return folder() / f"{name}.schema.json"


def generated(name: str = "plan") -> str:
    """The schema as the models have it now, as the text of its file; raises UsageError like :func:`committed`."""
    schema = {"$schema": DRAFT, **_model(name).model_json_schema(mode="serialization")}
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def _model(name: str) -> type[BaseModel]:
    if name not in MODELS:
        raise UsageError(f"There is no schema named {name!r}.", f"The schemas are: {', '.join(sorted(MODELS))}.")
    return MODELS[name]
