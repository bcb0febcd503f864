"""What words and parts of speech add to pattern and lexicon: scores and time with and without them.

    python -m benchmarks.nlp_ablation GOLD_DIR DOCS_DIR [NAME ...]

Each variant switches off one use of underthesea; the last switches off the verb lexicon instead, so that only the
tagger finds verbs.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any
from unittest import mock

from pipeline.annotate import actions, names, phrases
from pipeline.annotate.tokens import tokens
from pipeline.evaluate.run import evaluate, load
from pipeline.evaluate.score import DocumentScore

USES: dict[str, tuple[Any, ...]] = {
    "all": (),
    "no tagger in partners": (phrases,),
    "no tagger in names of bodies": (names,),
    "no tagger in verb heads": (actions,),
    "no tagger at all": (actions, names, phrases),
}


@contextmanager
def without(modules: tuple[Any, ...]) -> Iterator[None]:
    """The pipeline with ``tokens`` answering nothing in some modules."""
    with ExitStack() as stack:
        for module in modules:
            stack.enter_context(mock.patch.object(module, "tokens", return_value=()))
        yield


@contextmanager
def without_verb_lexicon() -> Iterator[None]:
    with mock.patch.object(actions, "VERBS", frozenset()), mock.patch.object(phrases, "VERBS", frozenset()):
        yield


def main(gold: Path, documents: Path, only: list[str]) -> None:
    variants: dict[str, Callable[[], Any]] = {name: (lambda m=m: without(m)) for name, m in USES.items()}
    variants["no verb lexicon"] = without_verb_lexicon
    tasks = [task["text"] for annotation in load(gold, only).values() for task in annotation.get("tasks", ())]
    print(
        f"{'variant':40} {'tasks: lead':>12} {'support':>8} {'resp.: F1':>10}"
        f" {'role':>6} {'with':>6} {'verbs':>6} {'s':>6}"
    )
    for name, variant in variants.items():
        tokens.cache_clear()
        with variant():
            began = time.process_time()
            scores = evaluate(gold, documents, only, kept=Path(tempfile.gettempdir()) / "kehoach-ablation")
            spent = time.process_time() - began
            verbs = sum(1 for text in tasks if actions.find(text, [])) / max(1, len(tasks))
        print(f"{name:40} {_row(scores)} {verbs:6.3f} {spent:6.1f}")


def _row(scores: list[DocumentScore]) -> str:
    def accuracy(key: str, field: str) -> float:
        counts = [s.lists[key].fields[field] for s in scores if key in s.lists and field in s.lists[key].fields]
        total = sum(count.total for count in counts)
        return sum(count.right for count in counts) / total if total else 1.0

    lists = [s.lists["responsibilities"].soft for s in scores if "responsibilities" in s.lists]
    hits, gold, found = (sum(getattr(one, name) for one in lists) for name in ("hits", "gold", "found"))
    f1 = 2 * hits / (gold + found) if gold + found else 1.0
    return (
        f"{accuracy('tasks', 'lead'):12.3f} {accuracy('tasks', 'support'):8.3f} {f1:10.3f}"
        f" {accuracy('responsibilities', 'role'):6.3f} {accuracy('responsibilities', 'with'):6.3f}"
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3:])
