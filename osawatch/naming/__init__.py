"""The names of the kept lists, looked for in each new text."""
