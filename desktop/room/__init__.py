"""The room's screen and what works it."""
