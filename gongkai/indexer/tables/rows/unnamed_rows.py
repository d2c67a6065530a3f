"""Which row do cells belong to that stand behind a word of the frame, or behind text that is no word of the form?"""

from __future__ import annotations

from collections.abc import Sequence

from gongkai.indexer.expressions import expression
from gongkai.indexer.numbers import read_number
from gongkai.indexer.tables.alike import most_alike
from gongkai.indexer.tables.habits import rows_by_head
from gongkai.indexer.tables.labels import OTHERS, rows_named
from gongkai.indexer.tables.rows.cells import Reading
from gongkai.indexer.tables.rows.row_readings import lines_of, of_lost_labels, read_line, read_row, that_add_up
from gongkai.indexer.tables.tables import Segment
from gongkai.mappings.form import FORMS, OUTCOME_GROUPS

__all__ = ["BAND_ROWS", "ExtraRow", "of_part", "read_unnamed"]

ExtraRow = dict[str, object]
# Rows that may stand without label behind a frame word.
BAND_ROWS = {
    label: [row.key for row in FORMS["2021"].tables[1].rows if row.group == key] for key, label in OUTCOME_GROUPS.items()
}
BAND_ROWS["本年度办理结果"] = BAND_ROWS["本年度办理结"] = ["requests.granted"]
BAND_ROWS |= rows_by_head() | {"总计": ["requests.processed", "requests.carried_forward"]}

_NUMBERED = expression("[一二三四][、.,]")


def of_part(missing: list[str], segment: Segment) -> list[str]:
    """Return the rows that may stand there: those of that part of table two."""
    return [row for row in missing if segment.part is None or row in segment.part]


def _possible(missing: list[str], segment: Segment) -> list[str]:
    """Return the missing rows whose cells may stand there."""
    missing = of_part(missing, segment)
    if segment.unknown:
        return missing
    if segment.word in BAND_ROWS:
        return [row for row in missing if row in BAND_ROWS[segment.word]]
    # 1.属于国家秘密 where 一、本年新收 is printed else: its cells are its own.
    return missing if segment.word in OTHERS or not rows_named(segment.word) else []


def read_unnamed(
    segment: Segment,
    rivals: Sequence[Segment],
    missing: list[str],
    kinds: dict[str, list[str]],
    folded: str,
    rows: dict[str, list[Reading]],
    extra: list[ExtraRow],
) -> bool:
    """Read cells behind a frame word or behind text that is no word of the form; tell whether they are a row's."""
    lines = lines_of(segment, folded)
    missing = _possible([row for row in missing if row not in rows], segment)
    if segment.unknown:
        before = segment.word if segment.word in OTHERS else ""  # 其他 + 法律行政: a word of the head begins it
        # 其他行政许可 is no 行政许可: nothing but 其他 stands between the rows of table two.
        begins = folded[segment.label[0]].isspace() or _NUMBERED.match(segment.unknown)  # behind the head's 其他
        is_glued = before and (segment.part is not None or (folded.endswith(before, 0, segment.label[0]) and not begins))
        texts = (before + segment.unknown,) if is_glued else (segment.unknown, before + segment.unknown)
        match = most_alike(texts, [rival.unknown for rival in rivals], missing)
        if len(match) == 1 and match[0] not in rows:
            # 属于内部管理信息 is no damaged 属于三类内部事务信息: a label that is only alike needs numbers that add up.
            rows[match[0]] = that_add_up(read_row(segment, kinds[match[0]], folded))
            return True
    elif missing == BAND_ROWS.get(segment.word) and (found_rows := of_lost_labels(missing, lines, folded)):
        rows.update(found_rows)
        return True
    elif missing and len(lines) == len(missing) and segment.word != "合计":
        for name, line in zip(missing, lines, strict=True):
            rows[name] = read_line(line, kinds[name], folded)
        return True
    if segment.unknown and len(segment.unknown) > 1:
        values = [read_number(token, "decimal")[0] for token in folded[segment.start : segment.end].replace("|", " ").split()]
        begin, end = segment.label
        if folded.endswith(segment.word, 0, begin):  # 其他行政许可: a word of the form begins the label
            begin -= len(segment.word)
        label = folded[begin:end].strip(" |\n\t")
        extra.append({"label": label, "values": [v for v in values if v is not None]})
    return False
