"""One thing to type in: a field with its label, and a calendar for a date."""
