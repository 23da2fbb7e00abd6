"""What every dashboard has: a sentence for a title, a line under it, and a way to take it along."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QPainter, QResizeEvent
from PySide6.QtWidgets import QFileDialog, QGridLayout, QHBoxLayout, QToolButton, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.base.theme import icon, look
from desktop.widgets.dressed import Dressed
from desktop.widgets.labels import text_label
from desktop.widgets.picture import Picture, picture_of
from desktop.widgets.unfolded import unfolded

NARROW, FEW = 360, 2


class DashboardFrame(Dressed, QWidget):
    """A titled place for a dashboard's body, with "Copy" and "Save picture"."""

    told = Signal(str)

    def __init__(self, name: str, body: QWidget, title_name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._body = body
        self._narrow: bool | None = None
        self._table: Callable[[], str] | None = None
        self._drawn: tuple[Callable[[], QSize], Callable[[QPainter], None]] | None = None
        self._title = text_label("", "headline", wrap=True)
        self._title.setObjectName(title_name or f"{name}-title")
        self._line = text_label("", "soft", wrap=True)
        self._line.setObjectName(f"{name}-line")
        self._copy = self._button("copy", self.tr("Copy as a table"), self.copy_table)
        self._save = self._button("download", self.tr("Save as a picture (SVG or PNG)"), self._ask_picture)
        self._corner = QWidget()
        self._tools = QHBoxLayout(self._corner)
        self._tools.setContentsMargins(0, 0, 0, 0)
        self._tools.setSpacing(0)
        for tool in (self._copy, self._save):
            self._tools.addWidget(tool)
        self._top = QGridLayout()
        self._top.setVerticalSpacing(2)
        self._top.setColumnStretch(0, 1)
        self._top.addWidget(self._line, 1, 0)
        self._arrange(narrow=False)
        self._layout = QVBoxLayout(self)
        self._layout.addLayout(self._top)
        self._layout.addWidget(body, 1)
        self.dress()

    def receive(self, title: str, line: str, table: Callable[[], str]) -> None:
        """Show the title and the line; `table` gives the dashboard as tab-separated text when asked."""
        self._title.setText(title)
        self._line.setText(line)
        self._line.setVisible(bool(line))
        self._table = table

    def add_tool(self, tool: QWidget) -> None:
        """Put a control of the dashboard's own before "Copy"."""
        self._tools.insertWidget(self._tools.indexOf(self._copy), tool)

    def hide_tools(self) -> None:
        """Leave the words and the body only, as on the room's screen."""
        self._corner.hide()

    def enlarge(self, wanted: bool) -> None:
        """Set the title and the line larger, where a page has one thing to say and room for it."""
        roles = ("display", "lead") if wanted else ("headline", "soft")
        for label, role in zip((self._title, self._line), roles, strict=True):
            if label.property("role") != role:
                label.setProperty("role", role)
                label.style().unpolish(label)
                label.style().polish(label)

    def draw_with(self, size: Callable[[], QSize], draw: Callable[[QPainter], None]) -> None:
        """Let pictures show something else than the body as it stands, in a size of its own."""
        self._drawn = size, draw

    def copy_table(self) -> None:
        """Put the dashboard on the clipboard as a table."""
        if self._table is not None:
            QGuiApplication.clipboard().setText(self._table())
            self.told.emit(self.tr("Copied as a table."))

    def save_picture(self, path: Path) -> None:
        """Draw the dashboard into a file: SVG if the name says so, else PNG at twice the size."""
        if self._save_as(path):
            self.told.emit(self.tr("Saved as {0}").format(path.name))
        else:
            self.told.emit(self.tr("{0} could not be written. Choose another folder.").format(path))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange(narrow=self.width() < look().px(NARROW))
        super().resizeEvent(event)

    def _arrange(self, *, narrow: bool) -> None:
        """The tools stand beside the words; where there is little room, the sentence has all of its line."""
        if narrow is self._narrow:
            return
        self._narrow = narrow
        for part in (self._title, self._corner):
            self._top.removeWidget(part)
        self._top.addWidget(self._title, 0, 0, 1, 2 if narrow else 1)
        if narrow and self._tools.count() > FEW:
            self._top.addWidget(self._corner, 2, 0, Qt.AlignmentFlag.AlignLeft)
        else:
            row, rows = (1, 1) if narrow else (0, 2)
            self._top.addWidget(self._corner, row, 1, rows, 1, Qt.AlignmentFlag.AlignVCenter)

    def _save_as(self, path: Path) -> bool:
        title, line, body = self._title.text(), self._line.text(), self._body
        if self._drawn is not None:
            size, draw = self._drawn
            return Picture(title, line, size(), draw).save(path)
        with unfolded(body):
            return picture_of(body, title, line).save(path)

    def _ask_picture(self) -> None:
        kinds = self.tr("Drawing (*.svg);;Picture (*.png)")
        start = str(Path.home() / f"{self._name}.svg")
        name, _ = QFileDialog.getSaveFileName(self, self.tr("Save picture"), start, kinds)
        if name:
            path = Path(name)
            self.save_picture(path if path.suffix else path.with_suffix(".svg"))

    def _button(self, name: str, tip: str, deed: Callable[[], None]) -> QToolButton:
        button = QToolButton()
        button.setObjectName(f"{self._name}-{name}")
        button.setAccessibleName(tip)
        button.setToolTip(tip)
        button.setProperty("icon-name", name)
        button.clicked.connect(deed)
        return button

    @override
    def dress(self) -> None:
        wanted = look()
        for button in (self._copy, self._save):
            button.setIcon(icon(str(button.property("icon-name")), "ink_soft", 16))
            button.setIconSize(QSize(wanted.px(16), wanted.px(16)))
        self._layout.setContentsMargins(wanted.px(16), wanted.px(8), wanted.px(16), wanted.px(10))
        self._layout.setSpacing(wanted.px(8))
