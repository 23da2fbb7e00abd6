"""The window: joins the parts to the session, the documents and each other, here and nowhere else."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QByteArray, QSize, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QMainWindow, QWidget
from typing_extensions import override

from desktop.base.paths import Paths
from desktop.base.theme import look
from desktop.dialogs.palette import Palette
from desktop.kit.fall import Fall
from desktop.room.keys import STANCES, Wish, wish_of
from desktop.room.present_strip import PresentStrip
from desktop.session.documents import Documents
from desktop.session.session import Session
from desktop.stage.notice import NoticeTone
from desktop.stage.stage import Stage
from desktop.window.commands import ENTRIES
from desktop.window.dialogs import Dialogs
from desktop.window.exporting import Exporting
from desktop.window.filing import Filing
from desktop.window.finding import everything
from desktop.window.frame import Frame
from desktop.window.gathering import Gathering
from desktop.window.header import Header
from desktop.window.menus import Menus
from desktop.window.picturing import Picturing
from desktop.window.placing import first_size
from desktop.window.preferences import Preferences
from desktop.window.presenting import Presenting
from desktop.window.telling import told_of
from models.pages.strip import tiles
from models.schema.action import Action, Command, Look
from models.schema.action import look as look_at
from models.schema.case import Stance
from models.schema.snapshot import Snapshot
from models.schema.view import PageName


class MainWindow(QMainWindow):
    """Everything that a facilitator sees."""

    def __init__(
        self, session: Session, documents: Documents, paths: Paths, preferences: Preferences
    ) -> None:
        super().__init__()
        self.setObjectName("whatholds")
        self.setAcceptDrops(True)
        self.session, self._documents, self._preferences = session, documents, preferences
        self._menus = Menus(session.undo_stack)
        self._stage = Stage()
        self._present_strip = PresentStrip(self._menus.by_name)
        self._header = Header(self._menus, self._menus.by_name, self._present_strip)
        self._frame = Frame(self._header, self._stage)
        self.setCentralWidget(self._frame)
        self._palette = Palette(self._frame)
        self._filing = Filing(self, documents, preferences, self._stage.notice)
        self._dialogs = Dialogs(self, session, preferences, paths.log)
        self._gathering = Gathering(self, session, self._filing, self._stage.notice)
        self._exporting = Exporting(self, session, self._filing, self._stage.notice)
        self._picturing = Picturing(self, self._stage, self._filing)
        self._presenting = Presenting(self, session, self._menus, self._present_strip)
        self._fall = Fall(self)
        self._deeds = self._all_deeds()
        self._join()
        self._restore()
        self._receive(session.snapshot)
        self._show_name()
        self._frame.assumptions.take_focus(Qt.FocusReason.OtherFocusReason)

    def open(self, path: Path) -> None:
        """Open a file, asking first if work would be lost."""
        self._finish_writing()
        self._filing.open(path)

    def tell(self, text: str, tone: NoticeTone = NoticeTone.INFO) -> None:
        """Say something over the stage."""
        self._stage.notice.tell(text, tone)

    def show_unexpected(self, details: str) -> None:
        """Show what nobody caught in one calm dialog."""
        self._dialogs.show_unexpected(details)

    def offer_recovery(self) -> None:
        """Offer what an earlier session left behind."""
        self._filing.offer_recovery()

    def abandon(self) -> None:
        """Give up what is unsaved, without a question, and close."""
        self._documents.give_up()
        self.close()

    @override
    def sizeHint(self) -> QSize:
        return first_size(self.screen().availableGeometry().size())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(640, 400)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self._finish_writing()
        if not self._filing.may_go_on():
            event.ignore()
            return
        self._presenting.end()
        self._gathering.watch.close()
        self._documents.close()
        self.session.close()
        geometry = bytes(self.saveGeometry().toBase64().data()).decode()
        self._preferences.remember_window(geometry, (), self.session.state.view.page.value)
        self._preferences.store()
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
            QTimer.singleShot(0, self, partial(self._take_dropped, tuple(paths)))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        wish = wish_of(event, STANCES)
        if wish is None:
            super().keyPressEvent(event)
        elif wish[0] is Wish.STANCE and isinstance(wish[1], Stance):
            self._frame.assumptions.choose(wish[1])
        elif isinstance(wish[1], int):
            self._frame.assumptions.step(wish[1])

    def _take_dropped(self, paths: tuple[Path, ...]) -> None:
        """Files that are dropped where groups are looked at are groups; elsewhere one is opened."""
        if len(paths) > 1 or self.session.state.view.page is PageName.DIFFER:
            self._gathering.add(paths)
            self._act(look_at(page=PageName.DIFFER))
        else:
            self.open(paths[0])

    def _join(self) -> None:
        session, frame = self.session, self._frame
        session.changed.connect(self._receive)
        session.commanded.connect(self._obey)
        for part in (frame.assumptions, frame.switches, frame.strip, frame.why, self._stage, self._palette):
            part.acted.connect(self._act)
        for keeping in (frame.strip, self._stage, self._presenting):
            self._fall.held_back.connect(keeping.hold_back)
        self._menus.chosen.connect(self._choose)
        self._menus.scheme_chosen.connect(self._preferences.set_scheme)
        self._menus.scale_chosen.connect(self._preferences.set_scale)
        self._menus.recent_chosen.connect(self._open_recent)
        self.addActions(self._menus.all_actions)
        self._presenting.told.connect(self.tell)
        self._presenting.stance_wished.connect(frame.assumptions.choose)
        self._presenting.assumption_wished.connect(frame.assumptions.step)
        self._stage.welcome.read.connect(self._end_welcome)
        self._documents.moved.connect(self._show_name)
        self._preferences.changed.connect(self._show_preferences)
        self._preferences.dressed.connect(self._dress)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.activated.connect(self._escape)

    def _all_deeds(self) -> dict[str, Callable[..., object]]:
        """What the window does itself, under the names of the commands."""
        frame, preferences = self._frame, self._preferences
        return {
            "new": self._filing.new,
            "open": self._filing.ask_open,
            "save": self._filing.save,
            "save-as": self._filing.ask_save,
            "quit": self.close,
            "undo": self.session.undo_stack.undo,
            "redo": self.session.undo_stack.redo,
            "copy-page": self._stage.copy_page,
            "save-picture": self._picturing.ask,
            "save-figure": self._picturing.ask_figure,
            "copy-figure": self._picturing.copy_figure,
            "play-fall": self._fall.play,
            "palette": self._open_palette,
            "go-assumptions": self._go_left,
            "go-stage": self._stage.take_focus,
            "go-why": self._go_right,
            "drawer-left": frame.turn_left,
            "drawer-right": frame.turn_right,
            "larger": partial(preferences.step_scale, 1),
            "smaller": partial(preferences.step_scale, -1),
            "reduce-motion": preferences.turn_motion,
            "normal-size": partial(preferences.set_scale, 100),
            "add-groups": self._gathering.ask_files,
            "watch-folder": self._gathering.choose_folder,
            "export-minutes": self._exporting.ask,
            "welcome": self._stage.welcome.open,
            **self._dialogs.deeds,
        }

    def _act(self, action: Action) -> None:
        """Do what somebody chose on a page or a pane; what cannot be seen at once is told, with Undo."""
        before = self.session.scenario
        self.session.act(action)
        if isinstance(action, Look) and ("picked" in dict(action.changes)):
            self._show_why()
        told = told_of(action)
        if told and before != self.session.scenario:
            self._stage.notice.tell(told, action=self.tr("Undo"), deed=self.session.undo_stack.undo)

    def _choose(self, name: str) -> None:
        """Do what a command says, after what is being typed has been handed over."""
        self._finish_writing()
        self._obey(Command(name))

    def _obey(self, command: Command) -> None:
        entry = ENTRIES.get(command.name)
        if entry is not None and entry.act is not None:
            self._act(entry.act(self.session.snapshot))
        elif command.name in self._deeds:
            self._deeds[command.name](*command.arguments)

    def _receive(self, snapshot: Snapshot) -> None:
        frame = self._frame
        self._fall.receive(snapshot)
        self._menus.receive(snapshot)
        self._header.receive(snapshot)
        frame.show_page(snapshot.view.page)
        frame.assumptions.receive(snapshot)
        frame.switches.receive(snapshot)
        frame.strip.receive(tiles(snapshot))
        self._stage.receive(snapshot)
        if not frame.why.isHidden():
            frame.why.receive(snapshot)
        self._presenting.receive(snapshot)
        self._gathering.follow(snapshot)

    def _show_why(self) -> None:
        """Bring up the why of what was picked where the board is; a why closed by hand stays closed."""
        if self.session.state.view.page is PageName.HOLDS and not self._frame.right_was_closed:
            self._frame.open_right()

    def _refill(self) -> None:
        """A drawer that was just opened shows what it missed."""
        if not self._frame.why.isHidden():
            self._frame.why.receive(self.session.snapshot)
            self._frame.why.show_now()

    def _show_name(self) -> None:
        documents = self._documents
        self._header.show_saved(documents.name, documents.unsaved, documents.saved_at)
        name = documents.name or self.tr("Untitled")
        if documents.holder is not None:
            name = self.tr("{0} (read-only)").format(name)
        self.setWindowTitle(f"{name}[*] – WhatHolds")
        self.setWindowModified(documents.unsaved)
        self.setWindowFilePath(str(documents.path or ""))

    def _finish_writing(self) -> None:
        """Let a field that is being typed in hand over what it has."""
        field = self.focusWidget()
        if isinstance(field, QWidget) and field.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled):
            field.clearFocus()
            field.setFocus()

    def _escape(self) -> None:
        """Leave what lies on top: a notice, the welcome, a drawer; at last the room's screen."""
        notice, welcome = self._stage.notice, self._stage.welcome
        if notice.isVisible():
            notice.hide()
        elif welcome.isVisible():
            self._end_welcome()
        elif self._frame.is_over:
            self._frame.close_over()
        elif self.session.snapshot.room.is_open:
            self._choose("present")

    def _open_palette(self) -> None:
        self._palette.open(everything(self.session.snapshot))

    def _go_left(self) -> None:
        self._frame.open_left()
        self._frame.assumptions.take_focus()
        self.activateWindow()

    def _go_right(self) -> None:
        self._frame.open_right()
        self._frame.why.setFocus()

    def _open_recent(self, name: str) -> None:
        self.open(Path(name))

    def _end_welcome(self) -> None:
        self._stage.welcome.hide()
        self._preferences.set_welcomed(True)
        self._frame.assumptions.take_focus(Qt.FocusReason.OtherFocusReason)

    def _show_preferences(self) -> None:
        settings = self._preferences.settings
        self._fall.reduced = settings.reduced_motion
        self._menus.show_preferences(settings)
        self._menus.show_recent(settings.recent)

    def _dress(self) -> None:
        self._stage.dress()
        self._frame.strip.wear(look())
        self._presenting.dress()

    def _restore(self) -> None:
        """The window as it was left; whoever has not read the welcome begins with it, at the first question."""
        settings = self._preferences.settings
        self._show_preferences()
        self.resize(self.sizeHint())
        if settings.geometry:
            self.restoreGeometry(QByteArray.fromBase64(settings.geometry.encode()))
        self._frame.shared.connect(self._refill)
        if not settings.welcomed:
            QTimer.singleShot(0, self, self._stage.welcome.open)
        elif settings.tab in list(PageName):
            self.session.act(look_at(page=PageName(settings.tab)))
