"""Sanctions and screening lists: one file a format, each yielding neutral entries as it reads."""
