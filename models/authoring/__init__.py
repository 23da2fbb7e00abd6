"""Writing cases: a case as a text that edits change, a source to mark, drafting help and advice in the margin."""
