"""Files that a source is read from, kind by kind."""
