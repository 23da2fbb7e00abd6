"""What was done and decided, in words: deeds are values, and each language words them when they are shown."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import lru_cache
from string import Formatter

from models.language.link_words import contradictions_words
from models.language.messages import message, plural, told
from models.language.naming import named, quoted, rule_named
from models.language.states import sign, word
from models.language.words import listed, uncapitalised
from models.language.workshop.group_words import becoming, round_inside
from models.schema.case import Case
from models.schema.grades import Stance, Verdict
from models.schema.log import Became, Clash, Deed, Word, WordKind
from models.schema.record import Decision
from models.schema.workshop import WatchState

NAMED = 3
VOTES = "{group}: {number} votes came in"


def deed(pattern: str, **words: tuple[WordKind, object]) -> Deed:
    """A deed by its pattern and what stands in its places."""
    return Deed(
        pattern=pattern,
        words=tuple(
            Word(place=place, kind=kind, items=_items(what)) for place, (kind, what) in words.items()
        ),
    )


def votes_in(group: str, votes: int) -> Deed:
    """That so many votes of phones came in for a group."""
    return deed(VOTES, group=(WordKind.TEXT, group), number=(WordKind.TEXT, votes))


def votes_in_words(group: str, votes: int) -> str:
    """The same in words."""
    return plural("{group}: {number} vote came in", "{group}: {number} votes came in", votes, group=group)


def first_of(deeds: Sequence[Deed]) -> Deed | None:
    """The first of several, which counts the others; None where there is none."""
    if not deeds:
        return None
    first, *others = deeds
    return replace(first, more=first.more + sum(1 + one.more for one in others))


def in_words(case: Case, done: Deed | None) -> str:
    """What was done, in the language in force; empty where nothing was."""
    if done is None:
        return ""
    words = {one.place: _IN_WORDS[one.kind](case, one.items) for one in done.words}
    if done.pattern == VOTES:
        return votes_in_words(words["group"], int(words["number"]))
    first = told(done.pattern, **words)
    if not done.more:
        return first
    return plural(
        "{first} and {number} more change", "{first} and {number} more changes", done.more, first=first
    )


def became_in_words(case: Case, became: Iterable[Became]) -> str:
    """What became of what: "“Limit the arsenal” is no longer needed; “Prepare re-engagement and dialogue” is open"."""
    return "; ".join(
        becoming(listed(quoted(case.by_id[name].title) for name in one.advice), one.verdict, len(one.advice))
        for one in became
    )


def retold_deed(
    case: Case, done: Deed | None, became: tuple[Became, ...], clashes: tuple[Clash, ...] = ()
) -> tuple[str, str]:
    """What was done and what moved, in the language in force, of a file's log.

    Empty what cannot be said, as where the case has no such item.
    """
    try:
        what = in_words(case, done) if done is not None and _is_plain(done.pattern) else ""
        moved = contradictions_words(case, clashes) if clashes else became_in_words(case, became)
        return what, moved
    except (LookupError, ValueError, TypeError):
        return "", ""


@lru_cache(maxsize=256)
def _is_plain(pattern: str) -> bool:
    """Whether a pattern has nothing but named places: a file may hold anything."""
    try:
        places = [(name, spec, way) for _, name, spec, way in Formatter().parse(pattern) if name is not None]
    except ValueError:
        return False
    return all(name.isidentifier() and not spec and not way for name, spec, way in places)


def _items(what: object) -> tuple[str, ...]:
    if isinstance(what, Iterable) and not isinstance(what, str):
        return tuple(str(item) for item in what)
    return (str(what),)


def _rules(case: Case, rules: Sequence[str]) -> str:
    return rule_named(case, rules[0]) if len(rules) == 1 else told("{number} arguments", number=len(rules))


def _any(case: Case, name: str) -> str:
    """A statement, or an argument, which the case may not have."""
    if name in case.by_id:
        return named(case.by_id[name])
    return (
        rule_named(case, name) if name in case.rule_by_id else told("the argument {name}", name=quoted(name))
    )


def _titled(case: Case, names: Sequence[str]) -> str:
    return listed(f"{case.by_id[name].code}: {case.by_id[name].title}" for name in names)


def _decision(case: Case, items: Sequence[str]) -> str:
    about, text, kind, state = items
    stance = Stance(state) if kind == "stance" else None
    verdict = Verdict(state) if kind == "verdict" else None
    return decision_words(case, Decision(id="said", about=about, text=text, stance=stance, verdict=verdict))


_IN_WORDS: dict[WordKind, Callable[[Case, Sequence[str]], str]] = {
    WordKind.TEXT: lambda _, items: items[0],
    WordKind.QUOTED: lambda _, items: quoted(items[0]),
    WordKind.NAMES: lambda _, items: listed(items, limit=NAMED),
    WordKind.ROUND: lambda _, items: round_inside(items[0]),
    WordKind.NAMED: lambda case, items: listed((named(case.by_id[item]) for item in items), limit=NAMED),
    WordKind.TITLED: _titled,
    WordKind.RULES: _rules,
    WordKind.ITEMS: lambda case, items: listed((_any(case, item) for item in items), limit=NAMED),
    WordKind.OURS: lambda _, items: message(items[0]),
    WordKind.STANCE: lambda _, items: uncapitalised(word(Stance(items[0]))),
    WordKind.WATCH: lambda _, items: uncapitalised(sign(WatchState(items[0])).word),
    WordKind.DECISION: _decision,
}


def decision_words(case: Case, decision: Decision) -> str:
    """A decision in a line: "“Draw Pyongyang away from Moscow” (R5): no longer needed"; empty if it has none such."""
    if not decision.about:
        return decision.text
    item = case.by_id.get(decision.about)
    if item is None:
        return ""
    state = decision.verdict or decision.stance
    name = f"{quoted(item.title)} ({item.code})"
    return f"{name}: {uncapitalised(sign(state).word)}" if state else name


def said_of(decision: Decision) -> tuple[str, str, str, str]:
    """The same as values: what it is about, its own text, and what was said of it."""
    if decision.verdict:
        return decision.about, decision.text, "verdict", decision.verdict.value
    if decision.stance:
        return decision.about, decision.text, "stance", decision.stance.value
    return decision.about, decision.text, "", ""
