"""Brings the groups of a workshop in: their files, and the folder into which the tables save."""
