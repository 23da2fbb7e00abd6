"""How the exact answers compare with established solvers, and how they grow; prints ratios, asserts nothing.

Run with `python -m tests.benchmarks.analyses`. Every ratio is taken in one run on the same generated cases;
ours starts from a case never seen before unless it says "again", as after a toggle.
"""

import sys
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import count, product
from math import log
from statistics import geometric_mean, linear_regression, median
from time import perf_counter

import clingo

from models.analyses.acceptance import acceptances
from models.analyses.bundle import readings
from models.analyses.everywhere import everywhere
from models.analyses.flips import flips, reasons, sufficient
from models.analyses.likelihood import likelihood
from models.analyses.scope import all_settings
from models.analyses.single_flips import single_flips
from models.engine.algebra import Columns, truth_column
from models.engine.evaluate import evaluate
from models.engine.evaluator import settle
from models.engine.program import compiled
from models.schema.analysis import Flips, patiently
from models.schema.case import Case
from models.schema.grades import Reading, Stance
from models.schema.result import Status
from models.schema.scenario import Scenario, baseline_scenario, with_credence, with_stances
from models.store.cases import load_embedded
from tests.benchmarks.limited_problog import run_problog
from tests.models.analyses.drawn_scopes import with_version
from tests.models.analyses.encodings import clingo_program, problog_program
from tests.models.analyses.generated_cases import TANGLED, generated_case

PATIENCE = 60.0
LIMIT = 2.0
WALK = 16
SEEDS = range(3)
SIZES = (16, 24, 40, 64, 100, 200)
VERSIONS = count()
ANALYSES: tuple[Callable[[Case, Scenario], object], ...] = (
    single_flips,
    flips,
    reasons,
    likelihood,
    readings,
    everywhere,
    sufficient,
)


def main() -> None:
    """Print a table a question."""
    on_the_essay()
    against_problog()
    against_enumeration()
    against_minimisation()
    growth()
    past_the_budget()


def on_the_essay() -> None:
    """What one toggle costs in the embedded case, question by question."""
    tell("The embedded case, all recommendations", "first", "again")
    case = load_embedded()
    for question in (evaluate, *ANALYSES, everything):
        fresh = unseen(case)
        first = cold(fresh, question, baseline_scenario(fresh))
        question(fresh, baseline_scenario(fresh))
        toggled = [
            with_stances(baseline_scenario(fresh), {item.id: Stance.FAILS}) for item in fresh.assumptions
        ]
        again = median(seconds(partial(question, fresh, scenario)) for scenario in toggled)
        tell(question.__name__, milliseconds(first), milliseconds(again))


def everything(case: Case, scenario: Scenario) -> object:
    """All analyses, for all recommendations."""
    return [question(case, scenario) for question in ANALYSES]


def against_problog() -> None:
    """From a case to all probabilities and derivatives, against ProbLog's probabilities alone."""
    tell("\nProbabilities and derivatives", "ours", "ProbLog", "ratio")
    for size, seeds in ((16, SEEDS), (20, SEEDS), (24, SEEDS), (64, range(1))):
        ours, theirs = [], []
        for seed in seeds:
            case = generated_case(seed, size)
            scenario = with_credences(case)
            text = "\n".join(problog_program(case, scenario))
            ours.append(cold(case, likelihood, scenario))
            theirs.append(run_problog(text, PATIENCE))
        cut = "" if all(run.answered for run in theirs) else "over "
        mine, other = geometric_mean(ours), geometric_mean(run.seconds for run in theirs)
        tell(
            f"{size} assumptions", milliseconds(mine), cut + milliseconds(other), f"{cut}{other / mine:,.0f}"
        )


def against_enumeration() -> None:
    """All statements in all settings, against clingo's bare enumeration of answer sets, nothing read out."""
    tell("\nAll statements in all settings, grounded or compiled", "ours", "clingo", "ratio")
    for size in (16, 20):
        case = generated_case(0, size)
        mine = quickest(partial(all_settings_walked, case))
        control = grounded(clingo_program(case), "0")
        other = seconds(control.solve)
        tell(f"{size} assumptions", milliseconds(mine), milliseconds(other), f"{other / mine:,.0f}")


def against_minimisation() -> None:
    """All flips of all recommendations, against clingo, grounded once beforehand, asked for the smallest alone."""
    tell("\nAll flips (clingo: the smallest)", "ours, first", "again", "clingo", "ratio again")
    for size in (16, 24, 64, 200):
        ours, later, theirs = [], [], []
        for seed in SEEDS:
            case = generated_case(seed, size)
            scenario = settled(case)
            ours.append(cold(case, flips, scenario))
            found = flips(case, scenario)
            later.append(quickest(partial(flips, case, scenario)))
            control = grounded(minimisation(case, scenario), "--opt-mode=optN", "0")
            theirs.append(quickest(partial(minimise_all, control, found)))
        first, again, other = (geometric_mean(times) for times in (ours, later, theirs))
        tell(f"{size} assumptions", *map(milliseconds, (first, again, other)), f"{other / again:,.1f}")


def growth() -> None:
    """How compiling, a toggle and one evaluation grow with loosely coupled assumptions."""
    tell("\nGrowth over loosely coupled assumptions", *map(str, SIZES), "exponent")

    cases = {size: [generated_case(seed, size) for seed in SEEDS] for size in SIZES}

    def compile_all(case: Case, scenario: Scenario) -> object:
        return acceptances(all_settings(case, scenario), patiently)

    def toggle(case: Case, scenario: Scenario) -> object:
        return likelihood(case, scenario), single_flips(case, scenario)

    for name, question, is_cold in (
        ("compile", compile_all, True),
        ("probabilities and derivatives, again", likelihood, False),
        ("probabilities and stress test, again", toggle, False),
        ("one evaluation", evaluate, False),
    ):
        times = [geometric_mean(measured(case, question, is_cold) for case in cases[size]) for size in SIZES]
        slope, _ = linear_regression([log(size) for size in SIZES], [log(time) for time in times])
        tell(name, *map(milliseconds, times), f"{slope:.2f}")


def past_the_budget() -> None:
    """How long tangled cases take, the slowest of a few, that cannot be answered exactly throughout."""
    tell("\nTangled cases, all recommendations, the slowest", "first", "limit", "ratio")
    for size in (64, 100):
        for coupling in (0.3, TANGLED):
            cases = [generated_case(seed, size, coupling) for seed in SEEDS]
            for question in (everywhere, likelihood, flips, reasons, sufficient, single_flips):
                first = max(cold(case, question, baseline_scenario(case)) for case in cases)
                told = f"{question.__name__}, {size}, coupling {coupling}"
                tell(told, milliseconds(first), milliseconds(LIMIT), f"{first / LIMIT:.2f}")


def tell(what: str, *columns: str) -> None:
    sys.stdout.write(what.ljust(52) + "".join(column.rjust(14) for column in columns) + "\n")
    sys.stdout.flush()


def milliseconds(time: float) -> str:
    return f"{time * 1000:,.2f} ms"


def seconds(action: Callable[[], object]) -> float:
    start = perf_counter()
    action()
    return perf_counter() - start


def quickest(action: Callable[[], object]) -> float:
    return min(seconds(action) for _ in range(5))


def unseen(case: Case) -> Case:
    """The same case under a new version, so that nothing kept for it is used."""
    return with_version(case, f"{case.version}.{next(VERSIONS)}")


def cold(case: Case, question: Callable[[Case, Scenario], object], scenario: Scenario) -> float:
    fresh = unseen(case)
    return seconds(lambda: question(fresh, scenario))


def measured(case: Case, question: Callable[[Case, Scenario], object], is_cold: bool) -> float:
    scenario = settled(case)
    if is_cold:
        return min(cold(case, question, scenario) for _ in range(3))
    return quickest(partial(question, case, scenario))


def with_credences(case: Case) -> Scenario:
    scenario = baseline_scenario(case)
    for place, item in enumerate(case.assumptions, start=1):
        scenario = with_credence(case, scenario, item.id, place / (1 + len(case.assumptions)))
    return scenario


def settled(case: Case) -> Scenario:
    scenario = baseline_scenario(case)
    uncertain = [entry.id for entry in scenario.stances if entry.stance is Stance.UNCERTAIN]
    return with_stances(scenario, dict.fromkeys(uncertain, Stance.HOLDS))


def all_settings_walked(case: Case) -> dict[str, int]:
    """In how many settings each statement is accepted, 65,536 settings a walk."""
    size = len(case.assumptions)
    algebra = Columns(1 << min(size, WALK))
    columns = [truth_column(place, min(size, WALK)) for place in range(min(size, WALK))]
    in_use = frozenset(rule.id for rule in case.rules)
    counts = dict.fromkeys(case.by_id, 0)
    for constants in product((algebra.bottom, algebra.top), repeat=max(0, size - WALK)):
        inputs = dict(zip((item.id for item in case.assumptions), (*columns, *constants), strict=True))
        reached = settle(compiled(case), algebra, inputs, in_use, Reading.ONE_ARGUMENT)
        for name, accepted in reached.statements.items():
            counts[name] += accepted.bit_count()
    return counts


def grounded(lines: Iterable[str], *options: str) -> clingo.Control:
    control = clingo.Control([*options, "--warn=none"])
    control.add("base", [], "\n".join(lines))
    control.ground([("base", [])])
    return control


def minimisation(case: Case, scenario: Scenario) -> Iterator[str]:
    """The program with a goal for each recommendation, to be set from outside, and changes to be minimised."""
    yield from clingo_program(case)
    for item in case.assumptions:
        stays = "not " if scenario.stance_of[item.id] is Stance.HOLDS else ""
        yield f'change("{item.id}") :- {stays}holds("{item.id}").'
    for advice in case.recommendations:
        yield f'#external goal("{advice.id}", 0). #external goal("{advice.id}", 1).'
        yield f':- goal("{advice.id}", 1), not accepted("{advice.id}").'
        yield f':- goal("{advice.id}", 0), accepted("{advice.id}").'
    yield "#minimize { 1, A : change(A) }. #show change/1."


def minimise_all(control: clingo.Control, found: Iterable[Flips]) -> list[int]:
    return [minimise(control, item.id, item.status is Status.REJECTED) for item in found]


def minimise(control: clingo.Control, name: str, accepted: bool) -> int:
    goal = clingo.Function("goal", [clingo.String(name), clingo.Number(int(accepted))])
    control.assign_external(goal, True)
    found = 0
    with control.solve(yield_=True) as models:
        for model in models:
            found += model.optimality_proven
    control.assign_external(goal, False)
    return found


if __name__ == "__main__":
    main()
