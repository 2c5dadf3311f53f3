"""Dependence on single suppliers, from trade files that a person has."""
