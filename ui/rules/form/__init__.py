"""A rule as fields: for people who do not write YAML."""
