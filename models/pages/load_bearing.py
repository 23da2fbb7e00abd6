"""Load against vulnerability, the picture of Assumption-Based Planning (Dewar et al., RAND MR-114, 1993), in words."""

from enum import StrEnum
from fractions import Fraction

from models.language.words import counted, listed
from models.schema.analysis import Everywhere
from models.schema.case import Assumption
from models.schema.load import LoadPicture, LoadPoint, Quadrant
from models.schema.scenario import Scenario
from models.schema.snapshot import Analyses, Snapshot

IN_DOUBT = 0.25
NAMED = 5
WAITING_TITLE = "What bears load, and what of it is in doubt?"
QUADRANTS = (
    Quadrant(name="Load-bearing, not in doubt", advice="Watch the signposts"),
    Quadrant(name="Load-bearing and vulnerable", advice="Plan for these"),
    Quadrant(name="Not in doubt, little hangs on them", advice="Leave"),
    Quadrant(name="In doubt, little hangs on them", advice="No need to settle them"),
)
DOUBT_AXIS = "Chance that it fails"
JUDGED_KEY = "● credence entered"
TOGGLED_KEY = "○ as toggled, no judgement"


class Load(StrEnum):
    """How load is counted."""

    HERE = "here"
    EVERYWHERE = "everywhere"


LOAD_AXES = {
    Load.HERE: "Verdicts that hang on it, from here",
    Load.EVERYWHERE: "Recommendations that it decides, in the average setting",
}


def load_picture(snapshot: Snapshot, analyses: Analyses, load: Load) -> LoadPicture:
    """Where every assumption stands.

    From here, its load is the number of verdicts that its holding or failing alone would change. Everywhere, it is
    the sum of its Banzhaf indices: on how many recommendations it decides, in the mean over all settings. More
    than the average assumption bears is load-bearing. Vulnerability is 1 minus the credence, which where none
    was entered is as toggled: 1 for holds, 0 for fails, one half for uncertain.
    """
    loads = _loads(snapshot, analyses, load)
    credences = dict(zip(analyses.likelihoods.assumptions, analyses.likelihoods.credences, strict=True))
    points = [
        _point(snapshot, load, item, loads[item.id], 1 - credences[item.id])
        for item in snapshot.case.assumptions
    ]
    points.sort(key=lambda point: (-loads[point.id], -point.vulnerability))
    judged = {point.judged for point in points}
    return LoadPicture(
        points=tuple(points),
        load_split=float(sum(loads.values(), Fraction(0)) / len(loads)),
        doubt_split=IN_DOUBT,
        quadrants=QUADRANTS,
        load_axis=LOAD_AXES[load],
        doubt_axis=DOUBT_AXIS,
        key="    ".join(
            text for known, text in ((True, JUDGED_KEY), (False, TOGGLED_KEY)) if known in judged
        ),
    )


def load_title(picture: LoadPicture, load: Load) -> str:
    """The finding of the picture."""
    exposed = [point.code for point in picture.planned_for()]
    if exposed:
        verbs = "bears load and is" if len(exposed) == 1 else "bear load and are"
        return f"{listed(exposed, limit=NAMED)} {verbs} in doubt: plan for {_them(exposed)}"
    if not picture.most:
        here = "here, " if load is Load.HERE else ""
        return f"No verdict hangs on any single assumption {here}".rstrip(", ")
    return "No load-bearing assumption is in doubt"


def load_line(snapshot: Snapshot, analyses: Analyses, picture: LoadPicture, load: Load) -> str:
    """What bears most, and whose judgement the vulnerability is."""
    judged = sum(point.judged for point in picture.points)
    total = len(picture.points)
    if not judged:
        whose = "No credence is entered: vulnerability is as toggled (holds 0, uncertain ½, fails 1), no judgement."
    elif judged < total:
        whose = f"Vulnerability is judged for {judged} of {total}; hollow marks are as toggled, no judgement."
    else:
        whose = "Vulnerability is 1 minus the credence that was entered."
    return " ".join(part for part in (_bears_most(snapshot, analyses, picture, load), whose) if part)


def load_table(picture: LoadPicture) -> str:
    """The ranked list as tab-separated text."""
    lines = [("Assumption", picture.load_axis, picture.doubt_axis, "Judged or as toggled")]
    lines += [
        (
            " ".join((point.code, *point.title.split())),
            f"{point.load:.4g}",
            f"{point.vulnerability:.4g}",
            "judged" if point.judged else "as toggled",
        )
        for point in picture.points
    ]
    return "".join("\t".join(line) + "\n" for line in lines)


def load_words(picture: LoadPicture) -> str:
    """The picture for who cannot see it: one line for each assumption."""
    return "\n".join(point.spoken for point in picture.points)


def _loads(snapshot: Snapshot, analyses: Analyses, load: Load) -> dict[str, Fraction]:
    if load is Load.HERE:
        return {name: Fraction(len(moved)) for name, moved in analyses.single_flips.load.items()}
    found: Everywhere = analyses.everywhere
    advice = [found.of[item.id] for item in snapshot.case.recommendations]
    return {
        name: sum((item.banzhaf[place] for item in advice), Fraction(0))
        for place, name in enumerate(found.assumptions)
    }


def _point(
    snapshot: Snapshot, load: Load, item: Assumption, weight: Fraction, vulnerability: float
) -> LoadPoint:
    scenario = snapshot.scenario
    judged = item.id in scenario.credence_of
    borne = _hangs(weight) if load is Load.HERE else _decides(weight, len(snapshot.case.recommendations))
    doubt = _doubt(scenario, item, judged)
    return LoadPoint(
        id=item.id,
        code=item.code,
        title=item.title,
        load=float(weight),
        load_text=borne,
        vulnerability=vulnerability,
        vulnerability_text=doubt,
        judged=judged,
        spoken=f"{item.code} {item.title}: {borne}; {doubt}{'' if judged else ', as toggled'}.",
    )


def _hangs(weight: Fraction) -> str:
    number = int(weight)
    return (
        f"{counted(number, 'verdict') if number else 'no verdict'} {'hang' if number > 1 else 'hangs'} on it"
    )


def _decides(weight: Fraction, total: int) -> str:
    if not weight:
        return "decides nothing"
    return f"decides {_mean(weight)} of {total} on average"


def _mean(weight: Fraction) -> str:
    return "under 0.1" if weight < Fraction(1, 20) else f"{float(weight):.1f}"


def _doubt(scenario: Scenario, item: Assumption, judged: bool) -> str:
    if judged:
        return f"credence {100 * scenario.credence_of[item.id]:.3g}%"
    return scenario.stance_of[item.id].value


def _bears_most(snapshot: Snapshot, analyses: Analyses, picture: LoadPicture, load: Load) -> str:
    first = picture.points[0]
    total = len(snapshot.case.recommendations)
    if not first.load:
        return ""
    if load is Load.HERE:
        codes = [point.code for point in picture.points if point.load == first.load]
        bear = "bears most" if len(codes) == 1 else "bear most"
        each = "it" if len(codes) == 1 else "each"
        verb = "hangs" if first.load == 1 else "hang"
        verdicts = f"{int(first.load)} of {counted(total, 'verdict')} {verb} on {each}"
        return f"{listed(codes, limit=NAMED)} {bear}: {verdicts}."
    estimated = "" if all(item.exact for item in analyses.everywhere.statements) else " Estimated."
    return f"{first.code} {first.load_text} (the sum of its Banzhaf indices).{estimated}"


def _them(codes: list[str]) -> str:
    return "it" if len(codes) == 1 else "these"
