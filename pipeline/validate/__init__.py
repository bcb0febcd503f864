"""Plan -> Plan with findings, and the check against schemas/plan.schema.json."""

from __future__ import annotations

from pipeline.document import Document
from pipeline.outline import Outline
from pipeline.plan import Plan
from pipeline.validate import findings
from pipeline.validate.findings.model import Case
from pipeline.validate.schema import against_schema

__all__ = ["against_schema", "with_findings"]


def with_findings(plan: Plan, document: Document, outline: Outline) -> Plan:
    """The plan with what the document contradicts in itself; values stay as they are."""
    return findings.add(Case(plan, document, outline))
