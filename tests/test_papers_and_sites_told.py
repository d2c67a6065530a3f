"""What do a notice, a site's name, an office's city tell of who reports, and where? Each rule with what it must leave alone."""

from __future__ import annotations

import pytest
from test_who_and_where import where
from test_who_reports import read

from gongkai.mappings.agencies import body_of

OWN = "一、总体情况\n2021年,{}\n二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n"
NOTICE = "《关于做好2021年政府信息公开年度报告编制工作的通知》"


@pytest.mark.parametrize(
    ("said", "url", "place"),
    [
        (f"根据三明市人民政府办公室{NOTICE}的要求编制。我办公开12条。", None, "福建省/三明市"),
        (f"根据条例的规定和三明市人民政府办公室{NOTICE},我局公开12条。", None, "福建省/三明市"),
        (f"按照福建省人民政府办公厅{NOTICE}和三明市人民政府办公室{NOTICE},我局公开12条。", None, "福建省/三明市"),
        ("根据《福建省人民政府办公厅关于做好2021年政府信息公开工作年度报告的通知》,我局公开12条。", None, "福建省"),
        (f"根据三明市人民政府办公室{NOTICE}和龙岩市人民政府办公室{NOTICE},我局公开12条。", None, ""),
        (f"根据三明市人民政府办公室{NOTICE},我局学习杭州市经验,公开12条。", None, ""),
        (f"根据三明市人民政府办公室{NOTICE},我局公开12条。", "http://www.jdz.gov.cn/a.html", ""),
        (f"根据条例,学习借鉴三明市人民政府办公室{NOTICE},我局公开12条。", None, ""),
        (f"三明市人民政府办公室{NOTICE}印发,我局公开12条。", None, ""),
        (f"根据市人民政府办公室{NOTICE},我局公开12条。", None, ""),
        (f"根据青禾市人民政府办公室{NOTICE},我局公开12条。", None, ""),
        ("根据三明市人民政府办公室《关于做好2021年绿化工作的通知》,我局公开12条。", None, ""),
        (f"根据国务院办公厅{NOTICE},我局公开12条。", None, ""),
    ],
)
def test_the_notice_of_a_city_is_followed_there(said: str, url: str | None, place: str) -> None:
    assert where(read(OWN.format(said), url)) == place


@pytest.mark.parametrize(
    ("short", "said", "zone"),
    [
        ("芜湖经开区", "在芜湖经济技术开发区网站公开", "芜湖经济技术开发区"),
        ("芜湖经开区", "在芜湖经济开发区网站公开", "芜湖经济开发区"),
        ("芜湖经开区", "在芜湖经济开发区、芜湖经济技术开发区网站公开", "芜湖经开区"),  # which of the two?
        ("芜湖经开区", "在合肥经济技术开发区网站公开", "芜湖经开区"),
        ("芜湖经开区", "在经济技术开发区网站公开", "芜湖经开区"),
        ("芜湖经开区", "在芜湖高新技术产业开发区网站公开", "芜湖经开区"),
        ("芜湖高新区", "在芜湖高新技术产业开发区网站公开", "芜湖高新技术产业开发区"),
        ("芜湖高新区", "在芜湖县高新技术产业开发区网站公开", "芜湖高新区"),
        ("芜湖高新区", "公开", "芜湖高新区"),
        ("芜湖经济技术开发区", "在芜湖经开区网站公开", "芜湖经济技术开发区"),
    ],
)
def test_a_zone_is_called_as_long_as_it_is_printed(short: str, said: str, zone: str) -> None:
    found = read(f"{short}财政局2021年政府信息公开工作年度报告\n{OWN.format(f'我局{said}12条。')}")
    assert (found.place.zone, where(found), found.agency) == (zone, "安徽省/芜湖市", f"{short}财政局")


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("内蒙古大学", "内蒙古自治区/呼和浩特市"),
        ("内蒙古科技大学", "内蒙古自治区/包头市"),
        ("内蒙古船舶大学", "内蒙古自治区"),  # which the list does not have
        ("内蒙古自治区图书馆", "内蒙古自治区"),
        ("广西大学", "广西壮族自治区/南宁市"),
    ],
)
def test_a_listed_school_that_is_called_after_its_region(name: str, place: str) -> None:
    assert where(read(f"{name}2021年信息公开工作年度报告\n{OWN.format('公开12条。')}")) == place


def test_the_government_of_a_region_is_a_provinces() -> None:
    text = "现发布新疆维吾尔自治区2021年度报告。本报告由自治区人民政府办公厅汇总自治区14个地州市情况编制。\n"
    found = read(text + OWN.format("公开12条。"))
    assert (found.agency, found.level, where(found)) == ("自治区人民政府", "provincial", "新疆维吾尔自治区")


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("我局联合船山公安微信公众号发布,由船山公安微博转发。", None),
        ("我局会同船山区公安微信公众号、转发船山公安微博。", None),
        ("我局通过船山公安微信公众号、船山公安官方微博发布信息。", "public_security"),
        ("我局在微博和船山公安微信公众号、船山公安抖音发布信息。", "public_security"),
        ("我局联合船山公安微信公众号,通过船山公安微博发布信息。", None),
    ],
)
def test_who_works_with_the_police_is_none(said: str, kind: str | None) -> None:
    assert read(OWN.format(said)).kind == kind


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("工商局", "工商行政管理局"),
        ("质监局", "质量技术监督局"),
        ("国土局", "国土资源局"),
        ("林草局", "林业和草原局"),
        ("食药监局", "食品药品监督管理局"),
        ("食品药品监管局", "食品药品监督管理局"),
        ("卫计委", "卫生和计划生育委员会"),
        ("计生局", "人口和计划生育局"),
        ("人口和计生委", "人口和计划生育委员会"),
    ],
)
def test_bureaus_by_their_short_names(short: str, full: str) -> None:
    assert body_of(short) == body_of(full)
    title = f"永康市{short}2013年度政府信息公开工作年度报告\n"
    said = "我局公开12条。" if short.endswith("局") else "我委公开12条。"
    assert read(f"{title}现公布永康市{full}2013年度政府信息公开年度报告。\n{OWN.format(said)}").agency == f"永康市{full}"
    assert read(f"{title}按照金华市{full}的要求编制。\n{OWN.format(said)}").agency in (f"永康市{short}", f"永康市{short}员会")
