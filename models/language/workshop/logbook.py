"""The log writes itself: what a change of the state adds to it, in words."""

from dataclasses import replace
from datetime import datetime
from sys import intern

from models.language.words import FACILITATOR
from models.language.workshop.deeds import in_words, votes_in, votes_in_words
from models.language.workshop.workshop_changes import Logged, is_aside, logged, workshop_change
from models.schema.log import Deed
from models.schema.scenario import asks_the_same
from models.schema.snapshot import State
from models.schema.workshop import Entry, Workshop


def with_log(before: State, after: State, moment: datetime) -> State:
    """The state with a line in its log for what the room changed, if it could change a verdict."""
    if asks_the_same(before.scenario, after.scenario):
        return after
    return _with_line(after, moment, logged(after.case, before.scenario, after.scenario, after.asked))


def with_step(state: State, after: Workshop, moment: datetime) -> tuple[State, Deed | None]:
    """The state with one more line in its log for a step to another workshop, and what that does."""
    done, aside = workshop_change(state.workshop, after, state.case), is_aside(state.workshop, after)
    return _with_line(state, moment, Logged(in_words(state.case, done), "", "", did=done), aside=aside), done


def _with_line(state: State, moment: datetime, line: Logged, *, aside: bool = False) -> State:
    """The state with one more line in its log, an act of the facilitator; what has no name needs none."""
    if not line.what:
        return state
    log = state.workshop.log
    entry = Entry(
        id=log.next_id,
        at=moment,
        who=FACILITATOR,
        what=intern(line.what),  # a day says the same few things over and over
        why=line.why,
        said_by=line.said_by,
        moved=intern(line.moved),
        aside=aside,
        did=line.did,
        became=line.became,
        clashes=line.clashes,
    )
    return replace(state, workshop=replace(state.workshop, log=log.with_line(entry)))


def with_votes(workshop: Workshop, line: str, moment: datetime, group: str, votes: int) -> Workshop:
    """The workshop whose log tells in one line, known by its id, how many votes of phones a group has by now."""
    done = votes_in(group, votes)
    what = votes_in_words(group, votes)
    if any(entry.id == line for entry in workshop.log):
        log = workshop.log.changed((line,), lambda entry: replace(entry, what=what, did=done))
    else:
        log = workshop.log.with_line(Entry(id=line, at=moment, who=FACILITATOR, what=what, did=done))
    return replace(workshop, log=log)
