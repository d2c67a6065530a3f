"""How does a folder of made-up reports come about, with the truth beside it?"""

from __future__ import annotations

import json
from collections.abc import Iterator
from decimal import Decimal
from itertools import islice
from pathlib import Path
from random import Random
from typing import Any

from gongkai.report import State
from gongkai.sample.agencies import Agency, agency_years
from gongkai.sample.facts import Facts, draw_facts, publish_again
from gongkai.sample.figures import broken_identities
from gongkai.sample.layouts_html import HTML_LAYOUTS
from gongkai.sample.layouts_text import TEXT_LAYOUTS, Layout

__all__ = ["LAYOUTS", "truth_of", "truth_path", "write_sample"]

LAYOUTS: tuple[Layout, ...] = (*HTML_LAYOUTS, *TEXT_LAYOUTS)


def write_sample(count: int, folder: Path, seed: int, broken: float = 0.0, republished: float = 0.0) -> None:
    """Write `count` reports, each an agency and year of its own, and their truth to `truth_path(folder)`.

    `broken` is the share of reports whose tables fail an identity, `republished` the share that a second
    file with a later date follows; these come on top of `count`. The same seed gives the same bytes.

    Raises ValueError when there are fewer agencies and years than `count`.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with truth_path(folder).open("w", encoding="utf-8") as truth:
        written = 0
        for written, (agency, year) in enumerate(islice(agency_years(seed), count), 1):
            for name, content, line in _reports(Random(f"{seed} {written}"), agency, year, written, broken, republished):
                (folder / name).write_bytes(content)
                truth.write(line + "\n")
    if written < count:
        raise ValueError(f"only {written} made-up reports are possible; ask for fewer")


def truth_path(folder: Path) -> Path:
    """Return where the truth of a folder lies: beside it, as NAME.truth.jsonl, so that indexing the folder misses it."""
    folder = folder.resolve()
    return folder.with_name(f"{folder.name}.truth.jsonl")


def _reports(
    random: Random, agency: Agency, year: int, number: int, broken: float, republished: float
) -> Iterator[tuple[str, bytes, str]]:
    """Yield file name, bytes and line of truth of the report, and of its second version if it has one."""
    layout = random.choice(LAYOUTS)
    facts = draw_facts(random, agency, year, blanks=layout.blanks, broken=random.random() < broken)
    versions = [facts]
    if random.random() < republished:
        versions.append(publish_again(random, facts))
    for version in versions:
        name = f"{number:06d}{'-2' if version.version == 2 else ''}{layout.suffix}"
        content = layout.render(version, random).encode(layout.encoding)
        current = version is versions[-1]
        yield name, content, json.dumps(truth_of(version, name, layout, current=current), ensure_ascii=False)


def truth_of(facts: Facts, source: str, layout: Layout, *, current: bool = True) -> dict[str, Any]:
    """Return what `gongkai parse` is to say of the report, where it can be known beforehand.

    Besides: `layout`, `version`, `current` (false: a later version follows), `broken` (identities that fail).
    """
    agency, place = facts.agency, facts.agency.place
    return {
        "source": source,
        "layout": layout.name,
        "title": facts.title,
        "agency": agency.name,
        "year": facts.year,
        "published": facts.published.isoformat(),
        "url": facts.url,
        "form": facts.form.key,
        "province": place.province,
        "city": place.city,
        "county": place.county,
        "town": place.town,
        "zone": place.zone,
        "adcode": place.adcode,
        "level": agency.level,
        "kind": agency.kind,
        "scope": agency.scope,
        "version": facts.version,
        "current": current,
        "sections": {key: text for key, text in facts.sections.items() if text},
        "figures": {name: _number(value) for name, value in facts.figures.items()},
        "states": {name: State.BLANK.value for name, value in facts.figures.items() if value is None},
        "broken": [
            {"code": identity.code, "scope": identity.scope} for identity in broken_identities(facts.form, dict(facts.figures))
        ],
    }


def _number(value: int | Decimal | None) -> int | float | None:
    """Return a number that JSON can hold; at most 11 digits, so that a float prints as it was."""
    return float(value) if isinstance(value, Decimal) else value
