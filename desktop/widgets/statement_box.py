"""A statement of the walk-through: shape, code, state in a word, where it was met before, and its title."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget
from typing_extensions import override

from desktop.base.theme import Weight, look
from desktop.widgets.flow_box import EDGE, GAP, SIDE, RowPainter, row_height, small
from desktop.widgets.flow_layout import Setting
from desktop.widgets.measure import WRAP, text_height, text_width
from desktop.widgets.shapes import MARK_TONES, STANCE_TONES, VERDICT_TONES, Tone
from models.charts.map_look import BORDERS
from models.language.values import Mark
from models.pages.walk_values import WalkState, WalkStatement

PRESSING = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Select)


class StatementBox(QAbstractButton):
    """A box that leads to the explanation of its statement; the mouse leaves the keyboard where it is."""

    def __init__(self, item: WalkStatement, *, large: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.item = item
        self._large = large
        self._setting = Setting(13)
        self._state: WalkState | None = None
        self._picked = False
        self.setObjectName(f"statement:{item.id}")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setToolTip(item.text)

    @property
    def state(self) -> WalkState | None:
        """How the statement stands."""
        return self._state

    def receive(self, state: WalkState) -> None:
        """Show how the statement stands."""
        self._state = state
        parts = (state.spoken, self.item.seen, self.item.detail)
        self.setAccessibleName(". ".join(part for part in parts if part))
        self.update()

    def show_picked(self, picked: bool) -> None:
        """Show whether this is the statement being explained."""
        self._picked = picked
        self.update()

    def height_in(self, width: int, setting: Setting) -> int:
        """The height that its words need."""
        size = setting.size
        title = text_height(self._told(setting), _room(width), *self._title(size))
        feet = self._feet(width, size) * row_height(small(size))
        return row_height(size) + title + feet + look().px(2 * EDGE + 3)

    def set_type(self, setting: Setting) -> None:
        """Be set like this from now on."""
        self._setting = setting
        self.update()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in PRESSING and not event.isAutoRepeat():
            self.click()
        else:
            event.ignore()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        wanted, size = look(), self._size
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tone = tone_of(self._state)
        self._paint_ground(painter, tone)
        head = QRect(wanted.px(SIDE), wanted.px(EDGE), _room(self.width()), row_height(size))
        self._paint_head(painter, tone, head)
        painter.setFont(wanted.font(*self._title(size)))
        painter.setPen(wanted.colour("ink"))
        painter.drawText(
            head.adjusted(0, head.height() + wanted.px(1), 0, self.height()), WRAP, self._told(self._setting)
        )
        self._paint_feet(painter, tone, head)

    def _paint_ground(self, painter: QPainter, tone: Tone) -> None:
        wanted = look()
        status = self._state.status if self._state else None
        width, pattern = BORDERS[status] if status else (1.1, ())
        live = self._picked or self.hasFocus()
        pen = QPen(wanted.colour("brand" if live else tone.strong), wanted.px(10 * width) / 10)
        if self._large or live:
            pen.setWidthF(wanted.px(20) / 10)
        if pattern and not live:
            pen.setDashPattern(list(pattern))
        painter.setPen(pen)
        painter.setBrush(wanted.colour(tone.soft))
        inset = pen.widthF() / 2
        box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        round_ = wanted.px(4 if self.item.kind is None else 12)
        painter.drawRoundedRect(box, round_, round_)
        if self.hasFocus():
            painter.setPen(QPen(wanted.colour("ink"), 1, Qt.PenStyle.DotLine))
            painter.drawRoundedRect(box.adjusted(3, 3, -3, -3), round_ - 2, round_ - 2)

    def _paint_head(self, painter: QPainter, tone: Tone, head: QRect) -> None:
        """Shape, code and state at the left; at the right where it was met, if there is room."""
        size, row = self._size, RowPainter(painter, head, tone.soft)
        row.shape(tone, size - 1)
        if self.item.core:
            row.pill(self.item.code, size, Weight.BOLD)
        else:
            row.words(self.item.code, size, "ink", Weight.BOLD)
        if not self._is_crowded(self.width(), size):
            self._paint_seen(row)
        row.words(self._word, small(size), tone.strong, Weight.SEMIBOLD)

    def _paint_feet(self, painter: QPainter, tone: Tone, head: QRect) -> None:
        """Kind and paragraphs, and where it was met if there was no room for that at the top."""
        size, feet = small(self._size), self._feet(self.width(), self._size)
        if not feet:
            return
        high = row_height(size)
        foot = QRect(head.x(), self.height() - look().px(EDGE) - feet * high, head.width(), high)
        if self._is_crowded(self.width(), self._size):
            self._paint_seen(
                RowPainter(painter, foot.adjusted(0, (feet - 1) * high, 0, (feet - 1) * high), tone.soft)
            )
        if self._tells_detail:
            row = RowPainter(painter, foot, tone.soft)
            if self.item.kind is not None:
                row.sign(self.item.kind, size - 3, "ink_soft")
            row.words(self.item.detail, size, "ink_soft")

    def _paint_seen(self, row: RowPainter) -> None:
        if self.item.new:
            row.pill(self.item.seen, _tag(self._size), Weight.SEMIBOLD, right=True)
        elif self.item.seen:
            row.words(self.item.seen, _tag(self._size), "ink_soft", right=True)

    @property
    def _size(self) -> int:
        return self._setting.size

    def _told(self, setting: Setting) -> str:
        """A statement that was not met before is told in full if there is room."""
        met = bool(self.item.seen) and not self.item.new
        return self.item.text if setting.full and not (met or self._large) else self.item.title

    @property
    def _word(self) -> str:
        return self._state.word if self._state else ""

    @property
    def _tells_detail(self) -> bool:
        """Kinds and paragraphs are told where a statement is new; later its code is enough."""
        return bool(self.item.detail) and (self.item.new or not self.item.seen)

    def _feet(self, width: int, size: int) -> int:
        """How many rows there are under the title."""
        crowded = self._is_crowded(width, size)
        if not (crowded and self._tells_detail):
            return int(crowded or self._tells_detail)
        words = text_width(self.item.detail, small(size)) + text_width(
            self.item.seen, _tag(size), Weight.SEMIBOLD
        )
        return 1 if words + look().px(size + 3 * GAP + 10) <= _room(width) else 2

    def _is_crowded(self, width: int, size: int) -> bool:
        """Whether where it was met has no room beside the state."""
        if not self.item.seen:
            return False
        words = text_width(self.item.code, size, Weight.BOLD) + text_width(
            self._word, small(size), Weight.SEMIBOLD
        )
        words += text_width(self.item.seen, _tag(size), Weight.SEMIBOLD)
        pills = 10 * (self.item.core + self.item.new)
        return words + look().px(size - 1 + 3 * GAP + pills + 4) > _room(width)

    def _title(self, size: int) -> tuple[int, Weight]:
        return (size + 2, Weight.SEMIBOLD) if self._large else (size, Weight.REGULAR)


def tone_of(state: WalkState | None) -> Tone:
    """The colours and the shape of a state; plain where it is hidden or not known yet."""
    if state is None:
        return MARK_TONES[Mark.PLAIN]
    if state.verdict is not None:
        return VERDICT_TONES[state.verdict]
    return STANCE_TONES[state.stance] if state.stance is not None else MARK_TONES[state.mark]


def _tag(size: int) -> int:
    return max(12, size - 3)


def _room(width: int) -> int:
    return width - look().px(2 * SIDE)
