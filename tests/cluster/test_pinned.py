"""Who is trusted by a fingerprint: the server that shows that certificate and has its key, or a key that it signed."""

from __future__ import annotations

import ssl
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from certificates import fingerprint, make_certificates

from gongkai.errors import EngineUnavailable
from gongkai.search.elasticsearch_connection import connect
from gongkai.search.elasticsearch_errors import translated
from gongkai.search.kibana_connection import connect_kibana

WHO = {"USERNAME": "clerk", "PASSWORD": "a-password-of-the-tests"}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A CA and a certificate of it; in `stranger` the same names with other keys, and the first CA shown beside."""
    made = tmp_path_factory.mktemp("certificates")
    (made / "stranger").mkdir()
    make_certificates(made, "an authority")
    make_certificates(made / "stranger", "an authority")
    forged = (made / "stranger" / "node.crt").read_bytes() + (made / "ca.crt").read_bytes()
    (made / "stranger" / "forged.crt").write_bytes(forged)
    return made


@contextmanager
def server(chain: Path, key: Path) -> Iterator[tuple[str, list[Mapping[str, str]]]]:
    """Yield the address of an encrypted server and the headers of what it was asked."""
    asked: list[Mapping[str, str]] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(dict(self.headers))
            body = b"{}"
            self.send_response(200)
            for name, value in (("X-elastic-product", "Elasticsearch"), ("Content-Type", "application/json")):
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *arguments: object) -> None:
            """Say nothing."""

    class Quiet(ThreadingHTTPServer):
        def handle_error(self, request: object, client_address: object) -> None:
            """Say nothing of clients that do not trust us."""

    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(chain, key)
    running = Quiet(("127.0.0.1", 0), Handler)
    running.socket = context.wrap_socket(running.socket, server_side=True, do_handshake_on_connect=False)
    thread = threading.Thread(target=running.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield f"https://127.0.0.1:{running.server_address[1]}", asked
    finally:
        running.shutdown()
        running.server_close()
        thread.join()


def ask_elasticsearch(where: str, pinned: str) -> None:
    names = {f"GONGKAI_ELASTICSEARCH_{name}": value for name, value in (WHO | {"CA_FINGERPRINT": pinned}).items()}
    cluster = connect(f"{where}/gongkai", names)
    with translated(where):
        cluster.client.info()


def ask_kibana(where: str, pinned: str) -> None:
    names = {f"GONGKAI_KIBANA_{name}": value for name, value in (WHO | {"CA_FINGERPRINT": pinned}).items()}
    connect_kibana(where, environment=names).call("GET", "/api/status")


@pytest.fixture(params=[ask_elasticsearch, ask_kibana])
def ask(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Ask a server in one of our two ways, with a password."""
    chosen: Callable[[str, str], None] = request.param
    return chosen


@pytest.mark.parametrize(("chain", "pinned"), [("node.crt", "node.crt"), ("chain.crt", "node.crt"), ("chain.crt", "ca.crt")])
def test_its_own_or_that_of_its_ca(folder: Path, ask: Callable[[str, str], None], chain: str, pinned: str) -> None:
    with server(folder / chain, folder / "node.key") as (where, asked):
        ask(where, fingerprint(folder / pinned))
        assert "Authorization" in {name.title() for name in asked[0]}


@pytest.mark.parametrize(
    ("chain", "key", "pinned"),
    [
        ("node.crt", "node.key", "ca.crt"),  # not sent along: nobody knows which certificate that is
        ("stranger/chain.crt", "stranger/node.key", "ca.crt"),
        ("stranger/chain.crt", "stranger/node.key", "node.crt"),
        ("stranger/forged.crt", "stranger/node.key", "ca.crt"),  # shows the right CA, which has not signed it
    ],
)
def test_strangers_are_told_nothing(folder: Path, ask: Callable[[str, str], None], chain: str, key: str, pinned: str) -> None:
    with server(folder / chain, folder / key) as (where, asked):
        with pytest.raises(EngineUnavailable, match="is not trusted"):
            ask(where, fingerprint(folder / pinned))
        assert asked == []


def test_the_fingerprint_of_elasticsearch_is_not_taken_for_that_of_kibana(folder: Path) -> None:
    names = {f"GONGKAI_ELASTICSEARCH_{name}": value for name, value in WHO.items()}
    names |= {"GONGKAI_ELASTICSEARCH_CA_FINGERPRINT": "0" * 64}
    with server(folder / "node.crt", folder / "node.key") as (where, asked):
        with pytest.raises(EngineUnavailable, match="GONGKAI_KIBANA_CA_CERT"):
            connect_kibana(where, environment=names).call("GET", "/api/status")
        names |= {"GONGKAI_ELASTICSEARCH_CA_CERT": str(folder / "ca.crt")}  # the file is
        connect_kibana(where, environment=names).call("GET", "/api/status")
        assert len(asked) == 1
