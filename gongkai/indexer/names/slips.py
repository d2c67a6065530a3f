"""Which name is a slip of the pen, with a word twice: 甲区民族宗教宗教事务局, of a page that prints it with the word once?"""

from __future__ import annotations

from gongkai.indexer.expressions import expression
from gongkai.indexer.gazetteer.gazetteer import gazetteer
from gongkai.indexer.names.desks import HAN

__all__ = ["said_once"]

_TWICE = expression(rf"([{HAN}]{{2,4}})\1")


def said_once(name: str, head: str) -> str:
    """Return the name without a word that stands in it twice in a row, where the page prints it so; that of a place may: 和田和田县."""
    twice = _TWICE.search(name)
    once = name[: twice.end(1)] + name[twice.end() :] if twice and twice[1] not in gazetteer().stems else name
    return once if once in head else name
