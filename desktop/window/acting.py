"""Does what actions and commands say, whichever part or key they come from, and what Escape means.

An action that changes more, or elsewhere, than where it was chosen is told in a notice.
"""

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
from desktop.window.commands import ENTRIES
from desktop.window.frame import Frame
from desktop.window.preferences import Preferences
from models.language.link_words import carried_words, contradictions_words
from models.language.messages import message, told
from models.schema.action import Action, Change, Command, Look, Step
from models.schema.grades import Stance
from models.schema.scenario import Scenario, with_set_aside
from models.schema.snapshot import Snapshot
from models.schema.steps.room_steps import with_agenda
from models.schema.steps.scenario_steps import adopted, stances_reset, stances_set
from models.schema.steps.signpost_steps import decided
from models.schema.steps.workshop_steps import with_round
from models.schema.view import PageName, ProgrammePart, View
from models.schema.workshop import Workshop

if TYPE_CHECKING:  # loaded when something is looked for
    from desktop.dialogs.palette import Palette

Commands = Mapping[str, Callable[..., object]]


class Acting(QObject):
    """Hands actions to the session, and does the commands that no state can do."""

    def __init__(
        self, window: QMainWindow, session: Session, frame: Frame, preferences: Preferences, fall: Fall
    ) -> None:
        super().__init__(window)
        stage = frame.stage
        self._window, self._preferences = window, preferences
        self._session, self._frame, self._stage = session, frame, stage
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
            "go-assumptions": partial(self._go, "left", frame.assumptions.list.take_focus),
            "go-stage": stage.take_focus,
            "go-why": partial(self._go, "right", frame.why.take_focus),
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

    def _go(self, side: str, take_focus: Callable[[], None]) -> None:
        self._frame.unfold(side)
        self._window.activateWindow()
        take_focus()


def _record(workshop: Workshop) -> tuple[object, ...]:
    """What a notice may tell of a workshop."""
    return workshop.decisions, workshop.agenda, workshop.rounds


def told_of(action: Action) -> str:
    """What is told of an action, or nothing where it is seen where it was chosen."""
    if isinstance(action, Step) and action.step is decided:
        return message("It is marked as decided, and stands in the minutes.")
    if not isinstance(action, Change):
        return ""
    arguments = action.arguments
    if action.step is stances_reset and not arguments[0]:
        return message("Every assumption is taken as in the source again.")
    if action.step is stances_set and len(arguments[0]) > 1:
        return told("{number} assumptions were set.", number=len(arguments[0]))
    if action.step is adopted:
        return message("The scenario was taken over.")
    if action.step is with_set_aside:
        return message("The argument is rejected." if arguments[1] else "The argument counts again.")
    return ""


def told_elsewhere(action: Action, view: View) -> str:
    """What is told of a step of the workshop that is seen on another page, as the menu offers it everywhere."""
    if not isinstance(action, Step):
        return ""
    agenda = view.page is PageName.PROGRAMME and view.programme is ProgrammePart.AGENDA
    if action.step is with_agenda and not agenda:
        return message("The plan is the agenda now, under “Programme”.")
    if action.step is with_round and view.page is not PageName.DIFFER:
        return message("A new round is open, under “Where do we differ?”.")
    return ""


def followed(action: Action, before: Scenario, snapshot: Snapshot) -> str:
    """What links make of an action: the stances that cannot be so together, or those that went along."""
    if not isinstance(action, Change) or not snapshot.case.links:
        return ""
    if snapshot.evaluation.contradictions:
        why = contradictions_words(snapshot.case, snapshot.evaluation.contradictions)
        if len(snapshot.evaluation.contradictions) > 1:
            return told("{why}. Nothing follows until all of this is resolved.", why=why)
        return told("{why}. Nothing follows until one of them changes.", why=why)
    if action.step is stances_set:
        asked = dict(action.arguments[0])
    elif action.step is stances_reset and action.arguments[0]:
        asked = {
            item.id: item.baseline for item in snapshot.case.assumptions if item.id in action.arguments[0]
        }
    else:
        return ""
    return carried_words(snapshot.case, asked, before, snapshot.scenario)
