"""Makes the guide's lists and pictures.

    python -m docs.guide.maker              everything (about a minute)
    python -m docs.guide.maker lists        only the lists
    python -m docs.guide.maker home editor  the lists, and only these pictures

Needs Chromium, Noto Sans CJK SC and the project's development packages. The portal that is
photographed lives in a temporary folder; its people and articles are invented.
"""

import sys

from docs.guide.maker import lists
from docs.guide.maker.camera import IMAGES, camera
from docs.guide.maker.office import office
from docs.guide.maker.scenes import PICTURES, SCENES


def main(wanted: list[str]) -> None:
    """Make what is wanted, and say so line by line."""
    unknown = set(wanted) - {"lists", *PICTURES}
    if unknown:
        sys.exit(f"no such picture: {', '.join(sorted(unknown))}")
    for chapter in lists.write():
        print(f"{chapter.name}: lists made anew", flush=True)
    if wanted != ["lists"]:
        take({*wanted} - {"lists"})


def take(wanted: set[str]) -> None:
    """Play the story and take the pictures that are wanted; all of them if none is named."""
    with office() as made, camera(made.address, wanted) as taking:
        for scene in SCENES:
            taking.taken.clear()
            scene.play(taking, made)
            if tuple(taking.taken) != scene.pictures:
                sys.exit(f"a scene took {taking.taken} instead of {scene.pictures}")
            for name in scene.pictures:
                if not wanted or name in wanted:
                    size = (IMAGES / f"{name}.png").stat().st_size
                    print(f"{name:14} {size / 1024:6.1f} KB", flush=True)


main(sys.argv[1:])
