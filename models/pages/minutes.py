"""The minutes: what was decided, what it moved, who stood where, what was foreseen, who watches what.

They are pages like those on the screen, to be set on paper or written down, and hold the reasons that the room's
screen does not show. A part of which there is nothing to tell is left out.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from models.analyses.foresight import foresight
from models.analyses.snapshots import complete
from models.analyses.standing import take_standing, with_disagreements
from models.language.dates import days_words
from models.language.group_words import group_names
from models.language.headline import headline
from models.language.lane_words import (
    STANCES,
    came_and_left,
    lane_of,
    stance_moves,
    tally_of,
    verdict_moves,
    who_says_what,
)
from models.language.panes import source_line
from models.language.signs import verdicts_hidden
from models.language.states import clause, sign, word
from models.language.words import counted, listed
from models.pages.differ_groups import splits
from models.pages.hidden import HIDDEN
from models.pages.minutes_duties import duties_page
from models.pages.minutes_log import log_lines
from models.pages.watch_minutes import decisions, logged, moves, named_states
from models.schema.case import Reading, Verdict
from models.schema.page import (
    Block,
    Column,
    Line,
    Page,
    Row,
    Sentences,
    SignCell,
    Table,
    TextCell,
    Weight,
    Width,
)
from models.schema.result import Status
from models.schema.snapshot import Snapshot
from models.schema.standing import Foreseen, Standing
from models.schema.workshop import Group, Hands, Phase, Prediction, Workshop, reworked

NAME = "minutes"
UNTITLED = "A workshop without a title"
NOT_REVEALED = "Not revealed yet."
QUESTION = "Which recommendations still hold?"
WAYS = {
    Reading.ANY_GROUND: "one argument is enough",
    Reading.EVERY_STRAND: "every argument must hold",
}
CAME = {Status.ACCEPTED: Verdict.HOLDS, Status.OPEN: Verdict.OPEN}


def minutes(snapshot: Snapshot, since: str = "") -> tuple[Page, ...]:
    """The minutes as they stand, with every slow answer; `since` is one of the choices of `since_choices`."""
    full = complete(snapshot)
    pages = (
        _decided(full),
        _since(full, since),
        *_rounds(full),
        _differences(full),
        *_predictions(full),
        Page(name=NAME, title="Named states", blocks=tuple(map(_bare, named_states(full)))),
        _log(full),
        duties_page(full),
    )
    return tuple(page for page in pages if page.blocks)


def minutes_title(snapshot: Snapshot) -> str:
    """What stands over the minutes."""
    return f"Minutes: {snapshot.case.title}"


def minutes_facts(snapshot: Snapshot) -> tuple[str, ...]:
    """The workshop's title, when it was, who took part, and on what: a sentence each."""
    case, workshop = snapshot.case, snapshot.workshop
    days = workshop_days(workshop)
    names = list(dict.fromkeys(group.name for group in workshop.groups))
    rounds = counted(sum(bool(workshop.in_round(item.id)) for item in workshop.rounds), "round")
    added = ", and objections that the essay does not raise count" if snapshot.scenario.added else ""
    told = (
        snapshot.scenario.title or UNTITLED,
        f"{days_words(*days)}." if days else "",
        f"{group_names(names)}; {rounds}." if names else "",
        f"{source_line(case.source)}; case {case.id} {case.version}.",
        f"How arguments combine: {WAYS[snapshot.scenario.reading]}{added}.",
    )
    return tuple(text for text in told if text)


def workshop_days(workshop: Workshop) -> tuple[date, date] | None:
    """From which day to which something was done; None if nothing that happened has a date."""
    moments = [entry.at for entry in workshop.log]
    moments += [item.at for item in workshop.stages if item.at]
    moments += [item.asked for item in workshop.predictions if item.asked]
    moments += [group.arrived for group in workshop.groups if group.arrived]
    days = [moment.date() for moment in moments]
    return (min(days), max(days)) if days else None


def _decided(snapshot: Snapshot) -> Page:
    hidden = verdicts_hidden(snapshot)
    told = f"{HIDDEN}." if hidden else f"{headline(snapshot)}."
    return Page(
        name=NAME,
        title="What was decided and what it moved",
        blocks=(
            *map(_bare, decisions(snapshot)),
            Sentences(id="headline", lines=(Line(text=told, weight=Weight.STRONG),)),
            *(() if hidden else (_verdicts(snapshot),)),
        ),
    )


def _bare(block: Block) -> Block:
    """A block of the screen under its page's title, with what is private there: it is for those who took part."""
    if isinstance(block, Table):
        return replace(block, heading="", columns=tuple(replace(c, private=False) for c in block.columns))
    return replace(block, heading="")


def _verdicts(snapshot: Snapshot) -> Table:
    rows = []
    for item in snapshot.case.recommendations:
        now, then = (
            found.recommendation[item.id].verdict for found in (snapshot.evaluation, snapshot.baseline)
        )
        was = SignCell(sign=sign(then), words=True) if now is not then else SignCell()
        cells = (TextCell(text=item.title, code=item.code), SignCell(sign=sign(now), words=True), was)
        rows.append(Row(id=item.id, cells=cells, moved=now is not then))
    columns = (
        Column(id="recommendation", title="Recommendation", width=Width.STRETCH),
        Column(id="now", title="What has become of it"),
        Column(id="essay", title="In the essay"),
    )
    return Table(id="verdicts", columns=columns, rows=tuple(rows))


def _since(snapshot: Snapshot, since: str) -> Page:
    """What moved since the state that is chosen, where it says more than the verdicts do."""
    title, blocks, same = moves(snapshot, since)
    kept = bool(since) or not same
    return Page(name=NAME, title=title, blocks=blocks if kept else ())


def _rounds(snapshot: Snapshot) -> Iterator[Page]:
    workshop = snapshot.workshop
    for item in workshop.rounds:
        shown = take_standing(snapshot.case, reworked(workshop, round=item.id))
        if shown.groups:
            yield Page(
                name=NAME,
                title=item.name,
                lead=(Line(text=_agreed(shown)),),
                blocks=(*_stances(shown), *_apart(shown), *_moved(shown)),
            )


def _agreed(standing: Standing) -> str:
    apart, total = len(standing.differing), len(standing.case.assumptions)
    if len(standing.groups) == 1 and not apart:
        return f"{standing.groups[0].group.name} was the only one."
    if not apart:
        return f"Nobody differs on any of the {total} assumptions."
    rest = total - apart
    others = f"on the other {rest} all take the same stance" if rest else "there is no other"
    return f"They differ on {counted(apart, 'assumption')}; {others}."


def _stances(standing: Standing) -> tuple[Block, ...]:
    """Who takes which stance on what somebody differs on; paper votes as hold · unsure · fail."""
    groups = [item.group for item in standing.groups]
    rows = []
    for split in splits(standing):
        sides = [
            [group for group in groups if lane_of(group, split.item.id) == at] for at in range(len(STANCES))
        ]
        names = (", ".join(_named(group, split.item.id) for group in side) for side in sides)
        cells = (
            TextCell(text=split.item.title, code=split.item.code),
            *(TextCell(text=text, lines=len(groups)) for text in names),
        )
        rows.append(Row(id=split.item.id, cells=cells))
    columns = (
        Column(id="assumption", title="Assumption"),
        *(
            Column(id=stance.value, title=word(stance), sign=sign(stance), width=Width.STRETCH)
            for stance in STANCES
        ),
    )
    votes = any(group.ballot for group in groups)
    note = "In brackets: paper votes for holds · unsure · fails." if votes else ""
    return (Table(id="stances", columns=columns, rows=tuple(rows), note=note),) if rows else ()


def _named(group: Group, assumption: str) -> str:
    tally = tally_of(group, assumption)
    return f"{group.name} ({' · '.join(map(str, tally))})" if tally else group.name


def _apart(standing: Standing) -> tuple[Block, ...]:
    """The recommendations that end differently for different groups; none while verdicts are hidden."""
    rows = []
    for item in standing.case.recommendations if standing.workshop.asking is None else ():
        ways: dict[Verdict, list[str]] = {}
        for one in standing.groups:
            ways.setdefault(one.evaluation.recommendation[item.id].verdict, []).append(one.group.name)
        if len(ways) > 1:
            told = "; ".join(f"{clause(verdict)} for {group_names(names)}" for verdict, names in ways.items())
            cells = (TextCell(text=item.title, code=item.code), TextCell(text=told, lines=4))
            rows.append(Row(id=item.id, cells=cells))
    columns = (
        Column(id="recommendation", title="Recommendation"),
        Column(id="ends", title="It ends differently", width=Width.STRETCH),
    )
    return (Table(id="apart", columns=columns, rows=tuple(rows)),) if rows else ()


def _moved(standing: Standing) -> tuple[Block, ...]:
    """Who moved since the round before, and what that changed."""
    hidden = standing.workshop.asking is not None
    verdicts = [] if hidden else verdict_moves(standing)
    told = (*stance_moves(standing), *verdicts, *came_and_left(standing))
    return (Sentences(id="moves", lines=tuple(Line(text=text) for text in told)),) if told else ()


def _differences(snapshot: Snapshot) -> Page:
    """What to talk about and what can be parked, of the present round."""
    standing = snapshot.standing
    if standing is None or not standing.differing:
        return Page(name=NAME, title="")
    found = standing if standing.disagreements else with_disagreements(standing)
    groups = [item.group for item in found.groups]
    rows, parked = [], []
    for split in splits(found):
        if not split.matters_to:
            parked.append(split.item.title)
            continue
        advice = listed(i.title for i in snapshot.case.recommendations if i.id in split.matters_to)
        cells = (
            TextCell(text=split.item.title, code=split.item.code),
            TextCell(text=who_says_what(groups, split.item.id), lines=6),
            TextCell(text=advice, lines=6),
        )
        rows.append(Row(id=split.item.id, cells=cells))
    columns = (
        Column(id="assumption", title="Assumption"),
        Column(id="said", title="Who says what", width=Width.STRETCH),
        Column(id="advice", title="Recommendations that change with it", width=Width.STRETCH),
    )
    table = (Table(id="talk", columns=columns, rows=tuple(rows)),) if rows else ()
    told = f"Park these: no advice depends on {listed(parked)}, alone or together."
    lines = (Sentences(id="park", lines=(Line(text=told),)),) if parked else ()
    return Page(
        name=NAME, title="Talk about these" if rows else "Nothing to talk about", blocks=(*table, *lines)
    )


def _predictions(snapshot: Snapshot) -> Iterator[Page]:
    for item in snapshot.workshop.predictions:
        if not item.hands:
            continue
        score = foresight(snapshot.case, item) if item.phase is Phase.REVEALED else None
        line = NOT_REVEALED
        if score:
            most = (
                f"Most hands were right about {score.hits} of {counted(len(score.items), 'recommendation')}"
            )
            line = f"{most}; {score.right} of {counted(score.raised, 'hand')} were right in all."
        found = {one.id: one for one in score.items} if score else {}
        yield Page(
            name=NAME,
            title=f"Prediction: {item.question or QUESTION}",
            lead=(Line(text=line),),
            blocks=(_hands(snapshot, item, found),),
        )


def _hands(snapshot: Snapshot, prediction: Prediction, found: dict[str, Foreseen]) -> Table:
    rows = []
    for item in snapshot.case.recommendations:
        hands = prediction.of.get(item.id, Hands(id=item.id))
        if hands.raised:
            came = found.get(item.id)
            cells = (
                TextCell(text=item.title, code=item.code),
                *(TextCell(text=str(number)) for number in (hands.holds, hands.open, hands.falls)),
                TextCell(text=_came(came.status) if came else ""),
                TextCell(text=f"{came.right} of {came.raised}" if came else ""),
            )
            rows.append(Row(id=item.id, cells=cells))
    columns = (
        Column(id="recommendation", title="Recommendation", width=Width.STRETCH),
        *(Column(id=way.lower(), title=way, right=True) for way in ("Holds", "Open", "Fails")),
        Column(id="came", title="What became of it"),
        Column(id="right", title="Foreseen by"),
    )
    return Table(id=f"hands-{prediction.id}", columns=columns, rows=tuple(rows))


def _came(status: Status) -> str:
    return clause(CAME[status]) if status in CAME else "fails"


def _log(snapshot: Snapshot) -> Page:
    """What was done, the oldest first, under its days, with the reasons."""
    rows = tuple(replace(logged(line), section=line.day) for line in log_lines(snapshot.workshop))
    columns = (
        Column(id="when", title="When"),
        Column(id="who", title="Who"),
        Column(id="what", title="What", width=Width.STRETCH),
        Column(id="moved", title="What moved", width=Width.STRETCH),
        Column(id="why", title="Why", width=Width.STRETCH),
    )
    return Page(name=NAME, title="Log", blocks=(Table(id="log", columns=columns, rows=rows),) if rows else ())
