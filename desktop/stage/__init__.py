"""The middle of the window: tabs, the page, what lies over it."""
