"""Strangers' bytes are read in a process apart, within walls. The door is `keeper.parse`."""
