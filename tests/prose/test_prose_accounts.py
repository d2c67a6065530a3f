"""The money and the accounts of another body are none of the report's; the agency's own are read."""

from __future__ import annotations

import pytest
from made_up import told


@pytest.mark.parametrize("body", ["县政府", "县粮食局", "我县", "杨湾镇", "林政大队", "部分乡镇", "个别单位", "全系统"])
def test_the_money_and_the_accounts_of_another_are_none_of_the_report_s(body: str) -> None:
    assert not told(capacity=f"2014年，{body}落实政府信息公开专项经费7万元。")
    assert not told(proactive=f"2014年，{body}政务微博公开政府信息22条，政务微信公开政府信息18条。")


def test_the_agency_s_own_money_and_accounts_are_read() -> None:
    assert told(capacity="2014年，我局落实政府信息公开专项经费7万元。") == {"capacity.budget_wan_yuan": 7}
    assert told(proactive="我局政务微博公开政府信息22条，政务微信公开政府信息18条。")["proactive.by_wechat"] == 18


@pytest.mark.parametrize("both", "微博微信 微信微博 政务微博微信 微博、微信 政府网站微信".split())
def test_a_number_of_two_channels_is_of_neither(both: str) -> None:
    said = told(proactive=f"政府公报公开信息12条，{both}公开信息20条。")
    assert not {"proactive.by_wechat", "proactive.by_weibo"} & set(said)
    said = told(proactive="微博公开信息12条，微信公开信息20条。")
    assert (said["proactive.by_weibo"], said["proactive.by_wechat"]) == (12, 20)


@pytest.mark.parametrize("body", ["下属单位", "上级部门", "我局下属种苗站", "县教育局", "各股室"])
@pytest.mark.parametrize("means", ["通过微信公众号发布", "利用微信发布", "借助政务微博发布"])
def test_what_others_published_by_their_accounts_is_none_of_the_report_s(body: str, means: str) -> None:
    assert not told(proactive=f"2014年，{body}{means}信息37条。")


@pytest.mark.parametrize("subject", ["", "我局", "我局积极", "我局充分"])
def test_what_the_agency_published_by_its_account_is_read(subject: str) -> None:
    assert told(proactive=f"2014年，{subject}通过微信公众号发布信息37条。") == {"proactive.by_wechat": 37}
