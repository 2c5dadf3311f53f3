"""The page of a situation: its timeline, live, and its reports."""
