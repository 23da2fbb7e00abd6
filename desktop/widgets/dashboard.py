"""What the window knows of every dashboard: it takes snapshots in and sends wishes out."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from models.schema.snapshot import Snapshot


class Dashboard(QWidget):
    """One tab of the window; shown a snapshot only while it is visible."""

    picked = Signal(str)
    stances_wished = Signal(object)
    reading_wished = Signal(object)
    credence_written = Signal(str, object)
    credences_cleared = Signal()
    told = Signal(str)

    def receive(self, snapshot: Snapshot) -> None:
        """Show the whole snapshot again."""
        raise NotImplementedError(type(self))

    def mark_picked(self, identifier: str) -> None:
        """Show which statement is being explained."""
        raise NotImplementedError(type(self))

    def for_the_room(self) -> None:
        """Become what forty people look at: called once, before anything is shown; hides every control."""

    def finish_writing(self) -> None:
        """Hand over what is still being typed; called before anything is saved, closed or printed."""

    def take_focus(self) -> None:
        """Put the keyboard where the work is."""
        raise NotImplementedError(type(self))
