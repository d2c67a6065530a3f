"""Where is Kibana, who are we there, and what does it mean when it says no?

GONGKAI_KIBANA_URL names it (with a base path, if it has one). What must stay secret comes from the environment:
GONGKAI_KIBANA_API_KEY, or _USERNAME and _PASSWORD; _CA_CERT (a file) or _CA_FINGERPRINT, and _TIMEOUT (seconds). What
is not set is taken from GONGKAI_ELASTICSEARCH_…: both know the same users and keys. The fingerprint is not: it is that of
a certificate which Elasticsearch shows.
"""

from __future__ import annotations

import base64
import http.client
import json
import os
import ssl
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote, urlencode, urlsplit

from gongkai.errors import EngineUnavailable
from gongkai.search.pinned import PinnedContext
from gongkai.search.server_settings import ServerSettings

__all__ = ["Answer", "Kibana", "connect_kibana"]

_LARGEST = 64 << 20  # bytes of an answer that are read


@dataclass(frozen=True, slots=True)
class Answer:
    """What Kibana answered; `body` is what its JSON holds, or the text."""

    status: int
    body: Any


@dataclass(frozen=True, slots=True)
class Kibana:
    """One Kibana, seen from one space. `where` is what the user wrote; it holds nothing secret."""

    where: str
    space: str = ""
    headers: Mapping[str, str] = field(default_factory=dict, repr=False)
    timeout: float = 60.0
    context: ssl.SSLContext | None = None

    def call(
        self, method: str, path: str, body: object = None, *, query: Mapping[str, str] | None = None, in_space: bool = True
    ) -> Answer:
        """Ask, with a body as JSON, or as (type, bytes); EngineUnavailable when nothing that is a Kibana answers."""
        headers = {"kbn-xsrf": "gongkai", "Accept": "application/json", **self.headers}
        payload: bytes | None = None
        if isinstance(body, tuple):
            headers["Content-Type"], payload = body
        elif body is not None:
            headers["Content-Type"] = "application/json"
            payload = json.dumps(body, ensure_ascii=False).encode()
        parts = urlsplit(self.where)
        space = f"/s/{quote(self.space, safe='')}" if self.space and in_space else ""
        target = f"{parts.path.rstrip('/')}{space}{path}" + (f"?{urlencode(query)}" if query else "")
        return self._exchange(method, target, payload, headers)

    def _exchange(self, method: str, target: str, payload: bytes | None, headers: Mapping[str, str]) -> Answer:
        connection = self._connection()
        try:
            connection.request(method, target, payload, dict(headers))
            answer = connection.getresponse()
            return Answer(answer.status, _decoded(answer.read(_LARGEST), answer.getheader("Content-Type") or ""))
        except (OSError, http.client.HTTPException) as error:
            raise _explained(error, self.where) from error
        finally:
            connection.close()

    def _connection(self) -> http.client.HTTPConnection:
        parts = urlsplit(self.where)
        host = str(parts.hostname)
        if parts.scheme == "https":
            return http.client.HTTPSConnection(host, parts.port or 443, timeout=self.timeout, context=self.context)
        return http.client.HTTPConnection(host, parts.port or 80, timeout=self.timeout)


def connect_kibana(where: str, space: str = "", environment: Mapping[str, str] = os.environ) -> Kibana:
    """Return the Kibana at the address; no request is made yet.

    EngineUnavailable when the address or the environment says something that cannot be, or when a password
    would travel unencrypted.
    """
    where = where.rstrip("/")
    host = _host(where)
    settings = ServerSettings("GONGKAI_KIBANA_", _given(environment))
    is_encrypted = where.startswith("https:")
    user = settings.user(host, is_encrypted=is_encrypted)
    headers = {"Authorization": f"ApiKey {user.api_key}"} if user.api_key else {}
    if user.name:
        headers = {"Authorization": f"Basic {base64.b64encode(f'{user.name}:{user.password}'.encode()).decode()}"}
    return Kibana(where, space, headers, settings.timeout, _trust(settings) if is_encrypted else None)


def _host(where: str) -> str:
    parts = urlsplit(where)
    try:
        is_right = parts.port != 0
    except ValueError:
        is_right = False
    if parts.username is not None or parts.password is not None:
        raise EngineUnavailable("A password in the address would be seen by others: set GONGKAI_KIBANA_USERNAME and _PASSWORD.")
    if parts.scheme not in ("http", "https") or not parts.hostname or not is_right or parts.query or parts.fragment:
        raise EngineUnavailable("This address of Kibana cannot be read: write http://host:5601, and its base path if it has one.")
    return parts.hostname


def _given(environment: Mapping[str, str]) -> dict[str, str]:
    """Return what is set for Kibana; credentials are taken together, from one of the two."""
    found: dict[str, str] = {}
    for names in (("API_KEY", "USERNAME", "PASSWORD"), ("CA_CERT", "CA_FINGERPRINT"), ("TIMEOUT",)):
        given = _named(environment, "GONGKAI_KIBANA_", names)
        found |= given or _named(environment, "GONGKAI_ELASTICSEARCH_", [name for name in names if name != "CA_FINGERPRINT"])
    return found


def _named(environment: Mapping[str, str], prefix: str, names: Iterable[str]) -> dict[str, str]:
    return {name: environment[prefix + name] for name in names if environment.get(prefix + name)}


def _trust(settings: ServerSettings) -> ssl.SSLContext:
    certificate = settings.ca_file
    if (fingerprint := settings.fingerprint) is not None:
        return PinnedContext(fingerprint)
    try:
        return ssl.create_default_context(cafile=certificate)
    except ssl.SSLError as error:
        raise EngineUnavailable("GONGKAI_KIBANA_CA_CERT holds no certificate: give one in PEM form.") from error


def _decoded(raw: bytes, kind: str) -> Any:
    text = raw.decode("utf-8", "replace")
    if "ndjson" in kind:
        return text
    try:
        return json.loads(text)
    except json.JSONDecodeError:
        return text


def _explained(error: Exception, where: str) -> EngineUnavailable:
    if isinstance(error, TimeoutError):
        return EngineUnavailable(f"{where} did not answer in time: try again, or set GONGKAI_KIBANA_TIMEOUT higher.")
    if isinstance(error, ssl.SSLCertVerificationError):
        return EngineUnavailable(f"The certificate of {where} is not trusted: set GONGKAI_KIBANA_CA_CERT or _CA_FINGERPRINT.")
    if isinstance(error, ssl.SSLError):
        return EngineUnavailable(f"{where} does not speak https: write http://.")
    if isinstance(error, http.client.HTTPException | ConnectionResetError):
        return EngineUnavailable(f"{where} broke off the connection: is it https, is it going down?")
    return EngineUnavailable(f"Nothing answers at {where}: start Kibana there, or name another --kibana.")
