"""One widget for each kind of block, and the small parts they share; it knows no policy."""
