"""Eight states of the embedded case that look most unlike each other, for tests of what every page shows in each."""

from dataclasses import replace
from functools import lru_cache

from models.schema.grades import Reading
from models.schema.scenario import with_credence, with_rationale, with_set_aside
from models.schema.snapshot import State
from models.schema.steps.room_steps import prediction_asked
from tests.large_workshop import large_workshop
from tests.states import after, case_named, state
from tests.workshops import MOMENT, four_tables

LONG = "Nobody at the table could say since when, and two of the four remember it otherwise."


@lru_cache(maxsize=1)
def eight_states() -> tuple[State, ...]:
    """First the baseline, then a core assumption failing with four tables, then four uncertain with twelve groups."""
    case, base = case_named(), state()
    fallen = after(base, A3="fails")
    uncertain = after(base, A3="uncertain", A10="uncertain", A13="uncertain", A17="uncertain")
    every = tuple(item.id for item in case.assumptions)
    asked = prediction_asked(four_tables(case), MOMENT, "What is left of the advice if it all goes wrong?")
    rated = base.scenario
    for place, name in enumerate(every):
        rated = with_credence(case, rated, name, 0.05 + place / len(every) * 0.9)
        rated = with_rationale(case, rated, name, LONG)
    objecting = replace(fallen.scenario, added=True, reading=Reading.EVERY_ARGUMENT)
    rejecting = base.scenario
    for rule in case.rules[::3]:
        rejecting = with_set_aside(case, rejecting, rule.id, True)
    return (
        base,
        replace(fallen, workshop=four_tables(case)),
        replace(uncertain, workshop=large_workshop(case)),
        replace(fallen, scenario=objecting),
        replace(fallen, workshop=asked),
        _looking_back(after(after(base, A17="fails"), A1="fails")),
        replace(base, scenario=rated, past=base.scenario),
        after(replace(base, scenario=rejecting), **{item.code: "fails" for item in case.assumptions}),
    )


def _looking_back(of: State) -> State:
    return replace(of, view=replace(of.view, looking_back=True))
