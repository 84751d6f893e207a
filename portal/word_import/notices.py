"""Notices: what happened to the things of a document that an article cannot hold."""

from collections import Counter

Tally = Counter[str]
"""How often each thing was met, by its key here."""

_SENTENCES = {
    "revisions": "文档里有 {} 处修订：已按“接受全部修订”导入，被删除的文字没有导入。",
    "hidden": "文档里有 {} 处隐藏文字，没有导入。",
    "comments": "文档里有 {} 处批注，没有导入。",
    "contents": "文档里的目录没有导入（网页上不需要页码目录）。",
    "text boxes": "文档里有 {} 个文本框：其中的文字放在了所在段落之后，请核对位置。",
    "charts": "文档里有 {} 个图表或图形，没有导入；需要时请另存为图片再插入。",
    "objects": "文档里有 {} 个嵌入的对象（如表格文件），没有导入；需要时请作为附件上传。",
    "formulas": "文档里有 {} 个公式，只导入了其中的文字，请核对。",
    "symbols": "文档里有 {} 个特殊符号无法识别，没有导入，请核对。",
    "linked": "文档里有 {} 张图片只是链接到别处，没有导入；请另行上传。",
    "vector": "文档里有 {} 张图片是网页不支持的格式（如 EMF、WMF），没有导入；请另存为 PNG 再插入。",
    "broken": "文档里有 {} 张图片已损坏，没有导入。",
    "huge": "文档里有 {} 张图片像素过大，没有导入；请缩小到 5000 万像素以内再插入。",
    "surplus": "文档里的图片太多，有 {} 张没有导入。",
    "without alt": "有 {} 张图片没有替代文字，请在发布前补上。",
    "headless": "有 {} 个表格没有表头行，请在编辑器里指定表头。",
    "formats": "有 {} 处自动编号的格式无法识别，按 1、2、3 导入，请核对。",
    "foreign": "文档里嵌有 {} 个其他文件的内容，没有导入。",
}


def sentences(tally: Tally) -> tuple[str, ...]:
    """The notices for people, in a fixed order."""
    return tuple(text.format(tally[key]) for key, text in _SENTENCES.items() if tally[key])
