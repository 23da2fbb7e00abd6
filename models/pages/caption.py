"""The one sentence that forty people read first: what the last change was, and what follows from it."""

from models.language.headline import headline
from models.language.moves import HOLDING, Move, moves
from models.language.naming import quoted, taken
from models.language.signs import verdicts_hidden
from models.language.spoken import sentence
from models.language.states import clause, sign
from models.language.words import listed
from models.schema.case import Reading, Stance, Verdict
from models.schema.page import Line, Tone, Weight
from models.schema.scenario import Scenario
from models.schema.snapshot import Snapshot

NAMED = 2
NUMBERS = (
    "no",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
)
IN_FULL = "in full again"
UNSURE = "but not all {0} arguments are sure"
AGAIN = {
    Verdict.HOLDS: ("holds", "hold"),
    Verdict.FEWER: ("holds on fewer arguments", "hold on fewer arguments"),
    Verdict.OPEN: ("is open", "are open"),
}
HIDDEN = "What do you expect?"
WORST_FIRST = (Stance.FAILS, Stance.UNCERTAIN, Stance.AS_ARGUED, Stance.HOLDS)


def caption(snapshot: Snapshot) -> tuple[Line, ...]:
    """Two runs of one sentence, the change in its tone and what follows; the headline where nothing changed."""
    asked = snapshot.workshop.asking
    if asked is None and snapshot.evaluation.says_nothing:
        return (_run(headline(snapshot)),)
    if verdicts_hidden(snapshot):
        return (Line(text=(asked.question.strip() if asked else "") or HIDDEN, weight=Weight.CAPTION),)
    if snapshot.view.looking_back:
        return (_run("Before the last change:", Tone.SOFT), _run(headline(snapshot)))
    change = _change(snapshot)
    if change is None:
        return (_run(headline(snapshot)),)
    text, tone = change
    return (_run(f"{text}:", tone), _run(_consequence(snapshot)))


def heard(snapshot: Snapshot) -> str:
    """The same for who hears it: what changed, how many hold, and what was moved, each as a sentence."""
    past, now = snapshot.past, snapshot.scenario
    turned = [
        item
        for item in snapshot.assumptions
        if past and past.stance_of[item.id] is not now.stance_of[item.id]
    ]
    told = [f"{item.title} {clause(now.stance_of[item.id])}" for item in turned[:NAMED]]
    if len(turned) > NAMED:
        told.append(f"{_number(len(turned) - NAMED)} more assumptions change")
    if past is not None and not turned:
        told.append(_counting(past, now).removeprefix("If "))
    if not verdicts_hidden(snapshot):
        told.append(headline(snapshot))
        if snapshot.evaluation.contradiction is None and past is not None:
            told += _consequence(snapshot).split("; ")
    return " ".join(sentence(text) for text in told if text)


def _run(text: str, tone: Tone | None = None) -> Line:
    return Line(text=text, tone=tone, weight=Weight.CAPTION)


def _change(snapshot: Snapshot) -> tuple[str, Tone] | None:
    """The last change as a supposition, with its tone; None where nothing that matters changed."""
    past, now = snapshot.past, snapshot.scenario
    if past is None:
        return None
    turned = [item for item in snapshot.assumptions if past.stance_of[item.id] is not now.stance_of[item.id]]
    if len(turned) > NAMED:
        first = taken(snapshot.case, turned[0], now.stance_of[turned[0].id])
        others = f"{_number(len(turned) - 1)} more assumptions change"
        return f"If {first} and {others}", sign(now.stance_of[turned[0].id]).tone
    if turned:
        stances = [now.stance_of[item.id] for item in turned]
        clauses = [taken(snapshot.case, item, stance) for item, stance in zip(turned, stances, strict=True)]
        told = (", and " if any(", " in clause for clause in clauses) else " and ").join(clauses)
        worst = next(stance for stance in WORST_FIRST if stance in stances)
        return f"If {told}", sign(worst).tone
    counting = _counting(past, now)
    return (counting, Tone.BRAND) if counting else None


def _counting(past: Scenario, now: Scenario) -> str:
    if past.reading is not now.reading:
        every = now.reading is Reading.EVERY_STRAND
        return "If every argument must hold" if every else "If one argument is enough"
    if past.added is not now.added:
        return "With objections counted" if now.added else "Without objections"
    if past.set_aside != now.set_aside:
        return _rejecting(past, now)
    return ""


def _rejecting(past: Scenario, now: Scenario) -> str:
    added = [rule for rule in now.set_aside if rule not in past.set_aside]
    again = [rule for rule in past.set_aside if rule not in now.set_aside]
    if added and again:
        return "With other arguments rejected"
    number = len(added) or len(again)
    subject = "this argument" if number == 1 else f"{_number(number)} arguments"
    if added:
        return f"If {subject} {'is' if number == 1 else 'are'} rejected"
    return f"If {subject} {'counts' if number == 1 else 'count'} again"


def _consequence(snapshot: Snapshot) -> str:
    """What the last change moved, falls first, each verdict once: "“Limit the arsenal” is no longer needed"."""
    moved = moves(snapshot)
    if not moved:
        return "no verdict changes"
    order = (*(verdict for verdict in Verdict if verdict not in AGAIN), *reversed(AGAIN))
    told: list[str] = []
    for verdict in order:
        alike = [move for move in moved.values() if move.after.verdict is verdict]
        for unsure in (True, False):
            group = [move for move in alike if _is_unsure(move) is unsure]
            if group:
                told.append(_told(snapshot, group, further=bool(told)))
    return "; ".join(told)


def _is_unsure(move: Move) -> bool:
    """Whether it holds, but not in every case on all the arguments that it has in the source."""
    return move.after.verdict is Verdict.HOLDS and move.after.least < move.after.baseline_applying


def _told(snapshot: Snapshot, group: list[Move], further: bool) -> str:
    verdict, number = group[0].after.verdict, len(group)
    names = [quoted(snapshot.case.by_id[move.after.id].title) for move in group]
    if number > NAMED or (further and number > 1):
        subject = f"{_number(number)} more" if further else _number(number)
    else:
        subject = listed(names)
    return f"{subject} {_verb(group, verdict, number > 1)}"


def _verb(group: list[Move], verdict: Verdict, plural: bool) -> str:
    if verdict is Verdict.FEWER and all(move.before.verdict in HOLDING for move in group):
        grown = all(move.after.applying > move.before.applying for move in group)
        if grown:
            return "hold on more arguments" if plural else "holds on more arguments"
    if verdict is Verdict.HOLDS:
        return _holding(group, AGAIN[verdict][plural], plural)
    if verdict in AGAIN:
        return AGAIN[verdict][plural]
    return clause(verdict, 1 + plural)


def _holding(group: list[Move], verb: str, plural: bool) -> str:
    if _is_unsure(group[0]):
        still = "still " if all(move.before.verdict in HOLDING for move in group) else ""
        return f"{still}{verb}, {UNSURE.format('their' if plural else 'its')}"
    was = all(
        move.before.verdict is Verdict.HOLDS and not _is_unsure(Move(move.after, move.before))
        for move in group
    )
    return f"still {verb}" if was else f"{verb} {IN_FULL}"


def _number(number: int) -> str:
    return NUMBERS[number] if number < len(NUMBERS) else str(number)
