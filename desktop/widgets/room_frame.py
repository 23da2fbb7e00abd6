"""What stands round a page in the room: the case and the time above it, what differs from the essay below."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from desktop.base.theme import Weight, look
from desktop.widgets.labels import text_label

HEAD, FOOT, TEXT = 34, 28, 14
SIDE, GAP = 20, 16


class _Band(QFrame):
    """A line of words across the room, sized by the room and not by the window's scale."""

    def __init__(self, name: str, height: int) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._least = height
        self._sized: list[tuple[QLabel, float, Weight]] = []
        self._row = QHBoxLayout(self)

    def magnify(self, factor: float) -> None:
        """Take the size of words that go with a page enlarged so many times."""
        self.setMinimumHeight(round(self._least * factor))
        side = round(SIDE * factor)
        self._row.setContentsMargins(side, round(2 * factor), side, round(2 * factor))
        self._row.setSpacing(round(GAP * factor))
        for label, size, weight in self._sized:
            label.setFont(look().font(size * factor * 100 / look().scale, weight))

    def add(self, name: str, role: str, weight: Weight, stretch: int, *, wrap: bool) -> QLabel:
        """A label in the line."""
        label = text_label("", role, wrap=wrap)
        label.setObjectName(name)
        self._sized.append((label, TEXT, weight))
        self._row.addWidget(label, stretch)
        return label


class RoomHead(_Band):
    """The case's title, what is shown, which part of it, and the time that is left."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("room-head", HEAD)
        self.setParent(parent)
        self._case = self.add("room-case", "strong", Weight.BOLD, 0, wrap=False)
        self._page = self.add("room-page", "soft", Weight.REGULAR, 1, wrap=False)
        self._part = self.add("room-part", "soft", Weight.SEMIBOLD, 0, wrap=False)
        self._timer = self.add("room-timer", "timer", Weight.SEMIBOLD, 0, wrap=False)
        self.show_part(1, 1)
        self.show_timer("")

    def entitle(self, case: str, page: str) -> None:
        """Show which case and which page this is."""
        self._case.setText(case)
        self._page.setText(page)

    def show_part(self, part: int, count: int) -> None:
        """Say which part of the page is seen, if it is in parts."""
        self._part.setText(self.tr("{0} of {1}").format(part, count))
        self._part.setVisible(count > 1)

    def show_timer(self, text: str) -> None:
        """Show the agenda's step and its time; nothing takes no room."""
        self._timer.setText(text)
        self._timer.setVisible(bool(text))


class RoomFoot(_Band):
    """What the room assumes other than the essay, and what the last change did."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("room-foot", FOOT)
        self.setParent(parent)
        self._differs = self.add("room-differs", "strong", Weight.SEMIBOLD, 3, wrap=True)
        self._change = self.add("room-change", "soft", Weight.REGULAR, 2, wrap=True)
        self._change.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    def receive(self, differs: str, change: str) -> None:
        """Show both sentences."""
        self._differs.setText(differs)
        self._change.setText(change)
        self._change.setVisible(bool(change))
