"""What docs/elasticsearch.md says of backup and of the upgrade from 8 to 9, done on real servers."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
from typing import Any

from contract.documents import SHELF, incoming, make_document
from folders import DOCS
from servers.distribution import VERSIONS, UnavailableError
from servers.indices import QUICK, fresh_prefix
from servers.server import Server
from servers.shared import GIVEN, skip

from gongkai.search import elasticsearch_admin as admin
from gongkai.search import elasticsearch_migration as migration
from gongkai.search.elasticsearch import ElasticsearchEngine
from gongkai.search.elasticsearch_connection import connect
from gongkai.search.query import Phrase, Query

MANUAL = DOCS / "elasticsearch.md"


def documented() -> list[tuple[str, str, dict[str, Any]]]:
    """Return method, path and body of each request that the page shows."""
    found = re.findall(r"^ *(PUT|POST) +(_snapshot\S*) +(\{.*\})$", MANUAL.read_text("utf-8"), re.MULTILINE)
    return [(method, path, json.loads(body)) for method, path, body in found]


def fill(where: str) -> None:
    """Write six reports, one of them again in a newer copy."""
    engine = ElasticsearchEngine(connect(where))
    engine.write([incoming(document) for document in SHELF])
    engine.write(
        [incoming(make_document("a", agency="甲市人民政府", year=2021, sections={"overview": "三审三校，改。"}), digest="2")]
    )
    engine.close()


def held(where: str) -> dict[str, Any]:
    """Return what a colleague can read: the documents, what a search finds, and how many lines each index holds."""
    engine = ElasticsearchEngine.open(where)
    try:
        return {
            "documents": sorted(engine.export(Query()), key=lambda one: str(one["id"])),
            "found": engine.search(Query(Phrase("三审三校"))).total,
            "states": sorted((index.state, index.documents) for index in admin.status(connect(where)).indices),
        }
    finally:
        engine.close()


def test_a_backup_is_restored_with_its_aliases_as_the_page_says(where: str) -> None:
    cluster = connect(where)
    fill(where)
    cluster.client.indices.refresh(index=f"{cluster.prefix}-*")
    before = held(where)

    def own(text: str) -> str:
        return text.replace("gongkai", cluster.prefix).replace("/backup", f"/{cluster.prefix}")

    requests = [(method, own(path), body) for method, path, body in documented()]
    assert [method for method, _path, _body in requests] == ["PUT", "PUT", "POST"]
    for method, path, body in requests:
        if method == "POST":
            cluster.client.indices.delete(index=f"{cluster.prefix}-*")
        if "indices" in body:
            body["indices"] = own(body["indices"])
        else:
            body["settings"]["location"] = cluster.prefix  # below the server's own path.repo
        query = {} if "settings" in body else {"wait_for_completion": "true"}
        headers = {"accept": "application/json", "content-type": "application/json"}
        answer = cluster.client.perform_request(method, f"/{path}", params=query, headers=headers, body=body)
        assert answer.meta.status == 200
    cluster.client.cluster.health(index=f"{cluster.prefix}-*", wait_for_status="green", timeout="30s")
    assert before["found"]
    assert held(where) == before
    cluster.client.snapshot.delete_repository(name=cluster.prefix)


def test_what_8_wrote_is_read_written_and_migrated_by_9() -> None:
    if os.environ.get(GIVEN):
        skip("two servers of this test's own are needed")
    try:
        older = Server(VERSIONS["8.19"])
        newer = Server(VERSIONS["9.x"])
    except UnavailableError as error:
        skip(str(error))
    try:
        older.start()
        prefix = fresh_prefix("").strip("/")
        admin.init(connect(f"{older.url}/{prefix}"), QUICK)
        fill(f"{older.url}/{prefix}")
        connect(f"{older.url}/{prefix}").client.indices.refresh(index=f"{prefix}-*")
        before = held(f"{older.url}/{prefix}")
        os.kill(older.pid, signal.SIGTERM)
        assert older.process is not None
        older.process.wait(60)
        shutil.rmtree(newer.folder / "data")
        shutil.move(older.folder / "data", newer.folder / "data")
        where = f"{newer.start().url}/{prefix}"
        connect(where).client.cluster.health(index=f"{prefix}-*", wait_for_status="yellow", timeout="60s")
        assert held(where) == before
        engine = ElasticsearchEngine(connect(where))
        engine.write([incoming(make_document("new", sections={"overview": "三审三校。"}))])
        engine.close()
        assert migration.migrate(connect(where), QUICK, again=True)
        assert held(where)["found"] == before["found"] + 1
    finally:
        older.stop()
        newer.stop()
