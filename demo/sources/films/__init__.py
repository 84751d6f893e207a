"""The films: each module is one film, its shots in order."""
