"""Rules: a list, an editor with live checks and tests, a backtest over the stored items."""
