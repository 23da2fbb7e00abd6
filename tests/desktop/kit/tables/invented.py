"""Tables of invented values, of the kinds that pages describe."""

from models.schema.action import Command
from models.schema.page import (
    BarCell,
    ButtonsCell,
    Cell,
    ChipsCell,
    Column,
    Dot,
    Entry,
    EntryCell,
    LanesCell,
    Line,
    Option,
    OptionsCell,
    Row,
    Shape,
    Sign,
    SignCell,
    SpreadCell,
    Table,
    TextCell,
    Tone,
    Weight,
    Width,
)

HOLDS = Sign(Shape.TICK_DISC, Tone.GOOD, "Still holds")
FEWER = Sign(Shape.DIAMOND, Tone.WARN, "Holds on fewer arguments")
IDLE = Sign(Shape.MINUS_DISC, Tone.OPEN, "No longer needed")
STUCK = Sign(Shape.TRIANGLE, Tone.BAD, "No longer workable")
ALIEN = Sign(Shape.SQUARE, Tone.BAD, "Not ours to do")
RING = Sign(Shape.RING, Tone.BRAND, "only together")
DOT = Sign(Shape.DOT, Tone.FAINT, "no change")
YES = Sign(Shape.TICK, Tone.GOOD, "holds")
UNSURE = Sign(Shape.QUESTION, Tone.WARN, "unsure")
NO = Sign(Shape.CROSS, Tone.BAD, "fails")
ADVICE = (
    "Build the northern bridge",
    "Limit the toll",
    "Calm the ferry dispute",
    "Stop treating both banks as one",
    "Draw traffic away from the weir",
    "Draw traffic away from the mill",
    "Prepare the reopening and talks",
    "Use the towpath reopening",
    "Return under one authority",
    "Offer inducements to leave the ferry",
    "Learn to play off the owners",
)
CLAIMS = (
    "Council’s business",
    "Ferry resented",
    "Traffic can shift",
    "Mill ties deepen",
    "Grants suffice",
    "Weir is kept",
    "Flood talk fulfils",
    "Towpath reopens",
    "Parishes as one",
    "Studies the flood",
    "Drills as cover",
    "Restraint calms",
    "Plays owners off",
    "Board deadlocked",
    "Rules not enforced",
)
_PATTERN = {(0, 5): IDLE, (1, 5): IDLE, (2, 9): IDLE, (2, 10): IDLE, (2, 11): STUCK, (3, 1): FEWER}
_PATTERN |= {(3, 2): FEWER, (3, 6): FEWER, (4, 3): HOLDS, (5, 0): ALIEN, (5, 1): IDLE, (5, 2): STUCK}
_PATTERN |= {(5, 4): STUCK, (6, 0): ALIEN, (6, 3): HOLDS, (7, 0): IDLE, (7, 7): STUCK, (8, 0): IDLE}
_PATTERN |= {(9, place): IDLE for place in (0, 1, 2, 4)} | {(10, place): IDLE for place in (0, 1, 2, 4)}
_PATTERN |= {(9, 3): HOLDS, (10, 3): HOLDS, (10, 12): STUCK, (8, 8): STUCK}


def matrix(columns: int = 15, turned: bool = False) -> Table:
    """Recommendations against assumptions, with how likely each holds."""
    names = [CLAIMS[place % len(CLAIMS)] for place in range(columns)]
    heads = [
        Column(
            id=f"a{place}",
            title=name,
            code=f"A{place + 1}",
            width=Width.SIGN,
            slanted=True,
            tone=Tone.BAD if place == 3 else Tone.FAINT if place > 12 else None,
            action=Command("pick", (place,)),
        )
        for place, name in enumerate(names)
    ]
    never = Column(id="never", title="7 more never do", width=Width.SIGN, tone=Tone.SOFT)
    chance = Column(id="chance", title="How likely it holds")
    return Table(
        id="matrix",
        columns=(Column(id="advice", title=""), *heads, never, chance),
        rows=tuple(_matrix_row(place, columns, turned) for place in range(len(ADVICE))),
        key=(HOLDS, FEWER, IDLE, STUCK, ALIEN, RING),
    )


def _matrix_row(place: int, columns: int, turned: bool) -> Row:
    sign = FEWER if place in (6, 9, 10) else IDLE if place == 4 else HOLDS
    ring = {1, 2, 4, 5, 13, 14} if place == 6 else set()
    cells: list[Cell] = [TextCell(text=ADVICE[place], sign=sign, weight=Weight.STRONG)]
    for column in range(columns):
        found = _PATTERN.get((place, column))
        if turned and found is None and (place + column) % 3 == 0:
            found = STUCK
        cells.append(SignCell(sign=found or (RING if column in ring else DOT), ground=found is not None))
    low, high = 0.1 + place * 0.05, min(1.0, 0.3 + place * 0.06)
    text = f"{low * 100:.0f}–{high * 100:.0f} %"
    cells += [SignCell(), SpreadCell(low=low, high=high, text=text, note="A17, A18" if place % 2 else "A15")]
    return Row(id=f"r{place}", cells=tuple(cells), picked=place == 6, action=Command("pick", (place,)))


def _loaded(place: int, name: str) -> Row:
    doubts = tuple(
        Option(text=word, action=Command("doubt", (place, word)), chosen=place % 4 == number)
        for number, word in enumerate(("firm", "some", "much"))
    )
    return Row(
        id=f"a{place}",
        section="What most depends on" if place == 0 else "The rest" if place == 4 else "",
        cells=(
            TextCell(text=name, code=f"A{place + 1}"),
            BarCell(value=(8 - place) / 8, text=str(8 - place)),
            OptionsCell(options=doubts, wanting=place % 4 == 3),
            EntryCell(
                text="70 %" if place == 1 else "",
                action=Command("rate", (place,)),
                kind=Entry.PERCENT,
                hint="0–100",
                label=f"Rating of {name}",
            ),
            ButtonsCell(buttons=(Option(text="Try", action=Command("try", (place,))),)),
        ),
    )


def load() -> Table:
    """How much depends on each assumption, with a doubt to choose and a rating to type."""
    return Table(
        id="load",
        heading="How much depends on it",
        columns=(
            Column(id="name", title="Assumption"),
            Column(id="load", title="Recommendations that change with it", width=Width.STRETCH),
            Column(id="doubt", title="Doubt"),
            Column(id="rating", title="Rating", right=True),
            Column(id="try", control=True),
        ),
        rows=tuple(_loaded(place, name) for place, name in enumerate(CLAIMS[:8])),
        note="From here, if it alone changes.",
    )


_TALLIES = ((8, 1, 1), (9, 1, 0), (2, 2, 6), (1, 2, 7), (3, 5, 2), (4, 5, 1))
_GROUPS = ("North", "East", "South", "West", "Lock", "Mill", "Quay", "Ferry", "Weir", "Hill", "Dale", "Moor")


def groups(number: int = 4, rows: int = 13, large: int = 3, *, voted: bool = True) -> Table:
    """What each group says of each assumption, and the advice that changes with it."""
    return Table(
        id="groups",
        columns=(
            Column(id="name", title="Assumption"),
            Column(id="lanes", width=Width.STRETCH),
            Column(id="advice", title="Recommendations that change with it", width=Width.STRETCH),
        ),
        rows=tuple(_group_row(place, number, place < large, voted) for place in range(rows)),
    )


def _group_row(place: int, number: int, large: bool, voted: bool) -> Row:
    dots = tuple(
        Dot(
            letter=_GROUPS[group][0],
            name=_GROUPS[group],
            lane=(group * (place + 1) + place // 2) % 3,
            tally=_TALLIES[(group + place) % len(_TALLIES)] if voted else None,
            came_from=(group * (place + 1) + place // 2 + place) % 3 if group == 2 else None,
        )
        for group in range(number)
    )
    name = CLAIMS[place % len(CLAIMS)]
    many = 2 + (place * 5) % 4
    chips = tuple(
        Line(text=ADVICE[(place + item) % 11], sign=(HOLDS, FEWER)[item % 2]) for item in range(many)
    )
    detail = "Two groups say it is not the council’s business. If they are right, six recommendations fall."
    return Row(
        id=f"a{place}",
        large=large,
        cells=(
            TextCell(text=name, code=f"A{place + 1}", weight=Weight.STRONG, detail=detail if large else ""),
            LanesCell(lanes=(YES, UNSURE, NO), dots=dots),
            ChipsCell(chips=chips, more=f"and {many - 1} more" if many > 1 else ""),
        ),
        action=Command("pick", (place,)),
    )


def tally() -> Table:
    """Numbers to type, three a row."""
    return Table(
        id="tally",
        columns=(
            Column(id="name", title="Assumption", width=Width.STRETCH),
            *(Column(id=word, title=word) for word in ("holds", "unsure", "fails")),
        ),
        rows=tuple(
            Row(
                id=f"a{place}",
                cells=(
                    TextCell(text=name),
                    *(
                        EntryCell(
                            text="0",
                            action=Command(word, (place,)),
                            kind=Entry.NUMBER,
                            label=f"{name} {word}",
                        )
                        for word in ("holds", "unsure", "fails")
                    ),
                ),
            )
            for place, name in enumerate(CLAIMS[:4])
        ),
    )


LONG = "The owners were heard twice, and each time they said that the weir would be kept as long as the mill runs."


def reasons() -> Table:
    """A long text and a day to type."""
    row = Row(
        id="a0",
        cells=(
            TextCell(text=CLAIMS[0]),
            EntryCell(text=LONG, action=Command("why"), kind=Entry.LONG_TEXT, label="Why"),
            EntryCell(text="", action=Command("by"), kind=Entry.DATE, hint="2027-03-01", label="By when"),
        ),
    )
    return Table(
        id="reasons",
        columns=(
            Column(id="name", title="Assumption"),
            Column(id="why", title="Why", width=Width.STRETCH),
            Column(id="by", title="By"),
        ),
        rows=(row,),
    )


def vast(number: int = 300) -> Table:
    """So many rows and columns, with titles of 200 characters among them."""
    title = (LONG * 2)[:200]
    heads = (
        Column(
            id=f"c{place}",
            title=title if place % 7 == 0 else f"Claim {place}",
            code=f"A{place}",
            width=Width.SIGN,
            slanted=True,
        )
        for place in range(number)
    )
    signs = SignCell(sign=DOT), SignCell(sign=IDLE, ground=True)
    return Table(
        id="vast",
        columns=(Column(id="name"), *heads),
        rows=tuple(
            Row(
                id=f"r{row}",
                cells=(
                    TextCell(text=title if row % 5 == 0 else f"Advice {row}", sign=HOLDS),
                    *(signs[row * column % 9 == 0] for column in range(number)),
                ),
            )
            for row in range(number)
        ),
    )
