"""Every sentence that a why may say, and how each is held against the completions."""

import re

from models.language.states import clause
from models.schema.case import Role
from models.schema.grades import Reading, Stance, Verdict
from models.schema.premises import Condition
from models.schema.result import Status
from models.schema.scenario import baseline_scenario, with_stances
from tests.models.engine.brute_force import BruteForce, World
from tests.models.language.true_counts import (
    Check,
    all_rejected,
    at_least,
    between,
    bounded,
    counted,
    either_way,
    enough,
    one_or_another,
    only_added,
    others_rejected,
    overruled,
    whatever,
)
from tests.models.language.truth import NAME, Truth, number

MORE = rf"(?: and (?:\d+ more|{NAME}))?"
"""How many more there are, or the name of the second of two."""


def _depends(truth: Truth, first: str, second: str | None) -> bool:
    names = (first, second) if second else (first,)
    is_open = truth.brute.status(truth.name) is Status.OPEN
    return is_open and all(truth.matters(name, truth.status_in) for name in names)


def _uncertain(truth: Truth, listed: str, how: str) -> bool:
    names = re.findall(NAME, listed)
    found = [
        item.id
        for item in truth.case.assumptions
        if item.id not in truth.case.linked and truth.matters(item.id, truth.status_in)
    ]
    settled = [name for name in names if truth.scenario.stance_of[name] in (Stance.HOLDS, Stance.FAILS)]
    words = {"which is": 1, "both": 2, "neither": 2}.get(how)
    return (
        not settled
        and (words is None or len(names) == words)
        and all(truth.matters(name, truth.status_in) for name in names)
        and (bool(re.search(r"\d more", listed)) or set(found) <= set(names))
    )


def _varies(truth: Truth, why: str | None, first: str, second: str | None) -> bool:
    names = (first, second) if second else (first,)
    return _unsettled(truth, why) and all(truth.matters(name, truth.outcome) for name in names)


def _unsettled(truth: Truth, why: str | None) -> bool:
    fallen = truth.brute.status(truth.name) is Status.REJECTED
    return fallen and len(truth.brute.falls(truth.name)) > 1 and (why is None or is_true(truth, why))


def _sufficient(truth: Truth, listed: str, *rest: str) -> bool:
    names = re.findall(r"\((A\d+)\)", listed)
    if re.search(r"\d+ more", listed):
        return True
    clauses = re.findall(rf"{NAME} ([a-z ]+) \(A", listed)
    if not all(truth.clause(f"“Text of {name}” {fate}") for name, fate in clauses):
        return False
    fixed = truth.fixed([name.lower() for name in names])
    return all(world.accepted(truth.name) for world in fixed.worlds)


def _unargued(truth: Truth, name: str, before: str) -> bool:
    """Taken as argued, and nothing argues for it in every completion; in the baseline something did."""
    was = BruteForce(truth.case, baseline_scenario(truth.case)).status(name) is Status.ACCEPTED
    return (
        truth.scenario.stance_of[name] is Stance.AS_ARGUED
        and truth.brute.status(name) is not Status.ACCEPTED
        and was is (before == "no longer")
        and truth.brute.status(truth.name) is Status.OPEN
        and truth.matters(name, truth.status_in)
    )


def _hinge(truth: Truth, name: str, held: str, failed: str) -> bool:
    for stance, told in ((Stance.HOLDS, held), (Stance.FAILS, failed)):
        brute = BruteForce(truth.case, with_stances(truth.scenario, {name: stance}))
        advice = truth.name.startswith("r")
        found = clause(brute.verdict(truth.name) if advice else brute.status(truth.name))
        if found.removeprefix("still ") != told:
            return False
    return True


def _falls(verdict: Verdict) -> Check:
    def check(truth: Truth, why: str) -> bool:
        return truth.every(
            lambda world: not world.accepted(truth.name) and world.fall(truth.name)[1] is verdict
        ) and (truth.clauses(why))

    return check


def _falls_for_want_of(role: Role, verdict: Verdict) -> Check:
    """It falls in this way, and in every completion some argument misses nothing that is asked for before the role."""
    before = {Role.MEANS: (Role.IF, Role.NEED), Role.STANDING: (Role.IF, Role.NEED, Role.MEANS)}[role]

    def check(truth: Truth, why: str) -> bool:
        def is_met(world: World) -> bool:
            return any(
                all(world.met(item) for item in rule.conditions if item.role in before)
                for rule in truth.arguments
                if world.takes_part(rule)
            )

        return truth.every(is_met) and _falls(verdict)(truth, why)

    return check


def _nothing_leads(truth: Truth, more: str | None, why: str | None) -> bool:
    before = BruteForce(truth.case, baseline_scenario(truth.case)).status(truth.name) is Status.ACCEPTED
    none = truth.every(lambda world: not any(map(world.applies, truth.arguments)))
    return none and (not more or before) and (why is None or truth.clauses(why))


def _also_rejected(truth: Truth, why: str | None, number_: int | None) -> bool:
    """All but one argument are rejected, and that one never applies."""
    others = len(truth.arguments) - 1
    only = truth.rejected == others >= 1 and (number_ is None) is (others > 1)
    return only and _some_rejected(truth, why, str(others))


def _some_rejected(truth: Truth, why: str | None, count: str) -> bool:
    none = truth.every(lambda world: not world.accepted(truth.name))
    return none and truth.rejected == number(count.lower()) and (why is None or is_true(truth, why))


def _others_fail(truth: Truth, first: str, count: str | None, why: str | None) -> bool:
    """So many other arguments in use never hold, for what is said of them or either way."""
    used = [rule for rule in truth.arguments if truth.worlds[0].takes_part(rule)]
    failing = [rule for rule in used if not any(world.carries(rule) for world in truth.worlds)]
    others = len(failing) - 1 == len(used) - 1 if count is None else len(failing) > number(count)
    return others and is_true(truth, first) and (why is None or truth.clauses(why))


def _also_apart(truth: Truth, why: str | None, count: str | None) -> bool:
    """So many arguments never apply, though each of their premises is met in some completion."""

    def could_be(item: Condition) -> bool:
        parts = [
            any(world.accepted(part.statement) is not part.negated for world in truth.worlds)
            for part in item.parts
        ]
        return all(parts) or any(world.met(item) for world in truth.worlds)

    apart = [
        rule
        for rule in truth.arguments
        if truth.worlds[0].takes_part(rule)
        and not any(world.applies(rule) for world in truth.worlds)
        and all(map(could_be, rule.conditions))
    ]
    return len(apart) >= (number(count) if count else 1) and (why is None or is_true(truth, why))


def _accepted(truth: Truth) -> bool:
    return truth.every(truth.status_in)


def _premise(truth: Truth, name: str) -> bool:
    return truth.every(lambda world: world.accepted(name)) and _accepted(truth)


LOST = r"(?:: (.*))?"
SENTENCES: tuple[tuple[str, Check], ...] = (
    (
        r"Only an analyst’s arguments are left, which do not count where every argument must hold"
        r"(?:; the other arguments? (is|are) rejected)?",
        only_added,
    ),
    (r"(?:(.*); )?[Tt]he other argument is rejected", lambda truth, why: _also_rejected(truth, why, 1)),
    (r"(?:(.*); )?[Tt]he other arguments are rejected", lambda truth, why: _also_rejected(truth, why, None)),
    (r"(?:(.*); )?(\w+) arguments? (?:is|are) rejected", _some_rejected),
    (
        r"(?:(.*); )?[Ww]hat (?:(?:the other|another) argument needs|(\w+) arguments need) "
        r"cannot be so together(?:: .*)?",
        _also_apart,
    ),
    (rf"Depends on {NAME}{MORE}", _depends),
    (rf"(?:Depends on )?{NAME},? (?:which )?is (no longer|not) argued for, so it could be either", _unargued),
    (r"Depends on (.*), (which is|both|all) uncertain", _uncertain),
    (r"Depends on (.*), (neither|none) of which is settled", _uncertain),
    (rf"(\d+) of (\d+) arguments (?:left|is left|are left|holds?){LOST}", counted),
    (rf"Only (\d+) of (\d+) arguments holds?{LOST}", counted),
    (rf"Neither argument holds{LOST}", lambda truth, rest: counted(truth, "0", "2", rest)),
    (
        rf"None of the (\d+) arguments holds{LOST}",
        lambda truth, total, rest: counted(truth, "0", total, rest),
    ),
    (rf"At (least|most) (\d+) of (\d+) arguments holds?{LOST}", bounded),
    (rf"(?:Only )?(\d+) (?:to|or) (\d+) of (\d+) arguments hold{LOST}", between),
    (r"(?:Its argument fails or is|Its arguments fail or are) overruled, either way", either_way),
    (r"An objection overrules one argument or another", one_or_another),
    (
        r"Its arguments do not hold, either way",
        lambda truth: truth.every(lambda w: not w.accepted(truth.name)),
    ),
    (rf"Its only argument does not hold{LOST}", lambda truth, rest: counted(truth, "0", "1", rest)),
    (r"Its only argument holds", lambda truth: counted(truth, "1", "1")),
    (r"(\d+) of (\d+) arguments holds?; the (?:other is|others are) rejected", others_rejected),
    (r"(\d+) of (\d+) arguments holds?; the (?:other does|others do) not, as (.*)", counted),
    (r"(\d+) of (\d+) arguments holds?; the (?:other does|others do) not hold either way", counted),
    (
        r"(.*); (?:the others?|(\w+) more) (?:fails?, as (.*)|do(?:es)? not hold either way)",
        _others_fail,
    ),
    (r"Both arguments hold", lambda truth: counted(truth, "2", "2")),
    (r"All (\d+) arguments hold", lambda truth, total: counted(truth, total, total)),
    (
        rf"At least (\d+) of (\d+) arguments? holds?; the (other depends|others depend) on {NAME}{MORE}",
        lambda t, a, b, c, d, e: at_least(t, a, b, c, d) and (e is None or at_least(t, a, b, c, e)),
    ),
    (rf"Whatever becomes of {NAME}{MORE}, an argument holds", whatever),
    (
        rf"(An objection overrules|\d+ objections overrule) (it|both arguments|one argument|its arguments){LOST}",
        overruled,
    ),
    (rf"(?:(.*); )?[Hh]ow the advice falls depends on {NAME}{MORE}", _varies),
    (r"(?:(.*); )?[Hh]ow the advice falls is not settled", _unsettled),
    (r"No argument is counted for it", all_rejected(0)),
    (r"Its only argument is rejected", all_rejected(1)),
    (r"All its arguments are rejected", all_rejected(None)),
    (
        r"What (?:its|one) argument needs cannot be so together: .*",
        lambda truth: truth.every(lambda world: not any(map(world.applies, truth.arguments))),
    ),
    (r"(?:One|It) needs only (.*)", enough),
    (r"If (.* \(A\d+\)), (.*)", _sufficient),
    (r"It follows if (.*)", _sufficient),
    (r"(?:.*), as long as these stay as they are: (.*)", _sufficient),
    (rf"If {NAME} holds, this (.*); if it fails, this (.*)", _hinge),
    (r"Nothing calls for it any more: (.*)", _falls(Verdict.NOT_NEEDED)),
    (r"Still needed, but it can no longer work: (.*)", _falls_for_want_of(Role.MEANS, Verdict.NOT_WORKABLE)),
    (
        r"Needed and workable, but not theirs to do: (.*)",
        _falls_for_want_of(Role.STANDING, Verdict.NO_STANDING),
    ),
    (r"No argument is left: (.*)", _falls(Verdict.UNSUPPORTED)),
    (r"It is addressed to all", lambda truth: True),
    (r"Here every argument must hold", lambda truth: truth.scenario.reading is Reading.EVERY_ARGUMENT),
    (rf"Nothing leads to it( any more)?{LOST}", _nothing_leads),
    (
        r"(?:There is an argument for it|There is a reason to act|It (?:can work|is theirs to do|follows|is needed).*)",
        _accepted,
    ),
    (r"Text of (\w+)", _premise),
)


def is_true(truth: Truth, text: str) -> bool:
    """Whether a sentence is so in every completion; one that cannot be read fails the test."""
    for pattern, check in SENTENCES:
        if match := re.fullmatch(pattern, text):
            return check(truth, *match.groups())
    return truth.clauses(text)
