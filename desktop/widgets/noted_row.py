"""One signpost or one shaping or hedging idea: its words, what is known of it, and a way to note more."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.base.theme import icon, look
from desktop.widgets.dressed import Dressed
from desktop.widgets.labels import text_label
from desktop.widgets.noted_fields import NotedFields
from desktop.widgets.watch_switch import WatchSwitch
from models.pages.signposts import ActionLine, WatchLine
from models.schema.workshop import Signpost, WatchState


class NotedRow(Dressed, QWidget):
    """A line that opens into fields; tells every wish with the signpost or action that it is about."""

    noted = Signal(object, object, str)
    reworded = Signal(object, str)
    removed = Signal(object)
    told = Signal(str)

    def __init__(self, line: WatchLine | ActionLine) -> None:
        super().__init__()
        self._line = line
        item = line.signpost if isinstance(line, WatchLine) else line.action
        self._name = ":".join(("noted", *item.key))
        self.setObjectName(self._name)
        self._fields: NotedFields | None = None
        self._owners: tuple[str, ...] = ()
        self._switch = WatchSwitch(f"{self._name}:state", item.text) if isinstance(item, Signpost) else None
        self._text = text_label(item.text, "body", wrap=True)
        self._known = text_label("", "label", wrap=True)
        self._known.setObjectName(f"{self._name}:known")
        self._open = self._tool("open", self.tr("Owner, date and more of “{0}”").format(item.text))
        self._open.setCheckable(True)
        self._open.toggled.connect(self._unfold)
        self._remove = self._tool("remove", self.tr("Remove “{0}”").format(item.text))
        self._remove.clicked.connect(self._tell_removed)
        self._lay_out()
        self._remove.setVisible(line.own)
        if self._switch is not None:
            self._switch.state_chosen.connect(self._tell_state)
        self.dress()

    def receive(self, line: WatchLine | ActionLine, owners: Sequence[str]) -> None:
        """Show what is known, without telling anybody."""
        self._line, self._owners = line, tuple(owners)
        if self._switch is not None and isinstance(line, WatchLine):
            self._switch.receive(line.signpost.state)
        self._known.setText(line.known)
        self._known.setVisible(bool(line.known) and self._fields_hidden)
        self.setAccessibleName(line.spoken)
        if self._fields is not None and not self._fields_hidden:
            self._fill(self._fields)

    def for_the_room(self) -> None:
        """Keep the words and the state."""
        self._open.hide()
        self._remove.hide()
        if self._switch is not None:
            self._switch.for_the_room()

    @override
    def dress(self) -> None:
        wanted = look()
        for tool, name in ((self._open, "pencil"), (self._remove, "x")):
            tool.setIcon(icon(name, "ink_soft", 14))
            tool.setIconSize(QSize(wanted.px(14), wanted.px(14)))
        self._top.setSpacing(wanted.px(8))
        self._indent.setContentsMargins(wanted.px(2), 0, 0, 0)
        margin = 4 if self._switch is not None else 0
        self._words.setContentsMargins(0, wanted.px(margin), 0, 0)

    @property
    def _fields_hidden(self) -> bool:
        return self._fields is None or self._fields.isHidden()

    def _lay_out(self) -> None:
        self._words = QVBoxLayout()
        self._words.setSpacing(1)
        self._words.addWidget(self._text)
        self._words.addWidget(self._known)
        self._top = QHBoxLayout()
        if self._switch is not None:
            self._top.addWidget(self._switch, 0, Qt.AlignmentFlag.AlignTop)
        self._top.addLayout(self._words, 1)
        for tool in (self._open, self._remove):
            self._top.addWidget(tool, 0, Qt.AlignmentFlag.AlignTop)
        self._indent = QVBoxLayout(self)
        self._indent.setSpacing(2)
        self._indent.addLayout(self._top)

    def _tool(self, name: str, spoken: str) -> QToolButton:
        tool = QToolButton()
        tool.setObjectName(f"{self._name}:{name}")
        tool.setProperty("role", "small")
        tool.setAccessibleName(spoken)
        tool.setToolTip(spoken)
        return tool

    def _unfold(self, wanted: bool) -> None:
        if self._fields is None:
            if not wanted:
                return
            self._fields = self._make_fields()
        self._fields.setVisible(wanted)
        self._known.setVisible(bool(self._line.known) and not wanted)
        if wanted:
            self._fill(self._fields)
            self._fields.take_focus()

    def _make_fields(self) -> NotedFields:
        watch = isinstance(self._line, WatchLine)
        fields = NotedFields(self._name, self._text.text(), source=watch, own=self._line.own)
        fields.noted.connect(self._tell_noted)
        fields.reworded.connect(self._tell_reworded)
        fields.misread.connect(self.told)
        fields.closed.connect(self._fold)
        self._indent.addWidget(fields)
        return fields

    def _fill(self, fields: NotedFields) -> None:
        line = self._line
        owner = line.signpost.owner if isinstance(line, WatchLine) else line.action.owner
        fields.suggest([name for name in self._owners if name != owner.strip()])
        if isinstance(line, WatchLine):
            post = line.signpost
            fields.receive(post.text, post.owner, line.hint, post.on, post.source)
        else:
            deed = line.action
            fields.receive(deed.text, deed.owner, line.hint, deed.on, "")

    def _fold(self) -> None:
        self._open.setChecked(False)
        self._open.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell_state(self, state: WatchState) -> None:
        self.noted.emit(self._line, {"state": state}, "")

    def _tell_noted(self, changes: dict[str, object]) -> None:
        self.noted.emit(self._line, changes, f"{self._name}:{next(iter(changes))}")

    def _tell_reworded(self, text: str) -> None:
        if text != self._text.text():
            self.reworded.emit(self._line, text)

    def _tell_removed(self) -> None:
        self.removed.emit(self._line)
