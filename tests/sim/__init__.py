"""Invented posts that work for weeks, exchange files, break and go on; in the end all must agree."""
