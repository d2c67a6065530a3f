"""ARCHITECTURE.md's rules, held against the code: who imports whom, and how long things may be."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest
from folders import ROOT

PACKAGE = ROOT / "gongkai"
MODULES = sorted(PACKAGE.rglob("*.py"))

FOR_ALL = {"report", "text", "errors"}
ROOMS: dict[str, set[str]] = {
    "api": {"indexer", "search", "mappings"},
    "cli": {"cli", "indexer", "audit", "search", "mappings", "sample"},
    "audit": {"audit", "search", "mappings"},
    "indexer": {"indexer", "mappings"},
    "sample": {"sample", "mappings"},
    "search": {"search", "mappings"},
    "mappings": {"mappings"},
    "report": set(),
    "text": set(),
    "errors": set(),
}
"""Room → the rooms it may import, besides report, text and errors."""

EXCEPTIONS = {("indexer/pipeline.py", "gongkai.search.engine")}

INDEXER: dict[str, set[str]] = {
    "inputs": set(),
    "readers": set(),
    "gazetteer": set(),
    "names": {"gazetteer"},
    "sections": {"readers"},
    "dates": {"names", "sections"},
    "titles": {"dates", "gazetteer"},
    "tables": {"dates", "sections", "titles"},
    "recognition": {"dates", "sections", "tables", "titles"},
    "prose": {"dates", "names", "sections", "tables"},
    "places": {"gazetteer", "names"},
    "agencies": {"dates", "gazetteer", "names", "places", "sections", "titles"},
}
"""Room of the indexer → its rooms that it may import, besides itself and what `READ_BY_ALL` names; `parse` and `pipeline` import all."""
READ_BY_ALL = {"page", "fold", "numbers", "expressions"}
CROWDED = 25
"""Modules in one folder of the indexer or of the audit: what comes on top asks for a room of its own."""
READ_BY_ROSTERS = {"rosters", "rows", "one_agency", "branches", "by_turns", "offices", "towns", "zones"}
"""What the room of rosters imports of the audit."""

# Package → the modules that may import it (globs below gongkai/).
VENDORS: dict[str, tuple[str, ...]] = {
    "click": ("cli*.py",),
    "elasticsearch": ("search/elasticsearch*.py", "mappings/elasticsearch*.py"),
    "elastic_transport": ("search/elasticsearch*.py",),
    "bs4": ("indexer/readers/html/*.py", "indexer/readers/decode.py"),
    "lxml": ("indexer/readers/*.py", "indexer/readers/*/*.py"),
    "tantivy": ("search/embedded*.py", "mappings/tantivy.py"),
    "sqlite3": ("search/store*.py", "search/intake.py", "search/embedded*.py"),
    "rich": ("search/render_terminal*.py", "cli_progress.py"),
    "pyarrow": ("search/render_parquet.py",),
    "pandas": ("search/render_pandas.py",),
    "xlsxwriter": ("search/render_xlsx.py",),
    "warcio": ("indexer/inputs/warc.py",),
    "zstandard": ("indexer/inputs/containers.py",),
    "ahocorasick": ("indexer/*.py", "indexer/*/*.py"),
    "pdfplumber": ("indexer/readers/pdf/*.py",),
    "pypdfium2": ("indexer/readers/pdf/*.py", "indexer/readers/pdf/visible/*.py"),
    "docx": ("indexer/readers/docx/*.py",),
}

LONGEST_MODULE, LONGEST_FUNCTION = 300, 40
DECLARATIONS = {
    "mappings/form.py",
    "mappings/form_2014.py",
    "mappings/fields.py",
    "mappings/findings.py",
    "mappings/kibana_boards.py",
}
"""Lists of declarations: a row added to the official form makes them longer, not harder to read."""
BANNED_NAMES = {"utils", "util", "helpers", "helper", "common", "core", "manager", "misc"}


def name_of(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


def room_of(path: Path) -> str:
    first = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
    return "cli" if first.startswith("cli") or first == "__main__" else first


def imports_of(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name_of(path)}: relative import"
            found.add(node.module or "")
            found |= {f"{node.module}.{alias.name}" for alias in node.names if node.module == "gongkai"}
    return found


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_imports_point_one_way(path: Path) -> None:
    if name_of(path) == "__init__.py":
        return
    allowed = ROOMS[room_of(path)] | FOR_ALL
    for imported in imports_of(path):
        parts = imported.split(".")
        if parts[0] == "gongkai" and len(parts) > 1 and (name_of(path), imported) not in EXCEPTIONS:
            room = "cli" if parts[1].startswith("cli") else parts[1]
            assert room in allowed, f"{name_of(path)} imports {imported}"


@pytest.mark.parametrize(
    "path", [path for path in MODULES if name_of(path).count("/") > 1 and room_of(path) == "indexer"], ids=name_of
)
def test_rooms_of_the_indexer_import_one_way(path: Path) -> None:
    room = path.relative_to(PACKAGE).parts[1]
    allowed = INDEXER[room] | {room} | READ_BY_ALL
    for imported in imports_of(path):
        if imported.startswith("gongkai.indexer."):
            assert imported.split(".")[2] in allowed, f"{name_of(path)} imports {imported}"


@pytest.mark.parametrize("path", [path for path in MODULES if name_of(path).startswith("audit/rosters/")], ids=name_of)
def test_rosters_import_one_way(path: Path) -> None:
    audits = {imported.split(".")[2] for imported in imports_of(path) if imported.startswith("gongkai.audit.")}
    assert audits <= READ_BY_ROSTERS


def test_no_room_is_crowded() -> None:
    for folder in {path.parent for path in MODULES if room_of(path) in ("indexer", "audit")}:
        assert len(list(folder.glob("*.py"))) <= CROWDED, f"{name_of(folder)} is crowded"


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_package_is_imported_where_it_belongs(path: Path) -> None:
    for imported in imports_of(path):
        patterns = VENDORS.get(imported.split(".")[0])
        if patterns is not None:
            relative = path.relative_to(PACKAGE)
            assert any(relative.match(pattern) for pattern in patterns), f"{name_of(path)} imports {imported}"


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_budgets(path: Path) -> None:
    assert path.stem not in BANNED_NAMES
    text = path.read_text(encoding="utf-8")
    if name_of(path) not in DECLARATIONS:
        assert len(text.splitlines()) <= LONGEST_MODULE
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or 0) - node.lineno + 1
            assert length <= LONGEST_FUNCTION, f"{node.name} has {length} lines"


@pytest.mark.parametrize("path", [path for path in MODULES if room_of(path) == "indexer"], ids=name_of)
def test_what_the_parser_compiles_when_it_is_loaded_is_kept(path: Path) -> None:
    """By `expression`: each expression that is compiled anew makes every process begin later."""
    within: set[ast.AST] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.Lambda):
            within |= set(ast.walk(node))
        if isinstance(node, ast.Attribute) and node not in within:
            assert ast.unparse(node) != "re.compile", f"line {node.lineno}"


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_every_module_says_which_question_it_answers(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert not tree.body or ast.get_docstring(tree), f"{name_of(path)} has no docstring"


def test_the_architecture_document_names_every_room() -> None:
    text = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    for room in {room_of(path) for path in MODULES if path.parent != PACKAGE}:
        assert f"`gongkai/{room}/`" in text


@pytest.mark.parametrize("module", ["gongkai.search.elasticsearch_document", "gongkai.search.prepared"])
def test_what_readers_prepare_with_loads_no_engine(module: str) -> None:
    """Each process that reads imports it: the client of Elasticsearch cost every one of them half a second."""
    code = f"import sys, {module}; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not {"elasticsearch", "elastic_transport", "tantivy", "sqlite3", "click"} & set(done.stdout.split())
