"""How is a body of a government called: in full and for short, and by which names is one office known?"""

from __future__ import annotations

import re
from functools import lru_cache

__all__ = ["office_of", "spelled_in_full"]

_FIRST = r"(?:^|(?<=[省市县区旗州盟园]))"  # behind the places, where they are still there
# Spelling → the form that is compared; in this order, at the place that the pattern names.
_SPELLINGS = tuple(
    (re.compile(pattern), full)
    for pattern, full in (
        (r"(?<!人民)政府", "人民政府"),
        (r"人民政府办(?:公厅|公室)?$", "人民政府办公室"),
        (rf"(?:行政公署|行署)办(?:公室)?$|{_FIRST}府办(?:公[厅室])?$", "人民政府办公室"),
        (r"(?:行政公署|行署|盟公署)$", "人民政府"),  # of a prefecture or league, which becomes a city: 甲地区行署, 甲市人民政府
        (r"街道?办(?:事处)?$|街道$", "街道办事处"),
        (r"管委会", "管理委员会"),
        (r"高新技术(?:产业)?(?:开发|园)?区", "高新区"),
        (r"经济技术开发区", "经开区"),
        (r"委$", "委员会"),
        (r"发展?改革?(?=委|局)|发展改革(?=委|局)", "发展和改革"),
        (r"粮储(?=局)|粮食物资储备(?=局)", "粮食和物资储备"),
        (rf"人社(?=局|厅)|{_FIRST}人保(?=局)|人力资源社会保障", "人力资源和社会保障"),
        (r"住建(?=局|厅|委)|住房城乡建设", "住房和城乡建设"),
        (r"卫生?健康?(?=委|局)", "卫生健康"),
        (r"市监(?=局)|市场监[督管](?=局)", "市场监督管理"),
        (r"(?:文化旅游|文旅)(?=局|厅|委)", "文化和旅游"),
        (rf"{_FIRST}(?:科工信?|科技工信)(?=局|委)", "科学技术和工业信息化"),  # before the next, which it contains
        (rf"{_FIRST}(?:科经信|科技经信|科技和?经济信息化)(?=局|委)", "科学技术和经济信息化"),
        (r"(?:工业信息化|工信)(?=局|厅|委)", "工业和信息化"),
        (rf"(?:经济信息化|{_FIRST}经信)(?=局|委)", "经济和信息化"),
        (r"文体(?=[广旅和与局])", "文化体育"),
        (r"文广(?=[新旅体和与局])", "文化广电"),
        (r"退役军人(?=局|厅)", "退役军人事务"),
        (r"应急(?=局|厅)", "应急管理"),
        (r"医保(?=局)", "医疗保障"),
        (r"城管(?=局|委|(?:综合)?(?:行政)?执法)", "城市管理"),
        (rf"{_FIRST}综合执法(?=局)", "综合行政执法"),
        (r"人防(?=办)", "人民防空"),
        (r"国动(?=办)", "国防动员"),
        (rf"交通(?=局|厅)|{_FIRST}交运(?=局)", "交通运输"),
        (r"科技(?=局|厅|委|和?(?:工业|信息|体育|教育|商务))", "科学技术"),
        (r"环保(?=局|厅)", "环境保护"),
        (r"安监(?=局)", "安全生产监督管理"),
        (r"工商(?=局)", "工商行政管理"),
        (r"质监(?=局)", "质量技术监督"),
        (r"国土(?=局|厅)", "国土资源"),
        (rf"{_FIRST}(?:自规|资规)(?=局|委)|自然资源与?规划(?=局|委)", "自然资源和规划"),
        (r"林草(?=局)", "林业和草原"),
        (r"民宗(?=局|委)|民族(?:和|与)?宗教(?=局|委)", "民族宗教事务"),
        (r"机关事务(?=局)", "机关事务管理"),
        (rf"{_FIRST}数据资源(?=局)", "数据资源管理"),
        (rf"{_FIRST}审批(?=局)", "行政审批"),
        (rf"{_FIRST}政数(?=局)|政务服务数据管理(?=局)", "政务服务和数据管理"),
        (rf"{_FIRST}政务(?:服务)?(?=局)", "政务服务管理"),
        (r"金融(?:工作)?办(?:公室)?$", "金融工作办公室"),
        (r"金融(?=局$)", "金融工作"),
        (r"扶贫(?:开发|工作|开发领导小组)?办(?:公室)?$", "扶贫开发办公室"),
        (r"扶贫(?=局$)", "扶贫开发"),
        (r"乡(?:村)?振(?:兴)?(?=局$)", "乡村振兴"),
        (r"(?:住房)?公积金(?:管理)?中心$", "住房公积金管理中心"),
        (r"供销(?:合作)?(?:总|联)?社(?:联合社)?$", "供销合作社联合社"),
        (r"国资(?=局|委|办)|国有资产监管(?=局|委|办)", "国有资产监督管理"),
        (r"人民政府(?=国有资产监督管理)", ""),
        (r"交警(?=[支大]队)", "交通警察"),
        (r"交管(?=[支大]队)", "交通管理"),
        (rf"{_FIRST}(?:公安)?(?=交通警察[支大]队)", "公安局"),
        (rf"{_FIRST}消防(?=[支大]队$)", "消防救援"),
        (rf"{_FIRST}投促(?=局|中心)", "投资促进"),
        (r"疾控(?=局|中心)", "疾病预防控制"),
        (rf"{_FIRST}外办$", "外事办公室"),
        (r"(?:食药监|食药监管|食品药品监管)(?=局)", "食品药品监督管理"),
        (r"(?:卫生[和与]?(?:计生|计划生育)|卫计)(?=局|委)", "卫生和计划生育"),  # before the next, which it contains
        (r"(?:人口和?)?计生(?=局|委)|人口计划生育(?=局|委)", "人口和计划生育"),
        (r"残联$", "残疾人联合会"),
        (r"科协$", "科学技术协会"),
        (r"文联$", "文学艺术界联合会"),
        (r"妇联$", "妇女联合会"),
        (r"(?<=防空|动员|法制|信访|侨务|外事|外侨|移民|综治)办$", "办公室"),
        (r"(?:广播)?(?:电影)?电视(?=.{0,12}局$)", "广电"),
        # A zone reports by its committee.
        (r"((?:高新|经开|开发|工业集中|(?:工业|产业)园|保税|度假|管理|(?<=..)新)区)$", r"\1管理委员会"),
        # Fields of work stand beside each other with 和 and without.
        (
            r"(?<=发展|资源|住房|文化|工业|经济|林业|教育|广电|体育|卫生|民族|技术|商务|水利|农村|管理|运输|旅游|出版|服务|投资)"
            r"[和与、](?=..)",
            "",
        ),
    )
)
# Fields of work that a short name tells by one character each: 文广旅局, 教科体局.
_FIELDS = {"教": "教育", "科": "科学技术", "文": "文化", "体": "体育", "广": "广电", "旅": "旅游", "新": "新闻出版"}
_SHORT_FIELDS = re.compile(rf"{_FIRST}[{''.join(_FIELDS)}]{{2,6}}(?=局$)")
_CULTURE = "(?:体育|广电|旅游|新闻出版|文物)"
# Names that one office of a place has had by turns, each in the form that is compared. No place has two of an office in one
# year: where two have published on one, they are two bodies.
_OFFICES = tuple(
    re.compile(f"(?:{pattern})$")
    for pattern in (
        "发展改革(?:局|委员会)",
        "卫生健康(?:局|委员会)",
        "住房城乡建设(?:局|委员会)",
        "(?:科学技术)?(?:工业|经济)信息化(?:科学技术|商务)?(?:局|委员会)|科学技术工业局",
        "民族宗教事务(?:局|委员会)",
        "国有资产监督管理(?:局|委员会|办公室)",
        "自然资源(?:规划)?局",
        f"文化{_CULTURE}{{0,4}}局",
        "教育(?:科学技术|体育|文化){0,3}局",
        "扶贫开发(?:办公室|局)|乡村振兴局",
        "政务服务(?:大?数据)?管理(?:局|办公室)|行政审批(?:服务|[和与]?政务服务)?(?:管理)?局|数据[和与]?政务服务(?:管理)?局",
        "机关事务(?:管理局|服务中心|管理中心|管理服务中心|中心|服务局)",
        "金融(?:工作|服务)(?:办公室|局)|地方金融(?:监督|监管|监督管理)局",
        "人民防空办公室|国防动员办公室",
        "林业(?:草原)?局",
        "城市管理(?:(?:综合)?(?:行政)?执法)?(?:局|委员会)|综合行政执法局",
        "生态环境(?:分局|局)",
        "(?:管理区)?管理委员会",  # 甲管委会 of 甲管理区
        "(?:经开区?|(?:经济)?开发区)分局",  # of whatever bureau stands before
        "水[利务]局",
        "招商(?:引资)?(?:服务)?中心",
    )
)
_MAY_BE = re.compile("(?:局|委员会|办公室|中心)$")


@lru_cache(maxsize=1 << 16)
def spelled_in_full(name: str) -> str:
    """Return the name as it is compared: 市监局 is 市场监督管理局, 教育和体育局 and 教体局 are 教育体育局."""
    name = _SHORT_FIELDS.sub(lambda short: "".join(_FIELDS[field] for field in short[0]), name)
    for pattern, full in _SPELLINGS:
        name = pattern.sub(full, name)
    return name


@lru_cache(maxsize=1 << 16)
def office_of(name: str) -> tuple[str, int] | None:
    """Return what stands before the office's name, and which office it is; null where it is none that has other names.

    The name is spelled in full. 自然资源局 and 自然资源规划局 behind one and the same place are one office.
    """
    if not _MAY_BE.search(name):
        return None
    for number, pattern in enumerate(_OFFICES):
        if found := pattern.search(name):
            return name[: found.start()], number
    return None
