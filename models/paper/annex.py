"""Composes the annex to a briefing sheet: what the dashboards answer, in the sentences that they show."""

from collections.abc import Iterable

from models.analyses.rounds import bearable, protections, run_rounds
from models.charts.palette import Shape, shape
from models.language.loops import protection_lines
from models.pages.annex import (
    ALL_FOLLOWED,
    CHANGE_LINE,
    INTRODUCTION,
    NONE_FOLLOWED,
    PROTECTING,
    TITLE,
    left_out,
    rounds_on_paper,
    toggled_line,
)
from models.pages.change import ConditionList, MoveList, change_page
from models.pages.likelihood import likelihood_headline, likelihood_line, probability_lines
from models.pages.load_bearing import Load, load_line, load_picture, load_title
from models.pages.readings import (
    ReadingLine,
    reading_heads,
    reading_lines,
    readings_line,
    readings_title,
)
from models.pages.rounds import round_stories, rounds_headline, timeline
from models.paper.compose import analyses_of
from models.paper.content import (
    Annex,
    Answer,
    ChanceLine,
    ChancePart,
    ChangeBlock,
    ChangePart,
    Course,
    Fact,
    Listed,
    Listing,
    LoadPart,
    RankedLine,
    ReadingPart,
    ReadingRow,
    RoundPart,
    RoundRow,
    RoundTable,
    VerdictMark,
)
from models.schema.case import Recommendation, Verdict
from models.schema.result import Status
from models.schema.rounds import Rounds
from models.schema.snapshot import Analyses, Snapshot

MOST_COLUMNS = 4
COURSES = ((ALL_FOLLOWED, None), (NONE_FOLLOWED, ()))


def compose_annex(snapshot: Snapshot) -> Annex:
    """The annex for a snapshot that has its analyses."""
    analyses = analyses_of(snapshot)
    return Annex(
        title=TITLE,
        introduction=INTRODUCTION,
        change=ChangePart(
            answer=Answer(title="What changes it", finding="", line=CHANGE_LINE),
            rows=tuple(_change(snapshot, item) for item in snapshot.case.recommendations),
        ),
        load=_load(snapshot, analyses),
        likelihood=_likelihood(snapshot),
        readings=_readings(snapshot, analyses),
        rounds=_rounds(snapshot),
    )


def shown_by_tornado(snapshot: Snapshot, picked: str) -> str:
    """The recommendation that is picked, else the first that is neither certain nor impossible, else the first."""
    advice = [item.id for item in snapshot.case.recommendations]
    if picked in advice:
        return picked
    chances = analyses_of(snapshot).likelihoods.of
    return next((name for name in advice if 0 < chances[name].probability < 1), advice[0])


def _change(snapshot: Snapshot, item: Recommendation) -> ChangeBlock:
    page = change_page(snapshot, item.id)
    enough = page.conditions[0]
    return ChangeBlock(
        code=item.code,
        title=item.title,
        shape=shape(snapshot.evaluation.recommendation[item.id].verdict),
        headline=f"{page.headline}.",
        columns=(tuple(_moves(listing) for listing in page.moves), (_conditions(enough),)),
    )


def _moves(listing: MoveList) -> Listing:
    falls: Shape = "triangle" if listing.wanted is Status.REJECTED else "disc"
    return Listing(
        title=listing.title,
        lines=tuple(
            Listed(
                mark=shape(move.verdict) if move.verdict else falls, text=move.sentence, heading=move.heading
            )
            for move in listing.moves
        ),
        note=_note(listing.note, listing.total - len(listing.moves)),
    )


def _conditions(listing: ConditionList) -> Listing:
    return Listing(
        title=listing.title,
        lines=tuple(
            Listed(mark="met" if item.met else "unmet", text=item.sentence, state=item.state)
            for item in listing.conditions
        ),
        note=_note(listing.note, listing.total - len(listing.conditions)),
    )


def _note(note: str, number: int) -> str:
    return " ".join(part for part in (left_out(number), note) if part)


def _load(snapshot: Snapshot, analyses: Analyses) -> LoadPart:
    picture = load_picture(snapshot, analyses, Load.HERE)
    return LoadPart(
        answer=Answer(
            title="Load-bearing",
            finding=f"{load_title(picture, Load.HERE)}.",
            line=load_line(snapshot, analyses, picture, Load.HERE),
        ),
        rows=tuple(
            RankedLine(
                code=point.code,
                title=point.title,
                share=point.load / picture.most if picture.most else 0.0,
                load=f"{point.load:g}",
                doubt=point.vulnerability_text,
            )
            for point in picture.points
        ),
    )


def _likelihood(snapshot: Snapshot) -> ChancePart:
    return ChancePart(
        answer=Answer(
            title="Likelihood",
            finding=f"{likelihood_headline(snapshot)}.",
            line=f"{likelihood_line(snapshot)} {toggled_line(snapshot)}".rstrip(),
        ),
        rows=tuple(
            ChanceLine(
                code=line.code, title=line.title, share=line.probability, number=line.number, words=line.words
            )
            for line in probability_lines(snapshot)
        ),
    )


def _readings(snapshot: Snapshot, analyses: Analyses) -> ReadingPart:
    found = analyses.readings
    first, second = (Fact(label=head.title, text=head.holding) for head in reading_heads(snapshot, found))
    return ReadingPart(
        answer=Answer(
            title="Readings", finding=f"{readings_title(found)}.", line=readings_line(snapshot, found)
        ),
        heads=(first, second),
        rows=tuple(_reading(line) for line in reading_lines(snapshot, found)),
    )


def _reading(line: ReadingLine) -> ReadingRow:
    return ReadingRow(
        code=line.code,
        title=line.title,
        any_ground=_mark(line.any_ground, line.any_word),
        every_strand=_mark(line.every_strand, line.every_word),
        decides=line.decides,
        sentence=line.sentence,
    )


def _mark(verdict: Verdict, word: str, changed: bool = False) -> VerdictMark:
    return VerdictMark(shape=shape(verdict), word=word, changed=changed)


def _rounds(snapshot: Snapshot) -> RoundPart:
    """How the rounds go if all advice is followed and if none is, from the same first round."""
    case, scenario = snapshot.case, snapshot.scenario
    most = bearable(snapshot.evaluation.completions)
    found = [run_rounds(case, scenario, followed, most=most) for _, followed in COURSES]
    answer = Answer(title="Rounds", finding="", line=rounds_on_paper(snapshot, found))
    if not case.feedback:
        return RoundPart(answer=answer)
    return RoundPart(
        answer=answer,
        courses=tuple(
            _course(snapshot, words.title, course) for (words, _), course in zip(COURSES, found, strict=True)
        ),
        tables=tuple(_round_tables(snapshot, found)),
        protecting=PROTECTING,
        protections=tuple(
            Fact(label=f"{line.sentence}.", text=line.detail)
            for line in protection_lines(snapshot, found[0], protections(case, scenario))
        ),
    )


def _course(snapshot: Snapshot, title: str, found: Rounds) -> Course:
    return Course(
        title=title,
        finding=f"{rounds_headline(found)}.",
        stories=tuple(
            Fact(label=story.title, text=" ".join(story.sentences))
            for story in round_stories(snapshot, found)
        ),
    )


def _round_tables(snapshot: Snapshot, found: Iterable[Rounds]) -> Iterable[RoundTable]:
    """One column for the round that both courses start from, then those of each course."""
    heads: list[str] = []
    columns: list[tuple[VerdictMark, ...]] = []
    for (words, _), course in zip(COURSES, found, strict=True):
        shown = timeline(snapshot, course)
        for place, head in enumerate(shown.heads):
            if place or not columns:
                heads.append(f"{head}, {words.suffix}" if place else head)
                cells = (row.cells[place] for row in shown.rows)
                columns.append(tuple(_mark(cell.verdict, cell.words, cell.changed) for cell in cells))
    for start in range(0, len(columns), MOST_COLUMNS):
        part = slice(start, start + MOST_COLUMNS)
        yield RoundTable(
            heads=tuple(heads[part]),
            rows=tuple(
                RoundRow(
                    code=item.code,
                    title=item.title,
                    cells=tuple(column[place] for column in columns[part]),
                )
                for place, item in enumerate(snapshot.case.recommendations)
            ),
        )
