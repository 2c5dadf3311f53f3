"""The desk's briefing: what changed, what was decided, what comes; each line with its source."""
