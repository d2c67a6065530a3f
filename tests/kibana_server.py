"""A Kibana for the tests: a local server that answers the requests we make and refuses what Kibana refuses.

Its answers have the shapes recorded from Kibana 8.18 and 9.0 by Elastic's own package tests (status, import, export,
removal of an object) and documented for the rest (spaces, data views). It is no Kibana: it draws nothing and brings no
object into a newer shape.
"""

from __future__ import annotations

import base64
import email
import email.policy
import json
import re
import ssl
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

__all__ = ["Exchange", "FakeKibana", "running"]

# type → the newest version that Kibana 8.19 knows
KNOWN = {"index-pattern": "8.0.0", "search": "10.5.0", "lens": "8.9.0", "visualization": "8.5.0", "dashboard": "10.3.0"}
ICONS = {"dashboard": "dashboardApp", "lens": "lensApp", "search": "discoverApp"}

Json = dict[str, Any]


@dataclass(frozen=True)
class Exchange:
    """One request and the status of its answer."""

    method: str
    path: str
    query: Mapping[str, list[str]]
    headers: Mapping[str, str]
    body: bytes
    status: int


@dataclass
class FakeKibana:
    """What it holds, how it behaves, and what was said."""

    version: str = "8.19.4"
    base: str = ""
    user: tuple[str, str] | None = None
    api_key: str | None = None
    spaces: dict[str, Json] = field(default_factory=lambda: {"default": {"id": "default", "name": "Default"}})
    objects: dict[tuple[str, str, str], Json] = field(default_factory=dict)  # (space, type, id)
    known: dict[str, str] = field(default_factory=lambda: dict(KNOWN))
    forced: dict[str, int] = field(default_factory=dict)  # end of a path → status to answer with
    delay: float = 0
    exchanges: list[Exchange] = field(default_factory=list)
    url: str = ""

    def ids(self, space: str = "default") -> set[tuple[str, str]]:
        return {(kind, key) for held, kind, key in self.objects if held == space}


@contextmanager
def running(kibana: FakeKibana | None = None, context: ssl.SSLContext | None = None) -> Iterator[FakeKibana]:
    """Run it on a free port of this machine."""
    kibana = kibana or FakeKibana()
    server = _Server(("127.0.0.1", 0), _handler(kibana))
    if context is not None:
        server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    kibana.url = f"{'https' if context else 'http'}://127.0.0.1:{server.server_address[1]}{kibana.base}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield kibana
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class _Server(ThreadingHTTPServer):
    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of clients that go away, as those do that do not trust our certificate."""


class _RefusedError(Exception):
    def __init__(self, status: int, message: str, **more: Any) -> None:
        super().__init__(message)
        self.status, self.more = status, more


def _handler(kibana: FakeKibana) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

        def _serve(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            time.sleep(kibana.delay)
            try:
                status, answer = _answer(kibana, self.command, self.path, self.headers, body)
            except _RefusedError as refused:
                status = refused.status
                answer = {"statusCode": status, "error": "Refused", "message": str(refused), **refused.more}
            parts = urlsplit(self.path)
            said = Exchange(self.command, parts.path, parse_qs(parts.query), dict(self.headers), body, status)
            kibana.exchanges.append(said)
            raw = answer.encode() if isinstance(answer, str) else json.dumps(answer).encode()
            self.send_response(status)
            is_lines = isinstance(answer, str) and parts.path.endswith("_export")
            self.send_header("Content-Type", "application/ndjson" if is_lines else "application/json; charset=utf-8")
            self.send_header("kbn-name", "kibana")
            self.send_header("Content-Length", str(len(raw)))
            self.end_headers()
            self.wfile.write(raw)

        do_GET = do_POST = do_PUT = do_DELETE = _serve  # noqa: N815

    return Handler


def _answer(kibana: FakeKibana, method: str, target: str, headers: Any, body: bytes) -> tuple[int, Any]:
    path = urlsplit(target).path
    for end, status in kibana.forced.items():
        if path.endswith(end):
            raise _RefusedError(status, "Forced by the test")
    if kibana.base and not path.startswith(kibana.base + "/"):
        raise _RefusedError(404, "Not Found")
    path = path.removeprefix(kibana.base)
    _authenticate(kibana, headers)
    if method != "GET" and not headers.get("kbn-xsrf"):
        raise _RefusedError(400, "Request must contain a kbn-xsrf header.")
    match = re.match(r"/s/([^/]+)(/.*)", path)
    space, path = (match[1], match[2]) if match else ("default", path)
    if space not in kibana.spaces:
        raise _RefusedError(404, "Not Found")
    for kind, pattern, serve in _ROUTES:
        found = re.fullmatch(pattern, path)
        if found and kind == method:
            names = [unquote(part) for part in found.groups()]
            return serve(kibana, space, names, parse_qs(urlsplit(target).query), headers, body)
    raise _RefusedError(404, "Not Found")


def _authenticate(kibana: FakeKibana, headers: Any) -> None:
    given = headers.get("Authorization")
    allowed = set()
    if kibana.user:
        allowed.add("Basic " + base64.b64encode(":".join(kibana.user).encode()).decode())
    if kibana.api_key:
        allowed.add(f"ApiKey {kibana.api_key}")
    if allowed and given not in allowed:
        raise _RefusedError(401, "[security_exception]: unable to authenticate")


def _status(kibana: FakeKibana, *_: Any) -> tuple[int, Any]:
    overall = {"level": "available", "summary": "All services and plugins are available"}
    return 200, {"name": "kibana", "version": {"number": kibana.version, "build_snapshot": False}, "status": {"overall": overall}}


def _space(kibana: FakeKibana, _: str, names: list[str], *__: Any) -> tuple[int, Any]:
    if names[0] not in kibana.spaces:
        raise _RefusedError(404, "Not Found")
    return 200, kibana.spaces[names[0]]


def _new_space(kibana: FakeKibana, _: str, __: Any, ___: Any, headers: Any, body: bytes) -> tuple[int, Any]:
    asked = _json(headers, body)
    if asked["id"] in kibana.spaces:
        raise _RefusedError(409, "A space with that identifier already exists.")
    kibana.spaces[asked["id"]] = asked
    kibana.objects[asked["id"], "config", kibana.version] = {
        "type": "config",
        "id": kibana.version,
        "attributes": {},
        "references": [],
    }
    return 200, asked


def _no_space(kibana: FakeKibana, _: str, names: list[str], *__: Any) -> tuple[int, Any]:
    if kibana.spaces.pop(names[0], None) is None:
        raise _RefusedError(404, "Not Found")
    for place in [place for place in kibana.objects if place[0] == names[0]]:
        del kibana.objects[place]
    return 204, ""


def _view(kibana: FakeKibana, space: str, names: list[str], *_: Any) -> tuple[int, Any]:
    saved = kibana.objects.get((space, "index-pattern", names[0]))
    if saved is None:
        raise _RefusedError(404, f"Saved object [index-pattern/{names[0]}] not found")
    return 200, {"data_view": saved["spec"]}


def _new_view(kibana: FakeKibana, space: str, _: Any, __: Any, headers: Any, body: bytes) -> tuple[int, Any]:
    asked = _json(headers, body)
    spec, unknown = asked["data_view"], set(asked["data_view"]) - VIEW_KEYS
    if unknown:
        raise _RefusedError(400, f"[request body.data_view.{unknown.pop()}]: definition for this key is missing")
    for attributes in spec["fieldAttrs"].values():
        if len(attributes.get("customDescription", "")) > 300:
            raise _RefusedError(400, "[request body.data_view.fieldAttrs]: customDescription is too long")
    for (held, kind, key), saved in list(kibana.objects.items()):
        if held == space and kind == "index-pattern" and saved["spec"]["name"] == spec["name"]:
            if not asked.get("override"):
                raise _RefusedError(400, f"Duplicate data view: {spec['name']}")
            del kibana.objects[held, kind, key]
    if not asked.get("override") and any(place[1:] == ("index-pattern", spec["id"]) for place in kibana.objects):
        raise _RefusedError(409, f"Saved object [index-pattern/{spec['id']}] conflict")
    saved = {"type": "index-pattern", "id": spec["id"], "attributes": {"title": spec["title"]}, "references": [], "spec": spec}
    kibana.objects[space, "index-pattern", spec["id"]] = saved
    return 200, {"data_view": spec}


VIEW_KEYS = {
    "id",
    "title",
    "name",
    "fieldFormats",
    "fieldAttrs",
    "allowNoIndex",
    "timeFieldName",
    "runtimeFieldMap",
    "sourceFilters",
}


def _no_view(kibana: FakeKibana, space: str, names: list[str], *_: Any) -> tuple[int, Any]:
    if kibana.objects.pop((space, "index-pattern", names[0]), None) is None:
        raise _RefusedError(404, f"Saved object [index-pattern/{names[0]}] not found")
    return 200, ""


def _import(kibana: FakeKibana, space: str, _: Any, query: Mapping[str, list[str]], headers: Any, body: bytes) -> tuple[int, Any]:
    objects = [json.loads(line) for line in _uploaded(headers, body).split("\n") if line]
    overwrite = query.get("overwrite") == ["true"]
    for each in objects:
        newest = kibana.known.get(each["type"])
        if newest and _parts(each.get("typeMigrationVersion", "0")) > _parts(newest):
            text = f'Document "{each["id"]}" belongs to a more recent version of Kibana [{each["typeMigrationVersion"]}]'
            raise _RefusedError(422, f"{text} when the last known version is [{newest}].")
    errors, results = [], []
    brought = {(each["type"], each["id"]) for each in objects}
    for each in objects:
        place = (space, each["type"], each["id"])
        error = _refusal(kibana, each, place, brought, overwrite=overwrite)
        if error:
            errors.append(
                {"type": each["type"], "id": each["id"], "meta": {"title": each["attributes"].get("title")}, "error": error}
            )
            continue
        meta = {"title": each["attributes"]["title"], "icon": ICONS.get(each["type"], "dataApp")}
        was_there = {"overwrite": True} if place in kibana.objects else {}
        results.append({"type": each["type"], "id": each["id"], "meta": meta, "managed": each.get("managed", False), **was_there})
        kibana.objects[place] = each
    answer = {"successCount": len(results), "success": not errors, "warnings": [], "successResults": results}
    return 200, answer | ({"errors": errors} if errors else {})


def _refusal(
    kibana: FakeKibana, saved: Json, place: tuple[str, str, str], brought: set[tuple[str, str]], *, overwrite: bool
) -> Json | None:
    if saved["type"] not in kibana.known:
        return {"type": "unsupported_type"}
    lost = [
        {"type": each["type"], "id": each["id"]}
        for each in saved["references"]
        if (each["type"], each["id"]) not in brought
        and (place[0], each["type"], each["id"]) not in kibana.objects
        and each["type"] in ("index-pattern", "search")  # what Kibana looks for
    ]
    if lost:
        return {"type": "missing_references", "references": lost}
    if place in kibana.objects and not overwrite:
        return {"type": "conflict"}
    return None


def _uploaded(headers: Any, body: bytes) -> str:
    kind = headers.get("Content-Type", "")
    if not kind.startswith("multipart/form-data; boundary="):
        raise _RefusedError(415, "Unsupported Media Type")
    message = email.message_from_bytes(b"Content-Type: " + kind.encode() + b"\r\n\r\n" + body, policy=email.policy.HTTP)
    parts = list(message.iter_parts()) if message.is_multipart() else []
    if len(parts) != 1 or parts[0].get_param("name", header="content-disposition") != "file":
        raise _RefusedError(400, "[request body.file]: expected value of type [Stream] but got [undefined]")
    if not str(parts[0].get_filename()).endswith(".ndjson"):
        raise _RefusedError(400, "Invalid file extension")
    if not body.endswith(b"--\r\n"):
        raise _RefusedError(400, "Invalid multipart payload format")
    return bytes(parts[0].get_payload(decode=True)).decode().rstrip("\r\n")


def _export(kibana: FakeKibana, space: str, _: Any, __: Any, headers: Any, body: bytes) -> tuple[int, Any]:
    asked = _json(headers, body)
    if ("type" in asked) == ("objects" in asked):
        raise _RefusedError(400, "Either `type` or `objects` are required.")
    if "type" in asked:
        found = [saved for (held, _kind, _key), saved in kibana.objects.items() if held == space]
        return 200, _lines(found)
    places = [(space, each["type"], each["id"]) for each in asked["objects"]]
    if missing := [place for place in places if place not in kibana.objects]:
        objects = [
            {
                "id": key,
                "type": kind,
                "error": {"statusCode": 404, "error": "Not Found", "message": f"Saved object [{kind}/{key}] not found"},
            }
            for _held, kind, key in missing
        ]
        raise _RefusedError(400, "Error fetching objects to export", attributes={"objects": objects})
    return 200, _lines([kibana.objects[place] for place in places])


def _lines(objects: list[Json]) -> str:
    return "\n".join(json.dumps({name: part for name, part in each.items() if name != "spec"}) for each in objects)


def _no_object(kibana: FakeKibana, space: str, names: list[str], *_: Any) -> tuple[int, Any]:
    if kibana.objects.pop((space, names[0], names[1]), None) is None:
        raise _RefusedError(404, f"Saved object [{names[0]}/{names[1]}] not found")
    return 200, {}


def _json(headers: Any, body: bytes) -> Any:
    if not headers.get("Content-Type", "").startswith("application/json"):
        raise _RefusedError(415, "Unsupported Media Type")
    return json.loads(body)


def _parts(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split("."))


_ROUTES = [
    ("GET", "/api/status", _status),
    ("GET", "/api/spaces/space/([^/]+)", _space),
    ("POST", "/api/spaces/space", _new_space),
    ("DELETE", "/api/spaces/space/([^/]+)", _no_space),
    ("GET", "/api/data_views/data_view/([^/]+)", _view),
    ("POST", "/api/data_views/data_view", _new_view),
    ("DELETE", "/api/data_views/data_view/([^/]+)", _no_view),
    ("POST", "/api/saved_objects/_import", _import),
    ("POST", "/api/saved_objects/_export", _export),
    ("DELETE", "/api/saved_objects/([^/]+)/([^/]+)", _no_object),
]
