"""Plan -> Plan with findings, and the check against schemas/plan.schema.json."""

from __future__ import annotations

from pipeline.document import Document
from pipeline.outline import Outline
from pipeline.plan import Plan


def with_findings(plan: Plan, document: Document, outline: Outline) -> Plan:
    """The plan with what the document contradicts in itself."""
    raise NotImplementedError(document.source.file, outline, plan)


def against_schema(plan: Plan) -> None:
    """Check the plan as JSON against the committed schema; raises SchemaError."""
    raise NotImplementedError(plan.schema_version)
