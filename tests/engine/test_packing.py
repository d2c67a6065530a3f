"""A document comes out of the store as it went in, whatever its figures are called."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from contract.documents import make_document

from gongkai.mappings.form import FORMS
from gongkai.search import packing
from gongkai.search.packing import pack, unpack
from gongkai.search.store import Store

ALL_NAMES = {key: [cell.name for cell in form.cells()] for key, form in FORMS.items()}


@pytest.mark.parametrize(
    "figures",
    [
        *(dict(zip(names, range(len(names)), strict=True)) for names in ALL_NAMES.values()),
        dict.fromkeys(ALL_NAMES["2021"]),
        dict.fromkeys(reversed(ALL_NAMES["2021"]), 1),
        {"one": 1, "other": None},
        {},
        None,
    ],
)
def test_what_is_packed_is_unpacked(figures: dict[str, Any] | None) -> None:
    document = {**make_document("a", title="标题 \ud800 \0"), "figures": figures}
    again = unpack(pack(document))
    assert again == document
    assert list(again["figures"] or ()) == list(figures or ())


def test_a_decimal_becomes_a_number_of_json() -> None:
    assert unpack(pack({"figures": {"proactive.fees.amount_wan_yuan": Decimal("12.50")}})) == {
        "figures": {"proactive.fees.amount_wan_yuan": 12.5}
    }


def test_names_are_not_stored_with_every_document() -> None:
    document = make_document("a", figures=dict.fromkeys(ALL_NAMES["2021"], 0))
    assert len(pack(document)) < 600


def test_a_store_knows_the_names_of_forms_that_are_no_more(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    names = ("old.row.total", "old.row.other")
    monkeypatch.setitem(packing._KEYS, names, "0ld")
    monkeypatch.setitem(packing.LAYOUTS, "0ld", names)
    document = {"id": "a", "figures": {"old.row.total": 1, "old.row.other": None}}
    packed = pack(document)
    store = Store.open(tmp_path / "store.sqlite", create=True)
    store.remember_layouts()
    store.close()
    monkeypatch.delitem(packing.LAYOUTS, "0ld")  # a later version
    with pytest.raises(KeyError):
        unpack(packed)
    Store.open(tmp_path / "store.sqlite").close()
    assert unpack(packed) == document
