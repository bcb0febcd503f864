"""Review pages served on this machine only, so that corrections are saved without a download.

Promises: listens on 127.0.0.1; answers only requests that name this host and carry the token of this run; reads and
writes only inside the output folder; nothing is fetched from anywhere.
"""

from __future__ import annotations

import hmac
import json
import secrets
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, quote, unquote, urlsplit

from filelock import FileLock, Timeout
from pydantic import ValidationError

from pipeline.emit import write_atomic
from pipeline.review import corrections
from pipeline.review.corrections import FILE_NAME, Correction, CorrectionsFile

_BIGGEST = 5_000_000
_STATE = "const KEHOACH = {"


class ReviewServer(ThreadingHTTPServer):
    """Serves the review pages below ``folder``; ``token`` is part of the address that the user opens."""

    daemon_threads = True

    def __init__(self, folder: Path, port: int = 0) -> None:
        self.folder = folder.resolve()
        self.token = secrets.token_urlsafe(24)
        super().__init__(("127.0.0.1", port), _Handler)

    @property
    def address(self) -> str:
        """The address to open in a browser."""
        return f"http://127.0.0.1:{self.server_port}/?token={self.token}"


def save(folder: Path, added: tuple[Correction, ...]) -> int:
    """Add corrections to the corrections file of one document; returns how many it holds now.

    The file is replaced as a whole (written beside, then renamed), under a lock. Raises filelock.Timeout where another
    program holds the lock for more than five seconds.
    """
    path = folder / FILE_NAME
    with FileLock(folder / (FILE_NAME + ".lock"), timeout=5):
        kept = corrections.load(path) if path.exists() else ()
        rows = kept + tuple(c for c in added if c not in kept)
        write_atomic(path, corrections.dump(rows))
    return len(rows)


class _Handler(BaseHTTPRequestHandler):
    server: ReviewServer
    server_version = "kehoach"
    sys_version = ""

    def do_GET(self) -> None:
        """Send the list of documents or one review page."""
        url = urlsplit(self.path)
        token = parse_qs(url.query).get("token", [""])[0]
        if not self._allowed(token):
            return
        name = unquote(url.path).strip("/")
        if not name:
            self._send(HTTPStatus.OK, _index(self.server), "text/html")
            return
        page = self._document(name)
        if page is None:
            self._send(HTTPStatus.NOT_FOUND, "Không có văn bản này. No such document.", "text/plain")
            return
        html = (page / "review.html").read_text(encoding="utf-8")
        state = {"save": {"url": f"/{quote(name)}", "token": self.server.token}}
        inner = json.dumps(state)[1:-1].replace("<", "\\u003c")
        self._send(HTTPStatus.OK, html.replace(_STATE, _STATE + inner + ", ", 1), "text/html")

    def do_POST(self) -> None:
        """Take the corrections of one page."""
        if not self._allowed(self.headers.get("X-Kehoach-Token", "")):
            return
        page = self._document(unquote(urlsplit(self.path).path).strip("/"))
        length = int(self.headers.get("Content-Length") or 0)
        if page is None or not 0 < length <= _BIGGEST:
            self._send(HTTPStatus.BAD_REQUEST, "Yêu cầu không hợp lệ. Bad request.", "text/plain")
            return
        try:
            added = CorrectionsFile.model_validate_json(self.rfile.read(length)).corrections
            count = save(page, added)
        except ValidationError as error:
            self._send(HTTPStatus.UNPROCESSABLE_ENTITY, str(error), "text/plain")
        except Timeout:
            self._send(HTTPStatus.CONFLICT, "Tệp đang được chương trình khác ghi. The file is locked.", "text/plain")
        else:
            self._send(HTTPStatus.OK, str(count), "text/plain")

    def _allowed(self, token: str) -> bool:
        """The request names this host (no DNS rebinding) and carries the token."""
        host = (self.headers.get("Host") or "").rsplit(":", 1)[0]
        if host in ("127.0.0.1", "localhost") and hmac.compare_digest(token.encode(), self.server.token.encode()):
            return True
        self._send(HTTPStatus.FORBIDDEN, "Không có quyền. Forbidden.", "text/plain")
        return False

    def _document(self, name: str) -> Path | None:
        """The folder of a document directly below the output folder; None for anything else."""
        folder = (self.server.folder / name).resolve()
        if folder.parent != self.server.folder or not (folder / "review.html").is_file():
            return None
        return folder

    def _send(self, status: HTTPStatus, text: str, kind: str) -> None:
        body = text.encode("utf-8")
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-store")
        self.send_header("Referrer-Policy", "no-referrer")
        self.send_header("X-Frame-Options", "DENY")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing on stderr for each request."""


def _index(server: ReviewServer) -> str:
    from pipeline.review.index import render_index

    return render_index(server.folder, token=server.token)
