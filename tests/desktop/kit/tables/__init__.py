"""What a table shows, measures and takes in, with values invented for it."""
