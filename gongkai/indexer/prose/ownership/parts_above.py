"""Does a sentence, or a heading, say that what follows is of many or of parts: 据各单位上报数据, 各乡镇都重视, ——下属单位?"""

from __future__ import annotations

from gongkai.indexer.expressions import expression

__all__ = ["heads_a_part", "is_reported_by_parts", "is_told_by_others", "sets_a_task", "tells_of_parts"]

_MANY = (
    r"(?:乡镇|[镇乡](?=[、,及和与])|街道|区县|县区|县市区?|[省市县区州旗]直(?:各)?(?:机关|单位|部门)?|(?:政府|职能|行政|工作)?部门|单位"
    r"|中?小?学校|[小中]学|校(?!准|对[稿核])|医院|卫生院|社区|行政村|村(?![务民容]))"
)
_EACH = r"(?:各级|各|所有|全部|[局委厅院]属(?:各|医疗卫生)?|[下所直]属(?:各|的)?|基层(?:各)?)(?:[\u4e00-\u9fff]{0,4}?(?<![\u79d1\u80a1\u5904]))"
_WIDE = r"全[省市县区州旗](?:(?:各级|各|所有|\d+[家个])|[\u4e00-\u9fff]{2}系统|(?:的)?(?:数据|情况)(?=看|来看|,))"
_FIRST = expression(
    rf"(?:放眼|先看|纵观|综观)全[省市县区州旗]|{_WIDE}"
    rf"|{_EACH}{_MANY}(?!负责|分管|主要|领导|人)|[^,。;]{{0,8}}(?<!\d)(?:[2-9]|\d{{2,}})[个家](?:行政村|村|社区|学校|乡镇|街道|部门|(?:[下所直]属)?单位)"
    r"|[省市县区州旗]政府各部门|校务公开|村务公开"
)
# 从各部门上报的数据看, 根据各单位报送情况统计, 汇总各乡镇年报
_REPORTED = expression(
    rf"(?:从|据|根据|按照?|汇总|综合)[^,。;]{{0,10}}?(?:{_MANY}|[省市县区州旗](?:法制办|法院)|全[省市县区州旗])[^,。;]{{0,10}}(?:上报|报送|报来|汇总|掌握|提供|填报|年报)"
    rf"|[^,。;]{{0,6}}{_MANY}[^,。;]{{0,12}},?[^,。;]{{0,6}}(?:汇总上报|汇总如下|统计汇总)"
)
_MAY_REPORT = expression("报|汇总|掌握|提供")  # one of them is in each, and is found sooner
# 妇幼保健院独立开展, 交警大队任务最重, 景区、旅行社积极, 图书馆、文化馆、博物馆三馆
_BELOW = expression(
    r"(?:在[^,。;]{2,10}(?:方面|中|上),)?(?:[\u4e00-\u9fff]{2,8}(?:保健院|卫生院|医院|[大支中]队(?!伍)|疾控中心)|景区(?!、?景点信息)|旅行社|[\u4e00-\u9fff]{1,6}[、,][\u4e00-\u9fff、]{1,12}[两二三四五六七八九十\d]+(?:馆|所|站|个下属单位|个所属单位))(?=[^,。;]*[^,。;])"
)
# 均由各单位自行答复, 由三馆分别发布, 分别由县医院答复6件
_TOLD_BY = expression(
    r"[^\d。;]{0,48}\d[\d,]*[^\d,。;()]{0,3},(?:[均都]|分别)*由(?P<whom>(?:各|[局委]属|[下所直]属)?[\u4e00-\u9fff]{0,8}?(?:单位|学校|医院|保健院|卫生院|[居村]委会|[两二三四五六七八九十]馆|大队|乡镇|街道|(?<=各)部门|(?<=各)[校村镇乡]))(?:独立|自行|分别|各自|逐一|在[^,。;]{1,8})?(?:予以|进行|负责)?(?:答复|发布|公开|办理|回复|张贴)"
)
_HEAD = expression(
    r"(?:局属|委属|[下所直]属|基层|各|二级)*(?:(?:各|二级|基层|[局委厅院下所直]属)(?:医疗卫生|医疗|卫生|事业|教育|企事业|文化|相关)?单位|各?(?:中小)?学校|各?(?:医院|卫生院)|各?乡镇(?:街道)?|各?街道|[省市县区州旗]直(?:部门|单位|机关)?|各?景区|各?社区|各村|[各]部门)"
    r"(?:层面|一级|方面|部分)?(?:公开)?(?:情况)?(?:如下)?:?"
)
_TASK = expression(
    r"(?:[上省市县区州旗](?:[里上级]|政府|委)|上级)[^,。;]{0,10}(?:下达|分配|布置|安排|核定)[^,。;]{0,6}(?:任务|指标|目标)(?:数)?$"
)


def tells_of_parts(text: str) -> bool:
    """Tell whether a sentence of an office or a bureau begins with others than itself."""
    return _FIRST.match(text) is not None or _BELOW.match(text) is not None


def is_reported_by_parts(text: str) -> bool:
    """Tell whether a sentence of an office or a bureau begins with what others reported."""
    return _MAY_REPORT.search(text) is not None and _REPORTED.match(text) is not None


def heads_a_part(heading: str) -> bool:
    """Tell whether a heading is the name of bodies below."""
    return _HEAD.fullmatch(heading) is not None


def sets_a_task(text: str) -> bool:
    """Tell whether a sentence ends with the task that the agency was given."""
    return "下达" in text and _TASK.search(text) is not None


def is_told_by_others(text: str, end: int) -> bool:
    """Tell whether the words behind the number at `end` say that others answered or published what it counts."""
    return "由" in text and _TOLD_BY.match(text, end) is not None
