"""Which words end a clause of the prose, mean the whole year, or name what is no open information? One list each, for all that read it."""

from __future__ import annotations

from gongkai.indexer.dates.periods import JANUARY_TO_DECEMBER
from gongkai.indexer.expressions import expression

__all__ = [
    "ALL_OF_IT",
    "CASES",
    "CLAUSE_END",
    "INFORMATION",
    "MATTERS",
    "QUARTER",
    "SERVICES",
    "YEAR_OF_ACCOUNT",
    "last_clause",
    "without_whole_year",
]

CLAUSE_END = expression("[,;:。!?()]")
# 12月 alone is that month, but for what goes on until then: 截至2012年12月.
_WHOLE_YEAR = expression(
    rf"{JANUARY_TO_DECEMBER}|12月(?:31日|底|末)止?"
    r"|(?<![2-9][至到-])(?<![2-9]月[至到-])(?<!1[0-2][至到-])(?<!1[0-2]月[至到-])(?<=[至到止-])12月|(?<=[至到止-]20\d\d年)12月"
    r"|(?<![\d十])[1一](?:-|月至)12月"
)
ALL_OF_IT = (
    r"(?:共计?|收到|受理|接[收到]|办理|答复|新增(?=主动公开|公开)|主动|公开|发生|各类|政府|信息|申请|行政|复议|诉讼|数量?|的)"
)
"""A word between a year and its number that leaves it the number of all: 2014年共收到…, not 2014年网上收到…."""
YEAR_OF_ACCOUNT = (
    "(?:(?:财政|会计|预算|考核)年度(?!预算|决算|预决算|收支|执行|报告|报表|会议|总结|目标|计划|部门|指标|编制|开始|结束)|财年)"
)
"""A year of an account or an assessment, whatever calendar year it is called after; 财政年度预算 is a paper."""
INFORMATION = "信息|公开|政务|告知|依申请|资料|材料|查阅|查询|获取|提供|批文"
"""What makes a matter one of open information, in words of what a review, a lawsuit or its cause is about."""
CASES = "民事|刑事|公益|国家赔偿|行政赔偿|纠纷|认定|事故|税务|处罚|林权|征地|拆迁|劳动"
"""What cases of another kind are called after, wherever the word stands beside them."""
QUARTER = (
    r"季度(?!(?<=[按每]季度)(?:通报|调度|报送|上报|公布|公示|发布|督查|考核|检查)[^,。;\d]{0,10},"
    r"(?:[我本][局委厅办院镇乡县市区])?(?:本年|全年|今年|年内|20\d\d年))"
)
"""A part of the year; 按季度通报,本年… says how often it is told."""
SERVICES = (
    r"许可|审批|核准|认定|补[贴助]|救助|低保|五保|资助|贴息|贷款|仲裁|鉴定|换发|换证|发证|[两种书照业用输伐份格住权产]证(?!据|明|实)|证[书照]|资[格质]|采伐|公租房|廉租|住房保障"
    r"|辅[助具]器?|复核|评审|职称|退休|执业|(?<!登记)注册|迁移|预约|年检|招标|挂牌|验收|(?:[婚房产土车船税]|权属|团体|工商|企业|户口|失业|抵押|法人|机构|经营者?)[\u4e00-\u9fff]{0,2}登记"
    r"|(?:价格|合同|项目|经营者?|资质|预案|企业|产品)[\u4e00-\u9fff]{0,2}备案|备案申请|档案(?:查|利用)"
)
"""What an agency grants to those who apply for it."""
MATTERS = (
    rf"{CASES}|罚款|征[收用]|拆[违除]|强[制拆]|工伤|社保|人事|举报|投诉|信访|土地|房[屋产]|产权|登记|确权|权属|治安|交通|食品|药品|许可|审批|低保"
    r"|补[偿贴发]|赔偿|索赔|打假|立案|奖励|鉴定|规划|环[保境]|噪[音声]|违[法章]建|违建|执法|检查|税|招标|采购|合同|履职|抚恤|婚姻|户籍|医疗|诊所|争议"
)
"""What else people go to court about."""


def last_clause(text: str, end: int) -> str:
    """Return what the clause says that goes on at `end`, up to there."""
    return CLAUSE_END.split(text[:end])[-1]


def without_whole_year(words: str) -> str:
    """Return words without those that say that they are of the whole year."""
    return _WHOLE_YEAR.sub("", words) if "12月" in words else words  # it is in each of these
