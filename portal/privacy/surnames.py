"""Chinese family names: single characters, common and rare, and those of two characters."""

COMMON = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许邓冯韩曹曾彭萧肖蔡潘田董袁于余叶蒋杜苏魏程吕"
    "丁沈任姚卢傅钟姜崔谭廖范汪陆金石戴贾韦夏邱方侯邹熊孟秦白江阎闫薛尹段雷黎史龙陶贺顾毛郝龚邵万钱严"
    "赖覃洪武莫孔汤向常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符"
    "舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆卓古吉"
    "缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂佟应臧闵苟邬边卞姬仇栾隋商刁沙荣巫寇桑郎甄丛"
    "仲虞敖巩佘池查麻苑迟邝封谈匡鞠惠荆冀郁胥储栗燕楚鄢谌奚皮粟冼蔺楼闻厉伊仝郜阚屠练廉禹漆巴狄宣付代"
)
"""Single family names that most people bear."""

RARE = frozenset(
    "位强植司衡富玉银原权海花云支元官干利信水山班南敬国平农司师明乐劳盘满帅豆朴盖井祖丰卿索晋容扈晁芮阙浦戈伏鹿薄邸雍辜羊阿乌母裘亓修邰赫杭况宿鲜印逯隆茹诺战"
    "慕危亢嵇哈湛宾戎勾茅於揭尉冶斯檀衣展阴昝智幸奉尧闭郄郇岐幺仉乜貟贠线尕苻墨铁钮鄂奴牧兀寸庹"
)
"""Single family names that few bear, many of them ordinary words: they need a break after them."""

_COMPOUND = (
    "欧阳 司马 上官 诸葛 皇甫 尉迟 东方 令狐 慕容 公孙 司徒 司空 夏侯 轩辕 南宫 西门 长孙 宇文 独孤 端木 "
    "澹台 公冶 宗政 濮阳 淳于 单于 太史 申屠 仲孙 钟离 闾丘 鲜于 东郭 百里 呼延 赫连 拓跋 万俟 闻人 纳兰 "
    "完颜 太叔 公羊 颛孙 梁丘 左丘 段干 谷梁 乐正 漆雕 壤驷 巫马 子车 亓官 司寇 叶赫 那拉 爱新 东野"
)

COMPOUND = frozenset(_COMPOUND.split())
"""Family names of two characters."""

SINGLE = COMMON | RARE
FIRST = SINGLE | {name[0] for name in COMPOUND}
"""Every character that a family name can begin with."""


def surname_length(text: str, start: int) -> int:
    """How many characters of the text from `start` on are a family name: 2, 1, or 0 for none."""
    if text[start : start + 2] in COMPOUND:
        return 2
    return 1 if text[start : start + 1] in SINGLE else 0
