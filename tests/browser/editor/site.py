"""A small site with nothing but the rich editor, under the desk's content security policy."""

import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from flask import Flask, Response, render_template_string, request
from werkzeug.serving import make_server

from portal.sanitiser import clean
from portal.web.desk.editor_config import editor_config
from tests.servers import free_port

STATIC = Path(__file__).parents[3] / "static"
ENGINE = (
    "vendor/hugerte-1.0.14/hugerte.min.js",
    "vendor/hugerte-1.0.14/models/dom/model.min.js",
    "vendor/hugerte-1.0.14/plugins/lists/plugin.min.js",
)
PARTS = (
    "media_pick",
    "editor_parts",
    "editor_names",
    "editor_toolbar",
    "editor_formats",
    "editor_dialog",
    "editor_link",
    "editor_picture",
    "editor_table",
    "editor_table_keys",
    "editor_language",
    "editor_outline",
    "editor_help",
    "editor_paste",
    "editor_mending",
    "editor",
)
SCRIPTS = ("vendor/htmx-2.0.11/htmx.min.js", *(f"js/desk/{name}.js" for name in PARTS))
STYLES = (
    "css/tokens.css",
    "css/base.css",
    "css/components.css",
    "css/public/article.css",
    "css/desk/editor.css",
    "css/desk/editor_content.css",
)
# The engine measures where the caret is with an element of this one style: display: inline-block;
POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "style-src-attr 'unsafe-hashes' 'sha256-BSTKIYoPCaklkJ9YS/ZVYuKW8e+DG8jZJCXznBzHjgg='",
        "img-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
PIXEL = bytes.fromhex(
    "47494638396101000100800000000000ffffff21f90400000000002c00000000010001000002024401003b"
)

FORM = """
<form id="article" method="post" action="/save">
<p><label for="headline">标题</label> <input id="headline" name="headline"></p>
<div class="editor" data-behaviour="editor" data-editor='{{ config|forceescape }}'
 data-pick="/pick" data-paste="/paste">
<label for="body_text" id="body_label">正文</label>
<textarea id="body_text" name="body_text" aria-describedby="body_hint{{ ' body_error' if error }}"
{%- if error %} aria-invalid="true"{% endif %}>{{ text }}</textarea>
<textarea id="body_html" name="body_html" hidden disabled>{{ html }}</textarea>
<textarea name="body_base" hidden>a</textarea>
</div>
<p id="body_hint">空一行就是新的一段。</p>
{% if error %}<p id="body_error">{{ error }}</p>{% endif %}
<p><button data-hx-post="/form?error=1" data-hx-target="#article" data-hx-swap="outerHTML">换</button>
<button id="save">保存</button></p>
</form>
"""
PAGE = """<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>写文章</title>
<meta name="viewport" content="width=device-width"><meta name="csrf-token" content="token">
<meta name="htmx-config" content='{"includeIndicatorStyles": false, "allowEval": false}'>
{% for name in styles %}<link rel="stylesheet" href="/static/{{ name }}">{% endfor %}
{% for name in scripts %}<script src="/static/{{ name }}" defer></script>{% endfor %}
</head><body><p id="status" role="status"></p><main><h1>写文章</h1>
{% if error %}<p><a href="#body_text">正文：{{ error }}</a></p>{% endif %}
FORM</main></body></html>""".replace("FORM", FORM)
PICK = """<form class="pick" action="/pick" method="get">
<p><label for="pick-q">找图片</label> <input id="pick-q" name="q" value="{{ q }}"> <button>找</button></p>
<fieldset><legend>选择一张图片</legend>
{% for number, name, alt, width in pictures %}
<p><input type="radio" id="pick-{{ number }}" name="media" value="{{ number }}"
 data-url="/media/{{ number }}/a.jpg" data-alt="{{ alt }}" data-width="{{ width }}"
 data-decorative="{{ 'true' if number == 9 else 'false' }}">
<label for="pick-{{ number }}"><img src="/media/{{ number }}/s.jpg" alt="" width="60" height="40">
{{ name }}</label></p>
{% endfor %}</fieldset><p><a href="/pick?page=2">下一页</a></p></form>"""
PICTURES = [
    (7, "开放日", "检察官向学生讲解法律知识", 1600),
    (8, "徽标", "", 200),
    (9, "花边", "", 900),
]


class EditorSite(Flask):
    """The site, with what it was sent."""

    def __init__(self) -> None:
        super().__init__(__name__, static_folder=None)
        self.html = ""
        self.is_refusing = False
        self.saved: list[dict[str, str]] = []
        self.pasted: list[str] = []
        self.add_url_rule("/", view_func=lambda: self.form(PAGE), endpoint="page")
        self.add_url_rule(
            "/form", view_func=lambda: self.form(FORM), endpoint="f", methods=["POST"]
        )
        self.add_url_rule("/save", view_func=self.save, methods=["POST"])
        self.add_url_rule("/paste", view_func=self.paste, methods=["POST"])
        self.add_url_rule("/pick", view_func=pick)
        self.add_url_rule("/engine.js", view_func=engine)
        self.add_url_rule("/static/<path:name>", view_func=static_file)
        self.add_url_rule("/media/<path:name>", view_func=picture)
        self.add_url_rule("/favicon.ico", view_func=picture, endpoint="icon")
        self.after_request(protected)

    def form(self, template: str) -> str:
        return render_template_string(
            template,
            config=editor_config("/engine.js"),
            html=self.html,
            text="原来的正文",
            error=request.args.get("error") and "正文不能为空",
            styles=STYLES,
            scripts=SCRIPTS,
        )

    def save(self) -> str:
        self.saved.append(request.form.to_dict())
        return "<!doctype html><html lang=zh><title>好</title><p id=saved>已保存"

    def paste(self) -> str | Response:
        assert request.headers["X-CSRFToken"] == "token"
        self.pasted.append(request.form["html"])
        if self.is_refusing:
            return Response("粘贴的内容太长。", 422, content_type="text/plain; charset=utf-8")
        return clean(request.form["html"])


def pick() -> str:
    words = request.args.get("q", "")
    pictures = PICTURES[1:] if words or request.args.get("page") else PICTURES
    return render_template_string(PICK, pictures=pictures, q=words)


def engine() -> Response:
    text = "\n".join((STATIC / name).read_text("utf-8") for name in ENGINE)
    return Response(text, content_type="text/javascript; charset=utf-8")


def static_file(name: str) -> Response:
    kind = {"css": "text/css", "js": "text/javascript", "svg": "image/svg+xml"}
    content = (STATIC / name).read_bytes()
    return Response(content, content_type=f"{kind[name.rsplit('.')[-1]]}; charset=utf-8")


def picture(name: str = "") -> Response:
    return Response(PIXEL, content_type="image/gif")


def protected(response: Response) -> Response:
    response.headers["Content-Security-Policy"] = POLICY
    return response


@contextmanager
def running(site: Flask) -> Iterator[str]:
    """The address of the site, served by a thread."""
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    server = make_server("127.0.0.1", free_port(), site, threaded=True)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
