"""A small TCP proxy between the client and a server, which does what networks and busy clusters do.

It reads one HTTP request at a time (the client's, with a Content-Length), asks its `fault` what to do with it,
and passes it on or not.
"""

from __future__ import annotations

import contextlib
import json
import socket
import threading
import time
from collections.abc import Callable
from types import TracebackType
from urllib.parse import urlsplit

__all__ = ["Fault", "Proxy", "answer", "cut", "cut_after", "hang"]

Fault = Callable[[bytes, bytes], "bytes | str | None"]
"""(request line, body) → null to pass it on; bytes to answer; or `cut`, `cut_after`, `hang`."""

cut, cut_after, hang = "cut", "cut after", "hang"


def answer(status: int, kind: str, reason: str = "for the test") -> bytes:
    """Return an error as Elasticsearch words it."""
    error = {"type": kind, "reason": reason}
    body = json.dumps({"error": {"root_cause": [error], **error}, "status": status}).encode()
    head = f"HTTP/1.1 {status} X\r\ncontent-type: application/json\r\nX-elastic-product: Elasticsearch\r\n"
    return f"{head}content-length: {len(body)}\r\n\r\n".encode() + body


class Proxy:
    """The proxy; `fault` may be changed while it runs."""

    def __init__(self, url: str, fault: Fault = lambda line, body: None) -> None:
        parts = urlsplit(url)
        self._target = (parts.hostname or "127.0.0.1", parts.port or 9200)
        self.fault = fault
        self.faults = 0
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._socket.getsockname()[1]}"
        self._is_open = True

    def __enter__(self) -> Proxy:
        threading.Thread(target=self._accept, daemon=True).start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._is_open = False
        self._socket.close()

    def _accept(self) -> None:
        while self._is_open:
            try:
                client, _ = self._socket.accept()
            except OSError:
                return
            threading.Thread(target=self._serve, args=(client,), daemon=True).start()

    def _serve(self, client: socket.socket) -> None:
        with contextlib.suppress(OSError, EOFError), client, socket.create_connection(self._target) as server:
            while True:
                head, body = _message(client)
                fault = self.fault(head.split(b"\r\n", 1)[0], body)
                self.faults += fault is not None
                if fault == hang:
                    time.sleep(30)
                if fault in (cut, hang):
                    return
                if isinstance(fault, bytes):
                    client.sendall(fault)
                    continue
                server.sendall(head + body)
                answered = b"".join(_message(server, has_body=not head.startswith(b"HEAD")))
                if fault == cut_after:  # the server has done it, and nobody will know
                    return
                client.sendall(answered)


def _message(connection: socket.socket, *, has_body: bool = True) -> tuple[bytes, bytes]:
    """Return the head and the body of one HTTP message."""
    data = b""
    while b"\r\n\r\n" not in data:
        data += _some(connection)
    head, _, body = data.partition(b"\r\n\r\n")
    fields = dict(line.split(b":", 1) for line in head.lower().split(b"\r\n")[1:])
    is_chunked = fields.get(b"transfer-encoding", b"").strip() == b"chunked"
    length = int(fields.get(b"content-length", b"0"))
    while has_body and (not body.endswith(b"0\r\n\r\n") if is_chunked else len(body) < length):
        body += _some(connection)
    return head + b"\r\n\r\n", body


def _some(connection: socket.socket) -> bytes:
    data = connection.recv(1 << 16)
    if not data:
        raise EOFError
    return data
