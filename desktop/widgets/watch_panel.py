"""One assumption with its signposts and its shaping and hedging ideas, and what could follow from what was seen."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout
from typing_extensions import override

from desktop.base.theme import look
from desktop.widgets.adding_field import AddingField
from desktop.widgets.chip import Chip
from desktop.widgets.dressed import Dressed
from desktop.widgets.labels import text_label
from desktop.widgets.noted_row import NotedRow
from desktop.widgets.seen_alert import SeenAlert
from desktop.widgets.shapes import STANCE_TONES
from models.language.signpost_words import ACTION_MEANINGS, ACTION_WORDS
from models.pages.signposts import ActionLine, Watched, WatchLine
from models.schema.workshop import Action, ActionKind, Key, Signpost

Kind = ActionKind | None


class WatchPanel(Dressed, QFrame):
    """Shows one assumption; rows that are there already are filled again, never made again."""

    noted = Signal(object, object, str)
    reworded = Signal(object, str)
    removed = Signal(object)
    added = Signal(object)
    picked = Signal(str)
    stance_wished = Signal(str, object)
    told = Signal(str)

    def __init__(self, identifier: str, *, for_room: bool = False) -> None:
        super().__init__()
        self.setObjectName("panel")
        self.identifier = identifier
        self._for_room = for_room
        self._known: tuple[Watched, tuple[str, ...]] | None = None
        self._rows: dict[Key, NotedRow] = {}
        self._head = QToolButton()
        self._head.setObjectName(f"watched:{identifier}")
        self._head.setProperty("role", "group")
        self._head.clicked.connect(partial(self.picked.emit, identifier))
        self._chip = Chip()
        self._load = text_label("", "label", wrap=True)
        self._load.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._seen = SeenAlert(identifier, for_room=for_room)
        self._seen.stance_wished.connect(partial(self.stance_wished.emit, identifier))
        self._lists: dict[Kind, QVBoxLayout] = {kind: QVBoxLayout() for kind in (None, *ActionKind)}
        self._titles: dict[Kind, QLabel] = {}
        self._adding: dict[Kind, AddingField] = {}
        self._lay_out()
        if for_room:
            self._head.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.dress()

    def receive(self, watched: Watched, owners: Sequence[str]) -> None:
        """Show the assumption as it stands; twenty panels that stay as they are cost nothing."""
        if self._known == (watched, tuple(owners)):
            return
        self._known = (watched, tuple(owners))
        self._head.setText(f"{watched.code}  {watched.title}")
        self._chip.receive(STANCE_TONES[watched.stance], watched.stance_word)
        self._load.setText(watched.load_text)
        self._seen.receive(watched)
        self._show_rows(watched, owners)
        for field, name in zip(self._adding.values(), self._spoken(watched.code), strict=True):
            field.entitle(name)

    def show_picked(self, picked: bool) -> None:
        """Show whether this is the assumption being explained."""
        if bool(self.property("picked")) is not picked:
            self.setProperty("picked", picked)
            self.style().unpolish(self)
            self.style().polish(self)

    def take_focus(self) -> None:
        """Put the keyboard on the name of the assumption."""
        self._head.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @override
    def dress(self) -> None:
        wanted = look()
        self._column.setContentsMargins(wanted.px(14), wanted.px(8), wanted.px(10), wanted.px(8))
        self._column.setSpacing(wanted.px(4))
        self._line.setSpacing(wanted.px(10))
        for rows in self._lists.values():
            rows.setSpacing(wanted.px(1))

    def _lay_out(self) -> None:
        self._line = QHBoxLayout()
        for part in (self._head, self._chip):
            self._line.addWidget(part)
        self._line.addWidget(self._load, 1)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._line)
        self._column.addWidget(self._seen)
        self._adds = QHBoxLayout()
        for kind, rows in self._lists.items():
            if kind is not None:
                title = text_label(f"{ACTION_WORDS[kind]}: {ACTION_MEANINGS[kind]}", "label", wrap=True)
                self._titles[kind] = title
                self._column.addWidget(title)
            self._column.addLayout(rows)
            field = AddingField(f"add:{self.identifier}:{kind or 'signpost'}", self._button(kind))
            field.added.connect(partial(self._add, kind))
            field.opened.connect(partial(self._make_room, kind))
            self._adding[kind] = field
            self._adds.addWidget(field)
        self._adds.addStretch(1)
        self._column.addLayout(self._adds)
        for field in self._adding.values():
            field.setVisible(not self._for_room)

    def _button(self, kind: Kind) -> str:
        return {
            None: self.tr("Add a signpost"),
            ActionKind.SHAPING: self.tr("Add a shaping idea"),
            ActionKind.HEDGING: self.tr("Add a hedging idea"),
        }[kind]

    def _spoken(self, code: str) -> tuple[str, ...]:
        return (
            self.tr("New signpost of {0}").format(code),
            self.tr("New shaping idea for {0}").format(code),
            self.tr("New hedging idea for {0}").format(code),
        )

    def _show_rows(self, watched: Watched, owners: Sequence[str]) -> None:
        lines: dict[Key, tuple[Kind, WatchLine | ActionLine]] = {}
        for post in watched.signposts:
            lines[post.signpost.key] = (None, post)
        for idea in watched.actions:
            lines[idea.action.key] = (idea.action.kind, idea)
        for key in [key for key in self._rows if key not in lines]:
            row = self._rows.pop(key)
            row.hide()
            row.deleteLater()
        for key, (kind, line) in lines.items():
            if key not in self._rows:
                self._rows[key] = self._row(line)
                self._lists[kind].addWidget(self._rows[key])
            self._rows[key].receive(line, owners)
            if self._for_room:
                self._rows[key].for_the_room()
        kinds = {kind for kind, _ in lines.values()}
        for wanted, title in self._titles.items():
            title.setVisible(wanted in kinds)

    def _row(self, line: WatchLine | ActionLine) -> NotedRow:
        row = NotedRow(line)
        row.noted.connect(self.noted)
        row.reworded.connect(self.reworded)
        row.removed.connect(self.removed)
        row.told.connect(self.told)
        return row

    def _add(self, kind: Kind, text: str) -> None:
        if kind is None:
            self.added.emit(Signpost(assumption=self.identifier, text=text))
        else:
            self.added.emit(Action(assumption=self.identifier, kind=kind, text=text))

    def _make_room(self, kind: Kind, wanted: bool) -> None:
        """Leave the whole line to the field that is open."""
        for place, (other, field) in enumerate(self._adding.items()):
            field.setVisible(other is kind or not wanted)
            self._adds.setStretch(place, int(wanted))
        self._adds.setStretch(len(self._adding), int(not wanted))
