"""Does what actions and commands say, whichever part or key they come from, and what Escape means."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMainWindow

from desktop.kit.entry.writing import hand_over
from desktop.kit.fall import Fall
from desktop.room.keys import STANCES, Wish, wish_of
from desktop.session.session import Session
from desktop.stage.notice import NoticeTone
from desktop.stage.stage import Stage
from desktop.window.commands import ENTRIES
from desktop.window.frame import Frame
from desktop.window.preferences import Preferences
from desktop.window.telling import followed, told_elsewhere, told_of
from models.schema.action import Action, Command, Look
from models.schema.grades import Stance
from models.schema.view import PageName
from models.schema.workshop import Workshop

if TYPE_CHECKING:  # loaded when something is looked for
    from desktop.dialogs.palette import Palette

Commands = Mapping[str, Callable[..., object]]


class Acting(QObject):
    """Hands actions to the session, and does the commands that no state can do."""

    def __init__(
        self,
        window: QMainWindow,
        session: Session,
        frame: Frame,
        stage: Stage,
        preferences: Preferences,
        fall: Fall,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._session, self._frame, self._stage = session, frame, stage
        self._preferences = preferences
        self._palette: Palette | None = None
        self.further: Callable[[], Commands] = dict
        session.undo_stack.indexChanged.connect(stage.notice.pass_away)
        self._commands: dict[str, Callable[..., object]] = {
            "quit": window.close,
            "undo": session.undo_stack.undo,
            "redo": session.undo_stack.redo,
            "copy-page": stage.copy_page,
            "play-fall": fall.play,
            "palette": self._open_palette,
            "tell": partial(stage.notice.tell, tone=NoticeTone.WARN),
            "go-assumptions": self._go_left,
            "go-stage": stage.take_focus,
            "go-why": self._go_right,
            "drawer-left": partial(frame.turn, "left"),
            "drawer-right": partial(frame.turn, "right"),
            "welcome": stage.welcome.open,
            **preferences.commands,
        }

    def learn(self, commands: Commands) -> None:
        """Take in what others do, under the names of the commands."""
        self._commands.update(commands)

    def act(self, action: Action) -> None:
        """Do what somebody chose on a page or a pane; what cannot be seen at once is told, with Undo."""
        before, record = self._session.scenario, _record(self._session.workshop)
        self._session.act(action)
        if isinstance(action, Look) and "picked" in dict(action.changes):
            self._show_why()
        if before != self._session.scenario and self._stage.welcome.isVisible():
            self.put_welcome_away()
        snapshot = self._session.snapshot
        told = followed(action, before, snapshot) or told_of(action) or told_elsewhere(action, snapshot.view)
        if told and (before, record) != (self._session.scenario, _record(self._session.workshop)):
            undo = self._session.undo_stack.undo
            self._stage.notice.tell(told, action=self.tr("Undo"), answer=undo, passing=True)

    def press(self, event: QKeyEvent) -> bool:
        """Set or explain an assumption by a key that was pressed anywhere; says whether it does so."""
        wish = wish_of(event, STANCES)
        if wish is not None and wish[0] is Wish.STANCE and isinstance(wish[1], Stance):
            self._frame.assumptions.list.choose(wish[1])
        elif wish is not None and isinstance(wish[1], int):
            self._frame.assumptions.list.step(wish[1])
        return wish is not None

    def choose(self, name: str) -> None:
        """Do what a command of the menus says, after what is being typed has been handed over."""
        self.finish_writing()
        self.obey(Command(name))

    def obey(self, command: Command) -> None:
        """Do what a command says; an unknown one is left alone."""
        entry = ENTRIES.get(command.name)
        if entry is not None and entry.act is not None:
            self.act(entry.act(self._session.snapshot))
            return
        if command.name not in self._commands:
            self.learn(self.further())
        if command.name in self._commands:
            self._commands[command.name](*command.arguments)

    def finish_writing(self) -> None:
        """Let every field that is being typed in hand over what it has."""
        hand_over(self._window)

    def escape(self) -> None:
        """Leave what lies on top: the welcome, a notice, a drawer; never the room's screen."""
        notice, welcome = self._stage.notice, self._stage.welcome
        if welcome.isVisible():
            self.end_welcome()
        elif notice.isVisible():
            notice.dismiss()
        elif self._frame.is_over:
            self._frame.close_over()

    def welcome(self) -> None:
        """Begin with the welcome, unless something has been done by now that puts it away."""
        if not self._preferences.settings.welcomed:
            self._stage.welcome.open()

    def end_welcome(self) -> None:
        """Put the welcome away for good."""
        self.put_welcome_away()
        self._frame.assumptions.list.take_focus(Qt.FocusReason.OtherFocusReason)

    def put_welcome_away(self) -> None:
        """Put the welcome away, and leave the keyboard where it is."""
        self._stage.welcome.hide()
        if not self._preferences.settings.welcomed:
            self._preferences.keep(welcomed=True)

    def _show_why(self) -> None:
        """Bring up the why of what was picked where the board is; a why closed by hand stays closed."""
        if self._session.state.view.page is PageName.HOLDS and not self._frame.right_was_closed:
            self._frame.unfold("right")

    def _open_palette(self) -> None:
        from desktop.dialogs.palette import Palette
        from desktop.window.finding import everything

        if self._palette is None:
            self._palette = Palette(self._frame)
            self._palette.acted.connect(self._act_on_found)
        self._palette.open(everything(self._session.snapshot))

    def _act_on_found(self, action: Action) -> None:
        """Do what was found; what was looked for by its name is explained on every page."""
        self.act(action)
        if isinstance(action, Look) and "picked" in dict(action.changes):
            self._frame.unfold("right")

    def _go_left(self) -> None:
        self._frame.unfold("left")
        self._window.activateWindow()
        self._frame.assumptions.list.take_focus()

    def _go_right(self) -> None:
        self._frame.unfold("right")
        self._window.activateWindow()
        self._frame.why.take_focus()


def _record(workshop: Workshop) -> tuple[object, ...]:
    """What a notice may tell of a workshop."""
    return workshop.decisions, workshop.agenda, workshop.rounds
