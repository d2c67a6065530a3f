"""Which labels on a page name the rows of one table? The best chain of them in printed order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate

from gongkai.indexer.expressions import expression
from gongkai.indexer.fold import Squeezed
from gongkai.indexer.tables.labels import ROWS, Label

__all__ = ["PER_MISSING_ROW", "apart", "best_chain", "chain_rows", "own_row"]

_LISTING = ("、", "和", "及", "等", "的")
_SUM = "合计"
_LONG_WORD = 4  # characters of a label that tells its row by itself
_BREAK = expression(r"[\d。;]")
# Characters of other text allowed between two neighbouring rows, and for each row missing between them.
_LOOSE, PER_MISSING_ROW = 14, 45
_LOOSE_STATISTICS = 120  # local versions of the list of 2014 insert rows of their own
_PER_ROW_PASSED = 3
_LOOKBACK = 80
_MOST_FRAMES = 3  # words of a table's head before a row that tell anything
_LEAST = {"proactive": 3, "requests": 5, "review": 2, "statistics": 12}  # rows that make a table
_ON_ITS_SIDE = 20  # rows whose labels head the columns of a table three on its side, its lines' applicants below
_FIRST_ROWS, _ABOVE, _REST = 2, 12, 70  # rows of a table that the page's end cuts off, words above, characters below
_HEADS = {"proactive": ({"信息内容"}, 4), "requests": ({"自然人", "总计"}, 4)}  # words of a head, and how many it has at least
_DOCUMENTS = expression(r"信息内容[^制废]{0,12}制发[^废]{0,24}废止.{0,24}?有效[^。]{0,24}")  # the same, in whatever words
_MOST_ROWS = 0.8
_FOREIGN = 1000  # no chain passes a word of another table


def apart(page: Squeezed, left: Label, right: Label) -> bool:
    """Tell whether a number or the end of a sentence lies between two labels: a table's head has neither."""
    return _BREAK.search(page.text, left.end, right.start) is not None


def best_chain(key: str, page: Squeezed, labels: Sequence[Label]) -> list[int]:
    """Return the indices of the labels that name rows: the longest ordered chain with the least other text."""
    order = {row: position for position, row in enumerate(ROWS[key])}
    events = [(i, order[row]) for i, label in enumerate(labels) for row in label.rows if row in order]
    if len(events) < (_FIRST_ROWS if key in _HEADS else _LEAST[key]):
        return []
    best = _best_scores(key, page, labels, events)
    e = max(range(len(best)), key=lambda e: best[e][0])
    chain: list[int] = []
    while e >= 0:
        chain.append(events[e][0])
        e = best[e][1]
    chain.reverse()
    return chain if _is_table(key, chain, page, labels) else []


def _best_scores(key: str, page: Squeezed, labels: Sequence[Label], events: Sequence[tuple[int, int]]) -> list[tuple[float, int]]:
    """Return for each event (label, row's place) the score of the best chain that ends there, and the event before it."""
    first, last = events[0][0], events[-1][0]  # only what lies between two of the rows is passed
    passed = zip(labels[first:last], labels[first + 1 :], [*labels[first + 2 :], None], strict=False)
    costs = (b.gap + _passing(key, page, a, b, c) for a, b, c in passed)
    alien = [0] * first + list(accumulate(costs, initial=0))
    frames = list(accumulate((int(key in label.tables and not label.rows) for label in labels), initial=0))
    rows = {i for i, _ in events}
    again = list(accumulate((int(i in rows) for i in range(len(labels))), initial=0))
    best: list[tuple[float, int]] = []
    top: list[float] = []  # the greatest score so far
    loose = _LOOSE_STATISTICS if key == "statistics" else _LOOSE
    for e, (i, position) in enumerate(events):
        worth, loosest = _worth(labels[i], page), loose + PER_MISSING_ROW * position
        score, before = worth + min(frames[i] - frames[max(0, i - 6)], _MOST_FRAMES) * 2 + 1, -1
        for f in range(e - 1, max(-1, e - _LOOKBACK), -1):
            if top[f] + worth + 2 * _MOST_FRAMES <= score:
                break  # nothing further back can be worth more
            j, earlier = events[f]
            missing = position - earlier - 1
            junk = alien[i] - alien[j]
            if junk > loosest:
                break  # there is only more of it further back
            if missing < 0 or j == i or junk > loose + PER_MISSING_ROW * missing:
                continue
            value = best[f][0] + worth + min(frames[i] - frames[j + 1], _MOST_FRAMES) * 2 - 0.1 * junk - 0.5 * missing
            value -= _PER_ROW_PASSED * max(0, again[i] - again[j + 1] - 1)  # rows of another table of this kind
            if value > score:
                score, before = value, f
        best.append((score, before))
        top.append(max(score, top[-1]) if top else score)
    return best


def _passing(key: str, page: Squeezed, before: Label, label: Label, after: Label | None) -> int:
    """Return what it costs a chain to pass a label; a short word (其他) may begin a row of the page's own.

    So may one end a heading within table three that is worded otherwise, 三、办理结果: table four's head has several in a row.
    """
    if key in label.tables and not (key == "review" and apart(page, before, label)):
        return 0
    is_lone = key == "requests" and not (_is_of_review(before) or (after and _is_of_review(after)))
    return 2 if (key == "proactive" or is_lone) and len(label.word) <= 2 else _FOREIGN


def _is_of_review(label: Label) -> bool:
    return "review" in label.tables and "requests" not in label.tables


def _worth(label: Label, page: Squeezed) -> float:
    """A row label with a digit right behind it is likelier a row than a mention, one in an enumeration is a mention."""
    after = page.text[label.end : label.end + 1]
    worth = 10 if after.isdigit() else 1 if after in _LISTING else 7
    return worth - 4 if label.word == _SUM else worth  # may close a group


def _is_table(key: str, chain: list[int], page: Squeezed, labels: Sequence[Label]) -> bool:
    near = labels[max(0, chain[0] - 8) : chain[-1] + 1]
    frames = sum(1 for label in near if key in label.tables and not label.rows and not label.word.startswith("第二十条"))
    if sum(1 for i in chain if _worth(labels[i], page) <= 1) * 2 > len(chain):
        return False  # an enumeration in the text
    if not frames and not (_is_whole(key, chain, page, labels) or _lies_on_its_side(key, chain, labels)):
        return False
    return len(chain) >= _LEAST[key] or _is_cut_off(key, chain, page, labels)


def _is_whole(key: str, chain: list[int], page: Squeezed, labels: Sequence[Label]) -> bool:
    """Tell whether nearly all rows of table three have a cell right behind them: so many are one without its head, too."""
    filled = sum(page.text[labels[i].end : labels[i].end + 1].isdigit() for i in chain)
    return key == "requests" and filled >= _MOST_ROWS * len(ROWS[key])


def _lies_on_its_side(key: str, chain: list[int], labels: Sequence[Label]) -> bool:
    """Tell whether an applicant stands right behind the rows of a table three, whose labels are then heads of its columns."""
    if key != "requests" or len(chain) < _ON_ITS_SIDE:
        return False
    return any(label.word in _HEADS[key][0] and label.gap <= 2 for label in labels[chain[-1] + 1 : chain[-1] + 2])


def _is_cut_off(key: str, chain: list[int], page: Squeezed, labels: Sequence[Label]) -> bool:
    """Tell whether the page ends behind the first rows of table two or three, whose head stands above them."""
    if key not in _HEADS or len(page.text) - labels[chain[-1]].end > _REST:
        return False
    above = [label.word for label in labels[max(0, chain[0] - _ABOVE) : chain[0]] if key in label.tables]
    words, least = _HEADS[key]
    rows = tuple(row for _, row in chain_rows(key, chain, labels))
    if len(rows) < _FIRST_ROWS or rows != ROWS[key][: len(rows)]:
        return False
    first = labels[chain[0]].start
    begin = page.text.rfind("信息内容", 0, first) if key == "proactive" else -1
    is_worded = begin >= 0 and _DOCUMENTS.fullmatch(page.text, begin, first) is not None
    return is_worded or (words <= set(above) and len(above) >= least)


def chain_rows(key: str, chain: list[int], labels: Sequence[Label]) -> Iterator[tuple[int, str]]:
    order, position = {row: n for n, row in enumerate(ROWS[key])}, -1
    for i in chain:
        row = min((row for row in labels[i].rows if order.get(row, -1) > position), key=order.__getitem__)
        position = order[row]
        yield i, row


def own_row(key: str, page: Squeezed, labels: Sequence[Label], first: int, label: Label) -> str | None:
    """Return the row that a long label tells by itself, wherever in the table it stands behind the chain's first one.

    So does that of table three's first row, with a cell behind it, which a row of the page's own parts from the chain.
    """
    rows = [row for row in label.rows if row in ROWS[key]]
    if len(rows) != 1 or len(label.word) < _LONG_WORD:
        return None
    is_next = key == "requests" and first > 0 and label.start == labels[first - 1].start
    is_first = is_next and rows[0] == ROWS[key][0] and page.text[label.end : label.end + 1].isdigit()
    return rows[0] if is_first or label.start > labels[first].start else None
