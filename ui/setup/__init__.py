"""A desk's set-up, given out and taken in."""
