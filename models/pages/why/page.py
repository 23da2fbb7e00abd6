"""Why what is picked stands or falls: its verdict, its arguments, what would change it, and what to ask about it."""

from collections.abc import Iterator, Sequence

from models.engine.explain import Trace
from models.language.account import account, lost_reason
from models.language.causes.choices import too_few
from models.language.messages import marked, message, plural, told
from models.language.naming import grade, grade_line, if_fails_line, quoted, the_source
from models.language.premises import first_missing, premise_words
from models.language.signs import BEING_WORKED_OUT, statement_sign, verdicts_hidden
from models.language.states import clause, sign
from models.language.suppositions import assumed
from models.language.words import because, citation, listed_causes
from models.pages.depends.alone import CARRIED
from models.pages.impossible import impossible_blocks
from models.pages.parts import titled_lines
from models.pages.watch.decided import mark_choice
from models.pages.why.arguments import arguments_blocks, carried, leaf, rejecting
from models.pages.why.assumption import (
    assumption_blocks,
    challenge_block,
    concession_block,
    dependents_block,
    links_block,
    remark_block,
    written_fields,
)
from models.pages.why.changes import change_blocks, single_change_lines
from models.schema.case import Assumption, Recommendation
from models.schema.explanation import Argument
from models.schema.grades import Stance
from models.schema.page import (
    Block,
    Entry,
    Field,
    Fields,
    Line,
    Page,
    Sentences,
    Shape,
    Sign,
    Tone,
    Weight,
    soft,
)
from models.schema.result import RuleState, Usage
from models.schema.snapshot import Snapshot
from models.schema.steps.scenario_steps import write_note

NAME = "why"
NOTHING = marked("Pick an assumption or a recommendation")
NOTHING_LEAD = marked("Here stands why it holds or falls, and what would change that.")


def why_page(snapshot: Snapshot) -> Page:
    """The explanation of what is picked; without a pick, how to come by one."""
    item = snapshot.case.by_id.get(snapshot.view.picked)
    if item is None:
        return Page(name=NAME, title=message(NOTHING), lead=(soft(message(NOTHING_LEAD)),))
    if snapshot.evaluation.pending:
        lead = (Line(text=item.text), soft(f"{message(BEING_WORKED_OUT)}."))
        return Page(name=NAME, title=item.title, lead=lead)
    trace = Trace(snapshot)
    if isinstance(item, Assumption):
        return Page(
            name=NAME,
            title=item.title,
            lead=_assumption_lead(trace, item),
            blocks=(*_of(trace, item), *mark_choice(snapshot)),
        )
    if verdicts_hidden(snapshot):
        return Page(
            name=NAME,
            title=item.title,
            lead=(Line(text="", sign=statement_sign(snapshot, item.id)), Line(text=item.text)),
            blocks=(*impossible_blocks(snapshot), _note(snapshot)),
        )
    return Page(
        name=NAME, title=item.title, lead=_lead(trace, item.id), blocks=tuple(_blocks(trace, item.id))
    )


def _lead(trace: Trace, name: str) -> tuple[Line, ...]:
    now = statement_sign(trace.snapshot, name)
    return (
        Line(text="", sign=now),
        Line(text=account(trace, name)),
    )


def _blocks(trace: Trace, name: str) -> Iterator[Block]:
    snapshot = trace.snapshot
    advice = isinstance(trace.case.by_id[name], Recommendation)
    challenge = _decisive_challenge(trace, name)
    single = sum(item.supports for item in trace.arguments(name)) == 1
    if challenge and not single:
        yield challenge
    yield from arguments_blocks(trace, name, snapshot.view.unfolded)
    yield from _objections_blocks(trace, name)
    if advice:
        yield from change_blocks(trace, name)
    elif lines := single_change_lines(trace, name):
        along = (soft(message(CARRIED)),) if trace.case.links else ()
        yield titled_lines("changes", message("What would change it alone"), (*lines, *along))
    if challenge and single:
        yield challenge
    yield from dependents_block(trace, name)
    yield from remark_block(trace, name)
    yield _source(trace, name)
    yield from mark_choice(snapshot)
    yield _note(snapshot)


def _decisive_challenge(trace: Trace, name: str) -> Block | None:
    """Questions about the assumption that differs from the baseline and decides here, if there is one."""
    reason = trace.reason(name)
    names = (*(reason.assumptions if reason else ()), *trace.hangs_on(name))
    stance_of = trace.snapshot.scenario.stance_of
    for item in trace.case.assumptions:
        differs = stance_of[item.id] is not item.baseline or stance_of[item.id] is Stance.UNCERTAIN
        if item.id in names and differs and item.challenge:
            return challenge_block(
                item, told("Questions on {name}", name=quoted(item.title)), lost_reason(trace, name)
            )
    return None


def _of(trace: Trace, item: Assumption) -> tuple[Block, ...]:
    return (
        *assumption_blocks(trace, item),
        *links_block(trace, item),
        *concession_block(trace, item),
        *remark_block(trace, item.id),
        written_fields(trace, item),
    )


def _assumption_lead(trace: Trace, item: Assumption) -> tuple[Line, ...]:
    now = statement_sign(trace.snapshot, item.id)
    return (
        Line(text="", sign=now),
        Line(text=f"{item.text.rstrip().rstrip('.')}."),
        grade_line(item),
        *(() if trace.snapshot.scenario.stance_of[item.id] is Stance.FAILS else if_fails_line(item)),
        soft(assumed(trace, item)),
    )


def _source(trace: Trace, name: str) -> Sentences:
    """The statement in full, to whom it is addressed, and where it stands in the source."""
    item = trace.case.by_id[name]
    lines = [Line(text=item.text, note=citation(item.paragraphs))]
    if grade(item):
        lines = [Line(text=item.text), grade_line(item)]
    if isinstance(item, Recommendation) and item.emphasis:
        lines.append(Line(quiet=message("Weight"), text=item.emphasis, weight=Weight.SOFT))
    if isinstance(item, Recommendation):
        lines.append(Line(quiet=message("For"), text=item.addressee, weight=Weight.SOFT))
    return titled_lines("source", told("In {source}", source=the_source(trace.case)), lines)


def _note(snapshot: Snapshot) -> Fields:
    picked = snapshot.view.picked
    field = Field(
        id=f"note:{picked}",
        label=message("Note"),
        text=snapshot.scenario.note_on.get(picked, ""),
        action=write_note(picked),
        kind=Entry.LONG_TEXT,
        hint=message("Only for you; it is saved with the scenario"),
    )
    return Fields(id="notes", private=True, fields=(field,))


def _objections_blocks(trace: Trace, name: str) -> Iterator[Block]:
    """What is said against a statement, whether it counts or not."""
    supporting = [item for item in trace.arguments(name) if item.supports]
    for argument in trace.arguments(name):
        if not argument.supports:
            rule = trace.case.rule_by_id[argument.rule]
            lines = _objection(trace, argument, supporting)
            yield titled_lines(f"objection:{rule.id}", message("An objection"), lines, carried(rule))
            if argument.usage is not Usage.SWITCHED_OFF:
                yield rejecting(trace, argument)


def _objection(trace: Trace, argument: Argument, supporting: Sequence[Argument]) -> Iterator[Line]:
    rule = trace.case.rule_by_id[argument.rule]
    yield Line(
        text=rule.because,
        sign=_objection_sign(argument),
        note=_objection_state(trace, argument, supporting),
    )
    if argument.usage is Usage.IN_USE:
        yield from (leaf(trace, premise) for premise in argument.premises)
    if rule.reply:
        yield Line(quiet=message("Reply:"), text=rule.reply, weight=Weight.SOFT)


def _objection_sign(argument: Argument) -> Sign:
    if argument.usage is not Usage.IN_USE:
        return sign(argument.usage)
    state = sign(argument.state)
    return Sign(Shape.SLASHED_DISC, Tone.BAD, state.word) if argument.state is RuleState.APPLIES else state


def _objection_state(trace: Trace, argument: Argument, supporting: Sequence[Argument]) -> str:
    if argument.usage is Usage.SWITCHED_OFF:
        return message("not counted: objections are off")
    if argument.usage is Usage.SET_ASIDE:
        return message("rejected here")
    if argument.state is RuleState.OPEN:
        return message("may apply")
    if argument.state is RuleState.FAILS:
        first = [first_missing(trace, argument)] if argument.missing else []
        lost = [*(premise_words(trace, item) for item in first), *too_few(trace, first)]
        return because(clause(RuleState.FAILS), listed_causes(lost))
    beaten = sum(argument.rule in item.beaten_by for item in supporting)
    if not beaten:
        return message("applies, but overrules nothing")
    return plural(
        "applies, and overrules {number} argument", "applies, and overrules {number} arguments", beaten
    )
