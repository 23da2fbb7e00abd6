"""Figures from results, with matplotlib's object-oriented interface; no pyplot, no Qt."""
