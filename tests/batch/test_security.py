"""Nothing in a document is ever carried out: no macro, script, reference or address."""

from __future__ import annotations

import http.server
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline import emit
from pipeline.cli.convert import convert
from pipeline.config import Settings
from pipeline.errors import KehoachError
from tests.batch import hostile
from tests.conftest import ROOT


class Listener:
    """A server on loopback that remembers every request."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        asked = self.asked

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                asked.append(self.path)
                self.send_error(404)

            do_POST = do_GET  # noqa: N815  # the names that http.server looks for

            def log_message(self, *arguments: object) -> None:
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}"


@pytest.fixture
def listener() -> Iterator[Listener]:
    listening = Listener()
    thread = threading.Thread(target=listening.server.serve_forever, daemon=True)
    thread.start()
    yield listening
    listening.server.shutdown()
    listening.server.server_close()
    thread.join()


def converted(folder: Path, name: str, data: bytes) -> str:
    """Everything that is written for a file, as text; the message where it cannot be read."""
    path = folder / name
    path.write_bytes(data)
    try:
        done = convert(path, Settings(), folder / "outputs")
    except KehoachError as error:
        return str(error)
    return "".join(p.read_text(encoding="utf-8") for p in sorted((folder / "outputs" / done.output).iterdir()))


def test_no_address_in_a_document_is_opened(tmp_path: Path, listener: Listener) -> None:
    converted(tmp_path, "a.pdf", hostile.acting_pdf(listener.url))
    converted(tmp_path, "b.docx", hostile.docx_with_remote_parts(listener.url))
    converted(tmp_path, "c.md", f"# Kế hoạch\n![x]({listener.url}/x.png)\n<img src={listener.url}/y.png>\n".encode())
    converted(tmp_path, "d.txt", f"@import url({listener.url}/z)\n{hostile.WORDS}".encode())
    with socket.create_connection(listener.server.server_address[:2]):
        pass  # the listener does hear
    assert listener.asked == []


def test_entities_of_word_files_are_not_resolved(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("the-secret-of-the-machine")
    assert "the-secret-of-the-machine" not in converted(tmp_path, "a.docx", hostile.docx_reading_a_file(str(secret)))
    assert "haha" not in converted(tmp_path, "b.docx", hostile.docx_of_billion_laughs())


def test_markup_of_a_document_is_text_in_the_review_page(tmp_path: Path) -> None:
    evil = "<script>alert(1)</script><img src=x onerror=alert(2)>"
    text = f"UBND XÃ TÂN LẬP\nKẾ HOẠCH\n{evil}\nI. MỤC TIÊU {evil}\n- Tỷ lệ hộ nghèo {evil} giảm còn 3,5 %.\n"
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    done = convert(tmp_path / "a.txt", Settings(), tmp_path / "outputs")
    page = (tmp_path / "outputs" / done.output / "review.html").read_text(encoding="utf-8")
    assert "<script>alert(1)" not in page
    assert "<img src=x" not in page


@pytest.mark.parametrize("file", ["../../evil.txt", "/etc/passwd", "..", "a/../../b", "..\\..\\x", "\x00", ""])
def test_a_record_never_leaves_the_output_folder(tmp_path: Path, file: str) -> None:
    folder = emit.folder(file, "0" * 64)
    assert (tmp_path / folder).resolve().parent == tmp_path.resolve()
    assert folder.endswith("-00000000")


# Ends the process when anything but a local socket is opened (PEP 578).
_CUT_OFF = """
import sys
def hook(event, args):
    if event in ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "urllib.Request"):
        if not (event == "socket.connect" and isinstance(args[1], (str, bytes))):
            print("NETWORK", event, args, flush=True)
            import os; os._exit(99)
sys.addaudithook(hook)
from pipeline import cli
sys.exit(cli.run(sys.argv[1:]))
"""


@pytest.mark.slow
def test_the_network_is_not_touched(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        f"{hostile.WORDS}\nI. MỤC TIÊU\n- Tỷ lệ hộ nghèo giảm còn 3,5 %.\n", encoding="utf-8"
    )
    (tmp_path / "b.pdf").write_bytes(hostile.pdf())
    (tmp_path / "c.docx").write_bytes(hostile.docx())
    outputs = str(tmp_path / "outputs")
    for arguments in (
        ["parse", str(tmp_path / "a.txt"), str(tmp_path / "b.pdf"), str(tmp_path / "c.docx"), "-o", outputs],
        ["query", "@indicators-by-year", "-d", outputs],
    ):
        command = [sys.executable, "-c", _CUT_OFF, *arguments]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
        assert "NETWORK" not in done.stdout, done.stdout
        assert done.returncode == 0, done.stderr
