"""What does the name of an agency end with, and what does one look like in a sentence?"""

from __future__ import annotations

from gongkai.indexer.names.desks import HAN

__all__ = ["AGENCY", "ENDS"]

ENDS = tuple(
    (
        "人民政府办公厅 人民政府办公室 人民政府 政府办公厅 政府办公室 办事处 街道办 管理委员会 管委会 委员会 办公室 管理局 分局 局 厅 委 大学 "
        "学院 医院 中心 中心支行 支队 总队 大队 署 院 处 海关 镇 乡 街道 苏木 联社 供销社 供销合作社 供销合作总社 联合社 联合会 "
        "人防办 人民防空办 扶贫办 金融办 法制办 侨务办 外侨办 信访办 外事办 省外办 市外办 州外办 区外办 县外办 参事室"
    ).split()
)
_END = f"(?:{'|'.join(ENDS)})"
AGENCY = rf"[{HAN}()·]{{2,40}}?{_END}"
