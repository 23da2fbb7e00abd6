"""Unexpected errors: one calm dialog with details to copy, a line in the log, and the window goes on."""

import sys

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.problems import Unexpected, start_log
from tests.pages import WindowPage


def fail_unexpectedly(page: WindowPage, qtbot: QtBot) -> QWidget:
    unexpected = Unexpected(page.window)
    page.window.watch(unexpected)
    start_log(page.paths.log)
    hook = sys.excepthook
    unexpected.install()
    try:
        raise ZeroDivisionError("in a test")
    except ZeroDivisionError as error:
        sys.excepthook(type(error), error, error.__traceback__)
    finally:
        sys.excepthook = hook
    qtbot.waitUntil(lambda: page.window.findChild(QWidget, "unexpected") is not None)
    return page.find(QWidget, "unexpected")


def test_an_unexpected_error_is_told_once_and_can_be_copied(page: WindowPage, qtbot: QtBot) -> None:
    dialog = fail_unexpectedly(page, qtbot)

    page.find(QPushButton, "copy-details").click()

    assert "ZeroDivisionError: in a test" in QGuiApplication.clipboard().text()
    assert "ZeroDivisionError" in page.paths.log.read_text()
    dialog.close()


def test_the_window_goes_on_after_an_unexpected_error(page: WindowPage, qtbot: QtBot) -> None:
    dialog = fail_unexpectedly(page, qtbot)
    page.find(QPushButton, "go-on").click()

    page.set_stance("russia-ties", "fails")

    assert "no longer needed" in page.card("draw-from-moscow")
    dialog.close()
