"""The minutes: what was decided, what it moved, who stood where, what was foreseen, who watches what.

They are pages like those on the screen, to be set on paper or written down, and hold the reasons that the room's
screen does not show. A part of which there is nothing to tell is left out.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from models.analyses.groups.standing import foresight
from models.analyses.snapshots import complete
from models.language.dates import days_words
from models.language.headline import headline
from models.language.messages import marked, message, plural, told
from models.language.naming import the_source
from models.language.panes import source_line
from models.language.signs import hidden_words, verdicts_hidden
from models.language.states import sign
from models.language.workshop.group_words import group_names
from models.pages.impossible import supposed, way_word
from models.pages.programme.predict import WAYS as HANDS
from models.pages.watch.decided import HEADING, NOTHING, decided_table
from models.pages.watch.kept import duties_page
from models.pages.watch.log import log_lines, named_states, other_words
from models.pages.watch.minutes_rounds import NAME, rounds
from models.pages.watch.so_far import FULL_LOG, WHO_SAYS, logged, moves, otherwise
from models.schema.grades import Reading
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
    soft,
)
from models.schema.result import Status
from models.schema.snapshot import Snapshot
from models.schema.standing import Foreseen, Foresight
from models.schema.workshop import Hands, Phase, Prediction, Workshop

UNTITLED = marked("A workshop without a title")
NOT_REVEALED = marked("Not revealed yet.")
WAYS = {
    Reading.ONE_ARGUMENT: marked("one argument is enough"),
    Reading.EVERY_ARGUMENT: marked("every argument must hold"),
}
CAME = {
    Status.ACCEPTED: marked("still holds"),
    Status.OPEN: marked("is open"),
    Status.REJECTED: marked("falls"),
}


def minutes(snapshot: Snapshot, since: str = "") -> tuple[Page, ...]:
    """The minutes as they stand, with every slow answer; `since` is one of the choices of `since_choices`."""
    full = complete(snapshot)
    pages = (
        _decided(full),
        _otherwise(full),
        _since(full, since),
        *rounds(full),
        *_predictions(full),
        Page(name=NAME, title=message("Named states"), blocks=tuple(map(_bare, named_states(full)))),
        _log(full),
        duties_page(full),
    )
    return tuple(page for page in pages if page.blocks)


def minutes_title(snapshot: Snapshot) -> str:
    """What stands over the minutes."""
    return told("Minutes: {case}", case=snapshot.case.title)


def minutes_facts(snapshot: Snapshot) -> tuple[str, ...]:
    """The workshop's title, when it was, who took part, and on what: a sentence each."""
    case, workshop = snapshot.case, snapshot.workshop
    names = list(dict.fromkeys(group.name for group in workshop.groups))
    rounds = plural(
        "{groups}; {number} round.",
        "{groups}; {number} rounds.",
        sum(bool(workshop.in_round(item.id)) for item in workshop.rounds),
        groups=group_names(names),
    )
    horizon = snapshot.scenario.horizon
    facts = (
        snapshot.scenario.title or message(UNTITLED),
        *details_facts(snapshot),
        rounds if names else "",
        told(
            "{source}; case {case} {version}.",
            source=source_line(case.source),
            case=case.id,
            version=case.version,
        ),
        told("Planned for: {horizon}.", horizon=horizon) if horizon else "",
        told(
            "How arguments combine: {way}, and objections that {source} does not raise count."
            if snapshot.scenario.added
            else "How arguments combine: {way}.",
            way=message(WAYS[snapshot.scenario.reading]),
            source=the_source(snapshot.case),
        ),
    )
    return tuple(text for text in facts if text)


def details_facts(snapshot: Snapshot) -> tuple[str, ...]:
    """Where and when it was held, who led it, who took part; when is taken from the log where nobody wrote it."""
    details, days = snapshot.workshop.details, workshop_days(snapshot.workshop)
    when = details.held or (days_words(*days) if days else "")
    held = ", ".join(text for text in (details.place, when) if text)
    led = told("Led by {name}", name=details.led_by) if details.led_by else ""
    names = ", ".join(details.took_part.split("\n"))
    part = told("Took part: {names}", names=names) if names else ""
    return tuple(f"{text.rstrip('.')}." for text in (held, led, part) if text)


def workshop_days(workshop: Workshop) -> tuple[date, date] | None:
    """From which day to which something was done; None if nothing that happened has a date."""
    moments = [entry.at for entry in workshop.log]
    moments += [item.at for item in workshop.stages if item.at]
    moments += [item.asked for item in workshop.predictions if item.asked]
    moments += [group.arrived for group in workshop.groups if group.arrived]
    days = [moment.date() for moment in moments]
    return (min(days), max(days)) if days else None


def _decided(snapshot: Snapshot) -> Page:
    """What was marked as decided; that nothing was is told as well."""
    table = decided_table(snapshot)
    nothing = Sentences(id="decided-none", lines=(soft(message(NOTHING)),))
    return Page(name=NAME, title=message(HEADING), blocks=(_bare(table) if table else nothing,))


def _otherwise(snapshot: Snapshot) -> Page:
    hidden = verdicts_hidden(snapshot)
    counted = f"{hidden_words(snapshot)}." if hidden else f"{headline(snapshot)}."
    return Page(
        name=NAME,
        title=told(
            "What the room takes otherwise than {source}, and what that moves",
            source=the_source(snapshot.case),
        ),
        blocks=(
            *map(_bare, otherwise(snapshot)),
            Sentences(id="headline", lines=(Line(text=counted, weight=Weight.STRONG),)),
            *(() if hidden else (verdicts(snapshot),)),
        ),
    )


def _bare(block: Block) -> Block:
    """A block of the screen under its page's title, with what is private there: it is for those who took part."""
    if isinstance(block, Table):
        return replace(block, heading="", columns=tuple(replace(c, private=False) for c in block.columns))
    return replace(block, heading="")


def verdicts(snapshot: Snapshot) -> Table:
    """What has become of each recommendation, and what it is in the source where that is something else."""
    rows = []
    for item in snapshot.case.recommendations:
        now, then = (
            found.recommendation[item.id].verdict for found in (snapshot.evaluation, snapshot.baseline)
        )
        was = SignCell(sign=sign(then), words=True) if now is not then else SignCell()
        cells = (TextCell(text=item.title, code=item.code), SignCell(sign=sign(now), words=True), was)
        rows.append(Row(id=item.id, cells=cells, moved=now is not then))
    columns = (
        Column(id="recommendation", title=message("Recommendation"), width=Width.STRETCH),
        Column(id="now", title=message("What has become of it")),
        Column(id="source", title=told("In {source}", source=the_source(snapshot.case))),
    )
    return Table(id="verdicts", columns=columns, rows=tuple(rows))


def _since(snapshot: Snapshot, since: str) -> Page:
    """What moved since the state that is chosen, where it says more than the verdicts do."""
    title, blocks, same = moves(snapshot, since)
    kept = bool(since) or not same
    return Page(name=NAME, title=title, blocks=blocks if kept else ())


def _predictions(snapshot: Snapshot) -> Iterator[Page]:
    for item in snapshot.workshop.predictions:
        if not item.hands:
            continue
        score = foresight(snapshot.case, item) if item.phase is Phase.REVEALED else None
        line = _foreseen(score) if score else message(NOT_REVEALED)
        found = {one.id: one for one in score.items} if score else {}
        yield Page(
            name=NAME,
            title=told("Prediction: {question}", question=supposed(snapshot, item)),
            lead=(Line(text=line),),
            blocks=(_hands(snapshot, item, found),),
        )


def _foreseen(score: Foresight) -> str:
    most = plural(
        "The room was right about {hits} of {number} recommendation",
        "The room was right about {hits} of {number} recommendations",
        len(score.items),
        hits=score.hits,
    )
    return plural(
        "{most}; {right} of {number} hand were right in all.",
        "{most}; {right} of {number} hands were right in all.",
        score.raised,
        most=most,
        right=score.right,
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
                TextCell(text=message(CAME[came.status]) if came else ""),
                TextCell(
                    text=told("{right} of {raised}", right=came.right, raised=came.raised) if came else ""
                ),
            )
            rows.append(Row(id=item.id, cells=cells))
    columns = (
        Column(id="recommendation", title=message("Recommendation"), width=Width.STRETCH),
        *(Column(id=way, title=way_word(way), right=True) for way in HANDS),
        Column(id="came", title=message("What became of it")),
        Column(id="right", title=message("Foreseen by")),
    )
    return Table(id=f"hands-{prediction.id}", columns=columns, rows=tuple(rows))


def _log(snapshot: Snapshot) -> Page:
    """What was done, the oldest first, under its days, with the reasons."""
    full = FULL_LOG in snapshot.view.unfolded
    lines = log_lines(snapshot.workshop, full, case=snapshot.case)
    rows = tuple(replace(logged(line), section=line.day) for line in lines)
    columns = (
        Column(id="when", title=message("When")),
        Column(id="what", title=message("What"), width=Width.STRETCH),
        Column(id="moved", title=message("What moved"), width=Width.STRETCH),
        Column(id="why", title=message("Why"), width=Width.STRETCH),
        Column(id="voice", title=message(WHO_SAYS)),
    )
    table = Table(id="log", columns=columns, rows=rows, note=other_words(snapshot.workshop, full))
    return Page(name=NAME, title=message("Log"), blocks=(table,) if rows else ())
