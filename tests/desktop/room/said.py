"""What is done and said on the room's screen, for its tests."""

from PySide6.QtWidgets import QLabel

from models.store.cases import load_embedded
from tests.window import room

RUSSIA = load_embedded().by_code["A3"].id
MOSCOW = load_embedded().by_code["R5"].id


def said(name: str) -> str:
    """The words of a label on the room's screen; none where it is hidden."""
    label = room().findChild(QLabel, name)
    assert label is not None
    return label.text() if label.isVisible() else ""
