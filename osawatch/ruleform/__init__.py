"""A rule as a form: what its fields hold, and how a change of one is put into its text."""
