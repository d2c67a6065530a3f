"""Which numbers of a list of 2014 only number the row below? 收到申请数 件 1 当面申请数 件 35 prints nothing for 收到申请数."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import pairwise

from gongkai.indexer.cells import Reading
from gongkai.indexer.tables import TableText
from gongkai.mappings.form_2014 import LIST_2014

__all__ = ["without_ordinals"]

_GROUPS = (
    ("proactive.by_gazette", "proactive.by_website", "proactive.by_weibo", "proactive.by_wechat", "proactive.by_other"),
    (
        "response.press_conferences",
        "response.online_interviews",
        "response.policy_interpretations",
        "response.weibo_wechat_responses",
        "response.other_responses",
    ),
    ("requests.channel.in_person", "requests.channel.fax", "requests.channel.online", "requests.channel.mail"),
    ("requests.closed_on_time", "requests.closed_extended"),
    (
        "requests.answered.already_public",
        "requests.answered.granted",
        "requests.answered.partially_granted",
        "requests.answered.denied",
        "requests.answered.not_this_agency",
        "requests.answered.does_not_exist",
        "requests.answered.asked_to_amend",
        "requests.answered.referred_elsewhere",
    ),
    ("capacity.staff_full_time", "capacity.staff_part_time"),
)
_ORDINALS = {LIST_2014 + key: str(n) for group in _GROUPS for n, key in enumerate(group, 1)}
_BEFORE = re.compile(r"(\d)[ \t|]*\Z")
_NEAR = 6  # characters
_FEWEST = 3  # labels with their ordinals before them: fewer may be numbers that happen to be the same
_MOST = 0.7  # of the labels: numbers that end with the digit of the next one may do so by chance, not so many


def without_ordinals(rows: Mapping[str, Reading], text: TableText, folded: str) -> dict[str, Reading]:
    """Return the readings without those that are the plain ordinal of the next label on the line, or end with it: 条2122政府网站."""
    alone: set[str] = set()
    joined: set[str] = set()
    printed = labels = 0
    for above, below in pairwise(segment for segment in text.segments if segment.row):
        if not above.row or below.row not in _ORDINALS:
            continue
        labels += 1
        start = below.label[0]
        number = _BEFORE.search(folded, max(0, start - _NEAR), start)
        if number is None or number[1] != _ORDINALS[below.row]:
            continue
        reading = rows.get(above.row)
        if reading and reading.values[0].start < number.start(1) < reading.values[0].end:
            joined.add(above.row)
            continue
        printed += 1
        if reading and reading.values[0].start == number.start(1):
            alone.add(above.row)
    taken = alone if printed >= max(_FEWEST, _MOST * labels) else set()
    if len(joined) >= max(_FEWEST, _MOST * labels):
        taken |= joined | alone
    return {row: reading for row, reading in rows.items() if row not in taken}
