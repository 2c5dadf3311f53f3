"""What stands around every page: the rail, the status bar, the toast, the keys, the polling."""
