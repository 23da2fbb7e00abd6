"""Dialogs, each loaded when it is first asked for."""
