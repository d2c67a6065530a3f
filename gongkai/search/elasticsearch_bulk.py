"""How are lines written? By several threads, in requests of bounded size, again and again until they are there.

A line that is refused for what it is (400, 413) is told from one whose state has changed meanwhile (409), which
is looked at again, and from a cluster that is away or busy (no connection, 429, 502, 503, 504), which is
waited for. Everything is written with its own id and, where it replaces something, with the state that it
replaces: sending it twice does no harm.
"""

from __future__ import annotations

import json
import os
import threading
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Any

from elasticsearch import ApiError, SSLError
from elasticsearch import ConnectionError as NoConnectionError
from elasticsearch import ConnectionTimeout as NoAnswerError
from elasticsearch.helpers import streaming_bulk

from gongkai.search.elasticsearch_connection import Cluster
from gongkai.search.elasticsearch_errors import explain_item, reason_of
from gongkai.search.elasticsearch_reading import BUSY, Found
from gongkai.search.packing import spelled

__all__ = ["Action", "DeadLetters", "Fate", "Sent", "send"]

_CHUNK = 2_000  # lines a request
_CHUNK_BYTES = 8 << 20


class Fate(Enum):
    """What became of a line that was sent."""

    WRITTEN = "written"
    CHANGED = "changed"  # what it was to create is there, or what it was to replace is not as it was
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Action:
    """A line to write; `source` null deletes it; `replaces` is what it replaces, null what must not be there yet.

    `blindly` writes it whatever is there; `version` unless a later version is there, also one that was deleted;
    `index` names another index than the one that is current.
    """

    kind: str  # reports, history, ledger, pages or figures
    id: str
    source: Mapping[str, Any] | bytes | None  # bytes are JSON already
    replaces: Found | None = None
    blindly: bool = False
    version: int | None = None
    index: str | None = None

    def as_bulk(self, cluster: Cluster) -> dict[str, Any]:
        """Return it as the client's helpers take it; a source that is JSON already they do not spell again."""
        index = self.index or cluster.name("reports-write" if self.kind == "reports" else self.kind)
        line: dict[str, Any] = {"_index": index, "_id": self.id}
        if self.replaces is not None:
            line |= {"if_seq_no": self.replaces.seq_no, "if_primary_term": self.replaces.primary_term}
        if self.version is not None:
            line |= {"version": self.version, "version_type": "external_gte"}
        is_new = self.replaces is None and self.version is None and not self.blindly
        line["_op_type"] = "delete" if self.source is None else "create" if is_new else "index"
        if self.source is not None:
            line["_source"] = self.source if isinstance(self.source, bytes) else spelled(self.source, "backslashreplace")
        return line


@dataclass(frozen=True, slots=True)
class Sent:
    """What became of an action: the state of what was written, or why it was refused."""

    fate: Fate
    reason: str = ""
    state: Found | None = None


def send(cluster: Cluster, actions: Sequence[Action]) -> list[Sent]:
    """Write the lines, which all have different places; return what became of each.

    The client's exception when the cluster stays away longer than `patience`, or does not let us.
    """
    done: dict[tuple[str, str], Sent] = {}
    end = time.monotonic() + cluster.patience
    pause = 0.25
    while rest := [action for action in actions if (action.kind, action.id) not in done]:
        try:
            for place, sent in _send(cluster, rest):
                done[place] = sent  # noqa: PERF403  what was answered before an error counts
        except SSLError:
            raise
        except (NoConnectionError, NoAnswerError):
            if time.monotonic() > end:
                raise
            time.sleep(pause)
            pause = min(2 * pause, 8.0)
        except ApiError as error:
            if error.status_code != 413:
                raise
            if len(rest) == 1:
                done[rest[0].kind, rest[0].id] = Sent(Fate.REFUSED, "it is larger than http.max_content_length allows")
            for action in rest if len(rest) > 1 else ():
                done[action.kind, action.id] = send(cluster, [action])[0]
    return [done[action.kind, action.id] for action in actions]


def _send(cluster: Cluster, actions: Sequence[Action]) -> Iterator[tuple[tuple[str, str], Sent]]:
    answers = streaming_bulk(
        cluster.without_retries,
        (action.as_bulk(cluster) for action in actions),
        chunk_size=_CHUNK,
        max_chunk_bytes=_CHUNK_BYTES,
        raise_on_error=False,
        max_retries=_retries(cluster.patience),
        initial_backoff=0.25,
        max_backoff=8,
        retry_on_status=BUSY,
        require_alias=not any(action.index for action in actions),  # the cluster is not to make up a missing index
    )
    for is_ok, answer in answers:
        ((operation, item),) = answer.items()
        place = cluster.kind(item["_index"]), item["_id"]
        status = item["status"]
        if is_ok or (operation == "delete" and item.get("result") == "not_found"):
            yield place, Sent(Fate.WRITTEN, state=Found({}, item["_seq_no"], item["_primary_term"]))
        elif status == 409:
            yield place, Sent(Fate.CHANGED)
        elif status == 400:
            yield place, Sent(Fate.REFUSED, reason_of(item)[1])
        else:
            raise explain_item(status, item, cluster.where)


def _retries(patience: float) -> int:
    """Return how many retries, each after twice the pause of the one before and at most 8 s, fill the time."""
    retries, pause, total = 0, 0.25, 0.0
    while total < patience:
        total += pause
        pause = min(2 * pause, 8.0)
        retries += 1
    return retries


class DeadLetters:
    """The file of refused documents: a line each, with the reason. Threads may share it."""

    def __init__(self, prefix: str, environment: Mapping[str, str] = os.environ) -> None:
        data = environment.get("XDG_DATA_HOME") or "~/.local/share"
        given = environment.get("GONGKAI_DEAD_LETTERS")
        self.path = Path(given or f"{data}/gongkai/{prefix}-refused.jsonl").expanduser()
        self._lock = threading.Lock()

    def keep(self, letters: Iterable[tuple[str, str, Mapping[str, Any]]]) -> None:
        """Append (source, reason, document) each."""
        lines = [
            json.dumps({"source": source, "reason": reason, "document": document}, ensure_ascii=False, default=float)
            for source, reason, document in letters
        ]
        if lines:
            with self._lock:
                self.path.parent.mkdir(parents=True, exist_ok=True)
                with self.path.open("ab") as file:
                    file.write("".join(f"{line}\n" for line in lines).encode("utf-8", "backslashreplace"))
