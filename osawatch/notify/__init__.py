"""Which alerts interrupt a person, when, and why the others do not."""
