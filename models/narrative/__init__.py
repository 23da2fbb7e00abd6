"""The only place where results become sentences; every function here is pure and returns plain text."""
