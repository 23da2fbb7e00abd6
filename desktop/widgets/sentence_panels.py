"""Titled panels of sentences: one of changes that can be made, one of conditions that are only said."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.base.theme import look
from desktop.widgets.dressed import Dressed
from desktop.widgets.labels import text_label
from desktop.widgets.pool import Pool
from desktop.widgets.sentence_row import SentenceButton, SentenceLine
from desktop.widgets.shapes import VERDICT_TONES, Tone
from models.pages.change import ConditionList, MoveList, stances_of
from models.schema.case import Verdict
from models.schema.result import Status

MET = Tone("good", "good_soft", "tick")
UNMET = Tone("ink_faint", "track", "ring")
PLAIN = Tone("brand", "brand_soft", "dot")


class SentencePanel(Dressed, QFrame):
    """A title, sentences, a note where something is missing, and a way to see the rest."""

    more_wished = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.name = name
        self._title = text_label("", "section", wrap=True)
        self._title.setObjectName(f"{name}-title")
        self._note = text_label("", "label", wrap=True)
        self._note.setObjectName(f"{name}-note")
        self._more = QPushButton()
        self._more.setObjectName(f"{name}-more")
        self._more.setProperty("role", "link")
        self._more.clicked.connect(self.more_wished)
        self.rows = QVBoxLayout()
        self._layout = QVBoxLayout(self)
        self._layout.addWidget(self._title)
        self._layout.addLayout(self.rows)
        self._layout.addWidget(self._note)
        self._layout.addWidget(self._more)
        self.dress()

    def entitle(self, title: str, note: str, more: str) -> None:
        """Show the words round the sentences; empty ones take no room."""
        self._title.setText(title)
        for part, text in ((self._note, note), (self._more, more)):
            part.setText(text)
            part.setVisible(bool(text))

    @override
    def dress(self) -> None:
        wanted = look()
        self._layout.setContentsMargins(wanted.px(14), wanted.px(10), wanted.px(14), wanted.px(12))
        self._layout.setSpacing(wanted.px(6))
        self.rows.setSpacing(wanted.px(6))


class MovesPanel(SentencePanel):
    """The smallest sets of changes that turn a recommendation one way, each a button."""

    stances_wished = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._listing: MoveList | None = None
        self._only_said = False
        self._headings: list[QLabel] = []
        self._sentences: Pool[SentenceButton | SentenceLine] = Pool(self._sentence)

    def for_the_room(self) -> None:
        """Only say what would change it; to be called before anything is shown."""
        self._only_said = True

    def receive(self, listing: MoveList, more: str) -> None:
        """Show these changes."""
        self._listing = listing
        self.entitle(listing.title, listing.note, more)
        falls = Verdict.NOT_WORKABLE if listing.wanted is Status.REJECTED else Verdict.HOLDS
        sentences = self._sentences.take(len(listing.moves))
        for heading in self._headings:
            heading.hide()
        for heading, sentence, move in zip(self._headings, sentences, listing.moves, strict=False):
            heading.setText(move.heading)
            heading.setVisible(bool(move.heading))
            sentence.receive(VERDICT_TONES[move.verdict or falls], move.sentence, move.names)

    def _sentence(self, place: int) -> SentenceButton | SentenceLine:
        heading = text_label("", "label")
        self.rows.addWidget(heading)
        self._headings.append(heading)
        sentence: SentenceButton | SentenceLine
        if self._only_said:
            sentence = SentenceLine()
        else:
            sentence = SentenceButton(f"{self.name}:{place}", self.tr("Try"))
            sentence.clicked.connect(partial(self._wish, place - 1))
        self.rows.addWidget(sentence)
        return sentence

    def _wish(self, place: int) -> None:
        if self._listing is not None:
            self.stances_wished.emit(stances_of(self._listing.moves[place]))


class ConditionsPanel(SentencePanel):
    """Conditions, each with whether it is met here."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._lines = Pool(self._line)

    def receive(self, listing: ConditionList, more: str) -> None:
        """Show these conditions."""
        self.entitle(listing.title, listing.note, more)
        lines = self._lines.take(len(listing.conditions))
        for line, item in zip(lines, listing.conditions, strict=True):
            tone = (MET if item.met else UNMET) if item.state else PLAIN
            line.receive(tone, item.sentence, item.names, item.state)

    def _line(self, place: int) -> SentenceLine:
        line = SentenceLine()
        line.setObjectName(f"{self.name}:{place}")
        self.rows.addWidget(line)
        return line
