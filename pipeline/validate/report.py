"""Findings put into words: grouped for people, one a line for tools, the table of rules for the documentation."""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from pipeline.plan import Evidence, Finding
from pipeline.validate.findings import FAMILIES

SEVERITIES = ("error", "warning", "info")
_NAMES = {
    "vi": {"error": "Lỗi", "warning": "Cảnh báo", "info": "Lưu ý"},
    "en": {"error": "Error", "warning": "Warning", "info": "Note"},
}
_COUNTED = {
    "vi": {"error": "{} lỗi", "warning": "{} cảnh báo", "info": "{} lưu ý"},
    "en": {"error": "{} errors", "warning": "{} warnings", "info": "{} notes"},
}
_PAGE = {"vi": "trang {}", "en": "page {}"}
_LINE = {"vi": "dòng {}", "en": "line {}"}
_NOTHING = {"vi": "không phát hiện điểm nào", "en": "nothing found"}
_MARKS = re.compile(r"(<!-- rules -->\n).*(<!-- /rules -->)", re.DOTALL)
_LONGEST_QUOTE = 160
_PLACES = 6


def at_least(findings: Sequence[Finding], severity: str) -> list[Finding]:
    """The findings that are as grave as ``severity`` or graver."""
    wanted = SEVERITIES[: SEVERITIES.index(severity) + 1]
    return [f for f in findings if f.severity in wanted]


def prose(name: str, findings: Sequence[Finding], lang: str, text: str | None = None) -> str:
    """Findings under the headings of their families, the gravest first, each with its places quoted.

    ``text`` is the document's text: where it has no pages, places are given by line.
    """
    counts: Counter[str] = Counter(f.severity for f in findings)
    said = ", ".join(_COUNTED[lang][s].format(counts[s]) for s in SEVERITIES if counts[s])
    out = [f"{name}: {said or _NOTHING[lang]}"]
    for family in FAMILIES.values():
        own = sorted((f for f in findings if f.code in family.rules), key=lambda f: SEVERITIES.index(f.severity))
        if own:
            out += ["", (family.vi if lang == "vi" else family.en).upper()]
        for finding in own:
            message = finding.message.vi if lang == "vi" else finding.message.en
            out.append(f"  [{_NAMES[lang][finding.severity]}] {message} ({finding.code})")
            out += [f"      {place}" for place in _places(finding.evidence, lang, text)]
    return "\n".join(out)


def _places(evidence: Sequence[Evidence], lang: str, text: str | None) -> Iterator[str]:
    for place in evidence[:_PLACES]:
        quote = re.sub(r"\s+", " ", place.quote).strip()
        if len(quote) > _LONGEST_QUOTE:
            quote = quote[:_LONGEST_QUOTE].rsplit(" ", 1)[0] + " …"
        where = _where(place, lang, text)
        yield f"{where + ': ' if where else ''}“{quote}”"
    if len(evidence) > _PLACES:
        yield "…"


def _where(place: Evidence, lang: str, text: str | None) -> str:
    if place.page is not None:
        return _PAGE[lang].format(place.page)
    return "" if text is None else _LINE[lang].format(text.count("\n", 0, place.span[0]) + 1)


def lines(name: str, findings: Sequence[Finding], lang: str) -> Iterator[str]:
    """One line a finding, as compilers print them: file, page (0 where there are none), severity, code, message."""
    for finding in findings:
        page = next((place.page for place in finding.evidence if place.page), 0)
        message = finding.message.vi if lang == "vi" else finding.message.en
        yield f"{name}:{page}: {finding.severity}: {message} [{finding.code}]"


def catalogue() -> str:
    """The rules as Markdown tables, a family each: docs/findings.md holds them between its two marks."""
    out: list[str] = []
    for family in FAMILIES.values():
        out += [f"### {family.en} ({family.vi})", "", "| code | severity | says | looks for | rests on |",
                "|---|---|---|---|---|"]  # fmt: skip
        for code, rule in family.rules.items():
            doubt = "; the items become doubtful" if rule.doubtful else ""
            cells = (f"`{code}`", f"{rule.severity}{doubt}", f"{rule.vi}<br>{rule.en}", rule.about, rule.source)
            out.append("| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |")
        out.append("")
    return "\n".join(out)


def renewed(page: str) -> str:
    """The documentation page with the tables of rules between its marks as they are now."""
    return _MARKS.sub(lambda m: f"{m.group(1)}{catalogue()}\n{m.group(2)}", page)


if __name__ == "__main__":
    # python -m pipeline.validate.report docs/findings.md
    target = Path(sys.argv[1])
    target.write_text(renewed(target.read_text(encoding="utf-8")), encoding="utf-8")
