"""What can be wrong between the parts of a case: names that lead nowhere, duplicates, loops, dead ends.

Works on plain data, half-broken data included, so that a reader of files can report everything at once.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter
from typing import Any

from models.schema.links import Clause, a_setting, clauses_of
from models.schema.slips import meant, mentioned, unseen

Place = tuple[str | int, ...]
PREMISE_KEYS = ("if", "need", "means", "standing")
PLAIN = 2
"""How long the place of a plain premise is inside its rule; one in a choice has a longer one."""
CHOICE_KEYS = ("any", "of")
LINK_KEYS = ("one-of", "at-most-one", "if")
STATEMENT_LISTS = ("assumptions", "findings", "recommendations")
WITH_IDS = ("models", "links", "rules", "background", "concessions", "feedback", "coherence")
WITH_PARAGRAPHS = (*STATEMENT_LISTS, "links", "background", "concessions", "rules", "feedback")


@dataclass(frozen=True)
class Defect:
    """One thing wrong between parts: its place in the data, the item, what, and what to do.

    `fatal` defects keep a case from being evaluated; `odd` ones are worth no more than a remark.
    """

    place: Place
    item: str
    what: str
    remedy: str
    fatal: bool = True
    odd: bool = False


def defects(data: Mapping[str, Any], *, all_seen: bool = False) -> tuple[Defect, ...]:
    """Every defect of a case given as plain data (the keys of `case.yaml`), in reading order.

    Where it is known that `all_seen` is true of its letters, none is looked for that nobody can see.
    """
    parts = _Parts(data)
    found = [
        *_duplicates(parts),
        *(() if all_seen else _unseen(parts)),
        *_paragraphs(parts),
        *_unknown_models(parts),
        *_rule_references(parts),
        *_other_references(parts),
        *_argued_by(parts),
        *_links(parts),
        *_loops(parts),
        *_dead_ends(parts),
        *_tests(parts),
    ]
    return tuple(found)


def suggestion(word: str, known: Iterable[str]) -> str:
    """ "Did you mean …?" if something known is close, else nothing."""
    from difflib import get_close_matches  # for the unlucky only

    close = get_close_matches(word, [str(name) for name in known], n=1, cutoff=0.6)
    return f"Did you mean {close[0]}?" if close else ""


class _Parts:
    """The usable items of a case's data: mappings only, under their places."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        self.data = data
        self.patience = 100_000
        self.models = [item.get("id") for _, item in self.items("models")]
        self.statements = {
            str(item["id"]): (place, item)
            for section in STATEMENT_LISTS
            for place, item in self.items(section)
            if "id" in item
        }
        self.assumptions = self._names("assumptions")
        self.recommendations = self._names("recommendations")
        self.codes = {str(item.get("code")): name for name, (_, item) in self.statements.items()}
        self.rules = list(self.items("rules"))
        self._premises: dict[int, list[tuple[Place, str]]] = {}
        self.findings = self._names("findings")
        argued = ((item, place) for place, item in self.items("assumptions"))
        self.argued = {
            str(item.get("id")): [name for _, name in _listed(item, "argued-by", ())] for item, _ in argued
        }
        self.joins = [_joins(rule, self.premises(rule)) for _, rule in self.rules]
        self.loops = _cycles(self.joins, self.argued)

    def items(self, section: str) -> Iterator[tuple[Place, Mapping[str, Any]]]:
        entries = self.data.get(section) or ()
        if isinstance(entries, list | tuple):
            for index, item in enumerate(entries):
                if isinstance(item, Mapping):
                    yield (section, index), item

    def premises(self, rule: Mapping[str, Any]) -> list[tuple[Place, str]]:
        """The premises of an item of this data, each with its place inside it."""
        known = self._premises.get(id(rule))
        if known is None:
            known = self._premises[id(rule)] = list(premises(rule))
        return known

    def suggestion(self, word: str, known: Iterable[Any]) -> str:
        """A suggestion as long as patience lasts, so that a huge and broken file is told of in seconds."""
        names = list(known)
        self.patience -= len(names)
        return suggestion(word, names) if self.patience > 0 else ""

    def _names(self, section: str) -> dict[str, str]:
        return {str(item["id"]): str(item.get("code", "")) for _, item in self.items(section) if "id" in item}


def premises(rule: Mapping[str, Any]) -> Iterator[tuple[Place, str]]:
    """The premises of a rule in plain data, those of choices too, each with its place inside the rule."""
    for place, form in _forms(rule):
        if isinstance(form, str):
            yield place, form
        for key in CHOICE_KEYS:
            yield from ((part, text) for part, text in _listed(form, key, place) if isinstance(text, str))


def _forms(rule: Mapping[str, Any]) -> Iterator[tuple[Place, Any]]:
    for key in PREMISE_KEYS:
        yield from _listed(rule, key, ())


def _listed(data: Any, key: str, place: Place) -> Iterator[tuple[Place, Any]]:
    """The entries of a list in plain data, each with its place."""
    entries = data.get(key) if isinstance(data, (dict, Mapping)) else None
    if isinstance(entries, list | tuple):
        yield from (((*place, key, index), entry) for index, entry in enumerate(entries))


def required(rule: Mapping[str, Any]) -> Iterator[tuple[int, list[str]]]:
    """What a rule asks for: how many must be met of the premises listed."""
    for place, form in _forms(rule):
        if isinstance(form, str):
            yield 1, [form]
        else:
            parts = [text for key in CHOICE_KEYS for _, text in _listed(form, key, place)]
            least = form.get("at-least", 1) if isinstance(form, Mapping) else 1
            yield least if isinstance(least, int) else 1, [text for text in parts if isinstance(text, str)]


def _duplicates(parts: _Parts) -> Iterator[Defect]:
    for sections, key in (
        (STATEMENT_LISTS, "id"),
        (STATEMENT_LISTS, "code"),
        *(((section,), "id") for section in WITH_IDS),
    ):
        seen: dict[Any, Place] = {}
        for section in sections:
            for place, item in parts.items(section):
                name = item.get(key)
                if not isinstance(name, str):
                    continue
                if name in seen:
                    what = f"The {key} {name} is used twice."
                    yield Defect((*place, key), name, what, f"Give each item its own {key}.")
                seen.setdefault(name, place)
    for place, rule in parts.rules:
        if _name(rule) in parts.statements:
            what = f"The rule has the id of a statement, {_name(rule)}."
            remedy = "Give it an id of its own, so that notes and rejections cannot mean either."
            yield Defect((*place, "id"), _name(rule), what, remedy, fatal=False)


def _unseen(parts: _Parts) -> Iterator[Defect]:
    for place, sign in unseen(parts.data):
        section, at = parts.data.get(str(place[0])), place[1] if len(place) > 1 else None
        item = section[at] if isinstance(section, list) and isinstance(at, int) else None
        what = f"A text has a control character ({sign}), which nobody can see."
        yield Defect(
            place, _name(item) if isinstance(item, Mapping) else "", what, "Type the text again.", fatal=False
        )


def _paragraphs(parts: _Parts) -> Iterator[Defect]:
    source = parts.data.get("source")
    last = source.get("paragraphs") if isinstance(source, Mapping) else None
    if not isinstance(last, int):
        return
    for section in WITH_PARAGRAPHS:
        for place, item in parts.items(section):
            cited = item.get("paragraphs")
            for number in cited if isinstance(cited, list | tuple) else ():
                if isinstance(number, int) and number > last:
                    what = f"Paragraph {number} is cited, but the source has {last}."
                    remedy = f"Cite a paragraph from 1 to {last}."
                    yield Defect((*place, "paragraphs"), _name(item), what, remedy, fatal=False)


def _unknown_models(parts: _Parts) -> Iterator[Defect]:
    for place, item in parts.statements.values():
        model = item.get("model")
        if isinstance(model, str) and parts.models and model not in parts.models:
            yield _unknown(parts, (*place, "model"), item, "model", model, parts.models)


def _rule_references(parts: _Parts) -> Iterator[Defect]:
    concluded = [name for name in parts.statements if name not in parts.assumptions]
    for place, rule in parts.rules:
        yield from _premise_references(parts, place, rule)
        yield from _choices(place, rule)
        for key in ("then", "opposes"):
            target = rule.get(key)
            if not isinstance(target, str):
                continue
            if target in parts.assumptions:
                what = f"The assumption {target} cannot be concluded: it is toggled."
                yield Defect((*place, key), _name(rule), what, "Conclude a finding or a recommendation.")
            elif target.startswith("not ") and target.removeprefix("not ") in concluded:
                what = "A rule cannot conclude that something is not so."
                remedy = f"Name {target.removeprefix('not ')}, under `opposes` if the rule speaks against it."
                yield Defect((*place, key), _name(rule), what, remedy)
            elif target not in concluded:
                yield _unknown(parts, (*place, key), rule, "finding or recommendation", target, concluded)
            sorted_keys = [name for name in PREMISE_KEYS[1:] if rule.get(name)]
            if sorted_keys and target in concluded and target not in parts.recommendations:
                what = (
                    f"`{sorted_keys[0]}` sorts the premises of a recommendation, and {target} is a finding."
                )
                yield Defect(
                    (*place, sorted_keys[0]), _name(rule), what, "Use `if` here.", fatal=False, odd=True
                )


def _premise_references(parts: _Parts, place: Place, item: Mapping[str, Any]) -> Iterator[Defect]:
    texts = parts.premises(item)
    counts = Counter(text for place, text in texts if len(place) == PLAIN)
    for inner, text in texts:
        name = text.removeprefix("not ")
        if name not in parts.statements:
            yield _unknown(parts, (*place, *inner), item, "statement", name, parts.statements, text=text)
        if f"not {text}" in counts and text in counts:
            what = f"{name} is both required and excluded, so this can never apply."
            yield Defect(
                (*place, *inner), _name(item), what, "Correct one of the two.", fatal=False, odd=True
            )
    for text, count in counts.items():
        if count > 1:
            what = f"The premise {text} is given {count} times."
            yield Defect(place, _name(item), what, "Keep one.", fatal=False, odd=True)


def _choices(place: Place, rule: Mapping[str, Any]) -> Iterator[Defect]:
    """What is odd about the choices among a rule's premises."""
    for inner, form in _forms(rule):
        if not isinstance(form, Mapping):
            continue
        parts = [text for key in CHOICE_KEYS for _, text in _listed(form, key, ()) if isinstance(text, str)]
        least = form.get("at-least", 1)
        if isinstance(least, int) and least > len(parts) > 0:
            what = (
                f"At least {least} are asked for, but only {len(parts)} are listed, so this can never apply."
            )
            yield Defect((*place, *inner), _name(rule), what, "Lower the number, or list more.", fatal=False)
        elif least == len(parts) and not isinstance(least, bool):
            what = "All of what is listed here must be met, so this is no choice."
            remedy = "Write them as premises of their own."
            yield Defect((*place, *inner), _name(rule), what, remedy, fatal=False, odd=True)
        for text, count in Counter(parts).items():
            if count > 1:
                what = f"The premise {text} is given {count} times in one choice, and counts as often."
                yield Defect((*place, *inner), _name(rule), what, "Keep one.", fatal=False, odd=True)


def _other_references(parts: _Parts) -> Iterator[Defect]:
    for section in ("feedback", "coherence"):
        for place, item in parts.items(section):
            yield from _premise_references(parts, place, item)
    for inner, name in _listed(parts.data, "short-walk", ()):
        if name not in parts.statements:
            yield _unknown(parts, inner, {"id": "short-walk"}, "statement", str(name), parts.statements)
    for place, loop in parts.items("feedback"):
        advice = loop.get("unless-followed")
        if isinstance(advice, str) and advice not in parts.recommendations:
            yield _unknown(
                parts, (*place, "unless-followed"), loop, "recommendation", advice, parts.recommendations
            )
        stances = loop.get("sets")
        for name in stances if isinstance(stances, Mapping) else ():
            if name not in parts.assumptions:
                yield _unknown(
                    parts, (*place, "sets", name), loop, "assumption", str(name), parts.assumptions
                )


def _argued_by(parts: _Parts) -> Iterator[Defect]:
    for place, item in parts.items("assumptions"):
        for inner, name in _listed(item, "argued-by", ()):
            if isinstance(name, str) and name not in parts.findings:
                yield _unknown(parts, (*place, *inner), item, "finding", name, parts.findings)
        if item.get("baseline") == "as-argued" and not item.get("argued-by"):
            what = f"{item.get('code', _name(item))} is taken as argued, but no finding argues for it."
            yield Defect((*place, "baseline"), _name(item), what, "Name findings in `argued-by`.")


def _links(parts: _Parts) -> Iterator[Defect]:
    clauses: list[Clause] = []
    for place, link in parts.items("links"):
        listed = [entry for key in LINK_KEYS for entry in _listed(link, key, ())]
        listed += [(("then",), link["then"])] if isinstance(link.get("then"), str) else []
        for inner, text in listed:
            name = text.removeprefix("not ") if isinstance(text, str) else ""
            if name and name not in parts.assumptions:
                yield _unknown(parts, (*place, *inner), link, "assumption", name, parts.assumptions)
                return
        one_of, at_most_one, if_ = (
            [t for _, t in _listed(link, key, ()) if isinstance(t, str)] for key in LINK_KEYS
        )
        then = link.get("then")
        clauses += clauses_of(one_of, at_most_one, if_, then if isinstance(then, str) else None)
    if clauses and a_setting(clauses, {}) is None:
        remedy = "Correct one of them."
        yield Defect(("links",), "", "No setting of the assumptions is possible beside all links.", remedy)
    elif clauses:
        stances = {str(item.get("id")): item.get("baseline") for _, item in parts.items("assumptions")}
        settled = {
            name: stance == "holds" for name, stance in stances.items() if stance in ("holds", "fails")
        }
        linked = {name: held for name, held in settled.items() if any(name in dict(c) for c in clauses)}
        if a_setting(clauses, linked) is None:
            what = "The baseline takes the assumptions in a way that the links rule out."
            yield Defect(("links",), "", what, "Change a `baseline`, or a link.")


def _loops(parts: _Parts) -> Iterator[Defect]:
    for loop in parts.loops:
        joins = {(loop[i], loop[i + 1]) for i in range(len(loop) - 1)}
        place = next(parts.rules[n][0] for n, found in enumerate(parts.joins) if found & joins)
        what = f"These rules form a loop: {' → '.join(loop)}."
        remedy = "Break it, or state it under `feedback`, which runs in rounds."
        if any(_excludes(parts, n, joins) for n in range(len(parts.rules))):
            remedy = (
                "If they exclude each other, say so by a link between the assumptions behind them (`one-of`), or by an "
                "objection to each from what speaks against it. What feeds back stands under `feedback`."
            )
        yield Defect(place, loop[0], what, remedy)


def _excludes(parts: _Parts, at: int, joins: Collection[tuple[str, str]]) -> bool:
    """Whether a rule takes part in a loop by what must not be so, or as an objection."""
    _, rule = parts.rules[at]
    negated = {text.removeprefix("not ") for _, text in parts.premises(rule) if text.startswith("not ")}
    return any(join in joins and (rule.get("opposes") or join[0] in negated) for join in parts.joins[at])


def _cycles(joins: Iterable[set[tuple[str, str]]], argued: Mapping[str, list[Any]]) -> list[list[str]]:
    """Loops among the rules and what argues for assumptions, each broken before the next is looked for.

    The first ten tell enough.
    """
    edges = {
        name: {item for item in found if isinstance(item, str)} for name, found in argued.items() if found
    }
    for found in joins:
        for name, target in found:
            edges.setdefault(target, set()).add(name)
    loops: list[list[str]] = []
    while len(loops) < 10:
        try:
            TopologicalSorter(edges).prepare()
        except CycleError as error:
            loop = list(error.args[1])
            edges[loop[1]].discard(loop[0])
            loops.append(loop)
        else:
            break
    return loops


def _joins(rule: Mapping[str, Any], rests_on: Iterable[tuple[Place, str]]) -> set[tuple[str, str]]:
    target = rule.get("then") or rule.get("opposes")
    if not isinstance(target, str):
        return set()
    return {(text.removeprefix("not "), target) for _, text in rests_on}


def _dead_ends(parts: _Parts) -> Iterator[Defect]:
    # A name that leads nowhere and a loop are told as such; what follows from them is not told again.
    reachable = {*parts.assumptions, *(name for loop in parts.loops for name in loop)}
    asked = [(_targets(rule), list(required(rule))) for _, rule in parts.rules]
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
            what = f"{item.get('code', name)} is never accepted: no rule leads to it from the assumptions."
            yield Defect(place, name, what, "Add a rule that supports it.", fatal=False, odd=not advice)
    used = _with_linked(parts, set().union(*(mentioned(rule, parts.codes) for _, rule in parts.rules)))
    for name in parts.assumptions:
        if name not in used:
            place, item = parts.statements[name]
            what = f"No rule uses the assumption {item.get('code', name)}, so toggling it changes nothing."
            yield Defect(
                place,
                name,
                what,
                "Use it in a rule, or keep it only to be talked about.",
                fatal=False,
                odd=True,
            )


def _with_linked(parts: _Parts, used: set[str]) -> set[str]:
    """The used names with those that a link ties to them, near or far: toggling these settles others."""
    waiting = [
        {
            text.removeprefix("not ")
            for text in (*_linked_names(link), link.get("then"))
            if isinstance(text, str)
        }
        for _, link in parts.items("links")
    ]
    while any(names & used for names in waiting):
        used = used.union(*(names for names in waiting if names & used))
        waiting = [names for names in waiting if not names <= used]
    return used


def _linked_names(link: Mapping[str, Any]) -> Iterator[Any]:
    return (entry for key in LINK_KEYS for _, entry in _listed(link, key, ()))


def _targets(rule: Mapping[str, Any]) -> list[str]:
    then = rule.get("then")
    return [name for name in (then if isinstance(then, list) else (then,)) if isinstance(name, str)]


def _can_apply(parts: _Parts, wanted: list[tuple[int, list[str]]], reachable: Collection[str]) -> bool:
    """Whether enough of a rule's premises can be met, negated ones and names that lead nowhere taken as met."""
    return all(
        sum(text not in parts.statements or text in reachable for text in texts) >= min(least, len(texts))
        for least, texts in wanted
    )


def _tests(parts: _Parts) -> Iterator[Defect]:
    rules = [_name(rule) for _, rule in parts.rules]
    for place, test in parts.items("tests"):
        for key, known, what in (
            ("set", parts.assumptions, "assumption"),
            ("expect", parts.recommendations, "recommendation"),
        ):
            names = [*known, *known.values()]
            entries = test.get(key)
            for name in entries if isinstance(entries, Mapping) else ():
                if name not in names:
                    yield _unknown(parts, (*place, key, name), test, what, str(name), names, fatal=False)
        aside = test.get("aside")
        for index, name in enumerate(aside if isinstance(aside, list | tuple) else ()):
            if name not in rules:
                yield _unknown(parts, (*place, "aside", index), test, "rule", str(name), rules, fatal=False)


def _unknown(
    parts: _Parts,
    place: Place,
    item: Mapping[str, Any],
    what: str,
    name: str,
    known: Iterable[Any],
    *,
    text: str = "",
    fatal: bool = True,
) -> Defect:
    names = list(known)
    remedy = meant(text or name, parts.codes, dict.fromkeys(names)) or parts.suggestion(name, names)
    remedy = remedy or "Use one that this case has."
    told = f"{name} is a code, not an id." if name in parts.codes else f"There is no {what} {name}."
    return Defect(place, _name(item), told, remedy, fatal=fatal)


def _name(item: Mapping[str, Any]) -> str:
    return str(item.get("id", ""))
