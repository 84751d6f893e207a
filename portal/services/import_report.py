"""The report of an import: what became of every file, in lines for people."""

from collections.abc import Iterator, Sequence

from portal.services.importing import Outcome


def report(outcomes: Sequence[Outcome]) -> Iterator[str]:
    """The lines that tell a person what happened to every file."""
    new = [each for each in outcomes if not each.failed and not each.known]
    known = [each for each in outcomes if each.known]
    failed = [each for each in outcomes if each.failed]
    for each in new:
        yield f"新文章 {each.article}：{each.file}"
        yield from _details(each)
    for each in known:
        # Its notes once more: an import that was cut off had no time to say them.
        yield f"已导入过，跳过（文章 {each.article}）：{each.file}"
        yield from _details(each)
    for each in failed:
        yield f"没有导入：{each.file}：{each.reason}"
    yield f"共 {len(outcomes)} 个文件：新导入 {len(new)}，已有 {len(known)}，未导入 {len(failed)}。"


def _details(outcome: Outcome) -> Iterator[str]:
    page = outcome.page
    if page is None:
        return
    if outcome.alike:
        yield f"    请核对：文章 {outcome.alike} 的标题和日期与它相同，内容不同，可能是同一页的旧稿。"
    if not page.has_time:
        yield "    原页没有写明几点几分，发布时间记为当天 00:00。"
    for repair in page.repairs:
        yield f"    修复：{repair.where}：“{repair.before}”改为“{repair.after}”"
    for warning in page.warnings:
        yield f"    请核对：{warning}"
    for source in outcome.lost_images:
        yield f"    缺图片：{source}"
    if page.dropped:
        yield f"    略去的网页边栏文字（{len(page.dropped)} 行）：{' / '.join(page.dropped)}"
