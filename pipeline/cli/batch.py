"""``kehoach batch``: many documents, nothing lost."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.cli import console
from pipeline.errors import EXIT_BATCH_FAILURES, EXIT_INTERRUPTED, EXIT_OK, ConfigurationError, FileAccessError

if TYPE_CHECKING:
    from pipeline.batch import Options, Result

_SIZE = re.compile(r"(\d+(?:\.\d+)?)\s*([KMGT]?)i?B?", re.IGNORECASE)
_UNITS = {"": 1, "K": 1 << 10, "M": 1 << 20, "G": 1 << 30, "T": 1 << 40}


def batch(
    inputs: Annotated[
        list[str], typer.Argument(metavar="DIR_OR_GLOB...", help="Folders, patterns or files to convert.")
    ],
    output: Annotated[str, typer.Option("-o", "--output", metavar="DIR", help="Folder of the results.")] = "outputs",
    jobs: Annotated[
        int | None, typer.Option("-j", "--jobs", metavar="N", help="Documents at a time. Default: cores.")
    ] = None,
    resume: Annotated[
        bool,
        typer.Option("--resume/--overwrite", help="Skip what is done and still valid (default), or do all anew."),
    ] = True,
    retry_failed: Annotated[bool, typer.Option("--retry-failed", help="Try failed documents again.")] = False,
    timeout: Annotated[
        float, typer.Option("--timeout", metavar="SECONDS", help="Limit for a document; 0 for none.")
    ] = 3600.0,
    page_timeout: Annotated[
        float, typer.Option("--page-timeout", metavar="SECONDS", help="Limit for the OCR of a page.")
    ] = 120.0,
    memory_limit: Annotated[
        str | None, typer.Option("--memory-limit", metavar="SIZE", help="Limit for a worker, such as 2G.")
    ] = None,
    max_failure_rate: Annotated[
        float | None,
        typer.Option("--max-failure-rate", metavar="SHARE", help="Stop when more than this share (0..1) fails."),
    ] = None,
    fail_fast: Annotated[bool, typer.Option("--fail-fast", help="Stop at the first failure.")] = False,
    include: Annotated[
        list[str] | None, typer.Option("--include", metavar="PATTERN", help="Only files that match; may be repeated.")
    ] = None,
    exclude: Annotated[
        list[str] | None, typer.Option("--exclude", metavar="PATTERN", help="Not these files; may be repeated.")
    ] = None,
    cluster: Annotated[
        str | None,
        typer.Option("--cluster", metavar="ADDRESS", help="Workers of a Dask scheduler, such as tcp://host:8786."),
    ] = None,
    force_ocr: Annotated[
        bool, typer.Option("--force-ocr", help="Read PDF pages as images, text layer or not.")
    ] = False,
    no_repair: Annotated[
        bool, typer.Option("--no-repair", help="Leave even the proven slips of reading as they are.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Events as JSON lines on stdout.")] = False,
    quiet: Annotated[bool, typer.Option("-q", "--quiet", help="No progress.")] = False,
) -> int:
    """Convert many documents, several at a time; started again, it goes on where it stopped.

    Each document gets a folder; index.html lists them all, manifest.jsonl says what became of each input, run.json
    what ran. Ctrl-C once
    finishes the documents in work, twice stops at once. Exit code 20: some documents failed.
    """
    from dataclasses import replace

    from pipeline import batch as batches
    from pipeline.cli.convert import convert, share
    from pipeline.cli.progress import reporter
    from pipeline.config import Settings

    options = batches.Options(
        jobs=jobs if jobs is not None else batches.cores(),
        retry_failed=retry_failed,
        overwrite=not resume,
        timeout=timeout or None,
        memory_limit=_size(memory_limit),
        max_failure_rate=max_failure_rate,
        fail_fast=fail_fast,
        include=tuple(include or ()),
        exclude=tuple(exclude or ()),
    )
    settings = replace(Settings.from_environment(force_ocr=force_ocr, repair=not no_repair), page_timeout=page_timeout)
    outputs = Path(output)
    found = batches.find(inputs, options.include, options.exclude, outputs)
    if not found:
        raise FileAccessError("There is nothing to convert.", "Name folders that hold documents, or patterns.")
    with console.hang_up_is_interrupt(), reporter(as_json=as_json, quiet=quiet) as report:
        workers = batches.on_cluster(cluster, options) if cluster else None
        result = batches.run(found, batches.Work(convert, settings, outputs, share()), options, report, workers)
    if result.stopped != "disk_full":
        from pipeline.review.index import write_index

        write_index(outputs)
    return _close(result, options, outputs)


def _close(result: Result, options: Options, outputs: Path) -> int:
    """Say how the batch ended and return the exit code."""
    if result.stopped in ("interrupted", "ended"):
        console.say("Interrupted. Start the same command again to go on.")
        return EXIT_INTERRUPTED
    if result.stopped == "disk_full":
        raise FileAccessError(f"There is no room left in {outputs}.", "Make room and start the same command again.")
    if result.stopped == "failures":
        why = "at the first failure" if options.fail_fast else "because too many documents failed"
        console.say(f"Stopped {why}. {outputs / 'manifest.jsonl'} says what went wrong.")
        return EXIT_BATCH_FAILURES
    if result.totals.failed:
        console.say(f"{result.totals.failed} failed: {outputs / 'manifest.jsonl'} says why. See also --retry-failed.")
        return EXIT_BATCH_FAILURES
    return EXIT_OK


def _size(text: str | None) -> int | None:
    """Bytes of "2G", "800M", "1.5GiB" (units of 1024); raises ConfigurationError."""
    if text is None:
        return None
    if not (found := _SIZE.fullmatch(text.strip())):
        raise ConfigurationError(f"{text!r} is not a size.", "Write it like 800M or 2G.")
    return int(float(found[1]) * _UNITS[found[2].upper()])
