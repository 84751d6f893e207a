"""栏目组: a section that only gathers its sub-sections."""

from portal.kinds.base import Kind

GROUP = Kind("group", "栏目组", listing="group", has_articles=False)
