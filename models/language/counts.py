"""How many of the arguments for advice hold, in one count and two lengths: whoever tells it takes it from here."""

from enum import Enum

from models.language.messages import message, plural, told
from models.language.words import span
from models.schema.result import Tally


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
