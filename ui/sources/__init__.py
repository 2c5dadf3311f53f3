"""The Sources page: health at a glance, and one source in words."""
