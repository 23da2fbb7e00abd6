"""Unexpected errors: one calm dialog with details to copy, a line in the log, and the window goes on."""

import sys

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from desktop.base.log import start_log
from desktop.base.unexpected import Unexpected
from models.store.cases import load_embedded
from tests.window import Window

RUSSIA = load_embedded().by_code["A3"].id


def _fail_unexpectedly(window: Window) -> QWidget:
    unexpected = Unexpected(window.window)
    unexpected.happened.connect(window.window.dialogs.show_unexpected)
    start_log(window.paths.log)
    hook = sys.excepthook
    unexpected.install()
    try:
        raise ZeroDivisionError("in a test")
    except ZeroDivisionError as error:
        sys.excepthook(type(error), error, error.__traceback__)
    finally:
        sys.excepthook = hook
    window.qtbot.waitUntil(lambda: window.shows("unexpected"))
    return window.find(QWidget, "unexpected")


def test_an_unexpected_error_is_told_once_and_can_be_copied(window: Window) -> None:
    dialog = _fail_unexpectedly(window)

    window.click("copy-details")

    assert "ZeroDivisionError: in a test" in QGuiApplication.clipboard().text()
    assert "ZeroDivisionError" in window.paths.log.read_text()
    dialog.close()


def test_the_window_goes_on_after_an_unexpected_error(window: Window) -> None:
    _fail_unexpectedly(window)
    window.click("go-on")

    window.set_stance(RUSSIA, "fails")

    assert window.stance(RUSSIA) == "fails"
