"""The walk-through: the argument built up in the source's order, one calm screen for every step.

A screen says what follows, what it rests on, and why it follows; the short form keeps to the advice.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from models.language.link_words import choice_line
from models.language.messages import message, plural, told
from models.language.naming import denied_name, the_source, unusual
from models.language.signs import IMPOSSIBLE, denial_sign, statement_sign, verdicts_hidden
from models.language.states import sign
from models.language.words import QUESTIONS, citation, uncapitalised
from models.pages.parts import name_of
from models.pages.programme.walk_ends import advised, as_it_stands, assumed_page, opening, whole
from models.pages.programme.walk_screens import Screen, met, screens
from models.schema.action import Step, look
from models.schema.case import Assumption, Case, Premise, Recommendation, Role, Rule, Statement
from models.schema.grades import Kind
from models.schema.page import (
    Beside,
    Block,
    Choice,
    Entry,
    Field,
    Fields,
    Form,
    Line,
    Option,
    Page,
    Sentences,
    Stack,
    Weight,
    soft,
)
from models.schema.result import Usage
from models.schema.snapshot import Snapshot
from models.schema.steps.room_steps import noted
from models.schema.view import PageName


def walk_page(snapshot: Snapshot, parts: Choice) -> Page:
    """The screen that the view is at, the first where it is at none."""
    walk = screens(snapshot.case, snapshot.view.short_walk)
    at = next((place for place, item in enumerate(walk) if item.id == snapshot.view.screen), 0)
    screen = walk[at]
    page = _page(snapshot, screen)
    number = told("Step {number} of {total}", number=screen.number, total=screen.total)
    tools = (parts, _length(snapshot), _listing(snapshot.case, walk, at), _turning(walk, at))
    return Page(
        name=PageName.PROGRAMME.value,
        title=page.title,
        lead=(Line(text=number, weight=Weight.FAINT), *page.lead),
        tools=tools,
        blocks=(*page.blocks, _note(snapshot, screen)),
        large=True,
        progress=screen.number / screen.total,
    )


def _page(snapshot: Snapshot, screen: Screen) -> Page:
    item = snapshot.case.by_id.get(screen.statement)
    if isinstance(item, Assumption):
        return assumed_page(snapshot, item)
    if item is not None:
        return _statement_page(snapshot, screen)
    if screen.advice:
        return advised(snapshot)
    return opening(snapshot) if screen.number == 1 else whole(snapshot)


def _length(snapshot: Snapshot) -> Choice:
    short = snapshot.view.short_walk
    options = (
        Option(text=message("In short"), action=look(short_walk=True), chosen=short),
        Option(text=message("In full"), action=look(short_walk=False), chosen=not short),
    )
    return Choice(id="short-walk", label=message("Length"), options=options)


def _turning(walk: Sequence[Screen], at: int) -> Choice:
    before, after = walk[max(0, at - 1)], walk[min(len(walk) - 1, at + 1)]
    options = (
        Option(text=message("Previous"), action=look(screen=before.id), enabled=at > 0, icon="chevron-left"),
        Option(
            text=message("Next"),
            action=look(screen=after.id),
            enabled=at < len(walk) - 1,
            icon="chevron-right",
        ),
    )
    return Choice(id="turn-screen", label=message("Screen"), options=options, form=Form.BUTTONS)


def _listing(case: Case, walk: Sequence[Screen], at: int) -> Choice:
    options = (
        Option(text=f"{item.number}  {_named(case, item)}", action=look(screen=item.id), chosen=place == at)
        for place, item in enumerate(walk)
    )
    return Choice(id="screens", label=message("All screens"), options=tuple(options), form=Form.MENU)


def _named(case: Case, screen: Screen) -> str:
    if screen.statement:
        return name_of(case.by_id[screen.statement])
    if screen.advice:
        return message("What is advised")
    return message("The question" if screen.number == 1 else "The whole")


def _note(snapshot: Snapshot, screen: Screen) -> Fields:
    notes = {item.id: item.text for item in snapshot.workshop.step_notes}
    about = screen.id.removeprefix("step:")
    field = Field(
        id="step-note",
        label=message("Your note on this screen, never shown in the room"),
        text=notes.get(about, ""),
        action=Step(noted, (about,), merge=f"step-note:{about}"),
        kind=Entry.LONG_TEXT,
    )
    return Fields(id="note", private=True, fields=(field,))


def _statement_page(snapshot: Snapshot, screen: Screen) -> Page:
    case = snapshot.case
    item = case.by_id[screen.statement]
    rules = sorted(
        (rule for rule in case.rules if rule.conclusion == item.id), key=lambda rule: rule.then is None
    )
    return Page(
        name="",
        title=item.text,
        lead=(as_it_stands(snapshot, item), soft(_led_to(case, item, _counted(snapshot, rules)))),
        blocks=_arguments(snapshot, screen, item, rules),
    )


def _arguments(
    snapshot: Snapshot, screen: Screen, item: Statement, rules: Sequence[Rule]
) -> tuple[Block, ...]:
    """A panel for each argument, in rows: what it rests on, why it follows, and whether it applies."""
    if not rules:
        return (Sentences(id="no-argument", lines=(Line(text=message("No argument leads to it.")),)),)
    panels = [_argument(snapshot, screen, item, rules, rule) for rule in rules]
    across = 2 if len(panels) in (2, 4) else 3
    return tuple(
        Beside(id=f"arguments-{start}", blocks=tuple(panels[start : start + across]))
        for start in range(0, len(panels), across)
    )


def _argument(
    snapshot: Snapshot, screen: Screen, item: Statement, rules: Sequence[Rule], rule: Rule
) -> Stack:
    result = snapshot.evaluation.rule[rule.id]
    found = sign(result.state if result.usage is Usage.IN_USE else result.usage)
    state = Line(text=_unsaid(snapshot)) if verdicts_hidden(snapshot) else Line(text=found.word, sign=found)
    lines = (
        *_premises(snapshot, screen, rule, isinstance(item, Recommendation)),
        soft(rule.because),
        *((Line(quiet=message("Reply:"), text=rule.reply, weight=Weight.SOFT),) if rule.reply else ()),
        replace(
            state, note=f"{sign(rule.kind).word.lower()}, {citation(rule.paragraphs)}", weight=Weight.STRONG
        ),
    )
    return Stack(
        id=f"argument-{rule.id}",
        panel=True,
        heading=_argument_name(_counted(snapshot, rules), rule),
        blocks=(Sentences(id=f"lines-{rule.id}", lines=lines),),
    )


def _counted(snapshot: Snapshot, rules: Sequence[Rule]) -> list[Rule]:
    """The arguments that count as the switch of objections stands, and all objections, which are told apart anyway."""
    added = snapshot.scenario.added
    return [rule for rule in rules if added or rule.opposes or rule.kind is not Kind.ADDED]


def _unsaid(snapshot: Snapshot) -> str:
    return (
        message("hidden") if snapshot.workshop.asking is not None else uncapitalised(message(IMPOSSIBLE.word))
    )


def _argument_name(rules: Sequence[Rule], rule: Rule) -> str:
    if rule.opposes:
        return message("Objection")
    own = [other.id for other in rules if other.then]
    if rule.id not in own:
        return message("An argument that an analyst added")
    if len(own) == 1:
        return message("The only argument")
    return told("Argument {number} of {total}", number=own.index(rule.id) + 1, total=len(own))


def _premises(snapshot: Snapshot, screen: Screen, rule: Rule, advises: bool) -> Iterator[Line]:
    """The premises, each question once; of a choice first how many of its premises are enough."""
    asked: set[Role] = set()
    for each in rule.conditions:
        question = message(QUESTIONS.get(each.role, "")) if advises and each.role not in asked else ""
        asked.add(each.role)
        lines = [_premise(snapshot, screen, premise) for premise in each.parts]
        if each.is_choice:
            yield Line(quiet=question, text=choice_line(each.least))
            yield from (replace(line, indent=1) for line in lines)
        else:
            yield replace(lines[0], quiet=question)


def _premise(snapshot: Snapshot, screen: Screen, premise: Premise) -> Line:
    other = snapshot.case.by_id[premise.statement]
    number = met(snapshot.case, snapshot.view.short_walk).get(other.id, 0)
    new = isinstance(other, Assumption) and number == screen.number
    place = message("new here" if new else "")
    if not new and number and number != screen.number:
        place = told("step {number}", number=number)
    kind = unusual(other)
    where = ", ".join(part for part in (uncapitalised(kind.word) if kind else "", place) if part)
    return Line(
        text=denied_name(other) if premise.negated else other.title,
        code=other.code,
        sign=(denial_sign if premise.negated else statement_sign)(snapshot, other.id),
        note=where,
        weight=Weight.STRONG if new else Weight.NORMAL,
        action=look(picked=other.id),
    )


def _led_to(case: Case, item: Statement, rules: Sequence[Rule]) -> str:
    own = sum(rule.then is not None for rule in rules)
    against = len(rules) - own
    first = _advised(item, own) if isinstance(item, Recommendation) else _argued(own)
    if not against:
        return first
    if all(rule.kind is Kind.ADDED for rule in rules if rule.opposes):
        second = plural(
            "{number} objection that {source} does not raise speaks against it.",
            "{number} objections that {source} does not raise speak against it.",
            against,
            source=the_source(case),
        )
    else:
        second = plural(
            "{number} objection speaks against it.", "{number} objections speak against it.", against
        )
    return f"{first} {second}"


def _advised(item: Recommendation, own: int) -> str:
    if not own:
        return told("Advice to {addressee}, on no argument.", addressee=item.addressee)
    return plural(
        "Advice to {addressee}, on {number} argument.",
        "Advice to {addressee}, on {number} arguments.",
        own,
        addressee=item.addressee,
    )


def _argued(own: int) -> str:
    if own > 1:
        return told("{number} arguments lead to it, each enough by itself.", number=own)
    return message("One argument leads to it." if own else "No argument leads to it.")
