"""Which labels on a page name the rows of one table? The best chain of them in printed order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise

from gongkai.indexer.fold import Squeezed
from gongkai.indexer.labels import ROWS, Label

__all__ = ["PER_MISSING_ROW", "aliens", "apart", "best_chain", "chain_rows"]

_WORD = re.compile(r"[A-Za-z\u3400-\u9fff\ufffd]")
_LISTING = ("、", "和", "及", "等", "的")
_BREAK = re.compile(r"[\d。;!?]")
# Characters of other text allowed between two neighbouring rows, and for each row missing between them.
_LOOSE, PER_MISSING_ROW = 14, 45
_LOOSE_STATISTICS = 120  # local versions of the list of 2014 insert rows of their own
_LOOKBACK = 80
_FOREIGN = 1000  # no chain passes a word of another table


def aliens(page: Squeezed, left: Label, right: Label) -> int:
    """Count the characters between two labels that are neither values nor numbering."""
    return max(0, len(_WORD.findall(page.text, left.end, right.start)) - 2)


def apart(page: Squeezed, left: Label, right: Label) -> bool:
    """Tell whether a number or the end of a sentence lies between two labels: a table's head has neither."""
    return _BREAK.search(page.text, left.end, right.start) is not None


def _aliens_in_head(page: Squeezed, left: Label, right: Label) -> int:
    return aliens(page, left, right) + (_FOREIGN if apart(page, left, right) else 0)


def best_chain(key: str, page: Squeezed, labels: Sequence[Label]) -> list[int]:
    """Return the indices of the labels that name rows: the longest ordered chain with the least other text."""
    order = {row: position for position, row in enumerate(ROWS[key])}
    cost = aliens if key != "review" else _aliens_in_head
    foreign = (0 if key in label.tables else _FOREIGN for label in labels[1:])
    alien = list(accumulate((cost(page, a, b) + f for (a, b), f in zip(pairwise(labels), foreign, strict=True)), initial=0))
    frames = list(accumulate((int(key in label.tables and not label.rows) for label in labels), initial=0))
    events = [(i, order[row]) for i, label in enumerate(labels) for row in label.rows if row in order]
    best: list[tuple[float, int]] = []  # score, index of the event before
    loose = _LOOSE_STATISTICS if key == "statistics" else _LOOSE
    for e, (i, position) in enumerate(events):
        score, before = _worth(labels[i], page) + min(frames[i] - frames[max(0, i - 6)], 3) * 2 + 1, -1
        for f in range(e - 1, max(-1, e - _LOOKBACK), -1):
            j, earlier = events[f]
            missing = position - earlier - 1
            junk = alien[i] - alien[j]
            if missing < 0 or j == i or junk > loose + PER_MISSING_ROW * missing:
                continue
            value = best[f][0] + _worth(labels[i], page) + min(frames[i] - frames[j + 1], 3) * 2 - 0.1 * junk - 0.5 * missing
            if value > score:
                score, before = value, f
        best.append((score, before))
    if not best:
        return []
    e = max(range(len(best)), key=lambda e: best[e][0])
    chain: list[int] = []
    while e >= 0:
        chain.append(events[e][0])
        e = best[e][1]
    chain.reverse()
    return chain if _is_table(key, chain, page, labels) else []


def _worth(label: Label, page: Squeezed) -> float:
    """A row label with a digit right behind it is likelier a row than a mention, one in an enumeration is a mention."""
    after = page.text[label.end : label.end + 1]
    return 10 if after.isdigit() else 1 if after in _LISTING else 7


def _is_table(key: str, chain: list[int], page: Squeezed, labels: Sequence[Label]) -> bool:
    near = labels[max(0, chain[0] - 8) : chain[-1] + 1]
    frames = sum(1 for label in near if key in label.tables and not label.rows and not label.word.startswith("第二十条"))
    if sum(1 for i in chain if _worth(labels[i], page) == 1) * 2 > len(chain):
        return False  # an enumeration in the text
    least = {"proactive": 3, "requests": 5, "review": 2, "statistics": 12}[key]
    return len(chain) >= least and frames >= 1


def chain_rows(key: str, chain: list[int], labels: Sequence[Label]) -> Iterator[tuple[int, str]]:
    order, position = {row: n for n, row in enumerate(ROWS[key])}, -1
    for i in chain:
        row = min((row for row in labels[i].rows if order.get(row, -1) > position), key=order.__getitem__)
        position = order[row]
        yield i, row
