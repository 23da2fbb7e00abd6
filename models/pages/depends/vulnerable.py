"""Load against doubt, of what somebody rated, and what moves a recommendation most (Dewar and others, 1993)."""

from collections.abc import Sequence
from fractions import Fraction

from models.language.credences import exactly, in_words, percent
from models.language.dates import NO_HORIZON, within
from models.language.messages import marked, message, plural, told
from models.language.naming import brief_of, quoted
from models.language.words import listed, sentence_start
from models.pages.depends.likely import RULED_OUT, horizon_field
from models.pages.depends.load import TIED, average, figure_of, is_tied, load_bearing, load_block, ranked
from models.pages.parts import name_of, names_of
from models.schema.analysis import Likelihood, Likelihoods
from models.schema.case import Assumption, Case, Recommendation
from models.schema.page import Beside, Block, Chart, Figure, Line, Sentences, Stack, soft
from models.schema.pictures import LoadPicture, LoadPoint, Quadrant, Tornado, TornadoBar
from models.schema.snapshot import Analyses, Snapshot
from models.schema.view import Outlook

IN_DOUBT = 0.25
QUADRANTS = (
    (marked("Load-bearing, not vulnerable"), marked("Watch the signposts")),
    (marked("Load-bearing and vulnerable"), marked("Plan for these")),
    (marked("Not vulnerable, little depends on them"), marked("Leave them")),
    (marked("Vulnerable, little depends on them"), marked("No need to settle them")),
)
USES = (
    (1, marked("Plan for these: act so that they hold, and be ready for one that fails.")),
    (0, marked("Watch the signposts: they tell early that one begins to fail.")),
    (3, marked("No need to settle them: little advice would change.")),
    (2, marked("Leave them.")),
)
"""What is done with the assumptions of each quadrant."""
HIGH, AROUND_BARS, BAR = 270, 130, 16
"""How high the charts would like to be, and a tornado around its bars and for each; unscaled."""
LOAD_AXES = {
    Outlook.HERE: marked("Recommendations that it decides from here"),
    Outlook.EVERYWHERE: marked("Recommendations that hold or fall with it, over all settings"),
}


MOST_BARS = 10
SMALL = 1e-9
FOOT = marked(
    "Each bar: how likely it would be if one assumption failed, or held, for certain, all else as rated."
)


def doubt_title(snapshot: Snapshot, analyses: Analyses) -> str:
    """Which load-bearing assumptions are vulnerable as rated, in one sentence without its full stop."""
    if not snapshot.scenario.credences:
        return message("Nobody has yet said how doubtful the assumptions are")
    exposed = [point.title for point in load_picture(snapshot, analyses).planned_for()]
    if not exposed:
        return message("No rated assumption is both load-bearing and vulnerable")
    named = listed((quoted(title) for title in exposed), limit=2)
    return plural(
        "Much depends on {names}, and it is rated at {rating} or less",
        "Much depends on {names}, and each is rated at {rating} or less",
        len(exposed),
        names=named,
        rating=percent(1 - IN_DOUBT),
    )


def doubt_blocks(snapshot: Snapshot, analyses: Analyses, picked: Recommendation) -> tuple[Block, ...]:
    """What depends on each assumption, with its doubt to enter; once there are ratings, load against doubt.

    What is entered keeps its place: beside it stands what doubt is for, and then what was made of it.
    """
    beside: tuple[Block, ...] = (_uses(),)
    if snapshot.scenario.credences:
        beside = (_drawn(snapshot, analyses), _moving(snapshot, analyses, picked))
    side = Stack(id="doubted", share=1, blocks=(horizon_field(snapshot), *beside))
    return (Beside(id="doubt", blocks=(load_block(snapshot, analyses), side)),)


def _uses() -> Block:
    """What is done with an assumption by how much depends on it and how doubtful it is, the most urgent first."""
    lines = tuple(Line(text=message(use), quiet=f"{message(QUADRANTS[place][0])}:") for place, use in USES)
    heading = message("What the answers are for")
    return Stack(id="uses", panel=True, heading=heading, blocks=(Sentences(id="use", lines=lines),))


def _drawn(snapshot: Snapshot, analyses: Analyses) -> Figure:
    picture = load_picture(snapshot, analyses)
    return Figure(
        id="load-chart",
        share=2,
        height=HIGH,
        chart=Chart.LOAD,
        heading=message("Load against doubt, of what is rated"),
        values=picture,
        alternative="\n".join(point.spoken for point in picture.points),
    )


def _moving(snapshot: Snapshot, analyses: Analyses, picked: Recommendation) -> Block:
    """What moves how likely a recommendation is; where that is a range, what would have to be rated first."""
    heading = told("What moves {name} most", name=quoted(picked.title))
    found = analyses.range_of[picked.id]
    if found.probability is None:
        why = told(
            RULED_OUT
            if found.ruled_out
            else "To see it, rate {names}."
            if found.exact
            else "The case is too tangled to say how likely it is.",
            names=names_of(snapshot.case, found.unrated, limit=6),
        )
        lines = (soft(why),)
        return Sentences(id="not-all-rated", heading=heading, lines=lines, private=True)
    shown = tornado(snapshot, analyses, picked.id)
    words = tornado_words(snapshot.case, shown)
    return Figure(
        id="tornado",
        share=1,
        height=AROUND_BARS + BAR * len(shown.bars),
        chart=Chart.TORNADO,
        heading=heading,
        values=shown,
        alternative=words,
    )


def load_picture(snapshot: Snapshot, analyses: Analyses) -> LoadPicture:
    """Load against vulnerability (Dewar et al., RAND MR-114, 1993), of the assumptions that somebody rated.

    Vulnerability is 1 minus the rating. More than the average assumption bears is load-bearing.
    """
    loads = ranked(snapshot, analyses)
    rated = snapshot.scenario.credence_of
    names = (Quadrant(name=message(name), advice=message(advice)) for name, advice in QUADRANTS)
    bearing_firm, bearing_doubted, idle_firm, idle_doubted = names
    points = [_point(snapshot, one.item, load) for one, load in loads if one.item.id in rated]
    return LoadPicture(
        points=tuple(sorted(points, key=lambda point: (-point.load, -point.vulnerability))),
        load_split=average(snapshot, analyses),
        doubt_split=IN_DOUBT,
        quadrants=(bearing_firm, bearing_doubted, idle_firm, idle_doubted),
        load_axis=message(LOAD_AXES[snapshot.view.outlook]),
        doubt_axis=_doubt_axis(snapshot.scenario.horizon),
    )


def _doubt_axis(horizon: str) -> str:
    """What the chance that is drawn is of, and until when."""
    time = within(horizon).strip()
    if not time:
        return message("Chance that it fails, as rated; for which time is not said yet")
    return told("Chance that it fails {within}, as rated", within=time)


def thresholds(snapshot: Snapshot, analyses: Analyses) -> str:
    """From where on an assumption counts as load-bearing, and as vulnerable."""
    load = load_bearing(snapshot, analyses, snapshot.view.outlook)
    time = within(snapshot.scenario.horizon).strip()
    vulnerable = told(
        "Vulnerable: rated at {rating} or less to hold {within}."
        if time
        else "Vulnerable: rated at {rating} or less to hold.",
        rating=percent(1 - IN_DOUBT),
        within=time,
    )
    return " ".join((load, vulnerable, *(() if time else (message(NO_HORIZON),))))


def _point(snapshot: Snapshot, item: Assumption, load: Fraction) -> LoadPoint:
    rated, one = snapshot.scenario.credence_of[item.id], load == 1
    if is_tied(snapshot, item):
        pattern = TIED
    elif snapshot.view.outlook is Outlook.HERE:
        pattern = marked("decides {load} recommendation") if one else marked("decides {load} recommendations")
    elif one:
        pattern = marked("{load} recommendation holds or falls with it")
    else:
        pattern = marked("{load} recommendations hold or fall with it")
    borne = told(pattern, load=figure_of(load))
    rating = told("rated {rating}", rating=exactly(rated))
    return LoadPoint(
        id=item.id,
        code=item.code,
        title=item.title,
        label=brief_of(snapshot.case, item),
        load=float(load),
        vulnerability=1 - rated,
        spoken=f"{name_of(item)}: {borne}; {rating}.",
    )


def tornado(snapshot: Snapshot, analyses: Analyses, recommendation: str, most: int = MOST_BARS) -> Tornado:
    """How far each assumption moves a recommendation's probability, longest first; all that matters must be rated."""
    likelihoods = analyses.likelihoods
    found = likelihoods.of[recommendation]
    bars = _bars(snapshot.case, likelihoods, found)
    return Tornado(
        id=recommendation,
        title=f"{percent(found.probability)}, {in_words(found.probability)}. {_most(bars)}",
        foot=_foot(len(snapshot.assumptions), len(bars), most),
        probability=found.probability,
        text=told("now {percent}", percent=percent(found.probability)),
        bars=tuple(bars[:most]),
    )


def tornado_words(case: Case, shown: Tornado) -> str:
    """The tornado as sentences, one for each bar, for those who cannot see it."""
    bars = (
        told(
            "If {name} failed for certain, {fails}; if it held for certain, {holds}; as rated, {rated}.",
            name=name_of(case.by_id[bar.id]),
            fails=percent(bar.if_fails),
            holds=percent(bar.if_holds),
            rated=percent(shown.probability),
        )
        for bar in shown.bars
    )
    return "\n".join((shown.title, *bars, shown.foot))


def _bars(case: Case, likelihoods: Likelihoods, found: Likelihood) -> list[TornadoBar]:
    bars = []
    for name, failed, slope in zip(likelihoods.assumptions, found.if_fails, found.derivatives, strict=True):
        if abs(slope) > SMALL:
            fails, holds = _within(failed), _within(failed + slope)
            bar = TornadoBar(
                id=name,
                code=case.by_id[name].code,
                title=case.by_id[name].title,
                label=brief_of(case, case.by_id[name]),
                if_fails=fails,
                if_holds=holds,
                fails_text=told("fails {percent}", percent=percent(fails)),
                holds_text=told("holds {percent}", percent=percent(holds)),
            )
            bars.append(bar)
    return sorted(bars, key=lambda bar: -abs(bar.if_holds - bar.if_fails))


def _within(probability: float) -> float:
    """Free of the dust that is left by floating point, so that certain stays certain."""
    return min(1.0, max(0.0, round(probability, 12)))


def _most(bars: Sequence[TornadoBar]) -> str:
    if not bars:
        return message("No single assumption moves it.")
    longest = abs(bars[0].if_holds - bars[0].if_fails)
    equal = [bar.title for bar in bars if longest - abs(bar.if_holds - bar.if_fails) < SMALL]
    if len(equal) == 1:
        return told("{name} moves it most.", name=quoted(equal[0]))
    if len(equal) == len(bars):
        return told("{number} assumptions move it alike.", number=len(equal))
    return told("{names} move it most.", names=listed(map(quoted, equal), limit=3))


def _foot(total: int, bars: int, most: int) -> str:
    less, idle = bars - most, total - bars
    rest = [plural("{number} more moves it less", "{number} more move it less", less)] if less > 0 else []
    if idle > 0:
        rest.append(
            plural("{number} assumption does not move it", "{number} assumptions do not move it", idle)
        )
    return f"{message(FOOT)} {sentence_start('; '.join(rest))}." if rest else message(FOOT)
