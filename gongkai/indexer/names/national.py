"""Which bodies are those of the State Council itself? By their names of today and of the years since 2008."""

from __future__ import annotations

from collections.abc import Container

from gongkai.indexer.expressions import expression

__all__ = ["CENTRAL_ENDS", "in_full", "national_body", "spelled_in"]

_CENTRAL = frozenset(
    (
        "外交部 国防部 国家发展和改革委员会 国家发展改革委 教育部 科学技术部 科技部 工业和信息化部 国家民族事务委员会 "
        "国家民委 公安部 国家安全部 民政部 司法部 财政部 人力资源和社会保障部 人力资源社会保障部 自然资源部 生态环境部 "
        "环境保护部 住房和城乡建设部 住房城乡建设部 交通运输部 水利部 农业农村部 农业部 商务部 文化和旅游部 文化部 "
        "国家卫生健康委员会 国家卫生健康委 退役军人事务部 应急管理部 中国人民银行 审计署 国务院国有资产监督管理委员会 "
        "国务院国资委 海关总署 国家税务总局 国家市场监督管理总局 市场监管总局 国家金融监督管理总局 中国证券监督管理委员会 "
        "中国证监会 国家广播电视总局 国家体育总局 国家信访局 国家统计局 国家知识产权局 国家国际发展合作署 国家医疗保障局 "
        "国家医保局 国务院参事室 国家机关事务管理局 国管局 国务院研究室 国家粮食和物资储备局 国家能源局 国家数据局 "
        "国家国防科技工业局 国家烟草专卖局 国家移民管理局 国家林业和草原局 国家林草局 国家铁路局 中国民用航空局 中国民航局 "
        "国家邮政局 国家文物局 国家中医药管理局 国家疾病预防控制局 国家疾控局 国家矿山安全监察局 国家消防救援局 国家外汇管理局 "
        "国家外汇局 国家药品监督管理局 国家药监局 国家档案局 国家保密局 国家密码管理局 中国气象局 中国地震局 国家海洋局 "
        "国家测绘地理信息局 国务院办公厅 国土资源部 卫生部 国家旅游局 国家工商行政管理总局 国家质量监督检验检疫总局 "
        "国家质检总局 质检总局 国家工商总局 工商总局 国家安全监管总局 安全监管总局 安监总局 食药监总局 国家发展改革委员会 "
        "国家发改委 国家卫健委 国家卫生计生委 工信部 人社部 住建部 银保监会 证监会 国家人口计生委 国家林业局 国家宗教事务局 "
        "国家宗教局 国务院三峡办 国务院南水北调办 国务院新闻办公室 国家新闻出版署 国家版权局 国家煤矿安监局 国家安监总局 "
        "国家民航局 国家中医药局 国家移民局 国家测绘局 食品药品监管总局 国家广播电影电视总局 国家新闻出版广播电影电视总局 "
        "新闻出版总署 广电总局 税务总局 体育总局 环保部 人口计生委 国家人口和计划生育委员会 国家电力监管委员会 国家粮食局 "
        "铁道部 监察部 国家食品药品监督管理总局 国家安全生产监督管理总局 国家新闻出版广电总局 中国银行保险监督管理委员会 "
        "中国银保监会 中国银行业监督管理委员会 中国保险监督管理委员会 国家卫生和计划生育委员会 全国社会保障基金理事会 "
        "国家自然科学基金委员会 中国科学院 中国社会科学院 中国工程院 国务院发展研究中心 国家乡村振兴局 国家网信办 "
        "国家互联网信息办公室 国务院侨务办公室 国务院侨办 国务院港澳办 国务院台办 国务院法制办公室 国务院法制办 "
        "国务院扶贫开发领导小组办公室 国务院扶贫办 国务院港澳事务办公室 国务院台湾事务办公室 国家铁路总局 "
        "国家认证认可监督管理委员会 国家标准化管理委员会 国家核安全局 国家航天局 国家原子能机构 国家语言文字工作委员会 "
        "国家公务员局 国家外国专家局 国家煤矿安全监察局 国家食品药品监督管理局 国家预防腐败局 国家电监会 国务院机关事务管理局 "
        "国务院南水北调工程建设委员会办公室 国务院三峡工程建设委员会办公室 中国银监会 中国保监会 银监会 保监会 "
        "信息产业部 劳动和社会保障部 建设部 交通部 国家环境保护总局 国家环保总局 国家广电总局 国家食药监局 "
        "国家安全监管局 中华全国供销合作总社 "
    ).split()
)
CENTRAL_ENDS = tuple({name[-1] for name in _CENTRAL})
"""Characters that the names of bodies of the State Council end with."""
_STATES = expression("^(?:国家|国务院|中国)")
_REACHED = expression("[与向致]$|联系:?$")
_ITSELF = expression(r"\((?:本级|机关|本级机关|机关本级|本部)\)$")


def national_body(name: str) -> bool:
    """Tell whether the name is a body of the State Council itself, not one of its branches in a place."""
    name = name.removeprefix("中华人民共和国")
    return (_ITSELF.sub("", name) if name.endswith(")") else name) in _CENTRAL


def in_full(name: str, stated: Container[str]) -> str:
    """Return the name of a body with that of the state before it, where the page says so whose report it is: 中华人民共和国司法部."""
    full = f"中华人民共和国{name}"
    return full if full in stated else name


def spelled_in(short: str, text: str) -> str:
    """Return the one body whose name in full a text prints for a short one, its letters from the first to the last: 安监总局; empty: none.

    农业部 is no 农业农村部: a short name leaves out letters within its words. Where one reaches the body is no place for its name.
    """
    letters = _STATES.sub("", short)
    found = [name for name in _CENTRAL if len(name) > len(short) and _abbreviates(letters, _STATES.sub("", name))]
    printed = {name for name in found if _told_of(name, text)}
    return printed.pop() if len(printed) == 1 else ""


def _told_of(name: str, text: str) -> bool:
    return any(not _REACHED.search(before[-4:]) for before in text.split(name)[:-1])


def _abbreviates(letters: str, full: str) -> bool:
    rest = iter(full)
    same = full.startswith(letters[0]) and full.removesuffix("员会").endswith(letters[-1])
    return same and letters[:-1] not in full and all(letter in rest for letter in letters)
