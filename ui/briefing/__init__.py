"""The briefing: asked for, looked at, printed."""
