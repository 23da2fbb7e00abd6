"""What the room may see: every value is built anew from the fields that are named here, and from no other.

A field that nobody names is private: it is left at its default. A test walks all that a snapshot is made of and
fails until a new field or class has been decided on. Words written for the facilitator's eyes are not named: notes,
rationales, names of files, reasons in the log, and entries that the present case has no place for. Of a round that
is not revealed nothing is public but who is in.
"""

from collections.abc import Mapping
from dataclasses import fields, replace
from datetime import date
from enum import Enum
from functools import cache
from typing import Any, Literal, get_args, get_origin, get_type_hints

from models.schema.besides import CaseTest, Coherence, Concession, Fact, Feedback, Model, Source
from models.schema.case import Assumption, Case, Finding, Observation, Recommendation, Rule
from models.schema.grades import Stance
from models.schema.links import Link
from models.schema.log import Became, Clash, Deed, Entry, Log, Stretch, Word
from models.schema.premises import AnyOf, AtLeast
from models.schema.record import Decision, Details
from models.schema.result import Evaluation
from models.schema.scenario import CaseReference, Credence, Scenario, StanceOn, VerdictSeen
from models.schema.snapshot import Analyses, Snapshot
from models.schema.standing import Disagreements, GroupStanding, Moves, Standing
from models.schema.view import Clock, Phones, Room, View
from models.schema.workshop import (
    Action,
    AgendaItem,
    Ballot,
    Count,
    Group,
    Hands,
    Origin,
    Prediction,
    Round,
    Signpost,
    Stage,
    Workshop,
)

_STATEMENT = "id code model text label short paragraphs"

PUBLIC: Mapping[type, tuple[str, ...]] = {
    kind: tuple(names.split())
    for kind, names in {
        Snapshot: "case scenario evaluation baseline before remarks analyses past asked standing shown_round"
        " kept_round view room clock phones",
        Standing: "case workshop groups disagreements moves",
        GroupStanding: "group evaluation",
        Scenario: "case title group horizon created modified stances credences set_aside reading added verdicts",
        CaseReference: "id version hash",
        StanceOn: "id stance",
        Credence: "id credence",
        VerdictSeen: "id verdict",
        Workshop: "case created modified details round rounds groups predictions stages agenda agenda_at signposts"
        " actions decisions log",
        Details: "awaited",
        Decision: "id about text stance verdict at",
        Round: "id name revealed",
        Group: "id round name origin arrived asked scenario ballot",
        Ballot: "heads counts",
        Count: "id holds uncertain fails",
        Prediction: "id question phase hands scenario asked locked revealed",
        Hands: "id holds open falls",
        Stage: "id name at scenario",
        AgendaItem: "id title minutes purpose spent",
        Signpost: "assumption text state owner on source",
        Action: "assumption kind text owner on",
        Log: "stretches latest number",
        Stretch: "entries",
        Entry: "id at who what moved undone aside did became clashes",
        Deed: "pattern words more",
        Word: "place kind items",
        Became: "verdict advice",
        Clash: "stances links",
        View: "page picked picture model focus outlook order programme depends differ watch screen short_walk round"
        " ranked sides ignored everything unfolded looking_back",
        Room: "is_open kept blank spotlight part",
        Clock: "now since",
        Phones: "address network code round votes",
        Case: "schema_ id version title language source models background concessions assumptions links findings"
        " recommendations rules feedback coherence short_walk changes tests",
        Source: "author title year month publisher paragraphs kind",
        Model: "id title",
        Fact: "id text paragraphs",
        Concession: "id text treatment paragraphs",
        Assumption: f"{_STATEMENT} core if_fails kind baseline argued_by challenge signposts shaping hedging",
        Observation: "text speaks",
        Finding: f"{_STATEMENT} kind",
        Recommendation: f"{_STATEMENT} addressee emphasis kind",
        Rule: "id if_ need means standing then opposes strength kind paragraphs because reply",
        Link: "id one_of at_most_one if_ then because paragraphs",
        AnyOf: "any_",
        AtLeast: "at_least of",
        Feedback: "id label text kind if_ unless_followed sets paragraphs",
        Coherence: "id if_ text",
        CaseTest: "set reading added aside expect note",
    }.items()
}
"""The public fields of all that people write or choose."""

ANSWERS = (Evaluation, Analyses, Disagreements, Moves)
"""What is computed from public values alone, and holds no word that anybody wrote: public as a whole."""

MOST_SEEN = 4096
"""More of one kind than the largest workshop holds; what is remembered beyond that is let go."""
MOST_OF = dict.fromkeys((Standing, Workshop, Log, Scenario), 8)
"""These are others after every change; what they hold is remembered by itself, as are groups with their scenarios."""

_seen: dict[
    type, dict[int, tuple[Any, Any]]
] = {}  # each value is kept beside its public one, so that no id comes twice

_PLAIN = (str, int, float, Enum, date, type(None), dict, *ANSWERS)


def public(snapshot: Snapshot) -> Snapshot:
    """The snapshot as the room may see it; while the room keeps a view, it is of that view."""
    shown: Snapshot = _unanswered(_public(snapshot))
    kept = shown.room.kept
    if kept is None:
        return shown
    view = replace(kept, looking_back=shown.view.looking_back)
    return replace(shown, view=view, shown_round=shown.kept_round)


def _unanswered(shown: Snapshot) -> Snapshot:
    """The same without what follows from answers that are not revealed; the groups have lost them already."""
    told = shown.standing, shown.shown_round, shown.kept_round
    standing, looked_at, kept = (_with_revealed(shown, item) for item in told)
    if all(one is other for one, other in zip(told, (standing, looked_at, kept), strict=True)):
        return shown
    return replace(shown, standing=standing, shown_round=looked_at, kept_round=kept)


def _with_revealed(shown: Snapshot, standing: Standing | None) -> Standing | None:
    """A standing in which groups whose answers are hidden have the verdicts of the source, and nobody moved."""
    if standing is None or all(
        standing.workshop.is_revealed(group.round) for group in standing.workshop.groups
    ):
        return standing
    moves, revealed = standing.moves, standing.workshop.is_revealed
    if moves is not None and not (revealed(moves.earlier) and revealed(moves.later)):
        standing = replace(standing, moves=None)
    if revealed(standing.workshop.round):
        return standing
    groups = tuple(
        GroupStanding(group=group, evaluation=shown.baseline)
        for group in standing.workshop.answers_in(standing.workshop.round)
    )
    return replace(standing, groups=groups, disagreements=None)


def _with_names_only(workshop: Workshop) -> Workshop:
    """The workshop in which groups of a round that is not revealed have no answer: all is uncertain to them."""
    hidden = {item.id for item in workshop.rounds if not item.revealed}
    if not any(group.round in hidden for group in workshop.groups):
        return workshop
    groups = (_with_name_only(group) if group.round in hidden else group for group in workshop.groups)
    return replace(workshop, groups=tuple(groups))


def _with_name_only(group: Group) -> Group:
    stances = (StanceOn(id=item.id, stance=Stance.UNCERTAIN) for item in group.scenario.stances)
    scenario = Scenario(case=group.scenario.case, stances=tuple(stances))
    return replace(group, origin=Origin.WINDOW, scenario=scenario, ballot=None)


def _public(value: Any) -> Any:
    """The value made of public fields alone; one in which all else is at its default is kept as it is."""
    if isinstance(value, tuple):
        kinds = {*map(type, value)}
        if tuple not in kinds and not any(map(_kind, kinds)):
            return value
        items = tuple([_public(item) for item in value])
        return value if all(one is other for one, other in zip(items, value, strict=True)) else items
    own: Any = type(value)
    kind = _kind(own)
    if kind is None:
        return value
    return _rebuilt(kind, value) if kind is Snapshot else _remembered(kind, value)


def _remembered(kind: type, value: Any) -> Any:
    """The public value of one that stays the same from toggle to toggle: the case, groups, lines of the log."""
    seen = _seen.setdefault(kind, {})
    known = seen.get(id(value))
    if known is None:
        if len(seen) >= MOST_OF.get(kind, MOST_SEEN):
            seen.clear()
        known = seen[id(value)] = value, _rebuilt(kind, value)
    return known[1]


def _rebuilt(kind: type, value: Any) -> Any:
    if kind is Workshop:
        value = _with_names_only(value)
    shown = {name: _public(getattr(value, name)) for name in PUBLIC[kind]}
    kept = type(value) is kind and all(shown[name] is getattr(value, name) for name in shown)
    if kept and all(getattr(value, name) == plain for name, plain in _private(kind)):
        return value
    return kind(**shown)


@cache
def _kind(kind: type) -> type | None:
    """The class whose fields say what is public of another; None for one that is public as it is."""
    named = next((base for base in kind.__mro__ if base in PUBLIC), None)
    if named is None and not issubclass(kind, _PLAIN):
        raise TypeError(f"nobody has said what of {kind.__name__} the room may see")
    return None if named is kind and not _private(kind) and _holds_no_other(kind) else named


@cache
def _private(kind: type) -> tuple[tuple[str, Any], ...]:
    """The fields of a class that are not public, with the defaults that they are left at."""
    return tuple(item for item in _defaults(kind) if item[0] not in PUBLIC[kind])


def _defaults(kind: Any) -> tuple[tuple[str, Any], ...]:
    return tuple((item.name, item.default) for item in fields(kind))


def _holds_no_other(kind: type) -> bool:
    """Whether a class has only texts, numbers and the like, so that nothing in it need be looked at."""
    hints = get_type_hints(kind)
    return all(_is_plain(hints[name]) for name in PUBLIC[kind])


def _is_plain(hint: Any) -> bool:
    inner = [part for part in get_args(hint) if part is not Ellipsis]
    if get_origin(hint) is Literal:
        return True
    return all(map(_is_plain, inner)) if inner else issubclass(hint, _PLAIN)
