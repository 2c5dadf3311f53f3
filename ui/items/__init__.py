"""All items: what was seen, what became of it, and why it raised nothing if it did not."""
