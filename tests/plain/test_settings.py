"""Settings: read from the environment, refused in words before anything is opened."""

from pathlib import Path

import pytest

from portal import database
from portal.errors import Misconfigured
from portal.settings import DEFAULT_ADDRESS, ROOT, from_env


def test_defaults() -> None:
    settings = from_env({})

    assert settings.data == ROOT / "var"
    assert settings.database_url == f"sqlite:///{ROOT / 'var' / 'portal.sqlite'}"
    assert (settings.address, settings.host) == (DEFAULT_ADDRESS, "127.0.0.1")
    assert settings.media == ROOT / "var" / "media" and settings.cache == ROOT / "var" / "cache"
    assert settings.proxies == 0


def test_empty_values_are_no_values() -> None:
    names = ("PORTAL_DATA", "PORTAL_DATABASE_URL", "PORTAL_ADDRESS", "PORTAL_PROXIES")

    assert from_env(dict.fromkeys(names, "")) == from_env({})


def test_values_are_taken() -> None:
    settings = from_env(
        {
            "PORTAL_DATA": "/srv/门户",
            "PORTAL_DATABASE_URL": "postgresql://portal@db/portal",
            "PORTAL_ADDRESS": "https://www.example.gov.cn:8443/",
            "PORTAL_PROXIES": "2",
        }
    )

    assert settings.media == Path("/srv/门户/media")
    assert settings.database_url == "postgresql://portal@db/portal"
    assert settings.address == "https://www.example.gov.cn:8443"
    assert settings.host == "www.example.gov.cn"
    assert settings.proxies == 2


def test_a_relative_folder_does_not_move_with_the_process(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    assert from_env({"PORTAL_DATA": "data"}).data == tmp_path / "data"


@pytest.mark.parametrize(
    "url",
    [
        "mysql://localhost/x",
        "portal.sqlite",
        "sqlite://x",
        "sqlite:///",
        "sqlite:///:memory:",
        "postgresql://",
        "postgresql://host",
        "postgresql://host/",
        "postgresql://host:port/portal",
        "postgresql://[::1/portal",
    ],
)
def test_a_database_that_cannot_be_meant(url: str) -> None:
    with pytest.raises(Misconfigured) as refused:
        from_env({"PORTAL_DATABASE_URL": url})
    assert "PORTAL_DATABASE_URL" in refused.value.sentence and "请" in refused.value.sentence


@pytest.mark.parametrize(
    "address",
    [
        "www.example.gov.cn",
        "ftp://www.example.gov.cn",
        "https://",
        "https:///portal",
        "https://www.example.gov.cn/portal",
        "https://www.example.gov.cn?",
        "https://www.example.gov.cn#top",
        "https://www.example.gov.cn?q=1",
        "https://www.example.gov.cn\n",
        "https://www.example .cn",
        "https://someone:secret@www.example.gov.cn",
        "https://www.example.gov.cn:port",
        "https://www.example.gov.cn:99999",
        "http://[",
        "javascript://www.example.gov.cn",
    ],
)
def test_an_address_that_links_cannot_begin_with(address: str) -> None:
    with pytest.raises(Misconfigured) as refused:
        from_env({"PORTAL_ADDRESS": address})
    assert "PORTAL_ADDRESS" in refused.value.sentence and "请" in refused.value.sentence


@pytest.mark.parametrize("name", ["数据 目录", "what?", "c#", "100%41"])
def test_any_folder_name_holds_its_own_database(tmp_path: Path, name: str) -> None:
    opened = database.attach(from_env({"PORTAL_DATA": str(tmp_path / name)}).database_url)
    opened.connect()
    opened.close()

    assert (tmp_path / name / "portal.sqlite").is_file()


def test_a_password_may_hold_any_character() -> None:
    opened = database.attach("postgresql://us%40er:p%40ss%2Fword@db.example:5433/portal")

    assert opened.database == "portal"
    assert opened.connect_params == {
        "host": "db.example",
        "port": 5433,
        "user": "us@er",
        "password": "p@ss/word",
    }


@pytest.mark.parametrize("number", ["-1", "6", "yes", "1.0", " 1", "²", "１", "9" * 30])
def test_numbers_of_proxies_that_cannot_be_meant(number: str) -> None:
    with pytest.raises(Misconfigured, match=r"PORTAL_PROXIES.*0 到 5"):
        from_env({"PORTAL_PROXIES": number})
