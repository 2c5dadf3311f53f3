"""Strangers' bytes, changed at random: no reader may raise what it does not promise, or hang."""
