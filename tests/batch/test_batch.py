"""What a batch does with good and bad documents, and what it does not do twice."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.batch import manifest, rules
from pipeline.config import Settings
from pipeline.errors import ConfigurationError, FileAccessError
from tests.batch.conftest import Archive


def test_everything_that_can_be_converted_is_and_the_rest_is_explained(archive: Archive) -> None:
    archive.add(a="ok 2", b="bad", c="encrypted", d="fault", e="deep", f="ok 5")
    result = archive.run()
    assert (result.totals.documents, result.totals.ok, result.totals.failed) == (6, 2, 4)
    codes = {stem: row.error.code for stem, row in archive.rows.items() if row.error}
    assert codes == {"b": "bad_input", "c": "encrypted", "d": "unexpected", "e": "unexpected"}
    good = archive.rows["a"]
    assert good.output is not None
    assert sorted(p.name for p in (archive.outputs / good.output).iterdir()) == ["plan.json", "text.txt"]
    assert (good.pages, good.attempts, good.status) == (1, 1, "ok")
    assert good.peak_memory is not None
    assert good.peak_memory > 1 << 20
    fault = archive.rows["d"].error
    assert fault is not None
    assert fault.message.startswith("ValueError: nobody foresaw this")


def test_nothing_is_done_twice(archive: Archive) -> None:
    archive.add(a="ok", b="ok 3", c="bad")
    archive.run()
    again = archive.run()
    assert archive.worked_on() == set()
    assert (again.totals.kept, again.totals.ok, again.totals.failed, again.totals.done_now) == (3, 2, 1, 0)


def test_retry_failed_takes_up_only_the_failures(archive: Archive) -> None:
    archive.add(a="ok", b="bad")
    archive.run()
    archive.run(retry_failed=True)
    assert archive.worked_on() == {"b"}


def test_overwrite_does_all_anew(archive: Archive) -> None:
    archive.add(a="ok", b="ok 2")
    archive.run()
    archive.run(overwrite=True)
    assert archive.worked_on() == {"a", "b"}


def test_changed_file_is_done_anew(archive: Archive) -> None:
    archive.add(a="ok 1", b="ok 2")
    archive.run()
    archive.add(a="ok 7")
    archive.run()
    assert archive.worked_on() == {"a"}


def test_touched_file_with_the_same_bytes_is_not(archive: Archive) -> None:
    archive.add(a="ok 1")
    archive.run()
    os.utime(archive.inbox / "a.txt", (1, 1))
    archive.run()
    assert archive.worked_on() == set()


def test_other_settings_make_results_invalid(archive: Archive) -> None:
    archive.add(a="ok")
    archive.run()
    archive.run(settings=Settings(force_ocr=True))
    assert archive.worked_on() == {"a"}


def test_other_rules_make_results_invalid(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    archive.add(a="ok")
    archive.run()
    monkeypatch.setattr(rules, "version", lambda: "another version")
    archive.run()
    assert archive.worked_on() == {"a"}


def test_lost_output_is_made_again(archive: Archive) -> None:
    archive.add(a="ok")
    archive.run()
    (archive.outputs / str(archive.rows["a"].output) / "plan.json").unlink()
    archive.run()
    assert archive.worked_on() == {"a"}


def test_same_bytes_are_converted_once_and_the_other_is_named(archive: Archive) -> None:
    archive.add(a="ok 4", b="ok 4", c="ok 5")
    result = archive.run()
    assert (result.totals.ok, result.totals.skipped) == (2, 1)
    assert archive.rows["b"].status == "skipped"
    assert archive.rows["b"].duplicate_of == archive.rows["a"].input
    assert archive.rows["b"].output is None


def test_fail_fast_stops_at_the_first_failure(archive: Archive) -> None:
    archive.add(a="bad", **{f"z{i}": f"ok {i}" for i in range(20)})
    result = archive.run(jobs=1, fail_fast=True)
    assert (result.stopped, result.totals.done_now) == ("failures", 1)


def test_too_many_failures_stop_the_batch(archive: Archive) -> None:
    archive.add(**{f"a{i:02d}": f"bad {i}" for i in range(30)}, **{f"b{i:02d}": f"ok {i}" for i in range(10)})
    result = archive.run(max_failure_rate=0.5)
    assert result.stopped == "failures"
    assert 20 <= result.totals.done_now < 30


def test_some_failures_do_not(archive: Archive) -> None:
    archive.add(**{f"a{i:02d}": f"bad {i}" for i in range(5)}, **{f"b{i:02d}": f"ok {i}" for i in range(20)})
    assert archive.run(max_failure_rate=0.5).stopped is None


def test_run_json_tells_what_ran(archive: Archive) -> None:
    archive.add(a="ok", b="bad")
    archive.run()
    told = json.loads((archive.outputs / "run.json").read_text(encoding="utf-8"))
    assert told["state"] == "finished"
    assert (told["totals"]["ok"], told["totals"]["failed"], told["totals"]["pages"]) == (1, 1, 1)
    assert told["versions"]["rules"] == archive.rows["a"].rules
    assert told["settings_digest"] == archive.rows["a"].settings
    assert told["options"]["jobs"] == 2


def test_manifest_has_one_sorted_line_a_document(archive: Archive) -> None:
    archive.add(b="ok", a="ok 2", c="bad")
    archive.run()
    archive.run(retry_failed=True)
    lines = [json.loads(line) for line in (archive.outputs / manifest.NAME).read_text().splitlines()]
    assert [Path(line["input"]).name for line in lines] == ["a.txt", "b.txt", "c.txt"]


def test_torn_line_of_the_manifest_costs_only_its_document(archive: Archive) -> None:
    archive.add(a="ok 1", b="ok 2")
    archive.run()
    path = archive.outputs / manifest.NAME
    path.write_bytes(path.read_bytes()[:-40])
    archive.run()
    assert archive.worked_on() == {"b"}
    assert {row.status for row in archive.rows.values()} == {"ok"}


def test_two_batches_on_one_folder_get_a_clear_message(archive: Archive) -> None:
    archive.add(a="ok 1")
    told: list[str] = []

    def second(event: object) -> None:
        if not told:
            with pytest.raises(FileAccessError) as error:
                run_beside(archive)
            told.append(str(error.value))

    archive.run(on_event=second)
    assert told[0].startswith("Another batch is writing to")


def test_refused_file_is_named(archive: Archive) -> None:
    archive.add(a="ok 1")

    def refuse(event: object) -> None:
        raise PermissionError(13, "Permission denied", "/else/where.json")

    with pytest.raises(FileAccessError, match=r"No access to /else/where\.json: Permission denied\."):
        archive.run(on_event=refuse)


def run_beside(archive: Archive) -> None:
    replace(archive, events=[]).run()


def test_same_bytes_with_one_and_four_workers(archive: Archive, tmp_path: Path) -> None:
    archive.add(**{f"a{i:02d}": f"ok {i}" for i in range(12)}, bad="bad")
    archive.run(jobs=1)
    other = Archive(archive.inbox, tmp_path / "other")
    other.run(jobs=4)
    assert archive.bytes() == other.bytes()
    assert len(archive.bytes()) == 24


@pytest.mark.parametrize("options", [{"jobs": 0}, {"timeout": -1.0}, {"memory_limit": 0}, {"max_failure_rate": 2.0}])
def test_senseless_options_are_refused(archive: Archive, options: dict[str, float]) -> None:
    archive.add(a="ok")
    with pytest.raises(ConfigurationError):
        archive.run(**options)
