"""Saving the anonymised text of a legal document as a revision, beside its original."""

from dataclasses import replace

from portal import journal, kinds
from portal.database import writing
from portal.errors import Missing, Refused
from portal.models import Anonymising
from portal.privacy import KINDS
from portal.queries import anonymising as reading
from portal.queries import work
from portal.queries.anonymising import Kept
from portal.roles import Actor
from portal.services import editing
from portal.services.anonymising import files, originals
from portal.services.anonymising.decisions import Decisions
from portal.services.anonymising.plan import Plan, plan
from portal.services.content import Content, checked


def planned(article: int, content: Content, decisions: Decisions) -> Plan:
    """What becomes of a content by the settings of the office; raises Refused, Missing."""
    found = work.work(article)
    if found is None:
        raise Missing("没有这篇文章，可能已经删除。")
    kind = kinds.by_key(found.kind)
    if not kind.anonymised:
        raise Missing(f"只有法律文书要做隐名处理，“{found.section_name}”里的文章不用做。")
    ready, before = checked(kind, content, complete=False), reading.kept(article)
    made = plan(ready, decisions, reading.style(), before)
    return _with_files(made, files.people_of(article), decisions, before)


def _with_files(made: Plan, people: set[str], decisions: Decisions, before: Kept) -> Plan:
    """The plan with names of files that sound like somebody; those left alone are kept."""
    doubts = [
        (each, decisions.switched(each.key, each.words not in before.texts))
        for each in files.tellings(made.after, made.kept, made.hidden | people)
        if not each.is_sure
    ]
    left = dict.fromkeys(each.words for each, on in doubts if not on)
    return replace(made, files=tuple(doubts), kept=(*made.kept, *left))


def save(
    article: int, content: Content, decisions: Decisions, based_on: int, by: Actor, draft: str = ""
) -> int:
    """Save what becomes of a content as the next revision and return its id.

    Raises Refused for the document of a minor's case, and whatever `editing.save` raises.
    """
    made = planned(article, content, decisions)
    if made.stop:
        raise Refused(f"{made.stop.why}没有存成版本。")
    files.refuse_telling(made.after, made.kept, made.hidden)
    with writing():
        revision = editing.save(article, made.after, based_on, by, draft, kept=made.kept)
        if revision == based_on and Anonymising.get_or_none(Anonymising.revision == revision):
            return revision  # nothing new: no original to keep beside what may be public already
        Anonymising.delete().where(Anonymising.revision == revision).execute()
        Anonymising.create(
            revision=revision,
            person=by.id,
            counts=dict(made.counts),
            kept=list(made.kept),
            original=originals.packed(made.before),
        )
        after = {KINDS[kind]: count for kind, count in sorted(made.counts.items())}
        name = made.after.title or f"未命名文章（{article}）"
        journal.record(by, "article-anonymised", "article", article, name, after=after)
    return revision
