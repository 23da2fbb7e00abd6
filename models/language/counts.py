"""How many of the arguments for advice hold, in one count and two lengths: whoever tells it takes it from here."""

from models.language.messages import told
from models.schema.result import Tally


def briefly(tally: Tally) -> str:
    """As short as a map or a log has room for: "3", "3–4"."""
    return f"{tally.least}–{tally.most}" if tally.least < tally.most else f"{tally.least}"


def how_many(tally: Tally) -> str:
    """The number as it stands before "of 4": "3", "at least 3", "at most 2", "2 to 3"."""
    if tally.least == tally.most:
        return str(tally.least)
    if tally.least and tally.most == tally.total:
        return told("at least {least}", least=tally.least)
    if tally.least:
        return told("{least} to {most}", least=tally.least, most=tally.most)
    return told("at most {most}", most=tally.most)
