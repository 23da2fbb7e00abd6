"""What the window does when somebody wishes it, beside the pages: made for the first, or after the first picture."""

from collections.abc import Callable

from desktop.stage.stage import Stage
from desktop.window.cases.writing import Writing
from desktop.window.exporting import Exporting, Picturing
from desktop.window.filing import Filing
from desktop.window.groups.gathering import Gathering
from desktop.window.library import Library
from desktop.window.menus import Menus
from desktop.window.phones.phoning import Phoning
from models.schema.snapshot import Snapshot


class Further:
    """Groups and phones that come in, the library of cases, and what is written for others."""

    def __init__(self, filing: Filing, writing: Writing, menus: Menus, stage: Stage) -> None:
        self.library = Library(filing, writing, menus)
        self.gathering = Gathering(filing)
        self.phoning = Phoning(filing.window, filing.documents.session, filing.notice)
        self._exporting = Exporting(filing)
        self._picturing = Picturing(filing, stage)

    @property
    def commands(self) -> dict[str, Callable[..., object]]:
        parts = (self.library, self.gathering, self.phoning, self._exporting, self._picturing)
        return {name: do for part in parts for name, do in part.commands.items()}

    def receive(self, snapshot: Snapshot) -> None:
        self.gathering.follow(snapshot)
        self.phoning.receive(snapshot)

    def end(self) -> None:
        self.gathering.end()
        self.phoning.close()
