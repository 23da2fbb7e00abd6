"""Where do we differ? The page and its parts."""
