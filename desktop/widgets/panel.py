"""A white panel on the ground of the window."""

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desktop.widgets.labels import text_label


def panel(*contents: QWidget, title: str = "", margin: int = 6) -> QFrame:
    """What belongs together, one below the other, under a title if there is one; the last gets the room."""
    frame = QFrame()
    frame.setObjectName("panel")
    column = QVBoxLayout(frame)
    column.setContentsMargins(margin + 2, margin, margin + 2, margin)
    column.setSpacing(4)
    if title:
        column.addWidget(text_label(title, "section", wrap=True))
    for content in contents:
        column.addWidget(content, 1 if content is contents[-1] else 0)
    return frame
