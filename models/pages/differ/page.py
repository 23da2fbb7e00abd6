"""Where do we differ? Groups in lanes, two scenarios side by side, and what was predicted."""

from collections.abc import Iterator
from dataclasses import replace

from models.language.link_words import contradiction_words
from models.language.messages import message
from models.language.words import counted, listed
from models.language.workshop.group_words import called, group_names
from models.language.workshop.lane_words import came_and_left, number_word, verdict_moves
from models.pages.differ.collecting import UNTIL, how_many_in, kept_back, reveal_choice, who_is_in
from models.pages.differ.group_list import GROUPS, group_blocks
from models.pages.differ.lanes import lanes_blocks, splits, talk_about
from models.pages.differ.outcomes import verdicts_table
from models.pages.differ.phones import phones_in
from models.pages.differ.sides import sides_page
from models.pages.hidden import HIDDEN
from models.pages.parts import choice_of, unfolding, with_text
from models.pages.programme.predict import predictions_page
from models.schema.action import Command, Step, look
from models.schema.case import Case, Reading
from models.schema.page import Block, Choice, Form, Line, Option, Page, Sentences, Tone, Weight
from models.schema.scenario import Scenario
from models.schema.snapshot import Snapshot
from models.schema.standing import Standing
from models.schema.steps.workshop_steps import with_round
from models.schema.view import DifferPart, PageName

NAME = PageName.DIFFER.value
PARTS = {
    DifferPart.GROUPS: "Groups",
    DifferPart.SIDES: "Side by side",
    DifferPart.PREDICTIONS: "Predictions",
}
VERDICTS = "group-verdicts"
HOW = (
    "Open or drop their scenario files, watch the folder that they save into, or type in their paper votes. "
    "You then see where they differ, and what advice depends on it."
)
NOW = "Decide which assumptions hold: answers stay hidden until they are revealed."
SORTED = "By how much advice depends on it and how split the {0} are."
MINORITIES = "A minority counts as well."
ALIKE = "They do not all combine arguments in the same way."
ROUGH = "Too tangled to be exact: what is parked may still matter."


WAYS_IN = (
    Option(
        text="Enter a table",
        action=Command("tally"),
        icon="plus",
        tip="Type in the paper votes of one table",
    ),
    Option(
        text="Add files",
        action=Command("add-groups"),
        tip="Open the scenario files that the groups saved, or a spreadsheet of ballots",
    ),
    Option(
        text="Watch folder",
        action=Command("watch-folder"),
        tip="Take in what groups save into a folder, as it comes",
    ),
    Option(
        text="Phones",
        action=Command("phones"),
        tip="Let people vote from their phones, on this laptop’s network",
    ),
)
BEGINNINGS = Choice(id="begin", label="Groups", options=WAYS_IN, form=Form.LARGE, private=True, share=1)
"""The ways in which a group comes in, large, where none has yet."""


def differ(snapshot: Snapshot) -> Page:
    """The page, in the part that the view is at."""
    parts = choice_of("differ", "What to look at", PARTS, snapshot.view.differ)
    match snapshot.view.differ:
        case DifferPart.GROUPS:
            page = _groups(snapshot, parts)
        case DifferPart.SIDES:
            page = sides_page(snapshot, parts)
        case DifferPart.PREDICTIONS:
            page = predictions_page(snapshot, parts)
    return with_text(page)


def _groups(snapshot: Snapshot, parts: Choice) -> Page:
    standing = snapshot.groups_shown
    tools = (parts, *_rounds(snapshot), *_gather(snapshot))
    if standing is None or not standing.groups:
        title, line = _waiting(snapshot)
        return Page(
            name=NAME,
            title=title,
            lead=(Line(text=line, weight=Weight.SOFT, private=True),),
            tools=tools if snapshot.workshop.groups else (parts,),
            caption=_happening(title),
            blocks=(
                *phones_in(snapshot),
                BEGINNINGS,
                *(group_blocks(snapshot) if GROUPS in snapshot.view.unfolded else ()),
            ),
        )
    if not standing.workshop.is_revealed(standing.workshop.round):
        return _collecting(snapshot, standing, tools)
    return Page(
        name=NAME,
        title=groups_title(standing),
        lead=_lead(standing),
        tools=tools,
        blocks=(*lanes_blocks(snapshot, standing), *_more(snapshot, standing)),
    )


def _collecting(snapshot: Snapshot, standing: Standing, tools: tuple[Choice, ...]) -> Page:
    """A round whose answers are not revealed: who is in, and for the laptop alone what they say."""
    lead = (replace(line, private=True) for line in _lead(standing, is_open=True))
    shown = (*lanes_blocks(snapshot, standing), *_more(snapshot, standing))
    return Page(
        name=NAME,
        title=how_many_in(standing),
        lead=(Line(text=UNTIL, weight=Weight.SOFT), *lead),
        tools=(tools[0], *reveal_choice(standing), *tools[1:]),
        blocks=(*phones_in(snapshot), *who_is_in(standing), *kept_back(shown)),
    )


def groups_title(standing: Standing) -> str:
    """What to talk about, or that there is nothing to, in one sentence without its full stop."""
    names, number = [item.group.name for item in standing.groups], len(standing.groups)
    apart, total = len(standing.differing), len(standing.assumptions)
    if number == 1 and not apart:
        return f"{names[0]} is the only one so far: add another to see where they differ"
    everyone = f"{'Both' if number == 2 else f'All {number_word(number)}'} {called(names)}"
    if not apart:
        return f"{everyone} agree on all {total} assumptions"
    whose = f"People at {names[0]}" if number == 1 else f"The {called(names)}"
    if standing.disagreements is None:
        return f"{whose} differ on {counted(apart, 'assumption')}"
    first = [item.title for item in talk_about(standing)]
    if not first and any(split.matters_to for split in splits(standing)):
        return f"{whose} differ on {counted(apart, 'assumption')}, but only by a few voices"
    if not first:
        them = "it" if apart == 1 else "them"
        return f"{whose} differ on {counted(apart, 'assumption')}; no advice depends on {them}"
    if len(first) == 1:
        return f"Talk about one: {first[0]}"
    return f"Talk about {number_word(len(first))}: {listed(first)}"


def _lead(standing: Standing, *, is_open: bool = False) -> tuple[Line, ...]:
    """How the rows are sorted, unless the round is still open, and what is to be known of the groups."""
    names = [item.group.name for item in standing.groups]
    found, told = standing.disagreements, []
    if len(standing.differing) > 1 and not is_open:
        told.append(SORTED.format(called(names)))
    if found is not None and not found.exact:
        told.append(ROUGH)
    if standing.workshop.asking is not None:
        told.append(f"{HIDDEN}.")
    if any(item.group.ballot for item in standing.groups):
        told.append(MINORITIES)
    told += [*_without_verdict(standing)]
    combining = _combining(standing)
    told += [ALIKE] if combining else []
    return (Line(text=" ".join(told), weight=Weight.SOFT, tip=combining),) if told else ()


def _without_verdict(standing: Standing) -> Iterator[str]:
    """The groups whose stances links rule out, each with why."""
    for item in standing.groups:
        found = item.evaluation.contradiction
        if found is not None:
            yield f"{item.group.name} has no verdicts. {contradiction_words(standing.case, found)}."


def _combining(standing: Standing) -> str:
    """How each group combines arguments, where they do not do it alike."""
    ways: dict[str, list[str]] = {}
    for item in standing.groups:
        ways.setdefault(_way(standing.case, item.group.scenario), []).append(item.group.name)
    if len(ways) < 2:
        return ""
    return "; ".join(f"{group_names(names)}: {way}" for way, names in ways.items())


def _way(case: Case, scenario: Scenario) -> str:
    one = scenario.reading is Reading.ANY_GROUND
    parts = ["one argument is enough" if one else "every argument must hold"]
    parts += ["added objections count"] if scenario.added else []
    rejected = sum(rule.id in scenario.set_aside for rule in case.rules)
    parts += [f"{counted(rejected, 'argument')} rejected"] if rejected else []
    return listed(parts)


def _waiting(snapshot: Snapshot) -> tuple[str, str]:
    """What stands where there is no group yet: a title, and what to do about it."""
    workshop = snapshot.workshop
    wanted = snapshot.view.round or workshop.round
    now = next((item.name for item in workshop.rounds if item.id == wanted), "")
    names = list(dict.fromkeys(group.name for group in workshop.groups))
    if not names:
        return "Waiting for the groups", HOW
    known = f"Known so far: {group_names(names)}. As each comes in, you see whether it moved."
    return f"Waiting for the {called(names)} to come in for {now}", known


def _happening(title: str) -> tuple[Line, ...]:
    """What the room reads while nobody is in: what is waited for, and what everybody does until then."""
    waiting = Line(text=f"{title}.", weight=Weight.CAPTION, tone=Tone.BRAND)
    return (waiting, Line(text=message(NOW), weight=Weight.CAPTION))


def _rounds(snapshot: Snapshot) -> tuple[Choice, ...]:
    workshop = snapshot.workshop
    if len(workshop.rounds) < 2:
        return ()
    shown = snapshot.view.round or workshop.round
    options = (
        Option(
            text=item.name,
            action=look(round="" if item.id == workshop.round else item.id),
            chosen=item.id == shown,
        )
        for item in workshop.rounds
    )
    return (Choice(id="choose-round", label="Round", options=tuple(options)),)


def _gather(snapshot: Snapshot) -> tuple[Choice, ...]:
    """How groups come in, and what unfolds below them."""
    typed, *others = WAYS_IN
    ways = Choice(id="ways-in", label="More ways in", options=tuple(others), form=Form.MENU)
    tip = "The groups say anew where they stand"
    options = (
        Option(text="New round", action=Step(with_round), tip=tip),
        unfolding(snapshot.view, VERDICTS, "Verdicts", "Verdicts"),
        unfolding(snapshot.view, GROUPS, "Names", "Names"),
    )
    return (
        Choice(id="gather", label="Groups", options=(typed,), form=Form.BUTTONS),
        ways,
        Choice(id="rounds", label="Rounds", options=options, form=Form.BUTTONS),
    )


def _more(snapshot: Snapshot, standing: Standing) -> tuple[Block, ...]:
    blocks: list[Block] = []
    if VERDICTS in snapshot.view.unfolded and standing.workshop.asking is None:
        blocks.append(verdicts_table(standing))
        moved = tuple(Line(text=text) for text in (*verdict_moves(standing), *came_and_left(standing)))
        if moved:
            blocks.append(Sentences(id="moved", heading="What the moves changed", lines=moved))
    if GROUPS in snapshot.view.unfolded:
        blocks += group_blocks(snapshot)
    return tuple(blocks)
