"""隐名处理: a legal document's original becomes the text that readers may see.

`sheet` reads a content as one text, `plan` proposes the changes as an editor decided on them,
`keeping` counts what stays, `saving` stores the result beside its original, `guard` keeps originals
from becoming revisions, `files` reads the names of files and `spelling` what they sound like,
and `sealing` empties what the public must never see once the article is live.
"""
