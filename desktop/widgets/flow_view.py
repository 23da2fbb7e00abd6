"""One step of the argument as a drawing: what it rests on, why it follows, what follows, and the lines between."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from desktop.base.theme import Weight, look
from desktop.widgets.dressed import Dressed
from desktop.widgets.flow_layout import FlowLayout
from desktop.widgets.map_strokes import draw_arrow, stroke
from desktop.widgets.rule_box import RuleBox
from desktop.widgets.statement_box import StatementBox
from models.charts.map_look import AGAINST, HANGING, PATTERNS, WIRES, rule_line
from models.pages.walk_values import WalkPremise, WalkRuleState, WalkState, WalkStep
from models.schema.result import RuleState, Usage

SHARES = (0.31, 0.42, 0.27)
NARROW, ROLES, ARROW = 40, 74, 34
UNKNOWN = ("ink_faint", 1.4)


class FlowView(Dressed, QWidget):
    """Premises at the left, inferences in the middle, the conclusion at the right."""

    picked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("flow")
        self._step: WalkStep | None = None
        self._statements: dict[str, StatementBox] = {}
        self._rules: dict[str, RuleBox] = {}
        self._conclusion: StatementBox | None = None
        self._layout = FlowLayout(SHARES, (NARROW, ARROW), self)

    def receive(
        self, step: WalkStep, states: Sequence[WalkState], rules: Sequence[WalkRuleState], picked: str
    ) -> None:
        """Show a step with the state of everything on it."""
        if step != self._step:
            self._build(step)
        for state in states:
            self._box(state.id).receive(state)
        for rule in rules:
            self._rules[rule.id].receive(rule)
        self.mark_picked(picked)
        self._layout.invalidate()
        self.update()

    def mark_picked(self, identifier: str) -> None:
        """Ring the statement that is being explained."""
        for box in self._boxes():
            box.show_picked(box.item.id == identifier)

    @override
    def dress(self) -> None:
        self._layout.invalidate()
        self.updateGeometry()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._step is None or self._conclusion is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for place, rule in enumerate(self._step.rules):
            box = self._rules[rule.id]
            for premise, end in self._arrivals(box):
                self._paint_wire(painter, premise, box, end)
            arrival = _port(self._conclusion, place, len(self._step.rules))
            self._paint_arrow(painter, box, QPointF(self._conclusion.x(), arrival))
        for box in self._rules.values():
            for premise, end in self._arrivals(box):
                self._paint_role(painter, premise, end)

    def _arrivals(self, box: RuleBox) -> Iterator[tuple[WalkPremise, QPointF]]:
        """Where the lines to an inference arrive, in the order of the boxes that they come from."""
        premises = sorted(box.rule.premises, key=lambda premise: self._statements[premise.statement].y())
        for number, premise in enumerate(premises):
            yield premise, QPointF(box.x(), _port(box, number, len(premises)))

    def _boxes(self) -> list[StatementBox]:
        return [*self._statements.values(), *([self._conclusion] if self._conclusion else [])]

    def _box(self, identifier: str) -> StatementBox:
        if self._conclusion is not None and identifier == self._conclusion.item.id:
            return self._conclusion
        return self._statements[identifier]

    def _build(self, step: WalkStep) -> None:
        while (place := self._layout.takeAt(0)) is not None:
            widget = place.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._step = step
        self._statements = {item.id: StatementBox(item, parent=self) for item in step.statements}
        self._rules = {rule.id: RuleBox(rule, self) for rule in step.rules}
        self._conclusion = StatementBox(step.conclusion, large=True, parent=self) if step.conclusion else None
        roles = any(premise.word for rule in step.rules for premise in rule.premises)
        self._layout.set_gaps((ROLES if roles else NARROW, ARROW))
        for box in self._boxes():
            self._layout.put(box, box, 2 if box is self._conclusion else 0)
            box.clicked.connect(self._pick)
            box.show()
        for rule in self._rules.values():
            self._layout.put(rule, rule, 1)
            rule.show()

    def _pick(self) -> None:
        box = self.sender()
        if isinstance(box, StatementBox):
            self.picked.emit(box.item.id)

    def _paint_wire(self, painter: QPainter, premise: WalkPremise, box: RuleBox, end: QPointF) -> None:
        source = self._statements[premise.statement]
        status = source.state.status if source.state else None
        name, width = WIRES[status] if status else UNKNOWN
        pattern = AGAINST if box.rule.opposes else PATTERNS[box.rule.kind]
        start = QPointF(source.x() + source.width(), source.y() + source.height() / 2)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(stroke(look().colour(name), look().px(12 * width) / 10, pattern))
        painter.drawPath(_curve(start, end))

    def _paint_role(self, painter: QPainter, premise: WalkPremise, end: QPointF) -> None:
        """The role of a premise where its line arrives; a bar across and "not" where it must not hold."""
        wanted = look()
        word = "not" if premise.negated else premise.word
        if premise.negated:
            painter.setPen(QPen(wanted.colour("ink"), wanted.px(20) / 10))
            reach = wanted.px(6)
            bar = end.x() - wanted.px(5)
            painter.drawLine(QPointF(bar, end.y() - reach), QPointF(bar, end.y() + reach))
        if not word:
            return
        painter.setFont(wanted.font(max(12, self._layout.setting.size - 3), Weight.SEMIBOLD))
        metrics = QFontMetricsF(painter.font())
        room = metrics.horizontalAdvance(word) + wanted.px(6)
        place = QRectF(end.x() - room - wanted.px(9), end.y() - metrics.height() / 2, room, metrics.height())
        painter.fillRect(place, wanted.colour("ground"))
        painter.setPen(wanted.colour("ink" if premise.negated else "ink_soft"))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, word)

    def _paint_arrow(self, painter: QPainter, box: RuleBox, end: QPointF) -> None:
        state = box.state
        if state is None:
            return
        told = state.state or RuleState.APPLIES
        start = QPointF(box.x() + box.width(), box.y() + box.height() / 2)
        bend = QPointF(end.x() - look().px(14), end.y())
        name, width = rule_line(told, state.usage)
        against = box.rule.opposes and told is RuleState.APPLIES and state.usage is Usage.IN_USE
        pattern = AGAINST if box.rule.opposes else HANGING if told is RuleState.OPEN else ()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(stroke(look().colour("bad" if against else name), look().px(12 * width) / 10, pattern))
        painter.drawPath(_curve(start, bend))
        painter.save()
        painter.translate(bend)
        larger = look().px(120) / 100
        painter.scale(larger, larger)
        reach = QPointF((end.x() - bend.x()) / larger, 0)
        draw_arrow(painter, QPointF(), reach, box.rule.opposes, told, state.usage)
        painter.restore()


def _port(box: QWidget, number: int, of: int) -> float:
    """How high on a box's edge one of several lines arrives."""
    return box.y() + box.height() * (number + 1) / (of + 1)


def _curve(start: QPointF, end: QPointF) -> QPainterPath:
    path = QPainterPath(start)
    middle = (start.x() + end.x()) / 2
    path.cubicTo(QPointF(middle, start.y()), QPointF(middle, end.y()), end)
    return path
