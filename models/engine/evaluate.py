"""Evaluates a scenario: statuses, rule states and verdicts, exact over every completion.

Of stances that no possible setting has it tells the smallest changes after which verdicts follow again.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from functools import lru_cache

from models.engine.program import rules_in_use
from models.engine.run import Run
from models.engine.walking import baseline_spans, is_graded, run_completions
from models.schema.case import Case
from models.schema.grades import Kind, Reading, Stance, Verdict
from models.schema.result import (
    Contradiction,
    Evaluation,
    RecommendationResult,
    RuleResult,
    RuleState,
    StatementResult,
    Status,
    Tally,
    Usage,
)
from models.schema.scenario import Scenario, StanceOn, baseline_scenario, with_stances
from models.schema.steps.link_steps import carried_along, contradictions, resolutions

MOST = 4


def evaluate(case: Case, scenario: Scenario) -> Evaluation:
    """The status of every statement, the state of every rule and the verdict on every recommendation.

    Uncertain assumptions are settled in every way (2**k completions for k of them), never by three-valued
    logic. What is too tangled to be proven is told as open, and not known. The scenario must be for this case:
    an assumption without a stance raises KeyError.
    """
    run = run_completions(case, scenario)
    if run.impossible():
        return _contradicted(run)
    statuses, exact = run.statuses(), run.exact
    recommendations = tuple(_recommendation(run, item.id, statuses[item.id]) for item in case.recommendations)
    statements = tuple(
        _statement(name, status, exact or run.known(name)) for name, status in statuses.items()
    )
    of = case.rule_by_id
    rules = tuple(_rule(*told, exact or run.is_proven(of[told[0]])) for told in run.states())
    return Evaluation(
        statements=statements,
        rules=rules,
        recommendations=recommendations,
        completions=run.completions,
        exact=_all_proven(statements, rules, recommendations),
        whole=exact,
    )


def _all_proven(
    statements: Iterable[StatementResult],
    rules: Iterable[RuleResult],
    recommendations: Iterable[RecommendationResult],
) -> bool:
    known = all(item.known for item in statements) and all(item.known for item in rules)
    return known and all(item.counted for item in recommendations)


def _contradicted(run: Run[int]) -> Evaluation:
    """What is told of stances that no possible setting has: which they are, and nothing that follows."""
    case, scenario = run.program.case, run.scenario
    argued = {name for name, stance in scenario.stance_of.items() if stance is Stance.AS_ARGUED}
    followed = [name for name in argued if run.follows(name)]
    found = contradictions(case, with_stances(scenario, dict.fromkeys(followed, Stance.HOLDS)))
    told = tuple(_as_taken(scenario, item) for item in found) or (_whole(run),)
    usages = {rule.id: run.usage(rule) for rule in case.rules}
    return replace(_all_open(case, usages), contradictions=told)


def _whole(run: Run[int]) -> Contradiction:
    """Where nothing smaller is known: what is linked and takes a stance, and all links that speak of it."""
    case, cone = run.program.case, run.closed()
    linked = case.linked & cone if cone else case.linked
    stances = (item for item in run.scenario.stances if item.id in linked)
    return Contradiction(
        stances=tuple(item for item in stances if item.stance is not Stance.UNCERTAIN),
        links=tuple(link.id for link in case.links if linked.issuperset(link.names)),
    )


def _as_taken(scenario: Scenario, found: Contradiction) -> Contradiction:
    """A contradiction with its stances as the scenario has them, as argued too."""
    stances = tuple(StanceOn(id=item.id, stance=scenario.stance_of[item.id]) for item in found.stances)
    return Contradiction(stances=stances, links=found.links)


@lru_cache(maxsize=1024)
def _statement(name: str, status: Status, known: bool) -> StatementResult:
    """The same value again for an answer that did not change, so that it is validated once."""
    return StatementResult(id=name, status=status, known=known)


@lru_cache(maxsize=1024)
def _rule(name: str, state: RuleState, usage: Usage, known: bool) -> RuleResult:
    return RuleResult(id=name, state=state, usage=usage, known=known)


@lru_cache(maxsize=16)
def baseline_evaluation(case: Case) -> Evaluation:
    """The case's own baseline, evaluated."""
    return evaluate(case, baseline_scenario(case))


def _recommendation(run: Run[int], name: str, status: Status) -> RecommendationResult:
    falls = run.falls(name) if status is Status.REJECTED else ()
    least, most = run.counts(name)
    sure, before = baseline_spans(run.program.case)[name]
    if status is Status.ACCEPTED:
        verdict = Verdict.FEWER if most < sure else Verdict.HOLDS
    else:
        verdict = Verdict.OPEN if status is Status.OPEN else Verdict.fallen(falls)
    held = run.holding(name) if _weighed(run, name) else (least, most)
    holding = Tally(*held, _asked_for(run, name))
    counted = run.is_counted(name) and (status is not Status.ACCEPTED or is_graded(run, name))
    return _advice(name, status, verdict, falls, least, most, holding, before, run.known(name), counted)


def _weighed(run: Run[int], name: str) -> bool:
    """Whether some argument for advice may apply and yet be beaten."""
    return any(run.program.outweighing[rule.id] for rule in run.program.supporting[name])


def _asked_for(run: Run[int], name: str) -> int:
    """How many arguments for advice are asked for: rejected ones too, but where every one must hold, no added ones."""
    rules = (rule for rule in run.program.supporting[name] if run.usage(rule) is not Usage.SWITCHED_OFF)
    every = run.scenario.reading is Reading.EVERY_ARGUMENT
    return sum(not every or rule.kind is not Kind.ADDED for rule in rules)


@lru_cache(maxsize=1024)
def _advice(
    name: str,
    status: Status,
    verdict: Verdict,
    falls: tuple[Verdict, ...],
    least: int,
    most: int,
    holding: Tally,
    baseline_applying: int,
    known: bool,
    counted: bool,
) -> RecommendationResult:
    return RecommendationResult(
        id=name,
        status=status,
        verdict=verdict,
        falls=falls,
        least=least,
        most=most,
        holding=holding,
        baseline_applying=baseline_applying,
        known=known,
        counted=counted,
    )


@lru_cache(maxsize=512)
def evaluated(case: Case, scenario: Scenario) -> Evaluation:
    """What `evaluate` says, known from before for the last five hundred scenarios."""
    return evaluate(case, scenario)


def being_worked_out(case: Case, scenario: Scenario) -> Evaluation:
    """What stands in place of an evaluation until it is there: everything is open, and not known."""
    in_use = rules_in_use(case, scenario)
    usages = {rule.id: Usage.IN_USE if rule.id in in_use else Usage.SET_ASIDE for rule in case.rules}
    return replace(_all_open(case, usages), pending=True)


def _all_open(case: Case, usages: Mapping[str, Usage]) -> Evaluation:
    """Everything open, and nothing known."""
    return Evaluation(
        statements=tuple(_statement(name, Status.OPEN, False) for name in case.by_id),
        rules=tuple(_rule(name, RuleState.OPEN, usage, False) for name, usage in usages.items()),
        recommendations=tuple(
            _advice(item.id, Status.OPEN, Verdict.OPEN, (), 0, 0, Tally(0, 0, 0), 0, False, False)
            for item in case.recommendations
        ),
        completions=0,
        exact=False,
    )


def ways_out(
    case: Case, scenario: Scenario, evaluation: Evaluation, kept: Collection[str] = ()
) -> tuple[tuple[StanceOn, ...], ...]:
    """Up to MOST ways, those that keep the stances on what is `kept` if there are any.

    What is taken as argued, and holds since it is argued for, is given up by letting it fail. As that may change
    what is argued for elsewhere, each way is tried; one after which nothing follows either is left out.
    """
    stances = (item for found in evaluation.contradictions for item in found.stances)
    argued = {item.id: Stance.HOLDS for item in stances if item.stance is Stance.AS_ARGUED}
    taken = with_stances(scenario, argued)
    found = resolutions(case, taken, kept) or resolutions(case, taken)
    resolving = (way for way in found if not evaluate(case, _after(case, scenario, way)).contradictions)
    return tuple(way for way, _ in zip(resolving, range(MOST), strict=False))


def _after(case: Case, scenario: Scenario, way: Collection[StanceOn]) -> Scenario:
    return carried_along(case, scenario, {item.id: item.stance for item in way})
