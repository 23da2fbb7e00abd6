"""What is asked where work would be lost."""

from enum import Enum, auto

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMessageBox, QWidget


class Answer(Enum):
    """What may be answered; whatever else is closed with is a Cancel."""

    SAVE = auto()
    DISCARD = auto()
    BOTH = auto()
    THEIRS = auto()
    MINE = auto()
    MERGE = auto()
    CANCEL = auto()


def ask_unsaved(window: QWidget, told: str) -> Answer:
    """Whether changes are to be saved before they would be lost."""
    question = QMessageBox(window)
    question.setObjectName("unsaved-question")
    question.setIcon(QMessageBox.Icon.Question)
    question.setWindowTitle(_tr("Unsaved changes"))
    question.setText(told)
    question.setInformativeText(_tr("If you do not save, they are lost."))
    kinds = QMessageBox.StandardButton
    question.setStandardButtons(kinds.Save | kinds.Discard | kinds.Cancel)
    question.setDefaultButton(kinds.Save)
    answers = {kinds.Save: Answer.SAVE, kinds.Discard: Answer.DISCARD}
    return answers.get(kinds(question.exec()), Answer.CANCEL)


def ask_changed(window: QWidget, told: str, *, merge: bool = False) -> Answer:
    """Which of two texts is to be in a file that another program has changed; a case can be both, merged."""
    question = QMessageBox(window)
    question.setObjectName("changed-outside-question")
    question.setIcon(QMessageBox.Icon.Warning)
    question.setWindowTitle(_tr("Changed by another program"))
    question.setTextFormat(Qt.TextFormat.PlainText)
    question.setText(told)
    question.setInformativeText(_tr("Nothing is lost yet. What shall be in the file?"))
    roles = QMessageBox.ButtonRole
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
    question.addButton(QMessageBox.StandardButton.Cancel)
    question.setDefaultButton(next(iter(buttons)))
    question.exec()
    return next(
        (answer for button, answer in buttons.items() if button is question.clickedButton()), Answer.CANCEL
    )


def _tr(words: str) -> str:
    return QCoreApplication.translate("Writing", words)
