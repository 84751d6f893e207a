"""The same file may stand at a second address: its folder is its own, its content need not be."""


def up(migrator, db):
    migrator.migrate(
        migrator.drop_index("media", "media_sha256"),
        migrator.add_index("media", ("sha256",)),
        migrator.add_index("media", ("folder",), unique=True),
    )
