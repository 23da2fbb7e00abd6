"""Reads and writes the files: cases, scenarios, migrations and their problems. All of them are hostile."""
