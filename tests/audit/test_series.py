"""Figures across forms: what may be compared, and what may not."""

from gongkai.mappings.form import cells_by_name
from gongkai.mappings.series import SUBTOTAL_2019, counterparts


def test_every_figure_of_2021_says_what_it_compares_with() -> None:
    assert len(counterparts()) == 200
    names = cells_by_name()
    for found in counterparts().values():
        assert [c.form for c in found] == ["2019", "2014"]
        for counterpart in found:
            assert set(counterpart.figures) <= names.keys()
            assert (counterpart.comparable == "none") == (counterpart.figures == ())


def test_traps_that_others_fell_into() -> None:
    table = {name: {c.form: c for c in found} for name, found in counterparts().items()}
    assert table["proactive.fees.amount_wan_yuan"]["2019"].comparable == "none"  # items are not money
    assert table["proactive.rules.repealed"]["2019"].comparable == "none"  # null, never 0
    assert table["proactive.rules.in_force"]["2019"].comparable == "none"  # published is not in force
    assert table["proactive.rules.issued"]["2019"].comparable == "approximate"
    assert table["proactive.licensing.decisions"]["2019"].comparable == "exact"
    assert table["requests.other.other.total"]["2019"].comparable == "none"
    assert table["requests.denied.state_secret.natural_person"]["2014"].comparable == "none"
    assert set(SUBTOTAL_2019) <= cells_by_name().keys()
