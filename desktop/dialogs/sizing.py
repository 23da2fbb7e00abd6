"""How large a dialog opens: as large as its words make it, and never larger than the screen."""

from PySide6.QtWidgets import QDialog

from desktop.base.theme import look

EDGE = 48
"""Pixels of the screen that a dialog and its frame leave free."""


def open_at(dialog: QDialog, width: int, height: int) -> None:
    """Give a dialog a size in pixels at 100 %, enlarged with the words."""
    room = dialog.screen().availableGeometry()
    dialog.resize(
        min(look().px(width), room.width() - look().px(EDGE)),
        min(look().px(height), room.height() - look().px(EDGE)),
    )
