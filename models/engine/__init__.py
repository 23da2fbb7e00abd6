"""Evaluates a case under a scenario and explains the answer: pure functions over frozen values."""
