"""The page of the watchlist."""
