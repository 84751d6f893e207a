"""The sign-in page, and the answer to somebody who is not signed in: nothing typed is lost."""

from urllib.parse import urlencode

from flask import redirect, render_template
from htmx_flask import request
from werkzeug.wrappers import Response
from wtforms import PasswordField, StringField

from portal.web.desk.kept import Aim, interrupted
from portal.web.desk.pages import page
from portal.web.forms import Form, line, required
from portal.web.render import answer


class SignInForm(Form):
    """A name and a password."""

    name = StringField(
        "登录名",
        [required("请输入登录名。")],
        [line],
        render_kw={"autocomplete": "username", "autocapitalize": "none", "spellcheck": "false"},
    )
    password = PasswordField(
        "密码", [required("请输入密码。")], render_kw={"autocomplete": "current-password"}
    )


def sign_in_page(
    form: SignInForm, aim: Aim, status: int = 200, sentence: str = "", title: str = "登录"
) -> Response:
    """The page on which people sign in; it carries along where they were going."""
    return page("desk/sign_in.html", status, title=title, form=form, aim=aim, sentence=sentence)


def sign_in_first() -> Response:
    """A redirect for a page, the sign-in page itself for a POST, words with a link for htmx."""
    if request.htmx:
        return _in_words()
    aim = interrupted()
    if request.method in ("GET", "HEAD"):
        return redirect(f"/desk/sign-in?{urlencode({'next': aim.path})}", 303)
    kept = "重新登录后，您刚才填写的内容会带回来。"
    lost = "选好的文件没有传上来，登录后请回到刚才的页面重新选择。"
    sentence = f"登录已经过期。{lost if aim.pairs is None else kept}"
    return sign_in_page(SignInForm(), aim, 401, sentence, "请重新登录")


def _in_words() -> Response:
    response = answer(render_template("desk/_signed_out.html"), 401)
    response.headers["HX-Reswap"] = "none"
    return response
