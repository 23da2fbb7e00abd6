"""Things to type in, side by side where there is room, with buttons below."""

from PySide6.QtCore import QEvent, QPoint, QRect
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from desktop.base.guard import override
from desktop.base.theme import Look
from desktop.kit.block import BlockWidget, follow_width
from desktop.kit.choice import ChoiceWidget
from desktop.kit.entry.field_row import FieldRow
from desktop.kit.text import TextBox
from models.schema.page import Choice, Entry, Field, Fields, Form

NARROWEST, GAP = 160, 10
"""A short field has at least this width, and so much room around it; unscaled."""
WIDEST = 640
"""A line of text gets no wider than a line can be read; unscaled."""


class FieldsWidget(BlockWidget):
    """Shows fields and buttons; long texts take a line of their own."""

    def __init__(self, controls: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(controls, parent)
        self._block: Fields | None = None
        self._rows: dict[tuple[str, Entry], FieldRow] = {}
        self._buttons = ChoiceWidget(controls, self)
        self._buttons.acted.connect(self.acted)
        follow_width(self, down=QSizePolicy.Policy.Fixed)

    @override
    def receive(self, block: Fields) -> None:
        if block == self._block:
            return
        self._block = block
        kept = {(field.id, field.kind) for field in block.fields}
        free = self._given_up(kept)
        for field in block.fields:
            key = field.id, field.kind
            if key not in self._rows:
                row = next((row for row in free if row.kind is field.kind), None)
                self._rows[key] = row or self._made(field)
                free = [other for other in free if other is not row]
            self._rows[key].receive(field)
        for gone in free:
            gone.hide()
            gone.deleteLater()
        self._buttons.receive(
            Choice(id=f"{block.id}:buttons", label=block.heading, options=block.buttons, form=Form.BUTTONS)
        )
        self._buttons.setVisible(bool(block.buttons))
        self.updateGeometry()
        self.lay()

    def _given_up(self, kept: set[tuple[str, Entry]]) -> list[FieldRow]:
        """Rows whose fields are gone, for others of their kind: to make one costs more than all the rest.

        One in which somebody is typing goes, with what is typed.
        """
        free: list[FieldRow] = []
        for key in [key for key in self._rows if key not in kept]:
            gone = self._rows.pop(key)
            if gone.is_idle:
                free.append(gone)
            else:
                gone.hide()
                gone.deleteLater()
        return free

    def _made(self, field: Field) -> FieldRow:
        row = FieldRow(field, self.look, self)
        row.acted.connect(self.acted)
        row.show()
        return row

    @override
    def wear(self, look: Look) -> None:
        super().wear(look)
        self._buttons.wear(look)
        for row in self._rows.values():
            row.wear(look)
        self.lay()

    @override
    def text_boxes(self) -> list[TextBox]:
        shown = [part for row in self._in_order for part in (row.label, row.problem) if not part.isHidden()]
        found = [_label_box(label, self) for label in shown if label.text()]
        return found + [box.moved(self._buttons.pos()) for box in self._buttons.text_boxes()]

    @override
    def heightForWidth(self, width: int) -> int:
        return self._places(width)[1]

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest:
            self.lay()
            self.updateGeometry()
            return True
        return super().event(event)

    @property
    def _in_order(self) -> list[FieldRow]:
        fields = self._block.fields if self._block else ()
        return [self._rows[field.id, field.kind] for field in fields]

    def _places(self, width: int) -> tuple[list[QRect], int]:
        """Where the fields stand in a width, then the buttons; and how high that is."""
        gap = self.look.px(GAP)
        columns = max(1, (width + gap) // self.look.px(NARROWEST + GAP))
        across = (width - (columns - 1) * gap) // columns
        places: list[QRect] = []
        column, top, bottom = 0, 0, 0
        for field, row in zip(self._block.fields if self._block else (), self._in_order, strict=True):
            long = field.kind in (Entry.LONG_TEXT, Entry.TEXT)
            if column and (long or column == columns):
                column, top = 0, bottom + gap
            most = self.look.px(WIDEST) if field.kind is Entry.TEXT else width
            wide = min(width, most) if long else across
            high = row.heightForWidth(wide) if row.hasHeightForWidth() else row.sizeHint().height()
            places.append(QRect(column * (across + gap), top, wide, high))
            bottom = max(bottom, top + high)
            column = columns if long else column + 1
        if self._block is not None and self._block.buttons:
            top = bottom + gap if places else 0
            places.append(QRect(0, top, width, self._buttons.heightForWidth(width)))
            bottom = places[-1].bottom() + 1
        return places, bottom

    @override
    def lay(self) -> None:
        parts: list[QWidget] = [*self._in_order, self._buttons]
        for part, place in zip(parts, self._places(self.width())[0], strict=False):
            part.setGeometry(place)


def _label_box(label: QLabel, within: QWidget) -> TextBox:
    room = QRect(label.mapTo(within, QPoint(0, 0)), label.size())
    needed = label.fontMetrics().boundingRect(QRect(0, 0, room.width(), 10_000), 0x1000, label.text())
    return TextBox(label.text(), QRect(room.topLeft(), needed.size()), room)
