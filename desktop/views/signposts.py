"""Signposts: what to watch for each assumption and who does, what to do about it, and what moved since."""

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.base.theme import look
from desktop.widgets.choices import Choices
from desktop.widgets.dashboard_frame import DashboardFrame
from desktop.widgets.dressed import Dressed
from desktop.widgets.invitation import Invitation
from desktop.widgets.moved_panel import MovedPanel
from desktop.widgets.scroll_page import scroll_page
from desktop.widgets.watch_panel import WatchPanel
from desktop.widgets.workshop_page import WorkshopPage
from models.pages.moved_since import moved_since, moved_table, since_choices
from models.pages.signposts import (
    FILTER_WORDS,
    ActionLine,
    Filter,
    SignpostsPage,
    WatchLine,
    is_known,
    owner_names,
    room_filter,
    signposts_page,
    signposts_table,
)
from models.schema.case import Stance
from models.schema.signpost_steps import added, changed, noted, removed, reworded
from models.schema.snapshot import Snapshot
from models.schema.standing import Standing
from models.schema.workshop import Action, Signpost, Workshop


class SignpostsView(Dressed, WorkshopPage):
    """The assumptions that bear most first, each with its signposts and its shaping and hedging ideas."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("signposts")
        self._snapshot: Snapshot | None = None
        self._standing: Standing | None = None
        self._filter = Filter.LOAD
        self._since = ""
        self._picked = ""
        self._for_room = False
        self._panels: dict[str, WatchPanel] = {}
        self._order: list[str] = []
        self._filters = Choices("signposts", {chosen.value: word for chosen, word in FILTER_WORDS.items()})
        self._filters.chosen.connect(self._choose)
        self._moved = MovedPanel()
        self._moved.since_chosen.connect(self._compare)
        self._nothing = Invitation("signposts-nothing", "flag")
        self._lay_out()
        self.dress()

    @override
    def receive(self, snapshot: Snapshot) -> None:
        """Take the plenary's snapshot; the standing follows."""
        if self._snapshot is None or self._snapshot.case is not snapshot.case:
            self._forget()
        self._snapshot = snapshot
        if self._standing is not None and self._standing.case is snapshot.case:
            self._show()

    @override
    def receive_standing(self, standing: Standing) -> None:
        """Show what is known of every signpost."""
        self._standing = standing
        self._show()

    @override
    def mark_picked(self, identifier: str) -> None:
        """Mark the assumption that is being explained."""
        self._picked = identifier
        for name, panel in self._panels.items():
            panel.show_picked(name == identifier)

    @override
    def take_focus(self) -> None:
        """Put the keyboard on the assumption that is being explained, or on the first."""
        panel = self._panels.get(self._picked if self._picked in self._order else "".join(self._order[:1]))
        if panel is not None:
            panel.take_focus()

    @override
    def for_the_room(self) -> None:
        """Show what was seen and who watches, without anything to press or to type into."""
        self._for_room = True
        self._frame.hide_tools()
        self._filters.hide()
        self._moved.for_the_room()
        self._column.removeWidget(self._moved)
        self._column.insertWidget(2, self._moved)
        self._nothing.for_the_room()

    @override
    def dress(self) -> None:
        wanted = look()
        self._column.setSpacing(wanted.px(10))
        self._list.setSpacing(wanted.px(10))

    def _lay_out(self) -> None:
        self._top = QHBoxLayout()
        self._top.addWidget(self._filters)
        self._top.addStretch(1)
        self._list = QVBoxLayout()
        body = QWidget()
        self._column = QVBoxLayout(body)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(self._top)
        self._column.addWidget(self._moved)
        self._column.addLayout(self._list)
        self._column.addWidget(self._nothing, 1)
        self._column.addStretch(0)
        self._frame = DashboardFrame("signposts", body)
        self._frame.told.connect(self.told)
        scroll_page(QWidget(), self).addWidget(self._frame, 1)

    def _forget(self) -> None:
        for panel in self._panels.values():
            panel.hide()
            panel.deleteLater()
        self._panels, self._order = {}, []

    def _show(self) -> None:
        if self._snapshot is None or self._standing is None:
            return
        workshop = self._standing.workshop
        chosen = room_filter(self._snapshot, workshop) if self._for_room else self._filter
        page = signposts_page(self._snapshot, workshop, chosen)
        self._frame.receive(page.title, "" if self._for_room else page.line, partial(self._table, chosen))
        self._show_moved(self._snapshot, workshop)
        self._show_panels(page, owner_names(workshop))
        self._nothing.setVisible(not page.watched)
        self._nothing.receive(page.title, page.nothing)

    def _show_moved(self, snapshot: Snapshot, workshop: Workshop) -> None:
        found = moved_since(snapshot, workshop, self._since)
        self._moved.receive(found, since_choices(snapshot, workshop))
        self._moved.setVisible(not (self._for_room and found.nothing))

    def _show_panels(self, page: SignpostsPage, owners: tuple[str, ...]) -> None:
        order = [item.id for item in page.watched]
        for item in page.watched:
            if item.id not in self._panels:
                self._panels[item.id] = self._panel(item.id)
            self._panels[item.id].receive(item, owners)
        if order != self._order:
            for place, name in enumerate(order):
                self._list.insertWidget(place, self._panels[name])
            self._order = order
        for name, panel in self._panels.items():
            panel.setVisible(name in order)

    def _panel(self, identifier: str) -> WatchPanel:
        panel = WatchPanel(identifier, for_room=self._for_room)
        panel.show_picked(identifier == self._picked)
        panel.noted.connect(self._note)
        panel.reworded.connect(self._reword)
        panel.removed.connect(self._remove)
        panel.added.connect(self._add)
        panel.picked.connect(self.picked)
        panel.stance_wished.connect(self._wish)
        panel.told.connect(self.told)
        return panel

    def _table(self, chosen: Filter) -> str:
        if self._snapshot is None or self._standing is None:
            return ""
        workshop = self._standing.workshop
        moved = moved_table(moved_since(self._snapshot, workshop, self._since))
        return f"{signposts_table(self._snapshot, workshop, chosen)}\n{moved}"

    def _choose(self, chosen: str) -> None:
        self._filter = Filter(chosen)
        self._show()

    @property
    def since(self) -> str:
        """What the present is compared with, as `moved_since` takes it."""
        return self._since

    def _compare(self, since: str) -> None:
        self._since = since
        self._show()

    def _note(self, line: WatchLine | ActionLine, changes: dict[str, object], key: str) -> None:
        self.step_wished.emit(partial(noted, plain=_plain(line), changes=changes, own=line.own), key)

    def _reword(self, line: WatchLine | ActionLine, text: str) -> None:
        if self._is_there(changed(_plain(line), text=text)):
            self.told.emit(self.tr("“{0}” is there already.").format(text))
        else:
            self.step_wished.emit(partial(reworded, plain=_plain(line), text=text), "")

    def _remove(self, line: WatchLine | ActionLine) -> None:
        self.step_wished.emit(partial(removed, plain=_plain(line)), "")

    def _add(self, item: Signpost | Action) -> None:
        if self._is_there(item):
            self.told.emit(self.tr("“{0}” is there already.").format(item.text))
        else:
            self.step_wished.emit(partial(added, plain=item), "")

    def _is_there(self, item: Signpost | Action) -> bool:
        return self._standing is not None and is_known(self._standing.case, self._standing.workshop, item)

    def _wish(self, identifier: str, stance: Stance) -> None:
        self.stances_wished.emit({identifier: stance})


def _plain(line: WatchLine | ActionLine) -> Signpost | Action:
    """What a line is about, without anything that is noted of it."""
    if isinstance(line, WatchLine):
        return Signpost(assumption=line.signpost.assumption, text=line.signpost.text)
    return changed(line.action, owner="", on=None)
