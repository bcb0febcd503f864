"""Plans made by hand for tests: as small as they can be, every field open to change by keyword."""

from __future__ import annotations

from typing import Any

from pipeline.plan import (
    Annex,
    AnnexCell,
    DocumentHeader,
    Evidence,
    Goal,
    LegalBasis,
    PageSource,
    Plan,
    Responsibility,
    Section,
    SourceFile,
    Task,
    Years,
)


def evidence(quote: str = "đạt 78%", page: int | None = 1, start: int = 0, **changes: Any) -> Evidence:
    base: dict[str, Any] = {
        "page": page,
        "bbox": None if page is None else [72.0, 100.0, 200.0, 112.0],
        "span": [start, start + len(quote)],
        "quote": quote,
        "source": "text" if page is None else "ocr",
        "confidence": 0.95,
    }
    return Evidence(**(base | changes))


def a_header(**changes: Any) -> DocumentHeader:
    base: dict[str, Any] = {
        "type": "KH",
        "type_name": "Kế hoạch",
        "number": "25/KH-UBND",
        "issued_on": "2024-03-15",
        "place": "Hòa Sơn",
        "issuer": "ỦY BAN NHÂN DÂN XÃ HÒA SƠN",
        "parent_issuer": None,
        "title": "Phát triển giáo dục năm 2024",
        "period": Years(**{"from": 2024, "to": 2024}),
        "signature": None,
        "recipients": ["UBND huyện", "Lưu: VT"],
    }
    return DocumentHeader(**(base | changes))


def a_goal(**changes: Any) -> Goal:
    base: dict[str, Any] = {
        "id": "goal:I.1:1",
        "evidence": [evidence()],
        "name": "Tỷ lệ học sinh tốt nghiệp THCS vào học THPT",
        "text": "Tỷ lệ học sinh tốt nghiệp THCS vào học THPT đạt 78%",
        "section": "I.1",
        "measured": True,
        "unit": "%",
        "comparator": "=",
        "value": 78,
        "max": None,
        "period": "2024",
        "baseline": None,
        "lead": [],
        "support": [],
        "in_body": True,
        "in_annex": False,
        "page": 1,
        "raw": {"value": "78%"},
    }
    return Goal(**(base | changes))


def a_task(**changes: Any) -> Task:
    base: dict[str, Any] = {
        "id": "task:II.1:1",
        "evidence": [evidence("Rà soát mạng lưới trường, lớp")],
        "section": "II.1",
        "text": "Rà soát mạng lưới trường, lớp",
        "lead": [],
        "support": [],
        "deadline": None,
        "page": 1,
    }
    return Task(**(base | changes))


def a_duty(**changes: Any) -> Responsibility:
    base: dict[str, Any] = {
        "id": "responsibility:III.1:1",
        "evidence": [evidence("Chủ trì theo dõi việc thực hiện")],
        "section": "III.1",
        "agency": "Phòng Giáo dục và Đào tạo",
        "role": "lead",
        "text": "Chủ trì theo dõi việc thực hiện",
        "with": [],
        "deadline": None,
        "page": 1,
    }
    return Responsibility(**(base | changes))


def a_section(**changes: Any) -> Section:
    base: dict[str, Any] = {
        "id": "section:I:1",
        "evidence": [evidence("I. MỤC TIÊU")],
        "label": "I",
        "path": "I",
        "level": 1,
        "title": "MỤC TIÊU",
        "kind": "goals",
        "role": "heading",
        "parent": None,
        "span": [0, 11],
    }
    return Section(**(base | changes))


def a_basis(**changes: Any) -> LegalBasis:
    base: dict[str, Any] = {
        "id": "legal_basis:-:1",
        "evidence": [evidence("Nghị quyết số 12-NQ/HU ngày 05/01/2024")],
        "type": "Nghị quyết",
        "number": "12-NQ/HU",
        "issued_on": "2024-01-05",
        "issuer": "Huyện ủy",
    }
    return LegalBasis(**(base | changes))


def an_annex(columns: list[str], rows: list[list[str]], **changes: Any) -> Annex:
    cells = [
        AnnexCell(row=i, column=j, text=text, evidence=[evidence(text)] if text else [])
        for i, row in enumerate(rows)
        for j, text in enumerate(row)
    ]
    base: dict[str, Any] = {
        "id": "annex:-:1",
        "evidence": [],
        "label": None,
        "title": "PHỤ LỤC",
        "pages": [2],
        "columns": columns,
        "n_rows": len(rows),
        "rows": rows,
        "cells": cells,
    }
    return Annex(**(base | changes))


def a_plan(**changes: Any) -> Plan:
    base: dict[str, Any] = {
        "source": SourceFile(
            file="ke-hoach.pdf",
            sha256="0123456789abcdef" * 4,
            media_type="application/pdf",
            pages=[
                PageSource(
                    page=1,
                    span=[0, 1000],
                    method="ocr",
                    reason="no text layer",
                    rotation=0,
                    width=595.0,
                    height=842.0,
                    confidence=0.95,
                )
            ],
        ),
        "document": a_header(),
    }
    return Plan(**(base | changes))
