"""The page `holds`, described once."""

from models.schema.page import Page
from models.schema.snapshot import Snapshot


def holds(snapshot: Snapshot) -> Page:
    """The page as it stands."""
    return Page(name="holds", title=snapshot.case.title)
