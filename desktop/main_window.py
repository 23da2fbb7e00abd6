"""The window: builds the views and joins them to the session and the documents, here and nowhere else."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QByteArray, QSize, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QMainWindow, QSplitter, QStackedWidget, QTabWidget, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.actions import Menus
from desktop.dashboards import TABS
from desktop.documents import Documents
from desktop.filing import Filing
from desktop.paths import Paths
from desktop.preferences import Preferences
from desktop.problems import Unexpected, UnexpectedDialog
from desktop.session import Session
from desktop.theme import look
from desktop.views.assumptions import AssumptionsView
from desktop.views.header import HeaderView
from desktop.views.status import StatusView
from desktop.views.switches import SwitchesView
from desktop.views.welcome import WelcomeView
from desktop.views.why import WhyView
from desktop.widgets.dashboard import Dashboard
from desktop.widgets.notice_bar import NoticeBar, NoticeTone
from models.schema.case import Stance
from models.schema.snapshot import Snapshot

PANES = (346, 306)


class MainWindow(QMainWindow):
    """Everything that a facilitator sees."""

    def __init__(
        self, session: Session, documents: Documents, paths: Paths, preferences: Preferences
    ) -> None:
        super().__init__()
        self.setObjectName("whatholds")
        self.setAcceptDrops(True)
        self._session = session
        self._documents = documents
        self._paths = paths
        self._preferences = preferences
        self._menus = Menus(session.undo_stack)
        self._header = HeaderView(self._menus, self._menus.action("undo"), self._menus.action("redo"))
        self._notice = NoticeBar()
        self._welcome = WelcomeView()
        self._assumptions = AssumptionsView()
        self._switches = SwitchesView()
        self._why = WhyView()
        self._status = StatusView()
        self._tabs = QTabWidget()
        self._places: list[QStackedWidget] = []
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._filing = Filing(self, documents, preferences, self._notice)
        self._scale = look().scale
        self._picked = session.case.recommendations[0].id
        self._lay_out()
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
        for dashboard in self.findChildren(Dashboard):
            dashboard.mark_picked(identifier)

    def open(self, path: Path) -> None:
        """Open a file, asking first if work would be lost."""
        self._filing.open(path)

    def tell(self, text: str, tone: NoticeTone = NoticeTone.INFO) -> None:
        """Say something in the notice bar."""
        self._notice.tell(text, tone)

    def watch(self, unexpected: Unexpected) -> None:
        """Show what nobody caught in one calm dialog."""
        unexpected.happened.connect(self._show_unexpected, Qt.ConnectionType.QueuedConnection)

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
        self._documents.close()
        self._session.close()
        geometry = bytes(self.saveGeometry().toBase64().data()).decode()
        tab = TABS[self._tabs.currentIndex()].name
        self._preferences.remember_window(geometry, tuple(self._splitter.sizes()), tab)
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
            QTimer.singleShot(0, self, partial(self.open, paths[0]))

    def _lay_out(self) -> None:
        self._tabs.setDocumentMode(True)
        for tab in TABS:
            place = QStackedWidget()
            place.setObjectName(f"tab:{tab.name}")
            self._places.append(place)
            self._tabs.addTab(place, self.tr(tab.title))
        self._tabs.setObjectName("dashboards")
        centre = QWidget()
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._welcome)
        column.addWidget(self._tabs, 1)
        column.addWidget(self._switches)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(1)
        for pane, stretch in ((self._assumptions, 0), (centre, 1), (self._why, 0)):
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
        self._why.usage_wished.connect(self._set_aside)
        self._why.note_written.connect(session.set_note)
        self._why.rationale_written.connect(session.set_rationale)
        self._why.statement_wished.connect(self.pick)
        self._assumptions.picked.connect(self.pick)
        self._welcome.read.connect(partial(self._preferences.set_welcomed, True))
        self._tabs.currentChanged.connect(self._show_page)
        self._documents.moved.connect(self._show_name)

    def _join_commands(self) -> None:
        deeds = {
            "new": self._filing.new,
            "open": self._filing.ask_open,
            "save": self._save,
            "save-as": self._save_as,
            "details": self._edit_details,
            "sheet": self._show_sheet,
            "quit": self.close,
            "reset-all": self._reset_all,
            "go-assumptions": self._assumptions.take_focus,
            "go-dashboard": self._focus_page,
            "go-why": self._why.take_focus,
            "larger": partial(self._preferences.step_scale, 1),
            "smaller": partial(self._preferences.step_scale, -1),
            "normal-size": partial(self._preferences.set_scale, 100),
            "welcome": partial(self._preferences.set_welcomed, False),
            "keys": self._show_keys,
            "about-case": self._show_case,
            "about": self._show_about,
        }
        for name, deed in deeds.items():
            self._menus.action(name).triggered.connect(deed)
            self.addAction(self._menus.action(name))
        self.addActions([self._menus.action("undo"), self._menus.action("redo")])
        self._header.sheet_wished.connect(self._show_sheet)
        self._menus.scheme_chosen.connect(self._preferences.set_scheme)
        self._menus.scale_chosen.connect(self._preferences.set_scale)
        self._menus.recent_chosen.connect(self._open_recent)
        self._preferences.changed.connect(self._show_preferences)
        for index in range(self._tabs.count()):
            keys = QShortcut(QKeySequence(f"Ctrl+{index + 1}"), self)
            keys.activated.connect(partial(self._tabs.setCurrentIndex, index))

    def _receive(self, snapshot: Snapshot) -> None:
        if self._picked not in snapshot.case.by_id:
            self.pick(snapshot.case.recommendations[0].id)
        for view in (self._assumptions, self._header, self._switches, self._status, self._why):
            view.receive(snapshot)
        self._show_page()

    def _show_page(self) -> None:
        self._dashboard().receive(self._session.snapshot)

    def _dashboard(self) -> Dashboard:
        """The dashboard of the open tab, made if it is opened for the first time."""
        index = self._tabs.currentIndex()
        place = self._places[index]
        found = place.currentWidget()
        if isinstance(found, Dashboard):
            return found
        made = TABS[index].make()
        made.picked.connect(self.pick)
        made.stances_wished.connect(self._session.set_stances)
        made.reading_wished.connect(self._session.set_reading)
        made.credence_written.connect(self._session.set_credence)
        made.credences_cleared.connect(self._session.clear_credences)
        made.told.connect(self.tell)
        place.addWidget(made)
        made.mark_picked(self._picked)
        return made

    def _show_name(self) -> None:
        documents = self._documents
        self._header.show_saved(documents.name, documents.unsaved, documents.saved_at)
        name = documents.name or self.tr("Untitled")
        self.setWindowTitle(f"{name}[*] – WhatHolds")
        self.setWindowModified(documents.unsaved)
        self.setWindowFilePath(str(documents.path or ""))

    def _finish_writing(self) -> None:
        self._header.finish_writing()
        self._why.finish_writing()

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

    def _save(self) -> None:
        self._finish_writing()
        self._filing.save()

    def _save_as(self) -> None:
        self._finish_writing()
        self._filing.ask_save()

    def _open_recent(self, name: str) -> None:
        self.open(Path(name))

    def _show_sheet(self) -> None:
        from desktop.printing import SheetDialog

        self._finish_writing()
        dialog = SheetDialog(self._session.snapshot, self._preferences.settings.paper, self)
        dialog.paper_chosen.connect(self._preferences.set_paper)
        dialog.exec()

    def _edit_details(self) -> None:
        from desktop.views.details import DetailsDialog

        self._finish_writing()
        dialog = DetailsDialog(self._session.scenario, self)
        if dialog.exec():
            self._session.replace(dialog.revised())

    def _show_preferences(self) -> None:
        settings = self._preferences.settings
        if look().scale != self._scale:
            self._scale = look().scale
            self._spread_panes()
        self._menus.show_preferences(settings.scheme, settings.scale)
        self._menus.show_recent(settings.recent)
        self._welcome.setVisible(not settings.welcomed)

    def _spread_panes(self) -> None:
        """Give the side panes what their words need at this scale, and never more than a third each."""
        whole = self.width()
        left, right = (min(look().px(width), whole // 3) for width in PANES)
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
        for index, tab in enumerate(TABS):
            if tab.name == settings.tab:
                self._tabs.setCurrentIndex(index)

    def _focus_page(self) -> None:
        self._dashboard().take_focus()

    def _show_keys(self) -> None:
        from desktop.views.about import KeysDialog

        KeysDialog(self).exec()

    def _show_case(self) -> None:
        from desktop.views.about import CaseDialog

        CaseDialog(self._session.case, self).exec()

    def _show_about(self) -> None:
        from importlib.metadata import version

        from desktop.views.about import AboutDialog

        AboutDialog(version("whatholds"), str(self._paths.log), self).exec()

    def _show_unexpected(self, details: str) -> None:
        if self.findChild(UnexpectedDialog) is None:
            dialog = UnexpectedDialog(details, self._paths.log, self)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.open()
