"""What was brought into a folder, in an order in which it can be brought again?"""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.search.engine import DEAD, Incoming, Outcome
from gongkai.search.packing import unpack, unpack_page
from gongkai.search.store import Store

__all__ = ["dump"]

_AT_A_TIME = 200
_DEAD = (
    "SELECT no, source, parser FROM documents d WHERE no > ? AND NOT EXISTS (SELECT 1 FROM ledger WHERE ledger.id = d.id)"
    " ORDER BY no LIMIT ?"
)
_SOURCES = (
    "SELECT l.source, l.digest, l.parser, l.outcome, l.reason, d.no FROM ledger l LEFT JOIN documents d ON d.id = l.id"
    " WHERE l.source > ? AND (d.source IS l.source) = ? ORDER BY l.source LIMIT ?"
)


def dump(store: Store) -> Iterator[Incoming]:
    """Yield the documents that no source has any more, then each source with its own document, then the others."""
    last = 0
    while rows := store.db.execute(_DEAD, (last, _AT_A_TIME)).fetchall():
        last = rows[-1][0]
        for no, source, parser in rows:
            yield Incoming(source, DEAD, parser, *_content(store, no))
    for is_first in (True, False):
        source = ""
        while lines := store.db.execute(_SOURCES, (source, is_first, _AT_A_TIME)).fetchall():
            source = lines[-1][0]
            yield from (each for line in lines for each in _inputs(store, line, is_first=is_first))


def _inputs(store: Store, line: tuple[str, str, str, str, str | None, int | None], *, is_first: bool) -> Iterator[Incoming]:
    """Yield what the source brought, and that it could not be read again since, or said nothing, if so."""
    source, digest, parser, outcome, reason, no = line
    has_none = outcome in (Outcome.FAILED, Outcome.NOT_A_REPORT)
    if no is not None:
        document, page = _content(store, no)
        yield Incoming(source, DEAD if has_none else digest, parser, document, page if is_first else None)
    if no is None or has_none:
        says_nothing = no is not None
        yield Incoming(source, digest, parser, outcome=Outcome(outcome), reason=reason, says_nothing=says_nothing)


def _content(store: Store, no: int) -> tuple[dict[str, object], bytes | None]:
    packed, page = store.db.execute("SELECT document, page FROM contents WHERE no = ?", (no,)).fetchone()
    return dict(unpack(packed)), None if page is None else unpack_page(page)
