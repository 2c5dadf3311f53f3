"""Which texts deserve a look, and why? Watchlist, rule files, matching; pure."""
