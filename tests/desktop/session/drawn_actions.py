"""Actions for properties: whatever a room may do to the tiny case, in any order."""

from datetime import datetime
from typing import Any

from hypothesis import strategies as st

from models.pages.programme.agenda import ninety_minutes
from models.schema.action import Action, Change, Step, Time, Timing, look, present
from models.schema.case import Case
from models.schema.grades import Reading, Stance
from models.schema.scenario import Scenario, baseline_scenario
from models.schema.steps.group_steps import with_group
from models.schema.steps.room_steps import (
    dropped,
    noted,
    prediction_asked,
    prediction_locked,
    prediction_revealed,
    rewritten,
    state_named,
    with_agenda,
    with_hands,
    with_new_item,
    without_stage,
)
from models.schema.steps.scenario_steps import (
    count_objections,
    field_set,
    rate,
    read_as,
    reject,
    reset,
    set_stance,
    write_note,
    write_reason,
)
from models.schema.steps.signpost_steps import sentence_decided
from models.schema.steps.workshop_steps import (
    renamed_group,
    round_revealed,
    with_round,
    without_group,
    write_why,
)
from models.schema.view import DependsPart, DifferPart, Outlook, PageName, Picture, ProgrammePart, WatchPart
from models.schema.workshop import Hands, Origin, Workshop

TEXTS = st.sampled_from(["", "a", "Why not?", "Zwiebelfisch"])
NAMES = st.sampled_from(["table-1", "table-2", "table-3"])


def steps(case: Case) -> st.SearchStrategy[Action]:
    """What changes the scenario or the workshop, and can be undone."""
    assumptions = st.sampled_from([item.id for item in case.assumptions])
    advice = st.sampled_from([item.id for item in case.recommendations])
    scenario = baseline_scenario(case)
    return st.one_of(
        st.builds(set_stance, assumptions, st.sampled_from(Stance)),
        st.builds(rate, assumptions, st.sampled_from([None, 0.0, 0.3, 1.0])),
        st.builds(reject, st.sampled_from([rule.id for rule in case.rules]), st.booleans()),
        st.builds(read_as, st.sampled_from(Reading)),
        st.builds(count_objections, st.booleans()),
        st.builds(lambda about, text: write_note(about).filled(text), assumptions, TEXTS),
        st.builds(lambda about, text: write_reason(about).filled(text), assumptions, TEXTS),
        st.builds(lambda text: Change(field_set, ("title", text)), TEXTS),
        st.just(reset()),
        st.builds(lambda name: _step(with_group, name, scenario, Origin.WINDOW), NAMES),
        st.builds(lambda name: _step(_gone, name), NAMES),
        st.builds(lambda name, new: _step(renamed_group, name, new), NAMES, TEXTS),
        st.just(_step(with_round)),
        st.just(Step(_staged, (scenario,), dated=True)),
        st.just(_step(without_stage, "stage-1")),
        st.just(Step(_asked, ("What holds?",), dated=True)),
        st.builds(
            lambda name, hands: _step(with_hands, Hands(id=name, holds=hands)), advice, st.integers(0, 9)
        ),
        st.just(Step(_locked, (scenario,), dated=True)),
        st.just(Step(_revealed, dated=True)),
        st.just(_step(dropped)),
        st.builds(lambda text: Step(noted, ("opening", text), merge="note"), TEXTS),
        st.builds(lambda minutes: _step(with_new_item, "Vote", minutes), st.integers(1, 90)),
        st.builds(lambda title: _step(_retitled, title), TEXTS),
        st.just(_step(with_agenda, ninety_minutes())),
        st.builds(lambda shown: _step(round_revealed, "round-1", shown), st.booleans()),
        st.builds(lambda text: Step(sentence_decided, (text,), dated=True), TEXTS),
    )


def looks(case: Case) -> st.SearchStrategy[Action]:
    """What changes only how the state is looked at or presented."""
    fields: dict[str, st.SearchStrategy[Any]] = {
        "page": st.sampled_from(PageName),
        "picked": st.sampled_from([*case.by_id, "nobody"]),
        "picture": st.sampled_from(Picture),
        "model": st.sampled_from(["", *(item.id for item in case.models)]),
        "programme": st.sampled_from(ProgrammePart),
        "depends": st.sampled_from(DependsPart),
        "differ": st.sampled_from(DifferPart),
        "watch": st.sampled_from(WatchPart),
        "outlook": st.sampled_from(Outlook),
        "focus": st.booleans(),
        "round": st.sampled_from(["", "round-1", "round-2", "gone"]),
        "looking_back": st.booleans(),
    }
    chosen = st.sampled_from(sorted(fields)).flatmap(
        lambda name: fields[name].map(lambda v: look(**{name: v}))
    )
    shown = st.builds(lambda open_, kept: present(is_open=open_, kept=kept), st.booleans(), st.booleans())
    return st.one_of(chosen, chosen, shown)


def times() -> st.SearchStrategy[Action]:
    """What is done with the agenda's time, and with the log."""
    timing = st.builds(Time, st.sampled_from(Timing), st.sampled_from(["", "vote", "gone"]))
    return st.one_of(timing, st.builds(lambda text: write_why("entry-1").filled(text), TEXTS))


def _step(step: Any, *arguments: Any) -> Step:
    return Step(step, arguments)


def _gone(workshop: Workshop, name: str) -> Workshop:
    return without_group(workshop, workshop.round, name)


def _retitled(workshop: Workshop, title: str) -> Workshop:
    return rewritten(workshop, "vote", title=title)


def _staged(workshop: Workshop, moment: datetime, scenario: Scenario) -> Workshop:
    return state_named(workshop, moment, scenario, "")


def _asked(workshop: Workshop, moment: datetime, question: str) -> Workshop:
    return workshop if workshop.asking else prediction_asked(workshop, moment, question)


def _locked(workshop: Workshop, moment: datetime, scenario: Scenario) -> Workshop:
    return prediction_locked(workshop, moment, scenario)


def _revealed(workshop: Workshop, moment: datetime) -> Workshop:
    return prediction_revealed(workshop, moment)
