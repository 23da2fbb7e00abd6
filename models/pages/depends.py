"""The page `depends`, described once."""

from models.schema.page import Page
from models.schema.snapshot import Snapshot


def depends(snapshot: Snapshot) -> Page:
    """The page as it stands."""
    return Page(name="depends", title=snapshot.case.title)
