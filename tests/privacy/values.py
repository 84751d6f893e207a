"""Made-up values: names of nobody, numbers with right check digits, addresses of no place."""

from datetime import date, timedelta
from random import Random


def words(text: str) -> list[str]:
    """The words of a text."""
    return text.split()


SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许邓韩冯曹彭曾萧田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚"
    "沈钟姜崔谭陆范汪廖石金贾夏韦付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常温康"
    "施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成"
    "苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤时穆卓古吉缪简车项连芦麦党仝代"
)
COMPOUND = words("欧阳 司马 上官 诸葛 皇甫 慕容 尉迟 司徒 令狐 夏侯")
GIVEN_ONE = (
    "伟芳强敏静磊军洋勇艳杰涛明超霞平刚辉玲鹏浩琳三四五六七海峰力河山兵凯波斌宁晨帆昊彪虎彤琪爽倩莹蕾翀彧喆骁"
    "玥淼焱霖锋毅恒亮娜丹婧煜瑾岚岩松柏桦林森"
)
GIVEN_TWO = words(
    "建国 志强 秀英 桂兰 海燕 晓东 文静 雨桐 子涵 浩然 俊杰 丽娟 国栋 玉梅 春花 秋菊 金凤 银环 铁柱 二狗 三喜 "
    "大山 小红 永强 卫东 红卫 爱民 光明 向阳 援朝 跃进 和平 胜利 解放 建军 国庆 丹丹 婷婷 圆圆 甜甜 翠莲 巧云 "
    "桂花 腊梅 冬生 根生 火旺 水生 土根 金水 来福 有才 满仓 万里 千里 德胜 得福 为民 以诚 若男 亚楠 思远 梓萱 "
    "一鸣 一凡 不凡 无忌 乃文 其昌 克俭 尔康 佩瑶 钰婕 翊翀 懿轩 家宝 东方 立人 长顺 同福 自强 先进 后勤 前程 "
    "成林 明远 新民 应龙 会生 在田 兴旺 保柱 栓柱 拴牢 改花 引弟 招弟 变玲 麦香 存粮 补生 五娃 狗剩 憨憨 翠翠"
)
WORDLIKE = words(
    "高峰 张力 杨柳 江河 白云 黎明 方正 石磊 安宁 金星 马达 康乐 向阳 夏雨 温馨 成功 高兴 江山 雷雨 平安"
)
MINORITY = words(
    "阿不都热合曼·买买提 古丽娜尔·吐尔逊 艾力·玉素甫 阿依夏木·卡德尔 热依汗古丽·阿布都拉 叶尔兰·巴合提 帕提古丽·肉孜"
)
NO_SURNAME = words("次仁卓玛 扎西顿珠 吉克阿牛 乌兰图雅 朝鲁门 格桑 仵志远 訾玉林 阿木古郎")
_COUNTIES = words(
    "山西省示例市青禾县 河北省样本市东山区 内蒙古自治区例城市南湖旗 四川省样川市北渠县 广西壮族自治区例州市西岭区 "
    "新疆维吾尔自治区样库县 北京市例城区 河南省例阳市 云南省样彝族自治州白水县 湖南省例沙市芦塘区"
)
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_REGIONS = words(
    "140181 110105 130402 150204 410902 430124 510107 450305 532901 650103 370112 610429"
)
_ROADS = words("解放路 建设北路 滨河东路 人民大街 文峰巷 老城南街 学府路 西环路")
_VILLAGES = words("东堡村 上河村 柳树沟村 石桥头村 前进村 李家庄村 大槐树村 新民屯")
_TOWNS = words("石桥镇 双溪镇 青禾街道 柳林乡 河口镇 城关镇")
_ESTATES = words("锦绣花园 滨河小区 福源家园 阳光城小区 教师公寓 幸福里小区")


def name(rng: Random) -> str:
    """A name of two to four characters, most often three."""
    kind = rng.random()
    if kind < 0.05:
        return rng.choice(COMPOUND) + rng.choice([rng.choice(GIVEN_ONE), rng.choice(GIVEN_TWO)])
    if kind < 0.1:
        return rng.choice(WORDLIKE)
    given = rng.choice(GIVEN_ONE) if kind < 0.4 else rng.choice(GIVEN_TWO)
    return rng.choice(SURNAMES) + given


def birth(rng: Random, earliest: int = 1950, latest: int = 2002) -> date:
    """A day on which an adult may be born."""
    return date(earliest, 1, 1) + timedelta(days=rng.randrange((latest - earliest + 1) * 365))


def identity_number(rng: Random, born: date) -> str:
    """Eighteen characters with the right check sign."""
    digits = rng.choice(_REGIONS) + born.strftime("%Y%m%d") + f"{rng.randrange(1000):03}"
    total = sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, digits, strict=True))
    return digits + "10X98765432"[total % 11]


def phone(rng: Random) -> str:
    """Eleven digits of a mobile phone."""
    return f"1{rng.choice('3456789')}{rng.randrange(10**9):09}"


def card(rng: Random, length: int = 19) -> str:
    """The digits of a bank card with the right Luhn digit."""
    digits = rng.choice(["622202", "621700", "622848", "603367", "436742", "955880"])
    digits += "".join(rng.choice("0123456789") for _ in range(length - 1 - len(digits)))
    doubled = sum(sum(divmod(2 * int(each), 10)) for each in digits[::-2])
    return digits + str(-(doubled + sum(map(int, digits[-2::-2]))) % 10)


def plate(rng: Random) -> str:
    """A number plate, sometimes of a new-energy or police vehicle."""
    start = rng.choice("晋京冀豫川粤") + rng.choice("ABCJKM")
    body = rng.choice(
        [
            f"{rng.randrange(100000):05}",
            f"{rng.choice('FDGH')}{rng.randrange(10000):04}",
            f"D{rng.randrange(100000):05}",
            f"{rng.randrange(10000):04}{rng.choice('警学挂')}",
        ]
    )
    return start + body


def address(rng: Random) -> str:
    """An address down to the door."""
    county = rng.choice(_COUNTIES)
    number = rng.randrange(1, 90)
    return county + rng.choice(
        [
            f"{rng.choice(_TOWNS)}{rng.choice(_VILLAGES)}{number}号",
            f"{rng.choice(_TOWNS)}{rng.choice(_VILLAGES)}{rng.choice('一二三四五')}组",
            f"{rng.choice(_ROADS)}{number}号{rng.choice(_ESTATES)}{rng.randrange(1, 30)}号楼{rng.randrange(1, 6)}单元{rng.randrange(101, 1800)}室",
            f"{rng.choice(_TOWNS)}{rng.choice(_ROADS)}{number}号附{rng.randrange(1, 9)}号",
            f"{rng.choice(_ESTATES)}{rng.randrange(1, 30)}栋{rng.randrange(101, 900)}号",
            f"{rng.choice(_TOWNS)}{rng.choice(_VILLAGES)}{rng.choice('一二三四五六')}组{number}号",
        ]
    )


def county(rng: Random) -> str:
    """A place no more precise than a county."""
    return rng.choice(_COUNTIES)
