"""What the blocks of a page are made of: lines to read, options to choose, and what all kinds of block have."""

from models.schema.action import Action
from models.schema.page.signs import Sign, Tone, Weight
from models.schema.value import Answer


class Option(Answer):
    """One way to choose: what it is called, what choosing it does, and whether it is chosen.

    `icon` names a file in `resources/icons`; `tip` says more.
    """

    text: str
    action: Action
    chosen: bool = False
    sign: Sign | None = None
    icon: str = ""
    tip: str = ""
    enabled: bool = True


class Line(Answer):
    """One line or short paragraph: a sign, the name before its code, and what else is said.

    `quiet` leads in softly ("Why act?"), `note` follows softly at the right end or after the text.
    `action` is what picking the line does; `buttons` are small controls at its end.
    """

    text: str
    sign: Sign | None = None
    code: str = ""
    quiet: str = ""
    note: str = ""
    weight: Weight = Weight.NORMAL
    tone: Tone | None = None
    struck: bool = False
    indent: int = 0
    private: bool = False
    tip: str = ""
    action: Action | None = None
    buttons: tuple[Option, ...] = ()


class Block(Answer):
    """What all kinds have: an id that stays the same as long as it is the same block, and perhaps a heading.

    `private` is for the facilitator only; `share` is how much of the free height or width it takes beside others
    (0 takes what it needs).
    """

    id: str
    heading: str = ""
    private: bool = False
    share: int = 0
