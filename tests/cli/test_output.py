"""docs/output.md says what programs read: the keys of every answer are compared with its row of the table."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from audit_reports import report, write_lines
from command_line import answer, lines, run
from folders import DOCS

from gongkai.cli import COMMANDS
from gongkai.report import SECTIONS

PAGE = (DOCS / "output.md").read_text(encoding="utf-8")
ROW = re.compile(r"(?m)^\| (`.+?) \| (.+) \|$")
SHAPE = re.compile(r"`([{\[].*?[}\]])`")
TOKEN = re.compile(r'"([^"]+)"(\?)?|(\w+)|([{}\[\]:,…])')
ELSEWHERE = {"parse", "elasticsearch", "copy", "kibana"}  # a table of its own; what looks after a cluster prints what it did

FIRST, SECOND = PAGE.split("## The other commands")
LINE = dict(ROW.findall(FIRST))  # the line of `parse`
TABLE = dict(ROW.findall(SECOND))
KEYS = {name for row in LINE if not row.endswith("?") for name in re.findall(r"`(\w+)`", row)}
ABOUT = set(re.findall(r"`(\w+)`", SECOND[SECOND.index("`…`") :].split(".", 1)[0]))


class Shapes:
    """A shape of the page: keys and what they hold. `*` is any key; null is what has no keys, or is told in words."""

    def __init__(self, text: str) -> None:
        self.tokens = [match.groups() for match in TOKEN.finditer(text)]
        assert "".join("".join(part or "" for part in token) for token in self.tokens) == re.sub(r'[ "]', "", text), text

    def read(self) -> Any:
        quoted, _, word, sign = self.tokens.pop(0)
        if sign == "{":
            return dict(self._members())
        if sign == "[":
            items = list(self._items())
            assert len(items) >= 1
            return items[:1]
        assert word, quoted
        return word

    def _members(self) -> Iterator[tuple[str, Any]]:
        while (token := self.tokens.pop(0))[3] != "}":
            quoted, optional, word, sign = token
            if sign == ",":
                continue
            if sign == "…":
                yield from ((name, None) for name in ABOUT)
                continue
            held = None
            if self.tokens[0][3] == ":":
                self.tokens.pop(0)
                held = self.read()
            yield f"{quoted}{optional or ''}" if quoted else f"*{word}", held

    def _items(self) -> Iterator[Any]:
        while self.tokens[0][3] != "]":
            if self.tokens[0][3] == ",":
                self.tokens.pop(0)
            else:
                yield self.read()
        self.tokens.pop(0)


def shapes(row: str) -> list[Any]:
    return [Shapes(text).read() for text in SHAPE.findall(TABLE[row])]


def compare(found: Any, shape: Any, where: str) -> None:
    """Fail unless the keys are those of the shape, all of them, down to where it tells the rest in words."""
    if isinstance(shape, dict):
        assert isinstance(found, dict), where
        if any(name.startswith("*") for name in shape):
            ((_, held),) = shape.items()
            for name, value in found.items():
                compare(value, held, f"{where}.{name}")
            return
        must = {name for name in shape if not name.endswith("?")}
        may = {name.removesuffix("?"): held for name, held in shape.items()}
        assert must <= found.keys() <= may.keys(), (where, found.keys() ^ may.keys())
        for name, value in found.items():
            compare(value, may[name], f"{where}.{name}")
    elif isinstance(shape, list):
        assert isinstance(found, list), where
        for one in found:
            compare(one, shape[0], f"{where}[]")
    elif shape is None:
        nested = found if isinstance(found, list) else [found]
        assert not any(isinstance(one, dict) and one for one in nested), f"{where} holds what is not told"


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("output")
    run("sample", "40", folder / "reports", "--broken", "0.4", "--republished", "0.3")
    run("index", folder / "reports", "--index", folder / "index")
    (folder / "queries.csv").write_text("a,公开\nb,年度:2023\n", encoding="utf-8")
    return folder


ACROSS = ("carried_forward", "carried_over")  # of one year, of the next
FIGURE = "requests.received.total"
ASKED: dict[str, list[list[str]]] = {
    "`index`": [["index", "REPORTS"]],
    "`ledger`": [["ledger"]],
    "`search`": [["search", "公开", "--facet", "year,level"]],
    "`search --queries`": [["search", "--queries", "QUERIES", "--facet", "year"]],
    "`search --explain`": [["search", "公开", "--explain"]],
    "`concordance`": [["concordance", "公开"]],
    "`facets`": [["facets", "公开"]],
    "`facets --by place`": [["facets", "公开", "--by", "place"]],
    "`facets --count occurrences`": [["facets", "公开", "--by", "level", "--count", "occurrences"]],
    "`pivot`": [["pivot", "--rows", "year", "--columns", "level"]],
    "`pivot` with two row fields, `--show`, `--totals`": [
        ["pivot", "--rows", "year,level", "--measure", FIGURE, "--totals", "--show", "mean,min,max,median,share-of-row"],
        ["pivot", "--rows", "year,level", "--totals", "--show", "share-of-all,share-of-column"],
    ],
    "`pivot` with a share": [["pivot", "--rows", "year", "--measure", "granted_share"]],
    "`trend`": [["trend", "--measure", FIGURE, "--by", "level"]],
    "`trend` with a share": [["trend", "--measure", "granted_share"]],
    "`check`": [["check"]],
    "`coverage`": [["coverage"], ["coverage", "--of", "ROSTER"]],
    "`export --shape long`": [["export", "--shape", "long"]],
    "`fields`": [["fields"]],
    "`sample`": [["sample", "2", "MORE"]],
}
"""Row of the table → commands whose answer has the one shape in it."""


def asked(desk: Path, *arguments: str) -> Any:
    (desk / "roster.txt").write_text("人民政府\n财政局\n教育局\n", encoding="utf-8")
    files = {"REPORTS": "reports", "QUERIES": "queries.csv", "ROSTER": "roster.txt", "MORE": "more"}
    paths = [str(desk / files[part]) if part in files else part for part in arguments]
    return answer(*paths, status=None, GONGKAI_INDEX=str(desk / "index"))


@pytest.mark.parametrize("row", ASKED)
def test_an_answer_has_the_keys_of_its_row(desk: Path, row: str) -> None:
    (shape,) = shapes(row)
    for arguments in ASKED[row]:
        found = asked(desk, *arguments)
        assert found
        compare(found, shape, " ".join(arguments))


def test_a_line_of_parse_has_the_keys_of_its_table(desk: Path) -> None:
    found = lines(run("parse", desk / "reports").stdout)
    names = KEYS
    assert all(line.keys() - names <= {"published_doubt", "first_published"} and line.keys() >= names for line in found)
    assert (
        {name for line in found for name in line["sections"]} == set(re.findall(r"`(\w+)`", LINE["`sections`"])) == set(SECTIONS)
    )
    keys = set(re.findall(r"`(\w+)`", LINE["`findings`"].split("(`source_error`")[0]))
    findings = [finding for line in found for finding in line["findings"]]
    assert findings
    assert all(finding.keys() == keys for finding in findings)
    assert {str(state) for line in found for state in line["states"].values()} <= set(re.findall(r"`(\w+)`", LINE["`states`"]))
    assert names - {"report", "sections", "figures", "states", "extra_rows", "findings", "adcode_now"} == ABOUT
    (desk / "letter.txt").write_text("关于召开会议的通知\n各科室：定于明日开会。", encoding="utf-8")
    (other,) = lines(run("parse", desk / "letter.txt").stdout)
    assert other.keys() == {"source", "report", "reason"}


def test_rows_that_speak_of_the_line_of_parse(desk: Path) -> None:
    names = KEYS
    republished = next(c for c in asked(desk, "coverage")["cells"] if c["versions"] > 1)["id"]
    assert asked(desk, "show", republished).keys() == names
    assert [one.keys() for one in asked(desk, "show", republished, republished)] == [names, names]
    (change,) = shapes("`show --history`")
    versions = asked(desk, "show", republished, "--history")
    assert [one.keys() for one in versions] == [{*names, "current", "changes"}] * len(versions)
    assert versions[0]["changes"]
    compare([one["changes"] for one in versions], [change], "history")
    parts = shapes("`show --section`, `--figures`")
    for arguments, shape in zip((["--section", "overview"], ["--figures"]), parts, strict=True):
        compare(asked(desk, "show", republished, *arguments), shape, "show")
    (explained,) = shapes("`parse --explain`")
    for text in run("parse", desk / "reports", "--explain").stdout.splitlines():
        line = json.loads(text)
        assert line.keys() == {*names, "explain"}
        compare(line["explain"], explained, "explain")
    assert all(line.keys() == names for line in asked(desk, "export"))
    assert asked(desk, "export", "--fields", "year,agency")[0].keys() == {"year", "agency"}


def test_check_across_adds_what_its_row_says(desk: Path) -> None:
    (counts,) = shapes("`check --across`")
    pair = [
        report("白银区财政局", 2021 + place, figures={f"requests.{row}.total": 3 + place}) for place, row in enumerate(ACROSS)
    ]
    path = write_lines(desk / "pair.jsonl", pair)
    found = asked(desk, "check", str(path), "--across", "years")
    compare(found.pop("across"), counts, "across")
    (shape,) = shapes("`check`")
    compared = [finding for finding in found["findings"] if "others" in finding]
    for finding in compared:
        finding.pop("others")
    assert compared
    compare(found, shape, "check --across")


def test_every_row_is_compared_and_every_command_has_one() -> None:
    here = {"`show`", "`show --history`", "`show --section`, `--figures`", "`parse --explain`", "`export`", "`check --across`"}
    assert TABLE.keys() == ASKED.keys() | here
    assert {re.findall(r"\w+", row)[0] for row in TABLE} >= COMMANDS.keys() - ELSEWHERE


@pytest.mark.parametrize(
    ("found", "words"),
    [
        ({"a": 1}, "b"),
        ({"a": 1, "b": [], "c": 1}, "c"),
        ({"a": {"x": 1}, "b": []}, "not told"),
        ({"a": 1, "b": [{"x": 1, "z": 1}]}, "z"),
    ],
)
def test_a_key_too_many_or_too_few_is_seen(found: Any, words: str) -> None:
    shape = Shapes('{"a", "b": [{"x", "y"?}]}').read()
    compare({"a": 1, "b": [{"x": 1}, {"x": 1, "y": 2}]}, shape, "")
    with pytest.raises(AssertionError, match=words):
        compare(found, shape, "")
