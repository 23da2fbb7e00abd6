"""What a change would do, as it is printed: a line for each recommendation, and the stress test in words."""

from collections.abc import Iterable, Sequence

from models.language.change_words import conditions
from models.language.matrix import Matrix
from models.language.words import VERDICT_WORDS, counted, listed, uncapitalised
from models.schema.analysis import Change
from models.schema.case import Case, Stance, Verdict
from models.schema.result import Status
from models.schema.snapshot import Analyses, Snapshot

MOST_SINGLE = 7
MOST_SPELLED = 2
LONGEST_SPELLED = 6
STANCE_CLAUSES = {Stance.FAILS: "fails", Stance.HOLDS: "holds", Stance.UNCERTAIN: "is uncertain"}


def change_line(snapshot: Snapshot, analyses: Analyses, recommendation_id: str) -> str:
    """What topples or rescues a recommendation from here, smallest first; an unknown id raises KeyError.

    "Falls if A4, A7 or A19 fails"; empty where too little is known to say it.
    """
    case, flips = snapshot.case, analyses.flips_of[recommendation_id]
    match flips.status:
        case Status.ACCEPTED:
            return _sentence(case, "Falls", flips.rejected, flips.complete) or _nothing(
                flips.complete, "topple"
            )
        case Status.REJECTED:
            before = snapshot.baseline.status_of[recommendation_id]
            verb = "Back" if before is Status.ACCEPTED else "Holds"
            return _sentence(case, verb, flips.accepted, flips.complete) or _nothing(flips.complete, "rescue")
        case Status.OPEN:
            held = _sentence(case, "Holds", flips.accepted, flips.complete)
            felled = _sentence(case, "Falls", flips.rejected, flips.complete)
            return "; ".join(part for part in (held, uncapitalised(felled) if held else felled) if part)


def stress_in_words(matrix: Matrix) -> str:
    """The matrix from here, for those who cannot see it."""
    parts = []
    for place, column in enumerate(matrix.columns):
        changed = [(row.code, row.cells[place].verdict) for row in matrix.rows if row.cells[place].changed]
        if changed and column.to is not None:
            parts.append(f"If {column.code} {STANCE_CLAUSES[column.to]}, {_outcomes(changed)}.")
    idle = [column.code for column in matrix.columns if not column.count and not column.never]
    if idle:
        parts.append(f"Nothing changes with {listed(idle, 'or')}.")
    never = [column.code for column in matrix.columns if column.never]
    if never:
        parts.append(f"{listed(never)} can never decide whether advice holds.")
    return " ".join(parts)


def _outcomes(changed: Sequence[tuple[str, Verdict | None]]) -> str:
    told = []
    for verdict, word in VERDICT_WORDS.items():
        codes = [code for code, after in changed if after is verdict]
        if codes:
            told.append(f"{uncapitalised(word)}: {', '.join(codes)}")
    return "; ".join(told)


def _sentence(case: Case, verb: str, sets: Sequence[Sequence[Change]], complete: bool) -> str:
    if not sets:
        return ""
    single = [changes[0] for changes in sets if len(changes) == 1]
    larger = [changes for changes in sets if len(changes) > 1]
    if single:
        told, left = _alone(case, single), len(larger)
    elif len(larger[0]) > LONGEST_SPELLED:
        size = min(map(len, larger))
        return f"{verb} if at least {counted(size, 'assumption')} {'change' if size > 1 else 'changes'}"
    else:
        spelled = larger if len(larger) <= MOST_SPELLED else larger[:1]
        told = ", or ".join(conditions(case, {item.id: item.to for item in item_set}) for item_set in spelled)
        left = len(larger) - len(spelled)
    return f"{verb} if {told}{_rest(left, complete)}"


def _alone(case: Case, single: Iterable[Change]) -> str:
    """Changes each of which is enough: "A4, A7 or A19 fails or A3 holds"."""
    wanted = {change.id: change.to for change in single}
    parts = []
    for stance in (Stance.FAILS, Stance.HOLDS):
        codes = [item.code for item in case.assumptions if wanted.get(item.id) is stance]
        if len(codes) > MOST_SINGLE:
            parts.append(
                f"{', '.join(codes[:MOST_SINGLE])} or any of {len(codes) - MOST_SINGLE} more {stance}"
            )
        elif codes:
            parts.append(f"{listed(codes, 'or')} {stance}")
    return " or ".join(parts)


def _rest(left: int, complete: bool) -> str:
    if not complete:
        return ", or in other ways"
    return f", or in {counted(left, 'other way')}" if left else ""


def _nothing(complete: bool, verb: str) -> str:
    return f"No change of assumptions can {verb} it" if complete else ""
