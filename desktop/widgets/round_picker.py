"""The rounds of a workshop as buttons, the present one marked; a new one is a click away."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from desktop.base.theme import Weight, look
from desktop.widgets.dressed import Dressed
from desktop.widgets.wrapped_row import WrappedRow
from models.schema.workshop import Round, Workshop

SHOWN, WIDEST = 4, 130


class RoundPicker(Dressed, QWidget):
    """The last rounds as buttons; earlier ones, where there are many, in a menu."""

    chosen = Signal(str)
    new_wished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rounds: tuple[Round, ...] = ()
        self._buttons: list[QPushButton] = []
        self._earlier = QPushButton(self.tr("Earlier…"))
        self._earlier.setObjectName("earlier-rounds")
        self._earlier.setAccessibleName(self.tr("Earlier rounds"))
        self._earlier.clicked.connect(self._open_menu)
        self._new = QPushButton(self.tr("+ New round"))
        self._new.setObjectName("new-round")
        self._new.setProperty("role", "link")
        self._new.setAccessibleName(self.tr("Begin a new round"))
        self._new.clicked.connect(self.new_wished)
        self._layout = WrappedRow()
        self._layout.setContentsMargins(0, 0, 0, 0)
        self.setLayout(self._layout)
        self._layout.addWidget(self._earlier)
        for place in range(SHOWN):
            self._layout.addWidget(self._button(place))
        self._layout.addWidget(self._new)
        self.dress()

    def receive(self, workshop: Workshop) -> None:
        """Show the rounds, and which one is filled in now."""
        self._rounds = workshop.rounds
        shown = self._rounds[-SHOWN:]
        metrics = QFontMetrics(look().font(13, Weight.SEMIBOLD))
        for button, item in zip(self._buttons, shown, strict=False):
            short = metrics.elidedText(item.name, Qt.TextElideMode.ElideRight, look().px(WIDEST))
            button.setObjectName(f"round:{item.id}")
            button.setText(short.replace("&", "&&"))
            button.setToolTip(item.name if short != item.name else "")
            button.setAccessibleName(item.name)
            button.setChecked(item.id == workshop.round)
            button.show()
        for button in self._buttons[len(shown) :]:
            button.hide()
        self._earlier.setVisible(len(self._rounds) > SHOWN)

    def _button(self, place: int) -> QPushButton:
        button = QPushButton()
        button.setObjectName(f"round-button:{place}")
        button.setProperty("role", "choice")
        button.setCheckable(True)
        button.clicked.connect(partial(self._choose, place))
        self._buttons.append(button)
        return button

    def _choose(self, place: int) -> None:
        self._buttons[place].setChecked(True)
        self.chosen.emit(self._rounds[-SHOWN:][place].id)

    def _open_menu(self) -> None:
        menu = QMenu(self)
        menu.setObjectName("earlier-rounds-menu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for item in self._rounds[:-SHOWN]:
            action = menu.addAction(item.name.replace("&", "&&"))
            action.triggered.connect(partial(self.chosen.emit, item.id))
        menu.popup(self._earlier.mapToGlobal(self._earlier.rect().bottomLeft()))

    def dress(self) -> None:
        """Follow the look."""
        self._layout.setSpacing(look().px(4))
