"""Which requests does Kibana know, and what do its refusals mean? One function a request."""

from __future__ import annotations

import json
import re
import secrets
from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from urllib.parse import quote

from gongkai.errors import EngineUnavailable, SearchError
from gongkai.mappings.kibana import to_ndjson
from gongkai.mappings.kibana_names import SavedObject
from gongkai.search.kibana_connection import Answer, Kibana

__all__ = [
    "create_space", "delete_data_view", "delete_object", "delete_space", "get_data_view", "get_space", "import_objects",
    "objects_in_space", "objects_there", "put_data_view", "version_of",
]  # fmt: skip

_OLDEST = (8, 19)
_IMPORT, _EXPORT = "/api/saved_objects/_import", "/api/saved_objects/_export"
_DATA_VIEWS = "/api/data_views/data_view"
_LONGEST = 200  # characters of Kibana's own words
Place = tuple[str, str]  # type and id


def version_of(kibana: Kibana) -> str:
    """Return Kibana's version; EngineUnavailable when it is none, is not ready, or is older than 8.19."""
    answer = kibana.call("GET", "/api/status", in_space=False)
    _check(kibana, answer, (200, 503))
    body = answer.body if isinstance(answer.body, Mapping) else {}
    version = body.get("version", {}).get("number") if isinstance(body.get("version"), Mapping) else None
    if answer.status == 503 or "not ready" in str(answer.body)[:200]:
        raise EngineUnavailable(f"Kibana at {kibana.where} is not ready yet: try again in a minute.")
    if not version:
        raise EngineUnavailable(f"What answers at {kibana.where} is no Kibana, or does not tell us its version: log in.")
    if tuple(int(part) for part in re.findall(r"\d+", str(version))[:2]) < _OLDEST:
        raise EngineUnavailable(f"Kibana at {kibana.where} is {version}: version 8.19 or later is needed.")
    return str(version)


def get_space(kibana: Kibana) -> dict[str, Any] | None:
    """Return the space, or null when there is none of that name."""
    return _found(kibana, kibana.call("GET", f"/api/spaces/space/{quote(kibana.space, safe='')}", in_space=False))


def create_space(kibana: Kibana, name: str, description: str) -> None:
    """Make the space."""
    body = {"id": kibana.space, "name": name, "description": description, "disabledFeatures": []}
    _check(kibana, kibana.call("POST", "/api/spaces/space", body, in_space=False), (200,))


def delete_space(kibana: Kibana) -> None:
    """Remove the space with all that is in it."""
    _check(kibana, kibana.call("DELETE", f"/api/spaces/space/{quote(kibana.space, safe='')}", in_space=False), (200, 204, 404))


def get_data_view(kibana: Kibana, id: str) -> dict[str, Any] | None:
    """Return a data view as Kibana has it, or null."""
    found = _found(kibana, kibana.call("GET", f"{_DATA_VIEWS}/{quote(id, safe='')}"))
    return None if found is None else dict(found.get("data_view", {}))


def put_data_view(kibana: Kibana, spec: Mapping[str, Any], *, replace: bool) -> None:
    """Make a data view; with `replace` one of the same id gives way."""
    _check(kibana, kibana.call("POST", _DATA_VIEWS, {"override": replace, "data_view": spec}), (200,))


def delete_data_view(kibana: Kibana, id: str) -> bool:
    """Remove a data view; return whether it was there."""
    answer = kibana.call("DELETE", f"{_DATA_VIEWS}/{quote(id, safe='')}")
    _check(kibana, answer, (200, 204, 404))
    return answer.status != 404


def objects_there(kibana: Kibana, places: Sequence[Place]) -> dict[Place, SavedObject]:
    """Return those of the objects that Kibana has, as it has them."""
    wanted = list(places)
    for _ in range(2):  # the first answer to a question for what is not there names what is not there
        if not wanted:
            return {}
        body = {
            "objects": [{"type": kind, "id": key} for kind, key in wanted],
            "includeReferencesDeep": False,
            "excludeExportDetails": True,
        }
        answer = kibana.call("POST", _EXPORT, body)
        missing = _missing(answer)
        if not missing:
            _check(kibana, answer, (200,))
            return {(each["type"], each["id"]): each for each in _lines(answer)}
        wanted = [place for place in wanted if place not in missing]
    return {}


def objects_in_space(kibana: Kibana) -> list[SavedObject]:
    """Return all objects of the space that can be exported, but for its settings."""
    answer = kibana.call("POST", _EXPORT, {"type": ["*"], "excludeExportDetails": True})
    _check(kibana, answer, (200,))
    return [each for each in _lines(answer) if each["type"] not in ("config", "config-global")]


def import_objects(kibana: Kibana, objects: Iterable[SavedObject]) -> dict[Place, bool]:
    """Write the objects over what is there; return which of them were there before."""
    boundary = f"gongkai-{secrets.token_hex(16)}"
    file = to_ndjson(objects)
    body = (
        f'--{boundary}\r\nContent-Disposition: form-data; name="file"; filename="file.ndjson"\r\n'
        f"Content-Type: application/octet-stream\r\n\r\n{file}\r\n--{boundary}--\r\n"
    ).encode()
    answer = kibana.call("POST", _IMPORT, (f"multipart/form-data; boundary={boundary}", body), query={"overwrite": "true"})
    _check(kibana, answer, (200,))
    result = answer.body if isinstance(answer.body, Mapping) else {}
    if errors := result.get("errors"):
        raise SearchError(_of_import(kibana, errors))
    if not result.get("success"):
        raise SearchError(f"Kibana at {kibana.where} did not import everything, and does not say why.")
    return {(each["type"], each["id"]): bool(each.get("overwrite")) for each in result.get("successResults", ())}


def delete_object(kibana: Kibana, place: Place) -> bool:
    """Remove an object; return whether it was there."""
    answer = kibana.call("DELETE", f"/api/saved_objects/{place[0]}/{quote(place[1], safe='')}")
    _check(kibana, answer, (200, 404))
    return answer.status == 200


def _lines(answer: Answer) -> list[SavedObject]:
    if isinstance(answer.body, dict):  # a single line reads as JSON
        return [answer.body]
    return [json.loads(line) for line in str(answer.body).splitlines() if line]


def _missing(answer: Answer) -> set[Place]:
    body = answer.body if answer.status == 400 and isinstance(answer.body, Mapping) else {}
    objects = body.get("attributes", {}).get("objects", ()) if isinstance(body.get("attributes"), Mapping) else ()
    return {(each["type"], each["id"]) for each in objects if each.get("error", {}).get("statusCode") == 404}


def _found(kibana: Kibana, answer: Answer) -> dict[str, Any] | None:
    if answer.status == 404 and isinstance(answer.body, Mapping):
        return None
    _check(kibana, answer, (200,))
    return dict(answer.body) if isinstance(answer.body, Mapping) else None


def _check(kibana: Kibana, answer: Answer, expected: tuple[int, ...]) -> None:
    """Raise what is to be told of an answer that is none of the expected."""
    if answer.status in expected:
        return
    said = answer.body.get("message", "") if isinstance(answer.body, Mapping) else ""
    said = " ".join(str(said).split())[:_LONGEST]
    where = kibana.where + (f", space {kibana.space}" if kibana.space else "")
    if answer.status == 401:
        raise EngineUnavailable(
            f"{where} does not know us: set GONGKAI_KIBANA_API_KEY, or _USERNAME and _PASSWORD, to valid ones."
        )
    if answer.status == 403:
        raise EngineUnavailable(f"We may not do this at {where}: the role needs saved objects, data views and spaces. {said}")
    if answer.status == 404 or 300 <= answer.status < 400:
        raise EngineUnavailable(f"{where} has no such page ({answer.status}): check the base path in --kibana, and --space.")
    if answer.status == 409 or "Duplicate data view" in said:
        raise SearchError(f"{where} has something else of that name or id: rename or remove it, or use another --space. {said}")
    if answer.status == 422 or "more recent version" in said:
        raise SearchError(f"Kibana at {where} is too old for these objects: upgrade Kibana to 8.19 or later. {said}")
    if answer.status == 413:
        raise EngineUnavailable(f"{where} refuses a request of that size: set savedObjects.maxImportPayloadBytes higher.")
    if answer.status in (429, 502, 503, 504):
        raise EngineUnavailable(f"Kibana at {where} is overloaded or not ready ({answer.status}): try again in a minute.")
    raise SearchError(f"Kibana at {where} refused ({answer.status}): {said}")


def _of_import(kibana: Kibana, errors: Sequence[Mapping[str, Any]]) -> str:
    first = errors[0]
    name, error = f"{first.get('type')} {first.get('id')}", first.get("error", {})
    more = f" ({len(errors)} such errors)" if len(errors) > 1 else ""
    kind = str(error.get("type"))
    said = " ".join(str(error.get("message", "")).split())[:_LONGEST]
    if kind in ("conflict", "ambiguous_conflict"):
        return f"Kibana at {kibana.where} has {name} elsewhere already: use another --space, or remove it there.{more}"
    if kind == "unsupported_type":
        return f"Kibana at {kibana.where} does not take objects of type {first.get('type')}: is that feature switched off?{more}"
    if kind == "missing_references":
        lost = ", ".join(f"{each.get('type')} {each.get('id')}" for each in error.get("references", ())[:3])
        return f"Kibana at {kibana.where} lacks what {name} refers to ({lost}): run `gongkai kibana install` again.{more}"
    if "more recent version" in said:
        return f"Kibana at {kibana.where} is too old for {name}: upgrade Kibana to 8.19 or later. {said}"
    return f"Kibana at {kibana.where} did not take {name} ({kind}): {said}{more}"
