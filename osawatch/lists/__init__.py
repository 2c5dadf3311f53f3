"""Sanctions lists: kept, followed between versions, told of, and the names on them."""
