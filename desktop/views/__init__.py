"""One file for each thing the user would name: a snapshot goes in, signals come out."""
