"""Small cases built in Python: by hand for single claims, at random for laws."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from hypothesis import strategies as st

from models.schema.case import Case
from models.schema.grades import Reading, Stance, Strength
from models.schema.references import premises
from models.schema.scenario import Scenario, baseline_scenario, revised, with_stances
from models.schema.steps.link_steps import contradictions
from models.store.border import validated

SETTINGS = (Stance.HOLDS, Stance.FAILS, Stance.UNCERTAIN)
SECTIONS = {"a": "assumptions", "f": "findings", "r": "recommendations"}


def rule(name: str, **keys: Any) -> dict[str, Any]:
    """A rule by its keys; premises may be given as words in one string.

    There `-x` is `not x`, `x|y` is any of them, and `2:x|y|z` at least two of them.
    """
    for key in ("if", "need", "means", "standing"):
        if key in keys:
            keys[key] = [_premise(word) for word in keys[key].split()]
    return {"id": name, "kind": "stated", "paragraphs": [1], "because": f"Rule {name}.", **keys}


def _premise(word: str) -> str | dict[str, Any]:
    least, _, listed = word.rpartition(":")
    parts = [part.replace("-", "not ") for part in listed.split("|")]
    if least:
        return {"at-least": int(least), "of": parts}
    return {"any": parts} if len(parts) > 1 else parts[0]


def link(name: str, **keys: Any) -> dict[str, Any]:
    """A link by its keys, `one_of` and so on; what it links may be given as words in one string, `-x` for `not x`."""
    written = {key.strip("_").replace("_", "-"): words.replace("-", "not ") for key, words in keys.items()}
    listed = {key: words if key == "then" else _words(words) for key, words in written.items()}
    return {"id": name, "because": f"Link {name}.", "paragraphs": [1], **listed}


def _words(text: str) -> list[str]:
    return [word.replace("not_", "not ") for word in text.replace("not ", "not_").split()]


def small_case(
    *rules: dict[str, Any],
    statements: str,
    uncertain: str = "",
    fails: str = "",
    links: Sequence[dict[str, Any]] = (),
    argued: Mapping[str, str] | None = None,
) -> Case:
    """A case of statements a…, f… and r…; assumptions hold in its baseline unless said otherwise.

    Those under `argued` are taken as argued by the findings named in a string.
    """
    baseline = dict.fromkeys(argued or {}, "as-argued")
    baseline |= dict.fromkeys(uncertain.split(), "uncertain") | dict.fromkeys(fails.split(), "fails")
    data: dict[str, Any] = {
        "schema": 2,
        "id": "small",
        "version": "1",
        "title": "Small",
        "language": "en",
        "source": {"author": "A", "title": "T", "year": 2026, "paragraphs": 9},
        "models": [{"id": "m", "title": "M"}],
        "rules": list(rules),
        "links": list(links),
        "assumptions": [],
        "findings": [],
        "recommendations": [],
    }
    for name in statements.split():
        item = {"id": name, "code": name.upper(), "model": "m", "text": f"Text of {name}", "paragraphs": [1]}
        if name[0] == "a":
            item |= {"kind": "stated", "baseline": baseline.get(name, "holds")}
            if argued and name in argued:
                item["argued-by"] = argued[name].split()
        if name[0] == "r":
            item |= {"addressee": "all"}
        data[SECTIONS[name[0]]].append(item)
    return validated(Case, data)


def setting(
    case: Case,
    *,
    reading: Reading = Reading.ONE_ARGUMENT,
    added: bool = False,
    aside: Sequence[str] = (),
    **stances: str,
) -> Scenario:
    """A scenario that starts from the case's baseline."""
    scenario = with_stances(baseline_scenario(case), {name: Stance(word) for name, word in stances.items()})
    return revised(scenario, reading=reading, added=added, set_aside=tuple(aside))


@dataclass(frozen=True)
class Drawn:
    """A random case and a random scenario of it."""

    case: Case
    scenario: Scenario


def drawn_settings(*, linked: bool = False) -> st.SearchStrategy[Drawn]:
    """Small acyclic cases with negation, choices, strengths, roles and added rules, set in any way that is possible.

    Some have links between assumptions, or all if they are to be `linked`, and assumptions that findings argue for.
    """
    possible = drawn_stances(linked=linked).filter(
        lambda drawn: not contradictions(drawn.case, drawn.scenario)
    )
    return possible.filter(lambda drawn: bool(drawn.case.links)) if linked else possible


@st.composite
def drawn_stances(draw: st.DrawFn, extras: bool = True, linked: bool = False) -> Drawn:
    """The same, also set in ways that links rule out."""
    assumptions = [f"a{number}" for number in range(1, draw(st.integers(1, 5)) + 1)]
    findings = [f"f{number}" for number in range(1, draw(st.integers(0, 3)) + 1)]
    advice = [f"r{number}" for number in range(1, draw(st.integers(1, 2)) + 1)]
    names = [*assumptions, *findings, *advice]
    rules = [_drawn_rule(draw, index, names, len(assumptions)) for index in range(draw(st.integers(1, 9)))]
    argued = _drawn_arguing(draw, rules, assumptions, findings)
    some = st.lists(_drawn_links(assumptions), min_size=int(linked), max_size=2)
    links = draw(some if linked else st.one_of(st.just([]), some)) if extras else []
    stances = {
        name: st.sampled_from([stance.value for stance in (Stance if name in argued else SETTINGS)])
        for name in assumptions
    }
    baseline = {name: draw(stances[name]) for name in assumptions}
    try:
        case = _drawn_case(rules, names, baseline, links, argued)
    except ValueError:  # the links rule out what was drawn
        case = _drawn_case(rules, names, baseline, [], argued)
    aside = draw(st.sets(st.sampled_from([item["id"] for item in rules]), max_size=2))
    scenario = setting(
        case,
        reading=draw(st.sampled_from(Reading)),
        added=draw(st.booleans()),
        aside=[item["id"] for item in rules if item["id"] in aside],
        **{name: draw(stances[name]) for name in assumptions},
    )
    return Drawn(case, scenario)


def _drawn_case(
    rules: list[dict[str, Any]],
    names: list[str],
    baseline: Mapping[str, str],
    links: list[dict[str, Any]],
    argued: Mapping[str, str],
) -> Case:
    return small_case(
        *rules,
        statements=" ".join(names),
        uncertain=" ".join(name for name, stance in baseline.items() if stance == "uncertain"),
        fails=" ".join(name for name, stance in baseline.items() if stance == "fails"),
        links=[item | {"id": f"l{index}"} for index, item in enumerate(links)],
        argued=argued,
    )


def _drawn_arguing(
    draw: st.DrawFn, rules: list[dict[str, Any]], assumptions: list[str], findings: list[str]
) -> dict[str, str]:
    """A finding that argues for one assumption, if there is one that does not rest on it."""
    if not findings or not draw(st.booleans()):
        return {}
    name, finding = draw(st.sampled_from(assumptions)), draw(st.sampled_from(findings))
    reached, grown = {finding}, True
    while grown:
        below = {
            item.removeprefix("not ")
            for rule in rules
            if (rule.get("then") or rule.get("opposes")) in reached
            for _, item in premises(rule)
        }
        grown, reached = not below <= reached, reached | below
    return {} if name in reached else {name: finding}


@st.composite
def _drawn_links(draw: st.DrawFn, assumptions: list[str]) -> dict[str, Any]:
    some = st.lists(st.sampled_from(assumptions), min_size=1, max_size=3, unique=True)
    form = draw(st.sampled_from(["one_of", "at_most_one", "if"]))
    if form != "if":
        return link("l", **{form: " ".join(draw(some))})
    signs = st.sampled_from(["", "-"])
    names = [draw(signs) + name for name in draw(some)]
    return link("l", if_=" ".join(names), then=draw(signs) + draw(st.sampled_from(assumptions)))


def _drawn_rule(draw: st.DrawFn, index: int, names: list[str], assumptions: int) -> dict[str, Any]:
    place = draw(st.integers(assumptions, len(names) - 1))
    plain = st.tuples(st.sampled_from(["", "-"]), st.sampled_from(names[:place])).map("".join)
    choice = st.lists(plain, min_size=2, max_size=3).flatmap(
        lambda listed: st.sampled_from(["", "1:", "2:", "3:"][: len(listed) + 1]).map(
            lambda least: least + "|".join(listed)
        )
    )
    premise = st.one_of(plain, plain, choice)
    roles = ["need", "means", "standing", "if"] if names[place].startswith("r") else ["if"]
    sorted_premises: dict[str, list[str]] = {}
    for word in draw(st.lists(premise, min_size=1, max_size=4)):
        sorted_premises.setdefault(draw(st.sampled_from(roles)), []).append(word)
    side = draw(st.sampled_from(["then", "then", "then", "opposes"]))
    return rule(
        f"p{index}",
        **{key: " ".join(words) for key, words in sorted_premises.items()},
        **{side: names[place]},
        kind=draw(st.sampled_from(["stated", "stated", "added"])),
        strength=draw(st.sampled_from(Strength)).value,
    )
