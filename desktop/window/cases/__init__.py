"""The case that is written in the window, and its file."""
