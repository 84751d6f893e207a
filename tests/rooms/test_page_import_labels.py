"""Label lines, dates and breadcrumbs of old pages."""

from datetime import datetime

import pytest

from portal.page_import.labels import Labels, read_breadcrumb, read_date, read_labels


@pytest.mark.parametrize(
    ("text", "date", "has_time"),
    [
        ("2020-08-11", datetime(2020, 8, 11), False),
        ("2020/8/1", datetime(2020, 8, 1), False),
        ("2020.08.11 9:05", datetime(2020, 8, 11, 9, 5), True),
        ("２０２０年８月１１日", datetime(2020, 8, 11), False),
        ("2020年8月11日 星期二 09:30:15", datetime(2020, 8, 11, 9, 30, 15), True),
        ("2020年8月11日9时30分", datetime(2020, 8, 11, 9, 30), True),
        ("2020-08-11T09:30:00+08:00", datetime(2020, 8, 11, 9, 30), True),
        ("2020-08-11T01:30:00Z", datetime(2020, 8, 11, 9, 30), True),
        ("2020-08-11 25:99", datetime(2020, 8, 11), False),
        ("编号 2020-13-40，日期 2021-01-02", datetime(2021, 1, 2), False),
    ],
)
def test_dates(text: str, date: datetime, has_time: bool) -> None:
    assert read_date(text) == (date, has_time)


@pytest.mark.parametrize(
    "text", ["", "8月11日", "2020-02-30", "12020-01-01", "1820-01-01", "0001-01-01T00:00:00+14:00"]
)
def test_what_is_no_date(text: str) -> None:
    assert read_date(text) is None


def labels(line: str) -> Labels:
    found = read_labels(line)
    assert found is not None
    return found


def test_empty_labels_tell_nothing() -> None:
    found = labels("时间:2020-08-11 作者: 新闻来源: 【字号: | |")
    assert found.published == datetime(2020, 8, 11)
    assert found.told() == {}
    assert {"published", "author", "source"} < found.seen


def test_values_end_where_the_next_label_begins() -> None:
    found = labels("时间:2008-11-17作者:示例 作者 新闻来源:示例检察网 【字号: | |")
    assert found.told() == {"author": "示例 作者", "source": "示例检察网"}


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (
            "发布时间：2020-08-11　来　源：办公室　责任编辑：示例",
            {"source": "办公室", "editor": "示例"},
        ),
        ("来源：示例日报 2020-08-11 09:00", {"source": "示例日报"}),
        ("来源：示例日报 打印 关闭", {"source": "示例日报"}),
        ("来源：示例日报【大 中 小】", {"source": "示例日报"}),
        ("来源：广大 日期：2020-08-11", {"source": "广大"}),
        ("（责任编辑：示例）", {"editor": "示例"}),
        ("作者：null 来源：无 日期：2020-08-11", {}),
        ("2020-08-11 09:30 信息来源：示例日报 点击数：12", {"source": "示例日报"}),
        ("示例市人民检察院 时间：2020-08-11 作者：示例", {"author": "示例"}),
    ],
)
def test_variants_of_label_lines(line: str, told: dict[str, str]) -> None:
    assert labels(line).told() == told


@pytest.mark.parametrize(
    "line",
    [
        "",
        "|",
        "作者单位：示例市人民检察院",
        "截止日期：2020年8月11日",
        "2020年8月11日，本院召开会议",
        "时间：八月，地点：会议室。",
        "据示例日报2020年8月11日报道",
        "时间：" + "长" * 300,
    ],
)
def test_what_is_no_label_line(line: str) -> None:
    assert read_labels(line) is None


def test_labels_complete_each_other() -> None:
    first = Labels(datetime(2020, 8, 11), False, author="甲")
    second = Labels(datetime(2020, 8, 11, 9, 30), True, author="乙", source="丙")
    assert first.completed(second) == Labels(datetime(2020, 8, 11, 9, 30), True, "甲", "丙")
    other_day = Labels(datetime(2020, 8, 12, 9, 30), True)
    assert first.completed(other_day).published == datetime(2020, 8, 11)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("当前位置:首页>>理论研讨", ["理论研讨"]),
        ("您现在的位置： 首页 > 检务公开 > 检务指南 > 正文", ["检务公开", "检务指南"]),
        ("位置：首页 → 检察要闻", ["检察要闻"]),
        ("网站首页 » 检察要闻", ["检察要闻"]),
        ("当前位置：", []),
        ("首页 | 检察要闻", None),
        ("位置偏僻的村庄", None),
    ],
)
def test_breadcrumbs(line: str, names: list[str] | None) -> None:
    found = read_breadcrumb(line)
    assert (None if found is None else [name for name in found if "首页" not in name]) == names
