"""Made-up reports: known numbers, real places, every one an agency and year of its own."""

from __future__ import annotations

import json
from collections import Counter
from itertools import islice
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from renderers import CATALOGUE, draw

from gongkai.mappings.form import FORMS
from gongkai.sample import generate
from gongkai.sample.agencies import YEARS, agency_years
from gongkai.sample.facts import draw_facts
from gongkai.sample.figures import break_identity, broken_identities, random_figures
from gongkai.sample.generate import LAYOUTS, truth_path, write_sample
from gongkai.sample.layouts_text import TEXT_LAYOUTS, Layout
from gongkai.text import normalise

SEEDS = st.integers(0, 2**32)


def _truth(folder: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in truth_path(folder).read_text(encoding="utf-8").splitlines()]


def test_sample_writes_files_and_their_truth(tmp_path: Path) -> None:
    folder = tmp_path / "reports"
    write_sample(120, folder, 3)
    truth = _truth(folder)
    assert truth_path(folder) == tmp_path / "reports.truth.jsonl"
    assert sorted(line["source"] for line in truth) == sorted(path.name for path in folder.iterdir())
    assert len({(line["adcode"], line["agency"], line["year"]) for line in truth}) == 120
    assert len({line["layout"] for line in truth}) >= 6
    assert {line["form"] for line in truth} == {"2019", "2021"}
    assert all(line["broken"] == [] for line in truth)
    assert all(line["figures"].keys() == {cell.name for cell in FORMS[line["form"]].cells()} for line in truth)


def test_same_seed_same_bytes(tmp_path: Path) -> None:
    for name in ("one", "two"):
        write_sample(30, tmp_path / name, 11, 0.2, 0.2)
    write_sample(30, tmp_path / "other", 12, 0.2, 0.2)
    one, two, other = ({path.name: path.read_bytes() for path in (tmp_path / name).iterdir()} for name in ("one", "two", "other"))
    assert one == two
    assert one != other


def test_broken_reports_fail_an_identity_that_truth_names(tmp_path: Path) -> None:
    write_sample(60, tmp_path / "all", 5, broken=1.0)
    for line in _truth(tmp_path / "all"):
        named = {(broken["code"], broken["scope"]) for broken in line["broken"]}
        identities = broken_identities(FORMS[line["form"]], line["figures"])
        assert named
        assert named == {(identity.code, identity.scope) for identity in identities}


def test_republished_reports_have_a_later_second_version(tmp_path: Path) -> None:
    write_sample(60, tmp_path / "all", 5, republished=0.5)
    truth = _truth(tmp_path / "all")
    second = {line["source"].replace("-2", ""): line for line in truth if line["version"] == 2}
    assert 15 < len(second) < 45
    assert len(truth) == 60 + len(second)
    for line in truth:
        later = second.get(line["source"]) if line["version"] == 1 else None
        assert line["current"] is (later is None)
        if later:
            assert (later["agency"], later["year"]) == (line["agency"], line["year"])
            assert later["published"] > line["published"]
            assert later["figures"] != line["figures"]


def test_too_many_reports_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(generate, "agency_years", lambda seed: islice(agency_years(seed), 3))
    with pytest.raises(ValueError, match="only 3 made-up reports"):
        write_sample(4, tmp_path / "all", 1)


def test_agencies_are_spread_over_the_country() -> None:
    pairs = list(islice(agency_years(1), 20_000))
    assert len({(agency.name, agency.place.adcode, year) for agency, year in pairs}) == 20_000
    assert {year for _, year in pairs} == set(YEARS)
    assert len({agency.place.province for agency, _ in pairs}) == 31
    assert len({agency.place.county for agency, _ in pairs}) > 150
    kinds = Counter(agency.kind for agency, _ in pairs)
    assert kinds.keys() >= {"government", "government_office", "department", "subdistrict_office", "tax", "public_security"}
    assert {agency.level for agency, _ in pairs} == {"provincial", "prefectural", "county", "township"}


@given(SEEDS, st.sampled_from(["2019", "2021"]))
@settings(deadline=None, max_examples=200)
def test_figures_satisfy_the_identities_until_one_is_broken(seed: int, key: str) -> None:
    form = FORMS[key]
    figures = random_figures(Random(seed), form)
    assert list(figures) == [cell.name for cell in form.cells()]
    assert broken_identities(form, figures) == []
    assert all(value is not None for value in figures.values())
    assert all((figures[cell.name] or 0) >= 0 for cell in form.cells() if cell.column.kind != "signed")
    break_identity(Random(seed), form, figures)
    assert broken_identities(form, figures) != []


def test_prose_says_what_the_figures_say_and_differs_from_report_to_report() -> None:
    facts = [draw_facts(Random(seed), *pair) for seed, pair in enumerate(islice(agency_years(2), 600))]
    lengths = sorted(sum(map(len, each.sections.values())) for each in facts)
    assert lengths[0] > 1_200
    assert 3_000 < lengths[-1] < 9_000
    assert 150 < sum("三审三校" in "".join(each.sections.values()) for each in facts) < 280
    assert len({each.sections["overview"] for each in facts}) == 600
    for each in facts:
        received = each.figures["requests.received.total"]
        over = each.figures["requests.carried_over.total"]
        if received or over:
            assert f"申请{received}件" in each.sections["overview"]
        else:
            assert "未收到政府信息公开申请" in each.sections["overview"] or "申请0件" in each.sections["overview"]


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
def test_pages_print_title_date_and_every_number(layout: Layout) -> None:
    for seed in range(5):
        facts, content = draw(CATALOGUE[layout.name], seed)
        page = content.decode(layout.encoding)
        assert facts.published.isoformat() in page
        assert facts.title in page
        assert all(printed in page for printed in facts.printed.values())


@pytest.mark.parametrize("layout", TEXT_LAYOUTS, ids=lambda layout: layout.name)
def test_text_pages_print_every_paragraph(layout: Layout) -> None:
    for seed in range(5):
        facts, content = draw(CATALOGUE[layout.name], seed)
        page = normalise(content.decode())
        for text in facts.sections.values():
            assert all(normalise(paragraph) in page for paragraph in text.split("\n"))
