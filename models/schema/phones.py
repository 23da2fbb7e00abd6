"""That phones are let in: where they find the page, on which network, and how many have voted; it is never saved."""

from models.schema.value import Answer


class Phones(Answer):
    """What stands open. `code` is the address as a code for cameras: a row of signs a line, "1" where it is dark.

    Without a `network` this laptop alone reaches the page, as in a trial. `votes` are those of the `round` in which
    one came in last.
    """

    address: str
    network: str
    code: tuple[str, ...]
    round: str = ""
    votes: int = 0

    def votes_in(self, round_id: str) -> int:
        """How many have voted in a round; those of an earlier one are no votes in this."""
        return self.votes if self.round == round_id else 0
