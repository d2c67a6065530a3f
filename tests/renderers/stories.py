"""What else may be true of a report? Functions from facts to facts."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from gongkai.mappings.form import FORMS
from gongkai.sample.facts import Facts, draw_facts

__all__ = [
    "LOST",
    "blank_ends",
    "blank_ends_unseen",
    "blank_totals",
    "blank_zeros",
    "lose_legal_services",
    "lose_rows",
    "lose_totals",
    "maybe_unprinted_zeros",
    "older_columns",
    "older_table_two",
    "talkative",
    "unprinted_zeros",
]

LOST = "\0"
"""Printed in the cells of a row that the page does not have; the grid change `drop_lost_rows` takes it out."""


def talkative(facts: Facts, random: Random) -> Facts:
    """Put prose full of row names, years and numbers between headings and tables."""
    figure = facts.figures
    received, total = figure["requests.received.total"], figure["review.total"]
    prose = dict(facts.prose)
    prose["proactive"] = [
        f"{facts.year}年，主动公开规章、行政规范性文件、行政许可、行政处罚、行政强制、行政事业性收费等信息"
        f"{random.randint(100, 9999)}条，其中第二十条第（一）项信息{random.randint(1, 99)}条。",
        f"行政许可方面，公示办件{random.randint(10, 999)}批次；行政处罚方面，曝光典型案例{random.randint(2, 30)}起。",
    ]
    prose["requests"] = [
        f"{facts.year}年1月1日至12月31日，收到政府信息公开申请{received}件。予以公开、部分公开、不予公开、无法提供等情况如下。",
        "上年结转、本年新收、结转下年度继续办理的数量见下表，总计栏为各类申请人之和。",
    ]
    prose["review"] = [f"全年因政府信息公开被申请行政复议{total}件，结果维持、结果纠正等情况见下表。"]
    return replace(facts, prose=prose)


def lose_rows(facts: Facts, random: Random) -> Facts:
    """Take one to four rows out of tables two and three: their figures are on no page."""
    rows = [row for table in facts.form.tables[:2] for row in table.rows]
    figures, printed = dict(facts.figures), dict(facts.printed)
    for row in random.sample(rows, random.randint(1, 4)):
        for column in row.columns:
            name = f"{row.key}.{column.key}"
            figures[name], printed[name] = None, LOST
    return replace(facts, figures=figures, printed=printed)


def blank_zeros(facts: Facts, random: Random) -> Facts:
    """Leave every zero of tables three and four blank, as many agencies do, sometimes with a mark."""
    mark = random.choice(("", "", "-", "/"))
    zeros = [cell.name for table in facts.form.tables[1:] for cell in table.cells() if facts.figures[cell.name] == 0]
    return _blanked(facts, zeros, mark)


def blank_totals(facts: Facts, random: Random) -> Facts:
    """Leave the last column of table three blank but for a few rows."""
    totals = [cell.name for cell in facts.form.tables[1].cells() if cell.column.key == "total"]
    return _blanked(facts, [name for name in totals if random.random() < 0.85], "")


def unprinted_zeros(facts: Facts, random: Random) -> Facts:
    """Print no zero of tables three and four, and no mark in its place."""
    zeros = [cell.name for table in facts.form.tables[1:] for cell in table.cells() if facts.figures[cell.name] == 0]
    return _blanked(facts, zeros, "")


def maybe_unprinted_zeros(facts: Facts, random: Random) -> Facts:
    """Print the zeros of every other report."""
    return unprinted_zeros(facts, random) if random.random() < 0.5 else facts


def blank_ends(facts: Facts, random: Random) -> Facts:
    """Leave blank what tables end with: the fee, zeros of the last rows of tables three and four."""
    ends = [table.rows[-1].names for table in facts.form.tables]
    zeros = [name for names in ends[1:] for name in names if facts.figures[name] == 0 and random.random() < 0.6]
    return _blanked(facts, [*ends[0], *zeros], random.choice(("", "", "/")))


def blank_ends_unseen(facts: Facts, random: Random) -> Facts:
    """Mark the fee, and leave two zeros or more of the last rows of tables three and four blank.

    Where no border shows a blank, nobody can tell a number below an empty fee from the fee, and one number below a
    row with one blank may add up by chance.
    """
    for table in facts.form.tables[1:]:
        zeros = [name for name in table.rows[-1].names if facts.figures[name] == 0]
        if len(zeros) > 1 and random.random() < 0.8:
            facts = _blanked(facts, random.sample(zeros, random.randint(2, len(zeros))), "")
    return _blanked(facts, list(facts.form.tables[0].rows[-1].names), "/")


def lose_totals(facts: Facts, random: Random) -> Facts:
    """Take the totals out of table three: the page does not print their column."""
    totals = [cell.name for cell in facts.form.tables[1].cells() if cell.column.key == "total"]
    return replace(facts, figures=dict(facts.figures) | dict.fromkeys(totals, None))


def lose_legal_services(facts: Facts, random: Random) -> Facts:
    """Take the column of legal services out of table three: the page does not print it."""
    lost = [cell.name for cell in facts.form.tables[1].cells() if cell.column.key == "legal_service_organization"]
    return replace(facts, figures=dict(facts.figures) | dict.fromkeys(lost, None))


def older_table_two(facts: Facts, random: Random) -> Facts:
    """Print table two of 2019 above the tables of 2021, as some do to this day."""
    old, new = FORMS["2019"], FORMS["2021"]
    if facts.form is old:
        return facts
    older = draw_facts(random, facts.agency, facts.year, form=old)
    names = {cell.name for cell in old.tables[0].cells()}
    kept = {cell.name for table in new.tables[1:] for cell in table.cells()}
    figures = {name: value for name, value in older.figures.items() if name in names}
    figures |= {name: value for name, value in facts.figures.items() if name in kept}
    printed = {**{name: older.printed[name] for name in names}, **{name: facts.printed[name] for name in kept}}
    form = replace(old, tables=(old.tables[0], *new.tables[1:]))
    return replace(facts, form=form, figures=figures, printed=printed)


def older_columns(facts: Facts, random: Random) -> Facts:
    """Print the columns of 2019 above rules and other documents of 2021, or the other way round, the rest as it is."""
    other = FORMS["2019" if facts.form.key == "2021" else "2021"]
    rows = {row.key: row for row in other.tables[0].rows if row.key in ("proactive.rules", "proactive.normative_documents")}
    first, *rest = facts.form.tables
    table = replace(first, rows=tuple(rows.get(row.key, row) for row in first.rows))
    renamed = {
        old: new
        for before, after in zip(first.rows, table.rows, strict=True)
        for old, new in zip(before.names, after.names, strict=True)
    }
    figures = {renamed.get(name, name): value for name, value in facts.figures.items()}
    printed = {renamed.get(name, name): text for name, text in facts.printed.items()}
    return replace(facts, form=replace(facts.form, tables=(table, *rest)), figures=figures, printed=printed)


def _blanked(facts: Facts, names: list[str], mark: str) -> Facts:
    figures = dict(facts.figures) | dict.fromkeys(names, None)
    return replace(facts, figures=figures, printed=dict(facts.printed) | dict.fromkeys(names, mark))
