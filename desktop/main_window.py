"""The window: builds the views and joins them to the session and the documents, here and nowhere else."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QByteArray, QSize, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QMainWindow, QSplitter, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.actions import Menus
from desktop.base.paths import Paths
from desktop.base.theme import look
from desktop.dashboards import SECTIONS
from desktop.deck import Deck
from desktop.file_dialogs import Dialogs
from desktop.filing import Filing
from desktop.preferences import Preferences
from desktop.problems import Unexpected
from desktop.scenario_session import Session
from desktop.session.documents import Documents
from desktop.views.assumptions import AssumptionsView
from desktop.views.header import HeaderView
from desktop.views.status import StatusView
from desktop.views.switches import SwitchesView
from desktop.views.welcome import WelcomeView
from desktop.views.why import WhyView
from desktop.widgets.dashboard import Dashboard
from desktop.widgets.notice_bar import NoticeBar, NoticeTone
from desktop.widgets.veil import Veil
from desktop.workshop import WorkshopSession
from desktop.workshop_desk import WorkshopDesk
from models.schema.case import Stance
from models.schema.snapshot import Snapshot

PANES = ((346, 27), (306, 25))


class MainWindow(QMainWindow):
    """Everything that a facilitator sees."""

    def __init__(
        self,
        session: Session,
        workshop: WorkshopSession,
        documents: Documents,
        paths: Paths,
        preferences: Preferences,
    ) -> None:
        super().__init__()
        self.setObjectName("whatholds")
        self.setAcceptDrops(True)
        self._session = session
        self._documents = documents
        self._preferences = preferences
        self._menus = Menus(session.undo_stack)
        self._header = HeaderView(self._menus, self._menus.action("undo"), self._menus.action("redo"))
        self._notice = NoticeBar()
        self._welcome = WelcomeView()
        self._assumptions = AssumptionsView()
        self._switches = SwitchesView()
        self._why = WhyView()
        self._right = QStackedWidget()
        self._status = StatusView()
        self._deck = Deck(SECTIONS)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._filing = Filing(self, documents, preferences, self._notice)
        self._dialogs = Dialogs(self, session, workshop, preferences, paths.log)
        self._scale = look().scale
        self._picked = session.case.recommendations[0].id
        self._lay_out()
        self._desk = WorkshopDesk(self, session, workshop, self._deck, self._filing, self._notice)
        self._join_views()
        self._join_commands()
        self._restore()
        self._receive(session.snapshot)
        self.pick(self._picked)
        self._show_name()
        self._assumptions.take_focus()

    def pick(self, identifier: str) -> None:
        """Explain a statement, and show everywhere which one it is."""
        self._picked = identifier
        self._why.pick(identifier)
        self._assumptions.mark_picked(identifier)
        self._desk.pick(identifier)
        self._dialogs.picked = identifier
        for page in self._deck.pages():
            page.mark_picked(identifier)

    def open(self, path: Path) -> None:
        """Open a file, asking first if work would be lost."""
        self._finish_writing()
        self._filing.open(path)

    def tell(self, text: str, tone: NoticeTone = NoticeTone.INFO) -> None:
        """Say something in the notice bar."""
        self._notice.tell(text, tone)

    def watch(self, unexpected: Unexpected) -> None:
        """Show what nobody caught in one calm dialog."""
        unexpected.happened.connect(self._dialogs.show_unexpected, Qt.ConnectionType.QueuedConnection)

    def offer_recovery(self) -> None:
        """Offer what an earlier session left behind."""
        self._filing.offer_recovery()

    def abandon(self) -> None:
        """Give up what is unsaved, without a question, and close."""
        self._documents.give_up()
        self.close()

    @override
    def sizeHint(self) -> QSize:
        room = self.screen().availableGeometry().size()
        return room.boundedTo(QSize(1920, 1080)).expandedTo(QSize(1366, 768))

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self._finish_writing()
        if not self._filing.may_go_on():
            event.ignore()
            return
        self._desk.close()
        self._documents.close()
        self._session.close()
        geometry = bytes(self.saveGeometry().toBase64().data()).decode()
        self._preferences.remember_window(geometry, tuple(self._splitter.sizes()), self._deck.name)
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

    def _take_dropped(self, paths: tuple[Path, ...]) -> None:
        """Files that are dropped on the workshop are groups of it; elsewhere one is opened."""
        if len(paths) > 1 or self._desk.takes_files:
            self._desk.add_groups(paths)
        else:
            self.open(paths[0])

    def _lay_out(self) -> None:
        centre = QWidget()
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._welcome)
        column.addWidget(self._deck, 1)
        column.addWidget(self._switches)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(1)
        self._right.addWidget(self._why)
        veil = Veil()
        veil.left.connect(partial(self._deck.show_page, "predict"))
        self._right.addWidget(veil)
        for pane, stretch in ((self._assumptions, 0), (centre, 1), (self._right, 0)):
            self._splitter.addWidget(pane)
            self._splitter.setStretchFactor(self._splitter.count() - 1, stretch)
        whole = QWidget()
        layout = QVBoxLayout(whole)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for part in (self._header, self._notice):
            layout.addWidget(part)
        layout.addWidget(self._splitter, 1)
        layout.addWidget(self._status)
        self.setCentralWidget(whole)

    def _join_views(self) -> None:
        session = self._session
        session.changed.connect(self._receive)
        self._assumptions.stance_chosen.connect(self._set_stance)
        self._assumptions.reset_chosen.connect(self._reset)
        self._assumptions.reset_all_chosen.connect(self._reset_all)
        self._switches.reading_chosen.connect(session.set_reading)
        self._switches.added_chosen.connect(session.set_added)
        self._header.title_written.connect(session.set_title)
        self._header.section_chosen.connect(self._deck.show_section)
        self._why.usage_wished.connect(self._set_aside)
        self._why.note_written.connect(session.set_note)
        self._why.rationale_written.connect(session.set_rationale)
        self._why.statement_wished.connect(self.pick)
        self._assumptions.picked.connect(self.pick)
        self._welcome.read.connect(partial(self._preferences.set_welcomed, True))
        self._deck.page_made.connect(self._join_page)
        self._deck.turned.connect(self._show_page)
        self._desk.timed.connect(self._header.show_moment)
        self._desk.veiled.connect(self._right.setCurrentIndex)
        self._documents.moved.connect(self._show_name)

    def _join_page(self, page: Dashboard) -> None:
        page.picked.connect(self.pick)
        page.stances_wished.connect(self._session.set_stances)
        page.reading_wished.connect(self._session.set_reading)
        page.credence_written.connect(self._session.set_credence)
        page.credences_cleared.connect(self._session.clear_credences)
        page.told.connect(self.tell)
        page.mark_picked(self._picked)

    def _join_commands(self) -> None:
        deeds: dict[str, Callable[[], object]] = {
            "new": self._filing.new,
            "open": self._filing.ask_open,
            "save": self._filing.save,
            "save-as": self._filing.ask_save,
            "quit": self.close,
            "reset-all": self._reset_all,
            "go-assumptions": self._assumptions.take_focus,
            "go-dashboard": self._focus_page,
            "go-why": self._why.take_focus,
            "larger": partial(self._preferences.step_scale, 1),
            "smaller": partial(self._preferences.step_scale, -1),
            "normal-size": partial(self._preferences.set_scale, 100),
            "welcome": partial(self._preferences.set_welcomed, False),
            **self._dialogs.deeds,
            **self._desk.deeds,
        }
        for name, deed in deeds.items():
            self._menus.action(name).triggered.connect(partial(self._do, deed))
            self.addAction(self._menus.action(name))
        self.addActions([self._menus.action("undo"), self._menus.action("redo")])
        self._desk.join_switches(self._menus)
        self._header.sheet_wished.connect(self._menus.action("sheet").trigger)
        self._menus.scheme_chosen.connect(self._preferences.set_scheme)
        self._menus.scale_chosen.connect(self._preferences.set_scale)
        self._menus.recent_chosen.connect(self._open_recent)
        self._preferences.changed.connect(self._show_preferences)
        for index in range(9):
            keys = QShortcut(QKeySequence(f"Ctrl+{index + 1}"), self)
            keys.activated.connect(partial(self._deck.show_number, index))

    def _do(self, deed: Callable[[], object]) -> None:
        """Do what a command says, after what is being typed has been handed over."""
        self._finish_writing()
        deed()

    def _receive(self, snapshot: Snapshot) -> None:
        for view in (self._assumptions, self._header, self._switches, self._status, self._why):
            view.receive(snapshot)
        if self._picked not in snapshot.case.by_id:
            self.pick(snapshot.case.recommendations[0].id)
        self._show_page()

    def _show_page(self) -> None:
        self._header.show_section(self._deck.section)
        page = self._deck.page()
        page.receive(self._session.snapshot)
        self._desk.show_standing(page)

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
        self._header.finish_writing()
        self._why.finish_writing()
        for page in self._deck.pages():
            page.finish_writing()

    def _set_stance(self, identifier: str, stance: Stance) -> None:
        self._why.expect(identifier)
        self._session.set_stance(identifier, stance)
        self.pick(identifier)

    def _reset(self, identifier: str) -> None:
        self._session.reset([identifier])

    def _reset_all(self) -> None:
        before = self._session.scenario
        self._session.reset_all()
        if before != self._session.scenario:
            told = self.tr("Every assumption is back at the essay's baseline.")
            self._notice.tell(told, action=self.tr("Undo"), deed=self._session.undo_stack.undo)

    def _set_aside(self, rule: str, aside: bool) -> None:
        self._session.set_aside(rule, aside)
        told = self.tr("The inference is set aside.") if aside else self.tr("The inference counts again.")
        self._notice.tell(told, action=self.tr("Undo"), deed=self._session.undo_stack.undo)

    def _open_recent(self, name: str) -> None:
        self.open(Path(name))

    def _show_preferences(self) -> None:
        settings = self._preferences.settings
        if look().scale != self._scale:
            self._scale = look().scale
            self._spread_panes()
        self._menus.show_preferences(settings.scheme, settings.scale)
        self._menus.show_recent(settings.recent)
        self._welcome.setVisible(not settings.welcomed)

    def _spread_panes(self) -> None:
        """Give the side panes what their words need at this scale, and leave the middle about half."""
        whole = self.width()
        left, right = (min(look().px(width), whole * most // 100) for width, most in PANES)
        self._splitter.setSizes([left, whole - left - right, right])

    def _restore(self) -> None:
        settings = self._preferences.settings
        self._show_preferences()
        self.resize(self.sizeHint())
        if settings.geometry:
            self.restoreGeometry(QByteArray.fromBase64(settings.geometry.encode()))
        if len(settings.splitter) == self._splitter.count():
            self._splitter.setSizes(list(settings.splitter))
        else:
            self._spread_panes()
        self._deck.show_page(settings.tab)

    def _focus_page(self) -> None:
        self._deck.page().take_focus()
