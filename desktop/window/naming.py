"""What the window and its header say is open, and whether it is saved."""

from PySide6.QtCore import QObject

from desktop.window.cases.writing import Writing
from desktop.window.filing import Filing
from desktop.window.header import Header


class Naming(QObject):
    """Names the window after the file, or after the case that is written."""

    def __init__(self, filing: Filing, writing: Writing, header: Header) -> None:
        super().__init__(filing)
        self._window, self._documents = filing.window, filing.documents
        self._writing, self._header = writing, header
        for changed in (filing.documents.moved, writing.turned, writing.changed):
            changed.connect(self.show)

    def show(self) -> None:
        if self._writing.is_open:
            self._show_case()
            return
        documents = self._documents
        self._header.receive(documents.session.snapshot)
        self._header.show_saved(documents.name, documents.unsaved, documents.saved_at)
        name = documents.name or self.tr("Untitled")
        if documents.holder is not None:
            name = self.tr("{0} (read-only)").format(name)
        self._entitle(name, documents.unsaved)
        self._window.setWindowFilePath(str(documents.path or ""))

    def _show_case(self) -> None:
        work = self._writing.work
        self._header.show_saved(work.name, work.unsaved, None)
        title = str(work.document.data.get("title", ""))
        self._header.title.show_whole(title)
        self._entitle(work.name or title, work.unsaved)

    def _entitle(self, name: str, unsaved: bool) -> None:
        self._window.setWindowTitle(f"{name}[*] – WhatHolds")
        self._window.setWindowModified(unsaved)
