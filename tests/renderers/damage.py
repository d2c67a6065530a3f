"""What happens to labels and heads on real pages? Tables of damage and functions that apply them to a grid."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

from gongkai.sample.printed import Grid, PrintedCell

from .stories import LOST

__all__ = [
    "add_notes",
    "add_phantom_columns",
    "break_heads",
    "cut_heads_to_two",
    "damage_labels",
    "drop_cells",
    "drop_lost_rows",
    "drop_numbering",
    "glue_units",
    "mojibake",
    "repeat_head",
    "shuffle_rows",
    "space_labels",
    "thousands",
    "widen_digits",
    "wrap_labels",
]

# Printed label → what pages print in its place. Every entry stands for damage that was seen on real pages.
LABELS: dict[str, tuple[str, ...]] = {
    "属于行政执法案卷": ("属于行政执法案件", "行政执法案卷"),
    "危及“三安全一稳定”": (
        "危及三安全一稳定",
        '危及"三安全一稳定"',
        "危及「三安全一稳定」",
        "危及‘三安全一稳定’",
        "危及”三安全一稳定“",
    ),
    "其他法律行政法规禁止公开": ("其他法律、行政法规禁止公开", "法律行政法规禁止公开", "其他法律行政止公开"),
    "部分公开（区分处理的，只计这一情形，不计其他情形）": (
        "部分公开",
        "部分公开（区分处理）",
        "部分公开(区分处理的，只计这一情形,不计其他情形)",
    ),
    "要求行政机关确认或重新出具已获取信息": ("要求行政机关确认或重新出具", "要求行政机关确认或重新出具 已获取信息"),
    "申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请": (
        "申请人无正当理由逾期不补正，行政机关不再处理其政府信息公开申请",
        "申请人无正当理由逾期不补正",
        "逾期不补正",
    ),
    "申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请": (
        "申请人逾期未按收费通知要求缴纳费用,行政机关不再处理其政府信息公开申请",
        "申请人逾期未按收费通知要求缴纳费用",
        "逾期未缴费",
    ),
    "结转下年度继续办理": ("结转下一年度继续办理", "结转下年度继续办 理", "结转下年"),
    "三、本年度办理结果": ("三本年度办理结 果", "三、本年度办 理结果", "三、 本年度办理结果", "三、本年度办理结 果"),
    "社会公益组织": ("社会公益 组织", "公益组织", "社会组织", "社会公益机构"),
    "法律服务机构": ("法律服务 机构", "法律 服务 机构"),
    "商业企业": ("商业 企业", "商业企业 "),
    "科研机构": ("科研 机构",),
    "总计": ("合计", "总 计"),
    "行政规范性文件": ("规范性文件", "行政规范性 文件"),
    "现行有效件数": ("现行有效件", "现行有效 件数"),
    "本年制发件数": ("本年制发件", "本年制 发件数"),
    "本年收费金额（单位：万元）": ("本年收费金额", "收费金额（万元）", "本年收费金额(单位:万元)", "本年收费金额 （单位：万元）"),
    "本年新收政府信息公开申请数量": ("本年新收政府信息公开申请", "本年新收政府信息公开申请数 量", "本年新收政府信息公开数量"),
    "上年结转政府信息公开申请数量": ("上年结转政府信息公开申请", "上年结转政府信息公开数量"),
}
_ORDINAL = re.compile(r"^(?:[一二三四]、|（[一二三四五六七]）|\d\.)")


def _change(grid: Grid, kinds: tuple[str, ...], change: Callable[[str], str]) -> Grid:
    """Apply `change` to the text of every cell of these kinds."""
    return [[c._replace(text=change(c.text)) if c.kind in kinds else c for c in row] for row in grid]


def damage_labels(grid: Grid, random: Random, share: float = 0.4) -> Grid:
    """Replace some labels by what real pages print, their ordinals by other punctuation."""

    def damaged(text: str) -> str:
        ordinal = match.group() if (match := _ORDINAL.match(text)) else ""
        label = text.removeprefix(ordinal)
        if text in LABELS and random.random() < share:
            return random.choice(LABELS[text])
        if label in LABELS and random.random() < share:
            label = random.choice(LABELS[label])
        if ordinal.endswith(".") and random.random() < share:
            ordinal = random.choice((f"{ordinal[0]}、", f"{ordinal[0]}．", f"{ordinal[0]}. "))
        elif ordinal.startswith("（") and random.random() < share / 2:
            ordinal = random.choice((f"({ordinal[1]})", f"（{ordinal[1]} ）"))
        return ordinal + label

    return _change(grid, ("label", "head", "band"), damaged)


def drop_numbering(grid: Grid, random: Random) -> Grid:
    """Lose the ordinals of some or all rows."""
    every = random.random() < 0.5
    return _change(grid, ("label",), lambda text: _ORDINAL.sub("", text) if every or random.random() < 0.4 else text)


def wrap_labels(grid: Grid, random: Random) -> Grid:
    """Break long labels and heads over lines at any character."""

    def wrapped(text: str) -> str:
        if len(text) < 5 or random.random() < 0.4:
            return text
        at = random.randint(2, len(text) - 2)
        return f"{text[:at]}\n{text[at:]}"

    return _change(grid, ("label", "head"), wrapped)


def break_heads(grid: Grid, random: Random) -> Grid:
    """Break heads of four characters and more in two lines, as narrow columns do."""
    return _change(grid, ("head",), lambda text: f"{text[:2]}\n{text[2:]}" if 4 <= len(text) <= 6 else text)


def cut_heads_to_two(grid: Grid, random: Random) -> Grid:
    """Cut the heads of table four to their first two characters."""
    if grid[0][0].text != "行政复议":
        return grid
    return grid[:1] + _change(grid[1:], ("head",), lambda text: text[:2] if len(text) == 4 else text)


def space_labels(grid: Grid, random: Random) -> Grid:
    """Put a space into labels and heads at any character."""

    def spaced(text: str) -> str:
        at = random.randint(1, max(1, len(text) - 1))
        return f"{text[:at]} {text[at:]}" if random.random() < 0.4 else text

    return _change(grid, ("label", "head", "band"), spaced)


def thousands(grid: Grid, random: Random) -> Grid:
    """Print thousands separators."""
    comma = random.choice((",", "，"))
    return _change(grid, ("number",), lambda text: _separated(text, comma))


def _separated(text: str, comma: str) -> str:
    match = re.fullmatch(r"([+-]?)(\d{4,})((?:\.\d+)?)", text)
    return f"{match[1]}{int(match[2]):,}{match[3]}".replace(",", comma) if match else text


def widen_digits(grid: Grid, random: Random) -> Grid:
    """Print full-width digits."""
    wide = str.maketrans("0123456789.", "０１２３４５６７８９．")
    return _change(grid, ("number",), lambda text: text.translate(wide))


def glue_units(grid: Grid, random: Random) -> Grid:
    """Print the unit after some counts."""
    return _change(grid, ("number",), lambda text: f"{text}件" if text.isdigit() and random.random() < 0.3 else text)


_NOTES = {
    "规章": "（设区的市、自治州政府填写）",
    "规范性文件": "（标题为“办法”“细则”“规程” 等字样的公文，一般属于规范性文件）",
    "上一年项目数量": "（指2019年事项数）",
    "本年增/减": "（指2020年增加或减少的事项数，减少的用负数，如-8）",
    "处理决定数量": "（指2020年办件量）",
    "其他对外管理服务事项": "（含行政确认、行政处罚、行政强制以外的事项）",
    "本年处理决定数量": "（含下属单位2件）",
    "行政许可": "（含变更和延续）",
}


def add_notes(grid: Grid, random: Random) -> Grid:
    """Explain words of table two in their own cells, in other words of the form and with numbers."""
    space = random.choice(("", " "))
    return [
        [cell._replace(text=cell.text + space + _NOTES[cell.text]) if cell.text in _NOTES else cell for cell in row]
        for row in grid
    ]


def add_phantom_columns(grid: Grid, random: Random) -> Grid:
    """Add one to three empty columns at the end."""
    count = random.randint(1, 3)
    return [[*row, *[PrintedCell("", kind="number")] * count] for row in grid]


def drop_lost_rows(grid: Grid, random: Random) -> Grid:
    """Take out the rows that the facts say are lost; a group's label moves to the next row."""
    changed: Grid = []
    waiting: list[PrintedCell] = []
    for row in grid:
        if row[-1].text != LOST:
            changed.append(waiting + row)
            waiting = []
        elif row[0].kind == "label":
            waiting += [cell for cell in row[:-1] if cell.rowspan > 1]
    return changed


def drop_cells(grid: Grid, random: Random) -> Grid:
    """Lose the total, or any one number, of a few rows without a trace."""
    changed = []
    for row in grid:
        if row[-1].kind == "number" and random.random() < 0.15:
            at = random.choice((len(row) - 1, random.randrange(len(row))))
            row = row[:at] + row[at + 1 :] if row[at].kind == "number" else row
        changed.append(row)
    return changed


def mojibake(grid: Grid, random: Random) -> Grid:
    """Damage one character of some labels."""

    def damaged(text: str) -> str:
        at = random.randrange(len(text))
        return f"{text[:at]}{random.choice('?�□')}{text[at + 1 :]}" if random.random() < 0.3 and len(text) > 4 else text

    return _change(grid, ("label", "head"), damaged)


def repeat_head(grid: Grid, random: Random) -> Grid:
    """Print the head again in the middle of a long table, as at a page break."""
    at = random.randint(6, len(grid) - 3) if len(grid) > 20 else 0
    return grid[:at] + grid[:3] + grid[at:] if at else grid


def shuffle_rows(grid: Grid, random: Random) -> Grid:
    """Print the rows under a group in another order, its label still first; 其他 needs its place to be told from a column."""
    changed: Grid = []
    group: Grid = []
    for row in [*grid, []]:
        if group and row and row[0].kind == "label" and row[0].text[:1].isdigit() and len(row) == 8:
            group.append(row)
            continue
        if group:
            leads, first = group[0][:-8], group[0][-8:]
            rows = [first, *group[1:]]
            rows = rows if rows[-1][-8].text.endswith("其他") else random.sample(rows, len(rows))
            changed += [leads + rows[0], *rows[1:]]
        group = [row] if len(row) > 8 and row[-8].text[:1].isdigit() else []
        changed += [row] if row and not group else []
    return changed
