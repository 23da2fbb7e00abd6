"""What both sides changed in a case: each is asked by what it says, here and in the other program's file."""

from collections.abc import Sequence

from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QLabel,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop.base.plain_text import named
from desktop.base.theme import look
from desktop.dialogs.form import open_at
from desktop.kit.labels import text_label
from models.pages.editor.clashes import Question


class ClashesDialog(QDialog):
    """Asks one after the other; what is here stands until somebody chooses what is there."""

    def __init__(self, questions: Sequence[Question], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("clashes")
        self.setWindowTitle(self.tr("Merge the case"))
        self._groups: list[QButtonGroup] = []
        page = named(QWidget(), "page")
        self._column = QVBoxLayout(page)
        for number, question in enumerate(questions):
            self._ask(number, question)
        self._column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(page)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(look().px(side) for side in (18, 16, 18, 14)))
        told = self.tr("All else is merged. These were changed both here and in the file: which shall it be?")
        layout.addWidget(text_label(told, wrap=True))
        layout.addWidget(area, 1)
        layout.addWidget(buttons)
        open_at(self, 720, 460)

    @property
    def mine(self) -> tuple[bool, ...]:
        """For each question whether what is here shall stand."""
        return tuple(group.checkedId() == 0 for group in self._groups)

    def _ask(self, number: int, question: Question) -> None:
        group, grid = QButtonGroup(self), QGridLayout()
        grid.setColumnStretch(1, 1)
        grid.addWidget(text_label(question.about, "section", wrap=True), 0, 0, 1, 2)
        sides = (
            (self.tr("Here"), "mine", question.ours),
            (self.tr("In the file"), "theirs", question.theirs),
        )
        for place, (name, side, words) in enumerate(sides):
            button = named(QRadioButton(name), f"clash:{number}:{side}", f"{question.about}. {name}: {words}")
            button.setChecked(place == 0)
            group.addButton(button, place)
            said: QLabel = text_label(words, wrap=True)
            said.setBuddy(button)
            grid.addWidget(button, place + 1, 0)
            grid.addWidget(said, place + 1, 1)
        self._groups.append(group)
        self._column.addLayout(grid)
