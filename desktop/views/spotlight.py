"""The spotlight: one recommendation for a whole room, with its verdict, the chain behind it and what would turn it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.base.theme import Weight, look
from desktop.widgets.big_line import BigPanel
from desktop.widgets.chip import Chip
from desktop.widgets.dressed import Dressed
from desktop.widgets.labels import text_label
from desktop.widgets.large_type import enlarge
from desktop.widgets.scroll_page import scroll_page
from desktop.widgets.shapes import MARK_TONES, STANCE_TONES, VERDICT_TONES, Tone
from desktop.widgets.workshop_page import WorkshopPage
from models.language.values import Mark
from models.pages.spotlight import Link, Spotlight, Turn, spotlight
from models.schema.case import Recommendation
from models.schema.snapshot import Snapshot
from models.schema.standing import Standing

TITLE, REASON, CHIP = 26, 16, 18


class SpotlightView(Dressed, WorkshopPage):
    """Shows the recommendation that was picked last, the first one at the start."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("spotlight")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._snapshot: Snapshot | None = None
        self._picked = ""
        self._sized: list[tuple[QLabel, float, Weight]] = []
        self._code = self._label("spotlight-code", 14, Weight.SEMIBOLD)
        self._title = self._label("spotlight-title", TITLE, Weight.BOLD)
        self._chip = Chip(size=CHIP)
        self._chip.setObjectName("spotlight-verdict")
        self._was_label = self._label("spotlight-was-label", 13, role="soft")
        self._was_label.setText(self.tr("before the last change:"))
        self._was = Chip()
        self._was.setObjectName("spotlight-was")
        self._reason = self._label("spotlight-reason", REASON, role="soft")
        self._chain = BigPanel("spotlight-link", joined=True)
        self._turning = BigPanel("spotlight-turn")
        self._lay_out()

    @override
    def receive(self, snapshot: Snapshot) -> None:
        """Show the recommendation as this snapshot has it."""
        self._snapshot = snapshot
        if self._picked not in snapshot.case.by_id:
            self._picked = snapshot.case.recommendations[0].id
        self._show(spotlight(snapshot, self._picked))

    @override
    def receive_standing(self, standing: Standing) -> None:
        """The groups say nothing here."""

    @override
    def mark_picked(self, identifier: str) -> None:
        """Turn to another recommendation; other statements change nothing here."""
        if self._snapshot is None:
            self._picked = identifier
        elif isinstance(self._snapshot.case.by_id.get(identifier), Recommendation):
            self._picked = identifier
            self.receive(self._snapshot)

    @override
    def take_focus(self) -> None:
        """Put the keyboard on the page."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.dress()

    def _label(
        self, name: str, size: float, weight: Weight = Weight.REGULAR, *, role: str = "strong"
    ) -> QLabel:
        label = text_label("", role, wrap=True)
        label.setObjectName(name)
        self._sized.append((label, size, weight))
        return label

    def _lay_out(self) -> None:
        self._line = QHBoxLayout()
        self._line.addWidget(self._chip)
        self._line.addWidget(self._was_label)
        self._line.addWidget(self._was)
        self._line.addStretch(1)
        self._was_label.setWordWrap(False)
        self._columns = QHBoxLayout()
        self._columns.addWidget(self._chain, 58)
        aside = QVBoxLayout()
        aside.addWidget(self._turning)
        aside.addStretch(1)
        self._columns.addLayout(aside, 42)
        self._page = scroll_page(QWidget(), self)
        for label in (self._code, self._title):
            self._page.addWidget(label)
        self._page.addLayout(self._line)
        self._page.addWidget(self._reason)
        self._page.addLayout(self._columns)
        self._page.addStretch(1)

    @override
    def dress(self) -> None:
        enlarge(self, self._dress_at)

    def _dress_at(self, times: float) -> None:
        wanted = look()
        self._page.setContentsMargins(wanted.px(20), wanted.px(10), wanted.px(20), wanted.px(12))
        self._page.setSpacing(wanted.px(8 * times))
        self._line.setSpacing(wanted.px(10))
        self._columns.setSpacing(wanted.px(14))
        for label, size, weight in self._sized:
            label.setFont(wanted.font(size * times, weight))
        for part in (self._chip, self._was, self._chain, self._turning):
            part.enlarge(times)

    def _show(self, told: Spotlight) -> None:
        self._code.setText(f"{told.code} · {self.tr('For {0}').format(told.addressee)}")
        self._title.setText(told.title)
        self._chip.receive(VERDICT_TONES[told.verdict], told.word)
        self._reason.setText(told.reason)
        for part in (self._was_label, self._was):
            part.setVisible(told.was is not None)
        if told.was is not None:
            self._was.receive(VERDICT_TONES[told.was], told.was_word)
        links = [(_link_tone(link), link.heading, link.detail) for link in told.links]
        self._chain.receive(self.tr("Why"), links)
        turns = [(_turn_tone(turn), turn.sentence, turn.names) for turn in told.turns]
        self._turning.receive(told.change_title, turns)
        self.setAccessibleName(f"{told.code} {told.title}: {told.word}. {told.reason}")
        self.dress()


def _link_tone(link: Link) -> Tone:
    if link.stance is not None:
        return STANCE_TONES[link.stance]
    return VERDICT_TONES[link.verdict] if link.verdict is not None else MARK_TONES[link.mark]


def _turn_tone(turn: Turn) -> Tone:
    return VERDICT_TONES[turn.verdict] if turn.verdict is not None else MARK_TONES[Mark.PLAIN]
