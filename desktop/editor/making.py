"""What an author makes of the case with its buttons: parts are added, argued for, moved, taken out and put right."""

from PySide6.QtCore import QObject, Signal

from desktop.session.case_work import CaseWork
from models.authoring import edits
from models.authoring.advice import Advice
from models.authoring.beginning import blank
from models.authoring.document import CaseText
from models.authoring.edits import STATEMENTS, Edit
from models.authoring.mending.cut import put_whole
from models.authoring.mending.premises import put_right, told_apart
from models.authoring.outline import ONE
from models.authoring.passages import with_passage
from models.authoring.removal import resting_on
from models.language.messages import plural


class Making(QObject):
    """Makes each an edit with a name; tells what is looked at from then on, what is new, and what to know of it."""

    turned = Signal(str, int)
    begun = Signal(str, int)
    told = Signal(str, bool)

    def __init__(self, work: CaseWork, parent: QObject) -> None:
        super().__init__(parent)
        self._work = work

    def make(self, section: str, paragraph: int, words: str, picked: tuple[str, int]) -> None:
        """Make something of a passage: its paragraph is cited, its words are kept beside the case.

        An argument is one for the finding or the recommendation that is picked.
        """
        document, cited = self._work.document, (max(1, paragraph),)
        if section != "rules":
            step = Edit(
                edits.add_statement,
                (section, words, cited),
                told=self.tr("Add a {0}").format(self.tr(ONE[section])),
            )
        else:
            if picked[0] not in ("findings", "recommendations") or not (target := name_at(document, *picked)):
                self.told.emit(self.tr("First pick in the list what it is an argument for."), True)
                return
            step = Edit(edits.add_argument, (target, (), words, cited), told=self.tr("Add an argument"))
        name = edits.newest(step.applied(document), section)
        self._work.do(step, with_passage(self._work.kept, name, paragraph, words))
        self._begin(section)

    def add(self, section: str, paragraph: int) -> None:
        """Add a part; it cites the paragraph in which its author reads."""
        one, cited = self.tr(ONE[section]), max(1, paragraph)
        new = self.tr("New {0}").format(one)
        if section in STATEMENTS:
            step = Edit(edits.add_statement, (section, new, (cited,)), told=self.tr("Add a {0}").format(one))
        else:
            step = Edit(edits.add_item, (section, blank(section, new, cited)), told=new)
        self._work.do(step)
        self._begin(section)

    def argue(self, target: str, opposes: bool) -> None:
        told = self.tr("Add an objection") if opposes else self.tr("Add an argument")
        self._work.do(Edit(_argued, (target, opposes), told=told))
        self._begin("rules")

    def move(self, section: str, place: int, to: int) -> None:
        if 0 <= to < len(self._work.document.items(section)):
            self.turned.emit(section, to)
            self._work.do(Edit(edits.move, (section, place, to), told=self.tr("Change the order")))

    def remove(self, section: str, place: int) -> None:
        """Take a part out, with the arguments that rest on it."""
        document = self._work.document
        name = name_at(document, section, place)
        others = len(resting_on(document, name)) if section in STATEMENTS else 0
        target: str | int = name if section not in ("tests",) and name else place
        self.turned.emit(section, max(-1, min(place, len(document.items(section)) - 2)))
        self._work.do(Edit(edits.remove, (section, target), told=self.tr("Take out")))
        if others:
            told = plural(
                "{number} argument that rests on it went with it. Undo brings all back.",
                "{number} arguments that rest on it went with it. Undo brings all back.",
                others,
            )
            self.told.emit(told, False)

    def mend(self, advice: Advice) -> None:
        """Put whole what a comma cut, and right what a premise or a name plainly means, if that is what is told."""
        part = (advice.section, advice.place)
        whole = Edit(put_whole, part, told=self.tr("Keep the whole text"))
        apart = Edit(told_apart, part, told=self.tr("Put a name right"))
        for step in (whole, Edit(put_right, part, told=self.tr("Change premises")), apart):
            if step.applied(self._work.document) != self._work.document:
                self._work.do(step)

    def test(self, stances: dict[str, str], expected: dict[str, str], added: bool) -> None:
        self._work.do(Edit(edits.keep_as_test, (stances, expected, added), told=self.tr("Keep as a test")))
        self.told.emit(
            self.tr("Kept as a test of the case: it is told in the margin if it ever comes out otherwise."),
            False,
        )

    def _begin(self, section: str) -> None:
        self.begun.emit(section, len(self._work.document.items(section)) - 1)


def name_at(document: CaseText, section: str, place: int) -> str:
    """The name of a part in its file, or nothing."""
    items = document.items(section)
    return str(items[place].data.get("id", "")) if 0 <= place < len(items) else ""


def _argued(document: CaseText, target: str, opposes: bool) -> CaseText:
    return edits.add_argument(document, target, (), opposes=opposes)
