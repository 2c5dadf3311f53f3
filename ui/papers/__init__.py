"""Papers: a template, what the desk knows, a text that a person changes, a file."""
