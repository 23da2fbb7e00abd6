"""No exception leaves a method that Qt calls: the window goes on, the error is told once, and the work is kept."""

import sys
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QAbstractItemModel, QEvent, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget

from desktop.base.guard import empty
from desktop.base.unexpected import Unexpected
from desktop.dialogs.unexpected import UnexpectedDialog
from models.schema.action import look as look_at
from models.schema.view import PageName
from tests.desktop.overrides import Override, failing, overrides
from tests.window import Window

ALL = tuple(overrides())
NAMES = sorted({override.name for override in ALL if override.is_qts})
LISTS = (QAbstractItemModel, QAbstractItemView)
RUSSIA = "russia-ties"


class Told:
    """What was told in the one place, while it is listened to."""

    def __init__(self) -> None:
        self.errors: list[str] = []
        self.codes: list[int] = []
        self.renew()

    def renew(self) -> None:
        """Be told of the same again."""
        self.errors.clear()
        self.unexpected = Unexpected()
        self.unexpected.happened.connect(self.errors.append)
        self.unexpected.ended.connect(self.codes.append)
        self.unexpected.install()


@pytest.fixture
def told() -> Iterator[Told]:
    hooks = sys.excepthook, sys.unraisablehook, threading.excepthook
    told = Told()
    yield told
    sys.excepthook, sys.unraisablehook, threading.excepthook = hooks


def test_every_override_is_guarded() -> None:
    bare = [f"{item.owner.__qualname__}.{item.name}" for item in ALL if not item.is_guarded]

    assert len(ALL) > 200
    assert bare == []


def test_a_method_in_the_place_of_qts_counts_as_an_override_with_or_without_its_mark() -> None:
    class Bare(QWidget):
        def sizeHint(self) -> QSize:  # noqa: N802
            return QSize()

    assert not Override(Bare, "sizeHint").is_guarded


@pytest.mark.parametrize("kind", [IndexError, MemoryError, RecursionError, KeyboardInterrupt, SystemExit])
def test_no_error_leaves_an_override_and_qt_gets_an_empty_answer(
    kind: type[BaseException], told: Told
) -> None:
    for override in ALL:
        with failing([override], kind):
            given = override.method.__code__.co_argcount or 2
            answer = override.method(*[None] * given)
            assert type(answer) is type(empty(override.method.__annotations__["return"]))

    ends = issubclass(kind, KeyboardInterrupt | SystemExit)
    assert told.codes == ([130 if kind is KeyboardInterrupt else 0] * len(ALL) if ends else [])
    assert len(told.errors) == (0 if ends else 1)


@pytest.mark.qt_log_ignore("dataChanged", extend=True)
def test_the_window_goes_on_whatever_qt_asks_for_raises(window: Window, told: Told) -> None:
    reached: set[Override] = set()
    window.act(look_at(page=PageName.DEPENDS))
    for stance in ("fails", "holds"):  # worked out here, they are at hand below, however busy the machine is
        window.set_stance(RUSSIA, stance)
        window.qtbot.waitUntil(lambda: window.shows("table:matrix-here"))

    for name in NAMES:
        told.renew()
        told.unexpected.happened.connect(window.window.dialogs.show_unexpected)
        chosen = [item for item in ALL if item.name == name]
        with failing(chosen, IndexError) as asked:
            listed = any(issubclass(item.owner, LISTS) for item in chosen)
            _look_round(window, *([PageName.DEPENDS] if listed else []), PageName.HOLDS)
            dialogs = window.window.findChildren(UnexpectedDialog)
        reached |= asked
        assert len(dialogs) == (1 if told.errors else 0), name
        for dialog in dialogs:
            dialog.reject()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    assert len({item.name for item in reached}) >= 24
    window.set_stance(RUSSIA, "uncertain")
    assert window.stance(RUSSIA) == "uncertain"
    window.window.closing.keep()
    assert any(window.paths.recovery.glob("*.recovery.json"))


def _look_round(window: Window, *pages: PageName) -> None:
    """Do a little of everything, as somebody would."""
    for page in pages:
        window.act(look_at(page=page))
        window.window.activateWindow()  # a dialog may have come meanwhile
        window.set_stance(RUSSIA, "fails")
        for view in [one for one in window.window.findChildren(QAbstractItemView) if one.isVisible()][:1]:
            _use(view)
        window.press("Tab")
        window.press("Down")
    window.window.resize(1000 if window.window.width() > 1000 else 1366, 700)
    QApplication.sendEvent(window.window, QEvent(QEvent.Type.PaletteChange))
    window.window.grab()
    window.command("undo")


def _use(view: QAbstractItemView) -> None:
    port = view.viewport()
    QApplication.sendEvent(port, QEvent(QEvent.Type.Leave))
    QTest.mouseClick(port, Qt.MouseButton.LeftButton, pos=port.rect().center())
    QTest.keyClick(view, Qt.Key.Key_Down)
    QTest.keyClicks(view, "r")
