"""Running the site (网站设置): sections, links and settings.

`by` is who makes the change; nobody, where it is part of a larger act that the journal names as a
whole, such as loading the demo.
"""

from portal.services.site.links import (
    add_link,
    change_link,
    delete_link,
    move_link,
    replace_links,
)
from portal.services.site.sections import (
    add_section,
    change_section,
    delete_section,
    move_section,
)
from portal.services.site.settings import change_settings

__all__ = [
    "add_link",
    "add_section",
    "change_link",
    "change_section",
    "change_settings",
    "delete_link",
    "delete_section",
    "move_link",
    "move_section",
    "replace_links",
]
