"""Synonyms (同义词) and promoted results (推荐结果), which the desk adds to the search."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from portal.database import is_id, writing
from portal.errors import Missing, Refused
from portal.models import Article, Promotion, Section, Synonym
from portal.roles import Actor
from portal.services import generation
from portal.services.site import words as texts
from portal.services.site.changes import changed, note
from portal.services.site.links import check_url
from portal.tokens import fold

MOST_WORDS = 20
LONGEST_WORD = 30
_BETWEEN = re.compile(r"[,，、;；=＝\n]")
_ARTICLE = re.compile(r"(?:/[a-z0-9-]+/)?([1-9][0-9]{0,8})")
_PATH = re.compile(r"/(?!/)[\w./?=&%-]*", re.ASCII)


def add_synonym(words: str, *, by: Actor | None = None) -> int:
    """Say that words mean the same; the id of the group. Raises Refused."""
    with writing():
        facts = _synonym(words)
        row = Synonym.create(**facts)
        _noted(by, "synonyms-changed", row.id, facts["words"], {}, facts)
    number: int = row.id
    return number


def change_synonym(number: int, words: str, *, by: Actor) -> None:
    """Set the words of a group anew; raises Refused, Missing."""
    with writing():
        row = _row(Synonym, number)
        facts = _synonym(words, but=number)
        before, after = changed({"words": row.words}, facts)
        if after:
            Synonym.update(**facts).where(Synonym.id == number).execute()
            _noted(by, "synonyms-changed", number, facts["words"], before, after)


def delete_synonym(number: int, *, by: Actor) -> str:
    """Delete a group and return its words; raises Missing."""
    with writing():
        row = _row(Synonym, number)
        Synonym.delete().where(Synonym.id == number).execute()
        _noted(by, "synonyms-changed", number, row.words, {"words": row.words}, {})
    words: str = row.words
    return words


def add_promotion(values: Mapping[str, object], *, by: Actor | None = None) -> int:
    """Promote an address for some questions; its id. Raises Refused."""
    with writing():
        facts = _promotion(values)
        row = Promotion.create(**facts)
        _noted(by, "promotions-changed", row.id, row.name, {}, facts)
    number: int = row.id
    return number


def change_promotion(number: int, values: Mapping[str, object], *, by: Actor) -> None:
    """Change a promotion; raises Refused, Missing."""
    with writing():
        row = _row(Promotion, number)
        facts = _promotion(values)
        before, after = changed({key: getattr(row, key) for key in facts}, facts)
        if after:
            Promotion.update(**facts).where(Promotion.id == number).execute()
            _noted(by, "promotions-changed", number, facts["name"], before, after)


def delete_promotion(number: int, *, by: Actor) -> str:
    """Delete a promotion and return its name; raises Missing."""
    with writing():
        row = _row(Promotion, number)
        before = {key: getattr(row, key) for key in ("questions", "name", "url", "description")}
        Promotion.delete().where(Promotion.id == number).execute()
        _noted(by, "promotions-changed", number, row.name, before, {})
    name: str = row.name
    return name


def _row(model: Any, number: int) -> Any:
    row = model.get_or_none(model.id == number) if is_id(number) else None
    if row is None:
        raise Missing("没有这一条，可能刚被删除了。")
    return row


def _noted(
    by: Actor | None,
    action: str,
    number: int,
    name: str,
    before: dict[str, Any],
    after: dict[str, Any],
) -> None:
    note(by, action, "search", number, name, before, after)
    generation.advance()


def _synonym(words: str, but: int = 0) -> dict[str, str]:
    listed = _listed(words, "words")
    if len(listed) < 2:
        raise Refused("请至少写两个意思相同的词，用逗号隔开，例如：醉驾，醉酒驾驶。", "words")
    for row in Synonym.select().where(Synonym.id != but):
        shared = set(map(fold, row.words.split(","))) & set(map(fold, listed))
        if shared:
            known = next(word for word in listed if fold(word) in shared)
            raise Refused(f"“{known}”已经在另一组里：{row.words.replace(',', '、')}。", "words")
    return {"words": ",".join(listed)}


def _listed(text: str, field: str) -> Sequence[str]:
    """Words between commas, each once however it is written; raises Refused for what is none."""
    different: dict[str, str] = {}
    for part in _BETWEEN.split(text):
        word = texts.line(part)
        if word and not fold(word):
            raise Refused(f"“{word}”里没有文字，搜不到。请删掉它。", field)
        if len(word) > LONGEST_WORD:
            raise Refused(f"“{word[:10]}…”太长了，每个词最多 {LONGEST_WORD} 个字。", field)
        if word:
            different.setdefault(fold(word), word)
    if len(different) > MOST_WORDS:
        raise Refused(f"最多写 {MOST_WORDS} 个词，现在有 {len(different)} 个。", field)
    return list(different.values())


def _promotion(values: Mapping[str, object]) -> dict[str, str]:
    questions = _listed(str(values["questions"] or ""), "questions")
    if not questions:
        raise Refused("请填写读者会搜的词，几个词之间用逗号隔开。", "questions")
    name = texts.needed(values["name"], "name", "标题", 80)
    description = texts.line(values.get("description"))
    if len(description) > 200:
        raise Refused("说明最多 200 个字。", "description")
    url = _address(name, texts.line(values["url"]))
    return {"questions": ",".join(questions), "name": name, "url": url, "description": description}


def _address(name: str, url: str) -> str:
    """An article's number or path as its path, any other path of this site, or a web address."""
    article = _ARTICLE.fullmatch(url)
    if article:
        return _path_of(int(article[1]))
    if _PATH.fullmatch(url):
        return url
    check_url(name, url)
    return url


def _path_of(article: int) -> str:
    found = (
        Article.select(Section.slug)
        .join(Section)
        .where(Article.id == article, Article.state == "live")
    )
    slug = found.scalar()
    if slug is None:
        raise Refused(f"没有编号为 {article} 的已发布文章，请核对编号或网址。", "url")
    return f"/{slug}/{article}"
