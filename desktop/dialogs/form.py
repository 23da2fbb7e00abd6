"""What dialogs share: how large they open, a line to fill in, a field of several, and the rows above OK and Cancel."""

from collections.abc import Sequence

from PySide6.QtWidgets import (
    QAbstractButton,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QWidget,
)

from desktop.base.plain_text import named, without_letter
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


LONGEST = 120
BEFORE = 8
"""The room before a number, unscaled: the style sheet's padding does not reach into a field with steps."""


def line(name: str, text: str, hint: str = "", longest: int = LONGEST) -> QLineEdit:
    field = named(QLineEdit(text), name)
    field.setMaxLength(longest)
    field.setPlaceholderText(hint)
    return field


def lines(name: str, text: str, hint: str = "") -> QPlainTextEdit:
    """Several lines to fill in; Tab leaves them."""
    field = named(QPlainTextEdit(text), name)
    field.setTabChangesFocus(True)
    field.setPlaceholderText(hint)
    return field


def number(name: str, least: int, most: int) -> QSpinBox:
    """A number to fill in; the arrow keys and the wheel count."""
    field = named(QSpinBox(), name)
    field.setRange(least, most)
    field.lineEdit().setTextMargins(look().px(BEFORE), 0, 0, 0)
    return field


def lay_out(dialog: QDialog, rows: Sequence[tuple[str, QWidget]], width: int, height: int) -> None:
    """Put the fields under each other, each after its label, and OK and Cancel at the foot."""
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
    buttons.accepted.connect(dialog.accept)
    buttons.rejected.connect(dialog.reject)
    layout = QFormLayout(dialog)
    layout.setContentsMargins(20, 18, 20, 16)
    layout.setSpacing(12)
    for label, field in rows:
        layout.addRow(label, field)
    name_fields(layout)
    layout.addRow(buttons)
    open_at(dialog, width, height)


def name_fields(layout: QFormLayout) -> None:
    """Name labels and fields, for who hears them, without the letter to press; a box to tick has words of its own."""
    for row in range(layout.rowCount()):
        item = layout.itemAt(row, QFormLayout.ItemRole.LabelRole)
        label = item.widget() if item else None
        if isinstance(label, QLabel):
            label.setAccessibleName(without_letter(label.text()))
            field = label.buddy()
            if field is not None and not isinstance(field, QAbstractButton) and not field.accessibleName():
                field.setAccessibleName(label.accessibleName())
