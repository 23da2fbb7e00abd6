"""The main window, its commands, and the joins: the only place that knows all parts."""
