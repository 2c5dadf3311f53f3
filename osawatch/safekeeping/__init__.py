"""What keeps a profile: copies of it, their return, and mending what can be mended."""
