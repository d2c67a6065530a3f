"""When does what was written become visible? At once to whom asks here, at the end to everybody else.

While much is written the index does not refresh by itself; that is put right by `close`, and, after a crash, by
the next writer's `close`. A reader who finds the index in that state makes visible what was acknowledged, if it has
the right to; else it reads what is visible by now.
"""

from __future__ import annotations

import contextlib
from typing import Any

from elasticsearch import ApiError, TransportError

from gongkai.search.elasticsearch_connection import Cluster
from gongkai.search.elasticsearch_reading import patiently

__all__ = ["Loading", "refresh_interval"]

_MANY = 500  # documents from which on refreshing is put off
_SETTING = "index.refresh_interval"
_OFF = "-1"


class Loading:
    """Whether this process has written what is not visible yet, and has put off refreshing."""

    def __init__(self, cluster: Cluster) -> None:
        self._cluster = cluster
        self._written = 0
        self._is_stale: bool | None = None  # null: not known yet
        self._is_off = False

    def begin(self, documents: int) -> None:
        """Say that so many documents are about to be written."""
        if self._written == 0:
            self._is_off = refresh_interval(self._cluster) == _OFF  # a crash left it so
        self._written += documents
        self._is_stale = True
        if not self._is_off and self._written >= _MANY:
            self._set(_OFF)
            self._is_off = True

    def show(self) -> None:
        """Make visible what was written."""
        if self._is_stale is None:
            self._is_stale = refresh_interval(self._cluster) == _OFF
        if self._is_stale:
            try:
                patiently(self._cluster, self._refresh)
            except ApiError as error:
                if error.status_code != 403 or self._written:  # who wrote has to see it
                    raise
            self._is_stale = False

    def close(self) -> None:
        """Refresh, and let the index refresh by itself again. A cluster that is gone is left as it is."""
        if self._written == 0:
            return
        with contextlib.suppress(ApiError, TransportError):
            if self._is_off:
                self._set(_usual_interval(self._cluster))
            self._refresh()

    def _refresh(self) -> None:
        names = [self._cluster.name(kind) for kind in ("reports", "history", "ledger", "figures")]
        self._cluster.client.indices.refresh(index=names, ignore_unavailable=True)  # there need be no index of figures

    def _set(self, interval: str) -> None:
        try:
            self._cluster.client.indices.put_settings(index=self._cluster.name("reports-write"), settings={_SETTING: interval})
        except ApiError as error:
            if error.status_code != 403:  # without the right to do so it goes slower, and that is all
                raise


def refresh_interval(cluster: Cluster) -> str | None:
    """Return how often the index refreshes; null when that is not for us to know."""
    try:
        get = cluster.client.indices.get_settings
        answer = patiently(
            cluster, lambda: get(index=cluster.name("reports"), name=_SETTING, flat_settings=True, filter_path="*.settings")
        )
    except ApiError as error:
        if error.status_code != 403:
            raise
        return None
    found = [settings["settings"].get(_SETTING) for settings in answer.values()]
    return str(found[0]) if found else None


def _usual_interval(cluster: Cluster) -> Any:
    answer = cluster.client.indices.get_mapping(index=cluster.name("reports-write"), filter_path="*.mappings._meta")
    for index in answer.values():
        return index["mappings"]["_meta"]["gongkai"].get("refresh")
    return None
