"""The look: one table of colours, one typeface, one scale, applied to the whole application at once.

Fusion with our own palette, because neither X11 nor the offscreen platform follows a colour scheme by itself.
"""

import tomllib
from enum import StrEnum
from functools import cached_property, lru_cache
from string import Template

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QWidget

from desktop.base.application import Application
from models.schema.value import Answer
from resources import ROOT

FAMILY = "Pretendard"
SCALES = (100, 110, 125, 150, 175, 200)


class Scheme(StrEnum):
    """Which colours the window wears; `system` follows the desktop."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


SCHEME_NAMES = {Scheme.SYSTEM: "As the system", Scheme.LIGHT: "Light", Scheme.DARK: "Dark"}


class Weight(StrEnum):
    """The three weights of the typeface."""

    REGULAR = "regular"
    SEMIBOLD = "semibold"
    BOLD = "bold"


_QT_WEIGHTS = {
    Weight.REGULAR: QFont.Weight.Normal,
    Weight.SEMIBOLD: QFont.Weight.DemiBold,
    Weight.BOLD: QFont.Weight.Bold,
}


class Look(Answer, kw_only=False):
    """One appearance: named colours and a scale in percent."""

    name: str
    colours: tuple[tuple[str, str], ...]
    scale: int = 100

    @cached_property
    def _colours(self) -> dict[str, QColor]:
        return {name: QColor(value) for name, value in self.colours}

    def colour(self, name: str) -> QColor:
        """The colour that the table gives this name; an unknown name raises KeyError."""
        return self._colours[name]

    def px(self, length: float) -> int:
        """A length in pixels at this scale."""
        return round(length * self.scale / 100)

    def font(self, pixels: float, weight: Weight = Weight.REGULAR) -> QFont:
        """The typeface at a size (in unscaled pixels) and weight."""
        return _font(self.px(pixels), weight)


@lru_cache(maxsize=64)
def _font(pixels: int, weight: Weight) -> QFont:
    font = QFont(FAMILY)
    font.setPixelSize(pixels)
    font.setWeight(_QT_WEIGHTS[weight])
    return font


@lru_cache(maxsize=1)
def _table() -> dict[str, dict[str, str]]:
    return tomllib.loads((ROOT / "styles" / "tokens.toml").read_text(encoding="utf-8"))


def resolve(scheme: Scheme, scale: int) -> Look:
    """The look for a scheme; `system` asks the desktop and takes light where it does not say."""
    if scheme is Scheme.SYSTEM:
        dark = QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
        scheme = Scheme.DARK if dark else Scheme.LIGHT
    colours = _table()[scheme.value]
    if wants_contrast():
        colours = {**colours, **_table()[f"{scheme.value}-contrast"]}
    return Look(scheme.value, tuple(colours.items()), scale)


def wants_contrast() -> bool:
    """Whether the desktop asks for high contrast."""
    hints = (
        QGuiApplication.styleHints()
    )  # held by a name: without one, PySide takes what it gives for deleted
    return hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast


_KINDS = (
    *("QMenu", "QMenuBar", "QMessageBox", "QLabel", "QTipLabel", "QStatusBar", "QPushButton", "QCheckBox"),
    *("QRadioButton", "QToolButton", "QAbstractItemView", "QListView", "QHeaderView", "QComboMenuItem"),
    "QComboLineEdit",
)
"""The widgets for which a theme of the desktop may have fonts of its own, which come before the application's."""

_current = Look("light", tuple(_table()["light"].items()))


def look() -> Look:
    """The look that the application wears now."""
    return _current


def wear(application: QApplication, wanted: Look) -> None:
    """Dress the whole application, if it wears something else; every widget is told and repaints."""
    if wanted == _current and application.styleSheet() and not _is_strange(wanted.font(13)):
        return
    wear_colours(application, wanted)
    application.setStyleSheet(_stylesheet(wanted))  # the same one, too: with it a theme's own fonts go


def wear_colours(application: QApplication, wanted: Look) -> None:
    """Take over a look but for the style sheet: Qt would read that anew for each widget that finds its place."""
    global _current
    _current = wanted
    if application.styleSheet() or not isinstance(application, Application):
        application.setStyle("Fusion")
    # After the style, which brings a theme's own fonts for some kinds of widgets back.
    application.setFont(wanted.font(13))
    application.setPalette(_palette(wanted))


def put_sheet_on(application: QApplication) -> None:
    """Put the style sheet of the present look on everything that there is."""
    sheet = _stylesheet(_current)
    if application.styleSheet() != sheet:
        application.setStyleSheet(sheet)


def repolish(widget: QWidget) -> None:
    """Let the style sheet see that a property has changed; what was not shown yet is polished when it is."""
    if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        QApplication.sendEvent(widget, QEvent(QEvent.Type.Polish))


def is_new_look(widget: QWidget, event: QEvent) -> bool:
    """Whether an event tells a widget of another look than when it was told last; Qt sends it to what moves, too."""
    if event.type() is not QEvent.Type.StyleChange or vars(widget).get("_worn") is _current:
        return False
    vars(widget)["_worn"] = _current
    return True


def _is_strange(font: QFont) -> bool:
    """Whether a theme of the desktop has put another typeface on something."""
    # PySide's stubs ask for bytes here, and its code for str.
    return any(QApplication.font(kind) != font for kind in _KINDS)  # type: ignore[call-overload]


@lru_cache(maxsize=1)
def load_fonts() -> None:
    """Make the shipped typeface known to Qt."""
    for path in sorted((ROOT / "fonts").glob("*.otf")):
        QFontDatabase.addApplicationFont(str(path))


@lru_cache(maxsize=128)
def _drawing(name: str) -> QSvgRenderer:
    return QSvgRenderer(str(ROOT / "icons" / f"{name}.svg"))


@lru_cache(maxsize=256)
def _shape(name: str, pixels: int) -> QPixmap:
    pixmap = QPixmap(pixels, pixels)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    _drawing(name).render(painter, QRectF(0, 0, pixels, pixels))
    painter.end()
    return pixmap


@lru_cache(maxsize=512)
def _pixmap(name: str, colour: str, pixels: int) -> QPixmap:
    """A shape in one colour: it is drawn once, as reading it takes longer than all its colours."""
    pixmap = QPixmap(_shape(name, pixels))
    painter = QPainter(pixmap)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
    painter.fillRect(pixmap.rect(), QColor(colour))
    painter.end()
    return pixmap


def icon(name: str, colour: str = "ink", size: int = 18) -> QIcon:
    """A shipped icon in a named colour of the present look, sharp at twice its size too."""
    wanted = look()
    value = wanted.colour(colour).name()
    result = QIcon(_pixmap(name, value, wanted.px(size)))
    result.addPixmap(_pixmap(name, value, wanted.px(size) * 2))
    result.addPixmap(_pixmap(name, wanted.colour("line_strong").name(), wanted.px(size)), QIcon.Mode.Disabled)
    return result


def _stylesheet(wanted: Look) -> str:
    template = Template((ROOT / "styles" / "window.qss").read_text(encoding="utf-8"))
    lengths = {f"px{length}": f"{wanted.px(length)}px" for length in range(1, 65)}
    return template.substitute(dict(wanted.colours), **lengths, icons=(ROOT / "icons").as_posix())


def _palette(wanted: Look) -> QPalette:
    palette = QPalette()
    roles = {
        QPalette.ColorRole.Window: "ground",
        QPalette.ColorRole.WindowText: "ink",
        QPalette.ColorRole.Base: "panel",
        QPalette.ColorRole.AlternateBase: "ground",
        QPalette.ColorRole.Text: "ink",
        QPalette.ColorRole.Button: "panel",
        QPalette.ColorRole.ButtonText: "ink",
        QPalette.ColorRole.ToolTipBase: "ink",
        QPalette.ColorRole.ToolTipText: "panel",
        QPalette.ColorRole.Highlight: "brand",
        QPalette.ColorRole.HighlightedText: "on_brand",
        QPalette.ColorRole.Link: "brand",
        QPalette.ColorRole.PlaceholderText: "ink_faint",
        QPalette.ColorRole.Mid: "line",
        QPalette.ColorRole.Dark: "line_strong",
        QPalette.ColorRole.Light: "panel",
    }
    for role, name in roles.items():
        palette.setColor(role, wanted.colour(name))
    disabled = (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText)
    for role in disabled:
        palette.setColor(QPalette.ColorGroup.Disabled, role, wanted.colour("ink_faint"))
    return palette
