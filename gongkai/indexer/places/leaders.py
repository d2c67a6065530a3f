"""Whose leaders and territory does a page speak of: a county's, a city's, a province's? 区委、区政府, 全省."""

from __future__ import annotations

import re

from gongkai.indexer.expressions import expression
from gongkai.indexer.gazetteer.gazetteer import Unit
from gongkai.indexer.names.voices import tells_of_lower
from gongkai.indexer.places.clues import Clues
from gongkai.indexer.places.place_words import BRANCHES, OWN_HOST

__all__ = [
    "DESK",
    "bears_code_of",
    "guided_by_province",
    "led_by_county",
    "led_by_province",
    "lies_in",
    "may_be_of_above",
    "of_city",
    "of_citys_bureau",
    "of_commission",
    "of_county",
    "of_province",
    "said_to_be_led_by_province",
    "serves",
    "speaks_for_city",
    "speaks_of",
]

DESK = "(?:政务|政府信息|信息)公开(?:工作)?(?:领导小组|办)"
# A bureau's host in front of its city's domain, gl.jdz.gov.cn; no zone's (gxq, jkq), none for all bodies of the city.
_BUREAUS_HOST = expression(
    r"https?://(?!(?:www\d*|xxgk\w*|zwgk\w*|zfxxgk\w*|gk|zw|public|open|info|m|wap|new|old|web|szb|jkq?|gx|kfq?|hitech|etdz)\.)([a-z]{2,6})(?<!q)\.[a-z]+\.gov\.cn(?:[:/]|$)"
)
_CITYS_BUREAU = expression("市[\u3400-\u9fff]{2,8}局")
_LOWER = expression("[全我本](?:[市县州盟旗]|区(?!域))|(?:[市县州盟旗]|(?<!自治)区)(?:委|党委|直|级|局|(?:人民)?政府)")
# 按照县政务公开办要求: by its own, as no city's bureau is.
_ASKED_BY_COUNTY = expression(
    rf"(?<![局县])(?:根据|按照|落实|执行)(?:了|好)?[县旗]{DESK}(?:办公室)?的?(?:工作|有关|相关|统一|具体|部署|安排|和|、)*(?:要求|部署|安排|通知)"
)
_ASKED_BY_CITY = expression(r"(?:国家|国务院)、省(?:委省政府)?[、和]市的?(?:有关|关于|相关|部署|要求)")
_LED_BY_COUNTY = expression(r"在([县旗])委(?:、|和|及|,)?\1(?:人民)?政府[^。,;镇乡]{0,16}(?:领导|指导)下")
# 在市委、市政府的领导下,在省住建厅的指导下: a county's bodies are guided by their city's.
_GUIDED_BY_PROVINCE = expression(
    r"在市委(?:、|和|及|,)?市(?:人民)?政府的?[^。,;]{0,8}领导下,在?省[\u3400-\u9fff]{1,10}[厅局委]的?[^。,;市县区]{0,8}指导下"
)
_LED_BY_PROVINCE = expression(r"在(省|自治区)(?:党)?委(?:、|和|及|,)?\1(?:人民)?政府[^。,;]{0,16}领导下")
# 按照省政府关于公开的要求, of a page that tells of the work of 全省
_ASKED_BY_PROVINCE = expression(r"(?:根据|按照|落实|以及|执行)了?省(?:委、?省)?(?:人民)?政府[^。;\n]{0,30}(?:要求|部署)")
_ALL_PROVINCE = expression("全省(?!各[市县]|统一)")
# 各股室: sections of a county's bureau, whose like a city's has in its 科室; a 市 may be either.
_SECTIONS = expression("股室")
_OF_CITY = expression("科室|处室|[全我]市(?![域场])|市(?:委|政府|直)")
# 向全区司法所下发, 区委、区政府: of a district, as no autonomous region and no zone says.
_DISTRICTS = expression(r"全区各?[一二三四五六七八九十\d]*个?(?:司法所|街道|镇街|街镇)|(?<![市县治])区委、?区(?:人民)?政府")
_NO_DISTRICTS = expression(
    "自治区|管委会|管理委员会|开发区|高新区|新区|[全我][省市县旗州盟](?![域场])|各[市县盟](?!直)|[市县旗州盟](?:局|级)"
)
_CREDIT = expression(r"(?<![0-9A-Za-z])1[12]([1-6]\d{5})[0-9A-Z]{10}(?![0-9A-Za-z])")
_NUMBERS = 1500
# 甲镇位于乙东北部
_LIES = expression(r"(?:位于|地处|坐落[于在])([\u3400-\u9fff]{2,16}?)(?=[东南西北中]{1,2}部)")


def may_be_of_above(unit: Unit, clues: Clues) -> bool:
    """Tell whether all that points at a place is where the offices of the place above may lie as well: an address, police."""
    if unit.level == 3 and unit.code in clues.police:
        return True
    sure = unit.code in clues.codes or clues.hosted(unit) or unit.code == clues.remembered
    if sure or unit.level == 1 or unit.name.endswith(("县", "旗")):
        return False
    if unit.level == 2:
        return re.search("(?:省|自治区)(?:委|党委|人民政府|政府)", clues.text) is not None and not re.search(
            f"{unit.name[-1]}(?:委|人民政府|政府)", clues.text
        )
    if unit.name.endswith("市"):
        return re.search("[州地盟](?:委|政府)|行署", clues.text) is not None and not re.search("市(?:委|政府)", clues.text)
    return re.search("区(?:委|人民政府|政府)", clues.text) is None


def of_province(unit: Unit, text: str) -> bool:
    """Tell whether the text speaks of the whole province, and not of a place like the unit."""
    word = unit.name[-1]
    return re.search("全(?:省|自治区)", text) is not None and re.search(f"[全我本]{word}|{word}(?:委|政府|级)", text) is None


def of_city(text: str) -> bool:
    """Tell whether the text speaks of a city's leaders, or of its office for publicity, and of none of a county's."""
    of_city = re.search(f"市(?:委|政府|{DESK})", text) or _ASKED_BY_CITY.search(text)  # 国家、省、市有关要求, and no county's
    return of_city is not None and not of_county(text)


def of_citys_bureau(city: Unit, clues: Clues) -> bool:
    """Tell whether a page that names no county's leaders lies on a host of its own in front of a city's domain, which no county of it has."""
    host = _BUREAUS_HOST.match(clues.url)
    below = host and any(unit.parent == city.code for unit in clues.gazetteer.initials.get(host[1], ()))
    named = _CITYS_BUREAU.search(clues.text)  # may be the one above
    return host is not None and not (below or named or of_county(clues.text) or tells_of_lower(clues.text))


def led_by_province(text: str) -> bool:
    """Tell whether the text speaks of a province's leaders, and of no lower place's: 省政府网站, 自治区党委."""
    return re.search("(?:省|自治区)(?:委|党委|(?:人民)?政府)", text) is not None and not _names_lower(text)


def said_to_be_led_by_province(text: str) -> bool:
    """Tell whether a body tells that a province leads it, and speaks of no lower place's leaders: 在省委、省政府的领导下."""
    asked = _ASKED_BY_PROVINCE.search(text) and _ALL_PROVINCE.search(text)
    return bool(_LED_BY_PROVINCE.search(text) or asked) and not _names_lower(text)


def guided_by_province(text: str) -> bool:
    """Tell whether a body that a 市 leads is guided by its province's right above, and nothing tells of a county or of a city above."""
    return _GUIDED_BY_PROVINCE.search(text) is not None and not of_county(text) and not tells_of_lower(text)


def speaks_for_city(city: Unit, clues: Clues) -> bool:
    """Tell whether a bureau on its city's site speaks of the whole city, 全市, of its site by the city's name, and of no county's leaders."""
    site = re.search(f"{city.stem}(?:市)?(?:人民)?政府(?:门户|信息|公众)*网", clues.text)
    return site is not None and "全市" in clues.text and not of_county(clues.text) and not tells_of_lower(clues.text)


def of_commission(clues: Clues) -> bool:
    """Tell whether a commission or a bureau, 我委, 我局, speaks on its own host in front of its place's domain, drc.gd.gov.cn.

    No lower place's leaders are spoken of; the body's own branches, 市县局, are none.
    """
    speaks = re.search("我[委局办]", clues.text) is not None
    return OWN_HOST.match(clues.url) is not None and speaks and not _names_lower(BRANCHES.sub("", clues.text))


def _names_lower(text: str) -> bool:
    """Tell whether the text speaks of a city's or a county's leaders, or for one."""
    return _LOWER.search(text) is not None or tells_of_lower(text)


def led_by_county(text: str) -> bool:
    """Tell whether a body tells that a county leads it: 在县委、县政府的正确领导下; 区委 may be an autonomous region's, 市委 a county's.

    So does one of a district, where nothing tells of a region, a city or a zone: 全区司法所; and one that is made of 股室.
    """
    of_district = _DISTRICTS.search(text) is not None and _NO_DISTRICTS.search(text) is None
    of_district = of_district or (_SECTIONS.search(text) is not None and _OF_CITY.search(text) is None)
    return of_district or _LED_BY_COUNTY.search(text) is not None or _ASKED_BY_COUNTY.search(text) is not None


def of_county(text: str) -> bool:
    """Tell whether the text speaks of a county's leaders, or of its office for publicity."""
    return re.search(f"[县区旗](?:委|政府|{DESK})", text) is not None


def serves(unit: Unit, clues: Clues) -> bool:
    """Tell whether the page is on the site of that county and its text speaks of the county's leaders: 区委、区政府."""
    return unit == clues.domain() and unit.level == 3 and re.search(f"{unit.name[-1]}(?:委|政府)", clues.text) is not None


def bears_code_of(city: Unit, clues: Clues) -> bool:
    """Tell whether the page's number is the credit code of a body that is registered with the city, and no other's: 11330700…."""
    codes = set(_CREDIT.findall(clues.text[:_NUMBERS]))
    return codes == {city.code}


def speaks_of(unit: Unit, text: str) -> bool:
    """Tell whether the text speaks of a whole place like the unit as its own: 全县, 我省."""
    return re.search(f"[全我](?:{'自治区|区' if unit.name.endswith('自治区') else unit.name[-1]})", text) is not None


def lies_in(unit: Unit, text: str) -> bool:
    """Tell whether the text says that something lies in a part of the unit: 位于陆丰东北部."""
    return any(match[1].endswith((unit.stem, unit.name)) for match in _LIES.finditer(text))
