"""Closed cases as records: into an archive, destroyed in time, opened to the public, forgotten."""
