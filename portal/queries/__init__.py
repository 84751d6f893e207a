"""All reads: one module per subject, each function named for its answer."""
