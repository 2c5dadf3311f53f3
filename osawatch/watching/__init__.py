"""The watchlist as a post works on it: entries of its own, its changes of shipped ones."""
