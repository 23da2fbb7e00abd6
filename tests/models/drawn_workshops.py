"""Scenarios and workshops of the tiny case, drawn at random: as a file gives them back, odd entries included."""

from dataclasses import replace
from datetime import UTC
from functools import cache
from operator import attrgetter
from typing import TypeVar

from hypothesis import strategies as st

from models.schema.grades import Reading, Verdict
from models.schema.log import log_of
from models.schema.scenario import (
    Credence,
    Note,
    Scenario,
    StanceOn,
    Unplaced,
    VerdictSeen,
    baseline_scenario,
    with_stances,
)
from models.schema.steps.workshop_steps import balloted
from models.schema.workshop import (
    Action,
    ActionKind,
    AgendaItem,
    Ballot,
    Count,
    Entry,
    Group,
    Hands,
    Listed,
    Origin,
    Phase,
    Prediction,
    Round,
    SentFile,
    Signpost,
    Stage,
    StepNote,
    WatchState,
    Workshop,
)
from models.store.cases import load_embedded
from tests.models.engine.small_cases import SETTINGS

CASE = load_embedded("tiny")
ASSUMPTIONS = tuple(item.id for item in CASE.assumptions)
RECOMMENDATIONS = tuple(item.id for item in CASE.recommendations)
GONE = ("gone", "gone-too")

words = st.text(max_size=20)
instants = st.datetimes(timezones=st.just(UTC))
moments = st.none() | instants
days = st.none() | st.dates()
heads = st.integers(0, 9)
ids = st.sampled_from(("a", "b", "c", "d-1"))

Drawn = TypeVar("Drawn", bound=Listed)


@st.composite
def scenarios(draw: st.DrawFn) -> Scenario:
    """Any scenario of the tiny case."""
    named = [*CASE.by_id, *CASE.rule_by_id]
    chosen = {name: draw(st.booleans()) for name in named}
    return replace(
        baseline_scenario(CASE),
        title=draw(words),
        group=draw(words),
        created=draw(moments),
        modified=draw(moments),
        stances=tuple(StanceOn(id=name, stance=draw(st.sampled_from(SETTINGS))) for name in ASSUMPTIONS),
        credences=tuple(
            Credence(id=name, credence=draw(st.floats(0, 1))) for name in ASSUMPTIONS if chosen[name]
        ),
        set_aside=tuple(name for name in CASE.rule_by_id if draw(st.booleans())),
        reading=draw(st.sampled_from(Reading)),
        added=draw(st.booleans()),
        note=draw(words),
        notes=tuple(Note(id=name, text=draw(words)) for name in named if chosen[name]),
        rationales=tuple(Note(id=name, text=draw(words)) for name in ASSUMPTIONS if draw(st.booleans())),
        verdicts=tuple(
            VerdictSeen(id="build", verdict=v) for v in draw(st.sets(st.sampled_from(Verdict), max_size=1))
        ),
        unplaced=tuple(
            Unplaced(section=draw(st.sampled_from(["stances", "notes", "else"])), id=name, value=draw(words))
            for name in GONE
            if draw(st.booleans())
        ),
    )


few = st.sampled_from([with_stances(baseline_scenario(CASE), {"dry-banks": stance}) for stance in SETTINGS])


def listed(items: st.SearchStrategy[Drawn], most: int = 3) -> st.SearchStrategy[tuple[Drawn, ...]]:
    """A few items, each key once."""
    return st.lists(items, max_size=most, unique_by=lambda item: item.key).map(tuple)


@cache
def signposts(names: tuple[str, ...]) -> st.SearchStrategy[tuple[Signpost, ...]]:
    """Signposts of some assumptions."""
    states = st.sampled_from(WatchState)
    return listed(
        st.builds(
            Signpost,
            assumption=st.sampled_from(names),
            text=words,
            state=states,
            owner=words,
            on=days,
            source=words,
        )
    )


@cache
def actions(names: tuple[str, ...]) -> st.SearchStrategy[tuple[Action, ...]]:
    """Actions on some assumptions."""
    kinds = st.sampled_from(ActionKind)
    return listed(
        st.builds(Action, assumption=st.sampled_from(names), kind=kinds, text=words, owner=words, on=days)
    )


@cache
def counts(names: tuple[str, ...]) -> st.SearchStrategy[tuple[Count, ...]]:
    """Counts on some assumptions, in any order."""
    one = st.builds(Count, id=st.sampled_from(names), holds=heads, uncertain=heads, fails=heads)
    return st.lists(one, max_size=2, unique_by=lambda count: count.id).map(tuple)


@cache
def hands(names: tuple[str, ...]) -> st.SearchStrategy[tuple[Hands, ...]]:
    """Hands raised for some recommendations."""
    one = st.builds(Hands, id=st.sampled_from(names), holds=heads, open=heads, falls=heads)
    return st.lists(one, max_size=2, unique_by=lambda item: item.id).map(tuple)


ballots = st.builds(Ballot, heads=st.integers(27, 99), counts=counts(ASSUMPTIONS), unplaced=counts(GONE))
sent = st.lists(st.builds(SentFile, file=words, digest=words), max_size=2).map(tuple)
origins = st.sampled_from(Origin)


@cache
@st.composite
def groups(draw: st.DrawFn, rounds: tuple[str, ...], held: st.SearchStrategy[Scenario] = few) -> Group:
    """A group in one of the rounds, by ballot or by scenario."""
    ballot = draw(st.none() | ballots)
    return Group(
        id=draw(ids),
        round=draw(st.sampled_from(rounds)),
        name=draw(words),
        origin=draw(origins),
        file=draw(words),
        digest=draw(words),
        arrived=draw(moments),
        beside=draw(st.none() | ids),
        asked=draw(st.booleans()),
        replaced=draw(sent),
        scenario=balloted(CASE, ballot) if ballot else draw(held),
        ballot=ballot,
    )


phases = st.sampled_from(Phase)


@cache
@st.composite
def predictions(draw: st.DrawFn, held: st.SearchStrategy[Scenario] = few) -> Prediction:
    """A prediction in any phase."""
    phase = draw(phases)
    return Prediction(
        id=draw(ids),
        question=draw(words),
        phase=phase,
        hands=draw(hands(RECOMMENDATIONS)),
        unplaced=draw(hands(GONE)),
        scenario=None if phase is Phase.ASKING else draw(held),
        asked=draw(moments),
        locked=draw(moments),
        revealed=draw(moments),
    )


some_rounds = st.lists(
    st.builds(Round, id=ids, name=words), min_size=1, max_size=3, unique_by=attrgetter("id")
)
some_steps = listed(st.builds(AgendaItem, id=ids, title=words, minutes=st.integers(1, 90)))
some_notes = listed(st.builds(StepNote, id=ids, text=words))
lines = listed(st.builds(Entry, id=ids, at=instants, who=words, what=words, why=words, moved=words))


@cache
def stages(held: st.SearchStrategy[Scenario]) -> st.SearchStrategy[tuple[Stage, ...]]:
    return listed(st.builds(Stage, id=ids, name=words, at=moments, scenario=held), most=2)


@st.composite
def workshops(draw: st.DrawFn, held: st.SearchStrategy[Scenario] = few) -> Workshop:
    """Any workshop on the tiny case, whose groups and stages hold some scenarios."""
    rounds = draw(some_rounds)
    names = tuple(item.id for item in rounds)
    return Workshop(
        case=baseline_scenario(CASE).case,
        created=draw(moments),
        modified=draw(moments),
        round=draw(st.sampled_from(names)),
        rounds=tuple(rounds),
        groups=draw(listed(groups(names, held), most=4)),
        predictions=draw(listed(predictions(held), most=2)),
        stages=draw(stages(held)),
        agenda=draw(some_steps),
        agenda_at=draw(st.none() | ids),
        signposts=draw(signposts(ASSUMPTIONS)),
        actions=draw(actions(ASSUMPTIONS)),
        step_notes=draw(some_notes),
        log=log_of(draw(lines)),
        unplaced=(*draw(signposts(GONE)), *draw(actions(GONE))),
    )
