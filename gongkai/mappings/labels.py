"""What is a facet's value called in Chinese? Labels of the values that are keys."""

from __future__ import annotations

from gongkai.mappings.findings import RULES
from gongkai.mappings.form import OUTCOME_GROUPS, OUTCOMES

__all__ = ["STATES", "key_of", "keys_of", "label_of", "reason_label"]

_LABELS: dict[str, dict[str, str]] = {
    "outcome": {
        **OUTCOMES,
        **OUTCOME_GROUPS,
    },
    "level": {
        "national": "国家级",
        "provincial": "省级",
        "prefectural": "地市级",
        "county": "县级",
        "township": "乡级",
    },
    "kind": {
        "government": "人民政府",
        "government_office": "政府办公室",
        "department": "部门",
        "subdistrict_office": "街道办事处",
        "administrative_committee": "管理委员会",
        "public_security": "公安机关",
        "tax": "税务机关",
        "customs": "海关",
        "maritime": "海事机构",
        "meteorology": "气象机构",
        "postal": "邮政管理机构",
        "survey_team": "统计调查队",
        "dispatched_agency": "派出机构",
        "central_department": "国务院部门",
        "research_institute": "科研院所",
        "university": "高校",
        "hospital": "医院",
        "public_institution": "事业单位",
    },
    "scope": {"agency": "本机关", "government_consolidated": "政府汇总"},
    "fault": {"source_error": "原文有误", "parser_suspect": "解析存疑", "undecided": "未定"},
    "tables": {"complete": "完整", "partial": "部分", "missing": "缺失"},
    "form": {"2021": "2021年表式", "2019": "2019年表式", "2014": "2014年表式"},
}

_NAMED = {**_LABELS, "finding": {code: rule.name for code, rule in RULES.items()}}
"""What keys are found by: those of findings are shown as they are, but have a Chinese name too."""

STATES = {"blank": "空", "missing": "缺", "illegible": "不清"}
"""What stands in the place of a figure that has no value, by its state: wherever a person reads figures."""


_REASONS = {
    "the page holds no text": "页面没有文字",
    "the page holds no text but scripts: save it as a browser draws it": "页面没有文字，内容由脚本生成：请保存浏览器显示后的网页",
    "a server's message in place of a page": "是服务器的提示，不是网页",
    "an empty form: its tables hold no number and no section has text": "空白表格：表中没有数字，各部分没有正文",
    "a report or table of a part of a year, not the annual report": "不满一年的报告或报表，不是年度报告",
    "a list of reports, not a report": "报告列表，不是报告",
    "an explanation of a report or news about one, not the report": "对报告的解读或报道，不是报告",
    "rules, not a report": "规定，不是报告",
    "a notice about reports, not a report": "关于报告的通知，不是报告",
    "a report or plan on something else": "其他事项的报告或计划",
    "a guide or catalogue, not a report": "指南或目录，不是报告",
    "a letter or an application form, not a report": "来信或申请表，不是报告",
    "a collection of texts or a study, not a report": "汇编或研究，不是报告",
    "neither the title nor a section nor a table of an annual report is on the page": "页面上没有年度报告的标题、部分或表格",
    "a picture or font of a saved web page, not a report": "网页另存时附带的图片或字体，不是报告",
    "there is no report in it": "其中没有报告",
    "not a report": "不是报告",
}
"""Why a page is no report → what tables say: what a page is, is data, and data is Chinese; an error is a message, and those are English."""


def reason_label(reason: str) -> str:
    """Return what tables say for the reason why a page is no report: of several pages in one, each."""
    return "；".join(_REASONS.get(part, part) for part in reason.split("; "))


def label_of(field: str, value: str | int | None) -> str:
    """Return what a value of the field is called: its Chinese label, or the value itself."""
    return _LABELS.get(field, {}).get(str(value), str(value)) if value is not None else "（无）"


def key_of(field: str, text: str) -> str:
    """Return the value of the field that is called `text` in Chinese, or `text` itself."""
    return next((key for key, label in _NAMED.get(field, {}).items() if label == text), text)


def keys_of(field: str) -> tuple[str, ...]:
    """Return the values that have a label of their own."""
    return tuple(_LABELS.get(field, ()))
