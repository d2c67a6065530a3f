"""What does the name of an agency end with, and what does one look like in a sentence?"""

from __future__ import annotations

from gongkai.indexer.expressions import expression
from gongkai.indexer.names.desks import HAN

__all__ = ["AGENCY", "ENDS", "WITH_PLACE", "with_campus"]

_INSTITUTIONS = (
    *"档案馆 图书馆 博物馆 学校 中学 小学 党校 管理所 监督所 监察所 研究所 司法所 派出所".split(),
    *"红十字会 总工会 技术协会 编纂室 研究室 方志办 史志办".split(),
)
_WORKS = (
    *"自来水 供水 水务 水务集团 水业集团 排水 污水处理 燃气 天然气 供热 热力 供电 电力".split(),
    *"公交 公交集团 公共交通 公共交通集团 公共汽车 轨道交通".split(),
)
_FIRMS = [f"{work}{firm}" for work in _WORKS for firm in "公司 分公司 总公司 有限公司 有限责任公司".split()]
WITH_PLACE = (*_INSTITUTIONS, *_FIRMS)
"""What names end with that are an agency's where they begin with a place, and words of a site else: 图书馆."""
ENDS = (
    *(
        "人民政府办公厅 人民政府办公室 人民政府 政府办公厅 政府办公室 办事处 街道办 管理委员会 管委会 委员会 办公室 管理局 分局 局 厅 委 大学 "
        "学院 医院 中心 中心支行 支队 总队 大队 调查队 署 院 处 海关 镇 乡 街道 苏木 联社 供销社 供销合作社 供销合作总社 联合社 联合会 "
        "人防办 人民防空办 扶贫办 金融办 法制办 侨务办 外侨办 信访办 外事办 省外办 市外办 州外办 区外办 县外办 参事室 残联 妇联 科协 文联 工商联"
    ).split(),
    *_INSTITUTIONS,
)
_END = f"(?:{'|'.join((*ENDS, *_FIRMS))})"
_MINISTRY = "(?:人力资源和社会保障|住房和城乡建设|交通运输|工业和信息化|农业农村|文化和旅游|应急管理|退役军人事务|自然资源|生态环境|科学技术)部"
_CAMPUS = rf"(?<=大学)\([{HAN}]{{2,4}}\)"  # 山东大学(威海)
AGENCY = rf"(?:[{HAN}()·]{{2,40}}?{_END}(?:{_CAMPUS})?|{_MINISTRY})"
_BEHIND = expression(_CAMPUS)


def with_campus(name: str, text: str, end: int) -> str:
    """Return the name of a university that ends there in the text with that of its campus behind it."""
    campus = _BEHIND.match(text, end)
    return name + campus[0] if campus else name
