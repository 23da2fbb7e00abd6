"""The stress test from here: every recommendation's verdict if one stance alone were another."""

from collections.abc import Iterator, Mapping
from functools import reduce

from models.engine.evaluate import Run, run_flips
from models.engine.evaluator import cones
from models.schema.analysis import SingleFlip, SingleFlips, Tick, patiently
from models.schema.case import Case, Stance
from models.schema.scenario import Scenario


def single_flips(case: Case, scenario: Scenario, tick: Tick = patiently) -> SingleFlips:
    """The verdicts on all recommendations from here and after each change of a single stance.

    Every assumption is set to both stances that it has not: turned round, made uncertain, or settled. All of
    it is one walk through the rules, over the scenario's completions and, for each settled assumption turned
    round, the same once more; exact unless `run_flips` has to fall back on random completions. The stress
    test of single assumptions is that of Assumption-Based Planning (Dewar et al., RAND MR-114, 1993).
    """
    settled = [name for name, stance in scenario.stance_of.items() if stance is not Stance.UNCERTAIN]
    run, blocks = run_flips(case, scenario, settled)
    here = run.algebra.negate(reduce(run.algebra.join, blocks.values(), run.algebra.bottom))
    places = list(_places(case, scenario, run, blocks, here))
    beneath = cones(run.program.case)
    verdicts, rows = [], []
    for item in case.recommendations:
        tick()
        verdict = run.verdict(item.id, here)
        cone = beneath[item.id]
        verdicts.append(verdict)
        rows.append([run.verdict(item.id, where) if name in cone else verdict for name, _, where in places])
    return SingleFlips(
        recommendations=tuple(item.id for item in case.recommendations),
        verdicts=tuple(verdicts),
        flips=tuple(
            SingleFlip(assumption=name, to=to, verdicts=column)
            for (name, to, _), column in zip(places, zip(*rows, strict=True), strict=True)
        ),
        exact=run.exact,
    )


def _places(
    case: Case, scenario: Scenario, run: Run[int], blocks: Mapping[str, int], here: int
) -> Iterator[tuple[str, Stance, int]]:
    """Every change of a single stance, with the element of the completions that are left after it."""
    algebra = run.algebra
    for item in case.assumptions:
        holds = run.settled.statements[item.id]
        after = {
            Stance.HOLDS: algebra.meet(here, holds),
            Stance.FAILS: algebra.meet(here, algebra.negate(holds)),
            Stance.UNCERTAIN: here,
        }
        if item.id in blocks:
            turned = blocks[item.id]
            after = dict.fromkeys(Stance, turned) | {Stance.UNCERTAIN: algebra.join(here, turned)}
        yield from ((item.id, to, after[to]) for to in Stance if to is not scenario.stance_of[item.id])
