"""The tests. Nothing they store outlives a run, so passwords and the disk may be quick."""

from argon2 import PasswordHasher

from portal import database
from portal.services.accounts import passwords

passwords.HASHER = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
database.PRAGMAS["synchronous"] = "off"  # no test cuts the power
