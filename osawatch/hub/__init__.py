"""Shared triage: the same log on a PostgreSQL server, while the profile stays the truth here."""
