"""What is in a hit of the embedded engine? The stored document, unpacked and searched for passages when it is looked at.

Finding and ranking ten hits takes a millisecond, unpacking and marking them several: who only counts, or
only takes the first, does not wait for the rest. The packed documents are at hand, so that hits outlive the engine.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import overload

from gongkai.search.packing import unpack
from gongkai.search.results import Hit
from gongkai.search.snippets import Wanted, snippets_of

__all__ = ["StoredHits"]


class StoredHits(Sequence[Hit]):
    """A page of hits; equal to any sequence of the same hits."""

    def __init__(self, packed: Sequence[tuple[float, bytes]], wanted: Wanted, context: int) -> None:
        self._packed = packed
        self._wanted = wanted
        self._context = context
        self._hits: dict[int, Hit] = {}

    def __len__(self) -> int:
        return len(self._packed)

    @overload
    def __getitem__(self, place: int) -> Hit: ...

    @overload
    def __getitem__(self, place: slice) -> tuple[Hit, ...]: ...

    def __getitem__(self, place: int | slice) -> Hit | tuple[Hit, ...]:
        if isinstance(place, slice):
            return tuple(self[one] for one in range(*place.indices(len(self))))
        place = range(len(self))[place]  # IndexError, and places from the end
        if place not in self._hits:
            score, packed = self._packed[place]
            document = unpack(packed)
            self._hits[place] = Hit(document["id"], score, document, snippets_of(document, self._wanted, self._context))
        return self._hits[place]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    __hash__ = None  # type: ignore[assignment]  # as the documents in it

    def __repr__(self) -> str:
        return repr(tuple(self))
