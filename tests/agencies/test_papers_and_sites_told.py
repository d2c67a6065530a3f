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
        (f"根据国务院办公厅、福建省人民政府办公厅和三明市人民政府办公室{NOTICE}精神,我局公开12条。", None, "福建省/三明市"),
        (f"根据三明市人民政府办公室{NOTICE}(明政办〔2021〕3号)文件要求,我局公开12条。", None, "福建省/三明市"),
        (f"根据三明市人民政府办公室{NOTICE}现将我局情况报告如下,公开12条。", None, "福建省/三明市"),
        (f"根据对三明市人民政府办公室{NOTICE}的比较,我局公开12条。", None, ""),
        (f"根据对三明市人民政府办公室{NOTICE}的要求的比较,我局公开12条。", None, ""),
        (f"按照要求收集三明市人民政府办公室{NOTICE}等材料,我局公开12条。", None, ""),
        (f"收集《条例》和三明市人民政府办公室{NOTICE}等材料,我局公开12条。", None, ""),
        (f"根据三明市人民政府办公室{NOTICE},收集龙岩市人民政府办公室{NOTICE}等材料,我局公开12条。", None, ""),
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
        ("卫生计生委", "卫生和计划生育委员会"),
        ("卫生和计生局", "卫生和计划生育局"),
        ("卫生计划生育局", "卫生和计划生育局"),
    ],
)
def test_bureaus_by_their_short_names(short: str, full: str) -> None:
    assert body_of(short) == body_of(full)
    title = f"永康市{short}2013年度政府信息公开工作年度报告\n"
    said = "我局公开12条。" if short.endswith("局") else "我委公开12条。"
    assert read(f"{title}现公布永康市{full}2013年度政府信息公开年度报告。\n{OWN.format(said)}").agency == f"永康市{full}"
    assert read(f"{title}按照金华市{full}的要求编制。\n{OWN.format(said)}").agency in (f"永康市{short}", f"永康市{short}员会")


ALL = "全市各级行政机关坚持公开。市政府办公室召开新闻发布会2场。"


@pytest.mark.parametrize(
    ("said", "host", "agency"),
    [
        (ALL, "www.yongkang.gov.cn", "永康市人民政府"),
        ("全市各级部门认真落实条例。市政府网站公开12条。", "www.yongkang.gov.cn", "永康市人民政府"),
        (ALL, "www.fuyang.gov.cn", None),  # of 阜阳, or of 富阳, which is no 市 any more
        (ALL, "www.example.com", None),
        ("全市各级行政机关坚持公开。", "www.yongkang.gov.cn", None),
        (f"{ALL}我局公开12条。", "www.yongkang.gov.cn", None),
        (f"{ALL}我镇公开12条。", "www.yongkang.gov.cn", None),
        (f"{ALL}局党组高度重视。", "www.yongkang.gov.cn", None),
        (f"{ALL}各县区公开12条。", "www.yongkang.gov.cn", None),
        (f"{ALL}全市水利系统公开12条。", "www.yongkang.gov.cn", None),
        ("全市各级水利部门坚持公开。市政府网站公开12条。", "www.yongkang.gov.cn", None),
        ("组织全市各级行政机关坚持公开。市政府办公室公开12条。", "www.yongkang.gov.cn", None),
        (f"{ALL}我大队公开12条。", "www.yongkang.gov.cn", None),
        (f"{ALL}我支队公开12条。", "www.yongkang.gov.cn", None),
        (f"{ALL}我公司公开12条。", "www.yongkang.gov.cn", None),
        (f"{ALL}局属学校公开12条。", "www.yongkang.gov.cn", None),
        (f"{ALL}我市开展自我评估,本年度公开基本情况12条。", "www.yongkang.gov.cn", "永康市人民政府"),
    ],
)
def test_a_city_in_a_countys_rank_whose_bodies_act_on_its_own_host(said: str, host: str, agency: str | None) -> None:
    assert read(OWN.format(said), f"http://{host}/a.html").agency == agency


@pytest.mark.parametrize(
    ("said", "agency"),
    [
        ("", "大田县人民政府"),
        ("本行政区域内本年度公开12条。", "大田县人民政府"),
        ("我国条例要求自我评估,我市要求公开。", "大田县人民政府"),
        ("本办公室督促落实。", None),
        ("我大队公开12条。", None),
        ("我公司公开12条。", None),
        ("局属学校公开12条。", None),
    ],
)
def test_a_county_whose_bodies_act_on_its_own_host(said: str, agency: str | None) -> None:
    text = OWN.format(f"我县各级部门认真落实条例。{said}")
    assert read(text, "http://www.datian.gov.cn/a.html").agency == agency


@pytest.mark.parametrize(
    ("site", "place"),
    [
        ("“中国武义”县政府门户网站", "浙江省/金华市/武义县"),
        ("“中国·武义”县政府网", "浙江省/金华市/武义县"),
        ("“中国武义”市政府门户网站", ""),  # there is no such city
        ("“中国水利”县政府门户网站", ""),
        ("“中国武义”县政府门户网站和“中国大田”县政府门户网站", ""),
        ("“武义”县政府门户网站", ""),
        ("“中国武义”旅游网", ""),
        ("中国武义县水利网", ""),
        ("“中国武义”县政府门户网站建设", "浙江省/金华市/武义县"),
        ("《中国武义》县政府门户网站", ""),
    ],
)
def test_the_site_of_a_county_is_called_by_its_country(site: str, place: str) -> None:
    assert where(read(OWN.format(f"我县各级行政机关认真落实条例,全县在{site}公开12条。"))) == place


@pytest.mark.parametrize(
    ("said", "place"),
    [
        ("我县在“中国武义”县政府门户网站公开12条。", "浙江省/金华市/武义县"),
        ("我县通过武义县政府门户网站公开12条。", "浙江省/金华市/武义县"),
        ("我县组织学习,在武义县政府门户网站公开12条。", "浙江省/金华市/武义县"),
        ("我县组织学习并通过武义县政府门户网站公开12条。", "浙江省/金华市/武义县"),
        ("学习“中国武义”县政府门户网站的做法,我县公开12条。", ""),
        ("链接至“中国武义”县政府门户网站,我县公开12条。", ""),
        ("赴“中国武义”县政府门户网站调研,我县公开12条。", ""),
        ("“中国武义”县政府门户网站获奖,值得学习,我县公开12条。", ""),
        ("学习武义县政府门户网站的做法,我县公开12条。", ""),
        ("链接至武义县政府门户网站,我县公开12条。", ""),
        ("参考武义县政府网站的先进经验,我县公开12条。", ""),
    ],
)
def test_a_site_that_a_page_learns_from_is_another_countys(said: str, place: str) -> None:
    assert where(read(OWN.format(said))) == place


LED = "2021年,在县委、县政府的{}领导下,{}政府信息公开工作按照条例的规定推进。{}\n二、主动公开政府信息情况\n"


@pytest.mark.parametrize(
    ("how", "place", "said", "agency"),
    [
        ("正确", "大田县", "我县公开12条。", "大田县人民政府"),
        ("", "大田县", "我县公开12条。", "大田县人民政府"),
        ("正确", "大田县", "我局公开12条。", None),
        ("正确", "大田县水利局", "我局公开12条。", None),
        ("正确", "大田县均溪镇", "我镇公开12条。", None),
        ("正确", "我县", "我县公开12条。", None),
        ("正确", "三明市", "我县公开12条。", None),
        ("正确", "全县", "我县公开12条。", None),
    ],
)
def test_the_work_of_a_county_that_its_leaders_lead(how: str, place: str, said: str, agency: str | None) -> None:
    assert read(LED.format(how, place, said)).agency == agency


@pytest.mark.parametrize(
    ("said", "agency", "place"),
    [
        ("国家新闻出版广电总局深入贯彻落实条例。", "国家新闻出版广电总局", ""),
        ("国家粮食局认真贯彻落实条例。", "国家粮食局", ""),
        ("总局深入贯彻落实条例,总局党组高度重视。", None, ""),
        ("总局党组高度重视,公开12条。", None, ""),
        ("我局深入贯彻落实条例,按照总局要求公开12条。", None, "北京市"),  # a branch
        ("总局深入贯彻落实条例,各分局公开12条。", None, "北京市"),
        ("总局深入贯彻落实条例,全市公开12条。", None, "北京市"),
        ("总局公司网站公开12条。", None, "北京市"),
        ("北京市体育局认真贯彻总局要求。", "北京市体育局", "北京市"),
    ],
)
def test_a_ministry_that_calls_itself_so_is_of_no_place(said: str, agency: str | None, place: str) -> None:
    contact = "如有疑问,请与总局办公厅联系(地址:北京市东城区某大街2号;电话:010-86096279)。\n"
    found = read(f"统计期限为2021年1月1日至12月31日。{contact}{OWN.format(said)}")
    assert (found.agency, where(found)) == (agency, place)


@pytest.mark.parametrize(
    ("title", "agency"),
    [
        ("云南省新闻出版广电局(广电部分)2021年政府信息公开年度报告", "云南省新闻出版广电局"),
        ("云南省新闻出版广电局2021年政府信息公开年度报告(广电部分)", "云南省新闻出版广电局"),
        ("山东大学(威海)2021年信息公开年度报告", "山东大学(威海)"),
    ],
)
def test_the_part_of_a_bureau_in_brackets_is_none_of_its_name(title: str, agency: str) -> None:
    assert read(f"{title}\n{OWN.format('公开12条。')}").agency == agency


@pytest.mark.parametrize(
    "said",
    [
        "现从主动公开、依申请公开等五方面就金坛区农林局2021年政府信息公开工作情况报告如下:",
        "现分三部分就金坛区农林局2021年政府信息公开工作情况报告如下:",
        "现就金坛区农林局2021年政府信息公开工作情况报告如下:",
    ],
)
def test_what_a_report_is_about_begins_behind_its_parts(said: str) -> None:
    assert read(f"根据条例,{said}\n{OWN.format('我局公开12条。')}").agency == "金坛区农林局"


@pytest.mark.parametrize(
    ("said", "agency"),
    [
        ("由广州市人民政府金融工作办公室编制", "广州市人民政府金融工作办公室"),
        ("由定陶区扶贫工作办公室编制", "定陶区扶贫工作办公室"),
        ("由定陶区政务公开工作办公室编制", None),  # the desk for publicity is no body
        ("由定陶区政府信息公开工作办公室编制", "定陶区人民政府"),
        ("由定陶区教育工作编制", None),
    ],
)
def test_an_office_for_some_work_is_a_body(said: str, agency: str | None) -> None:
    assert read(f"本报告根据条例{said}。\n{OWN.format('我办公开12条。')}").agency == agency


@pytest.mark.parametrize(
    ("said", "agency", "place", "kind"),
    [
        ("中国人民银行三明市中心支行", "中国人民银行三明市中心支行", "福建省/三明市", "dispatched_agency"),
        ("中国人民银行", "中国人民银行", "", "central_department"),
        ("三明市住房公积金管理中心", "三明市住房公积金管理中心", "福建省/三明市", "public_institution"),
    ],
)
def test_a_branch_of_the_bank_of_the_state(said: str, agency: str, place: str, kind: str) -> None:
    found = read(f"特公布{said}2021年政府信息公开工作年度报告。\n{OWN.format('公开12条。')}")
    assert (found.agency, where(found), found.kind) == (agency, place, kind)


@pytest.mark.parametrize(
    ("said", "agency"),
    [
        ("双峰山旅游度假区公开12条。", "双峰山旅游度假区管理委员会"),
        ("双峰山旅游度假区、双峰山景区公开12条。", None),  # which of the two?
        ("双峰山镇公开12条。", None),
        ("双峰山国家级旅游度假区管委会认真公开12条。", "双峰山国家级旅游度假区管理委员会"),
        ("公开12条。按照条例的要求,双峰山旅游度假区主动公开12条。", "双峰山旅游度假区管理委员会"),
        ("双峰山建设旅游度假区公开12条。", None),  # no name of a zone
        ("双峰山旅游度假区公开12条,我校公开9条。", None),
        ("推进双峰山国家级旅游度假区创建,公开12条。", None),
        ("对接双峰山旅游度假区管委会,公开12条。", None),
        ("对接双峰山旅游度假区管委会公开12条。", None),
        ("在双峰山旅游度假区公开12条。", None),
        ("双峰山旅游度假区企业公开12条。", None),
        ("双峰山旅游度假区共建活动公开12条。", None),
    ],
)
def test_a_zone_by_its_first_word_in_a_title(said: str, agency: str | None) -> None:
    found = read(f"双峰山2021年政府信息公开工作年度报告\n{OWN.format(said)}")
    assert found.agency == agency or (agency is None and found.place.zone is None)


@pytest.mark.parametrize(
    ("title", "said", "agency"),
    [
        ("八面山", "对接八面山旅游度假区,八面山镇坚持公开。", "八面山镇人民政府"),
        ("龙虎山", "学习龙虎山风景旅游区经验,公开12条。", None),
        ("白石山", "对接白石山风景名胜区管委会,公开12条。", None),
        ("九龙湖", "服务九龙湖度假区企业,公开12条。", None),
        ("大田县交通运输", "大田县交通运输产业园区公开12条。", "大田县交通运输"),  # the bureau
        ("大田县教育", "建设大田县教育产业园区,公开12条。", "大田县教育"),
        ("大田县均溪", "大田县均溪工业园区公开12条。", "大田县均溪"),  # the town
    ],
)
def test_no_zone_is_called_after_a_town_or_a_bureau_that_was_cut_short(title: str, said: str, agency: str | None) -> None:
    found = read(f"{title}2021年政府信息公开工作年度报告\n{OWN.format(said)}")
    assert (found.agency, found.place.zone) == (agency, None)


@pytest.mark.parametrize(
    ("called", "told", "year"),
    [
        ("本报告是由三明市财政局编制的2012年度政府信息公开年度报告", "2011年,我局认真落实。", 2012),
        ("本报告是由三明市财政局编制的年度报告", "2011年,我局认真落实。", 2011),
        ("本报告是依照市政府办公室编制的2012年度政府信息公开年度报告格式撰写。", "2013年,我局认真落实。", 2013),
        ("本报告是继我局编制的2012年度政府信息公开年度报告之后的又一份报告。", "2013年,我局认真落实。", 2013),
        ("本报告是三明市财政局编制的2012年度部门决算报告", "2011年,我局认真落实。", 2011),
    ],
)
def test_the_year_by_which_a_report_calls_itself(called: str, told: str, year: int) -> None:
    assert read(f"引言\n{called}。\n一、概述\n{told}\n二、主动公开政府信息情况\n公开12条。\n").year == year


@pytest.mark.parametrize(
    ("zone", "place"),
    [
        ("双峰山旅游度假区", ""),  # 双峰县 is elsewhere
        ("双峰经济开发区", "湖南省/娄底市/双峰县"),
        ("黄山风景区", "安徽省/黄山市"),
        ("武夷山旅游度假区", "福建省/南平市"),
    ],
)
def test_a_zone_called_after_a_mountain(zone: str, place: str) -> None:
    assert where(read(f"{zone}管委会2021年政府信息公开工作年度报告\n{OWN.format('公开12条。')}")) == place


@pytest.mark.parametrize(
    ("zone", "place"),
    [
        ("长白山旅游度假区(吉林)", "吉林省/白山市"),
        ("陕西省太白山旅游度假区", "陕西省/宝鸡市"),
        ("浙江省天台山旅游度假区", "浙江省/台州市"),
        ("湖北省双峰山旅游度假区", "湖北省"),  # 双峰县 is in 湖南省
        ("湖北省大别山试验区", "湖北省"),
        ("双峰山旅游度假区", ""),
        ("太白山旅游度假区", ""),
        ("永丰岭旅游度假区", ""),
        ("天台山旅游度假区", ""),
        ("长兴岛经济区", ""),  # of 大连市 or of 上海市
    ],
)
def test_a_zone_called_after_a_mountain_is_where_its_province_is_told(zone: str, place: str) -> None:
    assert where(read(f"{zone}管理委员会2022年政府信息公开工作年度报告\n{OWN.format('公开12条。')}")) == place


@pytest.mark.parametrize(
    ("said", "agency"),
    [
        ("遼寧省人口和計畫生育委員會", "辽宁省人口和计划生育委员会"),
        ("三明市人口和计划生育局", "三明市人口和计划生育局"),
        ("三明市書畫院", "三明市书画院"),
        ("三明市建設計畫辦公室", "三明市建设计划办公室"),
        ("三明市設計畫院", "三明市设计画院"),
    ],
)
def test_plans_as_taiwan_writes_them(said: str, agency: str) -> None:
    assert read(f"{said}2012年度政府信息公開工作報告\n{OWN.format('公开12条。')}").agency == agency


@pytest.mark.parametrize(
    ("notice", "province"),
    [
        ("《山西省教育厅关于做好2020年高校信息公开年度报告工作的通知》", "山西省"),
        ("《上海市教育委员会办公室关于做好2020年高等学校信息公开年度报告工作的通知》", "上海市"),
        ("《教育部办公厅关于做好2020年高校信息公开年度报告工作的通知》", None),
        ("《山西省教育厅关于做好2020年招生工作的通知》", None),
        ("参考《山西省教育厅关于做好2020年高校信息公开年度报告工作的通知》", None),
        ("《山西省教育厅关于做好高校信息公开年度报告的通知》和《江西省教育厅关于做好高校信息公开年度报告的通知》", None),
    ],
)
def test_a_school_without_a_name_lies_in_the_province_whose_notice_it_follows(notice: str, province: str | None) -> None:
    found = read(f"根据《高等学校信息公开办法》和{notice}要求,编制本报告。\n一、概述\n2019-2020学年,我校公开12条。\n")
    assert (found.kind, found.place.province, found.place.city) == ("university", province, None)


def test_no_page_is_placed_where_nobody_reports() -> None:
    page = "统计期限自2021年1月1日起至2021年12月31日止。\n一、总体情况\n2021年,我局公开12条。澳门娱乐城、澳门娱乐城、澳门娱乐城、香港赛马会。"
    assert read(page, "http://www.example.com/1.html").place.province is None


@pytest.mark.parametrize(
    ("rules", "place"),
    [
        ("根据《湖南省行政程序规定》的要求编制。", ("湖南省", None)),
        ("根据《上海市政府信息公开规定》的要求编制。", ("上海市", None)),
        ("根据《深圳市政府信息公开规定》的要求编制。", (None, None)),  # a branch may lie in the city where it sits
        ("根据《湖南省政府信息公开办法》、《福建省政府信息公开办法》编制。", (None, None)),
        ("学习《湖南省行政程序规定》。", (None, None)),
        ("根据条例的要求，参照《湖南省行政程序规定》编制。", (None, None)),
        ("根据《湖南省行政处罚裁量权规定》编制。", (None, None)),
    ],
)
def test_a_page_lies_in_the_province_whose_rules_on_openness_it_follows(rules: str, place: tuple[str | None, str | None]) -> None:
    found = read(f"本报告{rules}\n一、概述\n2021年,各处室公开12条。统计期限自2021年1月1日起至2021年12月31日止。\n").place
    assert (found.province, found.city) == place


@pytest.mark.parametrize(("school", "city"), [("湖北师范学院", "黄石市"), ("湖北师范大学", "黄石市"), ("湖北甲乙学院", None)])
def test_a_college_lies_where_the_university_is_that_it_has_become(school: str, city: str | None) -> None:
    found = read(f"{school}2013-2014学年信息公开年度报告\n一、概述\n2013-2014学年,我校公开12条。\n").place
    assert (found.province, found.city) == ("湖北省", city)
