"""What would change one recommendation: the smallest sets of changes, what is enough, what keeps it, each as a grid.

A grid has one line a set and a column for each assumption in it, so that forty people see at a glance what recurs.
"""

from collections.abc import Iterable, Mapping, Sequence

from models.engine.walking import run_completions
from models.language.messages import marked, message, told
from models.language.naming import quoted
from models.language.states import said, sign
from models.language.words import in_turn, listed, listed_causes, uncapitalised
from models.pages.depends.alone import CARRIED, any_linked
from models.pages.depends.change_words import directions, effort, heading, literals, not_shown
from models.pages.parts import head_of
from models.schema.analysis import Change, Flips
from models.schema.case import Case, Recommendation
from models.schema.grades import Stance
from models.schema.page import (
    Beside,
    Block,
    ButtonsCell,
    Cell,
    Column,
    Line,
    Option,
    Row,
    Sentences,
    Shape,
    Sign,
    SignCell,
    Stack,
    Table,
    TextCell,
    Tone,
    Weight,
    Width,
    soft,
)
from models.schema.result import Status
from models.schema.snapshot import Analyses, Snapshot
from models.schema.steps.link_steps import carried_along
from models.schema.steps.scenario_steps import set_stances

BESIDE, NEAREST, MOST = 5, 7, 60
MOST_COMPLETIONS = 1 << 12  # beyond, the verdict after each change takes longer to say than a frame
FLAT = 2
"""The names of so few columns stand flat over them."""
ALL_CHANGES = "all-changes"
CUT = marked("Only the smallest sets are listed; larger ones may exist.")


def picked_recommendation(snapshot: Snapshot) -> Recommendation:
    """The recommendation that is looked at: the one picked, else the first that what is picked or was changed moves."""
    case, picked = snapshot.case, snapshot.view.picked
    load = snapshot.analyses.single_flips.load if snapshot.analyses else {}
    wanted = (picked, *load.get(picked, ()), *_just_moved(snapshot))
    found = (item for name in wanted for item in case.recommendations if item.id == name)
    return next(found, case.recommendations[0])


def _just_moved(snapshot: Snapshot) -> tuple[str, ...]:
    if snapshot.before is None:
        return ()
    now, before = snapshot.evaluation.recommendation, snapshot.before.recommendation
    return tuple(name for name, result in now.items() if result.verdict is not before[name].verdict)


def nearest(snapshot: Snapshot, analyses: Analyses, item: Recommendation) -> Stack:
    """The nearest falls of a recommendation, or what would bring it back, beside the matrix."""
    flips = analyses.flips_of[item.id]
    wanted = directions(flips.status)[-1]
    return Stack(
        id="nearest",
        panel=True,
        heading=heading(flips.status, wanted),
        blocks=(
            Sentences(
                id="nearest-of",
                lines=(
                    Line(text=item.title, code=item.code, weight=Weight.STRONG),
                    soft(effort(flips, wanted)),
                ),
            ),
            *_moves(snapshot, flips, wanted, BESIDE, becoming=False),
        ),
    )


def change_blocks(snapshot: Snapshot, analyses: Analyses, item: Recommendation) -> tuple[Block, ...]:
    """All that would change a recommendation, all that is enough for it, and what keeps it as it is."""
    flips = analyses.flips_of[item.id]
    most = MOST if ALL_CHANGES in snapshot.view.unfolded else NEAREST
    moves = tuple(
        Stack(
            id=f"changes-{wanted}",
            panel=True,
            heading=heading(flips.status, wanted),
            blocks=(
                Sentences(id=f"effort-{wanted}", lines=(soft(effort(flips, wanted)),)),
                *_moves(snapshot, flips, wanted, most, becoming=True),
            ),
        )
        for wanted in directions(flips.status)
    )
    enough = _enough(snapshot, analyses, item, most)
    keeping = _keeping(snapshot, analyses, item, most)
    first = moves[0] if len(moves) == 1 else Stack(id="moves", blocks=moves)
    return (Beside(id="what-changes", blocks=(first, enough, keeping)),)


def _moves(
    snapshot: Snapshot, flips: Flips, wanted: Status, most: int, *, becoming: bool
) -> tuple[Table, ...]:
    """Sets of changes as a grid with Try, none without any; where `becoming`, with what becomes of the advice then."""
    sets = flips.accepted if wanted is Status.ACCEPTED else flips.rejected
    if not sets:
        return ()
    shown = sets[:most]
    signs = [{change.id: sign(change.to) for change in changes} for changes in shown]
    extra = [Column(id="becomes", title=message("becomes"), width=Width.SIGN)] if becoming else []
    cells: list[list[Cell]] = [
        [*([_becomes(snapshot, flips.id, changes)] if becoming else []), _try(snapshot.case, changes)]
        for changes in shown
    ]
    more = not_shown(len(sets) - most)
    cut = message("" if flips.complete else CUT)
    along = message(CARRIED if any_linked(snapshot.case, shown) else "")
    grid = _grid(
        snapshot.case,
        f"moves-{wanted}",
        signs,
        [*extra, Column(id="try", control=True)],
        cells,
        note=" ".join(part for part in (more, along, cut) if part),
        share=1,
    )
    return (grid,)


def _try(case: Case, changes: Sequence[Change]) -> ButtonsCell:
    tried = listed_causes(said(quoted(case.by_id[change.id].title), change.to) for change in changes)
    tip = told("Try: {changes}. Undo takes it back.", changes=tried)
    action = set_stances(*((change.id, Stance(change.to)) for change in changes))
    return ButtonsCell(buttons=(Option(text=message("Try"), action=action, tip=tip),))


def _becomes(snapshot: Snapshot, name: str, changes: Sequence[Change]) -> SignCell:
    if snapshot.evaluation.completions > MOST_COMPLETIONS:
        return SignCell()
    changed = carried_along(snapshot.case, snapshot.scenario, {change.id: change.to for change in changes})
    verdict = run_completions(snapshot.case, changed).verdict(name)
    return SignCell(sign=sign(verdict), tip=told("Then {change}.", change=said(message("it"), verdict, 1)))


def _enough(snapshot: Snapshot, analyses: Analyses, item: Recommendation, most: int) -> Table:
    """The smallest sets of stances that are enough for a recommendation, with what of each is missing here."""
    found = analyses.sufficient_of[item.id]
    wanted = [literals(texts) for texts in found.sets[:most]]
    signs = [{name: sign(stance) for name, stance in stances.items()} for stances in wanted]
    note = message("" if found.complete else CUT)
    note = f"{not_shown(len(found.sets) - most)} {note}".strip()
    return _grid(
        snapshot.case,
        "enough",
        signs,
        [Column(id="here", title=message("here"), width=Width.STRETCH)],
        [[_missing(snapshot, stances)] for stances in wanted],
        heading=message("What is enough for it to hold"),
        note=note,
        empty=message(
            "By this case’s rules, nothing makes it hold." if found.complete else "Too tangled to say."
        ),
    )


def _missing(snapshot: Snapshot, wanted: Mapping[str, Stance]) -> TextCell:
    stances, status = snapshot.scenario.stance_of, snapshot.evaluation.status_of
    comes_to = {Stance.HOLDS: Status.ACCEPTED, Stance.FAILS: Status.REJECTED}
    missing = [
        snapshot.case.by_id[name]
        for name, stance in wanted.items()
        if stances[name] is not stance
        and not (stances[name] is Stance.AS_ARGUED and status[name] is comes_to.get(stance))
    ]
    if not missing:
        return TextCell(text=message("given"), sign=Sign(Shape.TICK, Tone.GOOD, message("given")))
    here = listed_causes(said(quoted(item.title), stances[item.id]) for item in missing)
    return TextCell(
        text=told("not given: {names}", names=listed((quoted(item.title) for item in missing), limit=3)),
        weight=Weight.SOFT,
        tip=told("Here {stances}.", stances=here),
    )


def _keeping(snapshot: Snapshot, analyses: Analyses, item: Recommendation, most: int) -> Table:
    """The smallest sets of stances that keep a recommendation as it is, whatever else changes."""
    found = analyses.reasons_of[item.id]
    stances = snapshot.scenario.stance_of
    signs = [{name: sign(stances[name]) for name in names} for names in found.sets[:most]]
    open_now = found.status is Status.OPEN
    return _grid(
        snapshot.case,
        "keeps",
        signs,
        [],
        [[] for _ in signs],
        heading=message("What keeps it as it is"),
        note=message("While all of one line stays as it is, nothing else can change it." if signs else ""),
        empty=message(
            "It stays open until what is uncertain is settled." if open_now else "Nothing can change it."
        ),
    )


def _grid(
    case: Case,
    identifier: str,
    sets: Sequence[Mapping[str, Sign]],
    extra: Sequence[Column],
    cells: Iterable[Sequence[Cell]],
    *,
    heading: str = "",
    note: str = "",
    empty: str = "",
    share: int = 0,
) -> Table:
    """One line a set, a column for each assumption that is in one of them, and what else is said of it."""
    names = [item for item in case.assumptions if any(item.id in found for found in sets)]
    columns = [
        Column(
            id=item.id, title=head_of(case, item), code=item.code, width=Width.SIGN, slanted=len(names) > FLAT
        )
        for item in names
    ]
    rows = []
    for number, (found, rest) in enumerate(zip(sets, cells, strict=True), start=1):
        marks = [SignCell(sign=found.get(item.id), ground=item.id in found) for item in names]
        spoken = in_turn(
            f"{item.title}: {uncapitalised(found[item.id].word)}" for item in names if item.id in found
        )
        rows.append(Row(id=f"{identifier}-{number}", cells=(*marks, *rest), spoken=spoken))
    return Table(
        id=identifier,
        heading=heading,
        columns=(*columns, *extra),
        rows=tuple(rows),
        note=note,
        empty=empty,
        share=share,
    )
