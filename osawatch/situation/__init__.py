"""A situation: some sources asked as fast as is polite, a timeline, numbered reports, an end."""
