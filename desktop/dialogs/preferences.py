"""What the user prefers, in one place; every choice is in force at once, so there is nothing to confirm."""

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QWidget,
)

from desktop.base.plain_text import named
from desktop.base.settings import Settings
from desktop.base.theme import SCALES, SCHEME_NAMES, look
from desktop.dialogs.form import name_fields
from desktop.kit.labels import text_label
from models.language.messages import languages, spoken

PAPERS = {"a4": "A4", "letter": "Letter"}


class PreferencesDialog(QDialog):
    """Appearance, language, paper, folder and the room's display."""

    chosen = Signal(str, object)

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("preferences-dialog")
        self.setWindowTitle(self.tr("Preferences"))
        motion = QCheckBox(self.tr("Show all that follows from a change at once"))
        motion.setObjectName("preference:reduced_motion")
        motion.setChecked(settings.reduced_motion)
        motion.toggled.connect(partial(self.chosen.emit, "reduced_motion"))
        form = QFormLayout(self)
        form.setContentsMargins(20, 18, 20, 16)
        form.setSpacing(12)
        colours = ((self.tr(name), scheme) for scheme, name in SCHEME_NAMES.items())
        sizes = ((f"{scale} %", scale) for scale in SCALES)
        papers = ((name, paper) for paper, name in PAPERS.items())
        form.addRow(self.tr("&Colours"), self._menu("scheme", settings.scheme, colours))
        form.addRow(self.tr("&Size of everything"), self._menu("scale", settings.scale, sizes))
        tongues = ((name, code) for code, name in languages().items())
        form.addRow(
            self.tr("&Language (from the next start)"),
            self._menu("language", settings.language or spoken(), tongues),
        )
        form.addRow(self.tr("&Motion"), motion)
        form.addRow(self.tr("&Paper"), self._menu("paper", settings.paper, papers))
        form.addRow(self.tr("&Files are in"), self._folder(settings.folder))
        form.addRow(
            self.tr("The &room’s display"), self._menu("display", settings.display, self._displays(settings))
        )
        name_fields(form)
        kept = self.tr("Unsaved work is kept within a second and offered again after a crash.")
        form.addRow(text_label(kept, "soft", wrap=True))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        form.addRow(buttons)
        self.resize(look().px(540), self.sizeHint().height())

    def _menu(self, name: str, present: object, choices: Iterable[tuple[str, object]]) -> QComboBox:
        menu = named(QComboBox(), f"preference:{name}")
        for text, value in choices:
            menu.addItem(text, value)
            if value == present:
                menu.setCurrentIndex(menu.count() - 1)
        menu.activated.connect(lambda at: self.chosen.emit(name, menu.itemData(at)))
        return menu

    def _folder(self, present: str) -> QWidget:
        row = QWidget()
        self._path = named(QLineEdit(present), "preference:folder", self.tr("Files are in"))
        self._path.setPlaceholderText(self.tr("where one was opened or saved last"))
        self._path.setClearButtonEnabled(True)
        self._path.editingFinished.connect(self._tell_folder)
        button = named(QPushButton(self.tr("Choose…")), "choose-folder")
        button.setAutoDefault(False)
        button.clicked.connect(self._choose_folder)
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._path, 1)
        layout.addWidget(button)
        row.setFocusProxy(self._path)
        return row

    def _displays(self, settings: Settings) -> Iterable[tuple[str, object]]:
        names = [screen.name() for screen in QGuiApplication.screens() if screen.name()]
        known = (*names, *((settings.display,) if settings.display and settings.display not in names else ()))
        return ((self.tr("Another than the laptop’s own"), ""), *((name, name) for name in known))

    def _choose_folder(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, self.tr("Where your files are"), self._path.text())
        if folder:
            self._path.setText(folder)
            self._tell_folder()

    def _tell_folder(self) -> None:
        self.chosen.emit("folder", self._path.text().strip())
