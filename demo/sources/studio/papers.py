"""Two papers to attach: a form for Word and a printable guide, both readable by screen readers."""

from pathlib import Path

from playwright.sync_api import Page

from studio.word import paragraph, write

FORM_TITLE = "检察开放日报名表"
FORM_INTRO = "请填好下面的表格，在报名截止前交到示例市人民检察院检察服务大厅，或按通知里的办法提交。带“（必填）”的项目请填写，其余可以空着。"
FORM_ROWS = (
    ("项目", "请在这里填写"),
    ("姓名（必填）", ""),
    ("联系电话（必填）", ""),
    ("一共几个人来（必填）", ""),
    ("其中未成年人几人", ""),
    ("想参加的时段（上午或下午）", ""),
    ("需要的帮助（如轮椅、手语、大字材料、陪同）", ""),
    ("想了解什么", ""),
)
FORM_NOTES = (
    "未满十四周岁的孩子，请由家长陪同。",
    "姓名和电话只用于这次活动的联系，活动结束后三十日内销毁。",
    "不会用电脑？把内容念给接待人员听，我们替您填写。",
)

GUIDE = """<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>12309 使用说明</title><style>
@page { size: A4; margin: 20mm 18mm }
body { font: 14pt/1.75 "Noto Sans CJK SC", sans-serif; color: #14202e; margin: 0 }
h1 { font-size: 26pt; line-height: 1.3; color: #0b3d7a; border-bottom: 2pt solid #d9a441; padding-bottom: 8pt; margin: 0 0 12pt }
h2 { font-size: 18pt; color: #0b3d7a; margin: 16pt 0 4pt; break-after: avoid }
p, ul, ol { margin: 4pt 0 } li { margin: 3pt 0 } table { border-collapse: collapse; width: 100%; margin: 8pt 0 }
caption { text-align: left; font-weight: 700; padding: 4pt 0 } th, td { border: 0.8pt solid #7d8da0; padding: 5pt 8pt; text-align: left; vertical-align: top }
th { background: #e9f0f8; white-space: nowrap } tr { break-inside: avoid } .foot { margin-top: 16pt; font-size: 12pt }
</style></head><body>
<h1>12309 使用说明</h1>
<p>12309 是检察机关统一的服务号码。想反映问题、查询案件、申请帮助，都可以从这里开始。全程不收费，也不需要托关系。</p>
<h2>一、四个入口，任选一个</h2>
<table><caption>四个入口和各自的用法</caption>
<thead><tr><th scope="col">入口</th><th scope="col">怎么用</th><th scope="col">适合谁</th></tr></thead><tbody>
<tr><th scope="row">打电话</th><td>直接拨 12309，按语音提示转人工。</td><td>不上网、说话比写字方便的人。</td></tr>
<tr><th scope="row">上网站</th><td>打开 www.12309.gov.cn，选地区，再选要办的事。</td><td>材料多、要上传照片的人。</td></tr>
<tr><th scope="row">用手机</th><td>用手机浏览器打开同一个网站，拍照上传。</td><td>在现场、想马上提交的人。</td></tr>
<tr><th scope="row">到大厅</th><td>到检察服务大厅导诉台，有人帮着填表。</td><td>希望当面说清楚的人。</td></tr>
</tbody></table>
<h2>二、可以办六类事</h2>
<ul>
<li>控告、申诉：反映问题，或对检察机关的处理决定不服。</li>
<li>国家赔偿：符合条件的，提出赔偿申请。</li>
<li>司法救助：因案件导致生活急迫困难的，申请救助。</li>
<li>公益诉讼线索：反映生态环境、食品药品、无障碍设施等方面的问题。</li>
<li>案件程序性信息：查询案件办到了哪一步。</li>
<li>律师预约：预约阅卷、会见和当面陈述意见。</li>
</ul>
<h2>三、四步办好</h2>
<ol>
<li>备材料：身份证明，写清时间、地点、经过，附上照片或票据。</li>
<li>选入口：从上面四个入口里选最方便的。</li>
<li>记编号：提交以后，把编号和查询密码抄在本页下方。</li>
<li>等答复：凭编号查进度，留意来电、短信和来信。</li>
</ol>
<h2>四、请放心，也请留意</h2>
<ul>
<li>反映人的身份和内容依法保密。</li>
<li>正在发生的危险请拨 110，人受伤请拨 120，不要等。</li>
<li>检察机关不会打电话要求转账，也不会索要验证码。</li>
<li>看不清、听不清、走不动，请告诉接待人员，可以提供放大镜、手语视频和轮椅。</li>
</ul>
<h2>五、我的记录</h2>
<table><caption>提交以后请填写</caption><tbody>
<tr><th scope="row">提交日期</th><td>　　　　　年　　　月　　　日</td></tr>
<tr><th scope="row">编号</th><td>　</td></tr>
<tr><th scope="row">接待人员说的下一步</th><td>　</td></tr>
</tbody></table>
<p class="foot">示例市人民检察院制作，可以自由打印和转发。</p>
</body></html>"""


def guide(page: Page, target: Path) -> None:
    """Print the guide as a tagged PDF with an outline."""
    page.set_content(GUIDE)
    page.pdf(
        path=str(target),
        prefer_css_page_size=True,
        print_background=True,
        tagged=True,
        outline=True,
    )


def form(target: Path) -> None:
    """Write the registration form."""
    notes = "".join(paragraph(f"{number}. {words}") for number, words in enumerate(FORM_NOTES, 1))
    intro = paragraph(FORM_TITLE, "Heading1") + paragraph(FORM_INTRO)
    write(target, FORM_TITLE, f"{intro}{_table()}{paragraph('填写说明', 'Heading2')}{notes}")


def _table() -> str:
    sides = "".join(
        f'<w:{side} w:val="single" w:sz="6" w:color="7D8DA0"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    rows = "".join(
        _row(label, value, head=index == 0) for index, (label, value) in enumerate(FORM_ROWS)
    )
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="9412" w:type="dxa"/><w:tblBorders>{sides}</w:tblBorders><w:tblLook w:firstRow="1" w:firstColumn="1"/>'
        '<w:tblCaption w:val="报名信息"/><w:tblDescription w:val="左列是项目，右列留空填写"/></w:tblPr>'
        f'<w:tblGrid><w:gridCol w:w="3800"/><w:gridCol w:w="5612"/></w:tblGrid>{rows}</w:tbl>'
    )


def _row(label: str, value: str, head: bool) -> str:
    repeated = "<w:tblHeader/>" if head else '<w:cantSplit/><w:trHeight w:val="760"/>'
    shade = '<w:shd w:val="clear" w:fill="E9F0F8"/>'
    cells = (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{shade if head or first else ""}<w:vAlign w:val="center"/></w:tcPr>{paragraph(words, bold=head or first)}</w:tc>'
        for words, width, first in ((label, 3800, True), (value, 5612, False))
    )
    return f"<w:tr><w:trPr>{repeated}</w:trPr>{''.join(cells)}</w:tr>"
