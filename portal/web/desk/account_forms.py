"""Forms of accounts: choosing and proving a password, the second step, a person's facts."""

from wtforms import BooleanField, PasswordField, SelectMultipleField, StringField
from wtforms.validators import EqualTo
from wtforms.widgets import CheckboxInput, ListWidget

from portal.roles import DUTIES, NAMES
from portal.web.desk.choices import choices
from portal.web.forms import Form, at_most, line, required


class ChoosePassword(Form):
    """A new password, twice; the rules are those of the service."""

    password = PasswordField(
        "新密码", [required("请输入新密码。")], render_kw={"autocomplete": "new-password"}
    )
    password_again = PasswordField(
        "再输入一次新密码",
        [
            required("请再输入一次新密码。"),
            EqualTo("password", "两次输入的密码不一样，请重新输入。"),
        ],
        render_kw={"autocomplete": "new-password"},
    )


class ProvePassword(Form):
    """The password that is in force."""

    password_now = PasswordField(
        "现在的密码",
        [required("请输入现在的密码。")],
        render_kw={"autocomplete": "current-password"},
    )


class ChangePassword(ProvePassword, ChoosePassword):
    """The old password, and the new one twice."""


class CodeForm(Form):
    """A code of the second step."""

    code = StringField(
        "验证码",
        [required("请输入验证码。")],
        render_kw={"autocomplete": "one-time-code", "spellcheck": "false"},
    )


class PersonForm(Form):
    """What an administrator says of a person."""

    display = StringField("姓名", [required("请填写姓名。"), at_most(40, "姓名")], [line])
    name = StringField(
        "登录名",
        [required("请填写登录名。"), at_most(40, "登录名")],
        [line],
        render_kw={"autocomplete": "off", "autocapitalize": "none", "spellcheck": "false"},
    )
    roles = SelectMultipleField(
        "角色",
        [required("请至少选一个角色。")],
        choices=choices((role, f"{NAMES[role]}：{DUTIES[role]}") for role in NAMES),
        widget=ListWidget(),
        option_widget=CheckboxInput(),
    )


class ChangePerson(PersonForm):
    """The same, and whether the person may sign in."""

    active = BooleanField("可以登录")
