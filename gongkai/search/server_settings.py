"""What does the environment say of a server that we ask: who we are there, whom to trust, how long to wait?"""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from gongkai.errors import EngineUnavailable

__all__ = ["ServerSettings", "User", "is_loopback"]

_TIMEOUT = 60.0
_FINGERPRINT = re.compile("[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class User:
    """Who we are: an API key, or a name and a password; nobody when all are empty."""

    api_key: str = ""
    name: str = ""
    password: str = field(default="", repr=False)

    def __bool__(self) -> bool:
        return bool(self.api_key or self.name)


@dataclass(frozen=True, slots=True)
class ServerSettings:
    """The variables of one server, their names without the prefix. EngineUnavailable when one says what cannot be."""

    prefix: str  # GONGKAI_ELASTICSEARCH_, for instance
    values: Mapping[str, str] = field(repr=False)

    def user(self, host: str, *, is_encrypted: bool) -> User:
        """Return who we are; what is secret does not travel unencrypted, except to this machine."""
        user = self._user()
        if user and not is_encrypted and not is_loopback(host):
            raise EngineUnavailable(f"The password or API key would travel unencrypted to {host}: use https://.")
        return user

    def _user(self) -> User:
        if key := self.values.get("API_KEY"):
            return User(key)
        name, password = self.values.get("USERNAME"), self.values.get("PASSWORD")
        if bool(name) != bool(password):
            raise EngineUnavailable(f"{self.prefix}USERNAME and _PASSWORD belong together: one of them is missing.")
        return User("", name or "", password or "")

    @property
    def ca_file(self) -> str | None:
        """Path of the CA's certificate."""
        path = self.values.get("CA_CERT")
        if path and not Path(path).is_file():
            raise EngineUnavailable(f"{self.prefix}CA_CERT names no file: give the path of the CA's certificate (PEM).")
        return path or None

    @property
    def fingerprint(self) -> str | None:
        """SHA-256 of a certificate that the server shows, its own or its CA's: 64 hexadecimal digits."""
        plain = self.values.get("CA_FINGERPRINT", "").replace(":", "").strip().lower()
        if plain and not _FINGERPRINT.fullmatch(plain):
            raise EngineUnavailable(f"{self.prefix}CA_FINGERPRINT is no SHA-256 fingerprint: 64 hexadecimal digits.")
        return plain or None

    @property
    def timeout(self) -> float:
        """Seconds until a request counts as lost."""
        try:
            seconds = float(self.values.get("TIMEOUT") or _TIMEOUT)
        except ValueError:
            seconds = 0
        if not 0 < seconds < 86_400:
            raise EngineUnavailable(f"{self.prefix}TIMEOUT is no number of seconds.")
        return seconds


def is_loopback(host: str) -> bool:
    """Tell whether the host is this machine."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost" or host.endswith(".localhost")
