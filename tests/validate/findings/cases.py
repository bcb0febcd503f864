"""Cases for rules: a text read and outlined by the real stages, and a plan made by hand."""

from __future__ import annotations

from typing import Any

from pipeline import segment
from pipeline.validate.findings import find
from pipeline.validate.findings.model import Case
from tests.plans import a_plan
from tests.texts import text_document

HEAD = """ỦY BAN NHÂN DÂN
XÃ HÒA SƠN

Số: 25/KH-UBND

Hòa Sơn, ngày 15 tháng 3 năm 2024

KẾ HOẠCH

Phát triển giáo dục năm 2024

"""


def a_case(text: str = HEAD, **plan: Any) -> Case:
    document = text_document(text)
    return Case(a_plan(**plan), document, segment.outline(document))


def codes(case: Case) -> list[str]:
    """The codes found, sorted, repeated as often as found."""
    return sorted(finding.code for finding in find(case))


def messages(case: Case, code: str) -> list[str]:
    return [finding.message.vi for finding in find(case) if finding.code == code]
