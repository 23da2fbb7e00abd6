"""What is open: the state and its undo, and the files that it comes from and goes to."""
