"""What would change a recommendation, in words: what topples or rescues it, what is enough, what keeps it so.

`change_page` is all of it for screen and sheet; lists are cut to what is asked for and say so.
"""

from collections.abc import Iterable, Sequence

from models.engine.evaluate import run_completions
from models.language.change_words import (
    CUT,
    change_headline,
    conditions,
    enough_sentence,
    keeping_sentence,
    literals,
    state_here,
    tally,
    titles,
    waiting_headline,
)
from models.language.words import VERDICT_CLAUSES, VERDICT_WORDS, uncapitalised
from models.schema.analysis import Change, FixingSets, Flips, SufficientSets
from models.schema.case import Recommendation, Stance, Verdict
from models.schema.result import Status
from models.schema.scenario import with_stances
from models.schema.snapshot import Snapshot
from models.schema.value import Answer

SHOWN = 8
MOST_SHOWN = 60
MOST_COMPLETIONS = 1 << 12
TRY = "Press a line to make its change; Undo takes it back."
WAITING = "What would change it is being worked out."
ENOUGH = "What is enough for it"
KEEPS = "What keeps it as it is"
AFTER_RESCUE = {Verdict.HOLDS: "holds", Verdict.FEWER: "holds on fewer grounds"}
NO_BREAK = "\u00a0"
HEADINGS = ("", "One change is enough", "Two changes together", "Three changes together")


class Choice(Answer):
    """A recommendation that can be chosen, with its verdict."""

    id: str
    code: str
    verdict: Verdict
    spoken: str


class Move(Answer):
    """One smallest set of changes and what it would do; `heading` opens those of the same size."""

    sentence: str
    names: str
    changes: tuple[Change, ...]
    verdict: Verdict | None = None
    heading: str = ""


class Condition(Answer):
    """One set of assumptions that is enough for a state, or keeps it; `met` where it is so here."""

    sentence: str
    names: str = ""
    state: str = ""
    met: bool = True


class MoveList(Answer):
    """What would turn a recommendation one way: the first of `total` sets, and a note where there is more to say."""

    wanted: Status
    title: str
    moves: tuple[Move, ...]
    total: int
    note: str = ""


class ConditionList(Answer):
    """Conditions under a title: the first of `total`, and a note where there is more to say."""

    title: str
    conditions: tuple[Condition, ...]
    total: int
    note: str = ""


class ChangePage(Answer):
    """All that would change one recommendation; without lists while that is being worked out."""

    id: str
    headline: str
    line: str
    moves: tuple[MoveList, ...] = ()
    conditions: tuple[ConditionList, ...] = ()


def choices(snapshot: Snapshot) -> tuple[Choice, ...]:
    """The recommendations to choose from, in the case's order."""
    return tuple(_choice(snapshot, item) for item in snapshot.case.recommendations)


def change_page(snapshot: Snapshot, recommendation_id: str, most: int = SHOWN) -> ChangePage:
    """What would change a recommendation; of each list at most so many. An unknown id raises KeyError."""
    item = snapshot.case.by_id[recommendation_id]
    verdict = snapshot.evaluation.recommendation[item.id].verdict
    name = f"{item.code} {item.title}"
    if snapshot.analyses is None:
        return ChangePage(
            id=item.id, headline=waiting_headline(item.code, verdict), line=f"{name}. {WAITING}"
        )
    flips = snapshot.analyses.flips_of[item.id]
    return ChangePage(
        id=item.id,
        headline=change_headline(snapshot, flips),
        line=f"{name}. {TRY}" if flips.accepted or flips.rejected else f"{name}.",
        moves=tuple(_move_list(snapshot, flips, wanted, most) for wanted in _directions(flips.status)),
        conditions=(
            _enough(snapshot, snapshot.analyses.sufficient_of[item.id], most),
            _keeping(snapshot, snapshot.analyses.reasons_of[item.id], most),
        ),
    )


def change_table(snapshot: Snapshot, recommendation_id: str) -> str:
    """The same as tab-separated text: under which title, what, the names of the assumptions, the state here."""
    page = change_page(snapshot, recommendation_id, MOST_SHOWN)
    rows = [[page.headline, "", "", ""], ["Question", "Answer", "Assumptions", "State"]]
    for listing in page.moves:
        state = [VERDICT_WORDS[move.verdict] if move.verdict else "" for move in listing.moves]
        rows += [
            [listing.title, move.sentence, move.names, word]
            for move, word in zip(listing.moves, state, strict=True)
        ]
        rows += [[listing.title, listing.note, "", ""]] if listing.note else []
    for group in page.conditions:
        rows += [[group.title, item.sentence, item.names, item.state] for item in group.conditions]
        rows += [[group.title, group.note, "", ""]] if group.note else []
    if len(rows) == 2:
        rows[1:] = [[page.line, "", "", ""]]
    return "".join("\t".join(row).rstrip() + "\n" for row in rows)


def show_all(total: int, shown: int) -> str:
    """What the button says that shows the rest of a list; empty if nothing is left out."""
    if total <= shown:
        return ""
    return f"Show all {total}" if total <= MOST_SHOWN else f"Show the first {MOST_SHOWN} of {total}"


def _choice(snapshot: Snapshot, item: Recommendation) -> Choice:
    verdict = snapshot.evaluation.recommendation[item.id].verdict
    return Choice(
        id=item.id,
        code=item.code,
        verdict=verdict,
        spoken=f"{item.code} {item.title}: {uncapitalised(VERDICT_WORDS[verdict])}",
    )


def _directions(status: Status) -> tuple[Status, ...]:
    if status is Status.OPEN:
        return (Status.ACCEPTED, Status.REJECTED)
    return (status.opposite,)


def _move_list(snapshot: Snapshot, flips: Flips, wanted: Status, most: int) -> MoveList:
    sets = flips.accepted if wanted is Status.ACCEPTED else flips.rejected
    title, nothing = titles(flips.status, wanted)
    sizes = [len(changes) for changes in sets]
    shown = sets[: min(most, MOST_SHOWN)]
    first = [place == 0 or sizes[place - 1] != sizes[place] for place in range(len(shown))]
    note = "" if flips.complete else CUT
    return MoveList(
        wanted=wanted,
        title=title,
        moves=tuple(
            _move(snapshot, flips.id, wanted, changes, heading=_heading(len(changes)) if opens else "")
            for changes, opens in zip(shown, first, strict=True)
        ),
        total=len(sets),
        note=note if sets or not flips.complete else nothing,
    )


def _heading(size: int) -> str:
    return HEADINGS[size] if size < len(HEADINGS) else f"{size} changes together"


def _move(snapshot: Snapshot, name: str, wanted: Status, changes: Sequence[Change], heading: str) -> Move:
    code = snapshot.case.by_id[name].code
    verdict = _verdict_after(snapshot, name, changes)
    if verdict is None:
        outcome = "holds" if wanted is Status.ACCEPTED else "falls"
    else:
        outcome = AFTER_RESCUE.get(verdict, VERDICT_CLAUSES[verdict])
    stances = {change.id: change.to for change in changes}
    return Move(
        sentence=f"If {conditions(snapshot.case, stances)}, {code} {outcome}.",
        names=_names(snapshot, stances),
        changes=tuple(changes),
        verdict=verdict,
        heading=heading,
    )


def _verdict_after(snapshot: Snapshot, name: str, changes: Sequence[Change]) -> Verdict | None:
    """The verdict after the changes, or None where so much is uncertain that it would take long to say."""
    if snapshot.evaluation.completions > MOST_COMPLETIONS:
        return None
    changed = with_stances(snapshot.scenario, {change.id: change.to for change in changes})
    return run_completions(snapshot.case, changed).verdict(name)


def _names(snapshot: Snapshot, identifiers: Iterable[str]) -> str:
    wanted = set(identifiers)
    named = [item for item in snapshot.case.assumptions if item.id in wanted]
    return f"{NO_BREAK}· ".join(f"{item.code}{NO_BREAK}{item.title}" for item in named)


def _enough(snapshot: Snapshot, found: SufficientSets, most: int) -> ConditionList:
    shown = found.sets[: min(most, MOST_SHOWN)]
    return ConditionList(
        title=ENOUGH,
        conditions=tuple(_enough_condition(snapshot, texts) for texts in shown),
        total=len(found.sets),
        note=tally(found.sets, found.complete),
    )


def _enough_condition(snapshot: Snapshot, texts: Sequence[str]) -> Condition:
    wanted = literals(texts)
    state, met = state_here(snapshot, wanted)
    return Condition(
        sentence=enough_sentence(snapshot.case, wanted), names=_names(snapshot, wanted), state=state, met=met
    )


def _keeping(snapshot: Snapshot, found: FixingSets, most: int) -> ConditionList:
    shown = found.sets[: min(most, MOST_SHOWN)]
    if found.status is Status.OPEN:
        note = "Nothing yet: it stays open until what is uncertain is settled."
    else:
        note = "" if found.complete else CUT
    return ConditionList(
        title=KEEPS,
        conditions=tuple(
            Condition(sentence=keeping_sentence(snapshot.case, found.status, names)) for names in shown
        ),
        total=len(found.sets),
        note=note,
    )


def stances_of(move: Move) -> dict[str, Stance]:
    """The stances that a move sets, by assumption id."""
    return {change.id: change.to for change in move.changes}
