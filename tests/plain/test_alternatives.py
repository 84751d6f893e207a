"""Text alternatives: which words say nothing, at the desk and in the checks alike."""

import pytest

from portal.alternatives import says_nothing


@pytest.mark.parametrize(
    "alt",
    [
        *("河.jpg", "bank-2.PNG", "现场.png", "一.heic", "IMG_2020.jpg"),
        *("IMG_20260101", "DSC00012", "dsc 0042", "mmexport1588", "wx_camera_1588", "MVIMG_1"),
        *("微信图片_20260101120000", "QQ截图20260508", "企业微信截图_1", "屏幕快照 2026-1-1"),
        *(
            "Screenshot 2026-1-1",
            "20260101",
            "2026-01-01 (2)",
            "news-1",
            "untitled",
            "未命名",
            "新建图片",
        ),
        *(
            "图片",
            " 图片 ",
            "照片1",
            "图一",
            "一张图片",
            "这是图片。",
            "图片描述",
            "配图",
            "活动照片",
        ),
        *("image", "logo", "Picture 3", "alt", "替代文字", "说明", "无", "没有"),
    ],
)
def test_words_that_say_nothing(alt: str) -> None:
    assert says_nothing(alt)


@pytest.mark.parametrize(
    "alt",
    [
        *("图书馆门前的坡道", "12309热线的海报", "12309 中国检察网的二维码", "图为听证现场"),
        *("两名检察官在河边", "照片墙前的合影", "图片里一位老人在听讲", "无障碍坡道", "说明会现场"),
        *("检察院大门", "Zhang 检察官", "2026年5月8日的听证会现场", "Map of the county", ""),
    ],
)
def test_words_that_say_something(alt: str) -> None:
    """No words at all are another matter: they say that a picture is decoration."""
    assert not says_nothing(alt)


def test_a_name_of_the_file_itself() -> None:
    assert says_nothing("River View", "River View.jpg") and says_nothing("River", "River")
    assert not says_nothing("River View", "other.jpg")
    assert not says_nothing("示例河", "示例河.jpg"), "Chinese names are mostly words"


def test_long_nonsense_is_judged_fast() -> None:
    assert not says_nothing("a-" * 500_000 + "。")
