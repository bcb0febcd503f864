from __future__ import annotations

import http.client
import json
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.review import corrections
from pipeline.review.server import ReviewServer, save
from tests.review.test_corrections import SHA, edit


@pytest.fixture
def server(tmp_path: Path) -> Iterator[ReviewServer]:
    document = tmp_path / "outputs" / "ke hoach-1234abcd"
    document.mkdir(parents=True)
    (document / "review.html").write_text("<script>const KEHOACH = {};</script>", encoding="utf-8")
    (tmp_path / "secret" / "x").mkdir(parents=True)
    (tmp_path / "secret" / "review.html").write_text("secret", encoding="utf-8")
    with ReviewServer(tmp_path / "outputs") as running:
        thread = threading.Thread(target=running.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        yield running
        running.shutdown()
        thread.join()


def ask(
    server: ReviewServer, method: str, path: str, body: str | None = None, headers: dict[str, str] | None = None
) -> tuple[int, str]:
    connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=5)
    connection.request(method, path, None if body is None else body.encode(), headers or {})
    answer = connection.getresponse()
    text = answer.read().decode()
    connection.close()
    return answer.status, text


def test_the_page_is_served_with_the_address_to_save_to(server: ReviewServer) -> None:
    status, text = ask(server, "GET", f"/ke%20hoach-1234abcd?token={server.token}")
    assert status == 200
    assert json.loads(text.split("KEHOACH = ")[1].split(";")[0].replace(", }", "}"))["save"]["token"] == server.token


@pytest.mark.parametrize(
    ("path", "headers"),
    [
        ("/", {}),
        ("/?token=wrong", {}),
        ("/?token={token}", {"Host": "evil.example"}),
    ],
)
def test_others_are_turned_away(server: ReviewServer, path: str, headers: dict[str, str]) -> None:
    assert ask(server, "GET", path.format(token=server.token), headers=headers)[0] == 403


@pytest.mark.parametrize("name", ["../secret", "%2e%2e%2fsecret", "ke%20hoach-1234abcd/..", "none", ".."])
def test_nothing_outside_the_folder_is_served(server: ReviewServer, name: str) -> None:
    status, text = ask(server, "GET", f"/{name}?token={server.token}")
    assert status in (200, 404)
    assert "secret" not in text


def test_it_listens_on_loopback_only(server: ReviewServer) -> None:
    assert server.server_address[0] == "127.0.0.1"


def test_corrections_are_added_to_the_file(server: ReviewServer) -> None:
    head = {"X-Kehoach-Token": server.token}
    path = "/ke%20hoach-1234abcd"
    first, second = edit("Tỷ lệ A", 1, 2), edit("Tỷ lệ B", 3, 4)
    assert ask(server, "POST", path, corrections.dump([first]), head) == (200, "1")
    assert ask(server, "POST", path, corrections.dump([first, second]), head) == (200, "2")
    assert corrections.load(server.folder / "ke hoach-1234abcd" / corrections.FILE_NAME) == (first, second)
    assert ask(server, "POST", path, '{"corrections": [{}]}', head)[0] == 422
    assert ask(server, "POST", path, corrections.dump([first]))[0] == 403


def test_saving_waits_for_a_lock_and_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from filelock import FileLock, Timeout

    with FileLock(tmp_path / (corrections.FILE_NAME + ".lock"), is_singleton=False):
        monkeypatch.setattr("pipeline.review.server.FileLock", lambda path, timeout: FileLock(path, timeout=0.1))
        with pytest.raises(Timeout):
            save(tmp_path, (edit("x", 1, 2),))
    assert SHA in corrections.dump([edit("x", 1, 2)])
