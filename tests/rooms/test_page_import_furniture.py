"""Which lines are furniture, and where an article ends."""

import pytest

from portal.page_import.furniture import Kind, end_of_article, kind_of, start_of_group

P, S, M, F = Kind.PROSE, Kind.SHORT, Kind.MENU, Kind.FOOTER


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("版权所有:示例市人民检察院", F),
        ("示ICP备00000000号-1 技术支持:示例公司", F),
        ("本网网页设计、图标、内容未经协议授权禁止转载、摘编或建立镜像,禁止作商业用途。", F),
        ("上一篇：关于值班安排的通知", F),
        ("【打印】 【关闭窗口】", F),
        ("Copyright © 示例市人民检察院 All Rights Reserved", F),
        ("检务公开-本院概况", M),
        ("通知公告", M),
        ("友情链接: 最高人民检察院 | 正义网", M),
        ("首页 | 本院概况 | 检察要闻", M),
        ("领导简介", S),
        ("·志愿者招募|期待您的加入，示例...", S),
        ("地址：示例市示例路1号", S),
        ("示例市人民检察院", S),
        ("2020年8月11日", S),
        ("一、版权所有者的权利", P),
        ("版权所有者常常写明“版权所有：某公司”。", P),
        ("通知公告栏目应当写明来源。", P),
        ("未经检察院许可，任何单位不得查阅。", P),
        ("友" * 400, P),
    ],
)
def test_kinds(line: str, kind: Kind) -> None:
    assert kind_of(line) is kind


def test_furniture_at_the_end_is_cut_off() -> None:
    assert end_of_article([P, P, M, S, S, M, F]) == 2


def test_short_lines_alone_are_never_furniture() -> None:
    assert end_of_article([P, S, S, S, S, S]) == 6


def test_a_signature_above_the_footer_stays() -> None:
    assert end_of_article([P, S, S, F]) == 3


def test_two_menu_words_are_not_enough_without_a_footer() -> None:
    assert end_of_article([P, M, M]) == 3
    assert end_of_article([P, M, M, M]) == 1


def test_a_menu_word_with_prose_after_it_is_the_article() -> None:
    assert end_of_article([P, M, P, P, F]) == 4


def test_a_long_footer_may_hold_a_sentence() -> None:
    assert end_of_article([P, P, M, *[S] * 12, P, F]) == 2


def test_something_is_always_left() -> None:
    assert end_of_article([M, S, S, M, M, F]) == 5
    assert end_of_article([F, F]) == 1
    assert end_of_article([]) == 0


def test_a_sidebar_begins_with_its_whole_group() -> None:
    lines = ["一段正文。", "领导简介", "工作流程", "通知公告"]
    assert start_of_group(lines, [True, True, False, False], 3) == 1


def test_a_group_with_a_sentence_or_a_date_is_no_sidebar() -> None:
    assert (
        start_of_group(["甲。", "一段正文。", "谢谢", "通知公告"], [True, True, False, False], 3)
        == 3
    )
    assert (
        start_of_group(
            ["甲。", "示例院", "2020年8月1日", "版权所有"], [True, True, False, False], 3
        )
        == 3
    )
