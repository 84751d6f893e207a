"""The form of a section (栏目), and what its choices are called."""

from typing import Any

from wtforms import BooleanField, RadioField, SelectField, StringField, TextAreaField

from portal import kinds
from portal.queries import sections
from portal.queries.sections import Row
from portal.web.desk.choices import choices
from portal.web.forms import Form, at_most, line, required

COLUMN_TYPES = (
    "新闻动态",
    "通知公告",
    "政策文件",
    "政策法规",
    "机构职能",
    "概况信息",
    "办事指南",
    "信息公开指南",
    "工作报告",
    "财政信息",
    "法律文书",
    "图片新闻",
    "视频新闻",
    "理论研究",
)
"""Names that the page rule gives as examples, and those that procuratorates use."""
STEPS = {
    1: "一步：签发人自己看过就可以发布",
    2: "两步：一人审核，另一人签发",
    3: "三步：两人先后审核，第三人签发",
}
STEPS_IN_SHORT = {1: "一步：签发", 2: "两步：审核、签发", 3: "三步：一审、二审、签发"}
KINDS = {kind.key: kind.label for kind in kinds.KINDS}


class SectionForm(Form):
    """Everything that is said of a section."""

    name = StringField("栏目名称", [required("请填写栏目名称。"), at_most(40, "栏目名称")], [line])
    slug = StringField("网址名", [required("请填写网址名。")], [line])
    take_over = BooleanField("旧网址改归这个栏目")
    kind = SelectField(
        "栏目类型",
        [required("请选择栏目类型。")],
        choices=choices([("", "请选择"), *KINDS.items()]),
    )
    description = TextAreaField(
        "栏目说明",
        [required("请用一句话写明栏目发布什么。"), at_most(200, "栏目说明")],
        [line],
    )
    keywords = StringField("关键词", [required("请写至少一个关键词，几个之间用逗号隔开。")], [line])
    column_type = StringField(
        "栏目分类", [required("请填写栏目分类。"), at_most(40, "栏目分类")], [line]
    )
    parent = SelectField("上级栏目")
    in_navigation = BooleanField("放在主导航里")
    update_days = StringField("更新周期（天）", filters=[line], default="0")
    review_steps = RadioField(
        "审核步数",
        [required("请选择审核步数。")],
        choices=choices((str(number), words) for number, words in STEPS.items()),
        default="2",
    )

    def offer(self, tree: list[Row], own: Row | None = None) -> None:
        """Let the form choose among the sections that there are.

        A section cannot lie below itself, and one that has articles keeps its kind.
        """
        below = {row.id for row, _ in sections.flat([own])} if own else set()
        places = [
            (row.slug, "　" * depth + row.name)
            for row, depth in sections.flat(tree)
            if row.id not in below
        ]
        self.parent.choices = choices([("", "没有（放在最上一层）"), *places])
        if own and own.articles:
            del self.kind

    def show(self, row: Row, tree: list[Row]) -> None:
        """Fill the form with what is said of a section now."""
        above = next((each.slug for each, _ in sections.flat(tree) if each.id == row.parent), "")
        facts: dict[str, Any] = {**vars(row), "keywords": row.keywords.replace(",", "，")}
        facts |= {"parent": above, "review_steps": str(row.review_steps)}
        self.process(data=facts)
