"""Which lines of an old page are furniture: menus, tickers, sidebars and the footer at its end."""

import re
from collections.abc import Iterable, Sequence
from enum import IntEnum

from portal.numbering import label_of
from portal.page_import.labels import read_date


class Kind(IntEnum):
    """What a line looks like, from surely article to surely furniture."""

    PROSE = 0  # a sentence, a numbered heading, anything too long for a menu
    SHORT = 1  # a menu item as well as a signature, a caption, an address
    MENU = 2  # a known name of a menu or sidebar, a row of links
    FOOTER = 3  # what only the end of a page says


_FOOTER = re.compile(
    r"版权所有\s*(?:[:：©(（].{0,100})?$|.{2,40}版权所有$"
    r"|(?:Copyright|©|网站标识码|Produced by|Powered by).{0,120}$"
    r"|.{0,60}(?:ICP\s*备|ICP\s*证|公网安备|All Rights Reserved).{0,80}$"
    r"|.{0,60}(?:未经.{0,16}(?:转载|摘编|复制|镜像)|最佳分辨率|建议使用.{0,12}浏览器).{0,60}$"
    r"|(?:上|下)一[篇条]\s*[:：].{0,80}$|(?:分享到|我要纠错)\s*[:：]?.{0,30}$"
    r"|[【\[(（\s]*(?:(?:打印|关闭|收藏|返回)(?:本页|此页|窗口|列表|顶部)?[】\])）【\[(（|\s]*)+$",
    re.IGNORECASE,
)
_MENU = re.compile(
    r"(?:通知公告|公告栏|微观检察|检务公开|检务指南|友情链接|相关链接|相关文章|相关新闻|相关阅读|热点新闻"
    r"|热门文章|最新文章|最新新闻|推荐阅读|图片新闻|站内搜索|网站导航|网站地图|站点地图|联系我们|法律声明"
    r"|今日头条|新浪微博|官方微博|官方微信|微信公众号|手机版|无障碍浏览|长者版|返回首页|设为首页|加入收藏"
    r"|更多|TOP)\s*[:：>＞»]*$"
    r"|检务公开\s*[-—－].{1,12}$|(?:友情|相关)链接\s*[:：].{0,200}$|[【\[]?\s*(?:字号|字体)\s*[:：]?.{0,20}$",
    re.IGNORECASE,
)
_ROW_OF_LINKS = re.compile(r"[^|｜。]{0,24}(?:[|｜][^|｜。]{0,24}){2,}$")
_TICKER = re.compile(r"[·•▪■◆»]\s*\S.{0,60}$")
_CONTACT = re.compile(
    r"(?:主办|承办|协办|技术支持|建设|网站管理|地址|邮编|邮政编码|电话|传真|邮箱|联系电话|举报电话)"
    r"(?:单位)?\s*[:：][^。]{0,80}$"
)
_PUNCTUATION = re.compile(r"[，。；！？：,;!?:]")
_LONGEST_LINE = 300


def kind_of(line: str) -> Kind:
    """What a single line looks like."""
    if len(line) > _LONGEST_LINE:
        return Kind.PROSE
    if _FOOTER.match(line):
        return Kind.FOOTER
    if _MENU.match(line) or _ROW_OF_LINKS.match(line):
        return Kind.MENU
    short = len(line) <= 40 and not _PUNCTUATION.search(line) and not label_of(line)
    return Kind.SHORT if short or _TICKER.match(line) or _CONTACT.match(line) else Kind.PROSE


def kind_of_all(lines: Iterable[str]) -> Kind:
    """What a block of lines looks like: prose if any line does, else the surest furniture in it."""
    kinds = {kind_of(line) for line in lines} or {Kind.SHORT}
    return Kind.PROSE if Kind.PROSE in kinds else max(kinds)


def end_of_article(kinds: Sequence[Kind]) -> int:
    """How many blocks, from the first, are the article; the furniture at the page's end follows.

    It starts at the first furniture line from which on hardly any line is prose (one in ten) and
    there is a footer, or three menu lines. Short lines alone are never furniture, so a signature
    with its date stays with the article. When nothing would be left, only a footer line may start it.
    """
    starts = _possible_starts(kinds)
    if starts and starts[0] == 0:
        starts = [start for start in starts if start and kinds[start] is Kind.FOOTER]
    return starts[0] if starts else len(kinds)


def _possible_starts(kinds: Sequence[Kind]) -> list[int]:
    starts = []
    seen = dict.fromkeys(Kind, 0)
    for position in range(len(kinds) - 1, -1, -1):
        kind = kinds[position]
        seen[kind] += 1
        sure = seen[Kind.FOOTER] or seen[Kind.MENU] >= 3
        if kind >= Kind.MENU and sure and seen[Kind.PROSE] * 10 <= len(kinds) - position:
            starts.append(position)
    return starts[::-1]


def start_of_group(lines: Sequence[str], apart: Sequence[bool], start: int) -> int:
    """Where the group of lines around the first furniture line begins, if it holds no article.

    A sidebar copied as text is one group without blank lines; its first items may be plain words.
    """
    first = start
    while first and not apart[first]:
        first -= 1
    above = lines[first:start]
    is_sidebar = all(kind_of(line) is Kind.SHORT and not read_date(line) for line in above)
    return first if is_sidebar and apart[first] and first else start
