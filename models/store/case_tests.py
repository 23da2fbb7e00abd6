"""Runs the expectations that a case states about itself, so that a change to a rule cannot pass unseen."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from models.engine.evaluate import evaluate
from models.schema.besides import CaseTest
from models.schema.case import Case
from models.schema.grades import Stance
from models.schema.problem import Problem, Refused, phrase
from models.schema.result import Contradiction, Evaluation
from models.schema.scenario import baseline_scenario
from models.schema.steps.link_steps import carried_along
from models.store.cases import ReadCase, case_path, embedded_case_ids, load_embedded, read_case
from models.store.documents import in_order


def check(path: Path) -> tuple[Problem, ...]:
    """Everything wrong or odd about the case in a file, its own tests included."""
    try:
        read = read_case(path)
    except Refused as refused:
        return refused.problems
    return all_problems(read)


def all_problems(read: ReadCase) -> tuple[Problem, ...]:
    """What is wrong or odd about a case that was read, its own tests included."""
    failed = run_tests(read)
    return in_order([*read.problems, *failed]) if failed else read.problems


def find_case(text: str) -> tuple[Case, tuple[Problem, ...]]:
    """The case under an embedded id (quickly) or in a file, with its problems, failing tests too; raises Refused."""
    if text in embedded_case_ids():
        return load_embedded(text), ()
    read = read_case(case_path(text))
    return read.case, all_problems(read)


def run_tests(read: ReadCase) -> tuple[Problem, ...]:
    """A problem for each expectation of the case's tests that is not met, and for a baseline that cannot be."""
    found = (
        _unmet(read, index, test, _evaluated(read.case, test)) for index, test in enumerate(read.case.tests)
    )
    return (*_impossible(read), *(problem for problems in found for problem in problems))


def _impossible(read: ReadCase) -> Iterator[Problem]:
    """That no setting of the baseline is possible, which shows only once it is known what is argued for."""
    argued = any(item.baseline is Stance.AS_ARGUED for item in read.case.assumptions)
    if not (argued and read.case.links):
        return
    found = evaluate(read.case, baseline_scenario(read.case)).contradiction
    if found is not None:
        what = phrase(
            "The baseline has no verdicts: what is taken as argued makes {links} impossible.",
            links=", ".join(found.links),
        )
        remedy = phrase("Change a `baseline`, what an assumption is `argued-by`, or a link.")
        yield read.document.problem(("links",), what, remedy)


def _evaluated(case: Case, test: CaseTest) -> Evaluation:
    ids = _ids(case)
    toggled = {item.id for item in case.assumptions}  # anything else has been told on reading
    stances = {ids[name]: stance for name, stance in test.set.items() if ids.get(name) in toggled}
    start = replace(
        baseline_scenario(case),
        reading=test.reading,
        added=test.added,
        set_aside=tuple(rule.id for rule in case.rules if rule.id in test.aside),
    )
    return evaluate(case, carried_along(case, start, stances))


def _unmet(read: ReadCase, index: int, test: CaseTest, evaluation: Evaluation) -> Iterator[Problem]:
    ids = _ids(read.case)
    if evaluation.contradiction is not None:
        yield _ruled_out(read, index, evaluation.contradiction)
        return
    for name, expected in test.expect.items():
        result = evaluation.recommendation.get(ids.get(name, ""))
        if result is not None and expected not in (result.verdict, result.first):
            what = phrase(
                "Test {index} expects “{expected}” of {name}, but it is “{verdict}”.",
                index=index + 1,
                expected=expected,
                name=name,
                verdict=result.first,
            )
            remedy = phrase("Correct the rules, or the expectation.")
            yield read.document.problem(("tests", index, "expect", name), what, remedy, item=result.id)


def _ruled_out(read: ReadCase, index: int, found: Contradiction) -> Problem:
    """That a test takes assumptions in a way that cannot be, so that it would say nothing."""
    codes = (read.case.by_id[item.id].code for item in found.stances)
    what = phrase(
        "Test {index} has no verdicts: links rule out how it takes {names} ({links}).",
        index=index + 1,
        names=", ".join(codes),
        links=", ".join(found.links),
    )
    return read.document.problem(("tests", index), what, phrase("Change what the test sets, or a link."))


def _ids(case: Case) -> dict[str, str]:
    """Ids under ids and codes alike; what is unknown has been reported on reading."""
    return {**{item.code: item.id for item in case.by_id.values()}, **{name: name for name in case.by_id}}
