"""Look-up (Ctrl+L): what the desk knows of a good, a code, a country or a company."""
