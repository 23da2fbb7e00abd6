"""How many of the arguments for advice hold, in one count and two lengths: whoever tells it takes it from here.

Also what the last change moved: recommendations with another verdict, or holding on another number of arguments.
"""

from enum import Enum

from models.language.messages import message, plural, told
from models.language.states import sign
from models.language.words import span, uncapitalised
from models.schema.grades import HOLDING, Verdict
from models.schema.result import RecommendationResult, Tally
from models.schema.snapshot import Snapshot
from models.schema.value import Answer


class Counting(Enum):
    """What is said of the arguments that hold, where some do not."""

    HOLD, LEFT, ARE_LEFT, ONLY, BRIEFLY = range(5)


def briefly(tally: Tally) -> str:
    """As short as a map or a log has room for: "3", "3–4"."""
    return span(tally.least, tally.most) if tally.least < tally.most else f"{tally.least}"


def how_many(tally: Tally) -> str:
    """The number as it stands before "of 4": "3", "at least 3", "at most 2", "2 to 4", "2 or 3"."""
    if tally.least == tally.most:
        return str(tally.least)
    if tally.least and tally.most == tally.total:
        return told("at least {least}", least=tally.least)
    if tally.least or tally.most == tally.total:
        either = tally.most == tally.least + 1
        return told(
            "{least} or {most}" if either else "{least} to {most}", least=tally.least, most=tally.most
        )
    return told("at most {most}", most=tally.most)


def arguments_held(counting: Counting, held: Tally) -> str:
    """How many of the arguments hold, as a clause: "3 of 4 arguments left"."""
    standing, total = held.least, held.total
    if held.least < held.most:
        return _at_least_briefly(held) if counting is Counting.BRIEFLY else _between(held)
    match counting:
        case Counting.LEFT:
            return told("{number} of {total} arguments left", number=standing, total=total)
        case Counting.ARE_LEFT:
            return plural(
                "{number} of {total} arguments is left",
                "{number} of {total} arguments are left",
                standing,
                total=total,
            )
        case Counting.ONLY if not standing:
            return none_held(total)
        case Counting.ONLY:
            return plural(
                "Only {number} of {total} arguments holds",
                "Only {number} of {total} arguments hold",
                standing,
                total=total,
            )
        case _:
            return plural(
                "{number} of {total} arguments holds",
                "{number} of {total} arguments hold",
                standing,
                total=total,
            )


def none_held(total: int) -> str:
    """That of several arguments none holds, as a clause."""
    if total == 2:
        return message("Neither argument holds")
    return told("None of the {total} arguments holds", total=total)


def _between(held: Tally) -> str:
    """How many arguments hold, where that is not settled."""
    if held.least and held.most < held.total:
        return told("Only {some} of {total} arguments hold", some=how_many(held), total=held.total)
    if held.least:
        return plural(
            "At least {number} of {total} arguments holds",
            "At least {number} of {total} arguments hold",
            held.least,
            total=held.total,
        )
    return plural(
        "At most {number} of {total} arguments holds",
        "At most {number} of {total} arguments hold",
        held.most,
        total=held.total,
    )


def _at_least_briefly(held: Tally) -> str:
    """The same where a card has no room for the word."""
    return plural(
        "At least {number} of {total} holds",
        "At least {number} of {total} hold",
        held.least,
        total=held.total,
    )


class Move(Answer, kw_only=False):
    """One recommendation before and after the last change."""

    before: RecommendationResult
    after: RecommendationResult

    @property
    def words(self) -> str:
        """Short, for the head of a card: "held → not needed", "4 → 3", "4 → 2–4" where two are not sure.

        Where as many hold, but of more, both are told: "4 of 4 → 4 of 5".
        """
        if self.before.verdict in HOLDING and self.after.verdict in HOLDING:
            held, holding = self.before.holding, self.after.holding
            told_of = _of_all if briefly(held) == briefly(holding) else briefly
            return f"{told_of(held)} → {told_of(holding)}"
        was = message("held") if self.before.verdict in HOLDING else _short(self.before.verdict)
        return f"{was} → {_short(self.after.verdict)}"

    @property
    def of_others_alone(self) -> bool:
        """Whether as many arguments hold as before, in the same verdict, but of more or fewer: a card tells it."""
        alike = self.before.verdict is self.after.verdict in HOLDING
        return alike and briefly(self.before.holding) == briefly(self.after.holding)


def _of_all(tally: Tally) -> str:
    return told("{number} of {total}", number=briefly(tally), total=tally.total)


def _short(verdict: Verdict) -> str:
    return uncapitalised(sign(verdict).short)


def moves(snapshot: Snapshot) -> dict[str, Move]:
    """What the last change moved, under recommendation ids, in the case's order; nothing while looking back."""
    if snapshot.before is None or snapshot.view.looking_back:
        return {}
    if snapshot.before.says_nothing or snapshot.evaluation.says_nothing:
        return {}
    pairs = (Move(snapshot.before.recommendation[now.id], now) for now in snapshot.evaluation.recommendations)
    return {pair.after.id: pair for pair in pairs if _moved(pair)}


def _moved(pair: Move) -> bool:
    if pair.before.verdict is not pair.after.verdict:
        return True
    return pair.after.verdict in HOLDING and pair.before.holding != pair.after.holding
