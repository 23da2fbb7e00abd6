"""What an exact answer ranges over and depends on, so that it is worked out once and kept."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from functools import cached_property, lru_cache, wraps
from threading import Lock
from typing import TypeVar, overload

from models.engine.completions import EITHER
from models.engine.program import rules_in_use
from models.schema.analysis import Tick
from models.schema.case import Case
from models.schema.grades import Kind, Reading, Stance
from models.schema.scenario import Scenario
from models.schema.value import Answer

K = TypeVar("K", bound=Hashable)
A = TypeVar("A")


class Scope(Answer, kw_only=False):
    """The rules that take part, how they combine, and the assumptions that are held fixed.

    Those taken `as_argued` hold where a finding follows that argues for them, and vary elsewhere. Where that is to be
    a choice (`staying`), it is a variable of its own, named as the assumption with STAYS after it. Where stances are
    `changing`, it fails if that choice is not taken; if it is, its own variable makes it hold. Those `carried` by
    what argues for them hold where a finding follows, and where their own variable does.
    """

    case: Case
    reading: Reading
    in_use: frozenset[str]
    fixed: tuple[tuple[str, Stance], ...] = ()
    as_argued: tuple[str, ...] = ()
    staying: bool = False
    changing: bool = False
    carried: tuple[str, ...] = ()

    @cached_property
    def varied(self) -> tuple[str, ...]:
        """The assumptions that are not held fixed, in the case's order.

        One that was added varies only where a rule that takes part speaks of it, or what is possible does.
        """
        fixed = dict(self.fixed)
        used = (self.case.rule_by_id[name].premises for name in self.in_use)
        spoken_of = {premise.statement for premises in used for premise in premises}
        spoken_of |= {*self.case.linked, *self.as_argued}
        return tuple(
            item.id
            for item in self.case.assumptions
            if item.id not in fixed and (item.kind is not Kind.ADDED or item.id in spoken_of)
        )


def all_settings(case: Case, scenario: Scenario) -> Scope:
    """All settings of all assumptions, under the scenario's reading and rules."""
    return _the_one(Scope(case, scenario.reading, rules_in_use(case, scenario)))


def its_completions(case: Case, scenario: Scenario) -> Scope:
    """The scenario's completions: settled assumptions are fixed, uncertain ones vary."""
    stances = ((item.id, scenario.stance_of[item.id]) for item in case.assumptions)
    fixed = tuple((name, stance) for name, stance in stances if stance not in EITHER)
    return _the_one(Scope(case, scenario.reading, rules_in_use(case, scenario), fixed, _as_argued(scenario)))


def from_here(case: Case, scenario: Scenario) -> Scope:
    """All settings, where what is taken as argued may stay so."""
    argued = _as_argued(scenario)
    return _the_one(Scope(case, scenario.reading, rules_in_use(case, scenario), (), argued, bool(argued)))


def changes_from_here(case: Case, scenario: Scenario) -> Scope:
    """All settings that changes of stances lead to: what is taken as argued stays so, or is made to hold or to fail."""
    argued = _as_argued(scenario)
    in_use = rules_in_use(case, scenario)
    return _the_one(Scope(case, scenario.reading, in_use, (), argued, bool(argued), bool(argued)))


def _as_argued(scenario: Scenario) -> tuple[str, ...]:
    return tuple(name for name, stance in scenario.stance_of.items() if stance is Stance.AS_ARGUED)


@lru_cache(maxsize=64)
def _the_one(scope: Scope) -> Scope:
    """The same object for equal scopes, so that answers are found without comparing every rule."""
    return scope


@overload
def kept(room: int) -> Callable[[Callable[[K, Tick], A]], Callable[[K, Tick], A]]: ...


@overload
def kept(
    room: int, weigh: Callable[[A], int]
) -> Callable[[Callable[[K, Tick], A]], Callable[[K, Tick], A]]: ...


def kept(
    room: int, weigh: Callable[[A], int] | None = None
) -> Callable[[Callable[[K, Tick], A]], Callable[[K, Tick], A]]:
    """Keeps the last answers of a function by their questions, as many as there is room for by their weight.

    The tick is no part of the question. An answer that was withdrawn is not kept.
    """

    def keeping(function: Callable[[K, Tick], A]) -> Callable[[K, Tick], A]:
        answers: OrderedDict[K, A] = OrderedDict()
        lock = Lock()
        weight = 0

        def weight_of(found: A) -> int:
            return 1 if weigh is None else weigh(found)

        @wraps(function)
        def answer(question: K, tick: Tick) -> A:
            nonlocal weight
            with lock:
                if question in answers:
                    answers.move_to_end(question)
                    return answers[question]
            found = function(question, tick)
            with lock:
                weight += weight_of(found) - (weight_of(answers[question]) if question in answers else 0)
                answers[question] = found
                while weight > room and len(answers) > 1:
                    weight -= weight_of(answers.popitem(last=False)[1])
            return found

        return answer

    return keeping
