"""What annotators found wrong in real documents and a rule can find, stays found; and little else is said of them."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from pipeline import run

# code -> how often at least; the annotations name these defects, the texts stay in the corpus
KNOWN = {
    "lao-cai-kh141-2023.txt": {
        "own-number": 1,
        "own-symbol-spaced": 1,
        "own-kind": 1,
        "annex-value": 2,
        "annex-name": 3,
        "annex-scope": 1,
        "annex-year": 1,
        "annex-unit": 1,
        "annex-missing": 1,
        "target-two-values": 1,
        "target-equals-base": 1,
        "target-below-base": 2,
        "shares-not-100": 2,
        "number-repeated": 1,
        "row-number": 1,
        "cited-two-ways": 1,
        "cited-without-date": 1,
        "no-lead": 1,
        "lead-without-duty": 1,
    },
    "vungtau-kh2144-2025-danso.pdf": {
        "number-skipped": 1,
        "annex-absent": 1,
        "deadline-after-period": 1,
        "cited-issuer": 1,
        "signature-authority": 1,
        "target-no-base": 2,
        "two-headings": 1,
        "not-a-recipient": 1,
        "two-tones": 2,
        "word-twice": 1,
    },
    "hanoi-kh173-2026-festival.pdf": {
        "quote-unclosed": 1,
        "name-two-ways": 1,
        "two-parts": 1,
        "tone-placement": 1,
        "no-final-mark": 1,
    },
}
# documents without annotated defects: more findings than this would be false alarms
AT_MOST = {
    "brvt-congbao-qd353-2025.pdf": 1,
    "vungtau-p1-qd64-2025-kehoach-lcnt.pdf": 1,
    "binhdinh-cv4580-2020-nq84.pdf": 2,
}
OTHERS = 4


def found(corpus: Path, name: str) -> Counter[str]:
    return Counter(finding.code for finding in run.parse(corpus / "docs" / name).plan.findings)


@pytest.mark.corpus
@pytest.mark.parametrize("name", KNOWN)
def test_known_defects_are_found(corpus: Path, name: str) -> None:
    counted = found(corpus, name)
    assert {code: counted[code] for code, least in KNOWN[name].items() if counted[code] < least} == {}
    assert counted.total() <= sum(KNOWN[name].values()) + OTHERS


@pytest.mark.corpus
@pytest.mark.parametrize("name", AT_MOST)
def test_sound_documents_are_left_in_peace(corpus: Path, name: str) -> None:
    assert found(corpus, name).total() <= AT_MOST[name]
