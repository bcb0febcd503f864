"""A batch with the converters of the tests as a process of its own: ``python -m tests.batch.runner INBOX OUTPUTS``.

Prints the input of every document as it is settled, and last the reason of an early stop.
"""

from __future__ import annotations

import resource
import sys
from pathlib import Path

from pipeline import batch
from pipeline.config import Settings
from pipeline.errors import KehoachError
from tests.batch import doubles


def main(inbox: str, outputs: str, jobs: str = "2", largest_file: str = "") -> int:
    if largest_file:
        resource.setrlimit(resource.RLIMIT_FSIZE, (int(largest_file), int(largest_file)))
    work = batch.Work(doubles.convert, Settings(), Path(outputs))

    def report(event: batch.Event) -> None:
        print(event.kind, event.input or "", flush=True)

    try:
        result = batch.run(batch.find([inbox]), work, batch.Options(jobs=int(jobs)), report)
    except KehoachError as error:
        print("error", error, flush=True)
        return error.exit_code
    print("stopped", result.stopped, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
