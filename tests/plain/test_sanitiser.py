"""The sanitiser on what editors really paste: what is kept, what is mended, what goes."""

import dataclasses

import pytest

from portal.errors import Refused
from portal.sanitiser import POLICY, CleanHtml, TooComplex, clean

IMAGE = '<img src="/media/0123456789abcdef/he-dao.jpg" alt="河道">'

KEPT_AS_IT_IS = [
    "<p>全市检察机关受理案件 1,286 件，同比下降 3.2%。</p>",
    "<h2>一、基本情况</h2>\n<h3>（一）办案</h3>\n<h4>1．刑事</h4>\n<p>正文。</p>",
    '<p><a href="https://www.12309.gov.cn/">12309 中国检察网</a></p>',
    '<p><a href="/guide/" title="怎样申诉">检务指南</a></p>',
    '<p><a href="mailto:office@example.com">来信</a>，<a href="tel:12309">12309</a></p>',
    '<p><a href="#main">回到正文</a></p>',
    '<ol start="3" type="a" reversed="">\n<li>三</li>\n<li>二</li>\n</ol>',
    "<ul>\n<li>甲<ul>\n<li>乙</li>\n</ul></li>\n</ul>",
    "<blockquote>\n<p>引文</p>\n</blockquote>",
    f"<figure>{IMAGE}<figcaption>巡河</figcaption></figure>",
    f'<figure class="narrow">{IMAGE}</figure>',
    '<p><img src="/media/0123456789abcdef/a.jpg" alt=""></p>',
    '<p><img src="/media/0123456789abcdef/a.jpg"></p>',
    '<p><img src="/media/0123456789abcdef/%E5%9B%BE.v2.jpg" alt="图"></p>',
    '<table class="numbers">\n<caption>预算</caption>\n<thead>\n<tr><th scope="col">项</th>'
    '<th scope="col" colspan="2">万元</th></tr>\n</thead>\n<tbody>\n<tr><th scope="row">支出</th>'
    '<td rowspan="2" class="align-right">12.5</td><td></td></tr>\n</tbody>\n</table>',
    '<p class="align-right">示例市人民检察院<br>2026年11月20日</p>',
    '<p class="indent-none align-center">第一章</p>',
    "<p>H<sub>2</sub>O，m<sup>2</sup>，<s>旧</s><u>新</u><code>x &lt; y &amp; z</code></p>",
    "<p><ruby>阚<rp>（</rp><rt>kàn</rt><rp>）</rp></ruby></p>",
    '<p><span lang="ug">تەپتىش</span><abbr title="无障碍">a11y</abbr><q>引</q><cite>典</cite></p>',
    '<p lang="en"><time datetime="2026-11-20T09:30+08:00">20 November</time></p>',
    "<pre>  第一行\n    第二行</pre>",
    "<p>上</p>\n<hr>\n<p>下</p>",
    "<p>“引号”《书名》——……〔2026〕3号　全角空格\xa0不断行空格</p>",
    '<p><a href="/search?q=1&amp;lt=2" title="&lt;b&gt; &quot;引&quot; \'单\'">查</a></p>',
]

MENDED = {
    "<ruby>某<rp>李大明</rp><rt>mǒu</rt><rp> ）</rp></ruby>": (
        "<p><ruby>某<rt>mǒu</rt><rp>）</rp></ruby></p>"
    ),
    "文字": "<p>文字</p>",
    "一<p>二</p>三": "<p>一</p>\n<p>二</p>\n<p>三</p>",
    "<div>一</div><div>二</div>": "<p>一</p>\n<p>二</p>",
    "<h1>题</h1><h5>五</h5><h6>六</h6>": "<h2>题</h2>\n<h4>五</h4>\n<h4>六</h4>",
    "<p><b>一</b><i>二</i></p>": "<p><strong>一</strong><em>二</em></p>",
    "<p><b>一<strong>二</strong></b></p>": "<p><strong>一二</strong></p>",
    "<b><p>一</p><p>二</p></b>": "<p><strong>一</strong></p>\n<p><strong>二</strong></p>",
    '<a href="/x"><h3>题</h3>文</a>': '<h3><a href="/x">题</a></h3>\n<p><a href="/x">文</a></p>',
    "<p>一<em></em><strong> </strong>二</p>": "<p>一 二</p>",
    "<p>&nbsp;</p><p><br></p><p></p><p>　<span> </span></p><h2></h2>": "",
    "<p>　　首行缩进<br></p>": "<p>首行缩进</p>",
    "<p>\n示例市\n人民检察院 OA\nsystem\n</p>": "<p>示例市人民检察院 OA system</p>",
    "<p>一\r\n二</p>": "<p>一二</p>",
    "<p>增强\n“四个意识”\n，said “yes”\n“no”</p>": "<p>增强“四个意识”，said “yes” “no”</p>",
    "<ul>一<li>二<ul><li>三</ul></ul>": "<ul>\n<li>一</li>\n<li>二<ul>\n<li>三</li>\n</ul></li>\n</ul>",
    "<ul><li>一</li><ol><li>二</li></ol></ul>": "<ul>\n<li>一<ol>\n<li>二</li>\n</ol></li>\n</ul>",
    "<li>一<li>二": "<p>一</p>\n<p>二</p>",
    "<ul><li></li></ul><table></table><blockquote></blockquote><figure></figure>": "",
    "<h2><div>一</div><div>二</div></h2>": "<h2>一<br>二</h2>",
    "<table><tr><td>一<caption>表": "<table>\n<caption>表</caption>\n<tbody>\n<tr><td>一</td></tr>\n"
    "</tbody>\n</table>",
    "<table><caption>只有标题</caption></table>": "<p>只有标题</p>",
    "<figure><figcaption>只有说明</figcaption></figure>": "<p>只有说明</p>",
    "<p align=RIGHT>右</p><p class=x style='text-align: center'>中</p>": '<p class="align-right">右'
    '</p>\n<p class="align-center">中</p>',
    '<div align="right">落款</div>': '<p class="align-right">落款</p>',
    "<p><del>旧</del><ins>新</ins></p>": "<p><s>旧</s>新</p>",
    '<p><a href=" HTTPS://a.example/b c ">x</a></p>': '<p><a href="https://a.example/b%20c">x</a></p>',
    "<pre>\n\n\n一</pre>": "<pre>一</pre>",
    "<p><span>一</span><time>二</time><abbr>三</abbr></p>": "<p>一二<abbr>三</abbr></p>",
}


@pytest.mark.parametrize("html", KEPT_AS_IT_IS)
def test_keeps_what_an_article_may_hold(html: str) -> None:
    assert clean(html) == html


@pytest.mark.parametrize("html", MENDED)
def test_mends_what_an_article_may_not_hold(html: str) -> None:
    assert clean(html) == MENDED[html]


def test_nothing_in_nothing_out() -> None:
    assert clean("") == clean(" \n　") == clean("<!-- x --><p> </p>") == ""


def test_keeps_the_number_that_word_wrote_before_a_list_item() -> None:
    pasted = (
        "<p class=MsoListParagraph style='margin-left:24.0pt;mso-list:l0 level1 lfo1'>"
        "<![if !supportLists]><span lang=EN-US><span style='mso-list:Ignore'>二、</span></span>"
        "<![endif]><span style='font-family:仿宋_GB2312'>工作情况</span><o:p></o:p></p>"
    )

    assert clean(pasted) == "<p>二、工作情况</p>"


def test_drops_languages_that_only_word_believes_in() -> None:
    pasted = (
        "<p><span lang=EN-US>2026</span>年<span lang=ZH-CN>检察</span>"
        "<span lang=EN-US>工作</span><span lang=EN-GB>white paper</span></p>"
    )

    assert clean(pasted) == '<p>2026年检察工作<span lang="EN-GB">white paper</span></p>'


def test_only_the_sanitiser_makes_clean_html() -> None:
    body = clean("<p>正文</p>")

    assert isinstance(body, CleanHtml)
    assert isinstance(CleanHtml.restored("<p>库里的正文</p>"), CleanHtml)
    with pytest.raises(TypeError):
        CleanHtml("<script>")


def test_what_is_made_from_clean_html_is_not_clean_by_type() -> None:
    body = clean("<p>正文</p>")

    derived = [body + "<script>", body[:2], body.replace("p", "script"), body.upper(), f"{body}"]

    assert [type(text) for text in derived] == [str] * len(derived)


def test_the_policy_cannot_be_changed() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        POLICY.dropped = frozenset()  # type: ignore[misc]
    for mapping in (POLICY.attributes, POLICY.classes, POLICY.required, POLICY.renamed):
        with pytest.raises(TypeError):
            mapping["p"] = "x"  # type: ignore[index]


def test_the_policy_does_not_contradict_itself() -> None:
    assert not POLICY.inline & POLICY.blocks
    assert not POLICY.elements & (POLICY.dropped | POLICY.divisions | set(POLICY.renamed))
    assert set(POLICY.renamed.values()) <= POLICY.elements
    assert {*POLICY.attributes} - {"*"} <= POLICY.elements
    assert {*POLICY.classes} <= POLICY.elements
    for element, attribute in POLICY.required.items():
        assert attribute in POLICY.attributes.get(element, set()) | POLICY.attributes["*"]


def test_a_refusal_says_what_to_do() -> None:
    with pytest.raises(TooComplex) as too_long:
        clean("字" * 500_001)
    with pytest.raises(TooComplex) as too_deep:
        clean("<div>" * 101)

    assert isinstance(too_long.value, ValueError)
    assert isinstance(too_long.value, Refused)
    assert "图片请先上传" in too_long.value.sentence
    assert "纯文本" in too_deep.value.sentence
