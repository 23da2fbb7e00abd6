"""The middle of the window: two rows of tabs, one for the case and one for the workshop, made page by page."""

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QTabWidget, QWidget

from desktop.dashboards import Section
from desktop.widgets.dashboard import Dashboard
from desktop.widgets.veil import Veil


class Deck(QStackedWidget):
    """Shows one page at a time; a page is made when it is first turned to.

    While it is veiled, only the pages of the given names can be seen.
    """

    page_made = Signal(object)
    turned = Signal()
    clicked = Signal()
    unveiling_wished = Signal()

    def __init__(self, sections: tuple[Section, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sections = sections
        self._seen_through: frozenset[str] | None = None
        self._rows = [self._row(section) for section in sections]

    @property
    def section(self) -> str:
        """The name of the section that is shown."""
        return self._sections[self.currentIndex()].name

    @property
    def name(self) -> str:
        """The name of the page that is shown."""
        return self._sections[self.currentIndex()].tabs[self._rows[self.currentIndex()].currentIndex()].name

    def show_section(self, name: str) -> None:
        """Turn to a section, to the page that it was left at."""
        for index, section in enumerate(self._sections):
            if section.name == name and index != self.currentIndex():
                self.setCurrentIndex(index)
                self.turned.emit()

    def show_page(self, name: str) -> None:
        """Turn to a page; an unknown name turns nothing."""
        for index, section in enumerate(self._sections):
            for place, tab in enumerate(section.tabs):
                if tab.name == name:
                    self.setCurrentIndex(index)
                    self._rows[index].setCurrentIndex(place)
                    self.turned.emit()

    def show_number(self, number: int) -> None:
        """Turn to a page of this section by its place, from 0."""
        if number < self._rows[self.currentIndex()].count():
            self._rows[self.currentIndex()].setCurrentIndex(number)

    def step(self, direction: int) -> None:
        """Turn one page on (1) or back (-1) in this section."""
        row = self._rows[self.currentIndex()]
        row.setCurrentIndex((row.currentIndex() + direction) % row.count())

    def page(self) -> Dashboard:
        """The page that is shown, made if it is turned to for the first time."""
        index = self.currentIndex()
        row = self._rows[index]
        place = row.currentWidget()
        found = self._made(place)
        if found is not None:
            return found
        made = self._sections[index].tabs[row.currentIndex()].make()
        if isinstance(place, QStackedWidget):
            place.addWidget(made)
        self.page_made.emit(made)
        self._cover()
        return made

    def veil(self, seen_through: frozenset[str] | None) -> None:
        """Hide every page but these; None hides nothing any more."""
        if seen_through != self._seen_through:
            self._seen_through = seen_through
            self._cover()
            self.turned.emit()

    def pages(self) -> Iterator[Dashboard]:
        """Every page that has been made."""
        for row in self._rows:
            for index in range(row.count()):
                found = self._made(row.widget(index))
                if found is not None:
                    yield found

    def find_page(self, name: str) -> Dashboard | None:
        """The page of a name, if it has been made."""
        for section, row in zip(self._sections, self._rows, strict=True):
            for index, tab in enumerate(section.tabs):
                if tab.name == name:
                    return self._made(row.widget(index))
        return None

    def _cover(self) -> None:
        """Put the veil over every page that is made and must not be seen, or take it off."""
        for section, row in zip(self._sections, self._rows, strict=True):
            for index, tab in enumerate(section.tabs):
                place, page = row.widget(index), self._made(row.widget(index))
                if isinstance(place, QStackedWidget) and page is not None:
                    hidden = self._seen_through is not None and tab.name not in self._seen_through
                    place.setCurrentWidget(self._veil_over(place) if hidden else page)

    def _veil_over(self, place: QStackedWidget) -> Veil:
        for index in range(place.count()):
            found = place.widget(index)
            if isinstance(found, Veil):
                return found
        veil = Veil()
        veil.left.connect(self.unveiling_wished)
        place.addWidget(veil)
        return veil

    def _made(self, place: QWidget | None) -> Dashboard | None:
        if isinstance(place, QStackedWidget) and place.count():
            found = place.widget(0)
            return found if isinstance(found, Dashboard) else None
        return None

    def _row(self, section: Section) -> QTabWidget:
        row = QTabWidget()
        row.setDocumentMode(True)
        row.setObjectName("dashboards" if section is self._sections[0] else f"{section.name}-pages")
        row.setAccessibleName(section.title)
        for tab in section.tabs:
            place = QStackedWidget()
            place.setObjectName(f"tab:{tab.name}")
            row.addTab(place, self.tr(tab.title))
        self.addWidget(row)
        row.currentChanged.connect(self.turned)
        row.tabBarClicked.connect(self.clicked, Qt.ConnectionType.QueuedConnection)
        return row
