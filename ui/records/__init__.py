"""Closed cases as records, and a person's data: what the archive of a post answers for."""
