"""What every dashboard has: a sentence for a title, a line under it, and a way to take it along."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Signal
from PySide6.QtGui import QGuiApplication, QPainter, QPixmap
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QToolButton, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.theme import icon, look
from desktop.widgets.labels import text_label


class DashboardFrame(QWidget):
    """A titled place for a dashboard's body, with "Copy" and "Save picture"."""

    told = Signal(str)

    def __init__(self, name: str, body: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._body = body
        self._table: Callable[[], str] | None = None
        self._size: Callable[[], QSize] = body.size
        self._draw: Callable[[QPainter], None] = self._draw_body
        self._title = text_label("", "headline", wrap=True)
        self._title.setObjectName(f"{name}-title")
        self._line = text_label("", "soft", wrap=True)
        self._line.setObjectName(f"{name}-line")
        self._copy = self._button("copy", self.tr("Copy as a table"), self.copy_table)
        self._save = self._button("download", self.tr("Save as a picture (SVG or PNG)"), self._ask_picture)
        top = QHBoxLayout()
        self._tools = QHBoxLayout()
        self._tools.setSpacing(0)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._line)
        top.addLayout(words, 1)
        for tool in (self._copy, self._save):
            self._tools.addWidget(tool)
        top.addLayout(self._tools)
        self._layout = QVBoxLayout(self)
        self._layout.addLayout(top)
        self._layout.addWidget(body, 1)
        self._dress()

    def receive(self, title: str, line: str, table: Callable[[], str]) -> None:
        """Show the title and the line; `table` gives the dashboard as tab-separated text when asked."""
        self._title.setText(title)
        self._line.setText(line)
        self._line.setVisible(bool(line))
        self._table = table

    def add_tool(self, tool: QWidget) -> None:
        """Put a control of the dashboard's own before "Copy"."""
        self._tools.insertWidget(self._tools.indexOf(self._copy), tool)

    def draw_with(self, size: Callable[[], QSize], draw: Callable[[QPainter], None]) -> None:
        """Let pictures show something else than the body as it stands, in a size of its own."""
        self._size, self._draw = size, draw

    def copy_table(self) -> None:
        """Put the dashboard on the clipboard as a table."""
        if self._table is not None:
            QGuiApplication.clipboard().setText(self._table())
            self.told.emit(self.tr("Copied as a table."))

    def save_picture(self, path: Path) -> None:
        """Draw the dashboard into a file: SVG if the name says so, else PNG at twice the size."""
        size = self._size()
        if path.suffix.lower() == ".svg":
            self._save_svg(path, size)
            done = path.exists()
        else:
            pixmap = QPixmap(size * 2)
            pixmap.setDevicePixelRatio(2)
            pixmap.fill(look().colour("ground"))
            painter = QPainter(pixmap)
            self._draw(painter)
            painter.end()
            done = pixmap.save(str(path))
        if done:
            self.told.emit(self.tr("Saved as {0}").format(path.name))
        else:
            self.told.emit(self.tr("{0} could not be written. Choose another folder.").format(path))

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.StyleChange:
            self._dress()
        super().changeEvent(event)

    def _save_svg(self, path: Path, size: QSize) -> None:
        drawing = QSvgGenerator()
        drawing.setFileName(str(path))
        drawing.setSize(size)
        drawing.setViewBox(QRect(0, 0, size.width(), size.height()))
        drawing.setTitle(self._title.text())
        painter = QPainter()
        if painter.begin(drawing):
            painter.fillRect(0, 0, size.width(), size.height(), look().colour("ground"))
            self._draw(painter)
            painter.end()

    def _draw_body(self, painter: QPainter) -> None:
        self._body.render(painter, QPoint())

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

    def _dress(self) -> None:
        wanted = look()
        for button in (self._copy, self._save):
            button.setIcon(icon(str(button.property("icon-name")), "ink_soft", 16))
            button.setIconSize(QSize(wanted.px(16), wanted.px(16)))
        self._layout.setContentsMargins(wanted.px(16), wanted.px(8), wanted.px(16), wanted.px(10))
        self._layout.setSpacing(wanted.px(8))
