"""What stands at the sides: the assumptions, and why."""
