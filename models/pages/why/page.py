"""Why what is picked stands or falls: its verdict, its arguments, what would change it, and what to ask about it."""

from collections.abc import Iterator

from models.engine.explain import Trace
from models.language.account import account, lost_reason
from models.language.grades import grade, grade_line, if_fails_line
from models.language.messages import marked, message, told
from models.language.naming import quoted, the_source
from models.language.signs import BEING_WORKED_OUT, statement_sign, verdicts_hidden
from models.language.suppositions import assumed
from models.language.words import citation
from models.pages.depends.alone import CARRIED
from models.pages.impossible import impossible_blocks
from models.pages.parts import titled_lines
from models.pages.watch.decided import mark_choice
from models.pages.why.arguments import arguments_blocks
from models.pages.why.assumption import assumption_blocks, challenge_block, written_fields
from models.pages.why.changes import change_blocks, single_change_lines
from models.pages.why.dependents import concession_block, dependents_block, links_block, remark_block
from models.pages.why.objections import objections_blocks
from models.schema.case import Assumption, Finding, Recommendation
from models.schema.grades import Stance
from models.schema.page import Block, Entry, Field, Fields, Line, Page, Sentences, Weight
from models.schema.snapshot import Snapshot
from models.schema.steps.scenario_steps import write_note

NAME = "why"
NOTHING = marked("Pick an assumption or a recommendation")
NOTHING_LEAD = marked("Here stands why it holds or falls, and what would change that.")


def why_page(snapshot: Snapshot) -> Page:
    """The explanation of what is picked; without a pick, how to come by one."""
    item = snapshot.case.by_id.get(snapshot.view.picked)
    if item is None:
        return Page(
            name=NAME, title=message(NOTHING), lead=(Line(text=message(NOTHING_LEAD), weight=Weight.SOFT),)
        )
    if snapshot.evaluation.pending:
        lead = (Line(text=item.text), Line(text=f"{message(BEING_WORKED_OUT)}.", weight=Weight.SOFT))
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
            lead=_hidden(snapshot, item),
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


def _hidden(snapshot: Snapshot, item: Finding | Recommendation) -> tuple[Line, ...]:
    return (
        Line(text="", sign=statement_sign(snapshot, item.id)),
        Line(text=item.text),
    )


def _blocks(trace: Trace, name: str) -> Iterator[Block]:
    snapshot = trace.snapshot
    advice = isinstance(trace.case.by_id[name], Recommendation)
    challenge = _decisive_challenge(trace, name)
    single = sum(item.supports for item in trace.arguments(name)) == 1
    if challenge and not single:
        yield challenge
    yield from arguments_blocks(trace, name, snapshot.view.unfolded)
    yield from objections_blocks(trace, name)
    if advice:
        yield from change_blocks(trace, name)
    elif lines := single_change_lines(trace, name):
        along = (Line(text=message(CARRIED), weight=Weight.SOFT),) if trace.case.links else ()
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
        Line(text=assumed(trace, item), weight=Weight.SOFT),
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
