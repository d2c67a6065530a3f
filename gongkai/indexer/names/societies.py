"""Which bodies beside the bureaus has a place? The party's, the people's congress, courts, societies: nobody of these reports for a bureau.

Whoever asks whose a number is reads the one list. They are named without their place: 县文联 is 县 and 文联.
"""

from __future__ import annotations

__all__ = ["SOCIETIES"]

_NO_DEED = "(?!公(?!开)|[理好结件事])"  # 县委办理, 县委办公 are none of 县委办
_PARTY = (
    rf"委(?:[\u4e00-\u9fff]{{2,4}}部(?!署|门|分)|党校|政法委|[\u4e00-\u9fff]{{0,4}}办(?:公室|{_NO_DEED}))"
    r"|(?:宣传|组织|统战|武装|人武)部(?!署|门|分)|纪委监委|纪委|监委|编委|党校|人大(?:常委会)?(?!代表)|政协"
    rf"|(?:编|编委|信访|扶贫|金融|应急|文明|网信|农|法制|史志|方志|外事|侨|台|人防)办(?:公室|{_NO_DEED})"
)
_COURTS = "(?:人民)?(?:法院|检察院)"
_PEOPLE = (
    "(?:妇|残|工商|文|侨|社科)联|(?:妇女|残疾人|工商业|文学艺术界|归国华侨|社会科学界)联合会|工会|(?<!党)团委|科协|科学技术协会|计生协会?"
    "|红十字会|供销社"
)
SOCIETIES = rf"(?:{_PARTY}|{_COURTS}|{_PEOPLE}|管委会)"
"""An expression for one of them; what stands before it is the place, in whatever words."""
