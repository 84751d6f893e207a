"""Generated articles for measuring: readable Chinese put together from parts, different each time.

The parts are ours; the same number always gives the same article, so that two runs can be compared.
Every article has one theme and a handful of places and shops of its own, so that, as on a real
site, some words stand in nearly all articles and most words in few.
"""

from dataclasses import dataclass
from random import Random

from portal.specimen_text import lexicon as words
from portal.specimen_text.sentences import SENTENCES

NUMERALS = "一二三四五"


@dataclass(frozen=True)
class Specimen:
    """One generated article; `body` is HTML in the sanitiser's own form."""

    title: str
    summary: str
    keywords: str
    body: str
    text: str


@dataclass(frozen=True)
class _Story:
    """What one article is about, so that its sentences belong together."""

    theme: words.Theme
    places: list[str]
    shops: list[str]
    bodies: list[str]
    partners: list[str]
    patterns: list[str]


def specimen(number: int, sentences: int = 24) -> Specimen:
    """The article of that number, about 40 characters a sentence."""
    random = Random(number)  # noqa: S311 - repeatable on purpose, nothing secret
    story = _story(random)
    title = (
        f"{story.bodies[0]}在{story.places[0]}{random.choice(words.ACTS)}"
        f" 推进{story.theme.name}（第{number}期）"
    )
    headings = random.sample(words.HEADINGS, len(NUMERALS))
    parts = [[_sentence(random, story) for _ in range(sentences // 5 + 1)] for _ in NUMERALS]
    blocks = [
        (tag, text)
        for numeral, heading, part in zip(NUMERALS, headings, parts, strict=True)
        for tag, text in (
            ("h2", f"{numeral}、{heading}"),
            ("p", "".join(part[:2])),
            ("p", "".join(part[2:])),
        )
        if text
    ]
    body = "\n".join(f"<{tag}>{text}</{tag}>" for tag, text in blocks)
    text = "\n".join([title, *(text for _, text in blocks)])
    return Specimen(title, parts[0][0], f"{story.theme.name},{story.places[0]}", body, text)


def _story(random: Random) -> _Story:
    return _Story(
        theme=random.choice(words.THEMES),
        places=[_name(random, words.PLACE_KINDS) for _ in range(4)],
        shops=[_name(random, words.SHOP_KINDS) for _ in range(4)],
        bodies=random.sample(words.BODIES, 2),
        partners=random.sample(words.PARTNERS, 3),
        patterns=random.sample(SENTENCES, 18),
    )


def _name(random: Random, kinds: tuple[str, ...]) -> str:
    return random.choice(words.FIRST) + random.choice(words.SECOND) + random.choice(kinds)


def _sentence(random: Random, story: _Story) -> str:
    place, place_two = random.sample(story.places, 2)
    shop, shop_two = random.sample(story.shops, 2)
    fault, fault_two = random.sample(story.theme.faults, 2)
    return random.choice(story.patterns).format(
        theme=story.theme.name,
        thing=random.choice(story.theme.things),
        fault=fault,
        fault2=fault_two,
        place=place,
        place_two=place_two,
        shop=shop,
        shop_two=shop_two,
        body=random.choice(story.bodies),
        partner=random.choice(story.partners),
        **_shared(random),
    )


def _shared(random: Random) -> dict[str, object]:
    """What does not depend on the story: numbers, and words that any article may use."""
    return {
        "month": random.randint(1, 12),
        "day": random.randint(1, 28),
        "year": random.randint(2012, 2026),
        "n": random.randint(11, 4800),
        "m": random.randint(3, 99),
        "k": random.randint(2, 9),
        "area": random.randint(310, 997),
        "phone": random.randint(2_000_000, 8_999_999),
        "act": random.choice(words.ACTS),
        "result": random.choice(words.RESULTS),
        "law": random.choice(words.LAWS),
        "system": random.choice(words.SYSTEMS),
        "cause": random.choice(words.CAUSES),
        "voice": random.choice(words.VOICES),
    }
