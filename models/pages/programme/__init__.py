"""The programme: the page and its parts."""
