"""Rows and columns that fill their widget to its edge."""

from typing import TypeVar

from PySide6.QtWidgets import QBoxLayout

Box = TypeVar("Box", bound=QBoxLayout)


def flush(layout: Box, spacing: int = 0) -> Box:
    """The layout without a margin, and with so much between what is in it."""
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(spacing)
    return layout
