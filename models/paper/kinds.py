"""The names of all that can be printed and for whom; typesetting is not loaded to know them."""

from enum import StrEnum


class Kind(StrEnum):
    """What can be put on paper."""

    SHEET = "sheet"
    MAP = "map"
    BALLOT = "ballot"
    HAND_OUT = "hand-out"
    TABLE_CARDS = "table-cards"
    WALL_SHEETS = "wall-sheets"
    SCRIPT = "script"
    HOT_WASH = "hot-wash"
    FOLLOW_UP = "follow-up"
    MINUTES = "minutes"


class Audience(StrEnum):
    """Who gets a sheet each."""

    PEOPLE = "people"
    TABLES = "tables"


PAPERS = ("a4", "letter", "a3")
