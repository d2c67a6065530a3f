"""What coverage and checks say of whom they cannot judge, and what they refuse: rules that contradict, parents that go round."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path
from typing import Any

import pytest
from audit_reports import report
from command_line import answer, run
from test_audit_coverage import index_of

from gongkai.audit.local_deadlines import read_deadlines
from gongkai.errors import GongkaiError
from gongkai.indexer.gazetteer.jurisdiction import begins_a_code
from gongkai.mappings.deadlines import due

WHOLE = {"kind": "government", "scope": "government_consolidated"}


def rows_of(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))


def test_a_prefecture_and_the_city_that_it_became_are_one_line(tmp_path: Path) -> None:
    tibet: dict[str, Any] = {"province": "西藏自治区", "county": None, "level": "prefectural", **WHOLE}
    before = report("昌都地区行政公署", 2012, city="昌都地区", adcode="542100", **tibet)
    after = report("昌都市人民政府", 2016, city="昌都市", adcode="540300", **tibet)
    cells = answer("coverage", "--index", index_of(tmp_path, [before, after]), "--year", "2012,2016")["cells"]
    assert [(cell["agency"], cell["state"]) for cell in cells] == [("昌都市人民政府", "published")] * 2


@pytest.mark.parametrize(
    ("line", "reason", "label"),
    [
        ("白银取审计局", "no_place", "名称和代码未表明所在地"),
        ("鼓楼区人民政府", "several_places", "名称为几地所共有"),
        ("白银区财政局,110101", "code", "代码有误，或与名称不符"),
        ("财政局", "several_agencies", "名称与几个机关相符"),
    ],
)
def test_who_is_not_judged_is_told_why(tmp_path: Path, line: str, reason: str, label: str) -> None:
    other = report("平川区财政局", 2022, county="平川区", adcode="620403")
    index = index_of(tmp_path, [report("白银区财政局", 2022), other])
    roster = tmp_path / "roster.csv"
    roster.write_text(f"{line}\n", encoding="utf-8")
    arguments = ("coverage", "--of", roster, "--index", index, "--year", "2022")
    [cell] = answer(*arguments)["cells"]
    assert (cell["state"], cell["reason"]) == ("not_assessable", reason)
    assert cell["note"]
    [row] = rows_of(run(*arguments, "--format", "csv").stdout)
    assert row["无法判断原因"] == label


def test_columns_of_remarks_are_there_when_there_is_one(tmp_path: Path) -> None:
    index = index_of(tmp_path, [report("白银区财政局", 2022)])
    for options, is_there in ((("--year", "2022"), False), (("--year", "2021..2022", "--missing"), False)):
        heading = run("coverage", "--index", index, *options, "--format", "csv").stdout.splitlines()[0]
        assert ("期限说明" in heading) == is_there
        assert "无法判断原因" not in heading
    index = index_of(tmp_path / "company", [report("白银市自来水公司", 2022, kind="public_institution")])
    assert "期限说明" in run("coverage", "--index", index, "--year", "2022", "--format", "csv").stdout.splitlines()[0]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("adcode,due\n62,01-20\n999999,01-20\n", "line 3: there is no place whose code begins with 999999"),
        ("adcode,due\n62,01-20\n63,01-20\n62,01-26\n", "line 4: the rule on line 2 names another day for the same agencies"),
        ("adcode,kind,due\n62,部门,01-20\n62,,01-26\n", "line 3: the rule on line 2"),
        ("due\n01-20\n01-26\n", "line 3: the rule on line 2 names another day for the same agencies of every place"),
        ("due,kind\n01-20,机关事务\n", "there is no kind “机关事务”; write government (人民政府), "),
        ("due,kind\n01-20,institution\n", "university (高校), hospital (医院), public_institution (事业单位)."),
    ],
)
def test_rules_that_hold_for_nobody_or_contradict_are_refused(tmp_path: Path, text: str, words: str) -> None:
    path = tmp_path / "rules.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(GongkaiError, match=re.escape(words)):
        read_deadlines(path, begins_a_code)


@pytest.mark.parametrize("command", ["coverage", "check"])
def test_both_commands_refuse_a_code_of_no_place(tmp_path: Path, command: str) -> None:
    path = tmp_path / "rules.csv"
    path.write_text("adcode,due\n999999,01-20\n", encoding="utf-8")
    index = index_of(tmp_path, [report("白银区财政局", 2022)])
    assert "line 2: there is no place" in run(command, "--deadlines", path, "--index", index, status=2).stderr


def test_rules_beside_each_other(tmp_path: Path) -> None:
    path = tmp_path / "rules.csv"
    lines = ["地区说明,机关类型,层级,期限,首年,末年".replace("地区说明", "行政区划代码")]
    lines += [
        "62,政府部门、公安机关,,01-20,2021,2021",
        "62,政府部门,,01-26,2022,",
        "62,政府/政府办,区县级,03-01,,",
        "6204,部门,,01-10,,",
    ]
    path.write_text("\n".join(lines), encoding="utf-8")
    local = read_deadlines(path, begins_a_code)
    days = [
        due(year, "county", kind, code, local=local)
        for year, kind, code in (
            (2021, "department", "620102"),
            (2022, "department", "620102"),
            (2022, "government_office", "620102"),
            (2022, "department", "620402"),
        )
    ]
    assert [day and day.isoformat()[5:] for day in days] == ["01-20", "01-26", "03-01", "01-10"]


@pytest.mark.parametrize(
    ("kind", "level", "adcode", "day"),
    [
        ("public_security", "county", "620402", "01-20"),
        ("meteorology", "county", "620402", "01-20"),
        ("tax", "county", "620402", "01-26"),  # named by itself
        ("government", "county", "620402", "03-31"),
        ("administrative_committee", "county", "620402", "03-31"),  # no department by article 49
        ("administrative_committee", None, "620400", "03-31"),  # of a city or of its district: one day for both
        ("administrative_committee", None, None, None),
        ("hospital", "county", "620402", None),
        ("central_department", "national", None, None),
    ],
)
def test_a_rule_for_departments_is_for_those_of_kinds_of_their_own(
    tmp_path: Path, kind: str, level: str | None, adcode: str | None, day: str | None
) -> None:
    path = tmp_path / "rules.csv"
    path.write_text("机关类型,期限\n部门,01-20\n税务,01-26\n", encoding="utf-8")
    found = due(2022, level, kind, adcode, local=read_deadlines(path, begins_a_code))
    assert (found and found.isoformat()[5:]) == day


def figures(total: int) -> dict[str, int]:
    return {"requests.received.total": total}


def test_a_roster_with_parents_is_read_as_that_of_coverage(tmp_path: Path) -> None:
    shelf = [
        report("白银区人民政府", 2022, figures=figures(9), **WHOLE),
        report("白银区市场监督管理局", 2022, figures=figures(3)),
        report("白银区自然资源和规划局", 2022, figures=figures(4)),
    ]
    index = index_of(tmp_path, shelf)
    roster = tmp_path / "roster.csv"
    rows = ["agency,parent", "白银区政府,", "白银区市监局,白银区政府", "白银区自然资源局（公章）,白银区政府"]
    roster.write_text("\n".join(rows), encoding="utf-8")
    found = answer("check", "--across", "levels", "--of", roster, "--index", index, status=1)
    assert [line["code"] for line in found["findings"]] == ["S2"]


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        (["甲局,乙局", "乙局,丙局", "丙局,甲局", "丁局,甲局"], "甲局 → 乙局 → 丙局 → 甲局"),
        (["丁局,甲局", "甲局,甲局"], "甲局 → 甲局"),
    ],
)
def test_parents_that_go_round_are_named(tmp_path: Path, rows: list[str], words: str) -> None:
    roster = tmp_path / "roster.csv"
    roster.write_text("\n".join(["agency,parent", *rows]), encoding="utf-8")
    index = index_of(tmp_path, [report("白银区财政局", 2022)])
    said = run("check", "--across", "levels", "--of", roster, "--index", index, status=2).stderr
    assert f"The roster's parents go round: {words}." in said
