"""The page `programme`, described once."""

from models.schema.page import Page
from models.schema.snapshot import Snapshot


def programme(snapshot: Snapshot) -> Page:
    """The page as it stands."""
    return Page(name="programme", title=snapshot.case.title)
