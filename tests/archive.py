"""A small archive of invented plans over years and places, written as a batch would write them."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from pipeline import emit
from pipeline.lexicon.fold import slug
from pipeline.plan import Baseline, Due, Entity, Finding, Message, PageSource, Plan, SourceFile, Years
from tests.plans import a_basis, a_duty, a_goal, a_header, a_plan, a_section, a_task, an_annex, evidence

TEXT = (
    "ỦY BAN NHÂN DÂN TỈNH {place_up}\nKẾ HOẠCH\nPhát triển nhân lực năm {year}\n"
    "I. MỤC TIÊU\nTỷ lệ lao động qua đào tạo đạt {target}%; nâng cao chất lượng nguồn nhân lực, hoà nhập.\n"
    "II. NHIỆM VỤ\nRà soát mạng lưới cơ sở giáo dục nghề nghiệp.\n"
)


def plan(place: str, year: int, target: float, baseline: float | None, lead: str = "Sở Nội vụ") -> tuple[Plan, str]:
    text = TEXT.format(place_up=place.upper(), year=year, target=target)
    quote = f"Tỷ lệ lao động qua đào tạo đạt {target}%"
    at = text.index(quote)
    heads = [text.index(word) for word in ("I. MỤC TIÊU", "II. NHIỆM VỤ")]
    work = "Rà soát mạng lưới cơ sở giáo dục nghề nghiệp."
    made = a_plan(
        source=SourceFile(
            file=f"ke-hoach-{slug(place)}-{year}.txt", media_type="text/plain",
            sha256=hashlib.sha256(text.encode()).hexdigest(),
            pages=[PageSource(page=1, span=[0, len(text)], method="text", reason="text file", rotation=0, width=None,
                              height=None, confidence=1.0)],
        ),
        document=a_header(
            number=f"{year % 100}/KH-UBND", issued_on=f"{year}-01-20", place=place,
            issuer=f"ỦY BAN NHÂN DÂN TỈNH {place.upper()}", title=f"Phát triển nhân lực năm {year}",
            period=Years(**{"from": year, "to": year}),
        ),
        legal_bases=[a_basis(evidence=[])],
        sections=[
            a_section(id="front", label=None, path="", level=0, title="", kind=None, role="front",
                      span=[0, heads[0]], evidence=[]),
            a_section(id="section:I", span=[heads[0], heads[1]]),
            a_section(id="section:II", label="II", path="II", title="NHIỆM VỤ", kind="tasks",
                      span=[heads[1], len(text)]),
        ],
        goals=[
            a_goal(id="goal:I:1", name="Tỷ lệ lao động qua đào tạo", text=quote, section="I", value=target,
                   period=str(year), baseline=None if baseline is None else
                   Baseline(value=baseline, period=str(year - 1), raw=f"{baseline}%"),
                   evidence=[evidence(quote, start=at)], lead=[lead], lead_ids=[f"agency:{lead}"]),
            a_goal(id="goal:I:2", name="Nâng cao chất lượng nguồn nhân lực", text="nâng cao chất lượng nguồn nhân lực",
                   section="I", measured=False, unit=None, comparator=None, value=None, evidence=[]),
        ],
        tasks=[a_task(
            id="task:II:1", section="II", text=work, lead=[lead], lead_ids=[f"agency:{lead}"], deadline="Quý II",
            due=Due(**{"from": f"{year}-04-01", "to": f"{year}-06-30"}),
            evidence=[evidence(work, start=text.index(work))],
        )],
        responsibilities=[a_duty(agency=lead, agency_id=f"agency:{lead}", section="II")],
        annexes=[an_annex(["TT", "Chỉ tiêu", "Năm"], [["1", "=1+1", str(target)]])],
        entities=[Entity(id=f"agency:{lead}", name=lead, kind="agency", written=[lead])],
        findings=[Finding(
            id="finding:1", code="number-repeated", severity="warning",
            message=Message(vi="Số mục 1 dùng hai lần.", en="Number 1 is used twice."),
            evidence=[evidence("II. NHIỆM VỤ")],
        )],
    )  # fmt: skip
    return made, text


def fill(outputs: Path) -> Path:
    """Four plans, and a manifest that knows a failure as well."""
    plans = [
        plan("Hòa Sơn", 2023, 65, 62.5),
        plan("Hòa Sơn", 2024, 67.5, 65),
        plan("Hòa Sơn", 2025, 70, None, "Sở Tài chính"),
        plan("Bình Lục", 2024, 58, 55),
    ]
    lines = []
    for made, text in plans:
        folder = emit.write(made, text, outputs)
        lines.append({"input": f"in/{made.source.file}", "sha256": made.source.sha256, "status": "ok",
                      "output": folder.name, "error": None, "pages": 1, "seconds": 0.1})  # fmt: skip
    error = {"code": "encrypted", "message": "in/mat.pdf asks for a password.", "hint": ""}
    lines.append({"input": "in/mat.pdf", "sha256": "0" * 64, "status": "failed", "output": None, "error": error})
    (outputs / "manifest.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    return outputs
