"""The session: the one state that is open, and the only way to change it; all that is saved can be undone."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QUndoStack

from desktop.session.ahead import Ahead, Answers
from desktop.session.undo import ChangeState, Rebased
from models.analyses.snapshots import take
from models.pages.page import tells_analyses
from models.schema.action import Action, Change, Command, Step, Time, Timing
from models.schema.analysis import Tick
from models.schema.case import Case
from models.schema.scenario import Scenario, asked_of
from models.schema.snapshot import Analyses, Snapshot, State
from models.schema.standing import Disagreements, Standing, restated
from models.schema.steps.acting import acted, opened, with_scenario, with_time, with_workshop
from models.schema.steps.signpost_steps import with_undone
from models.schema.view import Clock, Phones
from models.schema.workshop import Group, Workshop

SECOND = 1000
COMPARED = "standing", "shown_round", "kept_round"
"""What of a snapshot compares groups: of the present round, of the one looked at, of the one that the room keeps."""
STEPS = 200
"""How many steps can be undone: without a limit a long day would add up."""


class Session(QObject):
    """Applies actions to the state and tells everybody, once, what follows: a snapshot.

    A second snapshot follows where an answer takes longer than a hand would notice, and one a second while the
    agenda's timer runs. What is not the state's to do is told by `commanded`.
    """

    changed = Signal(object)
    commanded = Signal(object)

    def __init__(self, state: State, now: Callable[[], datetime]) -> None:
        super().__init__()
        self.undo_stack = QUndoStack(self)
        self.undo_stack.setUndoLimit(STEPS)
        self._now = now
        self._telling = self._opening = False
        self._analyses = Answers(self)
        self._analyses.answered.connect(self._receive_analyses)
        self._compared = {name: Answers(self) for name in COMPARED}
        for name, answers in self._compared.items():
            answers.answered.connect(partial(self._receive_disagreements, name))
        self._second = QTimer(self, interval=SECOND)
        self._second.timeout.connect(self._tick)
        self.state = replace(opened(state), clock=Clock(now=now()))
        self._ahead = Ahead(self)
        self._ahead.ready.connect(self._tell_again)
        self.snapshot: Snapshot = self._answered(self._ahead.first(self.state))

    @property
    def case(self) -> Case:
        return self.state.case

    @property
    def scenario(self) -> Scenario:
        """The scenario as it stands, whether or not somebody looks back from it."""
        return self.state.scenario

    @property
    def workshop(self) -> Workshop:
        """The workshop as it stands; the seconds of a timer that runs are written when it rests."""
        return self.state.workshop

    @property
    def worked_out(self) -> Snapshot:
        """The snapshot with all that follows, even where that has to be waited for: for paper and for files."""
        pending = self.snapshot.evaluation.pending
        return take(self.state, self.snapshot) if pending else self.snapshot

    def act(self, action: Action) -> None:
        """Do what an action says: a step that can be undone, a way of looking, or a command for the window.

        What is wished while everybody is being told, such as a text that loses the focus, is done right after:
        a step within a step would break the order of undo, and the last to be told would hear old news. While
        something else opens, a step is about what was open before, and is dropped.
        """
        if isinstance(action, Command):
            self.commanded.emit(action)
        elif self._opening and isinstance(action, Change | Step):
            return
        elif self._telling:
            QTimer.singleShot(0, self, partial(self._apply, action))
        else:
            self._apply(action)

    def start(self, state: State) -> None:
        """Open something else; what was done before cannot be undone into it."""
        self.undo_stack.clear()
        self._ahead.forget()
        for answers in (self._analyses, *self._compared.values()):
            answers.forget()
        self._opening = True
        self._publish(opened(state))
        self._opening = False

    def read_in(self, case: Case) -> None:
        """Go on in the same case in another language: what was done stays, and can be undone."""
        self._publish(replace(self.state, case=case))

    def adopt(
        self, rebase: Callable[[State], Rebased], entries: tuple[str, ...], undone: bool
    ) -> tuple[str, ...]:
        """Take over what a command makes of the state; only commands call this. Says which lines of the log tell it.

        Where lines tell it already, they say from then on whether it was undone; else one is written.
        """
        from models.language.workshop.logbook import with_log  # loaded after the first picture

        moment = self._now()
        now = with_time(self.state, moment)
        scenario, workshop, past, asked, runs = rebase(now)
        after = with_workshop(replace(with_scenario(now, scenario), past=past, asked=asked), workshop, moment)
        after = acted(after, Time(Timing.START), moment) if runs else after
        if entries:
            after = replace(after, workshop=with_undone(after.workshop, entries, undone))
        else:
            with self._ahead.promptly(after):
                after = with_log(now, after, moment)
        self._publish(after)
        return entries or _new_lines(now, after)

    def let_in(self, phones: Phones | None, votes: Step | None = None) -> None:
        """Say that phones are let in, or none any more; with what their votes do, which is no matter of undo."""
        moment = self._now()
        after = acted(with_time(self.state, moment), votes, moment) if votes is not None else self.state
        if (phones, after) != (self.state.phones, self.state):
            self._publish(replace(after, phones=phones))

    def write_time(self) -> None:
        """Write the seconds until now into the workshop, before it is saved."""
        after = with_time(self.state, self._now())
        if after is not self.state:
            self._publish(after)

    def close(self) -> None:
        """Let go of the threads that answer slow questions, and of the steps while they can still be let go.

        A step refers to this session, and Qt to the step: collected together, Qt would free it twice.
        """
        self._second.stop()
        self._ahead.close()
        for answers in (self._analyses, *self._compared.values()):
            answers.close()
        self.undo_stack.clear()

    def _apply(self, action: Action) -> None:
        moment = self._now()
        before = with_time(self.state, moment) if isinstance(action, Step) else self.state
        after = acted(before, action, moment)
        saved = (after.scenario, after.workshop) != (before.scenario, before.workshop)
        match action:
            case Change() | Step(lasting=False) if saved:
                self._push(action, before, after)
            case _ if after != before:
                self._publish(after)

    def _push(self, action: Change | Step, before: State, after: State) -> None:
        """Make a step of what an action does; pushing it adopts it, with what is looked at from then on."""
        from models.language.changes import change_name
        from models.language.workshop.deeds import in_words
        from models.language.workshop.logbook import with_step

        self.state = replace(before, view=after.view)
        entries: tuple[str, ...] = ()
        if isinstance(action, Change):
            name, merge = change_name(before.case, before.scenario, after.scenario, after.asked), action.merge
        else:
            told, done = with_step(self.state, after.workshop, self._now())
            name, merge = in_words(before.case, done), action.merge
            entries, self.state = ((), self.state) if merge else (_new_lines(self.state, told), told)
        self.undo_stack.push(ChangeState(self, before, after, name, merge, entries))

    def _publish(self, state: State) -> None:
        self.state = replace(state, clock=replace(state.clock, now=self._now()))
        if self.state.clock.since is None:
            self._second.stop()
        elif not self._second.isActive():
            self._second.start()
        self._tell_again()

    def _tell_again(self) -> None:
        """Show what follows from the state as far as it is known; the rest follows when it is."""
        taken = self._ahead.taken(self.state, self.snapshot)
        if taken is not None:
            self._show(self._answered(taken))

    def _answered(self, snapshot: Snapshot) -> Snapshot:
        """The snapshot with every answer that is there at once; the others are asked for."""
        case, scenario, analyses = snapshot.case, snapshot.scenario, snapshot.analyses
        if analyses is None and not snapshot.evaluation.pending:
            question = (case, scenario.credences, *asked_of(scenario))
            waited_for = tells_analyses(snapshot.view)
            analyses = self._analyses.ask(question, partial(_analysed, case, scenario), at_once=waited_for)
        compared: dict[str, Any] = {
            name: _compared(getattr(snapshot, name), asked) for name, asked in self._compared.items()
        }
        return replace(snapshot, analyses=analyses, **compared)

    def _receive_analyses(self, analyses: Analyses) -> None:
        self._show(replace(self.snapshot, analyses=analyses))

    def _receive_disagreements(self, name: str, found: Disagreements) -> None:
        """Say on what the groups of a round differ; the workshop may have gone on since that was asked."""
        standing = getattr(self.snapshot, name)
        if standing is not None:
            found_for: dict[str, Any] = {name: restated(standing, disagreements=found)}
            self._show(replace(self.snapshot, **found_for))

    def _show(self, snapshot: Snapshot) -> None:
        self.snapshot = snapshot
        self._telling = True
        self.changed.emit(snapshot)
        self._telling = False

    def _tick(self) -> None:
        self._publish(self.state)


def _new_lines(before: State, after: State) -> tuple[str, ...]:
    """The lines of the log that came in."""
    return tuple(entry.id for entry in after.workshop.log.since(len(before.workshop.log)))


def _analysed(case: Case, scenario: Scenario, tick: Tick) -> Analyses:
    from models.analyses.bundle import analyse  # the first picture is painted without

    return analyse(case, scenario, tick)


def _compared(standing: Standing | None, answers: Answers) -> Standing | None:
    """The standing with what its groups differ on, if that is there at once; else it is asked for."""
    if standing is None or standing.disagreements is not None:
        return standing
    groups = tuple(item.group for item in standing.groups)
    if not groups:
        return restated(standing, disagreements=Disagreements(groups=(), items=()))
    question = partial(_found, standing, groups)
    return restated(standing, disagreements=answers.ask((standing.case, groups), question, len(groups)))


def _found(standing: Standing, groups: tuple[Group, ...], tick: Tick) -> Disagreements:
    """What groups differ on; and what they say of it is put into words, so that the window need not do it."""
    from models.analyses.groups.disagreements import disagreements  # a start has no groups
    from models.pages.differ.said import said

    found = disagreements(standing.case, groups, tick)
    for item in said(standing).values():
        tick()
        item.get_ready()
    return found
