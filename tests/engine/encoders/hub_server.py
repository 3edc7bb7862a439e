"""A hub on 127.0.0.1 that speaks like the real one, and fails on demand."""

from __future__ import annotations

import hashlib
import json
import sys
import threading
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType

COMMIT = "0123456789abcdef0123456789abcdef01234567"
REPOSITORY = "people/tiny"
FILE = "open_clip_model.safetensors"


@dataclass
class Faults:
    """What goes wrong.

    Attributes:
        status: answer every request for the file with this.
        page_status: answer every request for the page with this.
        page: the page's content, instead of the right one.
        cut_after: close the connection after so many bytes of the file, `cuts` times.
        cuts: how often.
        hold: do not close the connection then, but wait for this and send the rest.
        ignores_ranges: send the whole file whatever was asked.
        wrong_range: answer a range with one that starts elsewhere.
        announced_more: bytes to announce beyond the file's size, and to send.
        redirect_to: where the file is said to be.
    """

    status: int | None = None
    page_status: int | None = None
    page: bytes | None = None
    cut_after: int = 0
    cuts: int = 0
    hold: threading.Event | None = None
    ignores_ranges: bool = False
    wrong_range: bool = False
    announced_more: int = 0
    redirect_to: str | None = None


@dataclass
class Publication:
    """A file in the repository and what the page says of it."""

    content: bytes
    sha256: str = ""
    size: int = 0
    filename: str = FILE
    etag: str = '"first"'

    def __post_init__(self) -> None:
        self.sha256 = self.sha256 or hashlib.sha256(self.content).hexdigest()
        self.size = self.size or len(self.content)


@dataclass
class HubServer:
    """Use it as a context manager; `url` is the endpoint."""

    publication: Publication
    faults: Faults = field(default_factory=Faults)
    card: dict[str, str] = field(default_factory=lambda: {"license": "mit"})
    pages_asked: int = 0
    ranges: list[str | None] = field(default_factory=list)
    """The Range header of every request for the file."""

    def __enter__(self) -> HubServer:
        hub = self

        class Handler(_Handler):
            server_hub = hub

        self._server = _Server(("127.0.0.1", 0), Handler)
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.01,))
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_port}"

    @property
    def page(self) -> bytes:
        file = self.publication
        siblings = [
            {"rfilename": "README.md", "size": 3},
            {
                "rfilename": file.filename,
                "size": file.size,
                "lfs": {"sha256": file.sha256, "size": file.size},
            },
        ]
        return json.dumps({"sha": COMMIT, "siblings": siblings, "cardData": self.card}).encode()


class _Server(ThreadingHTTPServer):
    daemon_threads = False  # closing it waits for its last answers

    def handle_error(self, request: object, client_address: object) -> None:
        """Clients of this server hang up in the middle, and mean to."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


class _Handler(BaseHTTPRequestHandler):
    server_hub: HubServer
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        hub = self.server_hub
        if self.path == f"/api/models/{REPOSITORY}?blobs=true":
            hub.pages_asked += 1
            if hub.faults.page_status is not None:
                return self._refuse(hub.faults.page_status)
            return self._answer(200, hub.page if hub.faults.page is None else hub.faults.page)
        if self.path == f"/{REPOSITORY}/resolve/{COMMIT}/{hub.publication.filename}":
            return self._redirect(hub.faults.redirect_to or f"{hub.url}/storage")
        if self.path == "/storage":
            return self._send_file()
        return self._refuse(404)

    def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002
        """Keep quiet."""

    def _send_file(self) -> None:
        hub, faults = self.server_hub, self.server_hub.faults
        asked = self.headers["Range"]
        hub.ranges.append(asked)
        if faults.status is not None:
            return self._refuse(faults.status)
        file = hub.publication
        start = 0
        matches = self.headers.get("If-Range", file.etag) == file.etag
        if asked and matches and not faults.ignores_ranges:
            start = int(asked.removeprefix("bytes=").removesuffix("-"))
            if start >= len(file.content):
                return self._refuse(416)
        body = file.content[start:] + b"\0" * faults.announced_more
        self.send_response(206 if start else 200)
        self.send_header("ETag", file.etag)
        self.send_header("Content-Length", str(len(body)))
        if start:
            first = 0 if faults.wrong_range else start
            last = len(file.content) - 1
            self.send_header("Content-Range", f"bytes {first}-{last}/{len(file.content)}")
        self.end_headers()
        if faults.cuts:
            faults.cuts -= 1
            self.wfile.write(body[: faults.cut_after])
            if faults.hold is None:
                self.close_connection = True
                return None
            faults.hold.wait(10)
            body = body[faults.cut_after :]
        self.wfile.write(body)
        return None

    def _answer(self, status: int, content: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def _refuse(self, status: int) -> None:
        self._answer(status, b"no")

    def _redirect(self, place: str) -> None:
        self.send_response(302)
        self.send_header("Location", place)
        self.send_header("Content-Length", "0")
        self.end_headers()
