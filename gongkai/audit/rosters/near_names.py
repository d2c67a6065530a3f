"""Which names are nearly a name, one character apart? A hint for who mistyped it, never a reason to join the two."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

__all__ = ["NearNames", "may_be_short_for"]

_SHORTEST = 4
_SHORTEST_SHORT = 3


class NearNames:
    """Names by their halves: one of the two is whole in a name that is one character apart."""

    def __init__(self, names: Iterable[str]) -> None:
        self._halves: dict[tuple[int, str], list[str]] = defaultdict(list)
        for name in names:
            for half in {length // 2 for length in range(len(name) - 1, len(name) + 2)}:
                for key in _keys(name, half):
                    self._halves[key].append(name)

    def near(self, name: str) -> set[str]:
        """Return the names that differ from this one by one character: another, one more, one less."""
        if len(name) < _SHORTEST:
            return set()
        found = (other for key in _keys(name, len(name) // 2) for other in self._halves.get(key, ()))
        return {other for other in found if _one_apart(name, other)}


def may_be_short_for(short: str, name: str) -> bool:
    """Tell whether a name holds all characters of a shorter one, in order, and begins and ends with its own: 粮储局, 粮食和物资储备局."""
    rest = iter(name)
    ends = short[:1] == name[:1] and short[-1:] == name[-1:]
    return ends and _SHORTEST_SHORT <= len(short) < len(name) and all(word in rest for word in short)


def _keys(name: str, half: int) -> Iterator[tuple[int, str]]:
    yield half, name[:half]
    yield -half, name[len(name) - half :]


def _one_apart(one: str, other: str) -> bool:
    if one == other or abs(len(one) - len(other)) > 1:
        return False
    same = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    longer, shorter = (one, other) if len(one) >= len(other) else (other, one)
    return longer[same + 1 :] == shorter[same + (len(one) == len(other)) :]
