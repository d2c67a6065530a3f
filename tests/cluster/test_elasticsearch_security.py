"""TLS with a CA of our own, a password, an API key; the wrong ones of each; nothing secret in any message."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from certificates import fingerprint, make_certificates
from contract.documents import incoming, make_document
from servers.distribution import VERSIONS, UnavailableError
from servers.indices import QUICK
from servers.server import Server
from servers.shared import GIVEN, skip

from gongkai.errors import EngineUnavailable
from gongkai.search.elasticsearch import ElasticsearchEngine
from gongkai.search.elasticsearch_admin import init, status
from gongkai.search.elasticsearch_connection import Cluster, connect
from gongkai.search.elasticsearch_errors import translated
from gongkai.search.elasticsearch_loading import refresh_interval
from gongkai.search.elasticsearch_migration import migrate
from gongkai.search.engine import Outcome
from gongkai.search.query import Phrase, Query

NAME, PASSWORD = "clerk", "a-password-of-the-tests"
PREFIX = "GONGKAI_ELASTICSEARCH_"
SETTINGS = (
    "xpack.security.enabled: true",
    "xpack.security.http.ssl.enabled: true",
    "xpack.security.http.ssl.key: node.key",
    "xpack.security.http.ssl.certificate: chain.crt",
    "xpack.security.transport.ssl.enabled: false",
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Certificates, and those of a stranger."""
    made = tmp_path_factory.mktemp("certificates")
    make_certificates(made, "gongkai tests")
    (made / "stranger").mkdir()
    make_certificates(made / "stranger", "stranger")
    return made


@pytest.fixture(scope="module")
def server(folder: Path) -> Iterator[Server]:
    """A server that asks who we are."""
    if os.environ.get(GIVEN):
        pytest.skip(f"{GIVEN} names a server, and this needs one with a certificate of its own")
    files = {name: (folder / name).read_bytes() for name in ("node.key", "chain.crt")}
    try:
        started = Server(VERSIONS["8.19"], SETTINGS, files, {NAME: (PASSWORD, "superuser")}, scheme="https")
        started.start()
    except UnavailableError as error:
        skip(str(error))
    yield started
    started.stop()


@pytest.fixture
def environment(folder: Path) -> dict[str, str]:
    return {f"{PREFIX}CA_CERT": str(folder / "ca.crt"), f"{PREFIX}USERNAME": NAME, f"{PREFIX}PASSWORD": PASSWORD}


def use(cluster: Cluster) -> int:
    """Make indices when there are none, write a report, count."""
    with translated(cluster.where):
        init(cluster, QUICK)
    engine = ElasticsearchEngine(cluster)
    engine.write([incoming(make_document("a"))])
    count = engine.count()
    engine.close()
    return count


def test_with_a_password_and_with_an_api_key(server: Server, environment: dict[str, str], folder: Path) -> None:
    where = f"{server.url}/secure"
    assert use(connect(where, environment)) == 1
    cluster = connect(where, environment)
    key = cluster.client.security.create_api_key(name="k", expiration="1h")["encoded"]
    with_key = {f"{PREFIX}CA_CERT": str(folder / "ca.crt"), f"{PREFIX}API_KEY": key}
    assert use(connect(where, with_key)) == 1
    assert PASSWORD not in repr(status(cluster))


def test_the_least_rights_that_docs_name_are_enough(server: Server, environment: dict[str, str], folder: Path) -> None:
    where = f"{server.url}/least"
    cluster = connect(where, environment)
    init(cluster, QUICK)
    writer = {
        "cluster": [],
        "indices": [{"names": ["least-*"], "privileges": ["read", "write", "maintenance", "view_index_metadata"]}],
    }
    reader = {"cluster": [], "indices": [{"names": ["least-*"], "privileges": ["read", "view_index_metadata"]}]}
    watcher = {
        "cluster": [],
        "indices": [{"names": ["least-*"], "privileges": ["read", "view_index_metadata", "monitor", "maintenance"]}],
    }
    maker = {"cluster": [], "indices": [{"names": ["least-*"], "privileges": ["all"]}]}
    may_put_off = [*writer["indices"][0]["privileges"], "manage"]
    loader = {"cluster": [], "indices": [{"names": ["least-*"], "privileges": may_put_off}]}
    roles = {"writer": writer, "loader": loader, "reader": reader, "late": reader, "watcher": watcher, "maker": maker}
    keys = {
        name: cluster.client.security.create_api_key(name=name, role_descriptors={name: role}, expiration="1h")["encoded"]
        for name, role in roles.items()
    }
    opened = {
        name: ElasticsearchEngine(connect(where, {f"{PREFIX}CA_CERT": str(folder / "ca.crt"), f"{PREFIX}API_KEY": key}))
        for name, key in keys.items()
    }
    assert len(opened["writer"].write([incoming(make_document(f"d{n}")) for n in range(600)])) == 600
    opened["writer"].close()
    assert opened["reader"].count() == 600
    with pytest.raises(EngineUnavailable, match="needs more rights") as caught:
        opened["reader"].write([incoming(make_document("x"))])
    assert keys["reader"] not in str(caught.value)
    settings = {"index.refresh_interval": "-1"}
    cluster.client.indices.put_settings(index=cluster.name("reports"), settings=settings)
    assert opened["loader"].write([incoming(make_document("x", title="三审三校"))])[0].outcome is Outcome.INDEXED
    assert opened["late"].search(Query()).total == 600  # begins to read while it is loaded, and may not refresh
    opened["loader"].close()
    assert opened["late"].search(Query(Phrase("三审三校"), facets=("year",))).total == 1
    assert refresh_interval(cluster) == "1s"
    assert status(opened["watcher"].cluster).ledger == {"indexed": 601}
    assert migrate(opened["maker"].cluster, QUICK, again=True) is not None
    for engine in opened.values():
        engine.close()


@pytest.mark.parametrize("whose", ["node.crt", "ca.crt"])
def test_by_a_fingerprint(server: Server, environment: dict[str, str], folder: Path, whose: str) -> None:
    pinned = fingerprint(folder / whose)
    pinned = ":".join(pinned[at : at + 2] for at in range(0, 64, 2))  # as openssl prints it
    by_fingerprint = {**environment, f"{PREFIX}CA_FINGERPRINT": pinned}
    del by_fingerprint[f"{PREFIX}CA_CERT"]
    assert use(connect(f"{server.url}/finger", by_fingerprint)) == 1
    wrong = {**by_fingerprint, f"{PREFIX}CA_FINGERPRINT": "0" * 64}
    with pytest.raises(EngineUnavailable, match=r"is not trusted.*CA_CERT"):
        use(connect(f"{server.url}/finger", wrong))


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"PASSWORD": "wrong-password"}, "does not know us"),
        ({"USERNAME": "", "PASSWORD": "", "API_KEY": "d3JvbmdfaWQ6d3Jvbmdfa2V5"}, "does not know us"),
        ({"USERNAME": "", "PASSWORD": ""}, r"does not know us.*API_KEY"),
        ({"CA_CERT": ""}, "is not trusted"),
        ({"CA_CERT": "stranger/ca.crt"}, "is not trusted"),
    ],
)
def test_the_wrong_ones(server: Server, environment: dict[str, str], folder: Path, change: dict[str, str], sentence: str) -> None:
    for name, value in change.items():
        environment[PREFIX + name] = str(folder / value) if name == "CA_CERT" and value else value
    with pytest.raises(EngineUnavailable, match=sentence) as caught:
        use(connect(f"{server.url}/wrong", environment))
    for secret in (PASSWORD, "wrong-password", "d3JvbmdfaWQ6d3Jvbmdfa2V5"):
        assert secret not in str(caught.value)


def test_http_where_https_is_spoken(server: Server) -> None:
    with pytest.raises(EngineUnavailable, match=r"broke off|is no Elasticsearch"):
        use(connect(server.url.replace("https", "http") + "/x", {}))


@pytest.mark.parametrize(
    ("where", "settings", "sentence"),
    [
        ("http://search.example.org:9200/g", {"API_KEY": "k"}, r"unencrypted to search\.example\.org: use https"),
        ("http://search.example.org:9200/g", {"USERNAME": "u", "PASSWORD": "secret-word"}, "unencrypted"),
        ("http://user:secret-word@localhost:9200/g", {}, "seen by others"),
        ("http://localhost:9200/g", {"USERNAME": "u"}, "belong together"),
        ("https://localhost:9200/g", {"CA_CERT": "/nowhere"}, "names no file"),
        ("https://localhost:9200/g", {"CA_FINGERPRINT": "xyz"}, "no SHA-256 fingerprint"),
        ("http://localhost:9200/g", {"TIMEOUT": "soon"}, "no number of seconds"),
        ("http://localhost:9200/Große", {}, "small letters"),
        ("http://localhost:port/g", {}, "cannot be read"),
        ("http:///g", {}, "cannot be read"),
        ("http://localhost:9200/g?x=1", {}, "cannot be read"),
    ],
)
def test_what_cannot_be_is_refused_before_anything_is_sent(where: str, settings: dict[str, str], sentence: str) -> None:
    with pytest.raises(EngineUnavailable, match=sentence) as caught:
        connect(where, {PREFIX + name: value for name, value in settings.items()})
    assert "secret-word" not in str(caught.value)


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "[::1]"])
def test_on_this_machine_a_password_may_travel_in_the_clear(host: str) -> None:
    cluster = connect(f"http://{host}:9200/g", {f"{PREFIX}USERNAME": "u", f"{PREFIX}PASSWORD": "p"})
    assert cluster.name("reports") == "g-reports"
