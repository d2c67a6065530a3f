"""The saved objects keep the rules of Kibana's importer, Lens and dashboards; each rule catches its broken twin."""

from __future__ import annotations

import copy
import json
import subprocess
import sys
from collections.abc import Callable
from typing import Any

import pytest
from kibana_lint import RULES, Index, findings, mapped_types

from gongkai.mappings.elasticsearch import AS_PRINTED, Layout, reports_index
from gongkai.mappings.elasticsearch_figures import figures_index
from gongkai.mappings.fields import FIELDS
from gongkai.mappings.form import OUTCOMES
from gongkai.mappings.kibana import needed_by, saved_objects, to_ndjson
from gongkai.mappings.kibana_boards import BOARDS, CONTROLS
from gongkai.mappings.kibana_names import Names, SavedObject, stamp_of
from gongkai.mappings.kibana_panels import View
from gongkai.mappings.kibana_views import data_view_spec
from gongkai.mappings.long_form import dimensions, lines_of

NAMES = Names()
Objects = dict[tuple[str, str], Any]


def indices(names: Names = NAMES) -> list[Index]:
    """The two indices as they are really made, without what they keep for themselves."""
    layout = Layout()
    reports = mapped_types(reports_index("r", layout, {})["mappings"])
    figures = mapped_types(figures_index("f", layout, zeros=False)["mappings"])
    for name in (*AS_PRINTED, "report", "rank"):
        del reports[name]
    del figures["slot"]
    return [Index(names.index(View.REPORTS), reports), Index(names.index(View.FIGURES), figures)]


@pytest.mark.parametrize("names", [NAMES, Names("other"), Names("gongkai", "team-a")], ids=str)
def test_nothing_to_find(names: Names) -> None:
    assert findings(saved_objects(names), indices(names)) == []


def first(objects: list[SavedObject], kind: str) -> SavedObject:
    return next(each for each in objects if each["type"] == kind)


def named(objects: list[SavedObject], id: str) -> SavedObject:
    return next(each for each in objects if each["id"] == id)


def inside(saved: SavedObject, *path: str) -> Callable[[Callable[[Any], None]], None]:
    """Return what changes JSON that stands inside a string."""

    def change(how: Callable[[Any], None]) -> None:
        place = saved["attributes"]
        for name in path[:-1]:
            place = place[name]
        value = json.loads(place[path[-1]])
        how(value)
        place[path[-1]] = json.dumps(value)

    return change


def columns_of(saved: SavedObject) -> dict[str, Any]:
    return dict(saved["attributes"]["state"]["datasourceStates"]["formBased"]["layers"]["layer"]["columns"])


def twice(objects: list[SavedObject]) -> None:
    objects.append(copy.deepcopy(first(objects, "lens")))
    objects[-1]["attributes"]["title"] += "2"


def same_title(objects: list[SavedObject]) -> None:
    lenses = [each for each in objects if each["type"] == "lens"]
    lenses[0]["attributes"]["title"] = lenses[1]["attributes"]["title"]


def no_description(objects: list[SavedObject]) -> None:
    del first(objects, "search")["attributes"]["columns"]


def newer(objects: list[SavedObject]) -> None:
    first(objects, "dashboard")["typeMigrationVersion"] = "10.3.0"


def gone(objects: list[SavedObject]) -> None:
    saved = first(objects, "lens")
    saved["references"][0]["id"] = "nothing"


def reversed_order(objects: list[SavedObject]) -> None:
    objects.reverse()


def one_reference_more(objects: list[SavedObject]) -> None:
    saved = first(objects, "dashboard")
    saved["references"].append({**saved["references"][0], "name": "p99:panel_p99"})


def one_reference_less(objects: list[SavedObject]) -> None:
    first(objects, "dashboard")["references"].pop()


def half_json(objects: list[SavedObject]) -> None:
    first(objects, "dashboard")["attributes"]["optionsJSON"] = '{"useMargins":'


def too_wide(objects: list[SavedObject]) -> None:
    inside(first(objects, "dashboard"), "panelsJSON")(lambda panels: panels[0]["gridData"].update(w=49))


def overlapping(objects: list[SavedObject]) -> None:
    inside(first(objects, "dashboard"), "panelsJSON")(lambda panels: panels[1]["gridData"].update(x=0))


def a_text_on_an_axis(objects: list[SavedObject]) -> None:
    columns_of(named(objects, "gongkai-lens-by-province"))["rows"]["sourceField"] = "title"


def a_sum_of_names(objects: list[SavedObject]) -> None:
    columns_of(named(objects, "gongkai-lens-received"))["measure-0"]["sourceField"] = "agency"


def a_column_not_drawn(objects: list[SavedObject]) -> None:
    del named(objects, "gongkai-lens-by-year")["attributes"]["state"]["visualization"]["layers"][0]["splitAccessor"]


def ordered_by_nothing(objects: list[SavedObject]) -> None:
    columns_of(named(objects, "gongkai-lens-by-province"))["rows"]["params"]["orderBy"]["columnId"] = "measure-7"


def unreadable_query(objects: list[SavedObject]) -> None:
    named(objects, "gongkai-lens-groups")["attributes"]["state"]["query"]["query"] = "group : ("


def query_of_an_unknown_field(objects: list[SavedObject]) -> None:
    named(objects, "gongkai-lens-groups")["attributes"]["state"]["query"]["query"] = "groups : *"


def no_filter(objects: list[SavedObject]) -> None:
    inside(first(objects, "search"), "kibanaSavedObjectMeta", "searchSourceJSON")(lambda source: source.pop("filter"))


def a_filter_switched_on(objects: list[SavedObject]) -> None:
    saved = named(objects, "gongkai-dashboard-problems")
    change = inside(saved, "kibanaSavedObjectMeta", "searchSourceJSON")
    change(lambda source: source["filter"][0]["meta"].update(disabled=False))


def a_control_of_a_text(objects: list[SavedObject]) -> None:
    change = inside(first(objects, "dashboard"), "controlGroupInput", "panelsJSON")
    change(lambda controls: controls["control-year"]["explicitInput"].update(fieldName="title"))


def an_unlabelled_field(objects: list[SavedObject]) -> None:
    inside(objects[0], "fieldAttrs")(lambda attributes: attributes.pop("year"))


def a_time_field(objects: list[SavedObject]) -> None:
    objects[0]["attributes"]["timeFieldName"] = "published"


def an_unknown_format(objects: list[SavedObject]) -> None:
    inside(objects[0], "fieldFormatMap")(lambda formats: formats["year"].update(id="roman"))


def an_old_chart(objects: list[SavedObject]) -> None:
    inside(first(objects, "visualization"), "visState")(lambda state: state.update(type="pie"))


def an_unknown_column(objects: list[SavedObject]) -> None:
    first(objects, "search")["attributes"]["columns"].append("nothing")


def a_number_that_json_changes(objects: list[SavedObject]) -> None:
    first(objects, "lens")["attributes"]["state"]["filters"] = ()


TWINS: list[tuple[str, Callable[[list[SavedObject]], None]]] = [
    ("ids", twice),
    ("titles", same_title),
    ("shape", no_description),
    ("versions", newer),
    ("dangling", gone),
    ("order", reversed_order),
    ("bijection", one_reference_more),
    ("bijection", one_reference_less),
    ("strings", half_json),
    ("grid", too_wide),
    ("grid", overlapping),
    ("lens_fields", a_text_on_an_axis),
    ("lens_fields", a_sum_of_names),
    ("lens_columns", a_column_not_drawn),
    ("lens_columns", ordered_by_nothing),
    ("queries", unreadable_query),
    ("queries", query_of_an_unknown_field),
    ("queries", no_filter),
    ("filters", a_filter_switched_on),
    ("controls", a_control_of_a_text),
    ("data_views", an_unlabelled_field),
    ("data_views", a_time_field),
    ("data_views", an_unknown_format),
    ("legacy", an_old_chart),
    ("columns", an_unknown_column),
    ("lines", a_number_that_json_changes),
]


@pytest.mark.parametrize(("rule", "damage"), TWINS, ids=lambda value: getattr(value, "__name__", value))
def test_a_rule_catches_its_broken_twin(rule: str, damage: Callable[[list[SavedObject]], None]) -> None:
    objects = copy.deepcopy(saved_objects(NAMES))
    damage(objects)
    if rule == "shape":
        assert list(RULES[rule](context_of(objects)))
    else:
        assert rule in {name for name, _ in findings(objects, indices())}


def context_of(objects: list[SavedObject]) -> Any:
    from kibana_lint import Context

    return Context(objects, {index.name: index for index in indices()})


def test_every_rule_has_a_twin() -> None:
    assert {rule for rule, _ in TWINS} == set(RULES)


def test_ids_and_stamps_are_the_same_every_time() -> None:
    """In another process, too: nothing depends on the order of a set or on the time."""
    code = (
        "from gongkai.mappings.kibana import *; from gongkai.mappings.kibana_names import Names;"
        "print(to_ndjson(saved_objects(Names())), end='')"
    )
    made = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True).stdout.decode()
    assert made == to_ndjson(saved_objects(NAMES))


def test_an_object_carries_a_digest_of_itself() -> None:
    for each in saved_objects(NAMES):
        if each["type"] != "index-pattern":
            assert stamp_of(each), each["id"]
    assert stamp_of({"attributes": {"description": "mine"}}) is None


def test_other_spaces_and_prefixes_have_other_ids() -> None:
    sets = [{(each["type"], each["id"]) for each in saved_objects(names)} for names in (NAMES, Names("b"), Names("gongkai", "s"))]
    assert not sets[0] & sets[1]
    assert not sets[0] & sets[2]


def test_a_dashboard_has_all_that_it_needs() -> None:
    objects = saved_objects(NAMES)
    for each in objects:
        if each["type"] == "dashboard":
            assert findings(needed_by(each, objects), indices()) == []


def test_every_dashboard_can_be_narrowed() -> None:
    objects = {each["id"]: each for each in saved_objects(NAMES)}
    assert CONTROLS == ("year", "province", "city", "level", "kind")
    for board in BOARDS:
        controls = json.loads(objects[f"gongkai-dashboard-{board.key}"]["attributes"]["controlGroupInput"]["panelsJSON"])
        assert tuple(control["explicitInput"]["fieldName"] for control in controls.values()) == CONTROLS


def test_every_field_has_its_chinese_label() -> None:
    attributes = data_view_spec(NAMES, View.REPORTS)["fieldAttrs"]
    for field in FIELDS:
        assert attributes[f"figures.{field.name}" if field.figure else field.name]["customLabel"] == field.label


def test_keys_are_shown_by_their_names() -> None:
    formats = data_view_spec(NAMES, View.REPORTS)["fieldFormats"]
    shown = {each["key"]: each["value"] for each in formats["outcome"]["params"]["lookupEntries"]}
    assert shown.items() >= OUTCOMES.items()
    assert formats["year"]["params"]["pattern"] == "0"


def test_the_long_form_of_a_report() -> None:
    name = "requests.denied.state_secret.natural_person"
    document = {"id": "a", "form": "2021", "year": 2024, "level": "county", "figures": {name: 3, "review.total": 0}}
    (line,) = lines_of(document)
    expected = {
        "report": "a",
        "year": 2024,
        "level_label": "县级",
        "table": "requests",
        "row_label": "属于国家秘密",
        "group_label": "不予公开",
        "applicant_label": "自然人",
        "value": 3,
        "state": "read",
        "current": True,
    }
    assert {key: line[key] for key in expected} == expected
    assert [each["figure"] for each in lines_of(document, zeros=True)] == [name, "review.total"]


def test_a_cell_is_named_as_its_own_form_prints_it() -> None:
    assert dimensions("2019")["proactive.licensing.decisions"]["column_label"] == "处理决定数量"
    assert dimensions("2021")["proactive.licensing.decisions"]["column_label"] == "本年处理决定数量"
