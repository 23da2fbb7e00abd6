"""The feedback loops in words: what each does and needs, and which advice protects what by stopping one."""

from collections.abc import Sequence

from models.language.words import listed
from models.schema.case import Case, Feedback, Stance
from models.schema.result import Status
from models.schema.rounds import LoopState, Protection, Rounds
from models.schema.snapshot import Snapshot
from models.schema.value import Answer

TURNS = {Stance.HOLDS: "hold", Stance.FAILS: "fail", Stance.UNCERTAIN: "uncertain"}


class ProtectionLine(Answer):
    """One piece of advice, or none, with what it protects, how, and what its loop does as things stand."""

    state: LoopState
    sentence: str
    detail: str
    now: str


def protection_lines(
    snapshot: Snapshot, found: Rounds, protected: Sequence[Protection]
) -> tuple[ProtectionLine, ...]:
    """Which advice protects what, loop by loop; then the loops that no advice stops."""
    now = found.rounds[0].state_of
    lines = [_protection_line(snapshot, item, now[item.loop]) for item in protected]
    for loop in snapshot.case.feedback:
        if loop.unless_followed is None:
            effects = _effects(snapshot.case, loop)
            sentence = f"No advice stops {named(loop.id)}"
            state = now[loop.id]
            line = ProtectionLine(
                state=state, sentence=sentence, detail=effects, now=_now(snapshot, loop, state)
            )
            lines.append(line)
    return tuple(lines)


def named(loop: str) -> str:
    """A loop by its name: “bloc spiral”."""
    return f"“{loop.replace('-', ' ')}”"


def premises(case: Case, texts: Sequence[str]) -> str:
    """Premises as a clause: "A3 and A11 hold", "A1 holds and F2 does not hold"."""
    parts = []
    for denied, one, many in ((False, "holds", "hold"), (True, "does not hold", "do not hold")):
        names = [text.removeprefix("not ") for text in texts if text.startswith("not ") is denied]
        if names:
            codes = listed(case.by_id[name].code for name in names)
            parts.append(f"{codes} {one if len(names) == 1 else many}")
    return listed(parts)


def _protection_line(snapshot: Snapshot, item: Protection, state: LoopState) -> ProtectionLine:
    case = snapshot.case
    code = case.by_id[item.recommendation].code
    others = [case.by_id[name].code for name in item.supports]
    assumption = case.by_id[item.assumption]
    itself = f"; {code} rests on it too" if item.itself and others else ""
    detail = (
        f"Unless it is followed, {named(item.loop)} makes {assumption.code} {TURNS[item.against]} "
        f"({assumption.title}){itself}."
    )
    loop = next(loop for loop in case.feedback if loop.id == item.loop)
    return ProtectionLine(
        state=state,
        sentence=f"{code} protects {listed(others) if others else 'only itself'}",
        detail=detail,
        now=_now(snapshot, loop, state),
    )


def _effects(case: Case, loop: Feedback) -> str:
    """What a loop does and when: "It makes A2 hold (UN Council is deadlocked) while A3 and A11 hold."."""
    effects = listed(
        f"{case.by_id[name].code} {TURNS[stance]} ({case.by_id[name].title})"
        for name, stance in loop.sets.items()
    )
    needed = premises(case, loop.if_)
    return f"It makes {effects}{f' while {needed}' if needed else ''}."


def _now(snapshot: Snapshot, loop: Feedback, state: LoopState) -> str:
    stance_of = snapshot.scenario.stance_of
    match state:
        case LoopState.CUT:
            return "Stopped here."
        case LoopState.MAY_RUN:
            return "May run here: what starts it is not settled."
        case LoopState.IDLE:
            status = snapshot.evaluation.status_of
            lacking = [
                snapshot.case.by_id[text.removeprefix("not ")].code
                for text in loop.if_
                if status[text.removeprefix("not ")]
                is (Status.ACCEPTED if text.startswith("not ") else Status.REJECTED)
            ]
            return f"Idle here, because of {listed(lacking)}." if lacking else "Idle here."
        case LoopState.RUNS:
            done = all(stance_of[name] is stance for name, stance in loop.sets.items())
            return "Runs here, and changes nothing." if done else "Runs here."
