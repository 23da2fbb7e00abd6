"""Pieces of YAML in which edits change what differs, and nothing else."""
