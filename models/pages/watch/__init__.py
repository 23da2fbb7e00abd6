"""What do we watch? The page, its parts, and the minutes that are handed out."""
