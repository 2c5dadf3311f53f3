"""Invented posts that work for weeks, exchange files and break; in the end all must agree."""
