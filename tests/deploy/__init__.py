"""The files of deploy/, started as they are."""
