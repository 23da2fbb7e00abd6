"""The pages, each described once as a title and blocks, by a pure function of a snapshot."""
