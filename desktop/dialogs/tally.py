"""Types in a group's paper ballots: who, how many ballots, and for each assumption how they came out."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QRegularExpressionValidator
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.base.guard import override
from desktop.base.plain_text import named, set_tip
from desktop.base.theme import look
from desktop.dialogs.ballot_reader import BallotReader
from desktop.dialogs.form import open_at
from desktop.dialogs.tally_grid import DIGITS, FIELD, TallyGrid
from desktop.kit.entry.dialog import FilledDialog
from desktop.kit.labels import say, text_label
from models.language.workshop.ballot_words import Marks
from models.language.workshop.tallies import (
    HEADS,
    NAME,
    TallyProblem,
    ballot_of,
    tally_lines,
    tally_problem,
    tally_told,
    unused_name,
    with_marks,
)
from models.schema.case import Case
from models.schema.workshop import Ballot, Group, Workshop

WIDE, HIGH = 680, 720
LONGEST = 60
"""Letters of a group's name: what a column of the sheet has room for in two lines."""
HOW = "Type how many said what. Leave blank what nobody answered. Tab goes across, Enter to the next row."


class TallyDialog(FilledDialog):
    """A new tally, or that of a group to be mended; `taken` gives the group's name and its ballot."""

    taken = Signal(str, object)

    def __init__(
        self,
        case: Case,
        workshop: Workshop,
        group: Group | None,
        name: str,
        parent: QWidget | None = None,
        added: bool = False,
    ) -> None:
        super().__init__(parent)
        self._case, self._workshop, self._group = case, workshop, group
        self.setObjectName("tally-dialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(
            self.tr("Type in a tally") if group is None else self.tr("Tally of {0}").format(group.name)
        )
        self._title = text_label(self.windowTitle(), "panel")
        self._named = group.name if group else name
        self._name = QLineEdit(self._named)
        self._heads = QLineEdit(str(group.ballot.heads) if group and group.ballot else "")
        self._told = named(text_label("", "label", wrap=True), "tally-told")
        self._wrong = named(text_label("", "wrong", wrap=True), "tally-problem")
        lines = tally_lines(case, added)
        self._grid = TallyGrid(lines)
        self._announced = self._counted = self._ballots()
        self._reader = BallotReader(lines)
        self._reader.hide()
        self._one_by_one = QPushButton(self.tr("Ballot by ballot"))
        self._grid.receive(group.ballot if group else None)
        self._how = text_label(self.tr(HOW), "soft", wrap=True)
        self._take = QPushButton(self.tr("Use this tally"))
        self._leave = QPushButton(self.tr("Cancel"))
        self._lay_out()
        self._join()
        self._tell()
        self._name.selectAll()
        self._heads.selectAll()
        self._heads.setFocus()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._try()
        else:
            super().keyPressEvent(event)

    @property
    def typed(self) -> tuple[object, ...]:
        return (*super().typed, self._reader.present)

    @property
    def so_far(self) -> tuple[str, Ballot]:
        """The group and its ballots as far as they are typed in, under a name that is nobody else's by now."""
        read = self._reader.present
        counts = with_marks(self._grid.counts(), read)
        heads = self._with(bool(read))
        name = self._name.text().strip() or self._named
        return unused_name(self._workshop, self._group, name), ballot_of(self._group, counts, max(1, heads))

    def _lay_out(self) -> None:
        for field, name, words in (
            (self._name, "tally-name", self.tr("Group")),
            (self._heads, "tally-heads", self.tr("Ballots")),
        ):
            field.setObjectName(name)
            field.setAccessibleName(words)
        self._name.setMaxLength(LONGEST)
        self._heads.setValidator(QRegularExpressionValidator(DIGITS, self))
        self._heads.setFixedWidth(look().px(FIELD + 16))
        top = QGridLayout()
        top.addWidget(text_label(self.tr("Group"), "label"), 0, 0)
        top.addWidget(text_label(self.tr("Paper ballots"), "label"), 0, 1)
        top.addWidget(self._name, 1, 0)
        top.addWidget(self._heads, 1, 1)
        top.setColumnStretch(0, 1)
        layout = QVBoxLayout(self)
        side = look().px(18)
        layout.setContentsMargins(side, look().px(14), side, look().px(14))
        layout.setSpacing(look().px(8))
        layout.addWidget(self._title)
        layout.addLayout(top)
        layout.addWidget(self._told)
        layout.addWidget(self._how)
        layout.addWidget(self._reader)
        layout.addLayout(self._grid.heads())
        layout.addWidget(self._grid, 1)
        layout.addWidget(self._wrong)
        layout.addLayout(self._buttons())
        open_at(self, WIDE, HIGH)

    def _buttons(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.addWidget(self._one_by_one)
        line.addStretch(1)
        set_tip(self._one_by_one, self.tr("One key an answer, as each ballot is read out (Ctrl+B)"))
        self._one_by_one.setShortcut("Ctrl+B")
        self._one_by_one.setCheckable(True)
        for button, name in (
            (self._one_by_one, "tally-one-by-one"),
            (self._leave, "tally-cancel"),
            (self._take, "tally-take"),
        ):
            button.setObjectName(name)
            button.setAutoDefault(False)
            line.addWidget(button)
        self._take.setProperty("role", "primary")
        return line

    def _join(self) -> None:
        self._grid.edited.connect(self._tell)
        self._grid.finished.connect(self._take.setFocus)
        self._name.textEdited.connect(self._tell)
        self._heads.textEdited.connect(self._announce)
        self._name.returnPressed.connect(self._heads.setFocus)
        self._heads.returnPressed.connect(partial(self._grid.go_to, 0))
        self._one_by_one.toggled.connect(self._read_out)
        self._reader.added.connect(partial(self._count_in, 1))
        self._reader.taken_back.connect(partial(self._count_in, -1))
        self._reader.at_line.connect(self._grid.show_line)
        self._leave.clicked.connect(self.reject)
        self._take.clicked.connect(self._try)

    def _read_out(self, wanted: bool) -> None:
        """Take single keys, or counts again; a low screen has no room for both, nor for the title beside keys."""
        counting, reading = (self._title, self._how), (self._reader,)
        for part in counting if wanted else reading:
            part.hide()  # before others are shown, or the dialog would grow for both
        for part in reading if wanted else counting:
            part.show()
        if wanted:
            self._reader.setFocus()
        else:
            self._grid.show_line("")
            self._heads.setFocus()

    def _count_in(self, by: int, marks: Marks) -> None:
        """Count a ballot that was read, or no longer one that is opened again."""
        self._heads.setText(str(self._with(by)))
        self._counted = max(0, self._counted + by)
        self._grid.add(marks, by)

    def _announce(self) -> None:
        self._announced = self._ballots()
        self._tell()

    def _with(self, more: int) -> int:
        """How many ballots there are once so many more are counted: as many as were announced, or more."""
        answers = max(count.answered for count in self._grid.counts())
        return max(self._announced, max(self._counted, answers) + more)

    def _ballots(self) -> int:
        return int(self._heads.text() or 0)

    def _tell(self) -> None:
        """Show what follows from what is typed; what is wrong is told at once only where it is plainly wrong."""
        self._grid.show_unanswered(self._ballots())
        say(self._told, tally_told(self._workshop, self._group, self._name.text()))
        found = self._problem()
        plain = found is not None and found.field not in (NAME, HEADS)
        say(self._wrong, found.sentence if found is not None and plain else "")

    def _problem(self) -> TallyProblem | None:
        name, counts = self._name.text(), self._grid.counts()
        return tally_problem(self._case, self._workshop, self._group, name, self._ballots(), counts)

    def _try(self) -> None:
        if self._reader.is_partly_read:
            say(
                self._wrong,
                self.tr("The last ballot is not read to its end: read on, or Enter counts it as it is."),
            )
            self._reader.setFocus()
            return
        if self._reader.present:
            self._reader.finish()
        found = self._problem()
        if found is None:
            ballot = ballot_of(self._group, self._grid.counts(), self._ballots())
            self.taken.emit(self._name.text().strip(), ballot)
            self.accept()
            return
        say(self._wrong, found.sentence)
        fields = {NAME: self._name, HEADS: self._heads}
        if found.field in fields:
            fields[found.field].setFocus()
        else:
            self._grid.go_to_line(found.field)
