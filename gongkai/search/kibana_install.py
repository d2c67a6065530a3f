"""How do the dashboards get into Kibana, and out again? Twice the same changes nothing; nothing of others is touched.

Whether an object is as it should be is seen by the digest at the end of its description: Kibana brings objects into
its own newer shape, so that they cannot be compared themselves. What a user changed in one of ours stays until we
have another version of it, or until `force`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from gongkai.mappings.kibana import board_objects
from gongkai.mappings.kibana_names import Names, SavedObject, stamp_of
from gongkai.mappings.kibana_panels import View
from gongkai.mappings.kibana_views import data_view_spec
from gongkai.search import kibana_requests as ask
from gongkai.search.kibana_connection import Kibana

__all__ = ["Change", "Step", "install", "uninstall"]

_SPACE_NOTE = "由 gongkai kibana install 建立。"
_SPACE_NAME = "政府信息公开年报"


class Change(StrEnum):
    """What became of an object, or would."""

    CREATED = "created"
    UPDATED = "updated"
    KEPT = "kept"
    REMOVED = "removed"
    ABSENT = "absent"


@dataclass(frozen=True, slots=True)
class Step:
    """One object and what became of it."""

    change: Change
    kind: str
    id: str
    title: str


def install(kibana: Kibana, names: Names, *, dry_run: bool = False, force: bool = False) -> list[Step]:
    """Bring everything into Kibana; return what was created, updated and kept. A dry run only looks."""
    ask.version_of(kibana)
    steps = []
    is_new_space = False
    if kibana.space:
        step = _space(kibana, dry_run=dry_run)
        is_new_space = step.change is Change.CREATED
        steps.append(step)
    is_there = not (dry_run and is_new_space)  # nothing can be asked of a space that is not there
    steps += [_data_view(kibana, names, view, dry_run=dry_run, is_there=is_there, force=force) for view in View]
    return steps + _objects(kibana, board_objects(names), dry_run=dry_run, is_there=is_there, force=force)


def uninstall(kibana: Kibana, names: Names, *, dry_run: bool = False) -> list[Step]:
    """Remove what `install` makes, dashboards first, and its space when nothing else is in it."""
    ask.version_of(kibana)
    if kibana.space and ask.get_space(kibana) is None:
        return [Step(Change.ABSENT, "space", kibana.space, kibana.space)]
    objects = board_objects(names)[::-1]
    places = [(each["type"], each["id"]) for each in objects]
    there = ask.objects_there(kibana, places)
    steps = []
    for each, place in zip(objects, places, strict=True):
        is_ours = place in there and (dry_run or ask.delete_object(kibana, place))
        steps.append(Step(Change.REMOVED if is_ours else Change.ABSENT, *place, each["attributes"]["title"]))
    for view in View:
        spec = data_view_spec(names, view)
        is_ours = ask.get_data_view(kibana, spec["id"]) is not None and (dry_run or ask.delete_data_view(kibana, spec["id"]))
        steps.append(Step(Change.REMOVED if is_ours else Change.ABSENT, "data view", spec["id"], spec["name"]))
    if kibana.space:
        steps.append(_leave(kibana, steps, dry_run=dry_run))
    return steps


def _space(kibana: Kibana, *, dry_run: bool) -> Step:
    found = ask.get_space(kibana)
    if found is not None:
        return Step(Change.KEPT, "space", kibana.space, str(found.get("name", kibana.space)))
    if not dry_run:
        ask.create_space(kibana, _SPACE_NAME, _SPACE_NOTE)
    return Step(Change.CREATED, "space", kibana.space, _SPACE_NAME)


def _leave(kibana: Kibana, steps: Sequence[Step], *, dry_run: bool) -> Step:
    """Remove a space that we made, unless somebody has put something into it."""
    found = ask.get_space(kibana) or {}
    name = str(found.get("name", kibana.space))
    ours = {(step.kind.replace("data view", "index-pattern"), step.id) for step in steps}
    others = [each for each in ask.objects_in_space(kibana) if (each["type"], each["id"]) not in ours]
    if found.get("description") != _SPACE_NOTE or others:
        return Step(Change.KEPT, "space", kibana.space, name)
    if not dry_run:
        ask.delete_space(kibana)
    return Step(Change.REMOVED, "space", kibana.space, name)


def _data_view(kibana: Kibana, names: Names, view: View, *, dry_run: bool, is_there: bool, force: bool) -> Step:
    spec = data_view_spec(names, view)
    found = ask.get_data_view(kibana, spec["id"]) if is_there else None
    if found is not None and not force and _is_same(spec, found):
        return Step(Change.KEPT, "data view", spec["id"], spec["name"])
    if not dry_run:
        ask.put_data_view(kibana, spec, replace=found is not None)
    return Step(Change.CREATED if found is None else Change.UPDATED, "data view", spec["id"], spec["name"])


def _is_same(spec: Mapping[str, Any], found: Mapping[str, Any]) -> bool:
    """Tell whether a data view says what we say; Kibana adds to it how often a field was used."""
    labels = {
        name: {key: said[key] for key in ("customLabel", "customDescription") if key in said}
        for name, said in (found.get("fieldAttrs") or {}).items()
        if "customLabel" in said
    }
    same = all(found.get(key) == spec[key] for key in ("title", "name"))
    return same and labels == spec["fieldAttrs"] and (found.get("fieldFormats") or {}) == spec["fieldFormats"]


def _objects(kibana: Kibana, objects: Sequence[SavedObject], *, dry_run: bool, is_there: bool, force: bool) -> list[Step]:
    there = ask.objects_there(kibana, [(each["type"], each["id"]) for each in objects]) if is_there else {}
    changes: dict[tuple[str, str], Change] = {}
    for each in objects:
        found = there.get((each["type"], each["id"]))
        is_same = found is not None and not force and stamp_of(found) == stamp_of(each)
        changes[each["type"], each["id"]] = Change.CREATED if found is None else Change.KEPT if is_same else Change.UPDATED
    wanted = [each for each in objects if changes[each["type"], each["id"]] is not Change.KEPT]
    if wanted and not dry_run:
        for place, was_there in ask.import_objects(kibana, wanted).items():
            if was_there:
                changes[place] = Change.UPDATED  # somebody else was faster
    return [Step(changes[each["type"], each["id"]], each["type"], each["id"], each["attributes"]["title"]) for each in objects]
