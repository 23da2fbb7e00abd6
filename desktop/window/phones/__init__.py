"""Lets phones vote: the networks that they may be on, and the server for as long as it is wanted."""
