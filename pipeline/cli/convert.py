"""One document read and written: what ``kehoach parse`` does, and what a worker process of a batch runs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.errors import SchemaError

if TYPE_CHECKING:
    from pipeline.batch import Converted
    from pipeline.config import Progress, Settings
    from pipeline.plan import Plan


def read_and_write(
    path: Path, settings: Settings, outputs: Path, progress: Progress | None = None
) -> tuple[Plan, Path]:
    """Read one file and write record, text and review page into a folder below ``outputs``; returns plan and folder.

    A record that does not fit the schema is kept aside there. Raises KehoachError.
    """
    from pipeline import emit, run
    from pipeline.review import output

    try:
        parsed = run.parse(path, settings, progress or run.silent)
    except SchemaError as error:
        source = (error.record or {}).get("source")
        if not isinstance(source, dict):
            raise
        folder = emit.write_invalid(error, source["file"], source["sha256"], outputs)
        where = f"The record and what is wrong with it lie in {folder.as_posix()}."
        raise SchemaError(error.message, where, error.problems, error.record) from error
    return output.write(parsed.plan, parsed.document.text, path, outputs)


def convert(path: Path, settings: Settings, outputs: Path) -> Converted:
    """The same as ``kehoach parse FILE -o DIR``; raises KehoachError."""
    from pipeline.batch import Converted

    plan, folder = read_and_write(path, settings, outputs)
    pages = plan.source.pages
    return Converted(folder.name, plan.source.sha256, len(pages), sum(page.error is not None for page in pages))
