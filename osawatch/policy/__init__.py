"""What an administrator has decided for this machine, and what follows from it."""
