"""How sentences on the number of arguments that hold, and on what overrules them, are held against the completions."""

import re
from collections.abc import Callable

from models.schema.grades import Kind, Reading
from tests.models.engine.brute_force import RANKS
from tests.models.language.truth import NAME, Truth

Check = Callable[..., bool]


def counted(truth: Truth, holding: str, total: str, rest: str | None = None) -> bool:
    same = len(truth.arguments) == int(total) and truth.every(
        lambda world: truth.carrying(world) == int(holding)
    )
    return same and (rest is None or truth.lost(rest))


def others_rejected(truth: Truth, holding: str, total: str) -> bool:
    return counted(truth, holding, total) and truth.rejected == int(total) - int(holding)


def at_least(truth: Truth, least: str, total: str, others: str, on: str) -> bool:
    unsettled = [
        rule
        for rule in truth.arguments
        if not truth.every(lambda world, rule=rule: world.carries(rule))  # type: ignore[misc]
    ]
    return (
        len(truth.arguments) == int(total)
        and truth.between() == (int(least), int(total))
        and len(unsettled) == int(total) - int(least)
        and (len(unsettled) == 1) is (others == "other depends")
        and any(truth.matters(on, lambda world, rule=rule: world.carries(rule)) for rule in unsettled)  # type: ignore[misc]
    )


def whatever(truth: Truth, first: str, second: str | None) -> bool:
    return truth.every(truth.status_in) and truth.every(lambda world: truth.carrying(world) > 0)


def overruled(truth: Truth, subject: str, object_: str, rest: str | None) -> bool:
    """So many objections apply in every completion, and no argument that they are said to overrule holds in any."""
    used = [rule for rule in truth.arguments if rule.id not in truth.scenario.set_aside]
    against = [
        rule
        for rule in truth.case.rules
        if rule.opposes == truth.name and truth.every(lambda world, rule=rule: world.applies(rule))  # type: ignore[misc]
    ]
    beating = [rule for rule in against if any(RANKS[rule.strength] >= RANKS[one.strength] for one in used)]
    outweighed = [one for one in used if any(RANKS[rule.strength] >= RANKS[one.strength] for rule in beating)]
    wanted = 1 if subject == "An objection overrules" else int(subject.split()[0])
    many = {"it": len(used) == 1, "both arguments": len(used) == len(outweighed) == 2}.get(object_, True)
    none = truth.every(lambda world: not any(map(world.carries, outweighed)))
    return (
        len(beating) >= wanted
        and many
        and none
        and bool(outweighed)
        and (rest is None or truth.clauses(rest))
    )


def enough(truth: Truth, listed: str) -> bool:
    """One argument holds wherever the named stances stay."""
    fixed = truth.fixed(re.findall(NAME, listed))
    return any(all(world.carries(rule) for world in fixed.worlds) for rule in truth.arguments)


def bounded(truth: Truth, how: str, bound: str, total: str, rest: str | None = None) -> bool:
    ends = (int(bound), int(total)) if how == "least" else (0, int(bound))
    counted = truth.between() == ends and len(truth.arguments) == int(total)
    return counted and (rest is None or truth.lost(rest))


def between(truth: Truth, least: str, most: str, total: str, rest: str | None = None) -> bool:
    counted = truth.between() == (int(least), int(most)) and len(truth.arguments) == int(total)
    return counted and (rest is None or truth.lost(rest))


def either_way(truth: Truth) -> bool:
    return truth.every(lambda world: not truth.carrying(world)) and any(map(truth.beaten, truth.worlds))


def one_or_another(truth: Truth) -> bool:
    return truth.every(lambda world: truth.beaten(world) > 0)


def only_added(truth: Truth, rejected: str | None) -> bool:
    aside, added = truth.scenario.set_aside, truth.scenario.added
    rules = [rule for rule in truth.case.rules if rule.then == truth.name and rule.id not in aside]
    used = [rule for rule in rules if added or rule.kind is not Kind.ADDED]
    every = truth.scenario.reading is Reading.EVERY_ARGUMENT
    others = len(truth.arguments) == truth.rejected == (1 if rejected == "is" else truth.rejected)
    said = others and bool(rejected) is (truth.rejected > 0)
    return every and said and bool(used) and all(rule.kind is Kind.ADDED for rule in used)


def all_rejected(number_: int | None) -> Check:
    def check(truth: Truth) -> bool:
        in_use = len(truth.arguments) - truth.rejected
        return in_use == 0 and (number_ is None or len(truth.arguments) == number_)

    return check
