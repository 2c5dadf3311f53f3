"""Rules that look at items over time: an item alone does not tell whether they speak."""
