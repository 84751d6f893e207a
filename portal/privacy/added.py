"""Names that an editor adds by hand: found at every place where they stand."""

import re
from collections.abc import Iterable, Sequence

from portal.privacy.detection import Detection, settled
from portal.privacy.folding import folded

_WHY = "由编辑补充的姓名。"


def added(text: str, names: Iterable[str], found: Sequence[Detection]) -> list[Detection]:
    """What was found together with every place of these names; what is longer and certain stays.

    A name that was found already is the same person.
    """
    known = {each.text: each.person for each in found if each.kind == "name"}
    plain = folded(text)
    more = [
        Detection("name", *place.span(), text[slice(*place.span())], person, "", True, _WHY)
        for name in dict.fromkeys(names)
        for person in (known.get(name) or f"added {name}",)
        for place in re.finditer(re.escape(folded(name)), plain)
    ]
    return settled([*found, *more])
