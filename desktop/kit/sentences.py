"""Lines to be read from top to bottom; one with an action can be pressed, and buttons stand at the end of others."""

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from desktop.base.guard import override
from desktop.base.plain_text import set_tip
from desktop.base.roles import Role, set_role
from desktop.base.theme import Look
from desktop.kit.block import BlockWidget, follow_width
from desktop.kit.button import Kind, OptionButton
from desktop.kit.line_face import BOXED, LineFace, alone, lay_line, space_above
from desktop.kit.signs import draw_sign, smooth, soft_ground
from desktop.kit.stops import one_stop, walk
from desktop.kit.terms import tell, with_terms
from desktop.kit.text import TextBox
from models.language.spoken import spoken_line
from models.schema.action import Command
from models.schema.page import Line, Sentences, Weight

WIDTHS = 4
"""A line is measured for so many widths in turn before one is settled on; words that are laid out are kept for them."""


UNSEEN = Line(text="", action=Command(""))


class LineButton(QAbstractButton):
    """One line; it can be pressed if it has an action."""

    acted = Signal(object)

    def __init__(self, look: Look, larger: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.look = look
        self._larger = larger
        self._line = UNSEEN
        self._faces: dict[int, LineFace] = {}
        self._buttons: list[OptionButton] = []
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.clicked.connect(self._tell)

    def receive(self, line: Line, name: str) -> None:
        self.setObjectName(name)
        if line == self._line:
            return
        self._line, self._faces = line, {}
        self.setAccessibleName(spoken_line(line))
        set_tip(self, line.tip)
        pressed = line.action is not None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if pressed else Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor if pressed else Qt.CursorShape.ArrowCursor)
        self._make_buttons(line, name)
        self.update()

    def wear(self, look: Look) -> None:
        self.look, self._faces = look, {}
        for button in self._buttons:
            button.look = look
        self.update()

    def set_larger(self, larger: int) -> None:
        self._larger, self._faces = larger, {}
        self.update()

    def height_in(self, width: int) -> int:
        return self._laid(width).height

    def text_boxes(self) -> list[TextBox]:
        shown = [box.moved(self.pos()) for button in self._buttons for box in button.text_boxes()]
        return self._own_boxes() + shown

    def _own_boxes(self) -> list[TextBox]:
        return self._laid(self.width()).text_boxes(self.geometry())

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            return tell(event, self, with_terms(self._line.tip, *(box.text for box in self._own_boxes())))
        return super().event(event)

    @override
    def sizeHint(self) -> QSize:
        return QSize(self.look.px(200), self._laid(self.look.px(200)).height)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif not walk(event, self):
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place_buttons()
        super().resizeEvent(event)

    def _place_buttons(self) -> None:
        """At the right end of the words; from the left where there are none."""
        if not self._line.text:
            left = 0
            for button in self._buttons:
                wide = self.width() if alone(self._line) else button.sizeHint().width()
                button.setGeometry(left, 0, wide, self.height())
                left += wide + self.look.px(6)
            return
        right = self.width() - self.look.px(BOXED)
        for button in reversed(self._buttons):
            size = button.sizeHint()
            box = QRect(
                right - size.width(), (self.height() - size.height()) // 2, size.width(), size.height()
            )
            button.setGeometry(box)
            right -= size.width() + self.look.px(6)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        face, look = self._laid(self.width()), self.look
        painter = smooth(self)
        self._paint_ground(painter, face, self._line)
        if face.sign is not None and self._line.sign is not None:
            draw_sign(painter, face.sign, self._line.sign, look)
        for words in face.words:
            words.draw(painter, look)

    def _paint_ground(self, painter: QPainter, face: LineFace, line: Line) -> None:
        look, box = self.look, QRectF(self.rect())
        radius = look.px(6)
        painter.setPen(Qt.PenStyle.NoPen)
        if face.chip is not None and line.sign is not None:
            painter.setBrush(look.colour(soft_ground(line.sign.tone)))
            painter.drawRoundedRect(face.chip, face.chip.height() / 2, face.chip.height() / 2)
        if line.action is not None and (self.underMouse() or self.isDown()):
            painter.setBrush(look.colour("brand_soft"))
            painter.drawRoundedRect(box, look.px(4), look.px(4))
        if face.rule >= 0:
            painter.fillRect(QRectF(face.rule, 0, 1, self.height()), look.colour("line_strong"))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if face.boxed:
            painter.setPen(QPen(look.colour("line"), 1))
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        if self.hasFocus():
            painter.setPen(QPen(look.colour("brand"), 2))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), look.px(4), look.px(4))

    def _make_buttons(self, line: Line, name: str) -> None:
        while len(self._buttons) > len(line.buttons):
            gone = self._buttons.pop()
            gone.hide()
            gone.deleteLater()
        while len(self._buttons) < len(line.buttons):
            button = OptionButton(Kind.SMALL, self.look, self)
            button.chose.connect(self.acted)
            button.show()
            self._buttons.append(button)
        for button, option in zip(self._buttons, line.buttons, strict=True):
            button.receive(option, name, line.text)
        self._place_buttons()

    def _laid(self, width: int) -> LineFace:
        if width not in self._faces:
            if len(self._faces) == WIDTHS:
                self._faces.clear()
            gaps = self.look.px(6) * max(0, len(self._buttons) - 1)
            taken = sum(button.sizeHint().width() for button in self._buttons) + gaps
            self._faces[width] = lay_line(self._line, width, self.look, self._larger, taken)
        return self._faces[width]

    def _tell(self) -> None:
        if self._line.action is not None:
            self.acted.emit(self._line.action)


class StillLine(LineButton):
    """A line that is only read."""

    def __init__(self, look: Look, larger: int, parent: QWidget) -> None:
        super().__init__(look, larger, parent)
        set_role(self, Role.StaticText)

    @override
    def receive(self, line: Line, name: str) -> None:
        set_role(self, Role.Heading if line.weight is Weight.TITLE else Role.StaticText)
        super().receive(line, name)


class SentencesWidget(BlockWidget):
    """Shows lines, in columns where there is room for as many as are wished."""

    def __init__(self, controls: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(controls, parent)
        one_stop(self)
        set_role(self, Role.Grouping)
        self._larger = 0
        self._block: Sentences | None = None
        self._lines: list[LineButton] = []
        self._known: dict[int, list[QRect]] = {}
        follow_width(self, down=QSizePolicy.Policy.Minimum)

    @override
    def receive(self, block: Sentences) -> None:
        if block == self._block:
            return
        self._block, self._known = block, {}
        self.setAccessibleName(_title(block))
        for place, wanted in enumerate(block.lines):
            self._provide(place, LineButton if wanted.action is not None else StillLine)
        for place, line in enumerate(self._lines):
            line.setVisible(place < len(block.lines))
            if place < len(block.lines):
                line.receive(block.lines[place], f"{block.id}:{place}")
        self.updateGeometry()
        self.lay()

    @override
    def set_larger(self, larger: int) -> None:
        if larger != self._larger:
            self._larger, self._known = larger, {}
            for line in self._lines:
                line.set_larger(larger)
            self.lay()

    @override
    def wear(self, look: Look) -> None:
        super().wear(look)
        self._known = {}
        for line in self._lines:
            line.wear(look)
        self.lay()

    @override
    def text_boxes(self) -> list[TextBox]:
        found: list[TextBox] = []
        shown = self._block.lines if self._block else ()
        for place, line in enumerate(shown):
            is_over = line.weight is Weight.TITLE and place + 1 < len(shown)
            below = self._lines[place + 1].geometry() if is_over else QRect()  # it is not cut off from it
            found += [box._replace(room=box.room.united(below)) for box in self._lines[place].text_boxes()]
        return found

    @override
    def heightForWidth(self, width: int) -> int:
        return max((box.bottom() + 1 for box in self._places(width)), default=0)

    def _provide(self, place: int, kind: type[LineButton]) -> None:
        """See that there is a line of a kind at a place: to a screen reader, they differ."""
        if place < len(self._lines) and type(self._lines[place]) is kind:
            return
        line = kind(self.look, self._larger, self)
        line.acted.connect(self.acted)
        if place < len(self._lines):
            self._lines[place].hide()
            self._lines[place].deleteLater()
        self._lines[place : place + 1] = [line]

    def _places(self, width: int) -> list[QRect]:
        """Where the lines stand in a width; asked for several widths in turn, several times."""
        if self._block is None or not self._block.lines:
            return []
        if width not in self._known:
            self._known[width] = self._placed(self._block, width)
        return self._known[width]

    def _placed(self, block: Sentences, width: int) -> list[QRect]:
        gap, lines = self.look.px(24), block.lines
        columns = max(1, min(block.columns, (width + gap) // self.look.px(280)))
        across = (width - (columns - 1) * gap) // columns
        rows = -(-len(lines) // columns)
        places, top = [], 0
        for place, line in enumerate(lines):
            first = place % rows == 0
            top = 0 if first else top + self.look.px(space_above(line, lines[place - 1]))
            high = self._lines[place].height_in(across)
            places.append(QRect((place // rows) * (across + gap), top, across, high))
            top += high
        return places

    @override
    def lay(self) -> None:
        for line, box in zip(self._lines, self._places(self.width()), strict=False):
            line.setGeometry(box)


def _title(block: Sentences) -> str:
    """What its lines are about, which is said where one of them is come to from elsewhere."""
    first = block.lines[0] if block.lines else None
    return first.text if first is not None and first.weight is Weight.TITLE else block.heading
