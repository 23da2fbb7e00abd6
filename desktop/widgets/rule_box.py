"""An inference of the walk-through: how the source carries it, where, what became of it, and what it says."""

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from desktop.base.theme import Weight, look
from desktop.widgets.flow_box import EDGE, GAP, SIDE, RowPainter, row_height, small
from desktop.widgets.flow_layout import Setting
from desktop.widgets.measure import WRAP, text_height, text_width
from desktop.widgets.shapes import MARK_TONES
from models.charts.map_look import PATTERNS
from models.pages.walk_values import WalkRule, WalkRuleState
from models.schema.result import RuleState, Usage


class RuleBox(QWidget):
    """A box that is only read; one that simply applies says so by its shape, any other in words too."""

    def __init__(self, rule: WalkRule, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rule = rule
        self._size = 13
        self._state: WalkRuleState | None = None
        self.setObjectName(f"rule:{rule.id}")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @property
    def state(self) -> WalkRuleState | None:
        """What became of the inference."""
        return self._state

    def receive(self, state: WalkRuleState) -> None:
        """Show what became of the inference."""
        self._state = state
        told = f"{self.rule.heading}, {self.rule.detail}: {self.rule.because}"
        self.setAccessibleName(f"{told} {state.word}." if state.word else told)
        self.setToolTip(state.word)
        self.update()

    def height_in(self, width: int, setting: Setting) -> int:
        """The height that its words need."""
        size = setting.size
        words = text_height(self.rule.because, _room(width), size)
        rows = 1 + (self._has_word or self._is_crowded(width, size))
        return rows * row_height(small(size)) + words + look().px(2 * EDGE + 3)

    def set_type(self, setting: Setting) -> None:
        """Be set like this from now on."""
        self._size = setting.size
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        wanted, size = look(), small(self._size)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        place = QRect(wanted.px(SIDE), wanted.px(EDGE), _room(self.width()), row_height(size))
        head = RowPainter(painter, place, "panel")
        low = self.height() - wanted.px(EDGE) - place.height()
        foot = RowPainter(painter, QRect(place.x(), low, place.width(), place.height()), "panel")
        self._paint_state(foot if self._has_word else head)
        head.sign(self.rule.kind, size - 2, self._ink)
        head.words(self.rule.heading, size, self._ink, Weight.SEMIBOLD)
        detail = foot if self._is_crowded(self.width(), self._size) else head
        detail.words(self.rule.detail, size, "ink_soft")
        painter.setFont(wanted.font(self._size))
        painter.setPen(wanted.colour("ink"))
        words = place.adjusted(0, place.height() + wanted.px(1), 0, self.height())
        painter.drawText(words, WRAP, self.rule.because)

    def _paint_ground(self, painter: QPainter) -> None:
        wanted = look()
        pen = QPen(wanted.colour(self._ink if self.rule.opposes else "line_strong"), wanted.px(13) / 10)
        if PATTERNS[self.rule.kind]:
            pen.setDashPattern(list(PATTERNS[self.rule.kind]))
        painter.setPen(pen)
        painter.setBrush(wanted.colour("added_soft" if self.rule.added else "panel"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), wanted.px(6), wanted.px(6))

    def _paint_state(self, row: RowPainter) -> None:
        """At the right: the word, where it needs one, and the shape of what became of it."""
        if self._state is None or not self._state.word:
            return
        size, tone = small(self._size), MARK_TONES[self._state.mark]
        if self._has_word:
            row.words(self._state.word, size, tone.strong, Weight.SEMIBOLD, right=True)
        row.shape(tone, size - 1, right=True)

    @property
    def _has_word(self) -> bool:
        state = self._state
        if state is None or not state.word:
            return False
        return self.rule.opposes or (state.state, state.usage) != (RuleState.APPLIES, Usage.IN_USE)

    def _is_crowded(self, width: int, size: int) -> bool:
        """Whether kind and paragraphs have no room beside the heading."""
        words = text_width(self.rule.heading, small(size), Weight.SEMIBOLD)
        words += text_width(self.rule.detail, small(size))
        return words + look().px(2 * small(size) + 3 * GAP) > _room(width)

    @property
    def _ink(self) -> str:
        return "added" if self.rule.added else "bad" if self.rule.opposes else "ink_soft"


def _room(width: int) -> int:
    return width - look().px(2 * SIDE)
