"""A server that a test can stop, slow down, and give another edition of the site."""

from __future__ import annotations

import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType
    from typing import Self

BELOW = "/some/folder/"
"""Where the site stands on its host: not at the root, which it must not take for granted."""


class Host:
    """Serves one folder at a time under one address, and remembers what it was asked for."""

    def __init__(self, folder: Path, *, hides_endings: bool = False) -> None:
        self.folder = folder
        self.hides_endings = hides_endings
        """Whether it leads from ``page.html`` to ``page``, as some hosts do."""
        self.asked: list[str] = []
        """Paths within the site, in the order of the requests."""
        self.gate = threading.Event()
        """While it is closed, files other than pages and lists are held back."""
        self.gate.set()
        self._server: ThreadingHTTPServer | None = None
        self._thread: threading.Thread | None = None
        self._port = 0

    @property
    def address(self) -> str:
        """Address of the site, with a slash at its end."""
        return f"http://localhost:{self._port}{BELOW}"

    def start(self) -> None:
        """Answer again, at the same address as before."""
        self._server = ThreadingHTTPServer(("localhost", self._port), partial(_Handler, self))
        self._port = self._server.server_port
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.05,))
        self._thread.start()

    def stop(self) -> None:
        """Answer no more; a connection is refused."""
        if self._server is None or self._thread is None:
            return
        self.gate.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()
        self._server = None

    def file_for(self, path: str) -> Path:
        """Return the file that stands for a path of the site."""
        file = self.folder / path
        if file.is_dir():
            return file / "index.html"
        return file if file.exists() or file.suffix else file.with_suffix(".html")

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        value: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()


class _Handler(SimpleHTTPRequestHandler):
    """Answers for a host."""

    def __init__(self, host: Host, *args: object) -> None:
        self._host = host
        super().__init__(*args)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        """Send a file, or lead to the address that the host prefers."""
        path = unquote(urlsplit(self.path).path).removeprefix(BELOW)
        self._host.asked.append(path)
        if path.endswith((".svg", ".js", ".css")):
            self._host.gate.wait(timeout=30)
        if self._host.hides_endings and path.endswith(".html"):
            self.send_response(308)
            self.send_header("Location", self.path.replace(".html", ""))
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        super().do_GET()

    def translate_path(self, path: str) -> str:
        """Return the file of the edition that is published at this moment."""
        return str(self._host.file_for(unquote(urlsplit(path).path).removeprefix(BELOW)))

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class names it so
        """Say nothing on the terminal."""
