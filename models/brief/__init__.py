"""Composes the briefing sheet from a snapshot and sets it as PDF or page images."""
