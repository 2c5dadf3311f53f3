"""The first page: who is watching, and three ways to see something at once."""
