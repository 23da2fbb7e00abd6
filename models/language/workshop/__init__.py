"""The words of a workshop: its groups and rounds, ballots and tallies, decisions, signposts and log."""
