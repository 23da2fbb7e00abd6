"""What the board is painted from: a card, what stands on it, and the key in the last slot."""
