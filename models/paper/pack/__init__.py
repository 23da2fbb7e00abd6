"""What a workshop needs on paper beside the briefing sheet: before it, in the room, and after it."""
