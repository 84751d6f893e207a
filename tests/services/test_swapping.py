"""Swapping a replaced file in an article: a new draft, nothing for readers yet."""

from pathlib import Path

import pytest
from PIL import Image

from portal.errors import Refused
from portal.models import Article, Media
from portal.roles import COMMAND
from portal.services import library, swapping
from portal.services.content import MediaUse, saved
from portal.settings import Settings
from tests import make


def newer(root: Path, old: Media) -> Media:
    path = root / "newer.jpg"
    Image.new("RGB", (640, 480), (9, 90, 200)).save(path)
    return library.replace(root, old.id, path.read_bytes(), "newer.jpg", by=COMMAND)


def test_a_replaced_picture_is_swapped_in_a_new_draft(either: Settings) -> None:
    old = make.picture(either.media)
    article = make.article(
        make.section(),
        body=f'<p>正文</p><p><img src="{old.url}" alt="河岸"></p>',
        media=[MediaUse(old.id, "cover", alt="河岸")],
    )
    with pytest.raises(Refused, match="还没有新的"):
        swapping.swap(article, old.id, COMMAND)
    new = newer(either.media, old)

    revision = swapping.swap(article, old.id, COMMAND)

    content = saved(article, revision)
    assert new.url in content.body and old.url not in content.body
    assert [use.media for use in content.media] == [new.id]
    live = Article.get_by_id(article).live
    assert live != revision and old.url in saved(article, live).body
    with pytest.raises(Refused, match="已经不用旧文件"):
        swapping.swap(article, old.id, COMMAND)
