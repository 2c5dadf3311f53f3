"""One country: a page of all that this desk knows of it."""
