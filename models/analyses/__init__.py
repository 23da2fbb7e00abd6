"""Exact answers over all settings of a case, or over the completions of a scenario; pure functions."""
