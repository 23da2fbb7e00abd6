"""Builds the parts of a run, shows the window, and only then loads what is slow to load."""

import gc
import os
import sys
from datetime import datetime
from functools import partial
from importlib import import_module
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication

from desktop.base import collector
from desktop.base.application import Application
from desktop.base.display import follow_desktop
from desktop.base.instance import Instance
from desktop.base.log import log, start_log, watch_faults
from desktop.base.paths import Paths, find_paths, lend_charts_a_folder
from desktop.base.roles import speak_roles
from desktop.base.settings import load_settings
from desktop.base.tasks import Tasks
from desktop.base.theme import icon, load_fonts
from desktop.base.translation import put_on
from desktop.base.unexpected import Unexpected
from desktop.session.documents import Documents
from desktop.session.session import Session
from desktop.stage.notice import NoticeTone
from desktop.window.main_window import MainWindow
from desktop.window.preferences import Preferences
from models.language.messages import message, retold, speaking, terminal_language
from models.schema.analysis import Tick
from models.schema.snapshot import fresh_state
from models.store.embedded import load_embedded

SWITCH = 0.001
"""Seconds after which a background answer lets the window go on; Python's own are five times as many."""

SLOW = (
    *(f"models.pages.{page}.page" for page in ("depends", "differ", "watch", "programme")),
    *("models.pages.map_block", "models.charts.map_arrange"),
    *("matplotlib.backends.backend_agg", "models.charts.draw", "models.paper.prints"),
    *(
        "models.pages.why.page",
        "models.pages.editor.circle",
        "models.store.workshops",
        "models.store.case_tests",
    ),
    *("models.authoring.mending.mended", "models.authoring.worded", "models.authoring.merging"),
    *("models.authoring.beginning", "models.authoring.removal", "models.authoring.keeping"),
)
"""What pages, charts, files and an author need first, in the order in which somebody might; none of it touches Qt."""
TABLES = "desktop.kit.table"
"""What most pages need first of Qt's; the window's thread has to load it, and PySide learns much from the first."""

PAUSE = 300
"""Milliseconds in which whoever has just started it may already click."""


def start(file: Path | None, another: bool = False, language: str = "") -> int:
    """Run until the window is closed; unless `another` is wished, one that is open already takes the file.

    A `language` that is asked for is spoken this time, whatever the settings say.
    """
    follow_desktop(os.environ)
    application = Application(sys.argv[:1])
    application.setApplicationName("WhatHolds")
    application.setDesktopFileName("whatholds")
    paths = find_paths()
    instance = Instance(paths.recovery.parent)
    if not another and is_taken(instance, file, language):
        return 0
    lend_charts_a_folder(paths)
    start_log(paths.log)
    report = watch_faults(paths.fault)
    unexpected = Unexpected()
    unexpected.install()
    window = build_window(paths, language)
    unexpected.happened.connect(window.dialogs.show_unexpected, Qt.ConnectionType.QueuedConnection)
    unexpected.ended.connect(window.closing.leave, Qt.ConnectionType.QueuedConnection)
    application.file_asked.connect(partial(take, window))
    instance.handed.connect(partial(take, window))
    window.show()
    offer = partial(
        window.closing.offer_recovery, report
    )  # before a file that is opened, else after the picture
    QTimer.singleShot(0, window, offer if file is not None else partial(QTimer.singleShot, 0, window, offer))
    if file is not None:
        QTimer.singleShot(0, window, lambda: window.open(file))
    QTimer.singleShot(0, application, partial(_prepare, application, instance, window))
    log.info("started")
    return application.exec()


def is_taken(instance: Instance, file: Path | None, language: str = "") -> bool:
    """Whether a window that is open takes a file; the terminal is told so, and why another opens where it does not."""
    taken = instance.hand_over(file)
    with speaking(terminal_language(os.environ, language)):
        if taken:
            told = message("The window that is open takes it. --new-window opens another.")
        elif instance.declined:
            told = message("The window that is open asks something or does not answer, so another opens.")
        else:
            return False
    print(told, file=sys.stderr)  # noqa: T201
    return taken


def build_window(paths: Paths, language: str = "") -> MainWindow:
    """The window with the embedded case, dressed as the user prefers, in their language or the one asked for."""
    sys.setswitchinterval(SWITCH)
    settings, complaint = load_settings(paths.settings)
    put_on(language or settings.language)
    load_fonts()
    speak_roles()
    preferences = Preferences(paths.settings, settings)
    preferences.begin()
    case = load_embedded()
    session = Session(fresh_state(case), _now)
    documents = Documents(session, paths.recovery, _now)
    window = MainWindow(session, documents, paths, preferences)
    preferences.finish()
    window.setWindowIcon(icon("shield-question-mark", "brand", 64))
    if complaint:
        window.notice.tell(retold(complaint), NoticeTone.WARN)
    elif paths.temporary:
        told = window.tr(
            "Your home folder cannot be written, so settings and recovery are kept only until the "
            "machine is restarted: {0}"
        )
        window.notice.tell(told.format(paths.settings.parent), NoticeTone.WARN)
    return window


def _prepare(application: QApplication, instance: Instance, window: MainWindow) -> None:
    """Answer other starts, and warm up a moment after the first picture, however long a slow machine took for it."""
    QTimer.singleShot(0, instance, instance.listen)
    QTimer.singleShot(0, window, partial(_mind_the_end, application, window))
    QTimer.singleShot(0, window, lambda: window.further)
    QTimer.singleShot(PAUSE, application, partial(warm_up, application))


def _mind_the_end(application: QApplication, window: MainWindow) -> None:
    """Keep what is unsaved when the program is to end; before the first picture there is nothing to keep."""
    from desktop.session.locks import release_all
    from desktop.window.ending import Ending

    ending = Ending(application)
    ending.wished.connect(window.closing.leave)
    ending.session_ends.connect(window.closing.keep)
    ending.display_died.connect(window.closing.rescue)
    ending.display_died.connect(release_all)


def warm_up(application: QApplication) -> None:
    """Load what charts and sheets need while nobody waits for it; what is there by now is no garbage."""
    from desktop.base.collector import give_back

    gc.freeze()
    collector.start(application)
    give_back()
    import_module(TABLES).TableWidget().deleteLater()
    Tasks(application).ask(_import_slow_parts)


def _import_slow_parts(tick: Tick) -> None:
    for name in SLOW:
        tick()
        import_module(name)


def _now() -> datetime:
    return datetime.now().astimezone().replace(microsecond=0)


AGAIN = 200
"""Milliseconds until it is looked again whether a dialog is still in the way."""


def take(window: MainWindow, file: str, token: str = "") -> None:
    """Bring the window to the front, and open the file if there is one."""
    if token:
        os.environ["XDG_ACTIVATION_TOKEN"] = token  # Wayland's leave to come forward; Qt reads it
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.raise_()
    window.activateWindow()
    if file:
        QTimer.singleShot(0, window, partial(_open, window, Path(file)))


def _open(window: MainWindow, path: Path) -> None:
    """Open a file once no dialog is in the way: what is filled in there is meant for what is open."""
    if QApplication.activeModalWidget() is None:
        window.open(path)
    else:
        QTimer.singleShot(AGAIN, window, partial(_open, window, path))
