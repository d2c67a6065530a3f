"""What does a line of a roster name? Numbers, headings between the lines, names in brackets, titles of two bodies."""

from __future__ import annotations

import re

__all__ = ["ITSELF", "is_heading", "names_of", "names_several", "without_number"]

_CHINESE = "一二三四五六七八九十"
# 1、财政局; （二）财政局; ②财政局; - 财政局
_NUMBER = re.compile(
    rf"^(?:[-–—•·●○◆■□★*▪]\s*|[(（](?:\d{{1,4}}|[{_CHINESE}]{{1,3}})[)）]\s*|第?[{_CHINESE}]{{1,3}}[、.．]\s*"
    r"|[\u2460-\u249b\u3220-\u3229\u2776-\u2793]\s*|\d{1,4}(?:[、.．)）]\s*|\s+)(?=\D))"
)
# What stands above the lines of one sort: 一、政府部门（25个）; 县直单位; 乡镇、街道.
_SORT = r"(?:部门|单位|机构|机关|企业|团体|组织)"
_HEADING = re.compile(
    r"(?:[\u3400-\u9fff]{1,8}[省市县区旗州盟])?(?:各|所属|所辖|下辖)?(?:功能区|[省市县区旗州盟、]{2,6}|[县市区]\([、市县区旗]{1,6}\)区?)(?:人民政府|政府)?|"
    rf"(?:[\u3400-\u9fff]{{0,8}}[省市县区旗州盟])?[省市县区州旗镇乡直级属人民政府垂管理驻中央党委群团组成工作其他各所派出下公共企事业及和、双重特设社会办事议协调法律规定授权国有的]*{_SORT}"
    r"|(?:[\u3400-\u9fff]{1,8}[省市县区旗州盟])?(?:园区|各?[小合总]计|(?:各|[省市县区]属)?(?:乡镇|镇乡|镇街|街镇|乡\(镇\))(?:[、和及]?(?:场|街道|镇|办事处|\(街道\)))?(?:人民政府)?)"
    r"|(?:各|[省市县区]属)?(?:乡|镇|街道(?:办事处)?)(?:[、和及]?(?:场|街道|镇|办事处|\(街道\)))?(?:人民政府)?"
)
_COUNT = re.compile(r"[(（](?:共|计)?\d{0,4}(?:个|家)?[)）]$|(?:共|(?<![小合总共])计)?\d{1,4}(?:个|家)$|[:：]$")
_BRACKETS = re.compile(r"[(（]([^()（）]*)[)）]$")
ITSELF = "(?:本级机关|机关本级|本级|机关|本部)"
"""What lists of budgets have behind the name of an agency without those below it."""
_SAME = re.compile(rf"^(?:{ITSELF}|含.*|不含.*|公章|盖章|[镇乡]?(?:人民)?政府|.{{0,12}}[股科]室?)$")
_ITSELF = re.compile(f"(?<=[局委厅]){ITSELF}$")  # 甲局机关
_SLASH = re.compile("[/／]")  # 甲局/乙办
# The office of a town's government reports for it: 甲镇政府办公室, 甲镇党政办; 甲镇镇政府 is said as well.
_OF_A_TOWN = re.compile(
    "(?P<town>.{1,30}?[镇乡])(?:[镇乡]?(?P<body>(?:人民)?政府)(?:(?:党政)?(?:综合)?办公?[室厅]?)?|党政(?:综合)?办(?:公室)?)"
)
_ALSO = re.compile(r"^(?:加?挂)?(?:原)?(.{2,24}(?:局|委|委员会|办|办公室|中心|厅|社|队|院|馆|站|所|政府|处))(?:的?牌子)?$")
_FORMERLY = re.compile("^(?:原|曾用名|前身为?)[:：]?(.{2,24}[镇乡市县区旗州道])$")  # 四合镇（原四合乡）
# 甲镇党委、镇人民政府: of the two the government reports.
_PARTY_AND = re.compile(
    r"^(?:中共|中国共产党)?(?P<place>.{1,30}?[省市县区旗州盟镇乡木道])(?:党委|党工委|委(?:员会)?|工委)(?:办公?[室厅]?)?[、和及]?(?:(?P=place)|镇|乡|街道|苏木|[省市县区旗州盟])?"
    r"(?P<body>人民政府(?:办公[室厅])?|政府(?:办公?[室厅]?)?|办事处)$"
)
_LONGEST = 60  # characters of a heading
_SEVERAL = re.compile(r"[、,，;；]")
_ENDS = ("局", "委", "办", "厅", "镇", "乡", "街道", "县", "区", "市", "旗", "政府", "办事处", "中心", "委员会", "办公室")


def without_number(text: str) -> str:
    """Return the line without what numbers it."""
    return _NUMBER.sub("", text, count=1)


def is_heading(text: str) -> bool:
    """Tell whether the line names a sort of agencies and none of them."""
    text = text.replace("（", "(").replace("）", ")").replace(" ", "")
    bare = text
    for _ in range(2):  # （25个）：
        bare = _COUNT.sub("", bare)
    return len(bare) <= _LONGEST and ((bool(text) and not bare) or _HEADING.fullmatch(bare) is not None)


def names_of(agency: str) -> tuple[str, ...]:
    """Return the names by which a line's agency is looked for, the likeliest first: 甲局（乙局） is called 甲局, and 乙局."""
    if joint := _PARTY_AND.match(agency):
        return (joint["place"] + joint["body"],)
    if town := _OF_A_TOWN.fullmatch(agency):
        return (town["town"] + (town["body"] or "人民政府"),)
    if _SLASH.search(agency):
        first, *others = (part.strip() for part in _SLASH.split(agency))
        return (first, agency, *others)
    if itself := _ITSELF.search(agency):
        return agency[: itself.start()], agency
    bracket = _BRACKETS.search(agency)
    before = agency[: bracket.start()].strip() if bracket else ""
    if not bracket or not before:
        return (agency,)
    if also := _ALSO.match(bracket[1]) or _FORMERLY.match(bracket[1]):
        return before, agency, also[1]
    return (before, agency) if _SAME.match(bracket[1]) else (agency,)


def names_several(agency: str) -> bool:
    """Tell whether a line names one agency after the other: 泾县公安局、财政局. 农业、林业局 is one."""
    parts = _SEVERAL.split(agency)
    return len(parts) > 1 and all(part.strip().endswith(_ENDS) for part in parts)
