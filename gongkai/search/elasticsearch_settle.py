"""What is current when a document has left? The next in rank among the living of its slot, or nothing.

A slot is the place that documents compete for in the index of reports: their report key. A document lives while
a ledger line names it, or while the ledger line of the source that brought it is still to come. Other machines
write at the same time, so the order matters: what sits in the slot is looked at first, then everything
acknowledged so far is made visible, then it is judged, then written only if what sat there still does. A writer
that could not be seen yet writes the slot after it was looked at, so that our write is refused; one that lost
against what is removed here is found by the look after the removal. So it goes on until nothing is left to do.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any, NamedTuple

from gongkai.search.elasticsearch_bulk import Action, Fate, send
from gongkai.search.elasticsearch_connection import Cluster
from gongkai.search.elasticsearch_document import ledger_id, restore, to_source
from gongkai.search.elasticsearch_reading import LINE, Found, fetch, glance, patiently, scan

__all__ = ["keep_bodies", "settle"]

_AT_A_TIME = 500  # slots, or ids, a request

Line = Mapping[str, Any]


class _Move(NamedTuple):
    """What is to be done in a slot: who sits there leaves, and the best, if any, takes the seat."""

    slot: str
    seat: Found | None
    best: str | None


def settle(cluster: Cluster, left: Iterable[str], slots: Iterable[str]) -> list[str]:
    """Decide again what is current in the slots, and in those of the documents that a source has left; return them all."""
    lines = glance(cluster, [("history", name) for name in left])
    names = sorted({*slots, *(found.source["slot"] for found in lines.values())})
    for start in range(0, len(names), _AT_A_TIME):
        batch = names[start : start + _AT_A_TIME]
        while batch:
            batch = _settle(cluster, batch)
    return names


def _settle(cluster: Cluster, slots: list[str]) -> list[str]:
    """Do what is to be done in the slots; return those that were touched and must be looked at again."""
    seats = {slot: found for (_, slot), found in glance(cluster, [("reports", slot) for slot in slots]).items()}
    names = [cluster.name("ledger"), cluster.name("history")]
    patiently(cluster, lambda: cluster.client.indices.refresh(index=names))
    lines = {line["id"]: line for line in _candidates(cluster, slots)}
    sitting = glance(cluster, [("history", found.source["id"]) for found in seats.values()])
    lines |= {found.source["id"]: found.source for found in sitting.values()}
    living = _living(cluster, lines)
    moves = [move for slot in slots if (move := _judge(slot, seats.get(slot), lines, living))]
    _carry_out(cluster, moves)
    return [move.slot for move in moves]


def _candidates(cluster: Cluster, slots: list[str]) -> Iterable[Line]:
    query = {"terms": {"slot": slots}}
    for hit in scan(cluster, cluster.name("history"), query, fields=LINE, size=2_000):
        yield hit["_source"]


def _living(cluster: Cluster, lines: Mapping[str, Line]) -> set[str]:
    ids = list(lines)
    living: set[str] = set()
    for start in range(0, len(ids), _AT_A_TIME):
        query = {"terms": {"id": ids[start : start + _AT_A_TIME]}}
        living |= {hit["_source"]["id"] for hit in scan(cluster, cluster.name("ledger"), query, fields=("id",), size=5_000)}
    others = {name: ledger_id(line["source"]) for name, line in lines.items() if name not in living}
    known = glance(cluster, [("ledger", key) for key in others.values()])
    return living | {name for name, key in others.items() if ("ledger", key) not in known}


def _judge(slot: str, seat: Found | None, lines: Mapping[str, Line], living: Collection[str]) -> _Move | None:
    sitting = None if seat is None else seat.source["id"]
    if sitting is not None and sitting not in lines:
        return None  # whoever put it there is still at work
    here = [line for line in lines.values() if line["slot"] == slot and line["id"] in living]
    best = max(
        (line for line in here if line.get("kept") or line["id"] == sitting),
        key=lambda line: (line["rank"], line["id"]),
        default=None,
    )
    winner = None if best is None else best["id"]
    return None if winner == sitting else _Move(slot, seat, winner)


def _carry_out(cluster: Cluster, moves: list[_Move]) -> None:
    """Keep the bodies of those who leave, then write the slots that are still as they were judged."""
    bodies = fetch(cluster, [("history", move.best) for move in moves if move.best])
    seats = fetch(cluster, [("reports", move.slot) for move in moves if move.seat])
    unchanged = [move for move in moves if move.seat is None or _same(seats.get(("reports", move.slot)), move.seat)]
    leaving = {move.slot: seats["reports", move.slot] for move in unchanged if move.seat}
    free = keep_bodies(cluster, leaving)
    actions = []
    for move in unchanged:
        if move.seat is not None and move.slot not in free:
            continue
        body = bodies.get(("history", move.best or ""))
        source = None if body is None else to_source(body.source["document"])
        if source is not None or move.seat is not None:
            actions.append(Action("reports", move.slot, source, move.seat))
    send(cluster, actions)


def keep_bodies(cluster: Cluster, leaving: Mapping[str, Found]) -> set[str]:
    """Keep in the history what is about to leave its slot; return the slots that may be left.

    A document that was read anew into another slot leaves nothing behind: what sits here is its old reading.
    """
    lines = glance(cluster, [("history", found.source["id"]) for found in leaving.values()])
    free: set[str] = set()
    actions: dict[str, Action] = {}
    for slot, found in leaving.items():
        name = found.source["id"]
        line = lines.get(("history", name))
        if line is not None and (line.source.get("kept") or line.source["slot"] != slot):
            free.add(slot)
        elif line is not None:
            actions[slot] = Action("history", name, {**line.source, "kept": True, "document": restore(found.source)}, line)
    sent = zip(actions, send(cluster, list(actions.values())), strict=True)
    return free | {slot for slot, one in sent if one.fate is Fate.WRITTEN}


def _same(now: Found | None, then: Found) -> bool:
    return now is not None and (now.seq_no, now.primary_term) == (then.seq_no, then.primary_term)
