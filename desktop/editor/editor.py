"""The case editor: joins the source, the argument and what follows to the case that is being written."""

from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from desktop.base.guard import override
from desktop.base.layouts import flush
from desktop.base.plain_text import named
from desktop.base.theme import look
from desktop.editor.following import Following
from desktop.editor.form import CaseForm
from desktop.editor.making import Making, name_at
from desktop.editor.margin import Margin
from desktop.editor.outline import Outline
from desktop.editor.source_pane import SourcePane
from desktop.kit.labels import text_label
from desktop.session.case_work import CaseWork
from models.authoring.advice import Advice
from models.authoring.beginning import with_source
from models.authoring.document import CaseText
from models.authoring.edits import STATEMENTS, Edit
from models.authoring.outline import CASE, ONE, rows
from models.authoring.passages import with_source as kept_with
from models.authoring.source import SourceText, pasted
from models.pages.editor.circle import circle_page


class Editor(QWidget):
    """The mode in which a case is written."""

    closed = Signal()
    source_wanted = Signal()
    told = Signal(str, bool)

    def __init__(self, work: CaseWork, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("case-editor")
        self._work = work
        self._picked: tuple[str, int] = (CASE, -1)
        self.source, self.outline = SourcePane(), Outline()
        self.form, self.following = CaseForm(work.unread), Following()
        work.typed = self.form.pending
        self._margin, self._making = Margin(work), Making(work, self)
        self._close = named(QPushButton(self.tr("&Done")), "editor-done")
        self._file = text_label("", "soft")
        self._lay()
        self._join()
        self._receive()

    def take_source(self, source: SourceText) -> None:
        """Take a source in: the case is told how many paragraphs it has."""
        step = Edit(with_source, (source,), told=self.tr("Take a source in"))
        self._work.do(step, kept_with(self._work.kept, source))

    def show_part(self, section: str, place: int) -> None:
        """Pick a part of the case; what is no list of it belongs to what the case says of itself."""
        known = section in (*ONE, "rules")
        self._pick(section if known else CASE, place if known else -1)

    def show_unread(self, section: str, place: int) -> None:
        """Pick a part of the case, and go to what cannot be read in it."""
        self.show_part(section, place)
        self.form.focus_unread()

    def take_focus(self) -> None:
        """Put the keyboard where one begins: into the source if there is one, else on its buttons."""
        (self.source.text if self._work.kept.paragraphs else self.form).setFocus()

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.StyleChange:
            for part in (self.source, self.form, self.following):
                part.dress()
            self._receive()
        super().changeEvent(event)

    def _join(self) -> None:
        self._work.changed.connect(self._receive)
        self._work.turned.connect(partial(self._turn, CASE, -1))
        self._close.clicked.connect(self.closed)
        self.source.made.connect(self._make)
        self.source.opened.connect(self.source_wanted)
        self.source.pasted.connect(self._paste)
        self.outline.picked.connect(self._pick)
        self.outline.moved.connect(self._making.move)
        self.outline.removed.connect(self._making.remove)
        self.outline.toggled.connect(self.following.toggle)
        self.form.edited.connect(self._work.do)
        self.form.typed.connect(self._work.note_typing)
        self.form.refused.connect(self._margin.receive)
        self.form.refused.connect(self._work.note_typing)
        self.form.added.connect(self._add)
        self.form.argued.connect(self._making.argue)
        self.following.tested.connect(self._making.test)
        self.following.picked.connect(self._pick_name)
        self.following.changed.connect(self._show_outline)
        self._making.turned.connect(self._turn)
        self._making.begun.connect(self._begin)
        self._making.told.connect(self.told)
        self._margin.thought.connect(self._show_outline)
        self._margin.chosen.connect(self._follow)
        self._margin.entered.connect(self._making.mend)

    def _receive(self) -> None:
        self._file.setText(self._work.file.name or self.tr("Not saved in a file yet"))
        begun = all(map(self._work.document.items, ("assumptions", "recommendations", "rules")))
        draft = self._work.draft
        circle = circle_page(draft.drawn, draft.circles) if draft.drawn is not None else None
        shown = self._work.shown if draft.case is not None or begun else None
        self.following.receive(shown, draft.case is None, begun, circle)
        self._show_picked()
        self._margin.receive()

    def _show_outline(self) -> None:
        warned = frozenset((one.section, one.place) for one in self._margin.advice)
        self.outline.receive(rows(self._work.document), self.following.signs, warned)

    def _show_picked(self) -> None:
        document = self._work.document
        section, place = self._picked = _there(document, *self._picked)
        self.form.receive(document, section, place)
        name = name_at(self._work.document, section, place)
        self.source.receive(
            self._work.kept.source,
            tuple((one.paragraph, one.text) for one in self._work.kept.of(name)),
            str(document.data.get("language", "")),
        )
        self.outline.pick(section, place)

    def finish(self) -> None:
        self.form.finish()

    def _pick(self, section: str, place: int) -> None:
        self.finish()
        self._picked = (section, place)
        self._show_picked()
        name = name_at(self._work.document, section, place)
        if section in STATEMENTS:
            self.following.pick(name)
        elif section == "rules" and name:
            rule = self._work.document.get(section, name)
            self.following.pick(str(rule.get("then") or rule.get("opposes")))
        cited = _cited(self._work.document, section, place)
        if cited:
            self.source.show_paragraph(cited[0])

    def _pick_name(self, name: str) -> None:
        try:
            section = self._work.document.section_of(name)
        except LookupError:
            return
        self._pick(section, self._work.document.place(section, name))

    def _turn(self, section: str, place: int) -> None:
        """Look at a part from the next change on."""
        self._picked = (section, place)

    def _begin(self, section: str, place: int) -> None:
        """Go on with a part that is new."""
        self._pick(section, place)
        self.form.focus_first()

    def _make(self, section: str, paragraph: int, words: str) -> None:
        self._making.make(section, paragraph, words, self._picked)

    def _add(self, section: str) -> None:
        self._making.add(section, self.source.text.marked[0])

    def _paste(self) -> None:
        text = QApplication.clipboard().text()
        if text.strip():
            self.take_source(pasted(text))
        else:
            self.told.emit(self.tr("There is no text on the clipboard."), True)

    def _follow(self, one: Advice) -> None:
        self.show_part(one.section, one.place)

    def _lay(self) -> None:
        wanted = look()
        head = named(QFrame(), "editor-head")
        row = QHBoxLayout(head)
        row.setContentsMargins(wanted.px(16), wanted.px(5), wanted.px(12), wanted.px(5))
        row.setSpacing(wanted.px(10))
        row.addWidget(text_label(self.tr("Edit the case"), "section"))
        row.addWidget(self._file, 1)
        row.addWidget(self._close)
        lists = QWidget()
        column = flush(QVBoxLayout(lists))
        column.addWidget(self.outline, 3)
        column.addWidget(self._margin, 1)
        above = _split(Qt.Orientation.Horizontal, (lists, 9), (self.form, 11))
        right = _split(Qt.Orientation.Vertical, (above, 13), (self.following, 10))
        whole = flush(QVBoxLayout(self))
        whole.addWidget(head)
        whole.addWidget(_split(Qt.Orientation.Horizontal, (self.source, 8), (right, 17)), 1)
        self.source.setMinimumWidth(0)  # as narrow as its buttons are whole


def _there(document: CaseText, section: str, place: int) -> tuple[str, int]:
    """The part, or what is nearest to it where it is gone: its list, or the case where that has nothing left."""
    items = document.items(section)
    if section == CASE or place < len(items):
        return section, place
    return (section, -1) if items and section in ONE else (CASE, -1)


def _cited(document: CaseText, section: str, place: int) -> list[int]:
    items = document.items(section)
    found: Any = items[place].data.get("paragraphs") if 0 <= place < len(items) else None
    return found if isinstance(found, list) else []


def _split(orientation: Qt.Orientation, *parts: tuple[QWidget, int]) -> QSplitter:
    splitter = QSplitter(orientation)
    splitter.setChildrenCollapsible(False)
    for part, share in parts:
        splitter.addWidget(part)
        part.setMinimumSize(120, 80)
        splitter.setStretchFactor(splitter.count() - 1, share)
    splitter.setSizes([share * 50 for _, share in parts])
    return splitter
