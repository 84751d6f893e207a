"""The people of the demo town: officials in uniform and their neighbours."""

from dataclasses import replace

from studio.looks import Look
from studio.palette import GOLD, GREY_HAIR, TAN, WARM

UNIFORM = Look(top="#17335c", dress="suit", bottom="#152b4c", tie="#8c3038", badge=True)
SUMMER = Look(top="#b9cfe8", dress="shirt", bottom="#152b4c", badge=True)

OFFICER = replace(UNIFORM, cut="parted")
OFFICER_F = replace(UNIFORM, cut="bob", slim=0.88)
OFFICER_2 = replace(UNIFORM, cut="crop", skin=WARM, glasses=True)
OFFICER_S = replace(SUMMER, cut="tail", slim=0.88)
OFFICER_M = replace(SUMMER, cut="short", skin=WARM)

GRANDPA = Look(
    top="#7d8b99",
    dress="shirt",
    bottom="#4a525e",
    hair=GREY_HAIR,
    cut="thin",
    glasses=True,
    skin="#ecc29d",
)
GRANDMA = Look(
    top="#b98a86",
    dress="shirt",
    bottom="#4d4653",
    hair="#d4d8de",
    cut="bun",
    slim=0.9,
    skin="#f0c9a8",
)
WARDEN = Look(top=GOLD, dress="vest", under="#557a95", bottom="#39485a", hat="sunhat", skin=WARM)
FARMER = Look(top="#6f93a8", dress="shirt", bottom="#55606b", hat="straw", skin=TAN)
FARMER_F = Look(
    top="#c08d83", dress="shirt", bottom="#4c5560", hat="straw", skin=WARM, cut="bob", slim=0.9
)
BUILDER = Look(top="#7b8794", dress="tee", bottom="#4a5766", hat="helmet", skin=TAN)
MOTHER = Look(top="#cf9f8f", dress="shirt", bottom="#46566b", cut="long", slim=0.86)
FATHER = Look(top="#8ea7a2", dress="tee", bottom="#4a5766", cut="crop", skin=WARM)
STUDENT = Look(top="#e8ecf1", dress="shirt", bottom="#5c6d86", cut="tail", slim=0.84)
GIRL = Look(top="#e3b7a8", dress="frock", legs="skirt", cut="pigtails", slim=0.8)
BOY = Look(top="#8fb3c9", dress="tee", bottom="#5b6b7d", cut="bowl", slim=0.82)
