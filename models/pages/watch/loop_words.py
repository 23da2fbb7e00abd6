"""What loops do when advice is ignored, in sentences: what starts them, what they change, and how it ends."""

from collections.abc import Iterator, Sequence

from models.language.messages import marked, message, plural, told
from models.language.naming import quoted
from models.language.states import said, sign
from models.language.words import citation, listed, listed_causes, sentence_start
from models.schema.besides import Feedback
from models.schema.case import Case
from models.schema.grades import HOLDING, Stance, Verdict
from models.schema.rounds import Ending, LoopState, Protection, Round, Rounds, Shift

HOW = marked("Advice that is not followed can change an assumption; the next step takes that in.")


def ignored_title(found: Rounds) -> str:
    """How it ends, in one sentence without its full stop."""
    last, total = len(found.rounds), len(found.recommendations)
    if found.ending is Ending.CYCLES:
        return told(
            "It never settles: after step {number} it is back at {step}",
            number=last - 1,
            step=step_name(found.back_to or 1).lower(),
        )
    if found.ending is Ending.UNFINISHED:
        return plural(
            "It has not settled after {number} step", "It has not settled after {number} steps", last - 1
        )
    if last == 1:
        return message("Nothing changes: every recommendation stays as it is")
    both = zip(found.rounds[0].verdicts, found.rounds[-1].verdicts, strict=True)
    moved = sum(before is not after for before, after in both)
    holding = sum(verdict in HOLDING for verdict in found.rounds[-1].verdicts)
    return plural(
        "It settles after {number} step: {ends}, {then}",
        "It settles after {number} steps: {ends}, {then}",
        last - 1,
        ends=_changing(moved, total),
        then=plural("{number} then holds", "{number} then hold", holding)
        if holding
        else message("none then holds"),
    )


def _changing(moved: int, total: int) -> str:
    if not moved:
        return told("no of {total} recommendations change", total=total)
    return plural(
        "{number} of {total} recommendations changes",
        "{number} of {total} recommendations change",
        moved,
        total=total,
    )


def lead(found: Rounds) -> str:
    """How a loop works here, and what of it is left out or not exact."""
    may = any(loop.state is LoopState.MAY_RUN for item in found.rounds for loop in item.loops)
    open_ended = message("Loops that may run, but need not, are left out." if may else "")
    estimated = message("" if found.exact else "Not exact: what is not proven is taken as open.")
    return " ".join(part for part in (message(HOW), open_ended, estimated) if part)


def step_name(number: int) -> str:
    """What a step is called: "Now", "Step 1"."""
    return message("Now") if number == 1 else told("Step {number}", number=number - 1)


def whose(loop: Feedback) -> str:
    """What kind of claim it is, with where it stands."""
    return "" if loop.kind is None else f"{sign(loop.kind).word}, {citation(loop.paragraphs)}."


def loop_sentence(case: Case, loop: Feedback) -> str:
    """What a loop does and when: "If “Return under one EU flag” is not followed, “Europeans act as one” fails."."""
    effects = listed_causes(
        said(quoted(case.by_id[name].title), stance) for name, stance in loop.sets.items()
    )
    conditions = [_not_followed(case, loop.unless_followed)] if loop.unless_followed else []
    conditions += [_premise(case, text) for text in loop.if_]
    if not conditions:
        return told("{effects} whatever is done.", effects=sentence_start(effects))
    return told(
        "If {conditions}, then {effects} in the next step.",
        conditions=listed_causes(conditions),
        effects=effects,
    )


def _not_followed(case: Case, advice: str) -> str:
    return told("{advice} is not followed", advice=quoted(case.by_id[advice].title))


def _premise(case: Case, text: str) -> str:
    name = quoted(case.by_id[text.removeprefix("not ")].title)
    if text.startswith("not "):
        return told("{what} does not hold", what=name)
    return said(name, Stance.HOLDS)


def kept_workable(case: Case, keeps: Sequence[Protection]) -> str:
    """Which advice following it keeps workable."""
    sentences = []
    for item in keeps:
        others = [quoted(case.by_id[name].title) for name in item.supports]
        if item.itself and others:
            sentences.append(
                told(
                    "Following the advice keeps it workable, and with it {names}.",
                    names=listed(others, limit=2),
                )
            )
        elif item.itself:
            sentences.append(message("Following the advice keeps it workable."))
        elif others:
            sentences.append(
                told("Following the advice keeps {names} workable.", names=listed(others, limit=3))
            )
    return " ".join(dict.fromkeys(sentences))


def shift_line(case: Case, found: Rounds, shift: Shift) -> str:
    """What one assumption becomes on the way into a step, and why."""
    loops = [loop for loop in case.feedback if loop.id in shift.loops]
    name = quoted(case.by_id[shift.id].title)
    if shift.after is Stance.UNCERTAIN:
        return told("Loops pull {name} both ways, so it becomes uncertain.", name=name)
    reasons = listed_causes(dict.fromkeys(reason for loop in loops for reason in _reasons(case, found, loop)))
    effect = said(name, shift.after)
    if not reasons:
        return told("{effect}.", effect=effect)
    return told("Because {reasons}, {effect}.", reasons=reasons, effect=effect)


def _reasons(case: Case, found: Rounds, loop: Feedback) -> Iterator[str]:
    if loop.unless_followed is not None and loop.unless_followed not in found.followed:
        yield _not_followed(case, loop.unless_followed)
    for text in loop.if_:
        yield _premise(case, text)


def moved_line(case: Case, found: Rounds, item: Round) -> str:
    """What that changes of the advice."""
    before = found.rounds[item.number - 2].verdicts
    ways: dict[Verdict, list[str]] = {}
    for name, earlier, later in zip(found.recommendations, before, item.verdicts, strict=True):
        if earlier is not later:
            ways.setdefault(later, []).append(quoted(case.by_id[name].title))
    if not ways:
        return message("That changes no recommendation.")
    changes = (said(listed(names, limit=3), verdict, len(names)) for verdict, names in ways.items())
    return told("Then {changes}.", changes=listed_causes(changes))


def endings(found: Rounds) -> Iterator[str]:
    """How it ends, or goes on."""
    if found.ending is Ending.CYCLES:
        yield told(
            "The next step would be {step} again, and so on for ever.",
            step=step_name(found.back_to or 1).lower(),
        )
    elif found.ending is Ending.UNFINISHED:
        yield message("It is not followed any further.")
    else:
        yield message("After that, every step is the same.")
