"""`portal demo` and `portal import`: bringing articles in."""

from pathlib import Path

import click

from portal.cli.start import open_ready
from portal.errors import Refused
from portal.services import demo, importing, specimens
from portal.services.import_report import report

BATCH = 200


@click.command("demo")
@click.option("--articles", type=click.IntRange(1, 10_000_000), help="另外生成 N 篇测试文章")
@click.option("--sections", is_flag=True, help="只建常用的栏目，不装文章，供正式的网站开头用")
def load_demo(articles: int | None, sections: bool) -> None:
    """装入演示单位的内容（只在空库时）；--articles 生成测量用的文章。"""
    if sections and articles:
        raise Refused("--sections 和 --articles 只能用一个。")
    settings, _ = open_ready()
    if sections:
        _lay_out()
        return
    if articles is None or demo.is_empty():
        _load(settings.media)
    if articles:
        with click.progressbar(length=articles, label="正在生成文章") as bar:
            for made in specimens.generate(articles, BATCH):
                bar.update(made)
        click.echo(f"已生成 {articles} 篇文章。")


def _lay_out() -> None:
    if not demo.is_empty():
        click.echo("已经有栏目，没有改动。")
        return
    count = demo.lay_out()
    click.echo(f"已建立 {count} 个栏目，都还没有文章。名称和说明可以在采编台的“栏目”里改。")


def _load(media: Path) -> None:
    if not demo.is_empty():
        click.echo("已经有内容，没有改动。")
        return
    articles = demo.files()
    with click.progressbar(length=len(articles), label="正在装入演示内容") as bar:
        for made in demo.load(media, articles):
            bar.update(made)
    click.echo(f"已装入演示内容：{demo.article_count()} 篇文章。")


@click.command("import")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--section", required=True, help="放进哪个栏目（栏目的网址名，如 theory）")
def import_pages(paths: tuple[Path, ...], section: str) -> None:
    """导入旧网站的页面（文本，或保存的 HTML）；可以重复运行，不会重复。"""
    settings, _ = open_ready()
    place = importing.section_for(section)
    files, companions = importing.pages_in(paths)
    outcomes = []
    with click.progressbar(files, label="正在导入") as bar:
        for file in bar:
            outcomes.append(importing.import_file(file, place, settings.media))
    for line in report(outcomes):
        click.echo(line)
    if companions:
        click.echo(f"另有 {companions} 个图片、样式等附属文件，不单独导入。")
    if any(outcome.failed for outcome in outcomes):
        raise SystemExit(1)


COMMANDS = (load_demo, import_pages)
