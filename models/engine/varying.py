"""What an open statement varies with though no change of it alone is possible: links let it vary only with others."""

from collections.abc import Iterator, Sequence

from models.engine.program import cones
from models.engine.run import Run
from models.engine.walking import run_completions
from models.schema.case import Case
from models.schema.grades import Stance
from models.schema.result import Status
from models.schema.scenario import Scenario, with_stances

WAYS = (Stance.HOLDS, Stance.FAILS)
MOST_SETTLED = 3
"""So many of the assumptions that a statement hangs on are settled, to see what it varies with beside them."""


def tied_beside(
    case: Case, scenario: Scenario, run: Run[int], name: str, alone: Sequence[str]
) -> tuple[str, ...]:
    """The uncertain assumptions under a statement that links tie; beside what it hangs on, those that turn it then."""
    beneath = cones(case)[name] & case.linked
    tied = [
        item
        for item in run.uncertain
        if item in beneath and item not in alone and run.status_of(run.inputs[item]) is Status.OPEN
    ]
    if not alone or not tied or not run.exact:
        return () if alone and not run.exact else tuple(tied)
    runs = [run, *_settled(case, scenario, alone)]
    return tuple(item for item in tied if any(_turns(one, name, item) for one in runs))


def _settled(case: Case, scenario: Scenario, alone: Sequence[str]) -> Iterator[Run[int]]:
    """The walks after each of these is settled either way, and all of them."""
    for names in dict.fromkeys((*((item,) for item in alone[:MOST_SETTLED]), tuple(alone))):
        for way in WAYS:
            yield run_completions(case, with_stances(scenario, dict.fromkeys(names, way)))


def _turns(run: Run[int], name: str, item: str) -> bool:
    """Whether a statement is known to come out otherwise if an assumption holds than if it fails."""
    ways = [(item, way) for way in WAYS]
    known = all(run.known(name, turn) and not run.impossible(turn) for turn in ways)
    return known and len({run.status(name, turn) for turn in ways}) > 1
