"""What is true of a made-up report, before it is printed?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random

from gongkai.mappings.form import Form
from gongkai.report import Number
from gongkai.sample.agencies import Agency
from gongkai.sample.figures import break_identity, broken_identities, form_of, random_figures
from gongkai.sample.narrative import Prose, write_prose

__all__ = ["Blanks", "Facts", "draw_facts", "publish_again"]

Blanks = tuple[str, ...]
"""What a layout can print in a cell without a number: "", "-", "/", "—", "无"; empty: every cell needs one."""

_TITLES = (
    "{name}{year}年政府信息公开工作年度报告",
    "{name}{year}年政府信息公开工作年度报告",
    "{short}{year}年政府信息公开工作年度报告",
    "{name}{year}年度政府信息公开工作年度报告",
    "{name}{year}年政府信息公开年度报告",
    "{year}年{name}政府信息公开工作年度报告",
)


@dataclass(frozen=True, slots=True)
class Facts:
    """A report's truth. `printed` holds the characters of each cell, `figures` their value or null."""

    agency: Agency
    year: int
    title: str
    published: date
    url: str
    form: Form
    figures: Mapping[str, Number | None]
    printed: Mapping[str, str]
    prose: Prose
    version: int = 1

    @property
    def sections(self) -> dict[str, str]:
        """Return SECTIONS key → text, a line a paragraph."""
        return {key: "\n".join(paragraphs) for key, paragraphs in self.prose.items()}


def draw_facts(
    random: Random, agency: Agency, year: int, *, form: Form | None = None, blanks: Blanks = (), broken: bool = False
) -> Facts:
    """Draw one report, of the year's form unless another is given; `broken` makes its tables fail an identity."""
    form = form or form_of(year)
    figures = random_figures(random, form)
    if broken:
        break_identity(random, form, figures)
    printed = {name: print_number(random, name, value) for name, value in figures.items()}
    prose = write_prose(random, agency, year, figures)
    if blanks and random.random() < 0.4:
        _leave_blank(random, form, figures, printed, blanks)
        if broken and not broken_identities(form, figures):
            return draw_facts(random, agency, year, form=form, broken=True)
    published = _published(random, agency, year)
    title = random.choice(_TITLES).format(name=agency.name, short=agency.short, year=year)
    return Facts(agency, year, title, published, _url(random, agency, published), form, figures, printed, prose)


def publish_again(random: Random, facts: Facts) -> Facts:
    """Return a second version: a later date, some numbers of table two corrected."""
    figures, printed = dict(facts.figures), dict(facts.printed)
    names = [cell.name for cell in facts.form.tables[0].cells() if cell.column.kind == "count"]
    for name in random.sample(names, random.randint(1, 3)):
        value = figures[name]
        if value is not None:
            figures[name] = value + random.randint(1, 9)
            printed[name] = str(figures[name])
    published = facts.published + timedelta(days=random.randint(3, 60))
    prose = write_prose(random, facts.agency, facts.year, figures)
    url = _url(random, facts.agency, published)
    return replace(facts, figures=figures, printed=printed, prose=prose, published=published, url=url, version=2)


def print_number(random: Random, name: str, value: Number | None) -> str:
    """Return the characters of a cell: signs and units as the form of 2019 invites them."""
    if value and name.endswith(".items_change"):
        return random.choice(("", "+") if value > 0 else ("-", "-", "减")) + str(abs(value))
    if value and name == "proactive.procurement.amount":
        return f"{value}{random.choice(('', '元', '元'))}"
    return str(value)


def _leave_blank(random: Random, form: Form, figures: dict[str, Number | None], printed: dict[str, str], blanks: Blanks) -> None:
    """Blank the fee, some of table two, or zeros of table three outside its totals."""
    cells = [cell.name for cell in form.tables[0].cells()]
    chosen = {name for name in cells if name.startswith("proactive.fees") or random.random() < 0.2}
    if random.random() < 0.4:
        kinds = [c.name for c in form.tables[1].cells() if c.column.key != "total" and figures[c.name] == 0]
        chosen.update(random.sample(kinds, random.randint(1, min(40, len(kinds)))))
    mark = random.choice(blanks)
    for name in chosen:
        figures[name], printed[name] = None, mark


def _published(random: Random, agency: Agency, year: int) -> date:
    """Draw a day within the legal term: 31 January for departments, 31 March for governments."""
    last = 89 if agency.scope == "government_consolidated" and agency.level != "township" else 30
    return date(year + 1, 1, 4) + timedelta(days=random.randint(0, last - 4))


def _url(random: Random, agency: Agency, published: date) -> str:
    page = random.randint(100_000, 9_999_999)
    return f"http://www.{agency.place.adcode}.gov.example/zwgk/nb/{published:%Y%m}/t{published:%Y%m%d}_{page}.html"
