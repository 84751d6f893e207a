"""Forms of the media library."""

from wtforms import BooleanField, FileField, StringField

from portal.alternatives import LONGEST
from portal.web.forms import Form, line, required


class _Needed:
    """Marks a field that must be filled in; the service says when and why it is not."""

    field_flags = {"required": True}

    def __call__(self, form: Form, field: object) -> None:
        """Leave the decision to the service."""


class MediaForm(Form):
    """What a file is called, and a picture's words."""

    label = StringField(
        "名称",
        [required("请写名称，方便以后找到这个文件。")],
        [line],
        render_kw={"autocomplete": "off"},
    )
    alt = StringField(
        "替代文字",
        [_Needed()],
        [line],
        render_kw={"required": False, "maxlength": str(LONGEST), "autocomplete": "off"},
    )
    decorative = BooleanField("装饰图片：没有内容，不需要替代文字")


class ReplaceForm(Form):
    """The newer file."""

    file = FileField("新文件", [_Needed()])
