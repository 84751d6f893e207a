"""`make bench`: the portal beside what people use instead, interleaved in one run.

    python -m bench.load [--articles 1000,10000] [--rounds 5] [--seconds 2] [--crowd 60]
                         [--wagtail 10000] [--publications 20] [--keep FOLDER] [--write FILE]

With --keep the portals and the Wagtail project that were made stay there for the next run.
"""

import argparse
import asyncio
import os
import platform
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from bench import findings, sites, wagtail
from bench.contest import Contest, Contestant
from bench.crowd import Crowd
from bench.servers import Running, bare, portal, taken
from bench.table import told
from bench.visible import publish, seen
from tests.nginx import NAME, Absent, Nginx, program, running_nginx
from tests.servers import free_port

STATIC = """
server {{
    listen 127.0.0.1:{port};
    access_log {folder}/static.log tongtu buffer=32k flush=1s;
    gzip off;
    location / {{
        root {folder}/static;
        types {{ }}
        default_type "text/html; charset=utf-8";
        add_header Content-Encoding br;
    }}
}}
"""


@dataclass(frozen=True)
class Chosen:
    """What was asked for on the command line."""

    articles: list[int]
    rounds: int
    seconds: float
    crowd: float
    wagtail: int
    publications: int
    keep: Path | None
    write: Path | None


def chosen() -> Chosen:
    """The options, with their usual values."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--articles", default="1000,10000", help="篇数，用逗号隔开")
    asked.add_argument("--rounds", type=int, default=5, help="轮数")
    asked.add_argument("--seconds", type=float, default=2, help="每轮每项的秒数")
    asked.add_argument("--crowd", type=float, default=60, help="众人同时阅读的秒数，0 是不做")
    asked.add_argument("--wagtail", type=int, default=10_000, help="Wagtail 的篇数，0 是不做")
    asked.add_argument("--publications", type=int, default=20, help="量发布要多久时发布几次")
    asked.add_argument("--keep", type=Path, help="把建好的网站留在这个文件夹，下次再用")
    asked.add_argument("--write", type=Path, help="把结果也写进这个文件")
    facts = vars(asked.parse_args())
    sizes = sorted(int(each) for each in facts.pop("articles").split(","))
    return Chosen(articles=sizes, **facts)


def main() -> None:
    """Measure, print, and write down what was found."""
    options = chosen()
    for name in ("wrk", "nginx"):
        try:
            program(name)
        except Absent as absent:
            raise SystemExit(str(absent)) from absent
    with tempfile.TemporaryDirectory() as temporary:
        folder = (options.keep or Path(temporary)).absolute()
        folder.mkdir(parents=True, exist_ok=True)
        found = [_machine(options), *_measured(options, folder)]
    text = "\n\n".join(found)
    print(f"\n{text}")
    if options.write:
        options.write.write_text(f"{text}\n", encoding="utf-8")


def _machine(options: Chosen) -> str:
    load = ", ".join(f"{each:.1f}" for each in os.getloadavg())
    day = time.strftime("%Y-%m-%d")
    return (
        f"{day}，{os.cpu_count()} 个处理器，Python {platform.python_version()}，"
        f"开始时的负载 {load}；{options.rounds} 轮，每项每轮 {options.seconds:g} 秒。"
    )


def _measured(options: Chosen, folder: Path) -> Iterator[str]:
    data = {size: _filled(folder, size) for size in options.articles}
    peer, missing = _peer(options, folder)
    with ExitStack() as stack:
        contest = Contest(options.rounds, options.seconds)
        ours = _enter_ours(stack, contest, data[options.articles[0]])
        _enter_sizes(stack, contest, data)
        if peer:
            _enter_wagtail(stack, contest, peer)
        contest.run()
        yield findings.rates(contest, missing)
        yield findings.sizes(contest)
        yield findings.memory(ours.memory())
    yield _publications(options, data[options.articles[0]])
    yield _cold_starts(data[options.articles[0]])
    if options.crowd:
        yield _crowds(options, data[options.articles[0]])


def _filled(folder: Path, size: int) -> Path:
    told(f"正在准备 {size} 篇文章的网站")
    return sites.filled(folder, size)


def _peer(options: Chosen, folder: Path) -> tuple[wagtail.Peer | None, str]:
    if not options.wagtail:
        return None, "没有量 Wagtail（--wagtail 0）。"
    try:
        return wagtail.Peer(folder, options.wagtail), ""
    except wagtail.NotReachable as error:
        return None, f"没有量 Wagtail：从 PyPI 装不上（{error}）。"


def _enter_ours(stack: ExitStack, contest: Contest, data: Path) -> Running:
    """Ours in every position, and what sends the same bytes with less work or none."""
    page = sites.pages(data)["文章"]
    ours = stack.enter_context(portal(data))
    uncached = stack.enter_context(portal(data, page_cache=0))
    behind = stack.enter_context(portal(data, proxies=1))
    folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
    body = taken(ours.address + page, folder / "answer.json")
    same = stack.enter_context(bare(folder / "answer.json"))
    nginx, static = stack.enter_context(_nginx(folder, data, behind.port, body))
    host = {"Host": NAME}
    contest.enter(
        Contestant("bare", "空的 WSGI 程序，发同样的字节", same.address + page),
        Contestant("cached", "通途，有缓存", ours.address + page),
        Contestant("uncached", "通途，不用缓存", uncached.address + page),
        Contestant("static", "nginx 发静态文件，同样的字节", f"http://127.0.0.1:{static}/page"),
        Contestant(
            "nginx", "通途，在 nginx 的缓存后面", f"http://127.0.0.1:{nginx.port}{page}", host
        ),
    )
    return ours


@contextmanager
def _nginx(folder: Path, data: Path, behind: int, body: bytes) -> Iterator[tuple[Nginx, int]]:
    """nginx with the file of deploy/, and beside it a server with the same bytes in a file."""
    home, port = folder / "nginx", free_port()
    (home / "static").mkdir(parents=True)
    (home / "static" / "page").write_bytes(body)
    extra = STATIC.format(port=port, folder=home)
    workers = os.cpu_count() or 1
    with running_nginx(home, data, behind, measured=True, extra=extra, workers=workers) as nginx:
        yield nginx, port


def _enter_sizes(stack: ExitStack, contest: Contest, data: dict[int, Path]) -> None:
    for size, folder in data.items():
        server = stack.enter_context(portal(folder, page_cache=0))
        for name, path in sites.pages(folder).items():
            contest.enter(Contestant(f"{size} {name}", name, server.address + path, size=size))


def _enter_wagtail(stack: ExitStack, contest: Contest, peer: wagtail.Peer) -> None:
    for key, cached, words in (("peer", False, "不用缓存"), ("peer-cached", True, "有缓存")):
        server = stack.enter_context(peer.serving(cached=cached))
        name = f"Wagtail {peer.version}，{words}"
        contest.enter(Contestant(key, name, server.address + peer.path))


def _publications(options: Chosen, data: Path) -> str:
    told("正在量发布到看见")
    with portal(data) as server:
        return findings.publications(seen(server.port, data, options.publications))


def _cold_starts(data: Path) -> str:
    told("正在量冷启动")
    times = []
    for _ in range(3):
        with portal(data) as server:
            times.append(server.started)
    return findings.cold_starts(times)


def _crowds(options: Chosen, data: Path) -> str:
    """A crowd before the portal itself, whose promise is the very next request."""
    told(f"正在让众人同时阅读，{options.crowd:g} 秒")
    with portal(data) as server:
        crowd = Crowd(server.port, "/news/")
        asyncio.run(crowd.stay(options.crowd, lambda title: publish(data, title), server.memory))
    return findings.crowd(crowd.told)


if __name__ == "__main__":
    main()
