"""Check of attachments: the title says what the file is."""

import re
from collections.abc import Iterator

from portal.checks.check import Check
from portal.checks.draft import ADVICE
from portal.checks.manuscript import Manuscript, Problem

_GENERIC = re.compile(
    r"(?:(?:附件|附表|附录|文件|文档|表格|材料|下载|未命名|未标题|新建.{0,30}|副本|doc|file)"
    r"[\s\d一二三四五六七八九十（）().:：_-]*|[\w.()-]+)(?:\.[a-z]{2,5})?",
    re.I | re.A,
)


def _generic(manuscript: Manuscript) -> Iterator[Problem]:
    for index, use in enumerate(manuscript.draft.uses):
        title = use.text.strip()
        if use.role == "attachment" and not title:
            yield manuscript.use_problem(
                index, f"附件“{use.name}”还没有名称。请写出它是什么，例如“听证报名表”。"
            )
        elif use.role == "attachment" and _GENERIC.fullmatch(title[:100]):
            yield manuscript.use_problem(
                index, f"附件名称“{title}”看不出内容。请写出它是什么，例如“听证报名表”。", title
            )


ATTACHMENT_TITLE = Check(
    "attachment-title", ADVICE, "读者下载之前要知道附件是什么，“附件1”说明不了。", _generic
)
