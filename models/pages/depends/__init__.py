"""What does it depend on? The page and its parts."""
