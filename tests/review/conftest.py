"""A small plan with pages, drawn and described by hand, for the tests of the review page."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from pipeline.plan import (
    DocumentHeader,
    Evidence,
    Finding,
    Goal,
    Message,
    PageSource,
    Plan,
    Section,
    SourceFile,
    Task,
)

HOSTILE = '<script>document.title="broken"</script><img src=x onerror=alert(1)>{{ 7*7 }}{% x %}</textarea>]]>'
LINES = ["Ty le lao dong qua dao tao dat 71,42%", "Ra soat mang luoi truong, lop", HOSTILE]


def _evidence(page: int, line: int) -> list[Evidence]:
    start = sum(len(text) + 1 for text in LINES[:line])
    return [
        Evidence(
            page=page, bbox=[72, 100 + 40 * line, 400, 118 + 40 * line], span=[start, start + len(LINES[line])],
            quote=LINES[line], source="ocr", confidence=0.9,
        )
    ]  # fmt: skip


@pytest.fixture
def drawn(tmp_path: Path) -> Path:
    """A PDF of three pages with the lines of the plan."""
    path = tmp_path / "plan.pdf"
    canvas = Canvas(str(path), pagesize=A4)
    for page in range(3):
        for number, text in enumerate(LINES):
            canvas.drawString(72, A4[1] - 114 - 40 * number, f"{text} ({page + 1})"[:60])
        canvas.showPage()
    canvas.save()
    return path


@pytest.fixture
def record(drawn: Path) -> Plan:
    """The record of that PDF: a doubtful goal, a task on page 3, a hostile task, one finding."""
    text = "\n".join(LINES)
    return Plan(
        source=SourceFile(
            file="plan.pdf",
            sha256=hashlib.sha256(drawn.read_bytes()).hexdigest(),
            media_type="application/pdf",
            pages=[
                PageSource(
                    page=n, span=[0, len(text)], method="ocr", reason="drawn", rotation=0, width=A4[0], height=A4[1],
                    confidence=0.9,
                )
                for n in (1, 2, 3)
            ],
        ),
        document=DocumentHeader(
            type="KH", type_name="Kế hoạch", number="12/KH-UBND", issued_on="2026-01-05", place=None, issuer="UBND XÃ",
            parent_issuer=None, title="Phát triển nguồn nhân lực " + HOSTILE, period=None, signature=None,
            recipients=[],
        ),
        sections=[
            Section(
                id="sec:I", label="I", path="I", level=1, title="MỤC TIÊU", kind="goals", role="heading", parent=None,
                span=[0, 20], evidence=_evidence(1, 0),
            )
        ],
        goals=[
            Goal(
                id="goal:I:1", name="Tỷ lệ lao động qua đào tạo", text=LINES[0], section="I", measured=True, unit="%",
                comparator="=", value=71.42, max=None, period="2026", baseline=None, lead=[], support=[], in_body=True,
                in_annex=False, page=1, status="doubtful", findings=["finding:1"], evidence=_evidence(1, 0),
            )
        ],
        tasks=[
            Task(
                id="task:II:1", section="II", text=LINES[1], lead=["Sở Nội vụ"], support=[], deadline=None, page=3,
                evidence=_evidence(3, 1),
            ),
            Task(
                id="task:II:2", section="II", text=HOSTILE, lead=[HOSTILE], support=[], deadline=None, page=2,
                evidence=_evidence(2, 2),
            ),
        ],
        findings=[
            Finding(
                id="finding:1", code="doubtful-digits", severity="warning",
                message=Message(vi="Chữ số chưa chắc chắn.", en="Doubtful digits."), items=["goal:I:1"],
                evidence=_evidence(1, 0),
            )
        ],
    )  # fmt: skip


@pytest.fixture(scope="session")
def chromium() -> str:
    """Path of Debian's Chromium; skips where it is not installed."""
    path = shutil.which("chromium")
    if path is None:
        pytest.skip("Chromium is not installed (apt-get install chromium)")
    return path
