"""Site settings: what the site says of itself, and how large an upload may be."""

from dataclasses import dataclass
from typing import Any

from flask import redirect
from htmx_flask import request
from werkzeug.wrappers import Response
from wtforms import RadioField, StringField, TextAreaField
from wtforms.validators import ValidationError

from portal.queries import anonymising
from portal.queries.limits import LABELS
from portal.queries.site import SETTING_LABELS
from portal.roles import ADMIN
from portal.services import site
from portal.services.site.settings import clean, in_force
from portal.services.site.shapes import fault
from portal.web.desk import desk
from portal.web.desk.choices import choices
from portal.web.desk.guards import actor, needs
from portal.web.desk.pages import page, say
from portal.web.forms import Form

PLACE = "/desk/settings/"
_LONG = frozenset({"description"})
"""Settings that want more than a line."""


@dataclass(frozen=True)
class Group:
    """Settings that belong together: key → where readers see it and how it is written."""

    name: str
    words: str
    hints: dict[str, str]


GROUPS = (
    Group(
        "网站",
        "每一页的标题、搜索引擎的结果和分享到手机的卡片都用这些。",
        {
            "name": "显示在每一页的顶部和标题里，例如“示例市人民检察院”。",
            "description": "一两句话，显示在搜索引擎的结果里。",
            "keywords": "供搜索引擎用，几个之间用逗号隔开。",
        },
    ),
    Group(
        "主办单位",
        "显示在每一页的底部。",
        {
            "owner": "也作为订阅内容的作者。",
            "organiser": "例如院办公室。",
            "copyright": "例如“示例市人民检察院版权所有，转载请注明来源”。",
            "support": "做技术支持的单位。",
        },
    ),
    Group(
        "联系方式",
        "显示在每一页的底部；电话和办公时间也显示在出错页面上，帮读者找到人。",
        {
            "address": "写到门牌号。",
            "postcode": "六位数字。",
            "hours": "例如“星期一至星期五 8:30 至 12:00，法定节假日休息”。",
            "phone": "带区号，例如 0000-1234567；几个之间用顿号隔开。",
            "hotline": "例如 12309。",
            "email": "例如 jcy@example.cn。",
        },
    ),
    Group(
        "备案",
        "显示在每一页的底部，备案号会自动链接到查询网站。",
        {
            "icp": "在工业和信息化部备案后得到，例如 京ICP备12345678号-1。",
            "police": "在公安机关备案后得到，例如 京公网安备 11010102001234号。",
            "site_code": "十位，例如 1234567890；也写进页面信息，供检查用。",
        },
    ),
    Group(
        "隐名处理",
        "法律文书公开以前，姓名和号码怎样隐去；每一处还可以在隐名处理时单独改。",
        {
            "anonymise_names": "同一个人在一份文书里始终用同一个称呼。",
            "anonymise_numbers": "遮住一部分时，身份证号码留前十位，看得出地区和出生年月；删去更稳妥。",
        },
    ),
    Group(
        "上传限制",
        "采编台里一个文件最大多少。太大的文件，读者用手机打开会很慢。",
        {
            "image_mb": "单位是 MB（兆）。手机照片一般是 3 到 10。",
            "video_mb": "单位是 MB（兆）。普通清晰度的视频每分钟大约 10。",
            "attachment_mb": "单位是 MB（兆）。",
        },
    ),
)


class Shaped:
    """A validator: the value as the service would store it, of the shape that the service wants."""

    def __init__(self, needed: bool) -> None:
        self.field_flags = {"required": True} if needed else {}

    def __call__(self, form: Form, field: Any) -> None:
        field.data = clean(field.name, field.data or "")
        if sentence := fault(field.name, field.data):
            raise ValidationError(sentence)


class SettingsForm(Form):
    """One field for each setting."""


for _key, _label in {**SETTING_LABELS, **LABELS}.items():
    _kind = TextAreaField if _key in _LONG else StringField
    setattr(SettingsForm, _key, _kind(_label, [Shaped(needed=bool(fault(_key, "")))]))

for _key, _label in anonymising.LABELS.items():
    _made = RadioField(_label, [Shaped(needed=True)], choices=choices(anonymising.CHOICES[_key].items()))
    setattr(SettingsForm, _key, _made)


@desk.route("/settings/", methods=["GET", "POST"])
@needs(ADMIN)
def settings_form() -> Response:
    """Show the settings and change them."""
    form = SettingsForm(data=in_force())
    if request.method == "POST" and form.fill(request.form):
        site.change_settings(form.data, by=actor())
        say("已保存站点设置，网站上马上显示新的内容。")
        return redirect(PLACE, 303)
    status = 422 if form.faults else 200
    return page("desk/settings.html", status, title="站点设置", form=form, groups=GROUPS)
