"""Load against doubt, of what somebody rated, and what moves a recommendation most (Dewar and others, 1993)."""

from fractions import Fraction

from models.language.credences import exactly
from models.language.dates import within
from models.language.naming import quoted
from models.language.words import listed
from models.pages.depends.load import average, figure_of, load_bearing, load_block, ranked
from models.pages.depends.tornado import tornado, tornado_words
from models.pages.parts import name_of, names_of
from models.schema.case import Assumption, Recommendation
from models.schema.load import LoadPicture, LoadPoint, Quadrant
from models.schema.page import Beside, Block, Chart, Figure, Line, Sentences, Weight
from models.schema.snapshot import Analyses, Snapshot
from models.schema.view import Outlook

IN_DOUBT = 0.25
QUADRANTS = (
    Quadrant(name="Load-bearing, not vulnerable", advice="Watch the signposts"),
    Quadrant(name="Load-bearing and vulnerable", advice="Plan for these"),
    Quadrant(name="Not vulnerable, little depends on them", advice="Leave them"),
    Quadrant(name="Vulnerable, little depends on them", advice="No need to settle them"),
)
LOAD_AXES = {
    Outlook.HERE: "Recommendations that it decides from here",
    Outlook.EVERYWHERE: "Recommendations that hold or fall with it, over all settings",
}


def doubt_title(snapshot: Snapshot, analyses: Analyses) -> str:
    """Which load-bearing assumptions the room doubts, in one sentence without its full stop."""
    if not snapshot.scenario.credences:
        return "Nobody has yet said how doubtful the assumptions are"
    exposed = [point.title for point in load_picture(snapshot, analyses).planned_for()]
    if not exposed:
        return "No rated assumption is both load-bearing and vulnerable"
    named = listed((quoted(title) for title in exposed), limit=2)
    return f"Much depends on {named}, and the room doubts {'it' if len(exposed) == 1 else 'them'}"


def doubt_blocks(snapshot: Snapshot, analyses: Analyses, picked: Recommendation) -> tuple[Block, ...]:
    """What depends on each assumption, with its doubt to enter; once there are ratings, load against doubt."""
    loads = load_block(snapshot, analyses)
    if not snapshot.scenario.credences:
        return (loads,)
    picture = load_picture(snapshot, analyses)
    drawn = Figure(
        id="load-chart",
        chart=Chart.LOAD,
        heading="Load against doubt, of what is rated",
        values=picture,
        alternative="\n".join(point.spoken for point in picture.points),
    )
    return (loads, Beside(id="charts", blocks=(drawn, _moving(snapshot, analyses, picked))))


def _moving(snapshot: Snapshot, analyses: Analyses, picked: Recommendation) -> Block:
    """What moves how likely a recommendation is; where that is a range, what would have to be rated first."""
    heading = f"What moves “{picked.title}” most"
    found = analyses.range_of[picked.id]
    if found.probability is None:
        why = "The case is too tangled to say how likely it is"
        if found.exact:
            why = f"To see it, rate {names_of(snapshot.case, found.unrated, limit=6)}"
        lines = (Line(text=f"{why}.", weight=Weight.SOFT),)
        return Sentences(id="not-all-rated", heading=heading, lines=lines, private=True)
    shown = tornado(snapshot, analyses, picked.id)
    words = tornado_words(snapshot.case, shown)
    return Figure(id="tornado", chart=Chart.TORNADO, heading=heading, values=shown, alternative=words)


def load_picture(snapshot: Snapshot, analyses: Analyses) -> LoadPicture:
    """Load against vulnerability (Dewar et al., RAND MR-114, 1993), of the assumptions that somebody rated.

    Vulnerability is 1 minus the rating. More than the average assumption bears is load-bearing.
    """
    loads = ranked(snapshot, analyses)
    rated = snapshot.scenario.credence_of
    points = [_point(snapshot, one.item, load) for one, load in loads if one.item.id in rated]
    return LoadPicture(
        points=tuple(sorted(points, key=lambda point: (-point.load, -point.vulnerability))),
        load_split=average(snapshot, analyses),
        doubt_split=IN_DOUBT,
        quadrants=QUADRANTS,
        load_axis=LOAD_AXES[snapshot.view.outlook],
        doubt_axis="Chance that it fails, as rated",
    )


def thresholds(snapshot: Snapshot, analyses: Analyses) -> str:
    """From where on an assumption counts as load-bearing, and as vulnerable."""
    rating = f"{1 - IN_DOUBT:.0%}"
    load = load_bearing(snapshot, analyses, snapshot.view.outlook)
    vulnerable = f"rated at {rating} or less to hold{within(snapshot.scenario.horizon)}"
    return f"{load} Vulnerable: {vulnerable}."


def _point(snapshot: Snapshot, item: Assumption, load: Fraction) -> LoadPoint:
    rating, here = snapshot.scenario.credence_of[item.id], snapshot.view.outlook is Outlook.HERE
    advice = f"{figure_of(load)} recommendation{'' if load == 1 else 's'}"
    borne = (
        f"decides {advice}"
        if here
        else f"{advice} {'holds or falls' if load == 1 else 'hold or fall'} with it"
    )
    return LoadPoint(
        id=item.id,
        code=item.code,
        title=item.title,
        label=item.brief,
        load=float(load),
        load_text=borne,
        vulnerability=1 - rating,
        vulnerability_text=f"rated {exactly(rating)}",
        spoken=f"{name_of(item)}: {borne}; rated {exactly(rating)}.",
    )
