"""If advice is ignored: what the loops of the case do then, as sentences and switches, before and after.

A loop takes a step each time round, so that every step has one answer; it settles, or comes back to an earlier one.
"""

from collections.abc import Iterator, Sequence

from models.analyses.rounds import bearable, protections, run_rounds
from models.language.naming import quoted
from models.language.states import clause, short, sign, word
from models.language.words import citation, counted, listed
from models.schema.action import look
from models.schema.case import Case, Feedback, Kind, Recommendation, Stance, Verdict
from models.schema.page import (
    Block,
    ButtonsCell,
    Cell,
    Choice,
    Column,
    Line,
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
)
from models.schema.rounds import Ending, LoopState, Protection, Round, Rounds, Shift
from models.schema.snapshot import Snapshot
from models.schema.steps.scenario_steps import set_stances
from models.schema.view import PageName

HOLDING = (Verdict.HOLDS, Verdict.FEWER)
NO_LOOPS = "This case has no loops, so nothing changes if advice is ignored"
HOW = "Advice that is not followed can change an assumption; the next step takes that in."
CHOOSE = "Say which advice is not followed."
NOW = {
    LoopState.RUNS: "runs here",
    LoopState.MAY_RUN: "may run here: what starts it is not settled",
    LoopState.CUT: "stopped, because it is followed",
    LoopState.IDLE: "does not run here",
}


def ignored_page(snapshot: Snapshot, parts: Choice) -> Page:
    """The steps that follow from what nobody follows."""
    case = snapshot.case
    if not case.feedback:
        return Page(name=PageName.WATCH.value, title=NO_LOOPS, tools=(parts,))
    followed = [item.id for item in case.recommendations if item.id not in snapshot.view.ignored]
    most = bearable(snapshot.evaluation.completions)
    found = run_rounds(case, snapshot.scenario, followed, most=most)
    protected = protections(case, snapshot.scenario)
    return Page(
        name=PageName.WATCH.value,
        title=ignored_title(found),
        lead=(
            Line(text=_lead(found), weight=Weight.SOFT),
            Line(text=CHOOSE, weight=Weight.SOFT, private=True),
        ),
        tools=(parts,),
        blocks=(
            _switches(snapshot, found, protected),
            *((_steps(snapshot, found),) if len(found.rounds) > 1 else ()),
            *_stories(case, found),
        ),
    )


def ignored_title(found: Rounds) -> str:
    """How it ends, in one sentence without its full stop."""
    last, total = len(found.rounds), len(found.recommendations)
    if found.ending is Ending.CYCLES:
        return f"It never settles: after step {last - 1} it is back at {_step(found.back_to or 1).lower()}"
    if found.ending is Ending.UNFINISHED:
        return f"It has not settled after {counted(last - 1, 'step')}"
    if last == 1:
        return "Nothing changes: every recommendation stays as it is"
    both = zip(found.rounds[0].verdicts, found.rounds[-1].verdicts, strict=True)
    moved = sum(before is not after for before, after in both)
    holding = sum(verdict in HOLDING for verdict in found.rounds[-1].verdicts)
    ends = f"{moved or 'no'} of {total} recommendations {'change' if moved != 1 else 'changes'}"
    then = f"{holding or 'none'} then {'holds' if holding == 1 else 'hold'}"
    return f"It settles after {counted(last - 1, 'step')}: {ends}, {then}"


def _lead(found: Rounds) -> str:
    may = any(loop.state is LoopState.MAY_RUN for item in found.rounds for loop in item.loops)
    open_ended = "Loops that may run, but need not, are left out." if may else ""
    estimated = "" if found.exact else "Not exact: what is not proven is taken as open."
    return " ".join(part for part in (HOW, open_ended, estimated) if part)


def _step(number: int) -> str:
    return "Now" if number == 1 else f"Step {number - 1}"


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
                detail=" ".join(filter(None, (_whose(loop), _keeps(snapshot.case, keeps)))),
                lines=3,
                tip=loop.text,
            ),
            _followed(snapshot, advice)
            if isinstance(advice, Recommendation)
            else TextCell(text="no advice stops it"),
            SignCell(sign=sign(state), words=True, tip=NOW[state]),
        )
        spoken = f"{loop_sentence(snapshot.case, loop)} {word(state)}"
        action = look(picked=advice.id) if advice is not None else None
        rows.append(Row(id=loop.id, cells=cells, spoken=spoken, action=action))
    return Table(
        id="loops",
        columns=(
            Column(id="loop", title="If advice is ignored", width=Width.STRETCH),
            Column(id="followed", title="Is it followed?"),
            Column(id="state", title="The loop, now"),
        ),
        rows=tuple(rows),
    )


def _whose(loop: Feedback) -> str:
    """What kind of claim it is where the source does not plainly say it, with where it stands."""
    plain = loop.kind in (None, Kind.STATED)
    return "" if plain or loop.kind is None else f"{word(loop.kind)}, {citation(loop.paragraphs)}."


def loop_sentence(case: Case, loop: Feedback) -> str:
    """What a loop does and when: "If “Return under one EU flag” is not followed, “Europeans act as one” fails."."""
    effects = listed(
        f"{quoted(case.by_id[name].title)} {clause(stance)}" for name, stance in loop.sets.items()
    )
    conditions = (
        [f"{quoted(case.by_id[loop.unless_followed].title)} is not followed"] if loop.unless_followed else []
    )
    conditions += [_premise(case, text) for text in loop.if_]
    if not conditions:
        return f"{effects[:1].upper()}{effects[1:]} whatever is done."
    return f"If {listed(conditions)}, then {effects} in the next step."


def _premise(case: Case, text: str) -> str:
    name = quoted(case.by_id[text.removeprefix("not ")].title)
    return f"{name} does not hold" if text.startswith("not ") else f"{name} holds"


def _keeps(case: Case, keeps: Sequence[Protection]) -> str:
    """Which advice following it keeps workable."""
    told = []
    for item in keeps:
        others = [quoted(case.by_id[name].title) for name in item.supports]
        if item.itself and others:
            told.append(f"Following it keeps it workable, and with it {listed(others, limit=2)}.")
        elif item.itself or others:
            told.append(f"Following it keeps {listed(others, limit=3) or 'it'} workable.")
    return " ".join(dict.fromkeys(told))


def _followed(snapshot: Snapshot, advice: Recommendation) -> OptionsCell:
    ignored = snapshot.view.ignored
    rest = tuple(name for name in ignored if name != advice.id)
    return OptionsCell(
        options=(
            Option(text="Followed", action=look(ignored=rest), chosen=advice.id not in ignored),
            Option(text="Ignored", action=look(ignored=(*rest, advice.id)), chosen=advice.id in ignored),
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
        ignored = "ignored" if item.id in snapshot.view.ignored else ""
        rows.append(
            Row(
                id=item.id,
                cells=(name, *cells, TextCell(text=ignored, weight=Weight.SOFT)),
                faint=not moved,
                picked=snapshot.view.picked == item.id,
                spoken=f"{item.title}: {listed(map(short, verdicts), 'then')}",
                action=look(picked=item.id),
            )
        )
    columns = (Column(id=f"step-{step.number}", title=_step(step.number)) for step in found.rounds)
    return Table(
        id="steps",
        columns=(
            Column(id="recommendation", title="Recommendation"),
            *columns,
            Column(id="ignored", width=Width.STRETCH),
        ),
        rows=tuple(rows),
    )


def _verdict(before: Verdict, after: Verdict) -> SignCell:
    changed = before is not after
    return SignCell(sign=sign(after), before=sign(before) if changed else None, ground=changed, words=True)


def _stories(case: Case, found: Rounds) -> tuple[Block, ...]:
    """What happens on the way into each step, with a button that makes it the scenario; and how it ends."""
    if len(found.rounds) == 1:
        return ()
    rows = []
    for item in found.rounds[1:]:
        told = " ".join(_shift(case, found, shift) for shift in item.shifts)
        stances = tuple((entry.id, entry.stance) for entry in item.stances)
        take = Option(
            text="Set this",
            action=set_stances(*stances),
            tip=f"Take the assumptions as in {_step(item.number)}",
        )
        cells = (
            TextCell(text=_step(item.number), weight=Weight.STRONG),
            TextCell(text=told, detail=_moved(case, found, item), lines=4),
            ButtonsCell(buttons=(take,)),
        )
        rows.append(Row(id=f"story-{item.number}", cells=cells, spoken=f"{_step(item.number)}. {told}"))
    columns = (Column(id="step"), Column(id="what", width=Width.STRETCH), Column(id="take", control=True))
    heading = "What happens on the way"
    lines = tuple(Line(text=text, weight=Weight.SOFT) for text in _endings(found))
    return (
        Table(id="stories", heading=heading, columns=columns, rows=tuple(rows)),
        Sentences(id="ending", lines=lines),
    )


def _shift(case: Case, found: Rounds, shift: Shift) -> str:
    loops = [loop for loop in case.feedback if loop.id in shift.loops]
    name = quoted(case.by_id[shift.id].title)
    if shift.after is Stance.UNCERTAIN:
        return f"Loops pull {name} both ways, so it becomes uncertain."
    reasons = listed(dict.fromkeys(reason for loop in loops for reason in _reasons(case, found, loop)))
    return (
        f"Because {reasons}, {name} {clause(shift.after)}." if reasons else f"{name} {clause(shift.after)}."
    )


def _reasons(case: Case, found: Rounds, loop: Feedback) -> Iterator[str]:
    if loop.unless_followed is not None and loop.unless_followed not in found.followed:
        yield f"{quoted(case.by_id[loop.unless_followed].title)} is not followed"
    for text in loop.if_:
        yield _premise(case, text)


def _moved(case: Case, found: Rounds, item: Round) -> str:
    before = found.rounds[item.number - 2].verdicts
    ways: dict[Verdict, list[str]] = {}
    for name, earlier, later in zip(found.recommendations, before, item.verdicts, strict=True):
        if earlier is not later:
            ways.setdefault(later, []).append(quoted(case.by_id[name].title))
    told = listed(
        f"{listed(names, limit=3)} {clause(verdict, len(names))}" for verdict, names in ways.items()
    )
    return f"Then {told}." if told else "That changes no recommendation."


def _endings(found: Rounds) -> Iterator[str]:
    if found.ending is Ending.CYCLES:
        yield f"The next step would be {_step(found.back_to or 1).lower()} again, and so on for ever."
    elif found.ending is Ending.UNFINISHED:
        yield "It is not followed any further."
    else:
        yield "After that, every step is the same."
