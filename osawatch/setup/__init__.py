"""A desk's set-up in one file: sources, watchlist, rules, settings, saved searches."""
