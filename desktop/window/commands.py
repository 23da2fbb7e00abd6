"""Every command of the window in one table: its name, its words, its keys, its menu, and when it can be chosen.

What an action of the state says is said here; what only the window can do stands under the same name in its joins.
"""

from collections.abc import Callable

from models.language.panes import PAGE_NAMES
from models.schema.action import Action, Change, Step, look, present
from models.schema.case import Assumption, Recommendation
from models.schema.scenario import changed_stances
from models.schema.snapshot import Snapshot
from models.schema.steps.scenario_steps import field_set, reset
from models.schema.steps.workshop_steps import round_revealed, with_round
from models.schema.value import Answer
from models.schema.view import PageName


def _presenting(snapshot: Snapshot) -> bool:
    return snapshot.room.is_open


def _changed(snapshot: Snapshot) -> bool:
    return bool(changed_stances(snapshot.case, snapshot.scenario))


def _rated(snapshot: Snapshot) -> bool:
    return bool(snapshot.scenario.credences)


def _has_past(snapshot: Snapshot) -> bool:
    return snapshot.past is not None and not snapshot.view.looking_back


def _looks_back(snapshot: Snapshot) -> bool:
    return snapshot.view.looking_back


def _awaits_revealing(snapshot: Snapshot) -> bool:
    standing = snapshot.groups_shown
    return bool(standing and standing.groups and not standing.workshop.is_revealed(standing.workshop.round))


def _reveal(snapshot: Snapshot) -> Action:
    standing = snapshot.groups_shown
    return Step(round_revealed, (standing.workshop.round if standing else "",))


def _decide(snapshot: Snapshot) -> Action:
    from models.pages.watch.decided import mark_action

    return mark_action(snapshot) or look()


def _decidable(snapshot: Snapshot) -> bool:
    item = snapshot.case.by_id.get(snapshot.view.picked)
    hidden = snapshot.workshop.asking is not None or snapshot.evaluation.says_nothing
    return isinstance(item, Assumption) or (isinstance(item, Recommendation) and not hidden)


Making = Callable[[Snapshot], Action]


class Entry(Answer, kw_only=False):
    """One command. A `switch` is on or off, as `on` says; without an `act` the window does it itself."""

    name: str
    text: str
    keys: tuple[str, ...] = ()
    act: Making | None = None
    when: Callable[[Snapshot], bool] = lambda _: True
    on: Callable[[Snapshot], bool] | None = None


SEPARATOR = Entry("-", "")


def _page(place: int, name: PageName) -> Entry:
    return Entry(
        f"page-{name.value}",
        PAGE_NAMES[name],
        (f"Ctrl+{place}",),
        lambda _: look(page=name),
        on=lambda snapshot: snapshot.view.page is name,
    )


def _plan_90(snapshot: Snapshot) -> Action:
    from models.pages.programme.agenda import ninety_minutes
    from models.pages.programme.agenda_page import plan_action

    return plan_action(snapshot.workshop, ninety_minutes())


def _plan_180(snapshot: Snapshot) -> Action:
    from models.pages.programme.agenda import three_hours
    from models.pages.programme.agenda_page import plan_action

    return plan_action(snapshot.workshop, three_hours())


FILE = (
    Entry("new", "&New scenario", ("Ctrl+N",)),
    Entry("open", "&Open…", ("Ctrl+O",)),
    Entry("recent", "Open &recent"),
    Entry("edit-case", "&Edit the case", ("Ctrl+Shift+K",)),
    Entry("cases", "&Cases"),
    Entry("save", "&Save", ("Ctrl+S",)),
    Entry("save-as", "Save &as…", ("Ctrl+Shift+S",)),
    SEPARATOR,
    Entry("details", "Scenario &details…", ("Ctrl+D",)),
    Entry("workshop-details", "&Workshop details…"),
    Entry("print", "&Briefing sheet and prints…", ("Ctrl+P",)),
    Entry("export", "E&xport…", ("Ctrl+Shift+E",)),
    SEPARATOR,
    Entry("quit", "&Quit", ("Ctrl+Q",)),
)
EDIT = (
    Entry("undo", "&Undo", ("Ctrl+Z",)),
    Entry("redo", "&Redo", ("Ctrl+Shift+Z", "Ctrl+Y")),
    SEPARATOR,
    Entry("reset", "Reset all &assumptions", ("Ctrl+R",), lambda _: reset(), _changed),
    Entry("clear-ratings", "Clear all ratin&gs", (), lambda _: Change(field_set, ("credences", ())), _rated),
    SEPARATOR,
    Entry("copy-page", "&Copy this page as text", ("Ctrl+Shift+C",)),
    Entry("save-picture", "Save a &picture of this page…", ("Ctrl+Shift+I",)),
    SEPARATOR,
    Entry("palette", "&Find anything…", ("Ctrl+K",)),
    SEPARATOR,
    Entry("preferences", "Pr&eferences…", ("Ctrl+,",)),
)
VIEW = (
    *(_page(place, name) for place, name in enumerate(PageName, start=1)),
    SEPARATOR,
    Entry("before", "Before the last change", ("Alt+Left",), lambda _: look(looking_back=True), _has_past),
    Entry("after", "After it again", ("Alt+Right",), lambda _: look(looking_back=False), _looks_back),
    Entry("play-fall", "Play again what &followed", ("Ctrl+Shift+F",)),
    SEPARATOR,
    Entry("go-assumptions", "Go to the &assumptions", ("F6",)),
    Entry("go-stage", "Go to the &page", ("F7",)),
    Entry("go-why", "Go to the &why", ("F8",)),
    Entry("drawer-left", "Show what it all &rests on", ("Ctrl+Shift+L",)),
    Entry("drawer-right", "Show w&hy", ("Ctrl+Shift+R",)),
    SEPARATOR,
    Entry("scheme", "&Colours"),
    Entry("scale", "&Size of everything"),
    Entry("language", "&Language (from the next start)"),
    Entry("larger", "Lar&ger", ("Ctrl++", "Ctrl+=")),
    Entry("smaller", "S&maller", ("Ctrl+-",)),
    Entry("normal-size", "&Normal size", ("Ctrl+0",)),
    Entry("reduce-motion", "Reduce mo&tion"),
)
WORKSHOP = (
    Entry(
        "present",
        "&Present on the room’s screen",
        ("F5",),
        lambda snapshot: present(is_open=not snapshot.room.is_open),
        on=_presenting,
    ),
    Entry(
        "keep",
        "&Keep what the room sees",
        ("F4",),
        lambda snapshot: present(kept=True if snapshot.room.kept is None else None),
        _presenting,
        lambda snapshot: snapshot.room.kept is not None,
    ),
    Entry(
        "blank",
        "&Blank the room’s screen",
        ("Ctrl+B",),
        lambda snapshot: present(blank=not snapshot.room.blank),
        _presenting,
        lambda snapshot: snapshot.room.blank,
    ),
    Entry(
        "spotlight",
        "Spot&light what is picked",
        ("Ctrl+F5",),
        lambda snapshot: present(spotlight=not snapshot.room.spotlight),
        _presenting,
        lambda snapshot: snapshot.room.spotlight,
    ),
    SEPARATOR,
    Entry("new-round", "Start a &new round", (), lambda _: Step(with_round)),
    Entry("reveal", "Re&veal what the groups say", (), _reveal, _awaits_revealing),
    Entry("decide", "Mark what is picked as &decided", ("Ctrl+Shift+D",), _decide, _decidable),
    Entry("add-groups", "Add groups’ &files…", ("Ctrl+Shift+O",)),
    Entry("add-ballots", "Add ballots from a &spreadsheet…"),
    Entry("tally", "&Type in a tally…", ("Ctrl+T",)),
    Entry("watch-folder", "&Watch a folder…"),
    Entry("phones", "Let phones &in…"),
    Entry("stop-phones", "Stop letting ph&ones in", (), None, lambda snapshot: snapshot.phones is not None),
    Entry("name-state", "Na&me this state…", ("Ctrl+Shift+N",)),
    SEPARATOR,
    Entry("plan-90", "Plan &90 minutes", (), _plan_90),
    Entry("plan-180", "Plan t&hree hours", (), _plan_180),
    SEPARATOR,
    Entry("export-minutes", "&Export the minutes…", ("Ctrl+E",)),
)
HELP = (
    Entry("manual", "&Manual", ("F1",)),
    Entry("glossary", "&Glossary"),
    Entry("keys", "&Keyboard"),
    Entry("whats-new", "What’s &new"),
    Entry("welcome", "&What to do here"),
    SEPARATOR,
    Entry("about-case", "About the &case and its source"),
    Entry("about", "&About WhatHolds"),
)
CASES = (
    Entry("case-open", "&Open a case…"),
    Entry("new-case", "&New case"),
    Entry("case-copy", "&Duplicate and edit…"),
    Entry("case-import", "&Import a case…"),
    Entry("case-sheets", "&Spreadsheet to fill in…"),
)
"""What stands below the list of cases, in a menu of its own."""
MENUS = (
    ("&File", FILE),
    ("&Edit", EDIT),
    ("&View", VIEW),
    ("&Workshop", WORKSHOP),
    ("&Help", HELP),
)
ENTRIES = {
    entry.name: entry
    for menu in (*(menu for _, menu in MENUS), CASES)
    for entry in menu
    if entry is not SEPARATOR
}
