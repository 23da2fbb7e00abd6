"""What the room should argue about and what it can park: who says what, and which advice hangs on it how."""

from collections.abc import Sequence

from models.language.change_words import conditions
from models.language.group_words import becoming, group_names, said
from models.language.words import counted, listed
from models.schema.case import Case, Stance, Verdict
from models.schema.standing import Deciding, Disagreement, Standing
from models.schema.value import Answer
from models.schema.workshop import Group

MOST_CONDITIONS = 6
HOLDING = (Verdict.HOLDS, Verdict.FEWER)
ARGUE, PARK = "Argue about these", "Park these"
NOTHING_TO_ARGUE = "No advice hangs on any of this."
NOTHING_TO_PARK = "Advice hangs on everything that is disputed."
PARKED = "No advice stands or falls with these; at most it holds on more or on fewer arguments."
PARKED_ROUGHLY = "No advice was found to stand or fall with these, but not every way was tried."
WAITING = "Which of the differences matter is being worked out."
ROUGH = "an estimate"


class Hanging(Answer):
    """How some recommendations hang on an assumption: one sentence for those that hang on it alike."""

    sentence: str
    names: str
    number: int


class Disputed(Answer):
    """One assumption on which somebody differs: who says what, and what hangs on it if anything does."""

    id: str
    code: str
    title: str
    said: str
    matters: str = ""
    hanging: tuple[Hanging, ...] = ()
    spoken: str


def argued(standing: Standing) -> tuple[Disputed, ...]:
    """What to argue about, the most recommendations first; while a prediction is asked, not how it matters."""
    found = standing.disagreements
    return tuple(_disputed(standing, item) for item in found.argue) if found is not None else ()


def parked(standing: Standing) -> tuple[Disputed, ...]:
    """What can be parked, in the case's order."""
    found = standing.disagreements
    return tuple(_disputed(standing, item) for item in found.park) if found is not None else ()


def list_notes(standing: Standing) -> tuple[str, str]:
    """What is to be said under the titles of the two lists."""
    found = standing.disagreements
    if found is None:
        return WAITING, ""
    rough = PARKED if found.exact else PARKED_ROUGHLY
    return "" if found.argue else NOTHING_TO_ARGUE, rough if found.park else NOTHING_TO_PARK


def _disputed(standing: Standing, item: Disagreement) -> Disputed:
    groups = [group.group for group in standing.groups]
    hidden = standing.workshop.asking is not None
    known = standing.case.by_id[item.id]
    hanging = () if hidden else _hanging(standing.case, groups, item)
    exact = standing.disagreements is None or standing.disagreements.exact
    matters = _matters(len(item.matters_to))
    matters = f"{matters}, {ROUGH}" if matters and not exact else matters
    who, name = said(groups, item.id), f"{known.code} {known.title}"
    sentences = " ".join(line.sentence for line in hanging)
    return Disputed(
        id=item.id,
        code=known.code,
        title=known.title,
        said=who,
        matters=matters,
        hanging=hanging,
        spoken=" ".join(
            part for part in (f"{name}{f': {matters}' if matters else ''}.", who, sentences) if part
        ),
    )


def _matters(number: int) -> str:
    hang = "hangs" if number == 1 else "hang"
    return f"{counted(number, 'recommendation')} {hang} on it" if number else ""


def _hanging(case: Case, groups: Sequence[Group], item: Disagreement) -> tuple[Hanging, ...]:
    """What is told together for all recommendations that hang on it in one setting; a group's own come first."""
    alike: dict[tuple[str, ...], list[Deciding]] = {}
    for deciding in item.deciding:
        alike.setdefault(_setting(deciding), []).append(deciding)
    told = sorted(alike.values(), key=lambda same: (same[0].like is None, -len(same), len(same[0].others)))
    lines = [_hanging_line(case, groups, item.id, same) for same in told]
    known = {deciding.recommendation for deciding in item.deciding}
    guessed = [name for name in item.matters_to if name not in known]
    if guessed:
        sentence = f"It seems to decide {listed(case.by_id[name].code for name in guessed)} too."
        lines.append(Hanging(sentence=sentence, names=_names(case, guessed), number=len(guessed)))
    return tuple(lines)


def _setting(deciding: Deciding) -> tuple[str, ...]:
    """What is said of everything else, and which way it has to go."""
    others = (f"{other.id} {other.stance}" for other in deciding.others)
    return (deciding.like or "", deciding.read_by or "", _helping(deciding), *others)


def _helping(deciding: Deciding) -> Stance:
    """The stance on which the recommendation holds."""
    return Stance.HOLDS if deciding.if_holds in HOLDING else Stance.FAILS


def _hanging_line(case: Case, groups: Sequence[Group], name: str, same: Sequence[Deciding]) -> Hanging:
    code, helping = case.by_id[name].code, _helping(same[0])
    hindering = Stance.FAILS if helping is Stance.HOLDS else Stance.HOLDS
    good, bad = (_outcomes(case, same, stance) for stance in (helping, hindering))
    rest = _rest(case, groups, same[0])
    if len(good) == len(bad) == 1:
        (codes, holds), (_, falls) = good[0], bad[0]
        sentence = (
            f"{rest}, {codes} {holds} if {code} {helping.value} and {falls} if {code} {hindering.value}."
        )
    else:
        better, worse = (listed(" ".join(outcome) for outcome in outcomes) for outcomes in (good, bad))
        sentence = f"{rest}, {better} if {code} {helping.value}. If it {hindering.value}, {worse}."
    advice = [item.recommendation for item in same]
    return Hanging(sentence=sentence, names=_names(case, advice), number=len(same))


def _outcomes(case: Case, same: Sequence[Deciding], stance: Stance) -> list[tuple[str, str]]:
    """What becomes of recommendations: "R1 and R2" with "hold", "R5" with "is no longer needed"."""
    ways: dict[Verdict, list[str]] = {}
    for item in same:
        verdict = item.if_holds if stance is Stance.HOLDS else item.if_fails
        ways.setdefault(verdict, []).append(case.by_id[item.recommendation].code)
    return [(listed(codes), becoming(verdict, len(codes))) for verdict, codes in ways.items()]


def _rest(case: Case, groups: Sequence[Group], deciding: Deciding) -> str:
    """What is said of everything else."""
    names = {group.id: group for group in groups}
    if deciding.like is not None:
        group = names[deciding.like]
        return f"With everything else as {group.name} {'leans' if group.ballot else 'has it'}"
    settled = {other.id: other.stance for other in deciding.others}
    if not settled:
        where = "However the rest is settled"
    elif len(settled) > MOST_CONDITIONS:
        where = f"In one mixture of {len(settled)} other stances that somebody takes"
    else:
        where = f"Where {conditions(case, settled)}"
    reader = names.get(deciding.read_by or "")
    return f"{where}, as {group_names([reader.name])} reads the case" if reader else where


def _names(case: Case, advice: Sequence[str]) -> str:
    return "; ".join(f"{case.by_id[name].code} {case.by_id[name].title}" for name in advice)
