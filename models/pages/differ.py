"""The page `differ`, described once."""

from models.schema.page import Page
from models.schema.snapshot import Snapshot


def differ(snapshot: Snapshot) -> Page:
    """The page as it stands."""
    return Page(name="differ", title=snapshot.case.title)
