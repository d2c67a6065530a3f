"""What `gongkai kibana` says to Kibana, and what it says to the user when Kibana says no."""

from __future__ import annotations

import hashlib
import json
import re
import ssl
import subprocess
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from command_line import answer, lines, run
from kibana_server import FakeKibana, running

from gongkai.mappings.kibana import saved_objects, to_ndjson
from gongkai.mappings.kibana_names import Names
from gongkai.search.kibana_connection import connect_kibana

EVERYTHING = {(each["type"], each["id"]) for each in saved_objects(Names())}
QUIET = {"GONGKAI_KIBANA_URL": None, **{f"GONGKAI_ELASTICSEARCH_{name}": None for name in ("API_KEY", "USERNAME", "PASSWORD")}}


@pytest.fixture
def kibana() -> Iterator[FakeKibana]:
    with running() as server:
        yield server


def install(kibana: FakeKibana, *options: str, status: int = 0, **environment: str) -> Any:
    return answer("kibana", "install", "--kibana", kibana.url, *options, status=status, **{**QUIET, **environment})


def refusal(kibana: FakeKibana, *options: str, verb: str = "install", **environment: str) -> str:
    """Return the one line that the user sees."""
    result = run("kibana", verb, "--kibana", kibana.url, *options, status=2, **{**QUIET, **environment})
    (line,) = result.stderr.splitlines()
    return line


def changes(said: dict[str, Any]) -> Counter[str]:
    return Counter(each["change"] for each in said["objects"])


# -- installing -----------------------------------------------------------------------------------------
def test_everything_is_created_then_kept(kibana: FakeKibana) -> None:
    assert changes(install(kibana)) == {"created": len(EVERYTHING)}
    assert kibana.ids() == EVERYTHING
    held = json.dumps(sorted(kibana.objects.items()), ensure_ascii=False)
    assert changes(install(kibana)) == {"kept": len(EVERYTHING)}
    assert json.dumps(sorted(kibana.objects.items()), ensure_ascii=False) == held


def test_what_differs_is_updated(kibana: FakeKibana) -> None:
    install(kibana)
    lens = kibana.objects["default", "lens", "gongkai-lens-by-year"]
    lens["attributes"]["description"] = "an older one 〔gongkai 00000000〕"
    del kibana.objects["default", "search", "gongkai-search-reports"]
    kibana.objects["default", "index-pattern", "gongkai-view-reports"]["spec"] = {
        **kibana.objects["default", "index-pattern", "gongkai-view-reports"]["spec"],
        "title": "elsewhere",
    }
    said = install(kibana)
    assert changes(said) == {"kept": len(EVERYTHING) - 3, "updated": 2, "created": 1}
    assert changes(install(kibana)) == {"kept": len(EVERYTHING)}


def test_changes_of_users_stay_unless_forced(kibana: FakeKibana) -> None:
    install(kibana)
    lens = kibana.objects["default", "lens", "gongkai-lens-by-year"]
    lens["attributes"]["title"] = "mine"
    install(kibana)
    assert kibana.objects["default", "lens", "gongkai-lens-by-year"]["attributes"]["title"] == "mine"
    assert changes(install(kibana, "--force")) == {"updated": len(EVERYTHING)}
    assert kibana.objects["default", "lens", "gongkai-lens-by-year"]["attributes"]["title"] != "mine"


def test_a_dry_run_changes_nothing(kibana: FakeKibana) -> None:
    assert changes(install(kibana, "--dry-run", "--space", "team")) == {"created": len(EVERYTHING) + 1}
    assert kibana.ids() == set()
    assert "team" not in kibana.spaces
    assert {(each.method, each.path.rpartition("/")[2]) for each in kibana.exchanges} <= {("GET", "status"), ("GET", "team")}


def test_a_space_of_its_own(kibana: FakeKibana) -> None:
    said = install(kibana, "--space", "team")
    assert said["objects"][0] == {"change": "created", "type": "space", "id": "team", "title": "政府信息公开年报"}
    assert kibana.ids() == set()
    assert kibana.ids("team") == {
        *((each["type"], each["id"]) for each in saved_objects(Names(space="team"))),
        ("config", "8.19.4"),
    }
    assert changes(install(kibana, "--space", "team")) == {"kept": len(EVERYTHING) + 1}


def test_the_prefix_of_the_index_is_the_prefix_of_the_objects(kibana: FakeKibana) -> None:
    install(kibana, "--index", "http://localhost:9200/second")
    install(kibana)
    assert kibana.ids() == EVERYTHING | {(each["type"], each["id"]) for each in saved_objects(Names("second"))}
    assert kibana.objects["default", "index-pattern", "gongkai-second-view-reports"]["spec"]["title"] == "second-reports"


# -- uninstalling ---------------------------------------------------------------------------------------
def test_uninstall_removes_what_install_made_and_nothing_else(kibana: FakeKibana) -> None:
    other = {"type": "dashboard", "id": "theirs", "attributes": {"title": "theirs"}, "references": []}
    kibana.objects["default", "dashboard", "theirs"] = other
    install(kibana)
    run("kibana", "uninstall", "--kibana", kibana.url, "--dry-run", **QUIET)
    assert kibana.ids() == EVERYTHING | {("dashboard", "theirs")}
    said = answer("kibana", "uninstall", "--kibana", kibana.url, **QUIET)
    assert changes(said) == {"removed": len(EVERYTHING)}
    assert kibana.objects == {("default", "dashboard", "theirs"): other}
    assert changes(answer("kibana", "uninstall", "--kibana", kibana.url, **QUIET)) == {"absent": len(EVERYTHING)}


def test_a_space_that_we_made_goes_when_it_is_empty(kibana: FakeKibana) -> None:
    install(kibana, "--space", "team")
    said = answer("kibana", "uninstall", "--kibana", kibana.url, "--space", "team", **QUIET)
    assert said["removed"] == len(EVERYTHING) + 1
    assert set(kibana.spaces) == {"default"}
    again = answer("kibana", "uninstall", "--kibana", kibana.url, "--space", "team", **QUIET)
    assert changes(again) == {"absent": 1}


def test_a_space_with_something_else_in_it_stays(kibana: FakeKibana) -> None:
    install(kibana, "--space", "team")
    kibana.objects["team", "dashboard", "theirs"] = {"type": "dashboard", "id": "theirs", "attributes": {}, "references": []}
    answer("kibana", "uninstall", "--kibana", kibana.url, "--space", "team", **QUIET)
    assert kibana.ids("team") == {("dashboard", "theirs"), ("config", "8.19.4")}


def test_a_space_of_others_stays(kibana: FakeKibana) -> None:
    kibana.spaces["team"] = {"id": "team", "name": "Team"}
    assert install(kibana, "--space", "team")["objects"][0]["change"] == "kept"
    answer("kibana", "uninstall", "--kibana", kibana.url, "--space", "team", **QUIET)
    assert "team" in kibana.spaces


# -- the traffic, beside recorded exchanges with Kibana 8.18 and 9.0 ---------------------------------------
def test_an_import_is_said_as_it_was_recorded(kibana: FakeKibana) -> None:
    install(kibana)
    (said,) = [each for each in kibana.exchanges if each.path.endswith("_import")]
    headers = {name.lower(): value for name, value in said.headers.items()}
    boundary = re.fullmatch(r"multipart/form-data; boundary=(\S+)", headers["content-type"])
    assert boundary
    start = (
        f"--{boundary[1]}\r\n"
        'Content-Disposition: form-data; name="file"; filename="file.ndjson"\r\n'
        "Content-Type: application/octet-stream\r\n\r\n"
    )
    assert said.body.startswith(start.encode())
    assert said.body.endswith(f"\n\r\n--{boundary[1]}--\r\n".encode())
    assert (said.method, said.path, headers["kbn-xsrf"] != "") == ("POST", "/api/saved_objects/_import", True)
    assert said.query == {"overwrite": ["true"]}
    assert headers["content-length"] == str(len(said.body))


def test_an_export_is_asked_for_as_it_was_recorded(kibana: FakeKibana) -> None:
    install(kibana)
    install(kibana)
    said = [each for each in kibana.exchanges if each.path.endswith("_export")][-1]
    body = json.loads(said.body)
    assert set(body) == {"excludeExportDetails", "includeReferencesDeep", "objects"}
    assert body["objects"][0].keys() == {"id", "type"}
    assert said.headers["Content-Type"] == "application/json"


def test_an_object_is_removed_as_it_was_recorded(kibana: FakeKibana) -> None:
    install(kibana)
    answer("kibana", "uninstall", "--kibana", kibana.url, **QUIET)
    assert ("DELETE", "/api/saved_objects/dashboard/gongkai-dashboard-overview", b"") in {
        (each.method, each.path, each.body) for each in kibana.exchanges
    }


def test_each_request_that_writes_has_the_header_against_forgery(kibana: FakeKibana) -> None:
    install(kibana, "--space", "team")
    answer("kibana", "uninstall", "--kibana", kibana.url, "--space", "team", **QUIET)
    assert {each.status for each in kibana.exchanges} <= {200, 204, 400, 404}
    assert all("kbn-xsrf" in {name.lower() for name in each.headers} for each in kibana.exchanges)


def test_the_server_of_the_tests_refuses_what_kibana_refuses(kibana: FakeKibana) -> None:
    """Each refusal that the client could cause by a mistake of its own."""
    us = connect_kibana(kibana.url, environment={})
    objects = saved_objects(Names())
    file = to_ndjson(objects).encode()
    form = b'--b\r\nContent-Disposition: form-data; name="%s"; filename="%s"\r\n\r\n%s\r\n--b--\r\n'
    kind = "multipart/form-data; boundary=b"
    path = "/api/saved_objects/_import"
    assert us.call("POST", path, (kind, form % (b"file", b"file.ndjson", file))).body["success"]
    assert us.call("POST", path, (kind, form % (b"upload", b"file.ndjson", file))).status == 400
    assert us.call("POST", path, (kind, form % (b"file", b"file.json", file))).status == 400
    assert us.call("POST", path, {"file": "x"}).status == 415
    again = us.call("POST", path, (kind, form % (b"file", b"file.ndjson", file))).body
    assert {error["error"]["type"] for error in again["errors"]} == {"conflict"}
    strange = to_ndjson([{**objects[-1], "type": "map", "id": "m"}]).encode()
    (error,) = us.call("POST", path, (kind, form % (b"file", b"file.ndjson", strange))).body["errors"]
    assert error["error"] == {"type": "unsupported_type"}
    newer = to_ndjson([{**objects[-1], "typeMigrationVersion": "99.0.0"}]).encode()
    assert us.call("POST", path, (kind, form % (b"file", b"file.ndjson", newer))).status == 422
    headless = type(us)(us.where, headers={"kbn-xsrf": ""})
    assert headless.call("POST", path, (kind, file)).status == 400
    assert us.call("POST", "/api/data_views/data_view", {"data_view": {"fields": {}, "fieldAttrs": {}}}).status == 400


# -- refusals -------------------------------------------------------------------------------------------
def test_who_we_are(kibana: FakeKibana) -> None:
    kibana.user, kibana.api_key = ("elastic", "secret"), "c2VjcmV0"
    assert "does not know us" in refusal(kibana)
    wrong = refusal(kibana, GONGKAI_KIBANA_USERNAME="elastic", GONGKAI_KIBANA_PASSWORD="wrong-one")
    assert "does not know us" in wrong
    assert "wrong-one" not in wrong
    assert "belong together" in refusal(kibana, GONGKAI_KIBANA_USERNAME="elastic")
    user = {"GONGKAI_ELASTICSEARCH_USERNAME": "elastic", "GONGKAI_ELASTICSEARCH_PASSWORD": "secret"}
    assert changes(install(kibana, **user)) == {"created": len(EVERYTHING)}
    both = {**user, "GONGKAI_KIBANA_API_KEY": "d3Jvbmc="}
    assert "does not know us" in refusal(kibana, **both)
    assert changes(install(kibana, GONGKAI_KIBANA_API_KEY="c2VjcmV0")) == {"kept": len(EVERYTHING)}


@pytest.mark.parametrize(
    ("end", "status", "words"),
    [
        ("_import", 403, "We may not do this"),
        ("_import", 409, "something else of that name or id"),
        ("_import", 413, "savedObjects.maxImportPayloadBytes"),
        ("_import", 422, "too old for these objects"),
        ("_import", 500, r"refused \(500\): Forced by the test"),
        ("data_view", 403, "We may not do this"),
        ("_export", 404, "check the base path"),
        ("status", 503, "not ready yet"),
        ("status", 302, "check the base path"),
        ("_import", 503, "overloaded or not ready"),
    ],
)
def test_a_refusal_says_what_to_do(kibana: FakeKibana, end: str, status: int, words: str) -> None:
    kibana.forced[end] = status
    assert re.search(words, refusal(kibana))


def test_a_wrong_base_path() -> None:
    with running(FakeKibana(base="/kibana")) as kibana:
        install(kibana)
        kibana.url = kibana.url.removesuffix("/kibana")
        assert "check the base path" in refusal(kibana)


def test_a_newer_shape_than_kibana_knows(kibana: FakeKibana) -> None:
    kibana.known["lens"] = "8.6.0"
    said = refusal(kibana)
    assert "upgrade Kibana" in said
    assert "more recent version" in said


def test_a_type_that_kibana_does_not_take(kibana: FakeKibana) -> None:
    del kibana.known["visualization"]
    assert "does not take objects of type visualization" in refusal(kibana)


def test_a_data_view_of_others_with_our_name(kibana: FakeKibana) -> None:
    spec = {"id": "theirs", "name": "政府信息公开年报·报告", "title": "x"}
    kibana.objects["default", "index-pattern", "theirs"] = {"spec": spec, "type": "index-pattern", "id": "theirs"}
    assert "something else of that name" in refusal(kibana)
    assert kibana.ids() == {("index-pattern", "theirs")}


def test_a_version_before_8_19(kibana: FakeKibana) -> None:
    kibana.version = "8.18.1"
    assert "is 8.18.1: version 8.19 or later" in refusal(kibana)


@pytest.mark.parametrize("version", ["8.19.0", "9.0.1", "9.4.2"])
def test_versions_that_are_taken(version: str) -> None:
    with running(FakeKibana(version=version)) as kibana:
        assert changes(install(kibana)) == {"created": len(EVERYTHING)}


def test_no_answer_in_time(kibana: FakeKibana) -> None:
    kibana.delay = 0.5
    assert "did not answer in time" in refusal(kibana, GONGKAI_KIBANA_TIMEOUT="0.1")


def test_nothing_there() -> None:
    with running() as kibana:
        pass
    assert "Nothing answers at" in refusal(kibana)


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("http://elastic:secret@localhost:5601", "would be seen by others"),
        ("localhost:5601", "cannot be read"),
        ("ftp://localhost", "cannot be read"),
        ("http://localhost:99999", "cannot be read"),
        ("http://kibana.example:5601", "would travel unencrypted"),
    ],
)
def test_an_address_that_cannot_be_used(url: str, words: str) -> None:
    result = run("kibana", "install", "--kibana", url, status=2, **{**QUIET, "GONGKAI_KIBANA_API_KEY": "abc"})
    assert words in result.stderr
    assert "secret" not in result.stderr


def test_where_is_kibana() -> None:
    assert "GONGKAI_KIBANA_URL" in run("kibana", "install", status=2, **QUIET).stderr


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate of our own for this machine, and its key, in one file."""
    folder = tmp_path_factory.mktemp("certificate")
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost"]
    command += ["-addext", "subjectAltName=IP:127.0.0.1", "-keyout", str(folder / "key"), "-out", str(folder / "cert")]
    subprocess.run(command, check=True, capture_output=True)
    both = folder / "both.pem"
    both.write_bytes((folder / "cert").read_bytes() + (folder / "key").read_bytes())
    return both


def test_an_encrypted_kibana(certificate: Path) -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    fingerprint = hashlib.sha256(ssl.PEM_cert_to_DER_cert(certificate.read_text().partition("-----BEGIN PRIVATE")[0])).hexdigest()
    with running(FakeKibana(user=("elastic", "secret")), context) as kibana:
        who = {"GONGKAI_KIBANA_USERNAME": "elastic", "GONGKAI_KIBANA_PASSWORD": "secret"}
        assert "is not trusted" in refusal(kibana, **who)
        assert "is not trusted" in refusal(kibana, GONGKAI_KIBANA_CA_FINGERPRINT="0" * 64, **who)
        assert "no SHA-256 fingerprint" in refusal(kibana, GONGKAI_KIBANA_CA_FINGERPRINT="0", **who)
        assert "names no file" in refusal(kibana, GONGKAI_KIBANA_CA_CERT="/nowhere", **who)
        assert not kibana.exchanges  # nothing was said to a server that is not trusted
        assert changes(install(kibana, GONGKAI_KIBANA_CA_CERT=str(certificate), **who)) == {"created": len(EVERYTHING)}
        assert changes(install(kibana, GONGKAI_KIBANA_CA_FINGERPRINT=fingerprint, **who)) == {"kept": len(EVERYTHING)}


# -- files ----------------------------------------------------------------------------------------------
def test_what_is_exported_is_what_was_made(tmp_path: Path) -> None:
    said = answer("kibana", "export", tmp_path / "out")
    assert lines((tmp_path / "out" / "gongkai.ndjson").read_text(encoding="utf-8")) == saved_objects(Names())
    for each in said:
        held = lines(Path(each["file"]).read_text(encoding="utf-8"))
        assert len(held) == each["objects"]
        assert {(saved["type"], saved["id"]) for saved in held} <= EVERYTHING
        assert ("index-pattern", "gongkai-view-reports") in {(saved["type"], saved["id"]) for saved in held}
    assert len(said) == 7


def test_a_file_can_be_imported_by_hand(kibana: FakeKibana, tmp_path: Path) -> None:
    run("kibana", "export", tmp_path)
    us = connect_kibana(kibana.url, environment={})
    for path in sorted(tmp_path.glob("*.ndjson")):
        kibana.objects.clear()
        file = path.read_bytes()
        form = b'--b\r\nContent-Disposition: form-data; name="file"; filename="%s"\r\n\r\n%s\r\n--b--\r\n'
        body = form % (path.name.encode(), file)
        said = us.call("POST", "/api/saved_objects/_import", ("multipart/form-data; boundary=b", body)).body
        assert said["success"], path.name
        assert said["successCount"] == len(file.splitlines())


def test_what_was_installed_comes_back(kibana: FakeKibana) -> None:
    """Proof that the export of a Kibana that changes nothing equals what was made."""
    install(kibana)
    us = connect_kibana(kibana.url, environment={})
    objects = [each for each in saved_objects(Names()) if each["type"] != "index-pattern"]
    body = {"objects": [{"type": each["type"], "id": each["id"]} for each in objects], "excludeExportDetails": True}
    assert lines(str(us.call("POST", "/api/saved_objects/_export", body).body)) == objects
