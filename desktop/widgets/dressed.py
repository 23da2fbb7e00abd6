"""How widgets follow the look: they are dressed anew whenever it changes."""

from PySide6.QtCore import QEvent


class Dressed:
    """Stands before a Qt class among the bases; Qt itself measures and paints again, `dress` does the rest."""

    def dress(self) -> None:
        """Take over the look: lengths, fonts and icons that were set."""

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.StyleChange:
            self.dress()
        super().changeEvent(event)  # type: ignore[misc]
