"""The votes that phones have sent, round by round: one a voter, changed until the round is closed, and no name."""

from collections import Counter
from collections.abc import Callable, Mapping
from enum import Enum
from threading import Lock
from typing import Any, NamedTuple

from models.gathering.ballots import counted_up
from models.language.workshop.group_words import STANCES
from models.schema.case import Case
from models.schema.grades import Stance
from models.schema.workshop import Ballot

MAX_VOTERS, MAX_OF_ONE = 500, 250
"""In a round: all, and those that one device may bring; behind a router, a whole room is one device."""
ANSWERS = {stance.value: stance for stance in STANCES}


class Outcome(Enum):
    """What became of a vote."""

    TAKEN = "taken"
    CLOSED = "closed"
    FULL = "full"
    NONE = "none"


class Poll(NamedTuple):
    """The round that is asked about, and whether votes are taken."""

    round: str
    name: str
    is_open: bool


class Voting:
    """Keeps the votes; the server's thread casts them while the window's counts. `told` is called after each."""

    def __init__(self, case: Case, poll: Poll, told: Callable[[], None]) -> None:
        self._case, self._told = case, told
        self._known = {item.id for item in case.assumptions}
        self._lock = Lock()
        self._poll = poll
        self._votes: dict[str, dict[str, Mapping[str, Stance]]] = {}
        self._brought: Counter[tuple[str, str]] = Counter()

    @property
    def poll(self) -> Poll:
        """The round that is asked about."""
        return self._poll

    def ask(self, poll: Poll) -> None:
        """Ask about another round, or close the one that is asked about."""
        with self._lock:
            self._poll = poll

    def cast(self, voter: str, round_id: str, stances: Any, device: str) -> Outcome:
        """Take a voter's vote in the place of an earlier one; what is no vote on this case is none."""
        answers = self._read(stances)
        if answers is None:
            return Outcome.NONE
        with self._lock:
            if not self._poll.is_open or self._poll.round != round_id:
                return Outcome.CLOSED
            votes = self._votes.setdefault(round_id, {})
            if voter not in votes:
                if len(votes) >= MAX_VOTERS or self._brought[round_id, device] >= MAX_OF_ONE:
                    return Outcome.FULL
                self._brought[round_id, device] += 1
            votes[voter] = answers
        self._told()
        return Outcome.TAKEN

    def vote_of(self, voter: str) -> dict[str, str]:
        """What a voter has said in the present round."""
        with self._lock:
            found = self._votes.get(self._poll.round, {}).get(voter, {})
            return {name: stance.value for name, stance in found.items()}

    def ballot(self, round_id: str) -> Ballot | None:
        """All votes of a round as counts; None before the first."""
        with self._lock:
            votes = list(self._votes.get(round_id, {}).values())
        return counted_up(self._case, votes) if votes else None

    def _read(self, stances: Any) -> Mapping[str, Stance] | None:
        if not isinstance(stances, dict) or not stances or not stances.keys() <= self._known:
            return None
        if not all(isinstance(said, str) and said in ANSWERS for said in stances.values()):
            return None
        return {name: ANSWERS[said] for name, said in stances.items()}
