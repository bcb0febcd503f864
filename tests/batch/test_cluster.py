"""A batch on Dask distributed: a real cluster of processes, a worker killed in the middle, a scheduler that goes."""

from __future__ import annotations

import os
import queue
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline import batch
from pipeline.batch import cluster, rules
from pipeline.batch.job import Job, Part
from pipeline.cli.convert import convert, share
from pipeline.config import Settings
from pipeline.errors import ConfigurationError, MissingDependencyError, ProcessingError
from tests.batch import doubles, hostile
from tests.batch.conftest import Archive
from tests.conftest import ROOT

distributed = pytest.importorskip("distributed", reason="the extra 'cluster' is not installed")
pytestmark = [pytest.mark.slow, pytest.mark.filterwarnings("default")]

# A scheduler with two workers of one thread each, in processes of their own; prints its address.
_CLUSTER = """
import sys
from distributed import LocalCluster
if __name__ == "__main__":
    cluster = LocalCluster(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None,
                           host="127.0.0.1", local_directory=sys.argv[1])
    print(cluster.scheduler_address, flush=True)
    sys.stdin.read()  # until the test is over, or dead
"""


@pytest.fixture
def scheduler(tmp_path: Path) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    script = tmp_path / "cluster.py"
    script.write_text(_CLUSTER)
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, str(script), str(tmp_path / "dask")]
    with subprocess.Popen(
        command, cwd=ROOT, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        text=True, start_new_session=True,
    ) as process:  # fmt: skip
        assert process.stdout is not None
        yield process.stdout.readline().strip(), process
        os.killpg(process.pid, signal.SIGKILL)


def run(archive: Archive, address: str, **options: object) -> batch.Result:
    chosen = batch.Options(**({"timeout": 60.0} | options))  # type: ignore[arg-type]
    found = batch.find([str(archive.inbox)], outside=archive.outputs)
    work = batch.Work(doubles.convert, Settings(), archive.outputs)
    return batch.run(found, work, chosen, archive.events.append, batch.on_cluster(address, chosen))


def test_same_bytes_as_on_one_machine(
    archive: Archive, scheduler: tuple[str, subprocess.Popen[str]], tmp_path: Path
) -> None:
    archive.add(**{f"a{i:02d}": f"ok {i}" for i in range(12)}, bad="bad")
    result = run(archive, scheduler[0])
    assert (result.totals.ok, result.totals.failed) == (12, 1)
    other = Archive(archive.inbox, tmp_path / "other")
    other.run()
    assert archive.bytes() == other.bytes()


def test_long_document_is_shared_out_by_page(tmp_path: Path, scheduler: tuple[str, subprocess.Popen[str]]) -> None:
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    (inbox / "long.pdf").write_bytes(hostile.pdf(57))
    (inbox / "short.pdf").write_bytes(hostile.pdf(2))
    found, made = batch.find([str(inbox)]), {}
    for name, on_cluster in (("cluster", True), ("alone", False)):
        chosen = batch.Options(timeout=120.0, jobs=1)
        work = batch.Work(convert, Settings(), tmp_path / name, share())
        workers = batch.on_cluster(scheduler[0], chosen) if on_cluster else None
        result = batch.run(found, work, chosen, lambda event: None, workers)
        assert (result.totals.ok, result.totals.pages) == (2, 59)
        made[name] = {path.parent.name: path.read_bytes() for path in (tmp_path / name).glob("*/plan.json")}
    assert made["cluster"] == made["alone"]


def test_parts_that_end_together_are_all_told(tmp_path: Path, scheduler: tuple[str, subprocess.Popen[str]]) -> None:
    """Parts have the input of their document: the end of one, taken for another's, left the batch waiting for ever."""
    path = tmp_path / "long.pdf"
    path.write_bytes(hostile.pdf(57))
    job = Job("long.pdf", path, "0" * 64, path.stat().st_size, 0)
    workers = cluster.ClusterWorkers(batch.Work(convert, Settings(), tmp_path / "outputs", share()), scheduler[0])
    told: queue.SimpleQueue[Job] = queue.SimpleQueue()
    parts = [replace(job, part=Part(at, at + 10, tmp_path / f"{at}.pages")) for at in range(0, 50, 10)]
    try:
        for part in parts:
            workers.submit(part, lambda done, outcome: told.put(done))
        ended = [told.get(timeout=60) for _ in parts]
    finally:
        workers.close()
    assert sorted(one.key for one in ended) == sorted(part.key for part in parts)


def test_worker_killed_in_the_middle(
    archive: Archive, scheduler: tuple[str, subprocess.Popen[str]], tmp_path: Path
) -> None:
    archive.add(
        killer="kill", unlucky=f"kill-once {tmp_path / 'marker'}", slow="hang", **{f"a{i}": f"ok {i}" for i in range(6)}
    )
    result = run(archive, scheduler[0], timeout=4.0)
    rows = archive.rows
    assert result.totals.ok == 7
    assert rows["unlucky"].attempts == 2
    codes = {stem: row.error.code for stem, row in rows.items() if row.error}
    assert codes == {"killer": "crashed", "slow": "timeout"}
    assert rows["killer"].attempts == 2


def test_scheduler_that_goes_away_is_told_and_the_batch_resumed(
    archive: Archive, scheduler: tuple[str, subprocess.Popen[str]]
) -> None:
    address, process = scheduler
    archive.add(**{f"a{i}": f"ok {i}" for i in range(4)}, **{f"z{i}": f"sleep 20 {i}" for i in range(4)})

    def kill(event: batch.Event) -> None:
        if event.kind == "document" and event.totals.done_now == 4:
            os.killpg(process.pid, signal.SIGKILL)

    chosen = batch.Options()
    found = batch.find([str(archive.inbox)])
    work = batch.Work(doubles.convert, Settings(), archive.outputs)
    before = time.monotonic()
    with pytest.raises(ProcessingError, match="went away"):
        batch.run(found, work, chosen, kill, batch.on_cluster(address, chosen))
    assert time.monotonic() - before < 60
    assert len(archive.rows) == 4
    archive.add(**{f"z{i}": f"ok {10 + i}" for i in range(4)})
    assert archive.run().totals.ok == 8


def test_workers_of_another_version_are_refused(
    archive: Archive, scheduler: tuple[str, subprocess.Popen[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    archive.add(a="ok")
    ours = rules.versions()
    monkeypatch.setattr(rules, "versions", lambda: {**ours, "rules": "another"})
    with pytest.raises(ConfigurationError, match=r"has rules .* instead of another"):
        run(archive, scheduler[0])


def test_no_scheduler(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    archive.add(a="ok")
    monkeypatch.setattr(cluster, "_PATIENCE", 1)
    with pytest.raises(ConfigurationError, match="No scheduler answers at"):
        run(archive, "tcp://127.0.0.1:9")


def test_without_dask_the_install_line_is_told(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    archive.add(a="ok")
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(MissingDependencyError, match="pip install 'kehoach"):
        run(archive, "tcp://127.0.0.1:9")
