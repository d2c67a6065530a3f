"""What the words beside a number of requests say that they are: inquiries, of another year, of another body of that name, of licences."""

from __future__ import annotations

import pytest
from made_up import SOUND, codes, report_text, told

RECEIVED = "requests.received"


@pytest.mark.parametrize(
    "said",
    [
        "收到政府信息公开申请12件，经审查其中2件属于政府信息公开申请。",
        "收到申请12件，其中只有2件是政府信息公开申请。",
        "收到申请12件，均为咨询。",
        "收到政府信息公开申请12件，实际为信访事项。",
        "收到政府信息公开申请12件，其中10件为咨询、信访。",
        "收到政府信息公开申请12件，多为咨询类。",
        "2014年，我局收到依申请公开件12件，其中2013年转入3件。",
        "2014年，我局收到政府信息公开申请12件，其中延续2013年的3件。",
        "2014年，我局收到政府信息公开申请12件，包括2013年未办结3件。",
        "2014年，我局收到政府信息公开申请12件，其中上年遗留3件。",
        "2014年，我市林业局收到政府信息公开申请12件。",
        "2014年，两个查阅点收到政府信息公开申请12件。",
        "2014年，信息公开查阅室收到政府信息公开申请12件。",
        "2014年，办证大厅收到政府信息公开申请12件。",
        "2014年，受理采伐许可，收到申请12件。",
        "2014年，开展困难群众救助，收到申请12件。",
    ],
)
def test_what_are_no_requests_of_the_year_are_not_counted(said: str) -> None:
    assert RECEIVED not in told(requests=said)


@pytest.mark.parametrize(
    "said",
    [
        "2014年，我县林业局收到政府信息公开申请12件。",
        "收到政府信息公开申请12件，其中10件为信访举报投诉类申请。",
        "收到政府信息公开申请12件，均为自然人提出。",
        "收到政府信息公开申请12件，主要为林权类。",
        "收到政府信息公开申请12件，其中2件属于主动公开范围。",
        "收到政府信息公开申请12件，其中2件涉及信访事项。",
        "2014年，我局公开行政许可信息，收到申请12件。",
        "2014年，我局设立查阅点，收到政府信息公开申请12件。",
        "2014年，收到政府信息公开申请12件，其中3件转入2015年办理。",
    ],
)
def test_the_year_s_own_are(said: str) -> None:
    assert told(requests=said)[RECEIVED] == 12


def test_what_came_from_last_year_is_not_held_against_the_table() -> None:
    cells = {**SOUND, "carried_over": [3, 0, 0, 0, 0, 0, 3], "processed": [5, 0, 0, 0, 0, 0, 5], "granted": [5, 0, 0, 0, 0, 0, 5]}
    assert "T1" not in codes(report_text(cells, {3: "收到政府信息公开申请5件，其中上年遗留3件。"}))
    assert "T5" in codes(report_text(cells, {3: "收到政府信息公开申请5件，其中上年遗留4件。"}))
