"""Where do we differ? Groups in lanes, two scenarios side by side, and what was predicted."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from models.language.link_words import contradictions_words
from models.language.messages import marked, message, plural, told
from models.language.naming import quoted
from models.language.words import in_turn, listed
from models.language.workshop.group_words import called, group_names, round_name
from models.language.workshop.lane_words import number_word
from models.language.workshop.move_words import came_and_left, verdict_moves
from models.pages.differ.collecting import (
    UNTIL,
    beginnings,
    happening,
    how_many_in,
    kept_back,
    phones_in,
    reveal_choice,
    ways_in,
    who_did_not,
    who_is_in,
)
from models.pages.differ.group_list import GROUPS, group_blocks
from models.pages.differ.lanes import MANY, lanes_blocks
from models.pages.differ.outcomes import verdicts_table
from models.pages.differ.sides import sides_page
from models.pages.differ.splits import splits, talk_about
from models.pages.impossible import HIDDEN
from models.pages.parts import choice_of, unfolding, with_text
from models.pages.programme.predict import predictions_page
from models.schema.action import Step, look
from models.schema.case import Case
from models.schema.grades import Reading
from models.schema.page import Block, Choice, Form, Line, Option, Page, Sentences, Weight, soft
from models.schema.scenario import Scenario
from models.schema.snapshot import Snapshot
from models.schema.standing import Standing
from models.schema.steps.workshop_steps import with_round
from models.schema.view import DifferPart, PageName

NAME = PageName.DIFFER.value
PARTS = {
    DifferPart.GROUPS: marked("Groups"),
    DifferPart.SIDES: marked("Side by side"),
    DifferPart.PREDICTIONS: marked("Predictions"),
}
VERDICTS = "group-verdicts"
BOTH = 2
HOW = marked(
    "Open or drop their scenario files, watch the folder that they save into, or type in their paper votes. "
    "You then see where they differ, and what advice depends on it."
)
MINORITIES = marked("A minority counts as well.")
ALIKE = marked("They do not all combine arguments in the same way.")
ROUGH = marked("Too tangled to be exact: more advice may depend on an assumption than stands beside it.")


def differ(snapshot: Snapshot) -> Page:
    """The page, in the part that the view is at."""
    parts = choice_of("differ", marked("What to look at"), PARTS, snapshot.view.differ)
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
            lead=(soft(line, private=True),),
            tools=tools if snapshot.workshop.groups else (parts,),
            caption=happening(title),
            blocks=(
                *phones_in(snapshot),
                beginnings(),
                *(group_blocks(snapshot) if GROUPS in snapshot.view.unfolded else ()),
            ),
        )
    if not standing.workshop.is_revealed(standing.workshop.round):
        return _collecting(snapshot, standing, tools)
    return Page(
        name=NAME,
        title=groups_title(standing),
        lead=(*who_did_not(standing), *_lead(standing)),
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
        lead=(soft(message(UNTIL)), *lead),
        tools=(tools[0], *reveal_choice(standing), *tools[1:]),
        blocks=(*phones_in(snapshot), *who_is_in(standing), *kept_back(shown)),
    )


def groups_title(standing: Standing) -> str:
    """What to talk about, or that there is nothing to, in one sentence without its full stop."""
    names, number = [item.group.name for item in standing.groups], len(standing.groups)
    apart, total = len(standing.differing), len(standing.assumptions)
    if number == 1 and not apart:
        return told("Only one group so far, {group}: add another to see where they differ", group=names[0])
    if not apart:
        return told(
            "Both {groups} agree on all {total} assumptions"
            if number == BOTH
            else "All {number} {groups} agree on all {total} assumptions",
            number=number_word(number),
            groups=called(names),
            total=total,
        )
    first = [quoted(item.title) for item in talk_about(standing)] if standing.disagreements else []
    if not first:
        return _differing(standing, names, apart)
    if len(first) == 1:
        return told("Talk about one: {name}", name=first[0])
    return told("Talk about {number}: {names}", number=number_word(len(first)), names=listed(first))


def _differing(standing: Standing, names: Sequence[str], apart: int) -> str:
    """That they differ, though there is nothing to talk about."""
    alone = len(names) == 1
    who = told("People at {groups}" if alone else "The {groups}", groups=names[0] if alone else called(names))
    found = splits(standing)
    matters = any(split.matters_to for split in found)
    if standing.disagreements is None or not (matters or all(split.idle for split in found)):
        return plural(
            "{who} differ on {number} assumption", "{who} differ on {number} assumptions", apart, who=who
        )
    if matters:
        return plural(
            "{who} differ on {number} assumption, but only by a few voices",
            "{who} differ on {number} assumptions, but only by a few voices",
            apart,
            who=who,
        )
    return plural(
        "{who} differ on {number} assumption; no advice depends on it",
        "{who} differ on {number} assumptions; no advice depends on them",
        apart,
        who=who,
    )


def _lead(standing: Standing, *, is_open: bool = False) -> tuple[Line, ...]:
    """How the rows are sorted, unless the round is still open, and what is to be known of the groups."""
    names = [item.group.name for item in standing.groups]
    found, said = standing.disagreements, []
    if len(standing.differing) > 1 and not is_open:
        said.append(
            told("By how much advice depends on it and how split the {groups} are.", groups=called(names))
        )
    if found is not None and not found.exact:
        said.append(message(ROUGH))
    if standing.workshop.asking is not None:
        said.append(f"{message(HIDDEN)}.")
    if any(item.group.ballot for item in standing.groups):
        said.append(message(MINORITIES))
    said += [*_without_verdict(standing)]
    combining = _combining(standing)
    said += [message(ALIKE)] if combining else []
    crowd = len(names) > MANY
    return (Line(text=" ".join(said), weight=Weight.SOFT, tip=combining, private=crowd),) if said else ()


def _without_verdict(standing: Standing) -> Iterator[str]:
    """The groups whose stances links rule out, each with why."""
    for item in standing.groups:
        if item.evaluation.contradictions:
            why = contradictions_words(standing.case, item.evaluation.contradictions)
            yield told("No verdicts for {group}. {why}.", group=item.group.name, why=why)


def _combining(standing: Standing) -> str:
    """How each group combines arguments, where they do not do it alike."""
    ways: dict[str, list[str]] = {}
    for item in standing.groups:
        ways.setdefault(_way(standing.case, item.group.scenario), []).append(item.group.name)
    if len(ways) < 2:
        return ""
    return "; ".join(f"{group_names(names)}: {way}" for way, names in ways.items())


def _way(case: Case, scenario: Scenario) -> str:
    one = scenario.reading is Reading.ONE_ARGUMENT
    parts = [message("one argument is enough" if one else "every argument must hold")]
    parts += [message("added objections count")] if scenario.added else []
    rejected = sum(name in case.rule_by_id for name in scenario.set_aside)
    if rejected:
        parts.append(plural("{number} argument rejected", "{number} arguments rejected", rejected))
    return in_turn(parts)


def _waiting(snapshot: Snapshot) -> tuple[str, str]:
    """What stands where there is no group yet: a title, and what to do about it."""
    workshop = snapshot.workshop
    wanted = snapshot.view.round or workshop.round
    now = next((item.name for item in workshop.rounds if item.id == wanted), "")
    names = list(dict.fromkeys(group.name for group in workshop.groups))
    if not names:
        return message("Waiting for the groups"), message(HOW)
    known = told(
        "Known so far: {groups}. As each comes in, you see whether it moved.", groups=group_names(names)
    )
    waiting = told(
        "Waiting for the {groups} to come in for {round}", groups=called(names), round=round_name(now)
    )
    return waiting, known


def _rounds(snapshot: Snapshot) -> tuple[Choice, ...]:
    workshop = snapshot.workshop
    if len(workshop.rounds) < 2:
        return ()
    shown = snapshot.view.round or workshop.round
    options = (
        Option(
            text=round_name(item.name),
            action=look(round="" if item.id == workshop.round else item.id),
            chosen=item.id == shown,
        )
        for item in workshop.rounds
    )
    return (Choice(id="choose-round", label=message("Round"), options=tuple(options)),)


def _gather(snapshot: Snapshot) -> tuple[Choice, ...]:
    """How groups come in, and what unfolds below them."""
    typed, *others = ways_in()
    ways = Choice(id="ways-in", label=message("More ways in"), options=tuple(others), form=Form.MENU)
    tip = message("The groups say once more where they stand")
    options = (
        Option(text=message("New round"), action=Step(with_round), tip=tip),
        unfolding(snapshot.view, VERDICTS, message("Verdicts"), message("Verdicts")),
        unfolding(snapshot.view, GROUPS, message("Names"), message("Names")),
    )
    return (
        Choice(id="gather", label=message("Groups"), options=(typed,), form=Form.BUTTONS),
        ways,
        Choice(id="rounds", label=message("Rounds"), options=options, form=Form.BUTTONS),
    )


def _more(snapshot: Snapshot, standing: Standing) -> tuple[Block, ...]:
    blocks: list[Block] = []
    if VERDICTS in snapshot.view.unfolded and standing.workshop.asking is None:
        blocks.append(verdicts_table(standing))
        moved = tuple(Line(text=text) for text in (*verdict_moves(standing), *came_and_left(standing)))
        if moved:
            blocks.append(Sentences(id="moved", heading=message("What the moves changed"), lines=moved))
    if GROUPS in snapshot.view.unfolded:
        blocks += group_blocks(snapshot)
    return tuple(blocks)
