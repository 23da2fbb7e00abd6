"""The board's cards: each recommendation in its fixed slot, with one cause and the arguments that it had.

And as a tile of the verdict strip under every page and in the room, never in another place.
"""

from collections.abc import Iterator
from dataclasses import replace

from models.engine.asked_for import counted_arguments, own_premises
from models.engine.explain import Trace
from models.language.causes.cause import brief_cause, cause
from models.language.counts import Move, moves
from models.language.headline import large_and_small
from models.language.messages import marked, message, told
from models.language.naming import LINES, brief_of, denied_name
from models.language.premises import denied
from models.language.signs import statement_sign, verdicts_hidden
from models.language.states import in_words, sign
from models.language.words import sentence_start, uncapitalised
from models.schema.action import look
from models.schema.case import Assumption, Recommendation
from models.schema.explanation import Argument, PremiseState
from models.schema.grades import Stance, Verdict
from models.schema.page import Card, Cards, Count, Line, Shape, Sign, Tile, Tone
from models.schema.result import Status, Usage
from models.schema.snapshot import Snapshot
from models.schema.workshop import Hands, Phase

ALWAYS_IN_KEY = (
    Verdict.HOLDS,
    Verdict.FEWER,
    Verdict.NOT_NEEDED,
    Verdict.NOT_WORKABLE,
    Verdict.NO_STANDING,
)
MET = {Status.ACCEPTED: Stance.HOLDS, Status.REJECTED: Stance.FAILS, Status.OPEN: Stance.UNCERTAIN}
REJECTED = Sign(Shape.SLASHED_DISC, Tone.FAINT, marked("Rejected"))
OVERRULED = Sign(Shape.SLASHED_DISC, Tone.BAD, marked("Overruled"))
OBJECTION = Sign(Shape.SLASHED_DISC, Tone.BAD, marked("Objection"))


def board(snapshot: Snapshot) -> Cards:
    """The board: cards in the case's order, the key, and the count for the room's last slot."""
    if verdicts_hidden(snapshot):
        return Cards(id="board", share=1, cards=tuple(_hidden(snapshot)))
    trace, moved = Trace(snapshot), moves(snapshot)
    large, small = large_and_small(snapshot)
    return Cards(
        id="board",
        share=1,
        cards=tuple(_card(trace, item, moved.get(item.id)) for item in snapshot.case.recommendations),
        key=tuple(_key(snapshot)),
        large=large,
        small=small,
    )


def beside_source(snapshot: Snapshot) -> Cards:
    """The board where what moved is what ends otherwise than in the source: paper has no last change."""
    cards, now, there = board(snapshot), snapshot.evaluation.recommendation, snapshot.baseline.recommendation
    if verdicts_hidden(snapshot):
        return cards
    verdicts = ((card, now[card.id].verdict is not there[card.id].verdict) for card in cards.cards)
    return replace(cards, cards=tuple(replace(card, moved=other) for card, other in verdicts))


def _card(trace: Trace, item: Recommendation, move: Move | None) -> Card:
    snapshot = trace.snapshot
    now, why = statement_sign(snapshot, item.id), cause(trace, item.id)
    changed = " " + told("The last change: {change}.", change=move.words) if move else ""
    return Card(
        id=item.id,
        code=item.code,
        title=item.title,
        short=brief_of(snapshot.case, item, LINES),
        sign=now,
        cause=why,
        brief=brief_cause(trace, item.id),
        change=move.words if move else "",
        before=sign(move.before.verdict) if move else None,
        moved=move is not None,
        lines=tuple(_argument_lines(trace, item.id)),
        picked=snapshot.view.picked == item.id,
        spoken=f"{item.title}, {item.code}: {uncapitalised(now.word)}. {why}.{changed}",
        action=look(picked=item.id),
    )


def _key(snapshot: Snapshot) -> Iterator[Count]:
    """The signs that occur, and those that are always in the key, each with its number."""
    verdicts = [result.verdict for result in snapshot.evaluation.recommendations]
    for verdict in Verdict:
        if verdict in ALWAYS_IN_KEY or verdict in verdicts:
            yield Count(sign=sign(verdict), number=verdicts.count(verdict))


def _argument_lines(trace: Trace, name: str) -> Iterator[Line]:
    """The arguments, each by what it has of its own; of a single one its premises; and objections that count."""
    arguments = counted_arguments(trace, name)
    if len(arguments) == 1 and arguments[0].usage is Usage.IN_USE:
        yield from (_premise_line(trace, premise) for premise in arguments[0].premises)
    else:
        own = zip(arguments, own_premises(arguments), strict=True)
        yield from (_argument_line(trace, item, premise) for item, premise in own)
    beating = {rule for item in arguments for rule in item.beaten_by}
    for item in trace.arguments(name):
        if item.rule in beating:
            yield Line(
                text=told("Objection: {what}", what=_premise_name(trace, item.premises[0])),
                sign=in_words(OBJECTION),
            )


def _premise_line(trace: Trace, premise: PremiseState) -> Line:
    return Line(
        text=_premise_name(trace, premise),
        sign=sign(MET[premise.met]),
        struck=premise.met is Status.REJECTED,
    )


def _argument_line(trace: Trace, argument: Argument, own: PremiseState) -> Line:
    name = _premise_name(trace, own)
    if argument.usage is Usage.SET_ASIDE:
        return Line(text=name, sign=in_words(REJECTED), struck=True)
    if argument.missing or argument.clashes:
        return Line(text=name, sign=sign(Stance.FAILS), struck=True)
    if argument.beaten_by and argument.holds is not Status.OPEN:
        return Line(text=name, sign=in_words(OVERRULED), struck=True)
    return Line(text=name, sign=sign(Stance.HOLDS if argument.stands else Stance.UNCERTAIN))


def _premise_name(trace: Trace, premise: PremiseState) -> str:
    """What it asks for; of one that is denied, that it is not so."""
    item = trace.case.by_id[premise.statement]
    if not premise.negated:
        return item.title
    if premise.met is Status.ACCEPTED or isinstance(item, Assumption):
        return sentence_start(denied(trace, item.id))
    return denied_name(item)


def _hidden(snapshot: Snapshot) -> Iterator[Card]:
    """The cards while verdicts are hidden, with the hands once they are counted."""
    asked = snapshot.workshop.asking
    hands = asked.of if asked is not None and asked.phase is Phase.LOCKED else {}
    for item in snapshot.case.recommendations:
        counted = _hands(hands[item.id]) if item.id in hands else ""
        yield Card(
            id=item.id,
            code=item.code,
            title=item.title,
            short=brief_of(snapshot.case, item, LINES),
            sign=statement_sign(snapshot, item.id),
            cause=counted,
            picked=snapshot.view.picked == item.id,
            spoken=f"{item.title}, {item.code}: {uncapitalised(message('Hidden'))}. {counted}".strip(),
            action=look(picked=item.id),
        )


def _hands(hands: Hands) -> str:
    return told(
        "{holds} hold · {open} open · {falls} fall", holds=hands.holds, open=hands.open, falls=hands.falls
    )


def tiles(snapshot: Snapshot) -> tuple[Tile, ...]:
    """One tile for each recommendation in the case's order, with what it was if the last change moved it."""
    moved = {} if verdicts_hidden(snapshot) else moves(snapshot)
    return tuple(_tile(snapshot, item, moved.get(item.id)) for item in snapshot.case.recommendations)


def _tile(snapshot: Snapshot, item: Recommendation, move: Move | None) -> Tile:
    now = statement_sign(snapshot, item.id)
    was = f" {_turned(move)}" if move else ""
    return Tile(
        id=item.id,
        code=item.code,
        name=item.title,
        short=brief_of(snapshot.case, item),
        sign=now,
        before=sign(move.before.verdict) if move and move.before.verdict is not move.after.verdict else None,
        moved=move is not None,
        picked=snapshot.view.picked == item.id,
        spoken=f"{item.title}, {item.code}: {uncapitalised(now.word)}.{was}",
        action=look(picked=item.id),
    )


def _turned(move: Move) -> str:
    """A move as it is read aloud: "Held before, now not needed."."""
    before, now = move.words.split(" → ")
    return told("{before} before, now {now}.", before=before, now=now).capitalize()
