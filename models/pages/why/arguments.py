"""The arguments of one statement as lines: three questions for advice, premises below, and what can be done."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from models.engine.asked_for import counted_arguments, own_premises
from models.engine.explain import Trace
from models.language.changes import TAKEN
from models.language.link_words import choice_line
from models.language.messages import marked, message, plural, told
from models.language.naming import denied_name, quoted
from models.language.premises import first_missing
from models.language.signs import denial_sign, statement_sign
from models.language.states import in_words, outcome, short, sign, word
from models.language.suppositions import settled_by_links, stance_come_to
from models.language.words import QUESTIONS, and_more, citation, shown_of, uncapitalised
from models.pages.parts import titled_lines, unfold
from models.pages.why.assumption import listed_arguments, rest_block
from models.schema.action import look
from models.schema.case import Assumption, Role, Rule
from models.schema.explanation import Argument, PremiseState
from models.schema.grades import Stance
from models.schema.page import Block, Choice, Form, Line, Option, Shape, Sign, Tone, Weight
from models.schema.result import RuleState, Status, Usage
from models.schema.steps.scenario_steps import reject

ASKED = {Role.IF: marked("Why?"), **QUESTIONS}
OVERRULES = Sign(Shape.SLASHED_DISC, Tone.BAD, marked("Overruled"))
MET = {Status.ACCEPTED: Stance.HOLDS, Status.REJECTED: Stance.FAILS, Status.OPEN: Stance.UNCERTAIN}
STATE = {Status.ACCEPTED: RuleState.APPLIES, Status.REJECTED: RuleState.FAILS, Status.OPEN: RuleState.OPEN}
MOST_BELOW = 3
MOST_SPELLED = 2


def arguments_blocks(trace: Trace, name: str, shown: Sequence[str] = ()) -> Iterator[Block]:
    """A block for each argument; where there are several, those that hold are one line until they are unfolded."""
    arguments = counted_arguments(trace, name)
    own = own_premises(arguments)
    lost = sum(bool(item.missing) or item.clashes for item in arguments)
    listed = listed_arguments(trace, name, arguments)
    for number, argument in enumerate(arguments, start=1):
        if argument not in listed:
            continue
        rule, single = trace.case.rule_by_id[argument.rule], len(arguments) == 1
        unfolded = rule.id in shown
        is_lost = bool(argument.missing) or argument.clashes
        spelled = single or unfolded or (is_lost and lost <= MOST_SPELLED)
        lines = (
            tuple(_spelled(trace, argument)) if spelled else (_in_one_line(trace, argument, own[number - 1]),)
        )
        fold = () if single or not unfolded else (_folding(trace, rule.id),)
        yield titled_lines(
            f"argument:{rule.id}",
            _heading(number, len(arguments)),
            (*_overruled(argument), *lines),
            carried(rule),
        )
        if spelled:
            yield rejecting(trace, argument, fold)
    yield from rest_block(trace, name, len(arguments) - len(listed))


def _heading(place: int, number: int) -> str:
    if number == 1:
        return message("The only argument")
    return told("Argument {place} of {number}", place=place, number=number)


def carried(rule: Rule) -> str:
    """How the source carries a rule, and where."""
    return f"{short(rule.kind)} {citation(rule.paragraphs)}"


def _in_one_line(trace: Trace, argument: Argument, own: PremiseState) -> Line:
    lost = argument.missing
    if lost and all(item.statement != own.statement for item in lost):
        own = first_missing(trace, argument)
    return Line(
        text=_name(trace, own),
        code=trace.case.by_id[own.statement].code,
        sign=_state_sign(trace, own) if argument.usage is Usage.SET_ASIDE else sign(argument.state),
        note=_note(trace, own.statement) or _waits_for(trace, argument, own),
        tone=_tone(trace, own.statement),
        weight=Weight.STRONG,
        tip=trace.case.rule_by_id[argument.rule].because,
        action=unfold(trace.snapshot.view, argument.rule),
    )


def _waits_for(trace: Trace, argument: Argument, own: PremiseState) -> str:
    """What leaves an argument open whose own premise is settled."""
    still = [item for item in argument.premises if item.met is Status.OPEN]
    if argument.state is not RuleState.OPEN or own in still or not still:
        return ""
    name = _name(trace, still[0])
    return told("open: {name}", name=name if still[0].negated else quoted(name))


def _folding(trace: Trace, rule: str) -> Option:
    return Option(text=message("Fold"), action=unfold(trace.snapshot.view, rule), icon="chevron-up")


def _spelled(trace: Trace, argument: Argument) -> Iterator[Line]:
    """Each premise under its question, and below a derived one what leads to it."""
    advises = argument.rule in trace.advising
    asked: set[Role] = set()
    choices: set[int] = set()
    for premise in argument.premises:
        question = message(ASKED[premise.role]) if advises and premise.role not in asked else ""
        asked.add(premise.role)
        if premise.choice and premise.choice not in choices:
            yield _choice(argument, premise.choice, question)
            question = ""
        choices.add(premise.choice)
        yield replace(_premise(trace, premise, question), indent=1 if premise.choice else 0)
        if premise.statement in trace.program.supporting:
            yield from _below(trace, premise)


def _choice(argument: Argument, number: int, question: str) -> Line:
    """What is asked of the premises below it: "Any of these", "At least 2 of these"."""
    choice = argument.choices[number - 1]
    return Line(
        quiet=question, text=choice_line(choice.least), sign=sign(STATE[choice.met]), weight=Weight.STRONG
    )


def _premise(trace: Trace, premise: PremiseState, question: str) -> Line:
    item = trace.case.by_id[premise.statement]
    return Line(
        quiet=question,
        text=_name(trace, premise),
        code=item.code,
        sign=_state_sign(trace, premise),
        note=_note(trace, premise.statement),
        tone=_tone(trace, premise.statement),
        weight=Weight.STRONG,
        tip=item.text,
        action=look(picked=item.id),
    )


def _below(trace: Trace, premise: PremiseState) -> Iterator[Line]:
    """What leads to a derived premise, or what of it is missing; each premise once, three at most."""
    leading = _leading(trace, premise.statement)
    shown = shown_of(len(leading), MOST_BELOW)
    yield from (leaf(trace, item) for item in leading[:shown])
    if len(leading) > shown:
        yield Line(text=and_more(len(leading) - shown), indent=1, weight=Weight.FAINT)
    arguments = counted_arguments(trace, premise.statement)
    beating = {rule for item in arguments for rule in item.beaten_by}
    doubtful = any(item.beaten_by and item.holds is Status.OPEN for item in arguments)
    for rule in trace.case.rules:
        if rule.id in beating:
            overruled = sign(Status.OPEN) if doubtful else in_words(OVERRULES)
            yield Line(text=told("Objection: {what}", what=rule.because), indent=1, sign=overruled)


def _leading(trace: Trace, name: str) -> list[PremiseState]:
    """The premises of an argument that stands; else those that are open or missing, if all lack one, only it."""
    arguments = [item for item in counted_arguments(trace, name) if item.usage is Usage.IN_USE]
    wanted = trace.evaluation.status_of[name]
    standing = next((item for item in arguments if item.stands), None)
    if standing is not None and wanted is Status.ACCEPTED:
        return list(standing.premises)
    if wanted is Status.REJECTED and any(item.beaten_by and not item.missing for item in arguments):
        return []  # an objection overrules it, and is told; what another argument lacks is beside the point
    lacking = [[item for item in argument.premises if item.met is wanted] for argument in arguments]
    every = {item.statement: item for items in lacking for item in items}
    shared = [
        item for key, item in every.items() if all(key in {p.statement for p in items} for items in lacking)
    ]
    return shared or list(every.values())


def leaf(trace: Trace, premise: PremiseState) -> Line:
    """A premise in a line of its own."""
    item = trace.case.by_id[premise.statement]
    return Line(
        text=_name(trace, premise),
        code=item.code,
        sign=replace(sign(MET[premise.met]), word=_word(trace, premise)),
        note=_note(trace, item.id),
        tone=_tone(trace, item.id),
        indent=1,
        tip=item.text,
        action=look(picked=item.id),
    )


def _name(trace: Trace, premise: PremiseState) -> str:
    item = trace.case.by_id[premise.statement]
    return denied_name(item) if premise.negated else item.title


def _state_sign(trace: Trace, premise: PremiseState) -> Sign:
    """A disc that says whether the premise is met, with the word for the statement's own state."""
    shape = sign(STATE[premise.met])
    return Sign(shape.shape, shape.tone, _word(trace, premise))


def _word(trace: Trace, premise: PremiseState) -> str:
    """The word for the statement's own state; of one that is denied, whether the denial is so."""
    if not premise.negated and settled_by_links(trace, premise.statement):
        return sign(stance_come_to(trace, premise.statement)).word
    told_by = denial_sign if premise.negated else statement_sign
    return told_by(trace.snapshot, premise.statement).word


def _tone(trace: Trace, name: str) -> Tone | None:
    """The tone of what was set otherwise than the source has it."""
    item = trace.case.by_id[name]
    if not isinstance(item, Assumption):
        return None
    stance = trace.snapshot.scenario.stance_of[name]
    return sign(stance).tone if stance is not item.baseline else None


def _note(trace: Trace, name: str) -> str:
    """What was set, or how a recommendation that is a premise stands."""
    item = trace.case.by_id[name]
    if settled_by_links(trace, name):
        return message("settled by a link")
    if isinstance(item, Assumption):
        stance = trace.snapshot.scenario.stance_of[name]
        if stance is not item.baseline:
            return message(TAKEN[stance])
        return "" if stance is Stance.HOLDS else outcome(stance)
    result = trace.evaluation.recommendation.get(name)
    if result is not None and result.status is not Status.ACCEPTED:
        return uncapitalised(word(result.verdict))
    return ""


def _overruled(argument: Argument) -> Iterator[Line]:
    if argument.usage is Usage.SET_ASIDE:
        yield Line(text=message("Rejected here"), sign=sign(Usage.SET_ASIDE), weight=Weight.STRONG)
    elif argument.beaten_by:
        number = len(argument.beaten_by)
        if argument.holds is Status.OPEN:
            text = plural("{number} objection may overrule it", "{number} objections may overrule it", number)
            yield Line(text=text, sign=sign(Status.OPEN), weight=Weight.STRONG)
            return
        text = plural("{number} objection overrules it", "{number} objections overrule it", number)
        yield Line(text=text, sign=in_words(OVERRULES), weight=Weight.STRONG)


def rejecting(trace: Trace, argument: Argument, more: tuple[Option, ...] = ()) -> Choice:
    """The button that rejects an argument or an objection, or counts it again."""
    rejected = argument.usage is Usage.SET_ASIDE
    text = message("Reject this argument" if argument.supports else "Reject this objection")
    option = Option(
        text=message("Count it again") if rejected else text,
        action=reject(argument.rule, not rejected),
        icon="rotate-ccw" if rejected else "ban",
        tip=message("The premises may be so, and yet the conclusion need not follow."),
    )
    return Choice(
        id=f"reject:{argument.rule}",
        label=trace.case.rule_by_id[argument.rule].because,
        options=(option, *more),
        form=Form.BUTTONS,
        private=True,
    )
