"""Links between assumptions in words: what ties them, what is carried along, and stances that cannot be together."""

from collections.abc import Iterator, Mapping, Sequence

from models.language.naming import inside, quoted
from models.language.states import clause
from models.language.words import counted, listed
from models.schema.case import Assumption, Case, Rule, Stance
from models.schema.links import Link, a_setting
from models.schema.result import Contradiction
from models.schema.scenario import Scenario, StanceOn
from models.schema.steps.link_steps import VALUES

NO_VERDICT = "No verdict: these stances cannot be so together"
NAMED = 2
TWO = 2


def links_at(case: Case, name: str) -> tuple[Link, ...]:
    """The links that tie an assumption to others."""
    return tuple(link for link in case.links if name in link.names)


def link_words(case: Case, link: Link) -> str:
    """What a link asks, as a sentence without its full stop: "Exactly one of these holds: “A” and “B”"."""
    if link.then is not None:
        parts = listed(_literal(case, text) for text in link.if_)
        return f"If {parts}, then {_literal(case, link.then)}"
    names = link.one_of or link.at_most_one
    told = listed(quoted(case.by_id[name].title) for name in names)
    if len(names) == TWO:
        return (
            f"Either {told.replace('” and “', '” or “')} holds, not both" if link.one_of else _not_both(told)
        )
    return f"{'Exactly' if link.one_of else 'At most'} one of these holds: {told}"


def _not_both(told: str) -> str:
    return f"{told} do not both hold"


def _literal(case: Case, text: str) -> str:
    item = case.by_id[text.removeprefix("not ")]
    return f"{quoted(item.title)} {'fails' if text.startswith('not ') else 'holds'}"


def link_sentence(case: Case, link: Link) -> str:
    """What a link asks, and why."""
    return f"{link_words(case, link)}, since {reason_of(case, link)}."


def choice_line(least: int) -> str:
    """How many of the premises in a list are asked for: "Any of these", "At least 2 of these"."""
    return "Any of these" if least == 1 else f"At least {least} of these"


def counted_choice(least: int, number: int) -> tuple[str, ...]:
    """How many of so many are asked for, in words and shorter: "any of 3" and "any", "at least 2 of 3" and "2 of 3"."""
    if least == 1:
        return (f"any of {number}", "any")
    return (f"at least {least} of {number}", f"{least} of {number}")


def asked_words(rule: Rule) -> tuple[str, ...]:
    """What a rule asks of its premises where not all are needed, in words and shorter."""
    choices = [counted_choice(item.least, len(item.parts)) for item in rule.conditions if item.is_choice]
    return tuple("; ".join(words) for words in zip(*choices, strict=True))


def ties(case: Case, name: str) -> str:
    """What ties an assumption to others, for a tip; empty where nothing does."""
    return " ".join(link_sentence(case, link) for link in links_at(case, name))


def reason_of(case: Case, link: Link) -> str:
    """Why a link is so, inside a sentence."""
    return inside(case, link.because.rstrip("."))


def contradiction_words(case: Case, found: Contradiction) -> str:
    """The stances and the link that rules them out, in a sentence without its full stop."""
    stances = listed(_taken(case, item) for item in found.stances)
    links = [link for link in case.links if link.id in found.links]
    why = listed((reason_of(case, link) for link in links), limit=NAMED)
    start = f"{stances[:1].upper()}{stances[1:]}"
    return f"{start}: that cannot be so together, since {why}" if why else f"{start}: that cannot be"


def _taken(case: Case, item: StanceOn) -> str:
    assumption = case.by_id[item.id]
    return f"{quoted(assumption.title)} {clause(item.stance)}"


def resolution_words(case: Case, changes: Sequence[StanceOn]) -> str:
    """A change that resolves a contradiction, to be chosen: "Let “Ferry runs” fail"."""
    verbs = {Stance.HOLDS: "hold", Stance.FAILS: "fail"}
    return listed(
        f"{'let' if place else 'Let'} {quoted(case.by_id[item.id].title)} {verbs.get(item.stance, clause(item.stance))}"
        for place, item in enumerate(changes)
    )


def carried_words(case: Case, asked: Mapping[str, Stance], before: Scenario, after: Scenario) -> str:
    """Which stances went along with what was asked, and why; empty where none did."""
    moved = [
        item
        for item in case.assumptions
        if item.id not in asked and before.stance_of[item.id] is not after.stance_of[item.id]
    ]
    if not moved:
        return ""
    told = [*_went_along(case, after, moved[:NAMED])]
    if len(moved) > NAMED:
        told.append(f"{counted(len(moved) - NAMED, 'more stance')} went along.")
    return " ".join(told)


def _went_along(case: Case, after: Scenario, moved: Sequence[Assumption]) -> Iterator[str]:
    for item in moved:
        stance = after.stance_of[item.id]
        link = forcing(case, after, item.id)
        why = f", since {reason_of(case, link)}" if link else ""
        yield f"{quoted(item.title)} went along and {clause(stance)}{why}."


def forcing(case: Case, scenario: Scenario, name: str) -> Link | None:
    """The first link that by itself leaves a settled assumption no other value; else the first that names it."""
    tied = links_at(case, name)
    settled = {
        other: VALUES[stance]
        for other, stance in scenario.stance_of.items()
        if stance in VALUES and other in case.linked
    }
    if name not in settled:
        return None
    turned = {**settled, name: not settled[name]}
    alone = (
        link
        for link in tied
        if a_setting(link.clauses, {n: turned[n] for n in link.names if n in turned}) is None
    )
    return next(alone, tied[0] if tied else None)
