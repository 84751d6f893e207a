"""One article's whole life, by keyboard alone: the people who take part in it."""
