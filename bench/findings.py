"""What was found, in words and tables, beside what docs/performance.md promises."""

from collections.abc import Sequence
from statistics import mean, median

from bench.contest import Contest
from bench.crowd import Told
from bench.table import lines, middle, ratio, spread
from bench.visible import Seen

WANTED = {
    "cached": ("bare", 0.8),
    "nginx": ("static", 0.85),
    "uncached": ("peer", 1.0),
}
"""Ours, what it is compared with, and how much of that it should reach."""


def rates(contest: Contest, missing: str) -> str:
    """Answers per second of one article page, and the ratios that matter."""
    rows = []
    for each in contest.contestants:
        if not each.size:
            found = contest.rates[each.key]
            compared = _compared(contest, each.key)
            rows.append([each.name, middle(found), spread(found), *compared])
    head = ("一篇文章", "每秒次数，中位", "最小–最大", "比例", "目标")
    return "\n".join([*lines(head, rows), *(["", missing] if missing else [])])


def _compared(contest: Contest, key: str) -> tuple[str, str]:
    other, wanted = WANTED.get(key, ("", 0.0))
    if other not in contest.rates:
        return "", ""
    found = ratio(contest.rates[key], contest.rates[other])
    name = next(each.name for each in contest.contestants if each.key == other)
    return f"{found:.2f} × {name.split('，')[0]}", f"≥ {wanted:.2f}"


def sizes(contest: Contest) -> str:
    """Pages that are made anew each time, by how many articles there are."""
    rows = []
    smallest = min(each.size for each in contest.contestants if each.size)
    for each in contest.contestants:
        if each.size:
            found = contest.rates[each.key]
            ground = contest.rates[_first(contest, each.size)]
            flat = contest.rates[_first(contest, smallest, each.name)]
            rows.append(
                [
                    f"{each.size} 篇，{each.name}",
                    middle(found),
                    _times(flat, found),
                    _times(ground, found),
                ]
            )
    head = ("不用缓存", "每秒次数，中位", f"用时，比 {smallest} 篇时", "用时，比列表第 1 页")
    return "\n".join(lines(head, rows))


def _first(contest: Contest, size: int, name: str = "列表第 1 页") -> str:
    """The key of that page in the portal of that size; a deep page stands beside a first one."""
    here = {each.name: each.key for each in contest.contestants if each.size == size}
    return here.get(name) or here["列表第 1 页"]


def _times(theirs: Sequence[float], ours: Sequence[float]) -> str:
    return f"{ratio(theirs, ours):.2f} ×"


def memory(each: Sequence[float]) -> str:
    """Megabytes of every process after the contest."""
    return f"内存：{len(each)} 个进程，各 {'、'.join(f'{size:.0f}' for size in each)} MB（PSS）。"


def publications(seen: Seen) -> str:
    """How soon what was published is there."""
    return (
        f"发布到看见：下一次请求，中位 {median(seen.first):.1f} 毫秒；所有进程的 16 个连接都看过，"
        f"中位 {median(seen.every):.1f} 毫秒，最长 {max(seen.every):.1f} 毫秒；"
        f"发布以后还看到旧网页 {seen.old} 次（{len(seen.every)} 次发布）。"
    )


def cold_starts(times: Sequence[float]) -> str:
    """From the command to the first page."""
    return f"冷启动：从命令到第一个网页 {median(times):.1f} 秒。"


def crowd(told: Told) -> str:
    """What a crowd met."""
    third = max(1, len(told.memory) // 3)
    early = mean(sum(each) for each in told.memory[third : 2 * third] or told.memory)
    late = mean(sum(each) for each in told.memory[-third:])
    waits = sorted(told.waits)
    faults = f"，例如 {told.faults[0]}" if told.faults else ""
    return (
        f"众人：200 位读者（保持连接）和 20 位很慢的读者，发布 {len(told.published)} 次，"
        f"得到 {told.answers} 页（很慢的读者 {told.slow_answers} 页），"
        f"等待中位 {median(waits) * 1000:.1f} 毫秒，99 % 在 {waits[int(len(waits) * 0.99)] * 1000:.0f} "
        f"毫秒以内；出错或者旧网页 {len(told.faults)} 次{faults}；"
        f"内存中段 {early:.0f} MB，末段 {late:.0f} MB（所有进程合计）。"
    )
