"""That phones are let in: where they find the page, on which network, and how many have voted; it is never saved."""

from models.schema.value import Answer


class Phones(Answer):
    """What stands open. `code` is the address as a code for cameras: a row of signs a line, "1" where it is dark."""

    address: str
    network: str
    code: tuple[str, ...]
    votes: int = 0
