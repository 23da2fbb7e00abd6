"""What the window does when somebody wishes it, beside the pages: made for the first, or after the first picture."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from desktop.session.documents import Documents
from desktop.session.session import Session
from desktop.stage.stage import Stage
from desktop.window.cases.writing import Writing
from desktop.window.exporting import Exporting
from desktop.window.filing import Filing
from desktop.window.groups.gathering import Gathering
from desktop.window.library import Library
from desktop.window.menus import Menus
from desktop.window.phones.phoning import Phoning
from desktop.window.picturing import Picturing
from desktop.window.preferences import Preferences
from models.schema.snapshot import Snapshot


class Further:
    """Groups and phones that come in, the library of cases, and what is written for others."""

    def __init__(
        self,
        window: QWidget,
        session: Session,
        documents: Documents,
        filing: Filing,
        writing: Writing,
        preferences: Preferences,
        menus: Menus,
        stage: Stage,
    ) -> None:
        notice = stage.notice
        self.library = Library(window, documents, filing, writing, preferences, menus, notice)
        self.gathering = Gathering(window, session, documents, filing, notice)
        self.phoning = Phoning(window, session, notice)
        self._exporting = Exporting(window, session, filing, notice)
        self._picturing = Picturing(window, stage, filing)

    @property
    def commands(self) -> dict[str, Callable[..., object]]:
        parts = (self.library, self.gathering, self.phoning, self._exporting, self._picturing)
        return {name: do for part in parts for name, do in part.commands.items()}

    def receive(self, snapshot: Snapshot) -> None:
        """Follow what the state says."""
        self.gathering.follow(snapshot)
        self.phoning.receive(snapshot)

    def end(self) -> None:
        """Let go of what goes on beside the window."""
        self.gathering.end()
        self.phoning.close()
