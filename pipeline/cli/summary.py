"""A document in short: for people a few lines, for machines the same as one record."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pipeline.plan import Plan

LISTS = ("goals", "tasks", "responsibilities", "annexes", "legal_bases", "findings")
# The title may run over many lines in a resolution; a summary shows its beginning.
TITLE_WIDTH = 100


def record(name: str, plan: Plan, folder: Path) -> dict[str, object]:
    """The summary as data: file, status, where the results lie, the head of the document, how many of each list."""
    header = plan.document
    unread = [page.page for page in plan.source.pages if page.error]
    return {
        "file": name,
        "status": "partial" if unread else "ok",
        "output": folder.as_posix(),
        "sha256": plan.source.sha256,
        "pages": len(plan.source.pages),
        "unread_pages": unread,
        "document": {
            "type": header.type,
            "number": header.number,
            "issued_on": header.issued_on,
            "issuer": header.issuer,
            "title": header.title,
        },
        "counts": {key: len(getattr(plan, key)) for key in LISTS},
        "errors": sum(finding.severity == "error" for finding in plan.findings),
    }


def prose(name: str, plan: Plan, folder: Path) -> str:
    """The summary for people, in lines of at most about 110 characters; what the document does not say is "-"."""
    header = plan.document
    title = header.title or "-"
    if len(title) > TITLE_WIDTH:
        title = title[: TITLE_WIDTH - 1].rsplit(" ", 1)[0] + "…"
    counts = {key: len(getattr(plan, key)) for key in LISTS}
    lines = [
        f"{name}",
        f"  {header.type_name or header.type or '-'} {header.number or '-'}, {header.issued_on or 'no date'}, "
        f"{header.issuer or '-'}",
        f"  {title}",
        f"  {_pages(plan)}; "
        + ", ".join(f"{number} {_word(key, number)}" for key, number in counts.items() if key != "findings"),
        f"  {_findings(plan)}",
        f"  -> {(folder / 'plan.json').as_posix()}",
    ]
    return "\n".join(lines)


def _word(key: str, number: int) -> str:
    plural = key.replace("_", " ")
    if number != 1:
        return plural
    return {"annexes": "annex", "responsibilities": "responsibility", "legal bases": "legal basis"}.get(
        plural, plural.removesuffix("s")
    )


def _pages(plan: Plan) -> str:
    pages = plan.source.pages
    by_ocr = sum(page.method == "ocr" for page in pages)
    unread = [str(page.page) for page in pages if page.error]
    text = f"{len(pages)} page{'s' * (len(pages) != 1)}"
    if by_ocr:
        text += " by OCR" if by_ocr == len(pages) else f" ({by_ocr} by OCR)"
    return text + (f", could not read page {', '.join(unread)}" if unread else "")


def _findings(plan: Plan) -> str:
    by_severity = {level: sum(f.severity == level for f in plan.findings) for level in ("error", "warning", "info")}
    told = [f"{number} {level}" for level, number in by_severity.items() if number]
    return f"{len(plan.findings)} {_word('findings', len(plan.findings))}" + (f" ({', '.join(told)})" if told else "")
