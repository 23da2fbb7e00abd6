"""The page `watch`, described once."""

from models.schema.page import Page
from models.schema.snapshot import Snapshot


def watch(snapshot: Snapshot) -> Page:
    """The page as it stands."""
    return Page(name="watch", title=snapshot.case.title)
