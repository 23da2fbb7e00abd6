"""If advice is ignored: what the loops of the case do then, as sentences and switches, before and after.

A loop takes a step each time round, so that every step has one answer; it settles, or comes back to an earlier one.
"""

from collections.abc import Iterator, Sequence

from models.analyses.rounds import bearable, protections, run_rounds
from models.language.messages import marked, message, plural, told
from models.language.naming import quoted
from models.language.states import said, sign
from models.language.words import citation, listed, listed_causes, sentence_start, uncapitalised
from models.schema.action import look
from models.schema.case import Case, Feedback, Recommendation
from models.schema.grades import Kind, Stance, Verdict
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
NO_LOOPS = marked("This case has no loops, so nothing changes if advice is ignored")
HOW = marked("Advice that is not followed can change an assumption; the next step takes that in.")
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
        lead=(
            Line(text=_lead(found), weight=Weight.SOFT),
            Line(text=message(CHOOSE), weight=Weight.SOFT, private=True),
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
        return told(
            "It never settles: after step {number} it is back at {step}",
            number=last - 1,
            step=_step(found.back_to or 1).lower(),
        )
    if found.ending is Ending.UNFINISHED:
        return plural(
            "It has not settled after {number} step", "It has not settled after {number} steps", last - 1
        )
    if last == 1:
        return message("Nothing changes: every recommendation stays as it is")
    both = zip(found.rounds[0].verdicts, found.rounds[-1].verdicts, strict=True)
    moved = sum(before is not after for before, after in both)
    holding = sum(verdict in HOLDING for verdict in found.rounds[-1].verdicts)
    return plural(
        "It settles after {number} step: {ends}, {then}",
        "It settles after {number} steps: {ends}, {then}",
        last - 1,
        ends=_changing(moved, total),
        then=plural("{number} then holds", "{number} then hold", holding)
        if holding
        else message("none then holds"),
    )


def _changing(moved: int, total: int) -> str:
    if not moved:
        return told("no of {total} recommendations change", total=total)
    return plural(
        "{number} of {total} recommendations changes",
        "{number} of {total} recommendations change",
        moved,
        total=total,
    )


def _lead(found: Rounds) -> str:
    may = any(loop.state is LoopState.MAY_RUN for item in found.rounds for loop in item.loops)
    open_ended = message("Loops that may run, but need not, are left out." if may else "")
    estimated = message("" if found.exact else "Not exact: what is not proven is taken as open.")
    return " ".join(part for part in (message(HOW), open_ended, estimated) if part)


def _step(number: int) -> str:
    return message("Now") if number == 1 else told("Step {number}", number=number - 1)


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


def _whose(loop: Feedback) -> str:
    """What kind of claim it is where the source does not plainly say it, with where it stands."""
    plain = loop.kind in (None, Kind.STATED)
    return "" if plain or loop.kind is None else f"{sign(loop.kind).word}, {citation(loop.paragraphs)}."


def loop_sentence(case: Case, loop: Feedback) -> str:
    """What a loop does and when: "If “Return under one EU flag” is not followed, “Europeans act as one” fails."."""
    effects = listed_causes(
        said(quoted(case.by_id[name].title), stance) for name, stance in loop.sets.items()
    )
    conditions = [_not_followed(case, loop.unless_followed)] if loop.unless_followed else []
    conditions += [_premise(case, text) for text in loop.if_]
    if not conditions:
        return told("{effects} whatever is done.", effects=sentence_start(effects))
    return told(
        "If {conditions}, then {effects} in the next step.",
        conditions=listed_causes(conditions),
        effects=effects,
    )


def _not_followed(case: Case, advice: str) -> str:
    return told("{advice} is not followed", advice=quoted(case.by_id[advice].title))


def _premise(case: Case, text: str) -> str:
    name = quoted(case.by_id[text.removeprefix("not ")].title)
    if text.startswith("not "):
        return told("{what} does not hold", what=name)
    return said(name, Stance.HOLDS)


def _keeps(case: Case, keeps: Sequence[Protection]) -> str:
    """Which advice following it keeps workable."""
    sentences = []
    for item in keeps:
        others = [quoted(case.by_id[name].title) for name in item.supports]
        if item.itself and others:
            sentences.append(
                told("Following it keeps it workable, and with it {names}.", names=listed(others, limit=2))
            )
        elif item.itself:
            sentences.append(message("Following it keeps it workable."))
        elif others:
            sentences.append(told("Following it keeps {names} workable.", names=listed(others, limit=3)))
    return " ".join(dict.fromkeys(sentences))


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
    columns = (Column(id=f"step-{step.number}", title=_step(step.number)) for step in found.rounds)
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
        shifts = " ".join(_shift(case, found, shift) for shift in item.shifts)
        stances = tuple((entry.id, entry.stance) for entry in item.stances)
        take = Option(
            text=message("Set this"),
            action=set_stances(*stances),
            tip=told("Take the assumptions as in {step}", step=_step(item.number)),
        )
        cells = (
            TextCell(text=_step(item.number), weight=Weight.STRONG),
            TextCell(text=shifts, detail=_moved(case, found, item), lines=4),
            ButtonsCell(buttons=(take,)),
        )
        rows.append(Row(id=f"story-{item.number}", cells=cells, spoken=f"{_step(item.number)}. {shifts}"))
    columns = (Column(id="step"), Column(id="what", width=Width.STRETCH), Column(id="take", control=True))
    heading = message("What happens on the way")
    lines = tuple(Line(text=text, weight=Weight.SOFT) for text in _endings(found))
    return (
        Table(id="stories", heading=heading, columns=columns, rows=tuple(rows)),
        Sentences(id="ending", lines=lines),
    )


def _shift(case: Case, found: Rounds, shift: Shift) -> str:
    loops = [loop for loop in case.feedback if loop.id in shift.loops]
    name = quoted(case.by_id[shift.id].title)
    if shift.after is Stance.UNCERTAIN:
        return told("Loops pull {name} both ways, so it becomes uncertain.", name=name)
    reasons = listed_causes(dict.fromkeys(reason for loop in loops for reason in _reasons(case, found, loop)))
    effect = said(name, shift.after)
    if not reasons:
        return told("{effect}.", effect=effect)
    return told("Because {reasons}, {effect}.", reasons=reasons, effect=effect)


def _reasons(case: Case, found: Rounds, loop: Feedback) -> Iterator[str]:
    if loop.unless_followed is not None and loop.unless_followed not in found.followed:
        yield _not_followed(case, loop.unless_followed)
    for text in loop.if_:
        yield _premise(case, text)


def _moved(case: Case, found: Rounds, item: Round) -> str:
    before = found.rounds[item.number - 2].verdicts
    ways: dict[Verdict, list[str]] = {}
    for name, earlier, later in zip(found.recommendations, before, item.verdicts, strict=True):
        if earlier is not later:
            ways.setdefault(later, []).append(quoted(case.by_id[name].title))
    if not ways:
        return message("That changes no recommendation.")
    changes = (said(listed(names, limit=3), verdict, len(names)) for verdict, names in ways.items())
    return told("Then {changes}.", changes=listed_causes(changes))


def _endings(found: Rounds) -> Iterator[str]:
    if found.ending is Ending.CYCLES:
        yield told(
            "The next step would be {step} again, and so on for ever.",
            step=_step(found.back_to or 1).lower(),
        )
    elif found.ending is Ending.UNFINISHED:
        yield message("It is not followed any further.")
    else:
        yield message("After that, every step is the same.")
