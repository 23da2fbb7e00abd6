"""What the last change moved: recommendations with another verdict, or holding on another number of arguments."""

from models.language.counts import briefly
from models.language.messages import message, told
from models.language.states import sign
from models.language.words import uncapitalised
from models.schema.grades import HOLDING, Verdict
from models.schema.result import RecommendationResult, Tally
from models.schema.snapshot import Snapshot
from models.schema.value import Answer


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
