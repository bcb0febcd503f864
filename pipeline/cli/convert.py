"""One document of a batch: what a worker process runs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.errors import SchemaError

if TYPE_CHECKING:
    from pipeline.batch import Converted
    from pipeline.config import Settings


def convert(path: Path, settings: Settings, outputs: Path) -> Converted:
    """Read one file and write its folder below ``outputs``; raises KehoachError.

    The same as ``kehoach parse FILE -o DIR``: record, text and review page, a record that does not fit the schema
    kept aside.
    """
    from pipeline import emit, run
    from pipeline.batch import Converted
    from pipeline.review import output

    try:
        parsed = run.parse(path, settings)
    except SchemaError as error:
        source = (error.record or {}).get("source")
        if isinstance(source, dict):
            emit.write_invalid(error, source["file"], source["sha256"], outputs)
        raise
    plan, folder = output.write(parsed.plan, parsed.document.text, path, outputs)
    pages = plan.source.pages
    return Converted(folder.name, plan.source.sha256, len(pages), sum(page.error is not None for page in pages))
