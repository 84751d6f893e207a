"""Word files: title, text, tables, pictures and notes, and nothing that Word does not show."""

import re
from io import BytesIO

import pytest
from PIL import Image

from portal.errors import Refused
from portal.sanitiser import clean
from portal.word_import import Limits, WordDocument, read_document
from tests.word import (
    cell,
    definition,
    docx,
    image,
    level,
    num,
    numbered,
    p,
    picture,
    r,
    relationships,
    row,
    style,
    styled,
    table,
    unzipped,
    zipped,
)

BODY = "这一段是正文，它的长度超过二十个字，所以不会被当作标题。"
CENTRED = '<w:jc w:val="center"/>'
RIGHT = '<w:jc w:val="right"/>'
INDENTED = '<w:ind w:firstLine="640"/>'
FIRST_ROW = '<w:tblLook w:val="04A0" w:firstRow="1"/>'


def read(*blocks: str, **parts: str) -> WordDocument:
    return read_document(docx(*blocks, **parts))


def body(*blocks: str, **parts: str) -> str:
    """The HTML behind a first paragraph of plain text, which is no title."""
    html = read(p(BODY), *blocks, **parts).body
    assert html.startswith(f"<p>{BODY}</p>")
    return html.removeprefix(f"<p>{BODY}</p>")


def large(text: str, half_points: int) -> str:
    return r(text, f'<w:sz w:val="{half_points}"/>')


def with_picture(*blocks: str, name: str = "image1.png", data: bytes = b"") -> WordDocument:
    return read_document(
        docx(
            p(BODY),
            *blocks,
            links={"rId9": ("image", f"media/{name}", False)},
            files={f"word/media/{name}": data or image()},
        )
    )


def test_an_official_document() -> None:
    document = read(
        p(settings=CENTRED, content=large("示例市人民检察院文件", 72)),
        p("示检发〔2024〕3号", CENTRED),
        p(settings=CENTRED, content=large("示例市人民检察院", 44)),
        p(settings=CENTRED, content=large("关于开展案件评查的通知", 44)),
        p("各县（区）人民检察院："),
        p(BODY, INDENTED),
        p(BODY, INDENTED),
        p("示例市人民检察院", f'{RIGHT}<w:ind w:right="640"/>'),
        p("2024年3月1日", RIGHT),
    )
    assert document.title == "示例市人民检察院关于开展案件评查的通知"
    assert document.body == (
        '<p class="align-center">示例市人民检察院文件</p>'
        '<p class="align-center">示检发〔2024〕3号</p>'
        '<p class="indent-none">各县（区）人民检察院：</p>'
        f"<p>{BODY}</p><p>{BODY}</p>"
        '<p class="align-right">示例市人民检察院</p><p class="align-right">2024年3月1日</p>'
    )
    assert document.notices == ()


def test_a_title_by_its_style() -> None:
    for name in ("Title", "title", "标题"):
        document = read(p("附件"), styled("示例标题", "a5"), p(BODY), styles=style("a5", name))
        assert (document.title, document.body) == ("示例标题", f"<p>附件</p><p>{BODY}</p>")


def test_a_title_by_a_style_based_on_it() -> None:
    styles = style("a5", "Title") + style("a6", "本院标题", base="a5")
    assert read(styled("示例标题", "a6"), p(BODY), styles=styles).title == "示例标题"


def test_a_first_heading_is_the_title_and_the_others_move_up() -> None:
    styles = "".join(style(str(n + 1), f"heading {n}") for n in range(1, 6))
    document = read(
        styled("示例标题", "2"),
        *(styled(f"第{n}级", str(n)) for n in (3, 5, 6)),
        styles=styles,
    )
    assert document.title == "示例标题"
    assert document.body == "<h2>第3级</h2><h3>第5级</h3><h4>第6级</h4>"


@pytest.mark.parametrize(
    "line",
    [
        "示检发〔2024〕3号",
        "目\u3000录",
        "示例市人民检察院文件",
        "（征求意见稿）",
        "——以某案为例",
        "2024年3月1日",
    ],
)
def test_lines_that_are_no_title(line: str) -> None:
    document = read(p(line, CENTRED), p(BODY))
    assert (document.title, document.body.count("align-center")) == ("", 1)


def test_a_numbered_heading_is_no_title() -> None:
    numbering = definition(0, level(0, "chineseCounting", "%1、")) + num(1, 0)
    of_list = '<w:numPr><w:numId w:val="1"/></w:numPr>'
    styles = style("1", "heading 1", p_settings=of_list)
    document = read(styled("提高认识", "1"), p(BODY), numbering=numbering, styles=styles)
    assert (document.title, document.body) == ("", f"<h2>一、提高认识</h2><p>{BODY}</p>")


def test_spaced_out_titles_are_closed_up() -> None:
    assert read(p("会 议\u3000纪 要", CENTRED), p(BODY)).title == "会议纪要"
    assert read(p("检察建议促治理 法治护航助发展", CENTRED), p(BODY)).title == (
        "检察建议促治理 法治护航助发展"
    )


@pytest.mark.parametrize(
    ("styles", "settings"),
    [
        (style("1", "heading 1"), '<w:pStyle w:val="1"/>'),
        (style("2", "标题 1"), '<w:pStyle w:val="2"/>'),
        (style("x", "小标题", p_settings='<w:outlineLvl w:val="0"/>'), '<w:pStyle w:val="x"/>'),
        ("", '<w:outlineLvl w:val="2"/>'),
    ],
)
def test_headings(styles: str, settings: str) -> None:
    line = p(settings=settings, content=r("工作情况", "<w:b/>"))
    assert body(line, styles=styles) == "<h2>工作情况</h2>"


def test_whole_paragraphs_of_a_heading_style_stay_text() -> None:
    assert body(p("长" * 101, '<w:outlineLvl w:val="0"/>')) == f"<p>{'长' * 101}</p>"
    assert body(p("文", '<w:outlineLvl w:val="9"/>')) == "<p>文</p>"


def test_looks_of_text() -> None:
    content = (
        r("粗", "<w:b/>") + r("粗", '<w:b w:val="1"/>') + r("不粗", '<w:b w:val="0"/>')
        + r("斜", "<w:i/>") + r("下", '<w:vertAlign w:val="subscript"/>')
        + r("线", '<w:u w:val="single"/>') + r("删", "<w:strike/>") + r("体", '<w:rStyle w:val="s"/>')
    )  # fmt: skip
    styles = style("s", r_settings="<w:b/>", kind="character")
    assert body(p(content=content), styles=styles) == (
        "<p><strong>粗粗</strong>不粗<em>斜</em><sub>下</sub><u>线</u><s>删</s><strong>体</strong></p>"
    )


def test_spaces_breaks_and_lines_to_write_on() -> None:
    content = (
        "<w:r><w:tab/></w:r>" + r("\u3000\u3000甲") + "<w:r><w:br/></w:r>" + r("乙")
        + '<w:r><w:br w:type="page"/><w:cr/></w:r>' + r("丙") + r("      ", '<w:u w:val="single"/>')
    )  # fmt: skip
    assert body(p(content=content)) == "<p>甲<br />乙<br />丙<u>______</u></p>"


def test_lines_moved_to_the_right_by_spaces() -> None:
    assert (
        body(p("\u3000" * 12 + "示例市人民检察院")) == '<p class="align-right">示例市人民检察院</p>'
    )
    far = p("2024年3月1日", '<w:ind w:left="5000"/>')
    assert body(far) == '<p class="align-right">2024年3月1日</p>'


def test_ruby_symbols_and_formulas() -> None:
    ruby = (
        "<w:r><w:ruby><w:rubyPr/><w:rt><w:r><w:t>jiǎn</w:t></w:r></w:rt>"
        "<w:rubyBase><w:r><w:t>检</w:t></w:r></w:rubyBase></w:ruby></w:r>"
    )
    symbols = (
        '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:sym w:font="宋体" w:char="2605"/></w:r>'
    )
    lost = '<w:r><w:sym w:font="某字体" w:char="F0A7"/><w:sym w:font="宋体" w:char="zz"/></w:r>'
    formula = "<m:oMathPara><m:oMath><m:r><m:t>x+1</m:t></m:r></m:oMath></m:oMathPara>"
    document = read(p(BODY), p(content=ruby + r("察") + symbols + lost + formula))
    assert document.body.endswith("<p><ruby>检<rt>jiǎn</rt></ruby>察🗹★x+1</p>")
    assert document.notices == (
        "文档里有 1 个公式，只导入了其中的文字，请核对。",
        "文档里有 2 个特殊符号无法识别，没有导入，请核对。",
    )


def test_links_to_the_web_stay_and_links_into_the_document_go() -> None:
    content = (
        f'<w:hyperlink r:id="rId5">{r("最高检")}</w:hyperlink>'
        f'<w:hyperlink w:anchor="x">{r("第二章")}</w:hyperlink>'
        f'<w:hyperlink r:id="rId6">{r("本地")}</w:hyperlink>'
        '<w:bookmarkStart w:id="0" w:name="x"/><w:bookmarkEnd w:id="0"/>'
    )
    links = {
        "rId5": ("hyperlink", "https://www.example.gov.cn/?a=1&b=2", True),
        "rId6": ("hyperlink", "file:///C:/秘密.docx", True),
    }
    document = read_document(docx(p(BODY), p(content=content), links=links))
    link = '<a href="https://www.example.gov.cn/?a=1&amp;b=2">最高检</a>'
    assert document.body.endswith(f"<p>{link}第二章本地</p>")


def field(instruction: str, result: str) -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f"<w:r><w:instrText>{instruction}</w:instrText></w:r>"
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{result}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def test_fields_show_their_results() -> None:
    link = field(' HYPERLINK "https://example.gov.cn/" ', r("网站"))
    nested = field(f"IF {field('PAGE', r('隐'))}", r("显"))
    simple = f'<w:fldSimple w:instr="DATE">{r("三月")}</w:fldSimple>'
    unclosed = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>' + r("后文")
    stray = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    html = body(p(content=link + nested + simple + stray), p(content=unclosed))
    assert html == '<p><a href="https://example.gov.cn/">网站</a>显三月</p><p>后文</p>'


def test_tables_of_contents_are_left_out() -> None:
    by_field = p(content=field('TOC \\o "1-3"', r("第一章……1")))
    by_control = (
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>'
        f"</w:sdtPr><w:sdtContent>{p('第一章……1')}</w:sdtContent></w:sdt>"
    )
    by_style = styled("第一章……1", "T")
    document = read(p(BODY), by_field, by_control, by_style, p("后"), styles=style("T", "toc 1"))
    assert document.body == f"<p>{BODY}</p><p>后</p>"
    assert document.notices == ("文档里的目录没有导入（网页上不需要页码目录）。",)


def test_content_controls_keep_their_content_but_not_their_prompts() -> None:
    filled = f"<w:sdt><w:sdtPr/><w:sdtContent>{r('已填')}</w:sdtContent></w:sdt>"
    prompt = (
        "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr>"
        f"<w:sdtContent>{r('单击此处输入')}</w:sdtContent></w:sdt>"
    )
    assert body(p(content=filled + prompt)) == "<p>已填</p>"


SECRETS = {
    "run": p(content=r("见") + r("密", "<w:vanish/>")),
    "style of characters": p(content=r("见") + r("密", '<w:rStyle w:val="h"/>')),
    "style of paragraphs": styled("密", "hp") + p("见"),
    "deleted": p(content=r("见") + "<w:del><w:r><w:delText>密</w:delText></w:r></w:del>"),
    "deleted as text": p(content=r("见") + f"<w:del>{r('密')}</w:del>"),
    "moved": p(content=r("见") + f"<w:moveFrom>{r('密')}</w:moveFrom>"),
    "deleted row": table(row("见", "见"), row("密", "密", settings="<w:del/>")),
    "hidden row": table(row("见", "见"), row("密", "密", settings="<w:hidden/>")),
    "deleted cell": table(row("见", cell("密", "<w:cellDel/>"))),
    "merged away": table(
        row(cell("见", '<w:vMerge w:val="restart"/>')), row(cell("密", "<w:vMerge/>"))
    ),
    "former settings": p(
        "见", f'<w:pPrChange><w:pPr><w:pStyle w:val="密"/></w:pPr></w:pPrChange>{p("密")}'
    ),
    "instruction": p(content=r("见") + field(r("密") + "QUOTE", r("见"))),
    "comment": p(content=r("见") + '<w:r><w:commentReference w:id="0"/></w:r>'),
    "unknown": p(content=r("见") + f"<w:x>{r('密')}</w:x><w:r><w:y><w:t>密</w:t></w:y></w:r>"),
    "ruby": p(
        content=r("见")
        + "<w:r><w:rPr><w:vanish/></w:rPr><w:ruby><w:rt><w:r><w:t>密</w:t></w:r></w:rt>"
        "<w:rubyBase><w:r><w:t>密</w:t></w:r></w:rubyBase></w:ruby></w:r>"
    ),
    "note in hidden text": p(
        content=r("见")
        + '<w:r><w:rPr><w:vanish/></w:rPr><w:footnoteReference w:id="7"/></w:r>'
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", SECRETS)
def test_what_word_does_not_show_never_comes_out(name: str) -> None:
    styles = style("h", r_settings="<w:vanish/>", kind="character")
    styles += style("hp", r_settings="<w:vanish/>")
    comment = f'<w:comment w:id="0">{p("密")}</w:comment>'
    document = read_document(
        docx(
            p(BODY),
            SECRETS[name],
            styles=styles,
            comments=comment,
            footnotes=f'<w:footnote w:id="7">{p("密")}</w:footnote>' if "note" in name else "",
        )
    )
    assert "密" not in str(document)
    assert "见" in document.body


def test_hidden_by_the_default_and_shown_again() -> None:
    defaults = (
        "<w:docDefaults><w:rPrDefault><w:rPr><w:vanish/></w:rPr></w:rPrDefault></w:docDefaults>"
    )
    shown = p(content=r("见", '<w:vanish w:val="0"/>') + r("密"))
    assert read(shown, styles=defaults).body == "<p>见</p>"


def test_changes_are_accepted() -> None:
    inserted = f"<w:ins>{r('新')}</w:ins><w:moveTo>{r('来')}</w:moveTo>"
    joined = p("前", mark="<w:del/>") + p("中", mark="<w:del/>") + p("后", RIGHT)
    document = read(p(BODY), p(content=inserted), joined)
    assert document.body == f'<p>{BODY}</p><p>新来</p><p class="align-right">前中后</p>'
    assert document.notices == (
        "文档里有 4 处修订：已按“接受全部修订”导入，被删除的文字没有导入。",
    )


def test_a_heading_with_a_hidden_end_runs_into_its_paragraph() -> None:
    numbering = definition(0, level(0)) + num(1, 0)
    head = p(
        "小标题。",
        '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>',
        mark="<w:vanish/><w:specVanish/>",
    )
    assert body(head, p("正文。"), numbering=numbering) == "<p>1.小标题。正文。</p>"


def test_text_boxes_follow_their_paragraph_once() -> None:
    box = f"<w:txbxContent>{p('框内')}</w:txbxContent>"
    content = (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor>'
        f"{box}</wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape>"
        f"<v:textbox>{box}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    document = read(p(BODY), p(content=r("框外") + content), p("后"))
    assert document.body == f"<p>{BODY}</p><p>框外</p><p>框内</p><p>后</p>"
    assert document.notices == ("文档里有 1 个文本框：其中的文字放在了所在段落之后，请核对位置。",)


def test_a_table_with_a_header_row() -> None:
    rows = row("姓名", "职务"), row("张某", cell("12", content=p("12", RIGHT)))
    assert body(table(*rows, settings=FIRST_ROW)) == (
        "<table><thead><tr><th>姓名</th><th>职务</th></tr></thead><tbody><tr><td>张某</td>"
        '<td><p class="align-right">12</p></td></tr></tbody></table>'
    )


@pytest.mark.parametrize(
    ("rows", "settings", "headers"),
    [
        ((row("甲", "乙", settings="<w:tblHeader/>"), row("丙", "丁")), "", 1),
        ((row("甲", "乙"), row("丙", "丁")), '<w:tblLook w:val="0020"/>', 1),
        ((row("甲", "乙"), row("丙", "丁")), '<w:tblLook w:val="0000"/>', 0),
        ((row("甲", "乙"), row("丙", "丁")), "", 0),
        ((row("", "乙"), row("丙", "丁")), FIRST_ROW, 1),
        ((row("甲", ""), row("丙", "丁")), FIRST_ROW, 0),
        ((row("甲" * 41, "乙"), row("丙", "丁")), FIRST_ROW, 0),
        ((row("甲", "乙"),), FIRST_ROW, 0),
        ((row("甲"), row("乙")), FIRST_ROW, 0),
    ],
)  # fmt: skip
def test_which_rows_are_headers(rows: tuple[str, ...], settings: str, headers: int) -> None:
    document = read(p(BODY), table(*rows, settings=settings))
    assert document.body.count("<thead>") == headers
    is_open = not headers and len(rows) > 1 and rows[0].count("<w:tc>") > 1
    assert ("有 1 个表格没有表头行，请在编辑器里指定表头。" in document.notices) is is_open


def test_headers_of_two_rows_stay_whole() -> None:
    upper = row(
        cell("单位", '<w:vMerge w:val="restart"/>'), cell("办案", '<w:gridSpan w:val="2"/>')
    )
    lower = row(cell("", "<w:vMerge/>"), "受理", "审结")
    html = body(table(upper, lower, row("某院", "3", "2"), settings=FIRST_ROW))
    assert html.startswith(
        '<table><thead><tr><th rowspan="2">单位</th><th colspan="2">办案</th></tr>'
        "<tr><th>受理</th><th>审结</th></tr></thead>"
    )


def test_gaps_and_old_merges() -> None:
    rows = (
        row("甲", "乙", "丙"),
        row("丁", settings='<w:gridBefore w:val="1"/><w:gridAfter w:val="1"/>'),
        row(cell("戊", '<w:hMerge w:val="restart"/>'), cell("", "<w:hMerge/>"), "己"),
    )
    assert body(table(*rows)).endswith(
        '<tr><td></td><td>丁</td><td></td></tr><tr><td colspan="2">戊</td><td>己</td></tr></table>'
    )


def test_cells_hold_paragraphs_lists_and_tables() -> None:
    numbering = definition(0, level(0, "bullet", "●")) + num(1, 0)
    inner = table(row("内"))
    rows = row(
        cell(content=p("一") + p("二", CENTRED)),
        cell(content=numbered("点", 1, 0)),
        cell(content=inner + p()),
    )
    assert body(table(rows), numbering=numbering) == (
        "<table><tr><td><p>一</p><p>二</p></td><td><ul><li>点</li></ul></td>"
        "<td><table><tr><td>内</td></tr></table></td></tr></table>"
    )


def test_pictures_are_put_aside_once() -> None:
    alt = "检察官在社区宣讲"
    document = with_picture(
        p(content=picture("rId9", alt)), p(content=picture("rId9", alt) + picture("rId9"))
    )
    tag, other = (f'<img alt="{text}" src="word:{at}" />' for at, text in ((0, alt), (1, "")))
    assert document.body.endswith(f"<p>{tag}</p><p>{tag}{other}</p>")
    assert [(each.name, each.alt) for each in document.pictures] == [
        ("image1.png", alt),
        ("image1.png", ""),
    ]
    assert {each.data for each in document.pictures} == {image()}
    assert document.notices == ("有 1 张图片没有替代文字，请在发布前补上。",)


@pytest.mark.parametrize(
    "alt",
    [
        "微信图片_20240301.jpg",
        "C:\\Users\\张\\桌面\\图",
        "图片 3",
        "人群\n\n描述已自动生成",
        "IMG_1.PNG",
    ],
)
def test_texts_that_nobody_wrote_are_no_alternative(alt: str) -> None:
    document = with_picture(p(content=picture("rId9", alt)))
    assert document.pictures[0].alt == ""


def test_decorative_pictures_are_not_missed() -> None:
    mark = '<a:extLst><a:ext><adec:decorative val="1"/></a:ext></a:extLst>'
    document = with_picture(p(content=picture("rId9", "花边", more=mark)))
    assert (document.pictures[0].alt, document.notices) == ("", ())


def test_hidden_pictures_stay_out() -> None:
    document = with_picture(p(content=picture("rId9", attributes='hidden="1"')))
    assert document.pictures == ()


def test_what_word_cuts_off_is_cut_off() -> None:
    crop = '<a:srcRect l="50000"/>'
    document = with_picture(p(content=picture("rId9", "半", crop)))
    cut = Image.open(BytesIO(document.pictures[0].data))
    assert cut.size == (30, 40)
    assert cut.convert("RGB").getcolors() == [(1200, (255, 255, 255))]


@pytest.mark.parametrize(
    ("form", "name"),
    [("JPEG", "p.jpg"), ("WEBP", "p.webp"), ("GIF", "p.png"), ("BMP", "p.png"), ("TIFF", "p.png")],
)
def test_pictures_of_other_types_become_png(form: str, name: str) -> None:
    document = with_picture(p(content=picture("rId9", "图")), name="p.dat", data=image(form))
    assert document.pictures[0].name == name
    assert Image.open(BytesIO(document.pictures[0].data)).size == (60, 40)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"\x01\0\0\0" + b"\0" * 36 + b" EMF" + b"\0" * 50, "网页不支持"),
        (b"\xd7\xcd\xc6\x9a" + b"\0" * 50, "网页不支持"),
        (b"no picture at all", "已损坏"),
        (image()[:20], "已损坏"),
    ],
)
def test_pictures_that_are_left_out(data: bytes, reason: str) -> None:
    document = with_picture(p(content=r("文") + picture("rId9")), data=data)
    assert document.pictures == () and "<img" not in document.body
    assert len(document.notices) == 1 and reason in document.notices[0]


def test_huge_and_surplus_pictures_are_left_out() -> None:
    limits = Limits(pixels=2_399, pictures=1)
    small, big = image(size=(10, 10)), image(size=(60, 40))
    targets = {f"r{n}": ("image", f"media/{n}.png", False) for n in range(3)}
    files = {f"word/media/{n}.png": data for n, data in enumerate((big, small, small))}
    blocks = [p(content=picture(key, "图")) for key in targets]
    document = read_document(docx(p(BODY), *blocks, links=targets, files=files), limits)
    assert [each.name for each in document.pictures] == ["1.png"]
    assert document.notices == (
        "文档里有 1 张图片像素过大，没有导入；请缩小到 5000 万像素以内再插入。",
        "文档里的图片太多，有 1 张没有导入。",
    )


@pytest.mark.parametrize("crop", ["", '<a:srcRect l="10000"/>'])
def test_many_pixels_together_are_left_out(crop: str) -> None:
    """Each picture is small enough; decoding all of them would hold up a worker for minutes."""
    limits = Limits(pixels=2_400, pixels_together=5_000)
    sizes = [(60, 40), (60, 40), (60, 40), (10, 20)]
    targets = {f"r{n}": ("image", f"media/{n}.png", False) for n in range(len(sizes))}
    files = {f"word/media/{n}.png": image(size=size) for n, size in enumerate(sizes)}
    blocks = [p(content=picture(key, "图", crop)) for key in targets]
    document = read_document(docx(p(BODY), *blocks, links=targets, files=files), limits)
    assert [each.name for each in document.pictures] == ["0.png", "1.png", "3.png"]
    assert document.notices == ("文档里的图片太多，有 1 张没有导入。",)


def test_old_pictures_charts_and_objects() -> None:
    old = '<w:r><w:pict><v:shape alt="旧图"><v:imagedata r:id="rId9"/></v:shape></w:pict></w:r>'
    chart = "<w:r><w:drawing><wp:inline><a:graphic><a:graphicData><c:chart/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"  # fmt: skip
    thing = '<w:r><w:object><v:shape><v:imagedata r:id="rId9"/></v:shape></w:object></w:r>'
    document = with_picture(p(content=old + chart + thing))
    assert [each.alt for each in document.pictures] == ["旧图", ""]
    assert document.notices == (
        "文档里有 1 个图表或图形，没有导入；需要时请另存为图片再插入。",
        "文档里有 1 个嵌入的对象（如表格文件），没有导入；需要时请作为附件上传。",
        "有 1 张图片没有替代文字，请在发布前补上。",
    )


def reference(key: int, kind: str = "footnote", more: str = "") -> str:
    return f'<w:r><w:{kind}Reference w:id="{key}"{more}/></w:r>'


def note(key: int, text: str, kind: str = "footnote") -> str:
    return f'<w:{kind} w:id="{key}">{p(content="<w:r><w:footnoteRef/></w:r>" + r(f" {text}"))}</w:{kind}>'


def test_notes_stand_behind_the_text() -> None:
    text = p(content=r("甲") + reference(2) + r("乙") + reference(1) + reference(3, "endnote"))
    html = body(
        text,
        p("后"),
        footnotes=note(1, "第一条") + note(2, "第二条") + note(4, "没有引用"),
        endnotes=note(3, "尾注", "endnote"),
    )
    assert html == (
        "<p>甲<sup>[1]</sup>乙<sup>[2][i]</sup></p><p>后</p>"
        '<p class="indent-none">[1] 第二条</p><p class="indent-none">[2] 第一条</p>'
        '<p class="indent-none">[i] 尾注</p>'
    )


def test_notes_are_numbered_as_word_numbers_them() -> None:
    section = '<w:sectPr><w:footnotePr><w:numFmt w:val="decimalEnclosedCircleChinese"/><w:numStart w:val="3"/></w:footnotePr></w:sectPr>'  # fmt: skip
    text = p(content=r("甲") + reference(1)) + section
    assert body(text, footnotes=note(1, "注文")) == (
        '<p>甲<sup>③</sup></p><p class="indent-none">③注文</p>'
    )


def test_notes_have_pictures_and_links_of_their_own() -> None:
    own = f'<w:footnote w:id="1">{p(content=picture("rId1", "注图"))}</w:footnote>'
    files = {
        "word/_rels/footnotes.xml.rels": relationships({"rId1": ("image", "media/n.png", False)}),
        "word/media/n.png": image(),
    }
    text = p(content=r(BODY) + reference(1))
    document = read_document(docx(text, footnotes=own, files=files))
    assert [each.alt for each in document.pictures] == ["注图"]


def test_everything_survives_the_sanitiser() -> None:
    styles = style("1", "heading 1")
    section = '<w:sectPr><w:footnotePr><w:numFmt w:val="decimalEnclosedCircle"/></w:footnotePr></w:sectPr>'
    document = read_document(
        docx(
            p(BODY, INDENTED),
            p("主送机关："),
            styled("工作情况", "1"),
            numbered("第一项", 1, 0),
            numbered("要点", 2, 0),
            numbered("小点", 2, 1),
            table(
                row(cell("单位", '<w:gridSpan w:val="2"/>'), "数"),
                row("甲", "乙", "3"),
                settings=FIRST_ROW,
            ),
            p(content=picture("rId9", "图") + reference(1)),
            p("示例市人民检察院", RIGHT),
            section,
            numbering=definition(0, level(0, "chineseCounting", "（%1）"))
            + definition(1, level(0, "bullet", "●"), level(1, "bullet", "●"))
            + num(1, 0)
            + num(2, 1),
            styles=styles,
            footnotes=note(1, "注"),
            links={"rId9": ("image", "media/image1.png", False)},
            files={"word/media/image1.png": image()},
        )
    )
    html = re.sub(r"word:(\d+)", r"/media/0123456789abcdef/\1.png", document.body)
    assert clean(html).replace("\n", "") == html.replace(" />", ">")


def test_a_strict_document() -> None:
    entries = unzipped(docx(p("示例标题", CENTRED), p(BODY)))
    usual = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    strict = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
    document = entries["word/document.xml"]
    assert isinstance(document, bytes) and usual in document
    entries["word/document.xml"] = document.replace(usual, strict)
    assert read_document(zipped(entries)).title == "示例标题"


def test_utf_16_is_read() -> None:
    entries = unzipped(docx(p("示例标题", CENTRED), p(BODY)))
    text = bytes(entries["word/document.xml"]).decode().replace("UTF-8", "UTF-16")  # type: ignore[arg-type]
    entries["word/document.xml"] = text.encode("utf-16")
    assert read_document(zipped(entries)).title == "示例标题"


def test_a_main_part_with_another_name() -> None:
    entries = unzipped(docx(p("示例标题", CENTRED), p(BODY)))
    entries["word/document2.xml"] = entries.pop("word/document.xml")
    entries["_rels/.rels"] = relationships({"x": ("officeDocument", "/word/document2.xml", False)})
    assert read_document(zipped(entries)).title == "示例标题"


def test_a_document_without_anything_is_refused() -> None:
    with pytest.raises(Refused, match="没有可以导入的文字"):
        read(p(), p(content=r("密", "<w:vanish/>")))


def test_foreign_parts_and_comments_are_named() -> None:
    content = r("文") + '<w:r><w:commentReference w:id="0"/></w:r>'
    document = read(p(BODY), p(content=content), '<w:altChunk r:id="x"/>')
    assert document.notices == (
        "文档里有 1 处批注，没有导入。",
        "文档里嵌有 1 个其他文件的内容，没有导入。",
    )


@pytest.mark.parametrize("prefix", ["ns0", "ns1", "word"])
def test_the_prefixes_of_names_do_not_matter(prefix: str) -> None:
    numbering = definition(0, level(0, "chineseCounting", "%1、")) + num(1, 0)
    data = docx(p("示例标题", CENTRED), p(BODY), numbered("第一项", 1, 0), numbering=numbering)
    entries = unzipped(data)
    text = bytes(entries["word/document.xml"]).decode()  # type: ignore[arg-type]
    for old in ("<w:", "</w:", " w:", "xmlns:w="):
        text = text.replace(
            old, old.replace("w", prefix) if old != "xmlns:w=" else f"xmlns:{prefix}="
        )
    assert "w:p" not in text
    entries["word/document.xml"] = text
    assert read_document(zipped(entries)) == read_document(data)


def test_hidden_runs_without_text_are_not_counted() -> None:
    document = read(p(BODY), p(content=r("见") + r("密", "<w:vanish/>") + r("", "<w:vanish/>")))
    assert document.notices == ("文档里有 1 处隐藏文字，没有导入。",)
