"""Where is the cluster, who are we there, and what does it mean when it says no?

`https://host:9200/gongkai` names the cluster and the prefix of our indices; what must stay secret comes from
the environment: GONGKAI_ELASTICSEARCH_API_KEY, or _USERNAME and _PASSWORD; _CA_CERT (a file) or _CA_FINGERPRINT,
and _TIMEOUT (seconds) belong to it.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from urllib.parse import urlsplit

from elasticsearch import Elasticsearch
from elasticsearch.serializer import JsonSerializer

from gongkai.errors import EngineUnavailable
from gongkai.search.elasticsearch_document import to_json
from gongkai.search.pinned import PinnedContext
from gongkai.search.server_settings import ServerSettings, is_loopback

__all__ = ["Cluster", "connect"]

THREADS = 4  # that write at the same time
_PREFIX = re.compile(r"[a-z0-9][a-z0-9_-]{0,100}")
_ENVIRONMENT = "GONGKAI_ELASTICSEARCH_"


@dataclass(frozen=True)  # without slots, for what is made once
class Cluster:
    """A client and the names of our indices. `where` is what the user wrote; it holds nothing secret."""

    client: Elasticsearch
    where: str
    prefix: str
    patience: float = 120.0  # seconds that writing waits for a cluster that is away or busy

    @cached_property
    def without_retries(self) -> Elasticsearch:
        """The client without the transport's own retries, which know no pause. Making one takes a millisecond."""
        return self.client.options(max_retries=0)

    def name(self, kind: str) -> str:
        """Return the alias of `reports` (to read), `reports-write`, `history`, `ledger` or `pages`."""
        return f"{self.prefix}-{kind}"

    def kind(self, index: str) -> str:
        """Return which of ours an index or alias is: `reports`, `history`, `ledger` or `pages`."""
        return index.removeprefix(f"{self.prefix}-").split("-")[0]


class _Serializer(JsonSerializer):
    """The client's JSON, written as ours is."""

    def json_dumps(self, data: Any) -> bytes:
        return to_json(data, self.default)


class _Plain(_Serializer):
    mimetype = "application/json"


def connect(where: str, environment: Mapping[str, str] = os.environ) -> Cluster:
    """Return the cluster that the address names; no request is made yet.

    EngineUnavailable when the address or the environment says something that cannot be, or when a password
    would travel unencrypted.
    """
    node, prefix, host = _address(where)
    is_encrypted = not node.startswith("http:")
    given = {key.removeprefix(_ENVIRONMENT): value for key, value in environment.items() if key.startswith(_ENVIRONMENT)}
    settings = ServerSettings(_ENVIRONMENT, given)
    user = settings.user(host, is_encrypted=is_encrypted)
    options: dict[str, Any] = {"api_key": user.api_key} if user.api_key else {}
    if user.name:
        options["basic_auth"] = (user.name, user.password)
    client = Elasticsearch(
        node,
        serializers={serializer.mimetype: serializer for serializer in (_Serializer(), _Plain())},
        request_timeout=settings.timeout,
        http_compress=not is_loopback(host),
        connections_per_node=THREADS + 2,
        **options,
        **(_trust(settings) if is_encrypted else {}),
    )
    return Cluster(client, where, prefix)


def _address(where: str) -> tuple[str, str, str]:
    """Return (address of the node, prefix of the indices, host)."""
    parts = urlsplit(where)
    try:
        port = parts.port
    except ValueError:
        port = -1
    if parts.username is not None or parts.password is not None:
        raise EngineUnavailable(
            "A password in --index would be seen by others: set GONGKAI_ELASTICSEARCH_USERNAME and _PASSWORD instead."
        )
    if not parts.hostname or port == -1 or parts.query or parts.fragment:
        raise EngineUnavailable("This address of a cluster cannot be read: write http://host:9200/gongkai.")
    path, _, prefix = parts.path.strip("/").rpartition("/")
    if not _PREFIX.fullmatch(prefix or "gongkai"):
        raise EngineUnavailable("The last part of the address names our indices: write small letters, digits, - and _ only.")
    host = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
    node = f"{parts.scheme}://{host}:{port or (443 if parts.scheme == 'https' else 9200)}{'/' + path if path else ''}"
    return node, prefix or "gongkai", parts.hostname


def _trust(settings: ServerSettings) -> dict[str, Any]:
    certificate = settings.ca_file
    if (fingerprint := settings.fingerprint) is not None:
        # The client by itself would only look for the fingerprint in what the server shows. Given it nevertheless,
        # because without it the client trusts every public CA beside those of the context.
        return {"ssl_context": PinnedContext(fingerprint), "ssl_assert_fingerprint": fingerprint}
    return {"ca_certs": certificate} if certificate else {}
