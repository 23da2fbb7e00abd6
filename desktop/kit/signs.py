"""The signs of states, drawn from one file a shape in `resources/signs`, which paper and hand-outs use too.

A file has three placeholders: `$ink` fills the body, `$line` draws its edge, `$ground` the mark upon it. They are
painted once for each size and colour, at the device's own pixels, and kept.
"""

from functools import lru_cache
from string import Template

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPaintEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QWidget

from desktop.base.theme import Look
from models.schema.page import Shape, Sign, Tone
from resources import ROOT

IN_DRAWINGS = 4
"""So many times as sharp a sign is in a drawing, which has no pixels of its own."""
SOFT = frozenset((Tone.GOOD, Tone.WARN, Tone.OPEN, Tone.BAD, Tone.ADDED, Tone.BRAND))
"""The tones that have a soft colour."""


def smooth(widget: QWidget) -> QPainter:
    """A painter on a widget, for edges that are round or slant."""
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    return painter


def soft_ground(tone: Tone) -> str:
    """The name of the soft colour that goes with a tone."""
    return f"{tone.value}_soft" if tone in SOFT else "track"


@lru_cache(maxsize=len(Shape))
def _drawing(shape: Shape) -> Template:
    return Template((ROOT / "signs" / f"{shape.value}.svg").read_text(encoding="utf-8"))


@lru_cache(maxsize=1024)
def _pixmap(shape: Shape, ink: str, line: str, ground: str, pixels: int) -> QPixmap:
    drawing = _drawing(shape).substitute(ink=ink, line=line, ground=ground)
    pixmap = QPixmap(pixels, pixels)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(drawing.encode())).render(painter, QRectF(0, 0, pixels, pixels))
    painter.end()
    return pixmap


def _coloured(sign: Sign, look: Look, soft: bool, ground: str, reverse: bool) -> tuple[str, str, str]:
    """What fills the body, draws the edge, and draws the mark."""
    if soft:
        faint = look.colour("ink_faint").name()
        return "none", faint, faint
    tone, under = look.colour(sign.tone.value).name(), look.colour(ground).name()
    return (under, under, tone) if reverse else (tone, tone, under)


def draw_sign(
    painter: QPainter,
    box: QRectF,
    sign: Sign,
    look: Look,
    soft: bool = False,
    *,
    ground: str = "panel",
    reverse: bool = False,
) -> None:
    """Draw a sign into a square box: `soft` as a faint outline, which is how something was before.

    `ground` names the colour that it stands on; in `reverse` it stands on its own tone, in that colour.
    """
    transform = painter.deviceTransform()
    zoom = max(0.1, (transform.m11() ** 2 + transform.m12() ** 2) ** 0.5)
    if painter.paintEngine().type() is QPaintEngine.Type.SVG:
        zoom *= IN_DRAWINGS
    pixels = max(1, round(box.width() * zoom))
    ink, line, mark = _coloured(sign, look, soft, ground, reverse)
    pixmap = _pixmap(sign.shape, ink, line, mark, pixels)
    place = QRectF(round(box.x()), round(box.y()), pixels / zoom, pixels / zoom)
    painter.drawPixmap(place, pixmap, QRectF(pixmap.rect()))


def sign_icon(sign: Sign, look: Look, size: float = 14) -> QIcon:
    """A sign as an icon of so many unscaled pixels, sharp at twice its size too."""
    tone, ground = look.colour(sign.tone.value).name(), look.colour("panel").name()
    icon = QIcon()
    for times in (1, 2):
        icon.addPixmap(_pixmap(sign.shape, tone, tone, ground, look.px(size) * times))
    return icon
