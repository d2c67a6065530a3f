"""What does it mean when a cluster fails, and what is to be done? Vendor exceptions → ours, in one sentence each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from elasticsearch import (
    ApiError,
    ConnectionTimeout,
    SerializationError,
    SSLError,
    TransportError,
    UnsupportedProductError,
)
from elasticsearch import ConnectionError as NoConnectionError
from elasticsearch.helpers import BulkIndexError, ScanError

from gongkai.errors import BadQuery, EngineUnavailable, GongkaiError, IndexMissing, SearchError
from gongkai.search.elasticsearch_reading import BUSY

__all__ = ["explain", "explain_item", "reason_of", "translated"]

_LONGEST = 200  # characters of the cluster's own words
_OF_PROXIES = (401, 403, 406, 413, *BUSY)  # what stands before a cluster may answer so, too


@contextmanager
def translated(where: str) -> Iterator[None]:
    """Raise our exception for each of the client's; the cause is kept."""
    try:
        yield
    except (ApiError, TransportError, UnsupportedProductError, BulkIndexError, ScanError) as error:
        raise explain(error, where) from error


def explain(error: Exception, where: str) -> GongkaiError:
    """Return what is to be told of the client's exception."""
    if isinstance(error, UnsupportedProductError):
        return EngineUnavailable(f"{where} is no Elasticsearch of version 8 or 9: name another --index.")
    if isinstance(error, ApiError):
        if error.status_code not in _OF_PROXIES and not _is_elasticsearch(error):
            return EngineUnavailable(f"What answers at {where} is no Elasticsearch: name another --index.")
        return _of_answer(error.status_code, reason_of(error.body), where)
    text = f"{error} {getattr(error, 'errors', '')!r} {error.__cause__!r}"
    if "WRONG_VERSION_NUMBER" in text or "record layer failure" in text:
        return EngineUnavailable(f"{where} does not speak https: write http://.")
    if isinstance(error, SSLError) or "CERTIFICATE" in text.upper() or "ingerprint" in text:
        return EngineUnavailable(
            f"The certificate of {where} is not trusted: set GONGKAI_ELASTICSEARCH_CA_CERT to the file of its CA, or _CA_FINGERPRINT"
            " to the SHA-256 of a certificate that it shows."
        )
    if isinstance(error, ConnectionTimeout):
        return EngineUnavailable(f"{where} did not answer in time: try again, or set GONGKAI_ELASTICSEARCH_TIMEOUT higher.")
    if isinstance(error, NoConnectionError):
        if "RemoteDisconnected" in text or "Connection aborted" in text or "ProtocolError" in text:
            return EngineUnavailable(f"{where} broke off the connection: is it https, is it going down?")
        return EngineUnavailable(f"Nothing answers at {where}: start Elasticsearch there, or name another --index.")
    if isinstance(error, SerializationError):
        return EngineUnavailable(f"What answers at {where} is no Elasticsearch: name another --index.")
    return EngineUnavailable(f"The cluster at {where} could not do it: {_short(str(error))}")


def _is_elasticsearch(error: ApiError) -> bool:
    """Tell whether a cluster gave the answer: it signs each, and its errors are JSON."""
    return "x-elastic-product" in error.meta.headers or isinstance(error.body, Mapping)


def explain_item(status: int, item: Mapping[str, Any], where: str) -> GongkaiError:
    """Return what is to be told of one line of a bulk request that failed for no fault of its own."""
    return _of_answer(status, reason_of(item), where)


def reason_of(body: object) -> tuple[str, str]:
    """Return (type, reason) of an error, as exact as the cluster gives it."""
    error = body.get("error", body) if isinstance(body, Mapping) else body
    if not isinstance(error, Mapping):
        return "", _short(str(error or ""))
    kinds, reasons = [], []
    for part in _causes(error):
        kinds.append(str(part.get("type", "")))
        reasons.append(str(part.get("reason", "")))
    return " ".join(kinds), "; ".join(dict.fromkeys(reason for reason in reasons if reason))


def _causes(error: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    yield from (cause for cause in error.get("root_cause") or ())
    yield error
    for shard in error.get("failed_shards") or ():
        if isinstance(shard.get("reason"), Mapping):
            yield shard["reason"]
    if isinstance(error.get("caused_by"), Mapping):
        yield from _causes(error["caused_by"])


def _of_answer(status: int, described: tuple[str, str], where: str) -> GongkaiError:
    kind, reason = described
    if status == 401:
        return EngineUnavailable(
            f"{where} does not know us: set GONGKAI_ELASTICSEARCH_API_KEY, or _USERNAME and _PASSWORD, to valid ones."
        )
    if "cluster_block_exception" in kind:
        return _of_block(reason, where)
    if status == 403:
        return EngineUnavailable(f"We may not do this at {where}: the role needs more rights, see docs/elasticsearch.md.")
    if "index_not_found" in kind or ("alias" in kind and "missing" in kind) or "require_alias" in reason:
        return IndexMissing(f"There is no index at {where}: run `gongkai elasticsearch init` first, or name another --index.")
    if "smartcn" in reason:
        return EngineUnavailable(
            f"Elasticsearch at {where} lacks smartcn: run `bin/elasticsearch-plugin install analysis-smartcn` on every node"
            " and start it again."
        )
    if "Limit of total fields" in reason:
        return EngineUnavailable(
            f"The index at {where} allows too few fields: set index.mapping.total_fields.limit to 1000 and try again."
        )
    if status == 406 or "media_type_header" in kind or "compatible" in reason:
        return EngineUnavailable(f"Elasticsearch at {where} is too old: version 8.19 or later is needed.")
    if status in BUSY or "circuit_breaking" in kind:
        return EngineUnavailable(f"The cluster at {where} is overloaded or not ready ({status}): try again later.")
    if status == 413:
        return EngineUnavailable(f"{where} refuses a request of that size: set http.max_content_length higher.")
    if "too_many_clauses" in kind or "too_many_nested_clauses" in kind:
        return BadQuery("The query has too many parts for the cluster: ask for less at a time.")
    if "too_many_buckets" in kind or "buckets" in reason:
        return SearchError("The table has too many cells for the cluster: choose other fields, or narrow the query.")
    if status == 404:
        return IndexMissing(f"The cluster at {where} does not have it: {_short(reason)}")
    return SearchError(f"The cluster at {where} refused ({status}): {_short(reason)}")


def _of_block(reason: str, where: str) -> GongkaiError:
    if "flood-stage" in reason or "read-only / allow delete" in reason or "disk usage" in reason:
        return EngineUnavailable(
            f"The disk of the cluster at {where} is full, so it takes no more: free space and run this again."
        )
    if "index write" in reason:
        return EngineUnavailable(
            f"The index at {where} takes no writes while it is migrated: wait, see `gongkai elasticsearch status`, run this again."
        )
    if "state not recovered" in reason or "no master" in reason:
        return EngineUnavailable(f"The cluster at {where} is not ready yet: try again in a moment.")
    return EngineUnavailable(f"The index at {where} is read-only: remove its block and run this again ({_short(reason)}).")


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
