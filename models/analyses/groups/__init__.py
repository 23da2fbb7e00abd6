"""What the groups of a workshop differ on, who moved, and what was foreseen."""
