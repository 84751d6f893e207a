"""The scenes: each module names its pictures in PICTURES and draws one per function."""
