"""How the blocks of a page share its room, and how a page comes in parts in front of a room."""
