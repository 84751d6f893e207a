"""The form of an article: made from its kind, filled from what was typed, read as a content.

Whatever a window holds is a list of (name, value) pairs: what the browser posts, what a draft
keeps, and what a revision is turned into. `form_of` shows pairs, `content_of` reads them.
"""

import re
from collections.abc import Sequence
from typing import Any

from werkzeug.datastructures import MultiDict
from wtforms import StringField, TextAreaField
from wtforms.widgets import DateInput, DateTimeLocalInput, NumberInput, TextInput

from portal import plain_body
from portal.errors import Refused
from portal.kinds.base import Field, Kind
from portal.queries import library
from portal.sanitiser import clean
from portal.services.content import Content
from portal.times import local
from portal.web.desk import media_rows
from portal.web.desk.moments import moment
from portal.web.forms import Form, at_most, line

Pairs = Sequence[tuple[str, str]]
DETAIL = "detail_"
"""Before the key of a kind's own field, so that none is taken for a field of every article."""
LONGEST_TEXT = 100_000
"""Characters of a kind's own long text."""
_LINES = ("title", "subtitle", "author", "source", "summary")


class Picker:
    """A control of the browser's own for a value that it can show, and a text box for any other.

    What an old browser without such controls let somebody type stays to be seen and mended.
    """

    def __init__(self, widget: Any, form: str) -> None:
        self._widget, self._form = widget, re.compile(form, re.ASCII)

    def __call__(self, field: Any, **attributes: Any) -> Any:
        fits = self._form.fullmatch(field.data or "")
        return (self._widget if fits else TextInput())(field, **attributes)


MOMENT = Picker(DateTimeLocalInput(), r"(\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?)?")
_WIDGETS = {
    "date": Picker(DateInput(), r"(\d{4}-\d\d-\d\d)?"),
    "number": Picker(NumberInput(), r"\d{0,9}"),
}


class Unready(Refused):
    """Fields of the form cannot be saved; each says by itself what is wrong."""


class ArticleForm(Form):
    """What every article has; the fields of its kind are added by `form_of`."""

    title = StringField("标题", [at_most(200, "标题")], [line], id="headline")
    subtitle = StringField("副标题", [at_most(200, "副标题")], [line])
    body_text = TextAreaField("正文")
    summary = TextAreaField("摘要", [at_most(500, "摘要")])
    keywords = StringField("关键词", [at_most(200, "关键词")], [line])
    source = StringField("新闻来源", [at_most(60, "新闻来源")], [line])
    author = StringField("作者", [at_most(60, "作者")], [line])
    publish_at = StringField("希望的发布时间", widget=MOMENT)
    expires_at = StringField("过期时间", widget=MOMENT)
    elsewhere: Sequence[tuple[str, str]] = ()
    """What is wrong with parts of the page that are no fields of this form: (id, sentence)."""

    @property
    def faults(self) -> list[tuple[str, str]]:
        """Everything wrong, in the order of the form."""
        return [*super().faults, *self.elsewhere]


def form_of(kind: Kind, pairs: Pairs) -> ArticleForm:
    """The form for a kind, showing what these pairs hold."""
    own = {DETAIL + field.key: _control(field) for field in kind.fields}
    made = type("KindForm", (ArticleForm,), own)
    form: ArticleForm = made()
    form.process(MultiDict(pairs))
    return form


def _control(field: Field) -> Any:
    if field.form == "text":
        return TextAreaField(field.label, [at_most(LONGEST_TEXT, field.label)])
    widget = _WIDGETS.get(field.form)
    return StringField(field.label, [at_most(200, field.label)], [line], widget=widget)


def pairs_of(content: Content) -> list[tuple[str, str]]:
    """A content as the form would post it."""
    pairs = [(name, str(getattr(content, name))) for name in _LINES]
    pairs += [("keywords", "，".join(content.keywords)), ("body_html", content.body)]
    pairs += [(DETAIL + key, str(value)) for key, value in content.details.items()]
    times = {"publish_at": content.publish_at, "expires_at": content.expires_at}
    pairs += [(name, local(at)) for name, at in times.items() if at]
    return [*pairs, *media_rows.pairs_of(content.media)]


def body_of(pairs: Pairs, base: str) -> str:
    """The body that the pairs hold, as clean HTML; `base` is what a plain text was made from."""
    values = MultiDict(pairs)
    if "body_html" in values:
        return clean(values["body_html"])
    try:
        return clean(plain_body.to_html(values.get("body_text", ""), base, library.picture_address))
    except Refused as error:
        raise Refused(error.sentence, "body_text") from error


def content_of(kind: Kind, pairs: Pairs, base: str) -> Content:
    """What the pairs say; raises Refused, with the field, for what cannot be understood."""
    values = MultiDict(pairs)
    words = values.get("keywords", "").replace("，", ",").replace("、", ",").replace(";", ",")
    return Content(
        **{name: line(values.get(name)) for name in _LINES},
        keywords=[word.strip() for word in words.split(",") if word.strip()],
        body=body_of(pairs, base),
        details={f.key: values.get(DETAIL + f.key, "") for f in kind.fields},
        media=media_rows.uses(kind, pairs),
        publish_at=moment(values.get("publish_at", ""), "发布时间", "publish_at"),
        expires_at=moment(values.get("expires_at", ""), "过期时间", "expires_at"),
    )
