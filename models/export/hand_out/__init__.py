"""The interactive hand-out: one file in which anybody toggles the assumptions, without any program."""
