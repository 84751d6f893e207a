"""Makes the pictures and the lists of the editors' guide (采编台使用指南)."""
