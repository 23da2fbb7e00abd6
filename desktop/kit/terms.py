"""Terms of art explain themselves: where the pointer rests on one that has no tip of its own, the glossary answers."""

from collections.abc import Iterable

from PySide6.QtCore import QPoint
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QToolTip, QWidget

from desktop.base.plain_text import plain_tip
from desktop.kit.text import TextBox


def with_terms(own: str, *texts: str) -> str:
    """A tip with what the terms mean that stand in these texts."""
    from models.pages.glossary import explained_in  # read and taken apart when somebody points

    return "\n".join(part for part in (own, explained_in(" · ".join(texts))) if part)


def tell(event: QHelpEvent, widget: QWidget, tip: str) -> bool:
    """Show a tip; without one whoever stands behind the widget is asked."""
    if not tip:
        QToolTip.hideText()
        event.ignore()
        return False
    QToolTip.showText(event.globalPos(), plain_tip(tip), widget)
    return True


def term_at(point: QPoint, boxes: Iterable[TextBox]) -> str:
    """What the terms mean in the text at a point; empty where there is none."""
    under = (box.text for box in boxes if box.place.contains(point) and box.room.contains(point))
    return with_terms("", next(under, ""))
