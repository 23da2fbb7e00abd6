"""Links between assumptions in words: what ties them, what is carried along, and stances that cannot be together."""

from collections.abc import Iterator, Mapping, Sequence

from models.language.messages import marked, message, plural, told
from models.language.naming import inside, quoted
from models.language.states import clause, said
from models.language.words import listed, listed_causes
from models.schema.case import Assumption, Case, Rule
from models.schema.grades import Stance
from models.schema.links import Link, a_setting
from models.schema.log import Clash
from models.schema.result import Contradiction
from models.schema.scenario import Scenario, StanceOn
from models.schema.steps.link_steps import VALUES

NO_VERDICT = marked("No verdict: these stances cannot be so together")
NAMED = 2
TWO = 2


def links_at(case: Case, name: str) -> tuple[Link, ...]:
    """The links that tie an assumption to others."""
    return tuple(link for link in case.links if name in link.names)


def link_words(case: Case, link: Link) -> str:
    """What a link asks, as a sentence without its full stop: "Exactly one of these holds: “A” and “B”"."""
    if link.then is not None:
        parts = listed_causes(_literal(case, text) for text in link.if_)
        return told("If {causes}, then {effect}", causes=parts, effect=_literal(case, link.then))
    titles = [quoted(case.by_id[name].title) for name in link.one_of or link.at_most_one]
    if len(titles) != TWO:
        names = listed(titles)
        if link.one_of:
            return told("Exactly one of these holds: {names}", names=names)
        return told("At most one of these holds: {names}", names=names)
    if link.one_of:
        return told("Either {names} holds, not both", names=listed(titles, "or"))
    return told("{names} do not both hold", names=listed(titles))


def _literal(case: Case, text: str) -> str:
    item = case.by_id[text.removeprefix("not ")]
    return said(quoted(item.title), Stance.FAILS if text.startswith("not ") else Stance.HOLDS)


def link_sentence(case: Case, link: Link) -> str:
    """What a link asks, and why."""
    return told("{link}, since {why}.", link=link_words(case, link), why=reason_of(case, link))


def choice_line(least: int) -> str:
    """How many of the premises in a list are asked for: "Any of these", "At least 2 of these"."""
    if least == 1:
        return message("Any of these")
    return told("At least {number} of these", number=least)


def counted_choice(least: int, number: int) -> tuple[str, ...]:
    """How many of so many are asked for, in words and shorter: "any of 3" and "any", "at least 2 of 3" and "2 of 3"."""
    if least == 1:
        return (told("any of {number}", number=number), message("any"))
    return (
        told("at least {least} of {number}", least=least, number=number),
        told("{least} of {number}", least=least, number=number),
    )


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


def contradiction_words(case: Case, found: Contradiction | Clash) -> str:
    """The stances and the link that rules them out, in a sentence without its full stop."""
    stances = listed_causes(said(quoted(case.by_id[item.id].title), item.stance) for item in found.stances)
    links = [link for link in case.links if link.id in found.links]
    why = listed_causes((reason_of(case, link) for link in links), limit=NAMED)
    start = f"{stances[:1].upper()}{stances[1:]}"
    if not why:
        return told("{stances}: that cannot be", stances=start)
    if len(found.stances) == 1:
        return told("{stances}: that cannot be so, since {why}", stances=start, why=why)
    return told("{stances}: that cannot be so together, since {why}", stances=start, why=why)


def contradictions_words(case: Case, found: Sequence[Contradiction | Clash]) -> str:
    """Every contradiction, a sentence each, the last without its full stop; of many, how many more there are."""
    said = [contradiction_words(case, item) for item in found[:NAMED]]
    if more := len(found) - len(said):
        said.append(plural("{number} more contradiction", "{number} more contradictions", more))
    return ". ".join(said)


def resolution_words(case: Case, changes: Sequence[StanceOn]) -> str:
    """A change that resolves a contradiction, to be chosen: "Let “Ferry runs” fail"."""
    ways = listed_causes(_letting(quoted(case.by_id[item.id].title), item.stance) for item in changes)
    return f"{ways[:1].upper()}{ways[1:]}"


def _letting(name: str, stance: Stance) -> str:
    match stance:
        case Stance.HOLDS:
            return told("let {name} hold", name=name)
        case Stance.FAILS:
            return told("let {name} fail", name=name)
        case _:
            return told("let {name} {state}", name=name, state=clause(stance))


def carried_words(case: Case, asked: Mapping[str, Stance], before: Scenario, after: Scenario) -> str:
    """What was set, which stances went along with it, and why; empty where none did."""
    moved = [
        item
        for item in case.assumptions
        if item.id not in asked and before.stance_of[item.id] is not after.stance_of[item.id]
    ]
    if not moved:
        return ""
    parts = [_was_set(case, asked), *_went_along(case, after, moved[:NAMED])]
    if len(moved) > NAMED:
        more = len(moved) - NAMED
        parts.append(plural("{number} more stance went along.", "{number} more stances went along.", more))
    return " ".join(parts)


def _was_set(case: Case, asked: Mapping[str, Stance]) -> str:
    if len(asked) > 1:
        return told("{number} assumptions were set.", number=len(asked))
    ((name, stance),) = asked.items()
    return told("{name} was set and {state}.", name=quoted(case.by_id[name].title), state=clause(stance))


def _went_along(case: Case, after: Scenario, moved: Sequence[Assumption]) -> Iterator[str]:
    for item in moved:
        stance = after.stance_of[item.id]
        link = forcing(case, after, item.id)
        why = reason_of(case, link) if link else ""
        yield told(
            "{name} went along and {state}, since {why}." if why else "{name} went along and {state}.",
            name=quoted(item.title),
            state=clause(stance),
            why=why,
        )


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
