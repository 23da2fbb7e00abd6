"""The minutes: what the room decided and why, what moved since, the states that were named, and the log."""

from dataclasses import replace

from models.language.changes import differences
from models.language.messages import marked, message, plural, told
from models.language.naming import the_source
from models.language.signs import verdicts_hidden
from models.language.states import sign
from models.pages.parts import remember, remembered, unfolding
from models.pages.watch.decided import decided_blocks, decided_title
from models.pages.watch.log import (
    UNSEEN,
    LogLine,
    line_count,
    log_heading,
    log_lines,
    named_states,
    naming,
    other_words,
)
from models.pages.watch.moved_since import BASELINE, moved_since, since_choices
from models.schema.action import Action, Command, look
from models.schema.grades import Kind
from models.schema.page import (
    Beside,
    Block,
    Choice,
    Column,
    Entry,
    EntryCell,
    Form,
    Line,
    Option,
    Page,
    Row,
    Sentences,
    SignCell,
    Stack,
    Table,
    TextCell,
    Weight,
    Width,
    soft,
)
from models.schema.scenario import changed_stances
from models.schema.snapshot import Snapshot
from models.schema.steps.scenario_steps import name_voice, write_reason
from models.schema.steps.workshop_steps import name_said_by, write_why
from models.schema.view import PageName

SINCE = "since:"
LATEST, SENTENCES = 40, 4
FULL_LOG = "full-log"
WHO_SAYS = marked("Who says so")


def minutes_page(snapshot: Snapshot, parts: Choice) -> Page:
    """The minutes as they stand."""
    return Page(
        name=PageName.WATCH.value,
        title=decided_title(snapshot),
        tools=(parts, _since_choice(snapshot), _handing_on(snapshot)),
        blocks=(
            Beside(
                id="so-far",
                blocks=(
                    Stack(id="decided", blocks=(*decided_blocks(snapshot), *otherwise(snapshot))),
                    Stack(
                        id="since-then",
                        blocks=(*_since(snapshot), *naming(snapshot), *named_states(snapshot)),
                    ),
                ),
            ),
            _log(snapshot),
        ),
    )


def _handing_on(snapshot: Snapshot) -> Choice:
    options = (
        unfolding(snapshot.view, FULL_LOG, message("Full log"), message("Full log")),
        Option(
            text=message("Save the minutes"),
            action=Command("export-minutes"),
            tip=message("As a text file (Markdown)"),
        ),
        Option(text=message("Print"), action=Command("print"), tip=message("The minutes and other prints")),
    )
    return Choice(id="hand-on", label=message("Hand on"), options=options, form=Form.BUTTONS)


def _voice(name: str, action: Action, about: str) -> EntryCell:
    """Who gives a reason: asked beside it, and holding for it alone."""
    return EntryCell(text=name, action=action, hint=message("who"), label=f"{message(WHO_SAYS)}: {about}")


def otherwise(snapshot: Snapshot) -> tuple[Block, ...]:
    """Every stance that the room takes otherwise than the source, with its reason, which only the laptop shows."""
    case, scenario = snapshot.case, snapshot.scenario
    changed = changed_stances(case, scenario)
    heading = told("What the room takes otherwise than {source}", source=the_source(case))
    rows = []
    for name in changed:
        item = next(one for one in case.assumptions if one.id == name)
        why = EntryCell(
            text=scenario.rationale_of.get(name, ""),
            action=write_reason(name),
            kind=Entry.LONG_TEXT,
            hint=message("why"),
            label=told("Why: {why}", why=item.title),
        )
        stance = scenario.stance_of[name]
        cells = (
            TextCell(text=item.title, code=item.code),
            SignCell(sign=sign(item.kind if item.kind is Kind.ADDED else item.baseline), words=True),
            SignCell(sign=sign(stance), words=True, ground=True),
            why,
            _voice(scenario.voice_of.get(name, ""), name_voice(name), item.title),
        )
        spoken = f"{item.title}: {sign(stance).word}"
        rows.append(Row(id=name, cells=cells, spoken=spoken, action=look(picked=name)))
    counting = differences(case, scenario)[len(changed) :]
    lines = tuple(Line(text=text) for text in counting)
    others = (Sentences(id="counting", lines=lines),) if lines else ()
    if not rows:
        alike = told("The room takes every assumption as {source} does.", source=the_source(case))
        as_source = soft(alike)
        return (Sentences(id="decisions", heading=heading, lines=(as_source,)), *others)
    columns = (
        Column(id="assumption", title=message("Assumption"), width=Width.STRETCH),
        Column(id="source", title=told("In {source}", source=the_source(case))),
        Column(id="room", title=message("In the room")),
        Column(id="why", title=message("Why"), width=Width.STRETCH, private=True),
        Column(id="voice", title=message(WHO_SAYS), private=True),
    )
    return (Table(id="decisions", heading=heading, columns=columns, rows=tuple(rows)), *others)


def _since_choice(snapshot: Snapshot) -> Choice:
    choices = since_choices(snapshot, snapshot.workshop)
    chosen = _chosen(snapshot)
    options = (
        Option(
            text=told("Since {then}", then=item.spoken),
            action=remember(snapshot.view, SINCE, item.id),
            chosen=item.id == chosen,
        )
        for item in choices
    )
    return Choice(id="since", label=message("What moved since"), options=tuple(options), form=Form.MENU)


def _chosen(snapshot: Snapshot) -> str:
    wanted = remembered(snapshot.view, SINCE)
    known = [item.id for item in since_choices(snapshot, snapshot.workshop)]
    return wanted if wanted in known else known[0]


def _since(snapshot: Snapshot) -> tuple[Block, ...]:
    """What moved since the state that is chosen, under a heading that counts it."""
    headline, blocks, _ = moves(snapshot, _chosen(snapshot))
    if verdicts_hidden(snapshot):
        return ()
    if not blocks:
        return (Sentences(id="nothing-moved", lines=(soft(f"{headline}."),)),)
    return (replace(blocks[0], heading=headline), *(_in_short(block) for block in blocks[1:]))


def _in_short(block: Block) -> Block:
    """The first sentences, and how many more there are: on paper all of them stand."""
    if not isinstance(block, Sentences) or len(block.lines) <= SENTENCES:
        return block
    rest = len(block.lines) - SENTENCES + 1
    told_rest = plural(
        "And {number} more change, in the printed minutes.",
        "And {number} more changes, in the printed minutes.",
        rest,
    )
    more = soft(told_rest)
    return replace(block, lines=(*block.lines[: SENTENCES - 1], more))


def moves(snapshot: Snapshot, chosen: str = "") -> tuple[str, tuple[Block, ...], bool]:
    """What moved since a state: the sentence that counts it, verdicts with what they were, the rest as sentences.

    Last comes whether that says no more than decisions and verdicts do. While verdicts are hidden there is nothing.
    """
    found = moved_since(snapshot, snapshot.workshop, chosen)
    if verdicts_hidden(snapshot):
        return found.headline, (), True
    rows = tuple(
        Row(
            id=item.id,
            cells=(
                TextCell(text=item.title, code=item.code),
                SignCell(sign=sign(item.before), words=True),
                SignCell(sign=sign(item.verdict), words=True, ground=True),
            ),
            spoken=told(
                "{name}: {before}, now {after}",
                name=item.title,
                before=sign(item.before).word,
                after=sign(item.verdict).word,
            ),
            action=look(picked=item.id),
        )
        for item in found.verdicts
    )
    columns = (
        Column(id="recommendation", title=message("Recommendation"), width=Width.STRETCH),
        Column(id="then", title=message("Then", "time")),
        Column(id="now", title=message("Now")),
    )
    said = (*found.stances, *found.settings, *found.signposts, *((found.note,) if found.note else ()))
    lines = tuple(Line(text=text) for text in said)
    table = (Table(id="moved", columns=columns, rows=rows),) if rows else ()
    sentences = (Sentences(id="moved-too", lines=lines),) if lines else ()
    same = found.nothing or (found.since.id == BASELINE and not found.signposts)
    return found.headline, (*table, *sentences), same


def _log(snapshot: Snapshot) -> Table:
    """What was done, the newest first; its reasons are for the facilitator only."""
    full = FULL_LOG in snapshot.view.unfolded
    most = None if snapshot.view.everything else LATEST
    shown = log_lines(snapshot.workshop, full, most, snapshot.case)[::-1]
    left = line_count(snapshot.workshop, full) - len(shown)
    earlier = plural("{number} earlier line is in the file.", "{number} earlier lines are in the file.", left)
    return Table(
        id="log",
        heading=log_heading(snapshot.workshop),
        columns=(
            Column(id="when", title=message("When")),
            Column(id="what", title=message("What"), width=Width.STRETCH),
            Column(id="moved", title=message("What moved"), width=Width.STRETCH),
            Column(id="why", title=message("Why"), width=Width.STRETCH, private=True),
            Column(id="voice", title=message(WHO_SAYS), private=True),
        ),
        rows=tuple(logged(line) for line in shown),
        note=" ".join(filter(None, (earlier if left else "", other_words(snapshot.workshop, full)))),
        empty=message("Every change that the room makes is noted here with its time and what it moved."),
        share=1,
    )


def logged(line: LogLine) -> Row:
    """One line of the log."""
    hidden = line.moved == message(UNSEEN)
    return Row(
        id=line.id,
        cells=(
            TextCell(text=" ".join(line.when.split()), weight=Weight.SOFT),
            TextCell(
                text=line.what,
                lines=2,
                struck=line.undone,
                weight=Weight.FAINT if line.undone else Weight.NORMAL,
                tip=message("Undone" if line.undone else ""),
            ),
            TextCell(text=line.moved, weight=Weight.FAINT if hidden else Weight.NORMAL, lines=2),
            EntryCell(
                text=line.why,
                action=write_why(line.id),
                kind=Entry.LONG_TEXT,
                hint=message("why"),
                label=told("Why: {why}", why=line.what),
            ),
            _voice(line.said_by, name_said_by(line.id), line.what),
        ),
        spoken=f"{line.when}: {line.what}. {line.moved}",
    )
