"""The pipeline in reading order."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from pipeline import annotate, build, extract, segment, validate
from pipeline.config import Progress, Settings
from pipeline.document import Document
from pipeline.mentions import Mentions
from pipeline.outline import Outline
from pipeline.plan import Plan


def silent(stage: str, done: int, total: int) -> None:
    """Progress that tells nobody."""


@dataclass(frozen=True, slots=True)
class Parsed:
    """Everything that is known about one document after the run."""

    document: Document
    outline: Outline
    mentions: Mentions
    plan: Plan


def parse(path: Path, settings: Settings | None = None, progress: Progress = silent) -> Parsed:
    """Read one file and return its plan with findings, valid against the schema.

    ``progress`` is called with the stage, pages done, pages in all. Raises a :class:`pipeline.errors.KehoachError`
    that says what to do where the file cannot be read or the record does not fit the schema.
    """
    settings = settings or Settings.from_environment()
    document = extract.read(path, settings, progress)
    return understand(document)


def understand(document: Document) -> Parsed:
    """Everything after reading: outline, mentions, plan, findings."""
    outline = segment.outline(document)
    mentions = annotate.mentions(document, outline)
    plan = build.plan(document, outline, mentions)
    plan = validate.with_findings(plan, document, outline)
    validate.against_schema(plan)
    return Parsed(document, outline, mentions, plan)
