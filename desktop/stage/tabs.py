"""The row of tabs over the stage: the programme and the four questions; a folded left drawer leaves its head in it.

The tabs never move: the head is as wide as the drawer that it stands for, or as what the tabs leave over.
"""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QTabBar, QWidget

from desktop.base.guard import override
from desktop.base.layouts import Fitted, flush
from desktop.base.plain_text import named
from desktop.base.theme import icon, is_new_look, look, repolish
from desktop.stage.folded_head import FoldedHead
from models.language.panes import PAGE_NAMES, SHORT_PAGE_NAMES
from models.schema.action import look as look_at
from models.schema.snapshot import Snapshot
from models.schema.view import PageName

HIGH = 40


class TabRow(Fitted):
    """The head of a folded drawer, the programme, and the four questions."""

    acted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("tab-row")
        self.head = FoldedHead()
        self.head.acted.connect(self.acted)
        self._bar = named(QTabBar(), "tabs", self.tr("Programme and questions"))
        self._bar.setDrawBase(False)
        self._bar.setExpanding(False)
        self._bar.setUsesScrollButtons(False)
        self._bar.setElideMode(Qt.TextElideMode.ElideNone)
        for name in PageName:
            self._bar.addTab(self.tr(PAGE_NAMES[name]))
        self._bar.currentChanged.connect(self._tell)
        self._head_width = 0
        self._row = flush(QHBoxLayout(self))
        self._row.addWidget(self.head)
        self._row.addWidget(self._bar)
        self._row.addStretch(1)
        self._dress()

    def receive(self, snapshot: Snapshot) -> None:
        other = snapshot.case is not self.head.case
        self.head.receive(snapshot)
        if other:
            self.fit()
        place = list(PageName).index(snapshot.view.page)
        if place != self._bar.currentIndex():
            self._bar.blockSignals(True)
            self._bar.setCurrentIndex(place)
            self._bar.blockSignals(False)

    def show_head(self, shown: bool, width: int) -> None:
        """Show the head of the folded drawer, or none; `width` is what the drawer would take."""
        self._head_width = width if shown else 0
        self.head.setVisible(shown)
        self.fit()

    @override
    def minimumSizeHint(self) -> QSize:
        """As narrow as anybody likes: names are shortened."""
        return QSize(0, look().px(HIGH))

    @override
    def changeEvent(self, event: QEvent) -> None:
        if is_new_look(self, event):
            self._dress()
        super().changeEvent(event)

    def _tell(self, place: int) -> None:
        self.acted.emit(look_at(page=list(PageName)[place]))

    def _fit(self) -> None:
        """Whole questions where there is room for them, else their short names; the head takes what is left.

        Questions stand closer together before they are shortened, and where the head's chips would have no room for
        names, or for codes.
        """
        least = look().px(40) if self._head_width else 0
        self._stand(close=False)
        self._name(PAGE_NAMES)
        if not self._leaves(least):
            self._stand(close=True)
        if not self._leaves(least):
            self._name(SHORT_PAGE_NAMES)
        if self._head_width:
            self._stand(close=False)
            self._stand(close=not self._leaves(least) or self._is_better_close())
        self._bar.setFixedWidth(self._bar.sizeHint().width())
        left = self.width() - self._bar.width()
        self.head.setFixedWidth(max(least, min(self._head_width, left)))
        self._row.activate()

    def _is_better_close(self) -> bool:
        """Whether closer tabs leave room for names in the head, or for codes, where tabs as usual do not."""
        apart = self._bar.sizeHint().width()
        self._stand(close=True)
        saved = apart - self._bar.sizeHint().width()
        left = self.width() - apart
        room = next((room for room in self.head.widths if room <= left + saved), 0)
        return room > left

    def _leaves(self, room: int) -> bool:
        return self._bar.sizeHint().width() + room <= self.width()

    def _stand(self, *, close: bool) -> None:
        """Let the tabs stand closer together, or as far apart as usual."""
        if close != bool(self._bar.property("close")):
            self._bar.setProperty("close", close)
            repolish(self._bar)

    def _name(self, names: dict[PageName, str]) -> None:
        for place, name in enumerate(PageName):
            if self._bar.tabText(place) != self.tr(names[name]):
                self._bar.setTabText(place, self.tr(names[name]))
                self._bar.setTabToolTip(place, "" if names is PAGE_NAMES else self.tr(PAGE_NAMES[name]))

    def _dress(self) -> None:
        wanted = look()
        self.setFixedHeight(wanted.px(HIGH))
        self._bar.setIconSize(QSize(wanted.px(16), wanted.px(16)))
        self._bar.setTabIcon(0, icon("list-tree", "ink", 16))
        self.head.dress()
        self.fit()
