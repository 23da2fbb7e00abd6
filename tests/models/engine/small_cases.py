"""Small cases built in Python: by hand for single claims, at random for laws."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial
from typing import Any, TypeVar

from hypothesis import strategies as st

from models.schema.case import Case
from models.schema.grades import Reading, Stance, Strength
from models.schema.references import premises
from models.schema.scenario import Scenario, baseline_scenario, with_stances
from models.schema.steps.link_steps import contradictions
from models.store.border import validated

One = TypeVar("One")
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
    return replace(scenario, reading=reading, added=added, set_aside=tuple(aside))


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
    links = draw(_drawn_links(tuple(assumptions), int(linked))) if extras else []
    stances = {name: among(tuple(Stance) if name in argued else SETTINGS) for name in assumptions}
    baseline = {name: draw(stances[name]) for name in assumptions}
    try:
        case = _drawn_case(rules, names, baseline, links, argued)
    except ValueError:  # the links rule out what was drawn
        case = _drawn_case(rules, names, baseline, [], argued)
    aside = draw(_few(tuple(item["id"] for item in rules)))
    scenario = setting(
        case,
        reading=draw(among(tuple(Reading))),
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
    name, finding = draw(among(tuple(assumptions))), draw(among(tuple(findings)))
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


def _drawn_rule(draw: st.DrawFn, index: int, names: list[str], assumptions: int) -> dict[str, Any]:
    place = draw(st.integers(assumptions, len(names) - 1))
    roles = ("need", "means", "standing", "if") if names[place].startswith("r") else ("if",)
    sorted_premises: dict[str, list[str]] = {}
    for word, role in draw(_premises(tuple(names[:place]), roles)):
        sorted_premises.setdefault(role, []).append(word)
    return rule(
        f"p{index}",
        **{key: " ".join(words) for key, words in sorted_premises.items()},
        **{draw(among(("then", "then", "then", "opposes"))): names[place]},
        kind=draw(among(("stated", "stated", "added"))),
        strength=draw(among(tuple(Strength))).value,
    )


@cache
def among(items: tuple[One, ...]) -> st.SearchStrategy[One]:
    """One of some items; to make a strategy takes longer than to draw from it, so that these are kept."""
    return st.sampled_from(items)


@cache
def _few(names: tuple[str, ...]) -> st.SearchStrategy[set[str]]:
    return st.sets(among(names), max_size=2)


@cache
def _signed(names: tuple[str, ...]) -> st.SearchStrategy[str]:
    return among(tuple(sign + name for name in names for sign in ("", "-")))


@cache
def _premises(names: tuple[str, ...], roles: tuple[str, ...]) -> st.SearchStrategy[list[tuple[str, str]]]:
    """Some statements and choices of them, each in a role."""
    least = among(("", "1:", "2:", "3:"))
    several = st.lists(_signed(names), min_size=2, max_size=3)
    choice = st.tuples(least, several).map(lambda drawn: _choice(*drawn))
    return st.lists(st.tuples(_signed(names) | choice, among(roles)), min_size=1, max_size=4)


def _choice(least: str, listed: list[str]) -> str:
    return min(least, f"{len(listed)}:") + "|".join(listed)


@cache
def _drawn_links(assumptions: tuple[str, ...], least: int) -> st.SearchStrategy[list[dict[str, Any]]]:
    several = st.lists(among(assumptions), min_size=1, max_size=3, unique=True).map(" ".join)
    signed = st.lists(_signed(assumptions), min_size=1, max_size=3, unique_by=lambda word: word.strip("-"))
    forms = (
        several.map(lambda words: link("l", one_of=words)),
        several.map(lambda words: link("l", at_most_one=words)),
        st.builds(partial(link, "l"), if_=signed.map(" ".join), then=_signed(assumptions)),
    )
    some = st.lists(st.one_of(forms), min_size=least, max_size=2)
    return some if least else st.just(list[dict[str, Any]]()) | some
