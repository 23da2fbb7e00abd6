"""Draws the icon in every size and format that a desktop asks for, from the one drawing."""

import io
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, Qt
from PySide6.QtGui import QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgRenderer

SIZES = (16, 24, 32, 48, 64, 128, 256, 512)
WINDOWS = (16, 24, 32, 48, 64, 128, 256)
LARGEST = 1024


def draw(drawing: Path, size: int) -> bytes:
    """The drawing as a PNG, so many pixels wide and high."""
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(QByteArray(drawing.read_bytes())).render(painter, QRectF(0, 0, size, size))
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"PNG")).write(image)
    return bytes(buffer.data().data())


def draw_all(drawing: Path, folder: Path) -> None:
    """PNGs by their size, and one file each for Windows and macOS."""
    folder.mkdir(parents=True, exist_ok=True)
    drawn = {size: draw(drawing, size) for size in (*SIZES, LARGEST)}
    for size in SIZES:
        (folder / f"{size}.png").write_bytes(drawn[size])
    images = {size: Image.open(io.BytesIO(data)) for size, data in drawn.items()}
    small = [images[size] for size in WINDOWS]
    small[-1].save(
        folder / "whatholds.ico", sizes=[(size, size) for size in WINDOWS], append_images=small[:-1]
    )
    images[LARGEST].save(
        folder / "whatholds.icns", append_images=[images[size] for size in (32, 64, 128, 256, 512)]
    )
