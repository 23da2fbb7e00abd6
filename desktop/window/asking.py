"""What is asked where work would be lost, and what is waited for; boxes are loaded when something is asked."""

from collections.abc import Callable
from enum import Enum, auto
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from desktop.base.apart import Apart
from desktop.base.plain_text import named, plain_label
from desktop.session.session import Session
from models.schema.action import Action

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMessageBox

    from desktop.kit.entry.dialog import FilledDialog

Given = TypeVar("Given")
UNNOTICED = 1000
"""Milliseconds of waiting before a way out is offered; until then keys and clicks wait, too."""


class Answer(Enum):
    """What may be answered; whatever else is closed with is a Cancel."""

    SAVE = auto()
    DISCARD = auto()
    BOTH = auto()
    THEIRS = auto()
    MINE = auto()
    MERGE = auto()
    CANCEL = auto()


def question_box(window: QWidget, name: str, title: str, text: str, more: str) -> "QMessageBox":
    """A question in plain text, still without its answers."""
    from PySide6.QtWidgets import QMessageBox

    question = named(QMessageBox(window), name)
    question.setIcon(question.Icon.Question)
    question.setWindowTitle(title)
    question.setTextFormat(Qt.TextFormat.PlainText)
    question.setText(text)
    question.setInformativeText(more)
    return question


def ask_unsaved(window: QWidget, told: str) -> Answer:
    """Whether changes are to be saved before they would be lost."""
    more = _tr("If you do not save, they are lost.")
    question = question_box(window, "unsaved-question", _tr("Unsaved changes"), told, more)
    kinds = question.StandardButton
    question.setStandardButtons(kinds.Save | kinds.Discard | kinds.Cancel)
    question.setDefaultButton(kinds.Save)
    answers = {kinds.Save: Answer.SAVE, kinds.Discard: Answer.DISCARD}
    return answers.get(kinds(question.exec()), Answer.CANCEL)


def fill_in(session: Session, dialog: "FilledDialog", wishes: Callable[[], tuple[Action, ...]]) -> None:
    """Do what a dialog wishes, once it is answered."""
    dialog.wishes = wishes
    if dialog.exec():
        for action in wishes():
            session.act(action)
    dialog.deleteLater()


def ask_unread(window: QWidget, told: str) -> bool:
    """Whether what is typed in fields and cannot be read may be lost."""
    text = _tr("What you typed cannot be read, so that it cannot be saved:\n{0}").format(told)
    more = _tr("If you go on, it is lost.")
    question = question_box(window, "unread-question", _tr("Not taken over"), text, more)
    roles = question.ButtonRole
    going_on = question.addButton(_tr("Go on without it"), roles.DestructiveRole)
    question.setDefaultButton(question.addButton(_tr("Back to the field"), roles.RejectRole))
    question.exec()
    return question.clickedButton() is going_on


def ask_changed(window: QWidget, told: str, *, merge: bool = False) -> Answer:
    """Which of two texts is to be in a file that another program has changed; a case can be both, merged."""
    title, more = _tr("Changed by another program"), _tr("Nothing is lost yet. What shall be in the file?")
    question = question_box(window, "changed-outside-question", title, told, more)
    question.setIcon(question.Icon.Warning)
    roles = question.ButtonRole
    merging = ((_tr("&Merge…"), roles.AcceptRole, Answer.MERGE),) if merge else ()
    buttons = {
        question.addButton(words, role): answer
        for words, role, answer in (
            *merging,
            (_tr("Keep both…"), roles.AcceptRole, Answer.BOTH),
            (_tr("Take theirs"), roles.DestructiveRole, Answer.THEIRS),
            (_tr("Overwrite it"), roles.DestructiveRole, Answer.MINE),
        )
    }
    question.addButton(question.StandardButton.Cancel)
    question.setDefaultButton(next(iter(buttons)))
    question.exec()
    return next(
        (answer for button, answer in buttons.items() if button is question.clickedButton()), Answer.CANCEL
    )


class WaitedFor(QDialog):
    """Says what is waited for, with a button that waits no longer."""

    def __init__(self, window: QWidget, told: str) -> None:
        from PySide6.QtWidgets import QDialogButtonBox

        super().__init__(window)
        self.setObjectName("waited-for")
        self.setWindowTitle(_tr("Please wait"))
        buttons = QDialogButtonBox()
        stop = buttons.addButton(_tr("Stop waiting"), QDialogButtonBox.ButtonRole.RejectRole)
        stop.setObjectName("stop-waiting")
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(plain_label(told, wrap=True))
        layout.addWidget(buttons)


def waited(window: QWidget, told: str, work: Callable[[], Given]) -> Given:
    """What some work gives that is done apart from the window, which goes on painting; raises what the work raises.

    Raises TimeoutError where somebody waits no longer: the work may still be done, some time.
    """
    from PySide6.QtCore import QEventLoop

    apart, loop, outcome = Apart(window), QEventLoop(), list[Any]()
    for ended in (apart.done, apart.failed):
        ended.connect(outcome.append)
        ended.connect(loop.quit)
    apart.ask(work)
    if not outcome:
        QTimer.singleShot(UNNOTICED, loop, loop.quit)
        loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
    if not outcome:
        dialog = WaitedFor(window, told)
        for ended in (apart.done, apart.failed):
            ended.connect(dialog.accept)
        dialog.exec()
        dialog.deleteLater()
    apart.cancel()
    apart.deleteLater()
    if not outcome:
        raise TimeoutError
    if isinstance(outcome[0], Exception):
        raise outcome[0]
    given: Given = outcome[0]
    return given


def _tr(words: str) -> str:
    return QCoreApplication.translate("Writing", words)
