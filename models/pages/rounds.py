"""Feedback rounds in words: a timeline of verdicts, what happened in each round, and which advice protects what."""

from collections.abc import Sequence

from models.language.loops import TURNS, named, premises, protection_lines
from models.language.words import VERDICT_WORDS, counted, listed, uncapitalised
from models.schema.case import Case, Feedback, Stance, Verdict
from models.schema.rounds import Ending, LoopState, Protection, Round, Rounds, Shift
from models.schema.snapshot import Snapshot
from models.schema.value import Answer

SHORT_WORDS = {
    **VERDICT_WORDS,
    Verdict.FEWER: "Fewer grounds",
    Verdict.NOT_NEEDED: "Not needed",
    Verdict.NOT_WORKABLE: "Not workable",
}
HOLDING = (Verdict.HOLDS, Verdict.FEWER)
NO_LOOPS = "This case has no feedback loops, so nothing changes from round to round."
HOW = "Untick advice that is not followed; each round is what the loops make of the last."
NO_TICK = "No loop asks whether it is followed."


class TimelineCell(Answer):
    """The verdict on one recommendation in one round, and whether it differs from the round before."""

    verdict: Verdict
    words: str
    short: str
    changed: bool
    spoken: str


class TimelineRow(Answer):
    """One recommendation through all rounds; only where a loop asks does it matter whether it is followed."""

    id: str
    code: str
    title: str
    asked: bool
    followed: bool
    tick: str
    cells: tuple[TimelineCell, ...]


class Timeline(Answer):
    """All recommendations through all rounds."""

    heads: tuple[str, ...]
    rows: tuple[TimelineRow, ...]


class RoundStory(Answer):
    """What happened on the way into one round; `wish` names the button that makes it the scenario."""

    number: int
    title: str
    sentences: tuple[str, ...]
    wish: str = ""


def rounds_headline(found: Rounds) -> str:
    """How it ends, in one sentence without its full stop."""
    last = len(found.rounds)
    if found.ending is Ending.CYCLES:
        return f"It never settles: after round {last} it is back at round {found.back_to}"
    if found.ending is Ending.UNFINISHED:
        return f"It has not settled after {counted(last, 'round')}"
    if last == 1:
        return "Nothing feeds back: every verdict stays as it is"
    total = len(found.recommendations)
    holding = sum(verdict in HOLDING for verdict in found.rounds[-1].verdicts)
    verb = "holds" if holding == 1 else "hold"
    return f"It settles in round {last}: {holding or 'none'} of {total} recommendations then {verb}"


def rounds_line(snapshot: Snapshot, found: Rounds) -> str:
    """How to read the timeline, and what it leaves open."""
    if not snapshot.case.feedback:
        return NO_LOOPS
    may = any(loop.state is LoopState.MAY_RUN for item in found.rounds for loop in item.loops)
    open_ended = "Loops that only may run are left out." if may else ""
    estimated = "" if found.exact else "Not exact: estimated from random settings."
    return " ".join(part for part in (HOW, open_ended, estimated) if part)


def timeline(snapshot: Snapshot, found: Rounds) -> Timeline:
    """One row for each recommendation, one column for each round."""
    asked = {loop.unless_followed for loop in snapshot.case.feedback}
    heads = ("Round 1, now", *(f"Round {item.number}" for item in found.rounds[1:]))
    rows = []
    for place, item in enumerate(snapshot.case.recommendations):
        followed = item.id in found.followed
        tick = f"{item.code} is {'followed' if followed else 'not followed'}"
        row = TimelineRow(
            id=item.id,
            code=item.code,
            title=item.title,
            asked=item.id in asked,
            followed=followed,
            tick=tick if item.id in asked else NO_TICK,
            cells=tuple(_cell(f"{item.code}, {head}", found, place, at) for at, head in enumerate(heads)),
        )
        rows.append(row)
    return Timeline(heads=heads, rows=tuple(rows))


def round_stories(snapshot: Snapshot, found: Rounds) -> tuple[RoundStory, ...]:
    """What happens on the way into every round, what may happen, and how it ends."""
    if not snapshot.case.feedback:
        return ()
    stories = []
    for item in found.rounds:
        first = item.number == 1
        sentences = [_shift_sentence(snapshot.case, found, shift) for shift in item.shifts]
        if not first:
            sentences.append(_moved_sentence(snapshot.case, found, item))
        sentences += _may_sentences(snapshot, found, item)
        if item is found.rounds[-1]:
            sentences.append(_ending_sentence(found))
        story = RoundStory(
            number=item.number,
            title="Round 1, the scenario as it stands" if first else f"Round {item.number}",
            sentences=tuple(sentences),
            wish="" if first else f"Make round {item.number} the scenario",
        )
        stories.append(story)
    return tuple(story for story in stories if story.sentences)


def rounds_table(snapshot: Snapshot, found: Rounds, protected: Sequence[Protection]) -> str:
    """The timeline, what happened and what protects what, as tab-separated text."""
    shown = timeline(snapshot, found)
    rows: list[Sequence[str]] = [("Recommendation", "Name", "Followed", *shown.heads)]
    for row in shown.rows:
        followed = ("yes" if row.followed else "no") if row.asked else ""
        rows.append((row.code, row.title, followed, *(cell.words for cell in row.cells)))
    rows.append(())
    rows += [
        (story.title, sentence) for story in round_stories(snapshot, found) for sentence in story.sentences
    ]
    rows.append(())
    rows += [
        (f"{line.sentence}.", line.detail, line.now) for line in protection_lines(snapshot, found, protected)
    ]
    return "".join("\t".join(row) + "\n" for row in rows)


def stances_in(found: Rounds, number: int) -> dict[str, Stance]:
    """The stances in one round, by assumption id."""
    return {entry.id: entry.stance for entry in found.rounds[number - 1].stances}


def _cell(where: str, found: Rounds, place: int, at: int) -> TimelineCell:
    verdict = found.rounds[at].verdicts[place]
    before = found.rounds[at - 1].verdicts[place] if at else verdict
    words = VERDICT_WORDS[verdict]
    was = f", it was: {uncapitalised(VERDICT_WORDS[before])}" if before is not verdict else ""
    return TimelineCell(
        verdict=verdict,
        words=words,
        short=SHORT_WORDS[verdict],
        changed=before is not verdict,
        spoken=f"{where}: {uncapitalised(words)}{was}",
    )


def _shift_sentence(case: Case, found: Rounds, shift: Shift) -> str:
    item = case.by_id[shift.id]
    loops = [loop for loop in case.feedback if loop.id in shift.loops]
    names = f"The loop{'s' if len(loops) > 1 else ''} {listed(named(loop.id) for loop in loops)}"
    if shift.after is Stance.UNCERTAIN:
        return f"{names} pull {item.code} both ways, so it becomes uncertain ({item.title})."
    verb = "makes" if len(loops) == 1 else "make"
    reasons = listed(dict.fromkeys(_because(case, found, loop) for loop in loops))
    why = f", because {reasons}" if reasons else ""
    return f"{names} {verb} {item.code} {TURNS[shift.after]} ({item.title}){why}."


def _because(case: Case, found: Rounds, loop: Feedback) -> str:
    parts = [premises(case, loop.if_)]
    if loop.unless_followed is not None and loop.unless_followed not in found.followed:
        parts.append(f"{case.by_id[loop.unless_followed].code} is not followed")
    return listed(part for part in parts if part)


def _moved_sentence(case: Case, found: Rounds, item: Round) -> str:
    before = found.rounds[item.number - 2].verdicts
    both = zip(found.recommendations, before, item.verdicts, strict=True)
    moved = [case.by_id[name].code for name, earlier, later in both if earlier is not later]
    if not moved:
        return "That changes no verdict."
    return f"That changes {counted(len(moved), 'verdict')}: {listed(moved, limit=12)}."


def _may_sentences(snapshot: Snapshot, found: Rounds, item: Round) -> list[str]:
    """The loops that may run at the end of a round and of which that was not yet said."""
    earlier = found.rounds[item.number - 2].state_of if item.number > 1 else {}
    loops = (
        loop
        for loop in snapshot.case.feedback
        if item.state_of[loop.id] is LoopState.MAY_RUN and earlier.get(loop.id) is not LoopState.MAY_RUN
    )
    return [
        f"The loop {named(loop.id)} may run then: {_open_premises(snapshot, item, loop)}." for loop in loops
    ]


def _open_premises(snapshot: Snapshot, item: Round, loop: Feedback) -> str:
    """Which premises are not settled; those that are assumed are looked up in the round, the rest are derived."""
    stances = {entry.id: entry.stance for entry in item.stances}
    unsettled = []
    for text in loop.if_:
        name = text.removeprefix("not ")
        if stances.get(name, Stance.UNCERTAIN) is Stance.UNCERTAIN:
            unsettled.append(snapshot.case.by_id[name].code)
    return f"{listed(unsettled)} {'is' if len(unsettled) == 1 else 'are'} not settled"


def _ending_sentence(found: Rounds) -> str:
    last = len(found.rounds)
    if found.ending is Ending.CYCLES:
        return f"The next round would be round {found.back_to} again, and so on for ever."
    if found.ending is Ending.UNFINISHED:
        return "It is not followed any further."
    if last == 1:
        return "No loop changes anything, so every further round is the same."
    return "After that, every round is the same."
