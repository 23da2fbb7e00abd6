"""The argument built up step by step in the source's order: what each statement rests on, and why it follows."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from models.language.panes import source_line
from models.language.words import ROLE_WORDS, citation, counted, listed
from models.pages.argument_map import KIND_NAMES
from models.pages.walk_order import MOST, essay_order, resting_most, unused
from models.pages.walk_values import Place, WalkPremise, WalkRule, WalkStatement, WalkStep, WalkTally
from models.schema.case import Assumption, Case, Finding, Kind, Recommendation, Rule, Statement
from models.schema.workshop_steps import fresh_id

NEW, SEEN = "new here", "seen before"
HOW = (
    "Every step adds one statement. On the left stands what it rests on, in the middle why it follows, "
    "and on the right what follows."
)
WATCH = "Where you would not take a step yourself, note its code: that is what there is to argue about."


@lru_cache(maxsize=4)
def walk_through(case: Case) -> tuple[WalkStep, ...]:
    """The steps from the opening to the whole; the same case gives the same steps with the same ids."""
    order = essay_order(case)
    total = len(order) + 2
    number = {name: place for place, name in enumerate(order, start=2)}
    met: set[str] = set()
    steps = [_opening(case, total)]
    for name in order:
        steps.append(_step(case, name, number, total, met))
        met.update(item.id for item in steps[-1].statements)
    return (*steps, _whole(case, total))


def _step(case: Case, name: str, number: dict[str, int], total: int, met: set[str]) -> WalkStep:
    item = case.by_id[name]
    rules = sorted((rule for rule in case.rules if rule.conclusion == name), key=lambda r: r.then is None)
    statements = tuple(_premise(case, other, number, met) for other in _drawn_order(rules))
    return WalkStep(
        id=f"step:{name}",
        about=name,
        place=Place.RECOMMENDATION if isinstance(item, Recommendation) else Place.FINDING,
        number=number[name],
        total=total,
        title=f"{item.code} {item.text}",
        line=_line(case, item, rules, statements),
        listing=f"{number[name]}  {item.code} {item.title}",
        progress=f"{_progress(number[name], total)} · {citation(item.paragraphs)}",
        statements=statements,
        rules=_rules(item, rules),
        conclusion=WalkStatement(
            id=name,
            code=item.code,
            title=item.title,
            text=item.text,
            detail=f"{_noun(item)} · {citation(item.paragraphs)}",
        ),
    )


def _drawn_order(rules: Sequence[Rule]) -> list[str]:
    """The premises from top to bottom, each beside the rules that use it."""
    places: dict[str, list[int]] = {}
    for place, rule in enumerate(rules):
        for premise in rule.premises:
            places.setdefault(premise.statement, []).append(place)
    return sorted(places, key=lambda name: sum(places[name]) / len(places[name]))


def _premise(case: Case, name: str, number: dict[str, int], met: set[str]) -> WalkStatement:
    item = case.by_id[name]
    assumed = isinstance(item, Assumption)
    new = assumed and name not in met
    return WalkStatement(
        id=name,
        code=item.code,
        title=item.title,
        text=item.text,
        seen=(NEW if new else SEEN) if assumed else f"step {number[name]}",
        new=new,
        kind=item.kind if isinstance(item, Assumption) else None,
        core=isinstance(item, Assumption) and item.core,
        detail=f"{KIND_NAMES[item.kind]} · {citation(item.paragraphs)}"
        if isinstance(item, Assumption)
        else "",
    )


def _rules(item: Statement, rules: Sequence[Rule]) -> tuple[WalkRule, ...]:
    advice = isinstance(item, Recommendation)
    own = [rule.id for rule in rules if rule.then and rule.kind is not Kind.ADDED]
    return tuple(
        WalkRule(
            id=rule.id,
            heading=_rule_heading(rule, own, "Ground" if advice else "Argument"),
            detail=f"{'' if rule.kind is Kind.ADDED else f'{KIND_NAMES[rule.kind]} · '}{citation(rule.paragraphs)}",
            because=rule.because,
            kind=rule.kind,
            opposes=rule.opposes is not None,
            premises=tuple(
                WalkPremise(
                    statement=premise.statement,
                    negated=premise.negated,
                    word=ROLE_WORDS[premise.role].lower() if advice and rule.then else "",
                )
                for premise in rule.premises
            ),
        )
        for rule in rules
    )


def _rule_heading(rule: Rule, own: Sequence[str], noun: str) -> str:
    if rule.kind is Kind.ADDED:
        return "Objection, not the essay’s" if rule.opposes else f"{noun}, not the essay’s"
    if rule.opposes:
        return "Objection"
    return f"{noun} {own.index(rule.id) + 1} of {len(own)}" if len(own) > 1 else f"The only {noun.lower()}"


def _line(case: Case, item: Statement, rules: Sequence[Rule], statements: Sequence[WalkStatement]) -> str:
    own = sum(rule.then is not None for rule in rules)
    added = sum(rule.kind is Kind.ADDED for rule in rules if rule.opposes)
    against = len(rules) - own - added
    fresh = {other.id for other in statements if other.new}
    new = [other.code for other in case.assumptions if other.id in fresh]
    parts = [_led_to(item, own), f"New here: {listed(new)}." if new else "Nothing new is assumed."]
    if against:
        parts.append(f"{_objections(against)} against it.")
    if added:
        parts.append(f"{_objections(added, ' that the essay does not raise')} against it.")
    return " ".join(parts)


def _objections(number: int, whose: str = "") -> str:
    return f"An objection{whose} speaks" if number == 1 else f"{number} objections{whose} speak"


def _led_to(item: Statement, own: int) -> str:
    if isinstance(item, Recommendation):
        grounds = counted(own, "ground") if own != 1 else "one ground"
        return f"Advice to {item.addressee}, on {grounds if own else 'no ground'}."
    if own > 1:
        return f"{own} arguments lead to it, each enough by itself."
    return "One argument leads to it." if own else "No argument leads to it."


def _noun(item: Statement) -> str:
    return "finding" if isinstance(item, Finding) else "advice"


def _progress(number: int, total: int) -> str:
    return f"Step {number} of {total}"


def _opening(case: Case, total: int) -> WalkStep:
    about = fresh_id("opening", case.by_id, "opening")
    core = [item for item in case.assumptions if item.core]
    return WalkStep(
        id=f"step:{about}",
        about=about,
        place=Place.OPENING,
        number=1,
        total=total,
        title=case.title,
        line=f"{source_line(case.source)}.",
        listing="1  The question",
        progress=_progress(1, total),
        statements=tuple(
            _bare(item, f"{KIND_NAMES[item.kind]} · {citation(item.paragraphs)}") for item in core
        ),
        tallies=_tallies(case),
        sentences=(_question(case), HOW, WATCH),
        heading=f"The {counted(len(core), 'core assumption')}" if core else "",
    )


def _whole(case: Case, total: int) -> WalkStep:
    about = fresh_id("whole", case.by_id, "whole")
    advice = len(case.recommendations)
    return WalkStep(
        id=f"step:{about}",
        about=about,
        place=Place.WHOLE,
        number=total,
        total=total,
        title=f"The whole: {counted(len(case.assumptions), 'assumption')} "
        f"{'carries' if len(case.assumptions) == 1 else 'carry'} {counted(advice, 'recommendation')}",
        line="",
        listing=f"{total}  The whole",
        progress=_progress(total, total),
        statements=tuple(
            _bare(item, f"under {number} of {counted(advice, 'recommendation')}")
            for item, number in resting_most(case)
        ),
        tallies=_tallies(case),
        sentences=tuple(_left_out(case)),
        heading="What everything rests on most",
    )


def _bare(item: Assumption, detail: str) -> WalkStatement:
    return WalkStatement(
        id=item.id,
        code=item.code,
        title=item.title,
        text=item.text,
        kind=item.kind,
        core=item.core,
        detail=detail,
    )


def _question(case: Case) -> str:
    if len(case.recommendations) == 1:
        return "If this is wrong about the world, does its recommendation still hold, and why?"
    return (
        f"If this is wrong about the world, which of its {len(case.recommendations)} recommendations "
        "still hold, and why?"
    )


def _left_out(case: Case) -> Iterator[str]:
    objections = [rule for rule in case.rules if rule.opposes and rule.kind is Kind.ADDED]
    if objections:
        verb = "is" if len(objections) == 1 else "are"
        yield f"{counted(len(objections), 'objection')} {verb} an analyst’s, not the essay’s."
    left = [item.code for item in unused(case)]
    if left:
        yield f"No inference uses {listed(left, 'or', limit=MOST)}."


def _tallies(case: Case) -> tuple[WalkTally, ...]:
    addressees = len({item.addressee for item in case.recommendations})
    tallies = (
        WalkTally(
            number=len(case.assumptions),
            noun=_plural(len(case.assumptions), "assumption"),
            detail=_kinds(item.kind for item in case.assumptions),
        ),
        WalkTally(
            number=len(case.findings),
            noun=_plural(len(case.findings), "finding"),
            detail=f"in {counted(len(case.models), 'model')}",
        ),
        WalkTally(
            number=len(case.recommendations),
            noun=_plural(len(case.recommendations), "recommendation"),
            detail=f"to {counted(addressees, 'addressee')}",
        ),
    )
    return tuple(tally for tally in tallies if tally.number)


def _plural(number: int, noun: str) -> str:
    return noun if number == 1 else f"{noun}s"


def _kinds(kinds: Iterable[Kind]) -> str:
    found = Counter(kinds)
    return ", ".join(f"{found[kind]} {KIND_NAMES[kind]}" for kind in Kind if found[kind])
