"""Round against round in words: who moved, and what that changed for them."""

from collections.abc import Sequence

from models.engine.evaluate import evaluate
from models.language.group_words import answers, becoming, counts, group_names
from models.language.words import listed
from models.schema.case import Case, Stance, Verdict
from models.schema.scenario import baseline_scenario
from models.schema.standing import Moves, StanceMoved, Standing, VerdictMoved
from models.schema.value import Value
from models.schema.workshop import Group

HOLDING = (Verdict.HOLDS, Verdict.FEWER)
MOST_MOVES = 6
MOST_COUNTS = 3


class MoveLine(Value):
    """What one group did since the round before, with the names of what it moved on; or what several did not."""

    group: str = ""
    moved: bool = True
    sentence: str
    names: str = ""


def moves_title(standing: Standing) -> str:
    """The title over the moves; empty in the first round."""
    if standing.moves is None:
        return ""
    name = next(item.name for item in standing.workshop.rounds if item.id == standing.moves.earlier)
    return f"Since {name}"


def move_lines(standing: Standing) -> tuple[MoveLine, ...]:
    """Who moved and what it changed, then who counts anew, who did not move, who came and who is not in yet."""
    found = standing.moves
    if found is None:
        return ()
    before = {group.id: group for group in standing.workshop.in_round(found.earlier)}
    pairs = [(before[item.group.id], item.group) for item in standing.groups if item.group.id in before]
    case = standing.case
    baseline = evaluate(case, baseline_scenario(case)).recommendation if found.verdicts else {}
    held = frozenset(name for name, result in baseline.items() if result.verdict in HOLDING)
    moved = [_moved(standing, found, group, held) for _, group in pairs]
    recounted = [_recounted(case, found, one, other) for one, other in pairs]
    lines = [line for line in (*moved, *recounted) if line is not None]
    busy = {line.group for line in lines}
    still = [group.name for _, group in pairs if group.id not in busy]
    came = [standing.of[name].group.name for name in found.came]
    left = [before[name].name for name in found.left]
    now = next(item.name for item in standing.workshop.rounds if item.id == found.later)
    rest = (
        (still, "did not move."),
        (came, f"{'is' if len(came) == 1 else 'are'} new in {now}."),
        (left, f"{'is' if len(left) == 1 else 'are'} not in yet."),
    )
    lines += [MoveLine(moved=False, sentence=f"{group_names(names)} {did}") for names, did in rest if names]
    return tuple(lines)


def _moved(standing: Standing, found: Moves, group: Group, held: frozenset[str]) -> MoveLine | None:
    """What one group did; `held` are the recommendations that hold in the case as it is."""
    stances = [move for move in found.stances if move.group == group.id]
    verdicts = [move for move in found.verdicts if move.group == group.id]
    hidden = standing.workshop.asking is not None
    if not stances and (hidden or not verdicts):
        return None
    case = standing.case
    did = _stances(case, stances) if stances else "reads the case otherwise"
    changed = _verdicts(case, verdicts, held) if verdicts else "no verdict changed for it"
    sentence = f"{group.name} {did}" if hidden else f"{group.name} {did}; {changed}"
    names = "; ".join(
        f"{case.by_id[move.id].code} {case.by_id[move.id].title}" for move in stances[:MOST_MOVES]
    )
    return MoveLine(group=group.id, sentence=f"{sentence}.", names=names)


def _stances(case: Case, moves: Sequence[StanceMoved]) -> str:
    """The moves of a group: "moved A3 from fails to holds and A5 and A7 from holds to uncertain"."""
    ways: dict[tuple[Stance, Stance], list[str]] = {}
    for move in moves[:MOST_MOVES]:
        ways.setdefault((move.before, move.after), []).append(case.by_id[move.id].code)
    told = [f"{listed(codes)} from {one.value} to {other.value}" for (one, other), codes in ways.items()]
    if len(moves) > MOST_MOVES:
        told.append(f"{len(moves) - MOST_MOVES} more")
    return f"moved {listed(told)}"


def _verdicts(case: Case, moves: Sequence[VerdictMoved], held: frozenset[str]) -> str:
    ways: dict[tuple[str, str], list[str]] = {}
    for move in moves:
        ways.setdefault(_becoming(move, move.id in held), []).append(case.by_id[move.id].code)
    told = [f"{listed(codes)} {words[len(codes) > 1]}" for words, codes in ways.items()]
    return f"{told[0]} for it" if len(told) == 1 else f"for it, {listed(told)}"


def _becoming(move: VerdictMoved, held: bool) -> tuple[str, str]:
    """What has become of one recommendation, and of several: "holds again" where it did to begin with."""
    one, several = becoming(move.after, 1), becoming(move.after, 2)
    if move.after not in HOLDING:
        return one, several
    if move.before in HOLDING:
        if move.after is Verdict.FEWER:
            return one, several
        return "holds on as many arguments as in the case", "hold on as many arguments as in the case"
    again = "again" if held else "now"
    fewer = " on fewer arguments" if move.after is Verdict.FEWER else ""
    return f"holds {again}{fewer}", f"hold {again}{fewer}"


def _recounted(case: Case, found: Moves, one: Group, other: Group) -> MoveLine | None:
    """Ballots that came out differently on what the group leans to as before."""
    leant = {move.id for move in found.stances if move.group == other.id}
    changed = []
    for item in case.assumptions:
        before, after = answers(one, item.id), answers(other, item.id)
        if item.id not in leant and before is not None and after is not None and before != after:
            changed.append((item, f"{item.code} from {counts(before)} to {counts(after)}"))
    if not changed:
        return None
    told = listed((words for _, words in changed), limit=MOST_COUNTS + 1)
    sentence = f"Answers at {other.name} shifted without turning it: {told} (hold · uncertain · fail)."
    names = "; ".join(f"{item.code} {item.title}" for item, _ in changed[:MOST_COUNTS])
    return MoveLine(group=other.id, sentence=sentence, names=names)
