"""The exact answers over all settings: pure functions from a case and a scenario to a frozen answer."""
