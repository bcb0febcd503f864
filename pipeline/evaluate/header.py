"""Header fields against gold: exact or not, after folding (see :func:`pipeline.evaluate.compare.fold`)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pipeline.evaluate.compare import SOFT, STRICT, fold, match
from pipeline.evaluate.score import ListScore, Tally

_TEXTS = ("type", "number", "issued_on", "place", "issuer", "parent_issuer", "title")
_SIGNATURE = ("authority", "capacity", "position", "name")


def score_header(gold: Mapping[str, Any], found: Mapping[str, Any]) -> dict[str, bool]:
    """Whether each field that gold names is exact: case, tone placement, dashes and outer punctuation apart."""
    right = {name: _close(gold[name]) == _close(found.get(name)) for name in _TEXTS if name in gold}
    if "period" in gold:
        right["period"] = _years(gold["period"]) == _years(found.get("period"))
    if "signature" in gold:
        ours, theirs = gold["signature"] or {}, found.get("signature") or {}
        right |= {f"signature.{n}": fold(ours[n]) == fold(theirs.get(n)) for n in _SIGNATURE if n in ours}
    if "recipients" in gold:
        right["recipients"] = _folded(gold["recipients"]) == _folded(found.get("recipients"))
    return right


def score_recipients(gold: Mapping[str, Any], found: Mapping[str, Any]) -> ListScore:
    """The recipients as a list of texts."""
    ours, theirs = _folded(gold.get("recipients")), _folded(found.get("recipients"))
    return ListScore(
        Tally(len(match(ours, theirs, STRICT)), len(ours), len(theirs)),
        Tally(len(match(ours, theirs, SOFT)), len(ours), len(theirs)),
    )


def _close(text: str | None) -> str:
    """Folded, spaces beside a slash closed up ("141 /KH - UBND")."""
    return fold(text).replace(" /", "/").replace("/ ", "/")


def _years(period: Mapping[str, Any] | None) -> tuple[Any, Any]:
    return (period.get("from"), period.get("to")) if period else (None, None)


def _folded(texts: list[str] | None) -> list[str]:
    return [fold(text) for text in texts or []]
