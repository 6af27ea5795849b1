"""A server on this machine that compresses as a good server does and remembers what was asked."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

import brotli  # type: ignore[import-untyped] # it has no types

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_LARGE = 1 << 20
"""Bytes from which the best compression takes minutes."""
_TYPES = {".html": "text/html", ".js": "text/javascript", ".json": "application/json"}


class Served:
    """A folder on a server, its files compressed once each."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.asked: list[str] = []
        self._packed: dict[str, bytes] = {}
        self._lock = threading.Lock()

    def packed(self, name: str) -> bytes:
        """Return a file below the folder after brotli."""
        with self._lock:
            if name not in self._packed:
                content = (self.folder / name).read_bytes()
                quality = 9 if len(content) > _LARGE else 11
                self._packed[name] = brotli.compress(content, quality=quality)
            return self._packed[name]

    def size(self, name: str) -> int:
        """Return the bytes of a file after brotli."""
        return len(self.packed(name))


@contextmanager
def serving(folder: Path) -> Iterator[tuple[str, Served]]:
    """Serve a folder while the block runs; yields its address, with a slash at the end."""
    served = Served(folder)
    handler = partial(_Handler, served)
    with ThreadingHTTPServer(("localhost", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield f"http://localhost:{server.server_port}/", served
        finally:
            server.shutdown()
            thread.join()


class _Handler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, served: Served, *arguments: object) -> None:
        self._served = served
        super().__init__(*arguments)  # type: ignore[arg-type] # the base class takes what a server gives

    def do_GET(self) -> None:
        """Send a file, compressed."""
        name = unquote(urlsplit(self.path).path).lstrip("/") or "index.html"
        path = self._served.folder / name
        if not path.is_file():
            self.send_error(HTTPStatus.NOT_FOUND)
            return
        self._served.asked.append(name)
        content = self._served.packed(name)
        self.send_response(HTTPStatus.OK)
        kind = _TYPES.get(path.suffix, "application/octet-stream")
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Encoding", "br")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class names it so
        """Say nothing."""
