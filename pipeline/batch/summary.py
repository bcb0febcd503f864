"""``run.json``: settings, versions and totals of the last batch on an output folder."""

from __future__ import annotations

import json
import os
from dataclasses import asdict
from datetime import UTC, datetime

from pipeline.batch import rules
from pipeline.batch.events import Totals
from pipeline.batch.job import Work
from pipeline.batch.options import Options
from pipeline.errors import FileAccessError

NAME = "run.json"
_COUNTS = ("documents", "ok", "partial", "failed", "skipped", "pages", "kept", "done_now", "failed_now", "pages_now",
           "peak_memory")  # fmt: skip


def write(work: Work, options: Options, totals: Totals, state: str) -> None:
    """Write the file; ``state`` is "running", "finished" or why it stopped. Raises FileAccessError."""
    settings = {name: value for name, value in asdict(work.settings).items() if name != "tessdata"}
    record = {
        "state": state,
        "written_at": datetime.now(UTC).isoformat(timespec="seconds"),
        "seconds": round(totals.seconds, 3),
        "pages_per_second": round(totals.pages_per_second, 3),
        "totals": {name: getattr(totals, name) for name in _COUNTS},
        "settings": settings,
        "settings_digest": rules.of_settings(work.settings),
        "options": asdict(options),
        "versions": rules.versions(),
    }
    path = work.outputs / NAME
    aside = path.with_name(f".{NAME}.part")
    try:
        with aside.open("w", encoding="utf-8") as file:
            json.dump(record, file, ensure_ascii=False, indent=2)
            file.write("\n")
            file.flush()
            os.fsync(file.fileno())
        aside.replace(path)
    except OSError as error:
        raise FileAccessError(f"{path} cannot be written: {error.strerror or error}.") from error
