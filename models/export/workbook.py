"""A workbook: what is assumed and what then holds, who stood where, who watches, and the log. No cell is a formula."""

from collections.abc import Iterator, Sequence
from datetime import date
from io import BytesIO

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from models.engine.explain import Trace
from models.language.causes.cause import cause
from models.language.counts import how_many
from models.language.messages import marked, message, told
from models.language.naming import grouped
from models.language.signs import verdicts_hidden
from models.language.states import word
from models.language.unseen import in_lines, in_one_line
from models.language.words import citation, wide
from models.language.workshop.deeds import decision_words
from models.language.workshop.group_words import round_name
from models.language.workshop.lane_words import lane_of, tally_of
from models.language.workshop.signpost_words import ACTION_WORDS, speaks
from models.pages.watch.kept import kept
from models.pages.watch.log import log_lines
from models.schema.snapshot import Snapshot
from models.schema.workshop import Group

Row = Sequence[str | int | float | date | None]
PLAIN = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "default_date_format": "yyyy-mm-dd",
}
"""What somebody wrote stays text, even where it begins with = + - or @."""
WIDEST, WRAPPED, LINE_HIGH = 60, 54, 15
"""A column's letters at most, what of them a line of whole words has at least, and a line's points."""
A4 = 9
"""As XLSX numbers papers; whoever prints a sheet gets all its columns on one."""
MOMENT = "%Y-%m-%d %H:%M"
LANES = (marked("holds"), marked("unsure"), marked("fails"))
ASSUMED = (
    marked("Assumption"),
    marked("Code"),
    marked("Text"),
    marked("Model"),
    marked("In the source"),
    marked("Paragraphs"),
    marked("Taken to"),
    marked("Rating"),
    marked("Reason"),
    marked("Who says so"),
)
ADVISED = (
    marked("Recommendation"),
    marked("Code"),
    marked("For"),
    marked("Verdict"),
    marked("Arguments"),
    marked("Cause"),
)
GROUPED = (marked("Round"), marked("Assumption"), marked("Code"))
WATCHED = (
    marked("Assumption"),
    marked("What to look for"),
    marked("It"),
    marked("State"),
    marked("Who"),
    marked("Date"),
    marked("Source", "signpost"),
)
DECIDED = (marked("When"), marked("What"))
LOGGED = (marked("When"), marked("What"), marked("What it moved"), marked("Why"), marked("Who says so"))
"""The columns of each sheet; groups have one for each group more."""
CONTEXTS = {"Source": "signpost"}
"""Heads that are told apart from the same word elsewhere."""


def workbook(snapshot: Snapshot, day: date) -> bytes:
    """The workbook as XLSX; sheets of which there is nothing to tell are left out."""
    out = BytesIO()
    with Workbook(out, PLAIN) as book:
        book.set_properties(
            {"title": in_one_line(snapshot.scenario.title or snapshot.case.title), "author": ""}
        )
        book.set_custom_property("Date", day.isoformat())
        head = book.add_format({"bold": True, "bottom": 1})
        text = book.add_format({"text_wrap": True, "valign": "top"})
        dated = book.add_format(
            {"num_format": PLAIN["default_date_format"], "valign": "top", "align": "left"}
        )
        for name, columns, rows in _sheets(snapshot):
            sheet = book.add_worksheet(name)
            _fill(sheet, columns, rows, (head, text, dated))
    return out.getvalue()


def _fill(sheet: Worksheet, columns: Sequence[str], rows: Sequence[Row], formats: Sequence[object]) -> None:
    head, text, day = formats
    sheet.write_row(0, 0, list(map(in_one_line, columns)), head)
    for place, row in enumerate(rows, start=1):
        for column, value in enumerate(row):
            if isinstance(value, str):
                sheet.write_string(place, column, in_lines(value), text)
            elif value is not None:
                sheet.write(place, column, value, day if isinstance(value, date) else text)
        lines = max((_lines(value) for value in row if isinstance(value, str)), default=1)
        if lines > 1:  # not every program measures wrapped text when it opens a file
            sheet.set_row(place, LINE_HIGH * lines)
    for column, title in enumerate(columns):
        longest = max((wide(str(row[column] or "")) for row in rows), default=0)
        sheet.set_column(column, column, min(WIDEST, max(wide(title), longest) + 2))
    sheet.freeze_panes(1, 0)
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    if rows:
        sheet.autofilter(0, 0, len(rows), len(columns) - 1)


def _lines(text: str) -> int:
    """How many lines a text needs in its cell."""
    return 1 if wide(text) <= WIDEST else wide(text) // WRAPPED + 1


def _sheets(snapshot: Snapshot) -> Iterator[tuple[str, Sequence[str], list[Row]]]:
    found = (
        (marked("Assumptions"), ASSUMED, _assumptions(snapshot)),
        (marked("Recommendations"), ADVISED, advice_rows(snapshot)),
        (marked("Groups"), GROUPED, _groups(snapshot)),
        (marked("Signposts"), WATCHED, _signposts(snapshot)),
        (marked("Decided"), DECIDED, _decided(snapshot)),
        (marked("Log"), LOGGED, _log(snapshot)),
    )
    for name, columns, rows in found:
        listed = list(rows)
        if listed:
            names = _names(snapshot) if columns is GROUPED else ()
            yield (
                message(name),
                (*(message(head, CONTEXTS.get(head, "")) for head in columns), *names),
                listed,
            )


def _assumptions(snapshot: Snapshot) -> Iterator[Row]:
    scenario = snapshot.scenario
    for title, items in grouped(snapshot.case, scenario.added):
        for item in items:
            yield (
                item.title,
                item.code,
                item.text,
                title,
                word(item.kind),
                citation(item.paragraphs),
                word(scenario.stance_of[item.id]),
                scenario.credence_of.get(item.id),
                scenario.rationale_of.get(item.id, ""),
                scenario.voice_of.get(item.id, ""),
            )


def advice_rows(snapshot: Snapshot) -> Iterator[Row]:
    """Each recommendation with its verdict, how many arguments hold, and why."""
    if verdicts_hidden(snapshot):
        return
    trace = Trace(snapshot)
    for item in snapshot.case.recommendations:
        result = snapshot.evaluation.recommendation[item.id]
        holding = told("{some} of {total}", some=how_many(result.holding), total=result.holding.total)
        verdict = (word(result.verdict), holding, cause(trace, item.id))
        yield (item.title, item.code, item.addressee, *verdict)


def _names(snapshot: Snapshot) -> tuple[str, ...]:
    return tuple(dict.fromkeys(group.name for group in snapshot.workshop.groups))


def _groups(snapshot: Snapshot) -> Iterator[Row]:
    """A row for every assumption and round, a column for every group; of ballots hold · unsure · fail."""
    case, names = snapshot.case, _names(snapshot)
    for each in snapshot.workshop.rounds:
        groups = {group.name: group for group in snapshot.workshop.in_round(each.id)}
        name = round_name(each.name)
        name = name if each.revealed else told("{round}, not revealed", round=name)
        for item in snapshot.assumptions if groups else ():
            stood = (_stood(snapshot, groups.get(one), item.id) for one in names)
            yield (name, case.by_id[item.id].title, item.code, *stood)


def _stood(snapshot: Snapshot, group: Group | None, assumption: str) -> str:
    lane = lane_of(snapshot.case, group, assumption) if group is not None else None
    if group is None or lane is None:
        return ""
    tally = tally_of(group, assumption)
    return " · ".join(map(str, tally)) if tally else message(LANES[lane])


def _signposts(snapshot: Snapshot) -> Iterator[Row]:
    for one in kept(snapshot):
        name = f"{one.item.title} {one.item.code}"
        for post in one.signposts:
            yield (
                name,
                post.text,
                speaks(snapshot.case, post),
                word(post.state),
                post.owner,
                post.on,
                post.source,
            )
        for idea in one.actions:
            yield (name, idea.text, message(ACTION_WORDS[idea.kind]), "", idea.owner, idea.on, "")


def _decided(snapshot: Snapshot) -> Iterator[Row]:
    for item in snapshot.workshop.decisions:
        decided = decision_words(snapshot.case, item)
        if decided:
            yield (f"{item.at:{MOMENT}}" if item.at else "", decided)


def _log(snapshot: Snapshot) -> Iterator[Row]:
    """What came out, with the reasons and who gave them; acts are all the facilitator's."""
    moments = {entry.id: entry.at for entry in snapshot.workshop.log}
    for line in log_lines(snapshot.workshop, case=snapshot.case):
        yield (f"{moments[line.id]:{MOMENT}}", line.what, line.moved, line.why, line.said_by)
