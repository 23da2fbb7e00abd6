"""If advice is ignored: what the loops of the case do then, as sentences and switches, before and after.

A loop takes a step each time round, so that every step has one answer; it settles, or comes back to an earlier one.
"""

from collections.abc import Sequence

from models.analyses.rounds import bearable, protections, run_rounds
from models.language.messages import marked, message, told
from models.language.states import sign
from models.language.words import uncapitalised
from models.pages.watch.loop_words import (
    endings,
    ignored_title,
    kept_workable,
    lead,
    loop_sentence,
    moved_line,
    shift_line,
    step_name,
    whose,
)
from models.schema.action import look
from models.schema.case import Case, Recommendation
from models.schema.grades import Verdict
from models.schema.page import (
    Block,
    ButtonsCell,
    Cell,
    Choice,
    Column,
    Option,
    OptionsCell,
    Page,
    Row,
    Sentences,
    SignCell,
    Table,
    TextCell,
    Weight,
    Width,
    soft,
)
from models.schema.rounds import LoopState, Protection, Rounds
from models.schema.snapshot import Snapshot
from models.schema.steps.scenario_steps import set_stances
from models.schema.view import PageName

NO_LOOPS = marked("This case has no loops, so nothing changes if advice is ignored")
CHOOSE = marked("Say which advice is not followed.")
NOW = {
    LoopState.RUNS: marked("runs here"),
    LoopState.MAY_RUN: marked("may run here: what starts it is not settled"),
    LoopState.CUT: marked("stopped, because it is followed"),
    LoopState.IDLE: marked("does not run here"),
}


def ignored_page(snapshot: Snapshot, parts: Choice) -> Page:
    """The steps that follow from what nobody follows."""
    case = snapshot.case
    if not case.feedback:
        return Page(name=PageName.WATCH.value, title=message(NO_LOOPS), tools=(parts,))
    followed = [item.id for item in case.recommendations if item.id not in snapshot.view.ignored]
    most = bearable(snapshot.evaluation.completions)
    found = run_rounds(case, snapshot.scenario, followed, most=most)
    protected = protections(case, snapshot.scenario)
    return Page(
        name=PageName.WATCH.value,
        title=ignored_title(found),
        lead=(soft(lead(found)), soft(message(CHOOSE), private=True)),
        tools=(parts,),
        blocks=(
            _switches(snapshot, found, protected),
            *((_steps(snapshot, found),) if len(found.rounds) > 1 else ()),
            *_stories(case, found),
        ),
    )


def _switches(snapshot: Snapshot, found: Rounds, protected: Sequence[Protection]) -> Table:
    """A row a loop: what happens unless its advice is followed, a switch where there is one, and what it does now."""
    now = found.rounds[0].state_of
    rows = []
    for loop in snapshot.case.feedback:
        state = now[loop.id]
        advice = snapshot.case.by_id.get(loop.unless_followed or "")
        keeps = [item for item in protected if item.loop == loop.id]
        cells: tuple[Cell, ...] = (
            TextCell(
                text=loop_sentence(snapshot.case, loop),
                detail=" ".join(filter(None, (whose(loop), kept_workable(snapshot.case, keeps)))),
                lines=3,
                tip=loop.text,
            ),
            _followed(snapshot, advice)
            if isinstance(advice, Recommendation)
            else TextCell(text=message("no advice stops it")),
            SignCell(sign=sign(state), words=True, tip=message(NOW[state])),
        )
        spoken = f"{loop_sentence(snapshot.case, loop)} {sign(state).word}"
        action = look(picked=advice.id) if advice is not None else None
        rows.append(Row(id=loop.id, cells=cells, spoken=spoken, action=action))
    return Table(
        id="loops",
        columns=(
            Column(id="loop", title=message("If advice is ignored"), width=Width.STRETCH),
            Column(id="followed", title=message("Is it followed?")),
            Column(id="state", title=message("The loop, now")),
        ),
        rows=tuple(rows),
    )


def _followed(snapshot: Snapshot, advice: Recommendation) -> OptionsCell:
    ignored = snapshot.view.ignored
    rest = tuple(name for name in ignored if name != advice.id)
    return OptionsCell(
        options=(
            Option(text=message("Followed"), action=look(ignored=rest), chosen=advice.id not in ignored),
            Option(
                text=message("Ignored"), action=look(ignored=(*rest, advice.id)), chosen=advice.id in ignored
            ),
        ),
        tip=advice.title,
    )


def _steps(snapshot: Snapshot, found: Rounds) -> Table:
    """Every recommendation now and after each step; where it changed, with what it was."""
    rows = []
    for place, item in enumerate(snapshot.case.recommendations):
        verdicts = [step.verdicts[place] for step in found.rounds]
        befores = [verdicts[0], *verdicts]
        cells = [_verdict(before, after) for before, after in zip(befores, verdicts, strict=False)]
        moved = len(set(verdicts)) > 1
        name = TextCell(text=item.title, code=item.code, weight=Weight.STRONG if moved else Weight.NORMAL)
        ignored = message("ignored" if item.id in snapshot.view.ignored else "")
        rows.append(
            Row(
                id=item.id,
                cells=(name, *cells, TextCell(text=ignored, weight=Weight.SOFT)),
                faint=not moved,
                picked=snapshot.view.picked == item.id,
                spoken=f"{item.title}: {_one_after_another(verdicts)}",
                action=look(picked=item.id),
            )
        )
    columns = (Column(id=f"step-{step.number}", title=step_name(step.number)) for step in found.rounds)
    return Table(
        id="steps",
        columns=(
            Column(id="recommendation", title=message("Recommendation")),
            *columns,
            Column(id="ignored", width=Width.STRETCH),
        ),
        rows=tuple(rows),
    )


def _one_after_another(verdicts: Sequence[Verdict]) -> str:
    *rest, last = (uncapitalised(sign(verdict).short) for verdict in verdicts)
    return told("{verdicts} then {last}", verdicts=", ".join(rest), last=last)


def _verdict(before: Verdict, after: Verdict) -> SignCell:
    changed = before is not after
    return SignCell(sign=sign(after), before=sign(before) if changed else None, ground=changed, words=True)


def _stories(case: Case, found: Rounds) -> tuple[Block, ...]:
    """What happens on the way into each step, with a button that makes it the scenario; and how it ends."""
    if len(found.rounds) == 1:
        return ()
    rows = []
    for item in found.rounds[1:]:
        shifts = " ".join(shift_line(case, found, shift) for shift in item.shifts)
        stances = tuple((entry.id, entry.stance) for entry in item.stances)
        take = Option(
            text=message("Set this"),
            action=set_stances(*stances),
            tip=told("Take the assumptions as in {step}", step=step_name(item.number)),
        )
        cells = (
            TextCell(text=step_name(item.number), weight=Weight.STRONG),
            TextCell(text=shifts, detail=moved_line(case, found, item), lines=4),
            ButtonsCell(buttons=(take,)),
        )
        rows.append(Row(id=f"story-{item.number}", cells=cells, spoken=f"{step_name(item.number)}. {shifts}"))
    columns = (Column(id="step"), Column(id="what", width=Width.STRETCH), Column(id="take", control=True))
    heading = message("What happens on the way")
    lines = tuple(soft(text) for text in endings(found))
    return (
        Table(id="stories", heading=heading, columns=columns, rows=tuple(rows)),
        Sentences(id="ending", lines=lines),
    )
