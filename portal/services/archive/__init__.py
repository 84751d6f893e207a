"""Backups: everything that makes up a portal in one file, the same for both databases.

The file is a ZIP: `manifest.json`, one `tables/<name>.jsonl` per table, and the files of `media/`
and `secrets/` with the head of the journal. A backup made on SQLite can be restored on PostgreSQL
and the other way round; search is built anew.
"""

from portal.services.archive.loading import restore
from portal.services.archive.saving import back_up

__all__ = ["back_up", "restore"]
