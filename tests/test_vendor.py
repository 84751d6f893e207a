"""Third-party files are what their makers published, and the list of them is complete."""

import hashlib
import re
from pathlib import Path

VENDOR = Path(__file__).parent.parent / "static" / "vendor"


def test_checksums() -> None:
    listed = dict(
        re.findall(r"\| `([^`]+)` \|.*\| ([0-9a-f]{64}) \|", (VENDOR / "README.md").read_text())
    )
    scripts = {str(path.relative_to(VENDOR)) for path in VENDOR.rglob("*.js")}
    assert scripts == set(listed)
    for name, checksum in listed.items():
        assert hashlib.sha256((VENDOR / name).read_bytes()).hexdigest() == checksum, name


def test_every_folder_has_its_licence() -> None:
    for folder in (each for each in VENDOR.iterdir() if each.is_dir()):
        assert (folder / "LICENSE").read_text().strip(), folder
