"""One document read and written: what ``kehoach parse`` does, and what a worker process of a batch runs."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipeline.errors import SchemaError

if TYPE_CHECKING:
    from pipeline.batch import Converted, Share
    from pipeline.config import Progress, Settings
    from pipeline.plan import Plan
    from pipeline.run import Parsed


def read_and_write(
    path: Path, settings: Settings, outputs: Path, progress: Progress | None = None
) -> tuple[Plan, Path]:
    """Read one file and write record, text and review page into a folder below ``outputs``; returns plan and folder.

    A record that does not fit the schema is kept aside there. Raises KehoachError.
    """
    from pipeline import run

    return _written(lambda: run.parse(path, settings, progress or run.silent), path, outputs)


def convert(path: Path, settings: Settings, outputs: Path) -> Converted:
    """The same as ``kehoach parse FILE -o DIR``; raises KehoachError."""
    return _told(*read_and_write(path, settings, outputs))


def join(path: Path, settings: Settings, outputs: Path, pages: list[Any]) -> Converted:
    """The same for a file whose pages have been read before by :func:`pipeline.extract.read_pages`."""
    from pipeline import extract, run

    def parsed() -> Parsed:
        return run.understand(extract.read(path, settings, run.silent, pages))

    return _told(*_written(parsed, path, outputs))


def share() -> Share:
    """How long documents are read in parts."""
    from pipeline import extract
    from pipeline.batch import Share

    return Share(extract.count_pages, extract.read_pages, join)


def _written(parse: Callable[[], Parsed], path: Path, outputs: Path) -> tuple[Plan, Path]:
    from pipeline import emit
    from pipeline.review import output

    try:
        parsed = parse()
    except SchemaError as error:
        source = (error.record or {}).get("source")
        if not isinstance(source, dict):
            raise
        folder = emit.write_invalid(error, source["file"], source["sha256"], outputs)
        where = f"The record and what is wrong with it lie in {folder.as_posix()}."
        raise SchemaError(error.message, where, error.problems, error.record) from error
    return output.write(parsed.plan, parsed.document.text, path, outputs)


def _told(plan: Plan, folder: Path) -> Converted:
    from pipeline.batch import Converted

    pages = plan.source.pages
    return Converted(folder.name, plan.source.sha256, len(pages), sum(page.error is not None for page in pages))
