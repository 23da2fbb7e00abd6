"""Two scenarios side by side: on what they differ, how the advice ends, and the fewest differences that do it."""

from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache
from itertools import groupby

from models.analyses.groups.causes import causes_of
from models.engine.evaluate import evaluated
from models.language.messages import marked, message, plural, told
from models.language.naming import quoted
from models.language.signs import hidden_words, result_sign, verdicts_hidden
from models.language.states import said, sign
from models.language.words import listed, listed_causes
from models.language.workshop.group_words import spoken_of_as
from models.pages.differ.collecting import kept_back
from models.pages.differ.side_keys import Side, chosen_sides, in_short, sides, why_these
from models.schema.action import look
from models.schema.case import Assumption, Case
from models.schema.grades import Reading, Stance, Verdict, Vote
from models.schema.page import (
    Beside,
    Block,
    Choice,
    Column,
    Form,
    Line,
    Option,
    Page,
    Row,
    Sentences,
    Sign,
    SignCell,
    Table,
    TextCell,
    Width,
    soft,
)
from models.schema.scenario import Scenario
from models.schema.snapshot import Snapshot
from models.schema.standing import RULES, Turned
from models.schema.view import PageName

NAME = PageName.DIFFER.value
TAKES: dict[Stance | Vote, tuple[str, str]] = {
    Stance.HOLDS: (marked("takes {names} to hold"), marked("take {names} to hold")),
    Stance.FAILS: (marked("takes {names} to fail"), marked("take {names} to fail")),
    Stance.UNCERTAIN: (marked("is unsure about {names}"), marked("are unsure about {names}")),
    Vote.SPLIT: (marked("is split on {names}"), marked("are split on {names}")),
    Stance.AS_ARGUED: (marked("takes {names} as argued"), marked("take {names} as argued")),
}
EVERY = (marked("asks that every argument hold"), marked("ask that every argument hold"))
ANY = (marked("takes one argument as enough"), marked("take one argument as enough"))
ADDED = (marked("counts added objections"), marked("count added objections"))
LEFT_OUT = (marked("leaves added objections out"), marked("leave added objections out"))
OTHERS = (marked("rejects other arguments"), marked("reject other arguments"))
NONE = (marked("rejects no argument"), marked("reject no argument"))
"""What a side does, of one and of several: "Table 2 takes", "Phones take"."""
NAMED = 4
"""Of more assumptions some are named and the others counted: they stand in the table."""
TOLD = 4
"""So many sentences are told to the room; with more the tables would not stand on the same screen."""


def sides_page(snapshot: Snapshot, parts: Choice) -> Page:
    """Two scenarios next to each other; while verdicts are hidden, only their stances."""
    known = sides(snapshot)
    chosen = chosen_sides(snapshot, known)
    one, other = in_short(*chosen)
    hidden = verdicts_hidden(snapshot)
    turned = () if hidden else _turned(snapshot.case, one.scenario, other.scenario)
    differing = sum(
        one.scenario.stance_of[item.id] is not other.scenario.stance_of[item.id]
        for item in _taking_part(snapshot.case, one, other)
    )
    sentences = enumerate(_sentences(snapshot.case, one, other, turned))
    lines = tuple(Line(text=text, private=place >= TOLD) for place, text in sentences)
    turns: tuple[Block, ...] = (Sentences(id="turns", lines=lines),) if lines and not hidden else ()
    advice = () if hidden else (_recommendations(snapshot, one, other),)
    both = Beside(id="both", blocks=(_assumptions(snapshot, one, other), *advice))
    told_first = " ".join(
        filter(None, (why_these(snapshot, one, other), f"{hidden_words(snapshot)}." if hidden else ""))
    )
    page = Page(
        name=NAME,
        title=_title(one, other, differing, len(turned), hidden),
        lead=(soft(told_first),) if told_first else (),
        tools=(parts, _choice(known, chosen, 0), _choice(known, chosen, 1)),
        blocks=(*turns, both),
    )
    kept = [side.name for side in (one, other) if side.hidden]
    return _unrevealed(page, kept) if kept else page


def _taking_part(case: Case, one: Side, other: Side) -> tuple[Assumption, ...]:
    """The assumptions that take part on either side."""
    return case.taking_part(one.scenario.added or other.scenario.added)


def _unrevealed(page: Page, names: list[str]) -> Page:
    """The page while what somebody said is not revealed: the room reads that alone, the laptop all of it."""
    said = Line(text=f"{page.title}.", private=True)
    title = told("What {names} said is not revealed yet", names=listed(dict.fromkeys(names)))
    return replace(page, title=title, lead=(said, *page.lead), blocks=kept_back(page.blocks))


@lru_cache(maxsize=8)
def _turned(case: Case, one: Scenario, other: Scenario) -> tuple[Turned, ...]:
    """Kept, as it may try two hundred scenarios."""
    return causes_of(case, one, other)


def _choice(known: Iterable[Side], shown: tuple[Side, Side], place: int) -> Choice:
    """What stands on one side; who picks that keeps what stands on the other."""

    def with_side(key: str) -> tuple[str, str]:
        return (key, shown[1].key) if place == 0 else (shown[0].key, key)

    return Choice(
        id=f"side-{place + 1}",
        label=message("The one side" if place == 0 else "The other side"),
        form=Form.MENU,
        options=tuple(
            Option(text=side.name, action=look(sides=with_side(side.key)), chosen=side == shown[place])
            for side in known
        ),
    )


def _title(one: Side, other: Side, differing: int, turned: int, hidden: bool) -> str:
    both = {"side": one.name, "other": other.spoken}
    if not differing and not turned:
        return told("{side} and {other} take the same stances", **both)
    if differing:
        differ = plural(
            "{side} and {other} differ on {number} assumption",
            "{side} and {other} differ on {number} assumptions",
            differing,
            **both,
        )
    else:
        differ = told("{side} and {other} differ in how arguments combine", **both)
    if hidden:
        return differ
    if not turned:
        return told("{they_differ} and end alike all the same", they_differ=differ)
    return plural(
        "{they_differ} and end differently on {number} recommendation",
        "{they_differ} and end differently on {number} recommendations",
        turned,
        they_differ=differ,
    )


def _assumptions(snapshot: Snapshot, one: Side, other: Side) -> Table:
    taking_part = _taking_part(snapshot.case, one, other)
    rows = tuple(
        _row(
            item.id,
            TextCell(text=item.title, code=item.code),
            sign(_taken(one, item.id)),
            sign(_taken(other, item.id)),
            snapshot,
        )
        for item in taking_part
        if snapshot.view.everything
        or one.scenario.stance_of[item.id] is not other.scenario.stance_of[item.id]
    )
    shown = {row.id for row in rows}
    rest = [item.id for item in taking_part if item.id not in shown]
    agree = bool(rows and rest) and all(_taken(one, name) is _taken(other, name) for name in rest)
    return Table(
        id="side-assumptions",
        share=1,
        columns=_columns(message("Assumption"), one, other),
        rows=rows,
        note=message("On the other assumptions they agree." if agree else ""),
        empty=message("They agree on every assumption."),
    )


def _taken(side: Side, assumption: str) -> Stance | Vote:
    return Vote.SPLIT if assumption in side.divided else side.scenario.stance_of[assumption]


def _recommendations(snapshot: Snapshot, one: Side, other: Side) -> Table:
    first, second = (evaluated(snapshot.case, side.scenario) for side in (one, other))
    return Table(
        id="side-recommendations",
        share=1,
        columns=_columns(message("Recommendation"), one, other),
        rows=tuple(
            _row(
                item.id,
                TextCell(text=item.title, code=item.code),
                result_sign(first, item.id),
                result_sign(second, item.id),
                snapshot,
            )
            for item in snapshot.case.recommendations
        ),
    )


def _columns(what: str, one: Side, other: Side) -> tuple[Column, ...]:
    return (
        Column(id="statement", title=what, width=Width.STRETCH),
        Column(id="one", title=one.name),
        Column(id="other", title=other.name),
    )


def _row(identifier: str, name: TextCell, one: Sign, other: Sign, snapshot: Snapshot) -> Row:
    differs = one != other
    cells = (SignCell(sign=state, words=True, ground=differs) for state in (one, other))
    return Row(
        id=identifier,
        cells=(name, *cells),
        faint=not differs,
        picked=snapshot.view.picked == identifier,
        spoken=f"{name.text}: {one.word}; {other.word}",
        action=look(picked=identifier),
    )


def _sentences(case: Case, one: Side, other: Side, turned: tuple[Turned, ...]) -> Iterable[str]:
    """Which differences turn which verdicts, the fewest first; then those that turn none by themselves."""
    taking_part, named = _taking_part(case, one, other), set[str]()
    ids = {item.id for item in taking_part}
    for by, items in groupby(sorted(turned, key=lambda item: _place(case, item)), key=lambda item: item.by):
        found = list(items)
        named.update(by)
        yield told(
            "{side} {causes}, so {ends}."
            if found[0].fewest
            else "{side} {causes}, and together that means {ends}.",
            side=other.name,
            causes=listed_causes(_causes(case, one, other, [name for name in by if name in ids | {RULES}])),
            ends=_ends(case, found),
        )
    before, after = one.scenario.stance_of, other.scenario.stance_of
    rest = [item for item in taking_part if item.id not in named and before[item.id] is not after[item.id]]
    if rest:
        yield told(
            "They also differ on {names}; that alone changes nothing."
            if turned
            else "They differ on {names}; that alone changes nothing.",
            names=listed((quoted(item.title) for item in rest), limit=NAMED),
        )


def _place(case: Case, item: Turned) -> tuple[int, list[int]]:
    order = {name: place for place, name in enumerate(case.by_id)} | {RULES: len(case.by_id)}
    return len(item.by), [order[name] for name in item.by]


def _causes(case: Case, one: Side, other: Side, by: Iterable[str]) -> Iterable[str]:
    """What the other side takes otherwise, those of one stance together: "takes “A” and “B” to hold"."""
    names: dict[Stance | Vote, list[str]] = {}
    for cause in by:
        if cause != RULES:
            names.setdefault(_taken(other, cause), []).append(quoted(case.by_id[cause].title))
    several = spoken_of_as([other.name]) > 1
    for stance, titles in names.items():
        yield told(TAKES[stance][several], names=listed(titles, limit=NAMED))
    if RULES in by:
        yield listed_causes(message(part[several]) for part in _counts(one.scenario, other.scenario))


def _counts(one: Scenario, other: Scenario) -> Iterable[tuple[str, str]]:
    if one.reading is not other.reading:
        yield EVERY if other.reading is Reading.EVERY_ARGUMENT else ANY
    if one.added is not other.added:
        yield ADDED if other.added else LEFT_OUT
    if one.set_aside != other.set_aside:
        yield OTHERS if other.set_aside else NONE


def _ends(case: Case, items: list[Turned]) -> str:
    parts = []
    for verdict in Verdict:
        titles = [quoted(case.by_id[item.id].title) for item in items if item.after is verdict]
        if titles:
            parts.append(said(listed(titles), verdict, len(titles)))
    return listed_causes(parts)
