"""12309 怎么用: four doors, six kinds of matters, four steps."""

from studio import signs, things
from studio.board import card, disc, ground, header, strip
from studio.cast import GRANDPA, MOTHER, OFFICER_F
from studio.looks import Pose
from studio.palette import BLUE, NAVY
from studio.people import person
from studio.svg import at, circle, document, group, lines, rect, text

PARTS = (
    (signs.shield, "控告申诉", "反映问题、申诉"),
    (signs.scales_sign, "国家赔偿", "申请赔偿"),
    (signs.hand, "司法救助", "因案生活困难"),
    (signs.leaf, "公益诉讼线索", "环境、食药、无障碍"),
    (signs.magnifier, "案件信息查询", "查办理到哪一步"),
    (signs.book, "律师预约", "阅卷、会见、意见"),
)


def doors() -> str:
    """Telephone, website, mobile phone, service hall."""
    cards = []
    for i, (sign, title, big, words) in enumerate(
        (
            (signs.headset(1.2), "打电话", "12309", ["工作时间", "有人接听"]),
            (signs.globe(1.05), "上网站", "12309.gov.cn", ["12309 中国", "检察网"]),
            (signs.mobile(1.05), "用手机", "手机打开网站", ["随时提交，", "拍照上传"]),
            (signs.office(1.05), "到大厅", "检察服务大厅", ["当面说，有人", "帮着填"]),
        )
    ):
        x = 70 + i * 292
        cards.append(
            card(
                x,
                180,
                264,
                420,
                circle(x + 132, 268, 70, "#e8f1fb"),
                at(x + 132, 268, sign),
                text(x + 132, 396, title, 44, NAVY, 700, "middle"),
                rect(x + 24, 418, 216, 56, "#fbf1d6", 28),
                text(x + 132, 457, big, 40 if i == 0 else 29, "#5f4309", 700, "middle"),
                lines(x + 132, 520, words, 29, "#3c4a5b", 1.5, 400, "middle"),
            )
        )
    return document(
        ground(),
        header("12309，四个门都开着", "1 / 3"),
        *cards,
        strip(650, "不知道找谁，先拨 12309；说不清楚，可以慢慢说", 36),
    )


def matters() -> str:
    """Six kinds of matters on six tiles."""
    tiles = []
    for i, (sign, title, words) in enumerate(PARTS):
        x, y = 70 + (i % 3) * 290, 176 + (i // 3) * 262
        small = {signs.scales_sign: 0.56, signs.magnifier: 0.8}.get(sign, 0.95)
        tiles.append(
            card(
                x,
                y,
                270,
                240,
                at(x + 135, y + 76, sign(small)),
                text(x + 135, y + 168, title, 35, NAVY, 700, "middle"),
                text(x + 135, y + 212, words, 26, "#3c4a5b", 400, "middle"),
            )
        )
    side = group(
        person(
            1030, 716, 1.14, GRANDPA, Pose(turn=0.6, left=(-36, -186), right=(64, -236), behind="")
        ),
        person(
            1166,
            716,
            1.14,
            OFFICER_F,
            Pose(turn=-0.6, left=(-34, -236), right=(28, -234)),
            holding=at(-6, -246, things.tablet(0.9, 4)),
        ),
    )
    return document(
        ground(),
        header("能办哪些事", "2 / 3"),
        *tiles,
        side,
        text(490, 752, "紧急危险请打 110；生病受伤请打 120", 31, "#8f3b33", 600, "middle"),
    )


def steps() -> str:
    """Prepare, hand in, keep the number, hear the answer."""
    cards = []
    for i, (title, words) in enumerate(
        (
            ("备材料", ["身份证明、事情", "经过、照片票据"]),
            ("选入口", ["电话、网站、手机", "或服务大厅"]),
            ("记编号", ["提交后记下编号", "和查询密码"]),
            ("等答复", ["凭编号查进度，", "留意来电来信"]),
        )
    ):
        x, y = 70 + i * 292, 470 - i * 50
        cards.append(
            group(
                rect(x, y, 264, 700 - y, "#dbe7f4", 18),
                card(
                    x,
                    y,
                    264,
                    236,
                    text(x + 132, y + 104, title, 46, NAVY, 700, "middle"),
                    lines(x + 132, y + 156, words, 29, "#3c4a5b", 1.5, 400, "middle"),
                ),
                disc(x + 132, y + 4, str(i + 1), 40, BLUE),
            )
        )
    walker = person(
        282,
        470,
        0.6,
        MOTHER,
        Pose(turn=0.8, left=(40, -200), right=(64, -252), feet=((-30, 0), (34, 0)), behind=""),
        holding=at(62, -262, things.clipboard(0.6)),
    )
    host = person(
        1168, 321, 0.45, OFFICER_F, Pose(turn=-0.6, left=(-80, -250), right=(44, -186), behind="")
    )
    return document(
        ground(),
        header("四步办好一件事", "3 / 3"),
        *cards,
        walker,
        host,
        strip(700, "全程不收费，不需要托关系"),
    )


PICTURES = {"hotline-1": doors, "hotline-2": matters, "hotline-3": steps}
