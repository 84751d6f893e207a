"""All writes: each move checks, then changes everything it must in one transaction."""
