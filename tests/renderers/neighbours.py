"""What stands right beside a table? A number of the page, last year's table, the table once more."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from gongkai.report import Number
from gongkai.sample.facts import Facts, print_number
from gongkai.sample.figures import random_figures
from gongkai.sample.printed import Grid, grids

__all__ = ["doubtful", "last_year_bare", "last_year_captioned", "number_below", "of_another", "table_of_last_year", "twice"]

_NUMBERS = ("2", "3", "{page}", "{year}", "2 / 6", "2/6", "— 3 —", "第 2 页 共 6 页", "0551-62999801", "{year}年1月15日")
_CAPTIONS = (
    ("{year}年", "{last}年"),
    ("（{year}年度）", "（{last}年度）"),
    ("{year}年情况", "{last}年情况"),
    ("本年情况", "上年情况"),
    ("表1：{year}年度情况", "表2：{last}年度情况"),
)


def number_below(grid: Grid, facts: Facts, random: Random) -> list[Grid | str]:
    """Put a page number, a year or a telephone number alone on the line below the table."""
    return [grid, random.choice(_NUMBERS).format(page=random.randint(1, 30), year=facts.year)]


def _last_year(facts: Facts) -> dict[str, Number | None]:
    """Return the figures of the year before, always the same for these facts."""
    return random_figures(Random(facts.url), facts.form)


def table_of_last_year(grid: Grid, facts: Facts) -> Grid:
    printed = {name: print_number(Random(name), name, value) for name, value in _last_year(facts).items()}
    this_year = grids(facts.form, facts.printed)
    key = next(key for key, table in this_year.items() if table == grid)
    return grids(facts.form, printed)[key]


def last_year_captioned(grid: Grid, facts: Facts, random: Random) -> list[Grid | str]:
    """Print last year's table before or after this year's, each under a line that says so."""
    this, last = (text.format(year=facts.year, last=facts.year - 1) for text in random.choice(_CAPTIONS))
    both: list[tuple[str, Grid]] = [(this, grid), (last, table_of_last_year(grid, facts))]
    if random.random() < 0.5:
        both.reverse()
    return [part for pair in both for part in pair]


def last_year_bare(grid: Grid, facts: Facts, random: Random) -> list[Grid | str]:
    """Print last year's table before or after this year's, and nothing that tells them apart."""
    both: list[Grid | str] = [grid, table_of_last_year(grid, facts)]
    return random.sample(both, 2)


def of_another(grid: Grid, facts: Facts, random: Random) -> list[Grid | str]:
    """Print the table of another body below this one, under a line that says so or says nothing of years."""
    return [
        grid,
        random.choice(("附：下属单位情况", "（二）街道办事处", "下属事业单位情况如下", "附件")),
        table_of_last_year(grid, facts),
    ]


def doubtful(facts: Facts, random: Random) -> Facts:
    """Keep the figures that are the same in both years: of the others nobody can tell which is which."""
    last = _last_year(facts)
    return replace(facts, figures={name: value if value == last[name] else None for name, value in facts.figures.items()})


def twice(grid: Grid, facts: Facts, random: Random) -> list[Grid | str]:
    """Print the table twice."""
    return [grid, grid]
