"""Gold files and documents -> scores."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from pipeline import run as pipeline_run
from pipeline.config import Settings
from pipeline.errors import BadInputError, KehoachError
from pipeline.evaluate import cache
from pipeline.evaluate.header import score_header, score_recipients
from pipeline.evaluate.lists import RULES, score_list
from pipeline.evaluate.score import DocumentScore, ListScore
from pipeline.evaluate.tables import score_tables

Gold = dict[str, Any]


def load(folder: Path, only: Sequence[str] = ()) -> dict[str, Gold]:
    """Gold annotations by name, in order of name; ``only`` keeps names that contain one of its words.

    Raises BadInputError where the folder holds none or a file is not one.
    """
    found: dict[str, Gold] = {}
    for path in sorted(folder.glob("*.json")):
        if only and not any(word in path.stem for word in only):
            continue
        try:
            gold = json.loads(path.read_text(encoding="utf-8"))
        except ValueError as error:
            raise BadInputError(f"{path.name} is not JSON: {error}.") from error
        if not isinstance(gold, dict) or "file" not in gold:
            raise BadInputError(f"{path.name} is not a gold annotation: it names no file.")
        found[path.stem] = gold
    if not found:
        raise BadInputError(f"No gold annotations in {folder}.", "Give the folder that holds the *.json files.")
    return found


def evaluate(
    gold_dir: Path,
    documents: Path,
    only: Sequence[str] = (),
    kept: Path | None = None,
    settings: Settings | None = None,
    tell: Callable[[str], None] = lambda _: None,
) -> list[DocumentScore]:
    """Run the pipeline on each document that has a gold annotation and score it.

    ``kept`` is a folder for read documents (see :mod:`pipeline.evaluate.cache`); ``tell`` hears each name. A document
    that fails scores zero and carries its error.
    """
    settings = settings or Settings.from_environment()
    scores = []
    for name, gold in load(gold_dir, only).items():
        tell(name)
        try:
            document = cache.read(documents / Path(gold["file"]).name, settings, kept)
            plan = pipeline_run.understand(document).plan.model_dump(mode="json")
        except KehoachError as error:
            scores.append(failed(name, gold, f"{error.code}: {error.message}"))
        except Exception as error:
            # a crash of one document must not hide the scores of the others
            scores.append(failed(name, gold, f"{type(error).__name__}: {error}"))
        else:
            scores.append(score(name, gold, plan))
    return scores


def score(name: str, gold: Gold, plan: Gold) -> DocumentScore:
    """One record against its annotation; lists that gold names in ``partial`` or leaves out are not scored."""
    methods = Counter(page["method"] for page in plan["source"]["pages"])
    kind = "scan" if methods["ocr"] * 2 > methods.total() else "digital"
    left_out = set(gold.get("partial") or ())
    lists: dict[str, ListScore] = {}
    for key, rule in RULES.items():
        if key in gold and key not in left_out:
            lists[key] = score_list(rule, gold[key], plan[key])
    if "tables" in gold and "tables" not in left_out:
        lists["table_cells"] = score_tables(gold["tables"], plan["annexes"])
    header = gold.get("document") or {}
    if "recipients" in header:
        lists["recipients"] = score_recipients(header, plan["document"])
    return DocumentScore(name, kind, score_header(header, plan["document"]), lists)


def failed(name: str, gold: Gold, error: str) -> DocumentScore:
    """A document without a record: everything in gold is missing."""
    nothing: Gold = {key: [] for key in RULES} | {"annexes": [], "document": {}, "source": {"pages": []}}
    empty = score(name, gold, nothing)
    return DocumentScore(name, "failed", dict.fromkeys(empty.header, False), empty.lists, error)
