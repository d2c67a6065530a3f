"""Checks that need more than one report, the page that is sent, and versions told apart."""

from __future__ import annotations

import copy
import csv
import io
import json
from collections import Counter
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from audit_reports import BAIYIN, as_printed, report, write_lines
from command_line import answer, lines, run
from hypothesis import given, settings
from hypothesis import strategies as st
from test_audit_coverage import index_of

from gongkai.audit.levels import across_places
from gongkai.audit.rows import Row, rows_of
from gongkai.audit.versions import changes, with_changes
from gongkai.audit.years import FIGURES, across_years
from gongkai.mappings.comparisons import SUMMED
from gongkai.mappings.findings import RULES
from gongkai.mappings.form import cells_by_name
from gongkai.mappings.too_late import CORRECTED

FORWARD, OVER = "requests.carried_forward.total", "requests.carried_over.total"
IN_FORCE, ISSUED, REPEALED = (f"proactive.rules.{key}" for key in ("in_force", "issued", "repealed"))
RECEIVED = "requests.received.total"
CITY = {"province": "甘肃省", "city": "白银市", "county": None, "adcode": "620400", "level": "prefectural"}
WHOLE = {"kind": "government", "scope": "government_consolidated"}


def rows(*documents: dict[str, Any]) -> list[Row]:
    return list(rows_of(documents, as_printed, FIGURES))


def codes(*documents: dict[str, Any]) -> list[str]:
    return [one.code for one in across_years(rows(*documents))[0]]


def of(year: int, figures: dict[str, Any], agency: str = "白银区财政局", **parts: Any) -> dict[str, Any]:
    return report(agency, year, figures=figures, **parts)


# -- from year to year --------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("former", "now", "found"),
    [
        ({FORWARD: 3}, {OVER: 3}, []),
        ({FORWARD: 3}, {OVER: 5}, ["Y1"]),
        ({FORWARD: 0}, {OVER: 1}, ["Y1"]),
        ({FORWARD: None}, {OVER: 1}, []),
        ({FORWARD: 3}, {OVER: None}, []),
        ({IN_FORCE: 10}, {IN_FORCE: 12, ISSUED: 3, REPEALED: 1}, []),
        ({IN_FORCE: 10}, {IN_FORCE: 13, ISSUED: 3, REPEALED: 1}, ["Y3"]),
        ({IN_FORCE: 10}, {IN_FORCE: 13, ISSUED: None, REPEALED: 1}, []),
        ({RECEIVED: 10}, {RECEIVED: 101}, ["Y4"]),
        ({RECEIVED: 101}, {RECEIVED: 10}, ["Y4"]),
        ({RECEIVED: 10}, {RECEIVED: 100}, []),
        ({RECEIVED: 0}, {RECEIVED: 100}, ["Y4"]),
        ({RECEIVED: 0}, {RECEIVED: 99}, []),
        ({RECEIVED: None}, {RECEIVED: 5000}, []),
    ],
)
def test_two_years(former: dict[str, Any], now: dict[str, Any], found: list[str]) -> None:
    assert codes(of(2022, former), of(2023, now)) == found


def test_items_of_the_form_of_2019() -> None:
    base, change = (f"proactive.licensing.items_{key}" for key in ("previous_year", "change"))
    assert codes(of(2019, {base: 40, change: -2}), of(2020, {base: 38})) == []
    assert codes(of(2019, {base: 40, change: -2}), of(2020, {base: 39})) == ["Y2"]


def test_only_neighbouring_years_of_one_agency_and_scope_are_compared() -> None:
    former, now = {FORWARD: 3}, {OVER: 5}
    assert codes(of(2021, former), of(2023, now)) == []
    assert codes(of(2018, former), of(2019, now)) == []  # not between the forms of 2014 and 2019
    assert codes(of(2022, former), of(2023, now, "白银区水利局")) == []
    assert codes(of(2022, former, scope="government_consolidated"), of(2023, now)) == []
    assert codes(of(2022, former, "白银市白银区财政局"), of(2023, now, "区财政局")) == ["Y1"]


def accused(*documents: dict[str, Any]) -> list[tuple[str, str]]:
    found, _ = across_years(rows(*documents))
    return [(one.code, one.fault(lambda _: {}).value) for one in found]


@pytest.mark.parametrize(
    ("former", "now"),
    [
        ("白银区自然资源局", "白银区自然资源和规划局"),
        ("白银区城管局", "白银区城市管理综合行政执法局"),
        ("白银区扶贫办", "白银区乡村振兴局"),
        ("白银区教育局", "白银区教育和体育局"),
    ],
)
def test_an_office_that_was_called_otherwise_is_compared_and_not_accused(former: str, now: str) -> None:
    assert accused(of(2021, {FORWARD: 3}, former), of(2022, {OVER: 1}, now)) == [("Y1", "undecided")]
    assert accused(of(2021, {FORWARD: 3}, former), of(2022, {OVER: 3}, now)) == []
    (found,), _ = across_years(rows(of(2021, {FORWARD: 3}, former), of(2022, {OVER: 1}, now)))
    assert found.message.endswith(f"两年的机关名称不同（{former}、{now}）：如有合并或职能划转，差异可能由此产生。")


def test_two_that_published_on_one_year_are_not_one() -> None:
    planned = "白银区自然资源和规划局"
    assert accused(of(2021, {FORWARD: 3}, "白银区自然资源局"), of(2021, {}, planned), of(2022, {OVER: 1}, planned)) == []


def test_a_town_that_was_called_otherwise_is_not_accused() -> None:
    town = {"town": "双桥乡", "level": "township", "kind": "government"}
    now = {**town, "town": "双桥镇"}
    reports = of(2021, {FORWARD: 3}, "双桥乡人民政府", **town), of(2022, {OVER: 1}, "双桥镇人民政府", **now)
    assert accused(*reports) == [("Y1", "undecided")]
    found, _ = across_years(rows(*reports), None, {(rows(*reports)[0].place_id or "", "双桥")})
    assert found == []


def test_another_spelling_is_still_the_report_s_fault() -> None:
    assert accused(of(2021, {FORWARD: 3}, "白银区发改局"), of(2022, {OVER: 1}, "白银区发展和改革局")) == [("Y1", "source_error")]


def test_the_version_published_last_counts() -> None:
    again = of(2022, {FORWARD: 5}, version=2, published="2023-09-01")
    assert codes(of(2022, {FORWARD: 3}), again, of(2023, {OVER: 5})) == []
    assert codes(again, of(2022, {FORWARD: 3}), of(2023, {OVER: 5})) == []


def test_what_cannot_be_compared_is_counted() -> None:
    _, tallies = across_years(rows(of(2021, {FORWARD: 3}), of(2022, {OVER: 3, FORWARD: 1}), of(2024, {OVER: 1})))
    assert (tallies["Y1"].assessed, tallies["Y1"].failed, tallies["Y1"].not_assessable) == (1, 0, 20)
    assert tallies["Y3"].assessed == 0


@settings(max_examples=30, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 9) | st.none(), st.integers(0, 9) | st.none()), min_size=2, max_size=5))
def test_carried_is_what_the_rule_says(numbers: list[tuple[int | None, int | None]]) -> None:
    documents = [of(2020 + place, {OVER: over, FORWARD: forward}) for place, (over, forward) in enumerate(numbers)]
    pairs = [(before[1], after[0]) for before, after in pairwise(numbers)]
    known = [(a, b) for a, b in pairs if a is not None and b is not None]
    found, tallies = across_years(rows(*documents))
    assert len([one for one in found if one.code == "Y1"]) == sum(a != b for a, b in known)
    assert (tallies["Y1"].assessed, tallies["Y1"].failed) == (len(known), sum(a != b for a, b in known))
    assert tallies["Y1"].assessed + tallies["Y1"].not_assessable == 7 * len(pairs)


def test_check_across_years_says_who_and_where(tmp_path: Path) -> None:
    documents = [of(2022, {FORWARD: 3}), of(2023, {OVER: 5}), of(2024, {OVER: 9})]
    documents[0]["states"][FORWARD] = "read"
    index = index_of(tmp_path, documents)
    assert answer("check", "--index", index)["findings"] == []
    result = answer("check", "--across", "years", "--index", index, status=1)
    [finding] = result["findings"]
    assert finding["message"] == "结转·总计：2022年报告“结转下年度继续办理”为 3，2023年报告“上年结转”为 5，两者不等。"
    assert (finding["id"], finding["others"]) == (documents[1]["id"], [documents[0]["id"]])
    assert (finding["fault"], finding["figures"], finding["place"]) == ("source_error", [FORWARD, OVER], "甘肃省白银市白银区")
    assert result["across"]["Y1"] == {"assessed": 1, "failed": 1, "not_assessable": 13}
    assert answer("check", "--across", "years", "--year", "2024", "--index", index)["findings"] == []
    assert len(answer("check", "--across", "years", "--year", "2023", "--index", index, status=1)["findings"]) == 1
    assert answer("check", "--across", "years", "--fault", "undecided", "--index", index)["findings"] == []


def test_paths_and_index_find_the_same(tmp_path: Path) -> None:
    run("sample", "150", tmp_path / "reports", "--broken", "0.3", "--republished", "0.3", "--seed", "7")
    documents = lines(run("parse", tmp_path / "reports").stdout)
    repeated = [
        {**copy.deepcopy(one), "id": one["id"][::-1], "year": one["year"] + 1, "report_key": None} for one in documents[:40]
    ]
    path = write_lines(tmp_path / "lines.jsonl", [*documents, *repeated])
    run("index", path, "--index", tmp_path / "index")
    arguments = ["--across", "years", "--across", "levels"]
    asked = answer("check", *arguments, "--index", tmp_path / "index", status=1)
    read = answer("check", path, *arguments, status=1)
    assert sum(tally["assessed"] for tally in asked["across"].values()) > 0
    across = [{(f["id"], f["code"], f["message"]) for f in one["findings"] if f["code"][0] in "YS"} for one in (asked, read)]
    assert across[0]
    current = {line["id"] for line in lines(run("export", "--format", "jsonl", "--index", tmp_path / "index").stdout)}
    assert {found for found in across[1] if found[0] in current} >= {found for found in across[0] if found[0] in current}


def test_an_inferred_figure_is_our_reading(tmp_path: Path) -> None:
    documents = [of(2022, {FORWARD: 3}), of(2023, {OVER: 5})]
    documents[0]["states"][FORWARD] = "inferred"
    path = write_lines(tmp_path / "lines.jsonl", documents)
    for where in ([path], ["--index", index_of(tmp_path, documents)]):
        [finding] = answer("check", *where, "--across", "years", status=1)["findings"]
        assert finding["fault"] == "parser_suspect"


# -- from level to level ------------------------------------------------------------------------------
def of_place(code: str, county: str, total: int | None, year: int = 2023) -> dict[str, Any]:
    return report(f"{county}人民政府", year, **{**WHOLE, "county": county, "adcode": code}, figures={RECEIVED: total})


def of_city(total: int | None) -> dict[str, Any]:
    return report("白银市人民政府", 2023, **{**WHOLE, **CITY}, figures={RECEIVED: total})


@pytest.mark.parametrize(
    ("city", "parts", "found", "assessed"),
    [(10, (4, 5), 0, 1), (9, (4, 5), 0, 1), (8, (4, 5), 1, 1), (8, (4, None), 0, 0), (8, (40,), 0, 0), (None, (4, 5), 0, 0)],
)
def test_the_sum_below_is_not_greater(city: int | None, parts: tuple[int | None, ...], found: int, assessed: int) -> None:
    names = ("620402", "620403")
    documents = [of_city(city), *(of_place(code, f"{code}县", total) for code, total in zip(names, parts, strict=False))]
    below = rows_of(documents, as_printed, SUMMED)
    discrepancies, tallies = across_places(below, lambda place, year: names if place == "620400" else ())
    assert (len(discrepancies), tallies["S1"].assessed) == (found, assessed)
    assert tallies["S1"].assessed + tallies["S1"].not_assessable == len(SUMMED)


def test_a_roster_with_parents_is_summed(tmp_path: Path) -> None:
    government = report("白银区人民政府", 2023, **WHOLE, figures={RECEIVED: 10})
    bureaus = [report(f"白银区{name}局", 2023, figures={RECEIVED: count}) for name, count in (("财政", 4), ("水利", 5))]
    roster = tmp_path / "roster.csv"
    roster.write_text(
        "agency,parent\n白银区人民政府,\n白银区财政局,白银区人民政府\n白银区水利局,白银区人民政府\n", encoding="utf-8"
    )
    arguments = ["--across", "levels", "--of", roster]
    index = index_of(tmp_path, [government, *bureaus])
    [finding] = answer("check", *arguments, "--index", index, status=1)["findings"]
    assert finding["code"] == "S2"
    assert "2 份报告之和为 9，本级报告为 10" in finding["message"]
    assert sorted(finding["others"]) == sorted(document["id"] for document in bureaus)
    result = answer("check", *arguments, "--index", index_of(tmp_path / "less", [government, bureaus[0]]))
    assert result["across"] == {"S2": {"assessed": 0, "failed": 0, "not_assessable": len(SUMMED)}}
    roster.write_text("白银区人民政府\n", encoding="utf-8")
    assert "parent" in run("check", *arguments, "--index", index, status=2).stderr
    roster.write_text("agency,parent\n白银区财政局,白银市人民政府\n", encoding="utf-8")
    assert "“白银市人民政府” has no line of its own" in run("check", *arguments, "--index", index, status=2).stderr
    assert "--across levels" in run("check", "--of", roster, "--index", index, status=2).stderr


# -- what is printed ----------------------------------------------------------------------------------
def finding(code: str = "F1", **parts: Any) -> dict[str, Any]:
    known = {"message": "表三：1 与 2 不等。", "figures": [RECEIVED], "evidence": "新收 | 2", "fault": "source_error"}
    return {"code": code, **known, **parts}


def test_findings_by_rule_and_place(tmp_path: Path) -> None:
    other = {"county": "平川区", "adcode": "620403"}
    documents = [
        of(2022, {}, findings=[finding(), finding("D2", fault="undecided")]),
        of(2023, {}, findings=[finding(), finding()]),
        of(2023, {}, "平川区水利局", **other, findings=[finding("T1")]),
    ]
    index = index_of(tmp_path, documents)
    result = answer("check", "--index", index, status=1)
    assert [(line["code"], line["findings"], line["reports"]) for line in result["by_rule"]] == [
        ("F1", 3, 2),
        ("T1", 1, 1),
        ("D2", 1, 1),
    ]
    assert [(line["place"], line["findings"]) for line in result["by_place"]] == [
        ("甘肃省白银市白银区", 4),
        ("甘肃省白银市平川区", 1),
    ]
    table = run("check", "--by", "place", "--index", index, status=1).stdout
    assert table == "地区\t发现\t报告\n甘肃省白银市白银区\t4\t2\n甘肃省白银市平川区\t1\t1\n"
    only = lines(run("check", "--by", "rule", "--fault", "undecided", "--format", "jsonl", "--index", index, status=1).stdout)
    assert only == [{"code": "D2", "name": RULES["D2"].name, "findings": 1, "reports": 1}]
    table = run("check", "--across", "years", "--by", "rule", "--index", index, status=1).stdout
    assert "跨报告核对\n代码\t名称\t可判断\t不符\t无法判断\n" in table


def test_the_sample_breaks_as_it_says(tmp_path: Path) -> None:
    run("sample", "80", tmp_path / "reports", "--broken", "0.4", "--seed", "3")
    truth = {line["source"]: line for line in lines((tmp_path / "reports.truth.jsonl").read_text(encoding="utf-8"))}
    found: dict[str, Counter[str]] = {name: Counter() for name in truth}
    result = answer("check", tmp_path / "reports", status=1)
    for line in result["findings"]:
        if line["code"][0] == "F":
            found[Path(line["source"]).name][line["code"]] += 1
    wrong = [name for name in truth if found[name] != Counter(broken["code"] for broken in truth[name]["broken"])]
    assert len(wrong) <= 0.05 * len(truth)  # a table that was lost is not assessable
    assert result["by_rule"]


class Page(HTMLParser):
    """What a browser would load or run."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: Counter[str] = Counter()
        self.text = ""
        self.links: list[str] = []
        self.loads: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.tags[tag] += 1
        named = dict(attributes)
        self.links += [named["href"] or ""] if tag == "a" else []
        self.loads += [name for name in named if name == "src" or name == "srcset" or name.startswith("on")]

    def handle_data(self, data: str) -> None:
        self.text += data


def test_the_page_says_what_where_and_why(tmp_path: Path) -> None:
    hostile = "<script>alert(1)</script>"
    document = of(
        2023,
        {RECEIVED: 2, OVER: None},
        f"白银区{hostile}局",
        title=f"{hostile}年度报告",
        url="javascript:alert(1)",
        findings=[finding(evidence=f'"><img src=x onerror=alert(1)>{hostile}', figures=[RECEIVED, OVER, "no.such.figure"])],
    )
    second = of(2023, {}, url="https://www.example.gov.cn/a?b=1&c=<", findings=[finding("T1", fault="undecided")])
    index = index_of(tmp_path, [document, second])
    text = run("check", "--format", "html", "--index", index, status=1).stdout
    page = Page(text)
    assert page.tags["script"] == page.tags["img"] == page.tags["link"] == page.tags["iframe"] == 0
    assert page.loads == []
    assert page.links == ["https://www.example.gov.cn/a?b=1&c=<"]
    assert "default-src 'none'" in text
    for words in (hostile, "表三：1 与 2 不等。", cells_by_name()[RECEIVED].label, RULES["F1"].compares, "原文有误", "未定"):
        assert words in page.text
    assert "共核查 2 篇报告，其中 2 篇有 2 处" in page.text
    narrowed = Page(run("check", "--format", "html", "--fault", "undecided", "--index", index, status=1).stdout)
    assert "F1" not in narrowed.text
    assert run("check", "--format", "html", "--fault", "parser_suspect", "--index", index, status=1).stdout.startswith(
        "<!DOCTYPE"
    )


def test_the_page_shows_what_years_disagree_on(tmp_path: Path) -> None:
    last = of(2023, {OVER: 5}, title="白银区财政局报告", source="/home/somebody/2023.html")
    index = index_of(tmp_path, [of(2022, {FORWARD: 3}), last])
    for options in ((), ("--finding", "Y1")):
        page = Page(run("check", "--across", "years", *options, "--format", "html", "--index", index, status=1).stdout)
        assert "2022年 表三·结转下年度继续办理·总计：3" in page.text
        assert "共核查 2 篇报告，其中 1 篇有 1 处" in page.text
        assert "《白银区财政局报告》" in page.text
        assert f"发布日期：{last['published']}" in page.text
        assert "来源：2023.html" in page.text
        assert "所印数字" not in page.text.partition("Y1")[2].partition("所列数字")[0]  # each year's stands in what is printed


# -- versions -----------------------------------------------------------------------------------------
def test_a_second_version_is_not_late(tmp_path: Path) -> None:
    late = finding("D2", message="发布日期 2023-06-01 晚于第四十九条规定的 2023-01-31。", figures=[])
    first, second = of(2022, {}), of(2022, {}, version=2, published="2023-06-01", findings=[late])
    index = index_of(tmp_path, [first, second])
    [found] = answer("check", "--index", index, status=1)["findings"]
    assert found["fault"] == "undecided"
    assert found["message"].endswith("此版为再次发布，首次发布于 2023-01-15，在期限内。")
    [alone] = answer("check", "--index", index_of(tmp_path / "alone", [second]), status=1)["findings"]
    assert alone["fault"] == "source_error"
    for fault, count in (("undecided", 1), ("source_error", 0)):  # what is asked for is what is printed
        found = answer("check", "--finding", "D2", "--fault", fault, "--index", index, status=None)["findings"]
        assert [one["fault"] for one in found] == [fault] * count
    [shown] = answer("show", second["id"], "--index", index)["findings"]
    assert shown["fault"] == "undecided"


def test_versions_in_a_folder_are_those_of_an_index(tmp_path: Path) -> None:
    late = finding("D2", message="发布日期 2023-06-01 晚于第四十九条规定的 2023-01-31。", figures=[])
    broken = finding("F1", message="两者不等。", figures=[])
    first = of(2022, {}, findings=[broken])
    second, copied = (of(2022, {}, version=2, published="2023-06-01", findings=[late]) for _ in range(2))
    path = write_lines(tmp_path / "lines.jsonl", [second, first, copied])
    result = run("check", path, "--format", "json", status=1)
    read = json.loads(result.stdout)
    asked = answer("check", "--index", index_of(tmp_path, [first, second]), status=1)
    assert (read["reports"], read["findings"]) == (1, asked["findings"])
    assert "2 of the 3 pages are other versions or copies of reports there" in result.stderr
    assert not run("check", write_lines(tmp_path / "one.jsonl", [first]), status=1).stderr


def test_a_correction_is_late_only_by_what_it_corrects(tmp_path: Path) -> None:
    said = f"发布日期 2023-06-01 晚于第四十九条规定的 2023-01-31。{CORRECTED}"
    late = finding("D2", message=said, figures=[], fault="undecided")
    parts: dict[str, Any] = {"published": "2023-06-01", "findings": [late], "title": "2022年政府信息公开工作年度报告（修订版）"}
    corrected = of(2022, {}, version=2, **parts)
    for name, before, fault, state in (
        ("alone", [], "undecided", ("published", None, "first")),
        ("in_time", [of(2022, {}, published="2023-01-15")], "undecided", ("republished", 0, None)),
        ("late", [of(2022, {}, published="2023-03-01")], "source_error", ("late", 29, None)),
    ):
        (tmp_path / name).mkdir()
        index = index_of(tmp_path / name, [*before, corrected])
        [found] = answer("check", "--index", index, "--fault", fault, status=1)["findings"]
        [read] = answer("check", write_lines(tmp_path / name / "lines.jsonl", [*before, corrected]), status=1)["findings"]
        assert found == read
        assert (CORRECTED in found["message"]) == (name == "alone")
        [cell] = answer("coverage", "--year", "2022", "--index", index)["cells"]
        assert (cell["state"], cell["days_late"], cell.get("unknown")) == state
        rules = tmp_path / "rules.csv"
        rules.write_text("due\n01-10\n", encoding="utf-8")
        [told] = answer("check", "--index", index, "--deadlines", rules, status=1)["findings"]
        assert told["fault"] == ("undecided" if name == "alone" else "source_error")


def test_check_and_coverage_agree_on_what_nobody_knows_to_be_late(tmp_path: Path) -> None:
    late = finding("D2", message="发布日期 2023-06-01 晚于第四十九条规定的 2023-01-31。", figures=[])
    undated = report("白银区财政局", 2022, published=None)
    second = report("白银区财政局", 2022, 2, published="2023-06-01", findings=[late])
    moved = report("白银区水利局", 2022, published="2024-06-01", findings=[{**late, "fault": "undecided"}])
    index = index_of(tmp_path, [undated, second, moved])
    found = answer("check", "--finding", "D2", "--index", index, status=1)["findings"]
    assert {one["fault"] for one in found} == {"undecided"}
    assert any(one["message"].endswith("另有版本未注明发布日期，是否逾期无法判断。") for one in found)
    cells = answer("coverage", "--year", "2022", "--index", index)["cells"]
    assert {(cell["state"], cell["days_late"]) for cell in cells} == {("republished", None), ("published", None)}


def test_a_day_to_come_accuses_nobody(tmp_path: Path) -> None:
    late = finding("D2", message="发布日期 2999-06-01 晚于第四十九条规定的 2999-01-31。", figures=[])
    documents = [report("白银区财政局", 2998, published="2999-06-01", findings=[late])]
    [found] = answer("check", "--index", index_of(tmp_path, documents), status=1)["findings"]
    [read] = answer("check", write_lines(tmp_path / "reports.jsonl", documents), status=1)["findings"]
    assert {found["fault"], read["fault"]} == {"undecided"}


def test_show_history_tells_versions_apart(tmp_path: Path) -> None:
    first = of(2022, {RECEIVED: 2, OVER: 0}, sections={"overview": "共收到2件。", "problems": "人员不足。"})
    second = of(
        2022,
        {RECEIVED: 3, OVER: None},
        version=2,
        published="2023-06-01",
        sections={"overview": "共收到3件。", "problems": "人员 不足。"},
    )
    second["states"][OVER] = "blank"
    index = index_of(tmp_path, [first, second])
    versions = answer("show", first["id"], "--history", "--index", index)
    assert [version["id"] for version in versions] == [second["id"], first["id"]]
    assert versions[0]["changes"] == [
        {"field": "published", "from": "2023-01-15", "to": "2023-06-01"},
        {"field": RECEIVED, "from": 2, "to": 3},
        {"field": OVER, "from": 0, "to": None},
        {"field": "sections.overview", "from": None, "to": None},
    ]
    assert versions[1]["changes"] == []
    table = run("show", first["id"], "--history", "--index", index).stdout
    assert f"{second['id'][:12]}\t{cells_by_name()[RECEIVED].label}\t2\t3\n" in table
    assert f"{second['id'][:12]}\t{cells_by_name()[OVER].label}\t0\t空\n" in table


@pytest.mark.parametrize("query", ["三审三校" * 30, '"2022/2023"'])
def test_a_query_that_no_file_can_be_called_is_a_query(tmp_path: Path, query: str) -> None:
    index = index_of(tmp_path, [of(2022, {RECEIVED: 2}, sections={"overview": f"{query.strip(chr(34))}。"}), of(2023, {})])
    assert answer("check", query, "--index", index)["reports"] == 1
    assert "no file or folder" in run("check", f"nowhere/{query}", "--index", index, status=2).stderr
    assert "no file or folder" in run("check", query, tmp_path, "--index", index, status=2).stderr


def test_histories_of_several_reports_are_one_answer(tmp_path: Path) -> None:
    versions = [of(2022, {RECEIVED: 2}), of(2022, {RECEIVED: 3}, version=2, published="2023-06-01"), of(2023, {RECEIVED: 4})]
    index = index_of(tmp_path, versions)
    ids = [versions[place]["id"] for place in (1, 0, 2)]
    for asked in ([ids[0], ids[2]], ["-"]):
        stdin = None if len(asked) > 1 else f"{ids[0]}\n{ids[2]}\n".encode()
        printed = {
            form: run("show", *asked, "--history", "--format", form, "--index", index, stdin=stdin).stdout
            for form in ("json", "jsonl", "csv", "table")
        }
        assert [one["id"] for one in json.loads(printed["json"])] == ids
        assert [json.loads(line)["id"] for line in printed["jsonl"].splitlines()] == ids
        assert printed["csv"].count("\ufeff") == 1
        rows = list(csv.DictReader(io.StringIO(printed["csv"].removeprefix("\ufeff"))))
        assert list(dict.fromkeys((row["编号"], row["版本"]) for row in rows)) == list(
            zip(ids, ("现行", "历史", "现行"), strict=True)
        )
        assert printed["table"].count("编号\t版本\t") == 2


def test_a_report_whose_page_is_one_no_more_has_no_current_version(tmp_path: Path) -> None:
    page = tmp_path / "reports" / "a.jsonl"
    page.parent.mkdir()
    old, new = of(2022, {RECEIVED: 2}), of(2022, {RECEIVED: 3}, version=2, published="2023-06-01")
    gone = {"report": False, "reason": "a guide", "source": new["source"]}
    for pair in ((old, new), (old, gone), ({**gone, "source": old["source"]}, gone)):
        page.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in pair), encoding="utf-8")
        run("index", page.parent, "--index", tmp_path / "index")
        versions = answer("show", new["id"], "--history", "--index", tmp_path / "index")
        told = {one["id"]: one["current"] for one in versions}
        assert told == {old["id"]: pair[0] is old and pair[1] is gone, new["id"]: pair[1] is new}
    table = run("show", new["id"], "--history", "--index", tmp_path / "index").stdout
    assert "现行" not in table


def test_one_version_has_no_changes() -> None:
    document = of(2022, {RECEIVED: 2})
    assert with_changes([document])[0]["changes"] == changes(document, copy.deepcopy(document)) == []
    assert BAIYIN["county"] == document["county"]


# -- local deadlines ----------------------------------------------------------------------------------
def late(documents: list[dict[str, Any]], tmp_path: Path, rules: str, *more: str) -> dict[str, list[tuple[str, str]]]:
    """Return where → agency, fault of each D2 that `check` finds by local rules, among lines of `parse` and in an index."""
    (tmp_path / "rules.csv").write_text(rules, encoding="utf-8")
    options = ("--deadlines", tmp_path / "rules.csv", *more)
    pages = write_lines(tmp_path / "reports.jsonl", documents)
    index = index_of(tmp_path, documents)
    found = {"paths": run("check", pages, *options, "--format", "jsonl", status=None).stdout}
    found["index"] = run("check", "--index", index, *options, "--format", "jsonl", status=None).stdout
    return {
        where: [(line["agency"], line["fault"]) for line in lines(text) if line["code"] == "D2"] for where, text in found.items()
    }


@pytest.mark.parametrize("more", [(), ("--finding", "D2")])
def test_local_deadlines_decide_who_is_late(tmp_path: Path, more: tuple[str, ...]) -> None:
    by_article = {"code": "D2", "message": "", "figures": [], "evidence": "2023-02-10", "fault": "source_error"}
    documents = [
        report("白银区财政局", 2022, published="2023-01-30"),  # late by the local rule alone
        report("白银区水利局", 2022, published="2023-01-20"),
        report("白银区文化馆", 2022, kind=None, published="2023-01-30"),
        report("某镇人民政府", 2022, kind="government", level="township", published="2023-02-10", findings=[by_article]),
        report("兰州市财政局", 2022, adcode="620100", city="兰州市", county=None, published="2023-02-10", findings=[by_article]),
        report("白银区教育局", 2022, published="2023年"),
    ]
    rules = "adcode,kind,level,due\n6204,部门,,01-26\n620402,,township,02-28\n"
    expected = {("白银区财政局", "source_error"), ("兰州市财政局", "source_error")}
    assert {where: set(found) for where, found in late(documents, tmp_path, rules, *more).items()} == {
        "paths": expected,
        "index": expected,
    }


def test_a_first_version_in_time_by_the_local_rule_excuses_the_second(tmp_path: Path) -> None:
    versions = [report("白银区财政局", 2022, number, published=day) for number, day in enumerate(("2023-01-20", "2023-06-01"))]
    found = late(versions, tmp_path, "due\n01-26\n")
    assert found["index"] == [("白银区财政局", "undecided")]


def test_standard_input_is_one_thing(tmp_path: Path) -> None:
    pages = write_lines(tmp_path / "reports.jsonl", [report("白银区财政局", 2022)])
    assert "read once" in run("check", "-", "--deadlines", "-", status=2).stderr
    assert "read once" in run("check", pages, "--across", "levels", "--of", "-", "--deadlines", "-", status=2).stderr
