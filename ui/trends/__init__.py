"""The Trends page: one daily series, what was expected of it, and the stories behind a day."""
