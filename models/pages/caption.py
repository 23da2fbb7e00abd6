"""The one sentence that forty people read first: what the last change was, and what follows from it."""

from collections.abc import Sequence
from enum import Enum

from models.language.counts import Move, moves
from models.language.headline import headline
from models.language.messages import marked, message, plural, told
from models.language.naming import quoted, rule_named, taken, taken_together, uncertain_but
from models.language.particles import fill
from models.language.signs import verdicts_hidden
from models.language.spoken import sentence
from models.language.states import said, sign
from models.language.suppositions import all_settled_by_links, supposition
from models.language.words import listed, listed_causes, shown_of, spelled, uncapitalised
from models.schema.case import Assumption, Case
from models.schema.grades import HOLDING, Reading, Stance, Verdict
from models.schema.page import Line, Tone, Weight
from models.schema.scenario import Scenario, baseline_scenario, changed_stances
from models.schema.snapshot import Snapshot
from models.schema.steps.link_steps import what_was_set

NAMED = 2
AGAIN = (*HOLDING, Verdict.OPEN)
HIDDEN = marked("What do you expect?")
WORST_FIRST = (Stance.FAILS, Stance.UNCERTAIN, Stance.AS_ARGUED, Stance.HOLDS)


def caption(snapshot: Snapshot) -> tuple[Line, ...]:
    """Two runs of one sentence, the change in its tone and what follows; before any, all that is supposed so far."""
    asked = snapshot.workshop.asking
    if asked is None and snapshot.evaluation.says_nothing:
        return (_run(headline(snapshot)),)
    if verdicts_hidden(snapshot):
        from models.pages.impossible import supposed  # only for what is asked of the room

        told = supposed(snapshot, asked).strip() if asked else ""
        return (Line(text=told or message(HIDDEN), weight=Weight.CAPTION),)
    if snapshot.view.looking_back:
        return (_run(message("Before the last change:"), Tone.SOFT), _run(headline(snapshot)))
    change, standing = _change(snapshot), _standing(snapshot)
    if change is not None:
        text, tone = change
        return (_run(f"{text}:", tone), _run("; ".join(_consequences(snapshot))))
    if standing is None:
        return (_run(headline(snapshot)),)
    text, tone = standing
    return (_run(f"{text}:", tone), _run(uncapitalised(headline(snapshot))))


def heard(snapshot: Snapshot) -> str:
    """The same for who hears it: what changed, how many hold, and what was moved, each as a sentence."""
    past, now = snapshot.past, snapshot.scenario
    turned = _turned(snapshot, past) if past else []
    named = shown_of(len(turned), NAMED)
    settled = all_settled_by_links(snapshot)
    parts = [
        uncertain_but(item.title, settled[item.id])
        if item.id in settled
        else said(item.title, now.stance_of[item.id])
        for item in turned[:named]
    ]
    if len(turned) > named:
        parts.append(told("{count} more assumptions change", count=spelled(len(turned) - named)))
    if past is not None:
        parts += _counting(snapshot.case, past, now)
    back = snapshot.view.looking_back
    if not verdicts_hidden(snapshot):
        parts.append(headline(snapshot))
        if snapshot.evaluation.contradiction is None and past is not None and not back:
            parts += _consequences(snapshot)
    lead = [message("Before the last change:")] if back else []
    return " ".join((*lead, *(sentence(text) for text in parts if text)))


def _run(text: str, tone: Tone | None = None) -> Line:
    return Line(text=text, tone=tone, weight=Weight.CAPTION)


def _change(snapshot: Snapshot) -> tuple[str, Tone] | None:
    """The last change as a supposition, with its tone; None where nothing that matters changed."""
    past, now = snapshot.past, snapshot.scenario
    if past is None:
        return None
    turned, counting = _turned(snapshot, past), _counting(snapshot.case, past, now)
    if not turned:
        text = _recounted(past, now, counting) if counting else ""
        return (text, Tone.BRAND) if text else None
    stances = [now.stance_of[item.id] for item in turned]
    if len(turned) > NAMED:
        text = _many(snapshot, turned)
        if counting:
            text = told("{change}, and {counting}", change=text, counting=listed_causes(counting))
        return text, sign(stances[0]).tone
    taken_so = zip(turned, stances, strict=True)
    clauses = [*taken_together(snapshot.case, taken_so, all_settled_by_links(snapshot)), *counting]
    worst = next(stance for stance in WORST_FIRST if stance in stances)
    causes = listed_causes(clauses, apart=any(", " in clause for clause in clauses))
    return told("If {causes}", causes=causes), sign(worst).tone


def _standing(snapshot: Snapshot) -> tuple[str, Tone] | None:
    """All that is supposed, with its tone, for who was not shown how it came about; None where nothing is."""
    past, now = baseline_scenario(snapshot.case), snapshot.scenario
    stances = [now.stance_of[name] for name in changed_stances(snapshot.case, now)]
    counting = _counting(snapshot.case, past, now)
    if not stances:
        text = _recounted(past, now, counting) if counting else ""
        return (text, Tone.BRAND) if text else None
    supposed = supposition(snapshot.case, now, all_settled_by_links(snapshot))
    causes = listed_causes((supposed, *counting), apart=len(stances) > 1)
    worst = next(stance for stance in WORST_FIRST if stance in stances)
    return told("If {causes}", causes=causes), sign(worst).tone


def _turned(snapshot: Snapshot, past: Scenario) -> list[Assumption]:
    """What the last change turned: what was set, and then what links carried along."""
    asked, along = what_was_set(snapshot.case, past, snapshot.scenario, snapshot.asked)
    shown = {item.id: item for item in snapshot.assumptions}
    return [shown[name] for name in (*asked, *along) if name in shown]


def _many(snapshot: Snapshot, turned: Sequence[Assumption]) -> str:
    """A change of many stances: what was set, and how many links carried along, or how many more were set."""
    past, count = snapshot.past, spelled(len(turned) - 1)
    first = taken(snapshot.case, turned[0], snapshot.scenario.stance_of[turned[0].id])
    if past is not None and what_was_set(snapshot.case, past, snapshot.scenario, snapshot.asked)[1]:
        return told("If {first}, with {count} more carried along", first=first, count=count)
    return told("If {first} and {count} more assumptions change", first=first, count=count)


def _counting(case: Case, past: Scenario, now: Scenario) -> list[str]:
    """What was changed about the counting of arguments, in clauses."""
    parts = []
    if past.reading is not now.reading:
        every = now.reading is Reading.EVERY_ARGUMENT
        parts.append(message("every argument must hold" if every else "one argument is enough"))
    if past.added is not now.added:
        parts.append(message("objections are counted" if now.added else "objections are not counted"))
    if past.set_aside != now.set_aside:
        parts.append(_rejecting(case, past, now))
    return parts


def _recounted(past: Scenario, now: Scenario, counting: Sequence[str]) -> str:
    """The same as a supposition, where no stance was changed."""
    if len(counting) == 1 and past.added is not now.added:
        return message("With objections counted" if now.added else "Without objections")
    if len(counting) == 1 and _both_ways(past, now):
        return message("With other arguments rejected")
    return told("If {causes}", causes=listed_causes(counting))


def _both_ways(past: Scenario, now: Scenario) -> bool:
    """Whether some arguments were rejected and others are counted again."""
    return bool(set(now.set_aside) - set(past.set_aside)) and bool(set(past.set_aside) - set(now.set_aside))


def _rejecting(case: Case, past: Scenario, now: Scenario) -> str:
    if _both_ways(past, now):
        return message("other arguments are rejected")
    turned = [rule for rule in case.rule_by_id if (rule in past.set_aside) is not (rule in now.set_aside)]
    added = len(now.set_aside) > len(past.set_aside)
    if len(turned) == 1:
        named = rule_named(case, turned[0])
        return told("{argument} is rejected" if added else "{argument} counts again", argument=named)
    count = spelled(len(turned))
    return told("{count} arguments are rejected" if added else "{count} arguments count again", count=count)


def _consequences(snapshot: Snapshot) -> list[str]:
    moved = [move for move in moves(snapshot).values() if not move.of_others_alone]
    if not moved:
        return [message("no verdict changes")]
    order = (*(verdict for verdict in Verdict if verdict not in AGAIN), *reversed(AGAIN))
    parts: list[str] = []
    for verdict in order:
        alike = [move for move in moved if move.after.verdict is verdict]
        for hold in HowFirmly:
            group = [move for move in alike if _how_firmly(move) is hold]
            if group:
                parts.append(_told(snapshot, group, further=bool(parts)))
    return parts


class HowFirmly(Enum):
    """Whether advice that holds does so on all the arguments that it has in the source."""

    UNSURE, BEATEN, FULLY = range(3)


def _how_firmly(move: Move) -> HowFirmly:
    held, before = move.after.holding, move.after.baseline_applying
    if move.after.verdict is not Verdict.HOLDS or held.least >= before:
        return HowFirmly.FULLY
    return HowFirmly.UNSURE if held.most >= before else HowFirmly.BEATEN


def _told(snapshot: Snapshot, group: list[Move], further: bool) -> str:
    verdict, number = group[0].after.verdict, len(group)
    names = [quoted(snapshot.case.by_id[move.after.id].title) for move in group]
    if number > NAMED or (further and number > 1):
        count = spelled(number)
        pattern = message("{count} others" if further else "{count} recommendations", "recommendations")
        subject = fill(pattern, count=count)
    else:
        subject = listed(names)
    return _became(subject, group, verdict, number)


def _became(subject: str, group: list[Move], verdict: Verdict, number: int) -> str:
    """What a few recommendations came to."""
    were_holding = all(move.before.verdict in HOLDING for move in group)
    if verdict is Verdict.FEWER:
        if were_holding and all(move.after.holding.least > move.before.holding.most for move in group):
            return plural(
                "{names} holds on more arguments", "{names} hold on more arguments", number, names=subject
            )
        return said(subject, verdict, number)
    if verdict is not Verdict.HOLDS:
        return said(subject, verdict, number)
    firmly = _how_firmly(group[0])
    if firmly is HowFirmly.UNSURE:
        return _unsure(subject, number, still=were_holding)
    if firmly is HowFirmly.BEATEN:
        return _beaten(subject, number, still=were_holding)
    was = all(
        move.before.verdict is Verdict.HOLDS and _how_firmly(Move(move.after, move.before)) is HowFirmly.FULLY
        for move in group
    )
    if was:
        return said(subject, verdict, number)
    return plural("{names} holds in full again", "{names} hold in full again", number, names=subject)


def _unsure(subject: str, number: int, *, still: bool) -> str:
    if still:
        return plural(
            "{names} still holds, but not all its arguments are settled",
            "{names} still hold, but not all their arguments are settled",
            number,
            names=subject,
        )
    return plural(
        "{names} holds, but not all its arguments are settled",
        "{names} hold, but not all their arguments are settled",
        number,
        names=subject,
    )


def _beaten(subject: str, number: int, *, still: bool) -> str:
    if still:
        return plural(
            "{names} still holds, but not all its arguments hold",
            "{names} still hold, but not all their arguments hold",
            number,
            names=subject,
        )
    return plural(
        "{names} holds, but not all its arguments hold",
        "{names} hold, but not all their arguments hold",
        number,
        names=subject,
    )
