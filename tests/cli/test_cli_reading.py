"""Reading results: near, concordance, explain, batches, ids, parts of a report, and why nothing was found."""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from command_line import answer, lines, run, write_shelf
from contract.documents import SHELF, make_document, make_id

from gongkai.text import normalise

IDS = {name: make_id(name) for name in "abcdef"}
TOTAL = "requests.received.total"
NEAR = make_document(
    "n",
    title="近邻",
    year=2024,
    level="county",
    sections={
        "overview": "三审三校，\n再保密审查，再三审三校。",
        "problems": "保密" + "字" * 20 + "三审三校" + "字" * 21 + "保密" + "字" * 30 + "三审三校\n三审三校",
    },
    figures={"requests.denied.state_secret.natural_person": 2, "requests.denied.state_secret.total": 2},
)


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("reading")
    shelf = write_shelf(folder / "shelf.jsonl")
    shelf.write_text(shelf.read_text(encoding="utf-8") + json.dumps(NEAR, ensure_ascii=False) + "\n", encoding="utf-8")
    run("index", shelf, "--index", folder / "index")
    return folder / "index"


def total(index: Path, *arguments: str) -> int:
    result = answer("search", *arguments, "--index", index, status=None)
    return int(result["total"])


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("near(三审三校, 保密, 20)", 2),  # of a and n
        ("near(三审三校, 保密, 2)", 1),
        ("near(三审三校, 保密, 1)", 0),
        ("near(保密, 三审三校, 2)", 1),
        ("in:problems near(三审三校, 保密, 20)", 1),
        ("in:problems near(三审三校, 保密, 19)", 0),
        ("near(三审三校, 三审三校, 0)", 1),
        ("near(三审三校, 三校, 0)", 1),
        ("near(三审三校, 不足, 1000)", 0),  # never from one section into the next
        ("-near(三审三校, 保密, 20)", 5),
        ("near(三审三校, 保密, 20) OR year:2023", 3),
        ("near(三审三校, 保密, 20) -年度:2024", 1),
        ("near(三审三校, 保密, 20) (-near(三审三校, 保密, 2) OR 近邻)", 2),
    ],
)
def test_near(index: Path, query: str, count: int) -> None:
    assert total(index, query) == count


def test_near_is_exact_in_every_command(index: Path) -> None:
    query = "near(三审三校, 保密, 2)"
    place = ["--index", index]
    assert answer("facets", query, "--by", "year", *place)["facets"]["year"] == [
        {"value": 2024, "label": "2024", "count": 1, "selected": False}
    ]
    assert [one["id"] for one in lines(run("export", query, "--format", "jsonl", *place).stdout)] == [NEAR["id"]]
    (hit,) = answer("search", query, *place)["hits"]
    assert [[one["text"][start:end] for start, end in one["marks"]] for one in hit["snippets"]] == [["三审三校", "保密"]]


def test_near_marks_only_what_is_near(index: Path) -> None:
    found = answer("concordance", "in:problems near(三审三校, 保密, 20)", "--sort", "report", "--index", index)
    assert [(line["left"][-2:], line["keyword"], line["right"][:2]) for line in found["lines"]] == [
        ("", "保密", "字字"),
        ("字字", "三审三校", "字字"),
    ]


def test_a_concordance_has_every_occurrence(index: Path) -> None:
    found = answer("concordance", "三审三校", "--context", "6", "--index", index)
    texts = [normalise(text) for one in (*SHELF, NEAR) for text in (one["title"] or "", *one["sections"].values())]
    assert found["occurrences"] == len(found["lines"]) == sum(text.count("三审三校") for text in texts)
    assert found["reports"] == 4
    assert all(line["keyword"] == "三审三校" for line in found["lines"])
    rights = [normalise(line["right"]) for line in found["lines"]]
    assert rights == sorted(rights)
    lefts = [
        normalise(line["left"])[::-1] for line in answer("concordance", "三审三校", "--sort", "left", "--index", index)["lines"]
    ]
    assert lefts == sorted(lefts)
    right = {one["text"]: one["count"] for one in found["neighbours"]["right"]}
    assert (right["制度"], right[","], right["字字"], right["三审"]) == (1, 1, 1, 1)
    assert sum(right.values()) == found["occurrences"]


def test_a_concordance_in_every_form(index: Path) -> None:
    table = run("concordance", "三审三校", "--size", "2", "--index", index).stdout.splitlines()
    assert table[0].split("\t") == ["左", "词", "右", "部分", "年度", "机关", "编号"]
    assert table[3] == ""
    assert "右邻\t处数" in table
    assert len(lines(run("concordance", "三审三校", "--format", "jsonl", "--index", index).stdout)) == 8
    rows = list(csv.reader(io.StringIO(run("concordance", "三审三校", "--format", "csv", "--index", index).stdout)))
    assert Counter(row[1] for row in rows) == {"词": 1, "三审三校": 8}
    assert "phrase to show" in run("concordance", "year:2024", "--index", index, status=2).stderr
    assert "No report says" in run("concordance", "没有的话", "--index", index, status=1).stderr


def test_sorting_goes_by_parts_when_there_are_many() -> None:
    from gongkai.search.sorting import in_order

    many = [[f"{number * 7919 % 1000:03}", number] for number in range(1000)]
    for part in (7, 100, 999, 1000, 1001):
        assert list(in_order(many, part)) == sorted(many)


def test_explain_asks_nothing_and_says_all(index: Path) -> None:
    told = answer(
        "search", "年度:2024 near(三审三校, 保密, 20) -in:problems 信访", "--explain", "--province", "甘肃省", "--index", index
    )
    assert told["parsed"] == 'year:2024 near("三审三校", "保密", 20) -in:problems "信访"'
    for words in (
        "年度为2024",
        "“三审三校”与“保密”相隔不超过20个字符",
        "“存在的主要问题及改进情况”部分都不含“信访”",
        "省为甘肃省",
        "按相关度排列",
    ):
        assert words in told["meaning"]
    assert "2024" in told["request"]
    assert "正文核对" in run("search", "near(三审三校, 保密, 20)", "--explain", "--index", index).stdout


@pytest.mark.parametrize(
    ("query", "meaning"),
    [
        ("", "查找全部报告；按相关度排列。"),
        ("三审三校", "标题或任一部分含“三审三校”"),
        ("-三审三校", "标题和各部分都不含“三审三校”"),
        ("in:title,problems 不足", "标题或“存在的主要问题及改进情况”部分含“不足”"),
        ("outcome:denied,granted", "办理结果为不予公开或予以公开"),
        (f"{TOTAL}:>=100", "不小于100"),
        (f"{TOTAL}:>5..<8", "大于5且小于8"),
        ("year:*", "载有年度"),
        ("-year:*", "未载年度"),
        ("-province:甘肃省", "省不是甘肃省"),
        ("(甲 OR 乙) 丙", "（标题或任一部分含“甲”，或者标题或任一部分含“乙”），并且标题或任一部分含“丙”"),
        ("-(甲 乙)", "不属于这种情况：（"),
    ],
)
def test_a_query_is_a_chinese_sentence(query: str, meaning: str) -> None:
    from gongkai.search.meaning import sentence
    from gongkai.search.query import Query
    from gongkai.search.syntax import parse_query

    assert meaning in sentence(Query(parse_query(query)))


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["province:甘萧省"], "No report has province “甘萧省”: did you mean “甘肃省”?"),
        (["--province", "重庆"], "did you mean “重庆市”?"),
        (["city:甘肃省"], "but 3 have province “甘肃省”"),
        (["三审三校", "year:2031"], "No report has year “2031”: the closest is 2024 (they are of 2021–2024)."),
        (["year:2025..2021"], "ends before it begins: write 2021..2025."),
        (["year:2030.."], "the highest is 2024."),
        ([f"{TOTAL}:>=1000"], "the highest is 100."),
        ([f"{TOTAL}:11..99"], "none lies between."),
        (["published:2030.."], "the highest is 2023-01-31."),
        (["published:..2001-05"], "the lowest is 2022-01-10."),
        (["year:2030 OR year:2031"], "No report matches year:2030 OR year:2031."),
        (["--words", "没有的话"], "No report has all the words of “没有的话”."),
        (["没有的话"], "No report says “没有的话”."),
        (["in:title 不足"], "never in title"),
        (["near(三审三校, 不足, 5)"], "within 5 characters of “不足”"),
        (["人员不足", "三审制度"], "Each part of the query"),
        (["finding:F9"], "No report has finding “F9”: they have F"),
        (["county:*"], "No report has a county."),
    ],
)
def test_it_says_why_nothing_was_found(index: Path, arguments: list[str], words: str) -> None:
    result = run("search", *arguments, "--index", index, status=1)
    assert words in result.stderr
    assert result.stderr.count("\n") == 1


def test_applicants(index: Path) -> None:
    assert total(index, "outcome:denied applicant:natural_person") == 1
    assert total(index, "申请人：自然人 办理结果：属于国家秘密") == 1
    assert total(index, "outcome:denied applicant:other") == 0
    assert total(index, "outcome:denied") == 3


def test_context(index: Path) -> None:
    for context in (0, 3, 2000):
        hits = answer("search", "in:problems 不足", "--context", str(context), "--index", index)["hits"]
        (snippet,) = hits[0]["snippets"]
        (start, end), length = snippet["marks"][0], len(snippet["text"])
        assert snippet["text"][start:end] == "不足"
        assert max(start, length - end) <= context + 1  # a soft wrap is no character


QUERIES = '\ufeff名称,检索式\n三审,三审三校\n近,"near(三审三校, 保密, 20)"\n年,年度:2021\n'


def test_many_queries_are_one_table(index: Path, tmp_path: Path) -> None:
    file = tmp_path / "queries.csv"
    file.write_text(QUERIES, encoding="utf-8")
    found = answer("search", "--queries", file, "--facet", "year", "--index", index)
    assert [(one["name"], one["query"], one["total"]) for one in found] == [
        ("三审", "三审三校", 4),
        ("近", "near(三审三校, 保密, 20)", 2),
        ("年", "年度:2021", 2),
    ]
    table = run("search", "--queries", file, "--facet", "year", "--index", index).stdout.splitlines()
    assert [row.split("\t") for row in table] == [
        ["名称", "检索式", "篇数", "2021", "2022", "2024"],
        ["三审", "三审三校", "4", "2", "1", "1"],
        ["近", "near(三审三校, 保密, 20)", "2", "1", "0", "1"],
        ["年", "年度:2021", "2", "2", "0", "0"],
    ]
    narrowed = answer("search", "保密审查", "--queries", file, "--year", "2021", "--index", index)
    assert [one["total"] for one in narrowed] == [1, 1, 1]
    file.write_bytes(QUERIES.removeprefix("\ufeff").encode("gb18030"))
    assert [one["total"] for one in answer("search", "--queries", file, "--index", index)] == [4, 2, 2]


def test_a_query_of_many_that_finds_nothing_says_why(index: Path, tmp_path: Path) -> None:
    file = tmp_path / "queries.csv"
    file.write_text("三审,三审三校\n早,year:2001\n", encoding="utf-8")
    found = run("search", "--queries", file, "--index", index)
    assert found.stdout.splitlines()[-1] == "早\tyear:2001\t0"
    assert found.stderr.startswith("gongkai: “早”: No report has year “2001”")
    assert len(found.stderr.splitlines()) == 1


def test_many_queries_give_a_file_each(index: Path, tmp_path: Path) -> None:
    content = f"{QUERIES}../../up,三审三校\n".encode()
    run("search", "--queries", "-", "--export", tmp_path / "out", "--index", index, stdin=content)
    files = {path.stem: path.read_text(encoding="utf-8-sig") for path in (tmp_path / "out").glob("*.csv")}
    assert {name: len(list(csv.DictReader(io.StringIO(text)))) for name, text in files.items()} == {
        "三审": 4,
        "近": 2,
        "年": 2,
        "_.._up": 4,
    }
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_lines_end_as_any_system_ends_them(index: Path) -> None:
    found = run("search", "--queries", "-", "--format", "json", "--index", index, stdin="a,三审三校\rb,保密\r".encode())
    assert [(one["name"], one["query"]) for one in json.loads(found.stdout)] == [("a", "三审三校"), ("b", "保密")]


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("三审" * 50, "三审" * 33),  # 198 bytes
        ("三" * 66 + " 审" * 20, "三" * 66),
        ("CON", "_CON"),
        ("nul.txt", "_nul.txt"),
        ("COM10", "COM10"),
        ("console", "console"),
        (" .. ", "_"),
    ],
)
def test_any_name_of_a_query_is_that_of_a_file(index: Path, tmp_path: Path, name: str, file: str) -> None:
    run("search", "--queries", "-", "--export", tmp_path, "--index", index, stdin=f"{name},三审三校\n".encode())
    assert sorted(path.name for path in tmp_path.iterdir()) == [f"{file}.csv", f"{file}.csv.manifest.json"]


def test_top_of_many_queries_is_that_of_all_together(index: Path) -> None:
    content = "三审,三审三校\n年,year:2022\n".encode()
    arguments = ["search", "--queries", "-", "--facet", "year", "--top", "1", "--index", index]
    table = [line.split("\t") for line in run(*arguments, stdin=content).stdout.splitlines()]
    assert table == [["名称", "检索式", "篇数", "2022"], ["三审", "三审三校", "4", "1"], ["年", "year:2022", "2", "2"]]
    found = json.loads(run(*arguments, "--format", "json", stdin=content).stdout)
    assert [[one["value"] for one in line["facets"]["year"]] for line in found] == [[2022], [2022]]
    chosen = run(*arguments, "--year", "2021", "--year", "2022", stdin=content).stdout
    assert chosen.splitlines()[0].split("\t")[3:] == ["2021", "2022"]  # what is chosen never disappears


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("", "no query in the file"),
        ("a,甲,乙\n", "Line 1 of the queries has 3 cells"),
        ("a,甲\nA,乙\n", "Line 2 of the queries: the name “A” is there already"),
        ("a,甲\nb,三审*\n", "Query 2, “b”: A phrase has no wildcards"),
    ],
)
def test_a_broken_batch_is_one_line(index: Path, content: str, words: str) -> None:
    result = run("search", "--queries", "-", "--index", index, status=2, stdin=content.encode())
    assert words in result.stderr
    assert result.stderr.count("\n") == 1


def test_options_that_do_not_go_together(index: Path) -> None:
    assert "--queries" in run("search", "甲", "--export", "out", "--index", index, status=2).stderr
    result = run("search", "--queries", "-", "--explain", "--index", index, status=2, stdin=b"a,b")
    assert "leave out --queries" in result.stderr


@pytest.mark.parametrize("shape", ["table", "csv", "json", "jsonl"])
def test_ids_travel_through_a_pipe(index: Path, shape: str) -> None:
    found = run("search", "三审三校", "--sort", "id", "--format", shape, "--index", index).stdout
    ids = sorted([IDS["a"], IDS["b"], IDS["e"], NEAR["id"]])
    shown = run("show", "-", "--format", "jsonl", "--index", index, stdin=found.encode()).stdout
    assert [one["id"] for one in lines(shown)] == ids
    narrowed = run("search", "保密审查", "--ids", "-", "--format", "json", "--index", index, stdin=found.encode()).stdout
    assert sorted(hit["id"] for hit in json.loads(narrowed)["hits"]) == sorted([IDS["a"], NEAR["id"]])


def test_several_texts_say_whose_they_are(index: Path) -> None:
    shown = run("show", IDS["a"], IDS["b"], "--section", "overview", "--index", index).stdout
    assert all(f"{IDS[name][:12]} " in shown for name in "ab")
    assert IDS["a"][:12] not in run("show", IDS["a"], "--section", "overview", "--index", index).stdout


def test_the_beginning_of_an_id_is_told_from_the_whole(index: Path) -> None:
    said = run("search", f"id:{IDS['a'][:12]}", "--index", index, status=1).stderr
    assert said == f"gongkai: No report has id “{IDS['a'][:12]}”: id: takes all of one; {IDS['a']} begins so.\n"
    assert total(index, f"id:{IDS['a']}") == 1
    assert run("search", "id:nowhere", "--index", index, status=1).stderr == "gongkai: No report has id “nowhere”.\n"


def test_a_list_without_ids_is_an_error(index: Path) -> None:
    assert "no id among the ids" in run("search", "--ids", "-", "--index", index, status=2, stdin=b"\n").stderr


def test_a_name_without_its_query_is_no_query(index: Path) -> None:
    refused = run("search", "--queries", "-", "--index", index, status=2, stdin="三审,三审三校\n信访,\n".encode())
    assert "Line 2 of the queries has no query behind the name “信访”" in refused.stderr


def test_options_take_lists(index: Path) -> None:
    apart = total(index, "--level", "county", "--level", "township", "--province", "甘肃省")
    assert total(index, "--level", "县级,乡级", "--province", "甘肃省") == apart > 0


def test_ids_are_read_from_what_excel_writes(index: Path, tmp_path: Path) -> None:
    file = tmp_path / "ids.csv"
    file.write_bytes(f"编号,机关\r\n{IDS['a']},甲市人民政府\r\n{NEAR['id']},乙\r\n".encode("gb18030"))
    assert total(index, "--ids", str(file)) == 2
    file.write_bytes(f"{IDS['a']}\t甲\r{NEAR['id']}\t乙\r".encode("gb18030"))
    assert total(index, "--ids", str(file)) == 2


def test_a_cell_may_be_as_long_as_a_section(index: Path) -> None:
    content = f'\ufeff编号,总体情况\r\n{IDS["a"]},"{"长" * 200_000}"\r\n{IDS["b"]},短\r\n'.encode()
    shown = run("show", "-", "--format", "jsonl", "--index", index, stdin=content).stdout
    assert [one["id"] for one in lines(shown)] == [IDS["a"], IDS["b"]]


@pytest.fixture
def usual_cells() -> Iterator[None]:
    """Give the whole process its longest cell of CSV back."""
    longest = csv.field_size_limit()
    yield
    csv.field_size_limit(longest)


@pytest.mark.usefixtures("usual_cells")
def test_what_is_no_csv_is_one_line(index: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from gongkai.search import typed_tables

    monkeypatch.setattr(typed_tables, "_LONGEST", 10)
    content = f"编号,总体情况\n{IDS['a']},短\n{'长' * 11},短\n".encode()
    result = run("search", "--ids", "-", "--index", index, status=2, stdin=content)
    assert "The ids, line 2: this is no CSV" in result.stderr
    result = run("search", "--queries", "-", "--index", index, status=2, stdin=f"a,b\n{'长' * 11},c\n".encode())
    assert "The queries, line 2: this is no CSV" in result.stderr


def test_parts_of_a_report(index: Path) -> None:
    place = ["--index", index]
    text = run("show", IDS["b"], *place).stdout
    assert "0 [F1]" in text  # the finding stands beside its cell
    text = run("show", IDS["b"], "--section", "存在的主要问题及改进情况", "--mark", "三校", *place).stdout
    assert text.splitlines()[1:] == ["存在的主要问题及改进情况\t三审制度执行不严；【三校】缺位。"]
    assert "表三" in run("show", IDS["b"], "--figures", *place).stdout
    assert "三校" not in run("show", IDS["b"], "--figures", *place).stdout
    assert json.loads(run("show", IDS["b"], "--json", *place).stdout)["id"] == IDS["b"]
    part = answer("show", IDS["b"], "--section", "problems", *place)
    assert part["sections"] == {"problems": "三审制度执行不严；三校缺位。"}
    assert "figures" not in part
    rows = run("show", IDS["b"], "--section", "problems", "--format", "csv", *place).stdout.splitlines()
    assert rows == ["\ufeff部分,正文", "存在的主要问题及改进情况,三审制度执行不严；三校缺位。"]
    assert len(run("show", IDS["b"], "--format", "csv", *place).stdout.splitlines()) == 201
    several = answer("show", IDS["b"], IDS["a"], *place)
    assert [one["id"] for one in several] == [IDS["b"], IDS["a"]]
    result = run("show", IDS["b"], "ffff", "--format", "jsonl", *place, status=1)
    assert len(lines(result.stdout)) == 1
    assert "no report" in result.stderr
    assert "Unknown section" in run("show", IDS["b"], "--section", "problem", *place, status=2).stderr
