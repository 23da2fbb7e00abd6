"""What a room's people say comes in: from spreadsheets of ballots and from their phones."""
