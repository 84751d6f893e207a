"""The workflow (审核流程): which moves there are, who may take them, and what they do.

`rules` is the one table of allowed moves; `moves` carries them out on a revision, `placing` on an
article; `due` does what was scheduled when its time has come.
"""
