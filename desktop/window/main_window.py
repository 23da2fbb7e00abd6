"""The window: joins the parts to the session, the documents and each other, here and nowhere else."""

from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEvent, QObject, QSize, Qt, QTimer
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QKeyEvent,
    QKeySequence,
    QShortcut,
    QUndoGroup,
)
from PySide6.QtWidgets import QApplication, QMainWindow

from desktop.base.guard import override
from desktop.base.paths import Paths
from desktop.base.theme import look
from desktop.kit.entry.writing import LOOKED_AT, Typing, pending
from desktop.kit.fall import Fall
from desktop.room.present_strip import PresentStrip
from desktop.session.documents import AUTOSAVE, Documents
from desktop.session.session import Session
from desktop.stage.stage import Stage
from desktop.window.acting import Acting
from desktop.window.cases.writing import Writing
from desktop.window.closing import Closing
from desktop.window.dialogs import Dialogs
from desktop.window.filing import Filing
from desktop.window.frame import Frame
from desktop.window.header import Header
from desktop.window.menus import Menus
from desktop.window.preferences import Preferences
from desktop.window.presenting import Presenting
from desktop.window.speaking import Speaking
from models.pages.board_cards import tiles
from models.schema.action import look as look_at
from models.schema.snapshot import Snapshot
from models.schema.view import PageName

if TYPE_CHECKING:
    from desktop.window.further import Further


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
        self._header.show_saved(documents.file.name, documents.unsaved, documents.saved_at)
        name = documents.file.name or self.tr("Untitled")
        if documents.file.holder is not None:
            name = self.tr("{0} (read-only)").format(name)
        self._entitle(name, documents.unsaved)
        self._window.setWindowFilePath(str(documents.file.path or ""))

    def _show_case(self) -> None:
        work = self._writing.work
        self._header.show_saved(work.file.name, work.unsaved, None)
        title = str(work.document.data.get("title", ""))
        self._header.title.show_whole(title)
        self._entitle(work.file.name or title, work.unsaved)

    def _entitle(self, name: str, unsaved: bool) -> None:
        self._window.setWindowTitle(f"{name}[*] – WhatHolds")
        self._window.setWindowModified(unsaved)


LARGEST = QSize(1920, 1080)
EDGES = QSize(16, 48)
"""Pixels that a window manager puts round a window, at the most of the usual ones."""

PANEL = QSize(0, 48)
"""Pixels of a panel or task bar, of which Wayland tells a window nothing."""


class MainWindow(QMainWindow):
    """Everything that a facilitator sees."""

    def __init__(
        self, session: Session, documents: Documents, paths: Paths, preferences: Preferences
    ) -> None:
        super().__init__()
        self.setObjectName("whatholds")
        self.setAcceptDrops(True)
        self.session, self._documents, self._preferences = session, documents, preferences
        documents.setParent(self)  # nothing that is still to be kept outlives the window
        self._undo_group = QUndoGroup(self)
        self._undo_group.addStack(session.undo_stack)
        self._undo_group.setActiveStack(session.undo_stack)
        self._menus = Menus(self._undo_group)
        self._stage = Stage()
        self.notice = self._stage.notice
        self._present_strip = PresentStrip(self._menus.by_name)
        self._header = Header(self._menus, self._menus.by_name, self._present_strip)
        self._frame = Frame(self._header, self._stage)
        self.setCentralWidget(self._frame)
        self._make_parts(paths)
        self._stage.welcome.lend(self._menus.cases)
        self._join()
        self._restore()
        self._receive(session.snapshot)
        self._naming.show()
        self._frame.assumptions.list.take_focus(Qt.FocusReason.OtherFocusReason)

    def _make_parts(self, paths: Paths) -> None:
        """Make what does the window's work, and let commands find it."""
        session, preferences = self.session, self._preferences
        self._filing = Filing(self, self._documents, preferences, self.notice)
        self.dialogs = Dialogs(self, session, preferences, paths.log)
        self._presenting = Presenting(self, session, self._menus, self._present_strip)
        self._writing = Writing(self._filing, self._frame, self._undo_group, paths.recovery)
        self.dialogs.is_writing = lambda: self._writing.is_open
        self._naming = Naming(self._filing, self._writing, self._header)
        self._fall = Fall(self)
        self._typing = Typing(self)
        self._speaking = Speaking(self, session)
        self._acting = Acting(self, session, self._frame, preferences, self._fall)
        self.closing = Closing(self._filing, self._acting, self._writing, self.dialogs)
        self.closing.ended.connect(self._presenting.end)
        for part in (self._filing, self.dialogs, self._writing):
            self._acting.learn(part.commands)
        self._acting.further = lambda: self.further.commands

    @cached_property
    def further(self) -> "Further":
        """What is made for the first command or file that needs it, or after the first picture."""
        from desktop.window.further import Further

        made = Further(self._filing, self._writing, self._menus, self._stage)
        self.closing.ended.connect(made.end)
        return made

    def open(self, path: Path) -> None:
        """Open a file, asking first if work would be lost; who has one to look at needs no welcome."""
        self._acting.put_welcome_away()
        self._acting.finish_writing()
        self._filing.open(path)

    @override
    def sizeHint(self) -> QSize:
        return first_size(self.screen().availableGeometry().size(), QApplication.platformName())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(640, 400)

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.ActivationChange and self.isActiveWindow():
            QTimer.singleShot(0, self, self._writing.look_outside)
        super().changeEvent(event)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()
        self._acting.finish_writing()
        if not self._filing.may_go_on() or not self._writing.may_go_on():
            return
        self._filing.end()
        self._writing.close()
        self._documents.close()
        self.closing.end()
        geometry = bytes(self.saveGeometry().toBase64().data()).decode()
        tab = self.session.state.view.page.value
        self._preferences.keep(geometry=geometry, drawers=self._frame.drawers, tab=tab)
        event.accept()

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            QTimer.singleShot(0, self, partial(self.further.gathering.take_dropped, tuple(paths), self.open))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._acting.press(event):
            super().keyPressEvent(event)

    def _join(self) -> None:
        session, frame = self.session, self._frame
        session.changed.connect(self._receive)
        session.commanded.connect(self._acting.obey)
        for part in (frame.assumptions, frame.switches, frame.strip, frame.why, self._stage):
            part.acted.connect(self._acting.act)
        for keeping in (frame.strip, self._stage.view, self._presenting):
            self._fall.held_back.connect(keeping.hold_back)
        self._menus.chosen.connect(self._choose)
        self._menus.preferred.connect(self._preferences.choose)
        self._menus.recent_chosen.connect(self.open)
        self._menus.cases.aboutToShow.connect(lambda: self.further.library.fill())
        self.addActions(self._menus.all_actions)
        self._presenting.told.connect(self.notice.tell)
        self._presenting.returned.connect(self.notice.take_back)
        self._presenting.stance_wished.connect(frame.assumptions.list.choose)
        self._presenting.assumption_wished.connect(frame.assumptions.list.step)
        self._stage.welcome.read.connect(self._acting.end_welcome)
        self._writing.turned.connect(self._acting.put_welcome_away)
        self._documents.opened.connect(self._acting.put_welcome_away)
        self._documents.opened.connect(lambda: self.further.gathering.turn())
        self._documents.typed = partial(pending, self)
        self._typing.told.connect(partial(self._documents.note_typing, AUTOSAVE - LOOKED_AT))
        self._preferences.changed.connect(self._show_preferences)
        self._preferences.dressed.connect(self._dress)
        self._preferences.not_kept.connect(self.notice.warn, Qt.ConnectionType.QueuedConnection)
        escape = QShortcut(QKeySequence("Esc"), self)
        escape.activated.connect(self._acting.escape)

    def _receive(self, snapshot: Snapshot) -> None:
        frame = self._frame
        self._fall.receive(snapshot)
        self._menus.receive(snapshot)
        self._header.receive(snapshot)
        if self._writing.is_open:
            self._naming.show()
        self._stage.leave(snapshot)
        frame.show_page(snapshot.view.page)
        frame.assumptions.receive(snapshot)
        frame.switches.receive(snapshot)
        frame.strip.receive(tiles(snapshot))
        self._stage.receive(snapshot)
        frame.why.receive(snapshot)
        self._presenting.receive(snapshot)
        if "further" in vars(self):
            self.further.receive(snapshot)
        self._speaking.receive(snapshot)

    def _choose(self, name: str) -> None:
        """Do a command; while a case is written, some of them mean that."""
        if not self._writing.takes(name):
            self._acting.choose(name)

    def _show_preferences(self) -> None:
        settings = self._preferences.settings
        self._fall.reduced = settings.reduced_motion
        self._presenting.display = settings.display
        self._menus.show_preferences(settings)
        self._menus.show_recent(settings.recent)

    def _dress(self) -> None:
        self._stage.view.wear(look())
        self._frame.strip.wear(look())
        self._presenting.dress()

    def _restore(self) -> None:
        """The window as it was left; whoever has not read the welcome begins with it, at the first question."""
        settings = self._preferences.settings
        self._show_preferences()
        self.resize(self.sizeHint())
        if settings.geometry:
            self.restoreGeometry(QByteArray.fromBase64(settings.geometry.encode()))
        self._frame.restore(settings.drawers)
        if not settings.welcomed:
            then = partial(QTimer.singleShot, 0, self, self._acting.welcome)
            QTimer.singleShot(0, self, then)  # after a file that the program was started with
        elif settings.tab in list(PageName):
            self.session.act(look_at(page=PageName(settings.tab)))


def first_size(available: QSize, platform: str = "") -> QSize:
    """The size of the first window on a screen of which so much is available, as a platform tells it."""
    unseen = PANEL if platform.startswith("wayland") else QSize(0, 0)
    return (available - EDGES - unseen).boundedTo(LARGEST).expandedTo(QSize(640, 400))
