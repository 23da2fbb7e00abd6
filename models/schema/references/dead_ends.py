"""What the rules of a case come to: loops, what none leads to or uses, two that say the same, and what tests name."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from models.schema.problem import pattern, phrase
from models.schema.references.parts import (
    Defect,
    Parts,
    Place,
    kind_of,
    linked_names,
    name_of,
    targets_of,
    unknown,
)
from models.schema.references.slips import joined

_TOLD = {
    "then": pattern("The rule {name} leads to {target} from the same premises as {other}."),
    "opposes": pattern("The rule {name} opposes {target} from the same premises as {other}."),
}


def loops(parts: Parts) -> Iterator[Defect]:
    """Each loop that rules form, with how to say what is meant."""
    for loop in parts.loops:
        joins = {(loop[i], loop[i + 1]) for i in range(len(loop) - 1)}
        place = next(parts.rules[n][0] for n, found in enumerate(parts.joins) if found & joins)
        what = phrase("These rules form a loop: {loop}.", loop=" → ".join(loop))
        remedy = phrase("Break it, or state it under `feedback`, which runs in steps.")
        if any(_excludes(parts, n, joins) for n in range(len(parts.rules))):
            remedy = phrase(
                "If they exclude each other, say so by a link between the assumptions behind them (`one-of`), or by an "
                "objection to each from what speaks against it. What feeds back stands under `feedback`."
            )
        yield Defect(place, loop[0], what, remedy, loop=tuple(loop))


def _excludes(parts: Parts, at: int, joins: Collection[tuple[str, str]]) -> bool:
    """Whether a rule takes part in a loop by what must not be so, or as an objection."""
    _, rule = parts.rules[at]
    negated = {text.removeprefix("not ") for _, text in parts.premises(rule) if text.startswith("not ")}
    return any(join in joins and (rule.get("opposes") or join[0] in negated) for join in parts.joins[at])


def dead_ends(parts: Parts) -> Iterator[Defect]:
    """What no rule leads to, and assumptions that no rule uses."""
    # A name that leads nowhere and a loop are told as such; what follows from them is not told again.
    reachable = {*parts.assumptions, *(name for loop in parts.loops for name in loop)}
    asked = [(_meant(parts, targets_of(rule)), parts.required(rule)) for _, rule in parts.rules]
    grown = True
    while grown:
        grown = False
        for targets, wanted in asked:
            for target in targets:
                if target not in reachable and _can_apply(parts, wanted, reachable):
                    reachable.add(target)
                    grown = True
    for name, (place, item) in parts.statements.items():
        if name not in reachable:
            advice = name in parts.recommendations
            what = phrase(
                "{word} is never accepted: no rule leads to it from the assumptions.",
                word=item.get("code", name),
            )
            yield Defect(
                place, name, what, phrase("Add a rule that supports it."), fatal=False, odd=not advice
            )
    used = _with_linked(parts, set().union(*(parts.mentioned(rule) for _, rule in parts.rules)))
    for name in parts.assumptions:
        if name not in used:
            place, item = parts.statements[name]
            what = phrase(
                "No rule uses the assumption {word}, so toggling it changes nothing.",
                word=item.get("code", name),
            )
            yield Defect(
                place,
                name,
                what,
                phrase("Use it in a rule, or keep it only to be talked about."),
                fatal=False,
                odd=True,
            )


def _meant(parts: Parts, targets: Iterable[str]) -> list[str]:
    """What a rule concludes, under ids: a code, several names or a misspelled one are told as such, and only once."""
    found: list[str] = []
    for target in targets:
        names = [target] if target in parts.statements else joined(target, parts.codes)[1]
        found += [name if name in parts.statements else parts.closest(name) for name in names]
    return found


def _with_linked(parts: Parts, used: set[str]) -> set[str]:
    """The used names with those that a link ties to them, near or far: toggling these settles others."""
    waiting = [
        {
            text.removeprefix("not ")
            for text in (*linked_names(link), link.get("then"))
            if isinstance(text, str)
        }
        for _, link in parts.items("links")
    ]
    while any(names & used for names in waiting):
        used = used.union(*(names for names in waiting if names & used))
        waiting = [names for names in waiting if not names <= used]
    return used


def _can_apply(parts: Parts, wanted: list[tuple[int, list[str]]], reachable: Collection[str]) -> bool:
    """Whether enough of a rule's premises can be met, negated ones and names that lead nowhere taken as met."""
    return all(
        sum(text not in parts.statements or text in reachable for text in texts) >= min(least, len(texts))
        for least, texts in wanted
    )


def alike(parts: Parts) -> Iterator[Defect]:
    """Rules that rest on the same as an earlier one, and conclude or oppose the same."""
    seen: dict[Any, str] = {}
    for place, rule in parts.rules:
        key = next((key for key in _TOLD if isinstance(rule.get(key), str)), "")
        rests_on = parts.rests_on(rule)
        if not key or not rests_on:
            continue
        said = (key, rule[key], rests_on)
        if said in seen:
            what = phrase(_TOLD[key], name=name_of(rule), target=rule[key], other=seen[said])
            remedy = phrase("Keep one of them, or add the premise in which they differ.")
            yield Defect(place, name_of(rule), what, remedy, fatal=False, odd=True)
        seen.setdefault(said, name_of(rule))


def tested(parts: Parts) -> Iterator[Defect]:
    """What tests name that is not there."""
    rules = [name_of(rule) for _, rule in parts.rules]
    for place, test in parts.items("tests"):
        for key, known, what in (
            ("set", parts.assumptions, "assumption"),
            ("expect", parts.recommendations, "recommendation"),
        ):
            names = [*known, *known.values()]
            entries = test.get(key)
            for name in entries if isinstance(entries, Mapping) else ():
                if name not in names:
                    yield _tested_amiss(parts, (*place, key, name), test, what, str(name), names)
        aside = test.get("aside")
        for index, name in enumerate(aside if isinstance(aside, list | tuple) else ()):
            if name not in rules:
                yield unknown(parts, (*place, "aside", index), test, "rule", str(name), rules, fatal=False)


def _tested_amiss(
    parts: Parts, place: Place, test: Mapping[str, Any], what: str, name: str, names: list[str]
) -> Defect:
    """What a test sets or expects and cannot: another kind of statement, or none."""
    found = parts.codes.get(name, name)
    if found not in parts.statements:
        return unknown(parts, place, test, what, name, names, fatal=False)
    told = phrase("{name} is {kind}: a test cannot set it.", name=name, kind=kind_of(parts, found))
    remedy = phrase("Set assumptions that it depends on; what becomes of advice stands under `expect`.")
    if what != "assumption":
        told = phrase(
            "{name} is {kind}: a test expects verdicts of advice alone.",
            name=name,
            kind=kind_of(parts, found),
        )
        remedy = phrase("Expect what becomes of a recommendation; assumptions stand under `set`.")
    return Defect(place, name_of(test), told, remedy, fatal=False)
