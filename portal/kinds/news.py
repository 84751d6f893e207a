"""新闻类: dated articles in a list of lines."""

from portal.kinds.base import Kind

NEWS = Kind("news", "新闻")
