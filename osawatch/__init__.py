"""What does the desk know and decide? Store, pipeline, alerts, triage, trends, command line."""

__version__ = "0.1.0"
