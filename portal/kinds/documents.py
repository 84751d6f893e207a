"""法律文书类: documents with the fields that 12309 and readers look for."""

from portal.kinds.base import Field, Kind

DOCUMENTS = Kind(
    "documents",
    "法律文书",
    listing="documents",
    body="document",
    anonymised=True,
    fields=(
        Field("type", "文书类型"),
        Field("number", "文号", hint="年份用六角括号，例如：示检刑诉〔2026〕12号。"),
        Field("cause", "案由"),
        Field("unit", "制作单位"),
        Field("date", "文书日期", "date"),
        Field("basis", "公开依据", required=False),
    ),
)
