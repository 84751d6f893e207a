"""A demo office of two articles, for tests that load one more than once."""

from pathlib import Path

from PIL import Image

SITE = """
[site]
name = "小小检察院"
keywords = ["小", "检察"]

[[links]]
group = "friends"
name = "上级院"
url = "https://www.example.cn/"
description = ""
"""
SEARCH = """
[[synonyms]]
words = ["河道", "河流"]

[[promotions]]
questions = ["看河"]
name = "河在哪里"
url = "/leaders/"
"""
SECTION = """
[[sections]]
slug = "{slug}"
name = "{name}"
kind = "{kind}"
{more}
description = "发布{name}一类的消息。"
keywords = ["{name}"]
column_type = "新闻动态"
"""
SECTIONS = (
    SECTION.format(slug="leaders", name="领导简介", kind="page", more='parent = "openness"')
    + SECTION.format(slug="openness", name="检务公开", kind="group", more="")
    + SECTION.format(slug="news", name="要闻", kind="news", more="in_navigation = true")
    + SECTION.format(slug="pictures", name="图说", kind="pictures", more="")
)
NEWS = """+++
title = "河水变清了"
date = 2026-05-08 09:30:00
expires = 2026-05-09 00:00:00
cover = "river.jpg"
keywords = ["河道", "监督"]

[[attachments]]
file = "form.pdf"
title = "报名表"
+++
<p>看图。</p>
<figure><img src="media:river.jpg" alt="一条河"></figure>
"""
STORY = """+++
title = "图里的故事"
date = 2024-01-02 10:00:00

[details]
pictures = [{ file = "river.jpg", alt = "一条河", text = "河边的话" }]
+++
"""
FILES = {
    "site.toml": SITE,
    "search.toml": SEARCH,
    "sections.toml": SECTIONS,
    "articles/news/river.html": NEWS,
    "articles/pictures/story.html": STORY,
    "media/form.pdf": "%PDF-1.7 ",
}


def write(folder: Path) -> Path:
    """Write the files of the office into a folder, as `demo/` has them, and return it."""
    for name, text in FILES.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    Image.new("RGB", (400, 300), "blue").save(folder / "media" / "river.jpg")
    return folder
