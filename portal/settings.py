"""Settings of one running portal, read once from the environment."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import SplitResult, urlsplit

from portal.errors import Misconfigured

ROOT = Path(__file__).resolve().parent.parent
DEFAULT_ADDRESS = "http://127.0.0.1:8000"
NUMBERS = {
    "PORTAL_PROXIES": (0, 5, "网站前面有几层自己的反向代理（如 nginx），没有就是 0"),
    "PORTAL_SHARED_SECONDS": (1, 3600, "前面的缓存（如 nginx、CDN）不来询问就可以使用一页的秒数"),
    "PORTAL_PAGE_CACHE": (64, 4096, "每个进程存放做好的网页的内存，单位是 MB，0 是不存"),
}
"""Usual value, largest value and meaning, in the order of the fields of `Settings`."""


@dataclass(frozen=True)
class Settings:
    """Where things live and what the site's own address is.

    `data` holds database, media, secrets and cache. `address` is the public origin, such as
    `https://www.example.gov.cn`, without a trailing slash; every absolute link is made from it and
    never from a request, so that a forged Host header cannot enter a page. `proxies` is how many
    servers of our own stand before this one; as many addresses are believed that they pass on.
    `shared_seconds` is how long caches before this server may show a page without asking;
    `page_cache` is the bound of finished pages in each process, in MiB, 0 for none.
    """

    data: Path
    database_url: str
    address: str = DEFAULT_ADDRESS
    proxies: int = 0
    shared_seconds: int = 1
    page_cache: int = 64

    @property
    def media(self) -> Path:
        return self.data / "media"

    @property
    def cache(self) -> Path:
        return self.data / "cache"

    @property
    def host(self) -> str:
        """The host part of the address, without scheme and port."""
        return urlsplit(self.address).hostname or ""


def from_env(environ: Mapping[str, str] = os.environ) -> Settings:
    """Settings from the environment: `PORTAL_DATA`, `PORTAL_DATABASE_URL`, `PORTAL_ADDRESS` and others.

    Raises Misconfigured with a sentence when a value cannot be used.
    """
    data = Path(environ.get("PORTAL_DATA") or ROOT / "var").absolute()
    url = environ.get("PORTAL_DATABASE_URL") or f"sqlite:///{data / 'portal.sqlite'}"
    address = (environ.get("PORTAL_ADDRESS") or DEFAULT_ADDRESS).rstrip("/")
    _check_url(url)
    _check_address(address)
    numbers = [_number(environ, name) for name in NUMBERS]
    return Settings(data, url, address, *numbers)


def _number(environ: Mapping[str, str], name: str) -> int:
    usual, most, meaning = NUMBERS[name]
    text = environ.get(name) or str(usual)
    if not (text.isascii() and text.isdigit() and len(text) < 7 and int(text) <= most):
        raise Misconfigured(f"{name} 应当是 0 到 {most} 的整数：{meaning}。请检查后重试。")
    return int(text)


def _check_url(url: str) -> None:
    if not url.startswith(("sqlite:///", "postgresql://", "postgres://")):
        raise Misconfigured(
            "PORTAL_DATABASE_URL 只能以 sqlite:/// 或 postgresql:// 开头，请检查后重试。"
        )
    parts = _parts(url)
    if parts is None or parts.path.strip("/") in ("", ":memory:"):
        raise Misconfigured(
            "PORTAL_DATABASE_URL 应当写明数据库，例如 sqlite:////srv/portal/portal.sqlite"
            " 或 postgresql://用户:密码@主机/数据库名 ，请检查后重试。"
        )


def _parts(url: str) -> SplitResult | None:
    """The parts of an address, or None when its host or port cannot be understood."""
    try:
        parts = urlsplit(url)
        _ = parts.port  # looking at it is what checks it
    except ValueError:
        return None
    return parts


def _check_address(address: str) -> None:
    parts = _parts(address)
    origin = f"{parts.scheme}://{parts.netloc}" if parts and parts.hostname else ""
    plain = address.isprintable() and " " not in address and "@" not in address
    # Whatever else stands in it would stand in every absolute link of the site.
    if not plain or origin != address or not address.startswith(("http://", "https://")):
        raise Misconfigured(
            "PORTAL_ADDRESS 应当是网站的完整网址，例如 https://www.example.gov.cn ，请检查后重试。"
        )
