"""The value chain of the pack: what goes into what, who supplies it, and what fails with it."""
