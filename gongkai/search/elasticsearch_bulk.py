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
from functools import lru_cache
from pathlib import Path
from typing import Any

from elasticsearch import ApiError, Elasticsearch, SSLError
from elasticsearch import ConnectionError as NoConnectionError
from elasticsearch import ConnectionTimeout as NoAnswerError

from gongkai.errors import GongkaiError
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

    def lines(self, cluster: Cluster) -> tuple[bytes, ...]:
        """Return it as a request has it; what is JSON already is not spelled again."""
        index = self.index or cluster.name("reports-write" if self.kind == "reports" else self.kind)
        place: dict[str, Any] = {"_index": index, "_id": self.id}
        if self.replaces is not None:
            place |= {"if_seq_no": self.replaces.seq_no, "if_primary_term": self.replaces.primary_term}
        if self.version is not None:
            place |= {"version": self.version, "version_type": "external_gte"}
        is_new = self.replaces is None and self.version is None and not self.blindly
        operation = "delete" if self.source is None else "create" if is_new else "index"
        head = spelled({operation: place}, "backslashreplace")
        if self.source is None:
            return (head,)
        return head, self.source if isinstance(self.source, bytes) else spelled(self.source, "backslashreplace")


@dataclass(frozen=True, slots=True)
class Sent:
    """What became of an action: the state of what was written, or why it was refused."""

    fate: Fate
    reason: str = ""
    state: Found | None = None


Place = tuple[str, str]


def send(cluster: Cluster, actions: Sequence[Action]) -> list[Sent]:
    """Write the lines, which all have different places; return what became of each.

    The client's exception when the cluster stays away longer than `patience`, or does not let us.
    """
    done: dict[Place, Sent] = {}  # what was answered before an error counts
    end = time.monotonic() + cluster.patience
    pause = 0.25
    while rest := [action for action in actions if (action.kind, action.id) not in done]:
        try:
            busy = [error for part, body in _requests(cluster, rest) if (error := _post(cluster, part, body, done))]
            if not busy:
                break
            if time.monotonic() > end:
                raise busy[0]
        except SSLError:
            raise
        except (NoConnectionError, NoAnswerError):
            if time.monotonic() > end:
                raise
        except ApiError as error:
            if error.status_code == 413:
                _send_alone(cluster, rest, done)
                continue
            if error.status_code not in BUSY or time.monotonic() > end:
                raise
        time.sleep(pause)
        pause = min(2 * pause, 8.0)
    return [done[action.kind, action.id] for action in actions]


def _send_alone(cluster: Cluster, actions: Sequence[Action], done: dict[Place, Sent]) -> None:
    """Write each line in a request of its own: together they were too large."""
    for action in actions:
        if len(actions) == 1:
            done[action.kind, action.id] = Sent(Fate.REFUSED, "it is larger than http.max_content_length allows")
        elif (action.kind, action.id) not in done:
            done[action.kind, action.id] = send(cluster, [action])[0]


def _requests(cluster: Cluster, actions: Sequence[Action]) -> Iterator[tuple[list[Action], bytes]]:
    """Yield the lines as requests of bounded size, with the actions of each."""
    part: list[Action] = []
    body: list[bytes] = []
    size = 0
    for action in actions:
        lines = action.lines(cluster)
        length = sum(map(len, lines)) + len(lines)
        if part and (len(part) == _CHUNK or size + length > _CHUNK_BYTES):
            yield part, b"\n".join([*body, b""])
            part, body, size = [], [], 0
        part.append(action)
        body += lines
        size += length
    if part:
        yield part, b"\n".join([*body, b""])


def _post(cluster: Cluster, actions: Sequence[Action], body: bytes, done: dict[Place, Sent]) -> GongkaiError | None:
    """Send one request and note what became of its lines; return why some of them are to be sent again.

    Not by the client's helper, which takes every line apart, spells it again and makes a client anew for each call:
    two fifths of what writing a report took here.
    """
    require_alias = not any(action.index for action in actions)  # the cluster is not to make up a missing index
    answer = _without_retries(cluster.client).bulk(operations=body, require_alias=require_alias)  # type: ignore[arg-type]
    busy: GongkaiError | None = None
    for action, answered in zip(actions, answer["items"], strict=True):
        ((operation, item),) = answered.items()
        status = item["status"]
        if 200 <= status < 300 or (operation == "delete" and item.get("result") == "not_found"):
            sent = Sent(Fate.WRITTEN, state=Found({}, item["_seq_no"], item["_primary_term"]))
        elif status == 409:
            sent = Sent(Fate.CHANGED)
        elif status == 400:
            sent = Sent(Fate.REFUSED, reason_of(item)[1])
        elif status in BUSY:
            busy = explain_item(status, item, cluster.where)
            continue
        else:
            raise explain_item(status, item, cluster.where)
        done[action.kind, action.id] = sent
    return busy


@lru_cache(maxsize=8)
def _without_retries(client: Elasticsearch) -> Elasticsearch:
    """Return the client without the transport's own retries, which know no pause. Making one takes a millisecond."""
    return client.options(max_retries=0)


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
