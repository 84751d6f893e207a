"""Which browser a sign-in came from, in words that its owner recognises."""

_BROWSERS = (
    ("MicroMessenger", "微信"),
    ("HuaweiBrowser", "华为浏览器"),
    ("UCBrowser", "UC浏览器"),
    ("QQBrowser", "QQ浏览器"),
    ("QIHU", "360浏览器"),
    ("360SE", "360浏览器"),
    ("360EE", "360浏览器"),
    ("MetaSr", "搜狗浏览器"),
    ("Edg", "Edge"),
    ("Firefox", "Firefox"),
    ("Chrome", "Chrome"),
    ("Safari", "Safari"),
    ("Trident", "IE"),
)
_SYSTEMS = (
    ("OpenHarmony", "鸿蒙"),
    ("HarmonyOS", "鸿蒙"),
    ("Android", "安卓手机"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Windows", "Windows 电脑"),
    ("Macintosh", "Mac 电脑"),
    ("Kylin", "麒麟电脑"),
    ("UOS", "统信电脑"),
    ("Linux", "Linux 电脑"),
)


def in_words(agent: str) -> str:
    """`Windows 电脑上的 Chrome`, or what is known of it."""
    browser = next((words for mark, words in _BROWSERS if mark in agent), "浏览器")
    system = next((words for mark, words in _SYSTEMS if mark in agent), "")
    space = " " if browser.isascii() else ""
    return f"{system}上的{space}{browser}" if system else browser
