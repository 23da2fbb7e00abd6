"""The case editor: the source at the left, the argument at the right, what follows below. It shows and tells wishes."""
