"""All families of rules, and every rule by its code."""

from __future__ import annotations

from pipeline.validate.findings import (
    body_annex,
    citations,
    duties,
    identity,
    numbering,
    presence,
    reading,
    sums,
    targets,
    times,
    writing,
)
from pipeline.validate.findings.model import Family, Rule

FAMILIES: dict[str, Family] = {
    "identity": identity.FAMILY,
    "body_annex": body_annex.FAMILY,
    "targets": targets.FAMILY,
    "sums": sums.FAMILY,
    "numbering": numbering.FAMILY,
    "times": times.FAMILY,
    "citations": citations.FAMILY,
    "duties": duties.FAMILY,
    "presence": presence.FAMILY,
    "writing": writing.FAMILY,
    "reading": reading.FAMILY,
}

RULES: dict[str, Rule] = {code: rule for family in FAMILIES.values() for code, rule in family.rules.items()}
