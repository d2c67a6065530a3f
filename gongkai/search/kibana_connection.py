"""Where is Kibana, who are we there, and what does it mean when it says no?

GONGKAI_KIBANA_URL names it (with a base path, if it has one). What must stay secret comes from the environment:
GONGKAI_KIBANA_API_KEY, or _USERNAME and _PASSWORD; _CA_CERT (a file), _CA_FINGERPRINT and _TIMEOUT (seconds). What is
not set is taken from GONGKAI_ELASTICSEARCH_…: both know the same users and keys.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import http.client
import ipaddress
import json
import os
import re
import ssl
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode, urlsplit

from gongkai.errors import EngineUnavailable

__all__ = ["Answer", "Kibana", "connect_kibana"]

_TIMEOUT = 60.0
_LARGEST = 64 << 20  # bytes of an answer that are read
_FINGERPRINT = re.compile("[0-9a-f]{64}")


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
    timeout: float = _TIMEOUT
    context: ssl.SSLContext | None = None
    fingerprint: str | None = None

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
            connection.connect()
            self._check_certificate(connection)
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

    def _check_certificate(self, connection: http.client.HTTPConnection) -> None:
        """Compare the certificate with the fingerprint before anything secret is sent."""
        if self.fingerprint is None or not isinstance(connection.sock, ssl.SSLSocket):
            return
        shown = hashlib.sha256(connection.sock.getpeercert(binary_form=True) or b"").hexdigest()
        if not hmac.compare_digest(shown, self.fingerprint):
            raise ssl.SSLCertVerificationError("the certificate has another fingerprint")


def connect_kibana(where: str, space: str = "", environment: Mapping[str, str] = os.environ) -> Kibana:
    """Return the Kibana at the address; no request is made yet.

    EngineUnavailable when the address or the environment says something that cannot be, or when a password
    would travel unencrypted.
    """
    where = where.rstrip("/")
    host = _host(where)
    settings = _settings(environment)
    headers = _credentials(settings)
    is_encrypted = where.startswith("https:")
    if headers and not is_encrypted and not _is_loopback(host):
        raise EngineUnavailable(f"The password or API key would travel unencrypted to {host}: use https://.")
    context, fingerprint = _trust(settings) if is_encrypted else (None, None)
    return Kibana(where, space, headers, _timeout(settings), context, fingerprint)


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


def _settings(environment: Mapping[str, str]) -> dict[str, str]:
    """Return what is set for Kibana; credentials are taken together, from one of the two."""
    found: dict[str, str] = {}
    for names in (("API_KEY", "USERNAME", "PASSWORD"), ("CA_CERT", "CA_FINGERPRINT"), ("TIMEOUT",)):
        for prefix in ("GONGKAI_KIBANA_", "GONGKAI_ELASTICSEARCH_"):
            given = {name: environment[prefix + name] for name in names if environment.get(prefix + name)}
            if given:
                found |= given
                break
    return found


def _credentials(settings: Mapping[str, str]) -> dict[str, str]:
    if key := settings.get("API_KEY"):
        return {"Authorization": f"ApiKey {key}"}
    user, password = settings.get("USERNAME"), settings.get("PASSWORD")
    if bool(user) != bool(password):
        raise EngineUnavailable("GONGKAI_KIBANA_USERNAME and _PASSWORD belong together: one of them is missing.")
    if not user:
        return {}
    return {"Authorization": f"Basic {base64.b64encode(f'{user}:{password}'.encode()).decode()}"}


def _trust(settings: Mapping[str, str]) -> tuple[ssl.SSLContext, str | None]:
    if fingerprint := settings.get("CA_FINGERPRINT"):
        plain = fingerprint.replace(":", "").strip().lower()
        if not _FINGERPRINT.fullmatch(plain):
            raise EngineUnavailable("GONGKAI_KIBANA_CA_FINGERPRINT is no SHA-256 fingerprint: 64 hexadecimal digits.")
        context = ssl.create_default_context()
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE  # the fingerprint is compared instead
        return context, plain
    certificate = settings.get("CA_CERT")
    if certificate and not Path(certificate).is_file():
        raise EngineUnavailable("GONGKAI_KIBANA_CA_CERT names no file: give the path of the CA's certificate (PEM).")
    try:
        return ssl.create_default_context(cafile=certificate), None
    except ssl.SSLError as error:
        raise EngineUnavailable("GONGKAI_KIBANA_CA_CERT holds no certificate: give one in PEM form.") from error


def _timeout(settings: Mapping[str, str]) -> float:
    try:
        seconds = float(settings.get("TIMEOUT") or _TIMEOUT)
    except ValueError:
        seconds = 0
    if not 0 < seconds < 86_400:
        raise EngineUnavailable("GONGKAI_KIBANA_TIMEOUT is no number of seconds.")
    return seconds


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost" or host.endswith(".localhost")


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
