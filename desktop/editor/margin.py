"""The margin: what to look at next in the case, thought of a moment after the last letter."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QListWidget, QSizePolicy, QVBoxLayout, QWidget

from desktop.base.layouts import flush
from desktop.base.plain_text import named
from desktop.base.theme import look
from desktop.kit.labels import text_label
from desktop.session.case_work import CaseWork
from models.authoring.advice import Advice, advice
from models.language.messages import retold

PAUSE = 250
"""Milliseconds after the last key before the advice is thought of anew: it is read, not watched."""


class Margin(QWidget):
    """The advice on a case; tells when it has changed, and what was chosen of it."""

    thought = Signal()
    chosen = Signal(object)
    entered = Signal(object)

    def __init__(self, work: CaseWork) -> None:
        super().__init__()
        self._work = work
        self.advice: tuple[Advice, ...] = ()
        self._list = named(QListWidget(), "case-advice", self.tr("What to look at"))
        self._list.setWordWrap(True)
        self._list.setSizePolicy(
            QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored
        )  # the list over it is worked in
        self._list.setMinimumHeight(look().px(44))
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.itemActivated.connect(self._choose)
        self._list.itemActivated.connect(self._enter)
        self._list.itemClicked.connect(self._choose)
        self._title = text_label("", "section")
        self._title.setContentsMargins(look().px(10), look().px(4), 0, look().px(2))
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._think)
        column = flush(QVBoxLayout(self))
        column.addWidget(self._title)
        column.addWidget(self._list, 1)

    def receive(self) -> None:
        """Think about the case as it is now, a moment later."""
        self._pause.start()

    def _think(self) -> None:
        document = self._work.document
        self.advice = (
            *self._work.unread.advice(document),
            *advice(document, self._work.draft, self._work.kept),
        )
        shown = [f"{retold(one.what)} {retold(one.remedy)}".rstrip() for one in self.advice]
        if shown != [self._list.item(n).text() for n in range(self._list.count())]:
            self._list.clear()
            self._list.addItems(shown)
        told = self.tr("{0} things to look at").format(len(shown)) if shown else self.tr("Nothing to look at")
        self._title.setText(told if len(shown) != 1 else self.tr("One thing to look at"))
        self.thought.emit()

    def _choose(self) -> None:
        row = self._list.currentRow()
        if 0 <= row < len(self.advice) and self.advice[row].section:
            self.chosen.emit(self.advice[row])

    def _enter(self) -> None:
        row = self._list.currentRow()
        if 0 <= row < len(self.advice):
            self.entered.emit(self.advice[row])
