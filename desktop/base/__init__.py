"""What every part of the window stands on: the look, settings, paths and background tasks."""
