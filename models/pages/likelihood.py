"""Likelihood in words: how likely each recommendation is to hold by the room's numbers, and what moves it most."""

from collections.abc import Sequence

from models.language.credences import credence_lines, exactly, in_words, percent
from models.language.words import counted, listed
from models.schema.analysis import Likelihood, Likelihoods
from models.schema.case import Recommendation
from models.schema.snapshot import Snapshot
from models.schema.tornado import Tornado, TornadoBar
from models.schema.value import Answer

MOST_BARS = 10
LIKELY = 0.55
SMALL = 1e-9
NOTE = "The room's own numbers; assumptions are taken as independent of one another."
WAITING = "The probabilities are being worked out."
NO_CREDENCE = "No credence is entered: every assumption counts as toggled"


class ProbabilityLine(Answer):
    """How likely one recommendation is to hold; `number` says so where it is not exact."""

    id: str
    code: str
    title: str
    probability: float
    number: str
    words: str
    spoken: str


def likelihood_headline(snapshot: Snapshot) -> str:
    """How likely the advice is as a whole, in one sentence without its full stop."""
    if not snapshot.scenario.credences:
        return NO_CREDENCE
    if snapshot.analyses is None:
        return f"The room has entered {counted(len(snapshot.scenario.credences), 'credence')}"
    found = snapshot.analyses.likelihoods.of
    chances = [found[item.id].probability for item in snapshot.case.recommendations]
    likely = sum(chance >= LIKELY for chance in chances)
    if likely == len(chances):
        return "By the room's numbers, all of the advice is likely to hold"
    advice = counted(len(chances), "recommendation")
    return f"By the room's numbers, {likely or 'none'} of {advice} {_are(likely)} likely to hold"


def likelihood_line(snapshot: Snapshot) -> str:
    """The standing note, and whether the figures are exact or still to come."""
    if snapshot.analyses is None:
        return f"{NOTE} {WAITING}"
    error = max((item.error for item in snapshot.analyses.likelihoods.statements), default=0.0)
    if error:
        return f"{NOTE} Some figures are not exact: they may be off by {100 * error:.1f} points."
    return NOTE


def probability_lines(snapshot: Snapshot) -> tuple[ProbabilityLine, ...]:
    """One line for each recommendation, in the case's order; none while they are being worked out."""
    if snapshot.analyses is None:
        return ()
    found = snapshot.analyses.likelihoods.of
    return tuple(_line(item, found[item.id]) for item in snapshot.case.recommendations)


def tornado(snapshot: Snapshot, recommendation_id: str, most: int = MOST_BARS) -> Tornado | None:
    """How far each assumption moves a recommendation's probability, longest first; None while it is worked out.

    The probability is linear in each credence, so that it and its derivative give both ends exactly.
    """
    if snapshot.analyses is None:
        return None
    likelihoods = snapshot.analyses.likelihoods
    found = likelihoods.of[recommendation_id]
    bars = _bars(snapshot, likelihoods, found)
    item = snapshot.case.by_id[recommendation_id]
    chance = found.probability
    return Tornado(
        id=item.id,
        title=f"{item.code} {item.title}: {_number(found)}, {in_words(chance)}. {_most(bars)}",
        foot=_foot(snapshot, len(bars), most),
        probability=chance,
        text=f"now {_number(found)}",
        bars=tuple(bars[:most]),
    )


def tornado_words(shown: Tornado) -> str:
    """The tornado as sentences, one for each bar, for those who cannot see it."""
    return "\n".join((shown.title, *(bar_sentence(shown, bar) for bar in shown.bars), shown.foot))


def bar_sentence(shown: Tornado, bar: TornadoBar) -> str:
    """What one bar varies."""
    return (
        f"If {bar.code} {bar.title} failed for certain, {percent(bar.if_fails)}; "
        f"if it held for certain, {percent(bar.if_holds)}; as rated, {percent(shown.probability)}."
    )


def likelihood_table(snapshot: Snapshot, recommendation_id: str) -> str:
    """Probabilities, the tornado of one recommendation and all credences as tab-separated text."""
    rows: list[Sequence[str]] = [("Recommendation", "Name", "Probability", "In words")]
    rows += [(line.code, line.title, line.number, line.words) for line in probability_lines(snapshot)]
    shown = tornado(snapshot, recommendation_id, len(snapshot.case.assumptions))
    if shown is not None:
        code = snapshot.case.by_id[recommendation_id].code
        rows += [(), ("Assumption", "Name", f"{code} if it fails", f"{code} if it holds")]
        rows += [(bar.code, bar.title, f"{bar.if_fails:.2%}", f"{bar.if_holds:.2%}") for bar in shown.bars]
    rows += [(), ("Assumption", "Name", "Credence", "In words")]
    lines = credence_lines(snapshot.case, snapshot.scenario)
    rows += [(line.code, line.title, exactly(line.used), line.words) for line in lines]
    rows += [(), (likelihood_line(snapshot),)]
    return "".join("\t".join(row) + "\n" for row in rows)


def _are(number: int) -> str:
    return "is" if number < 2 else "are"


def _number(found: Likelihood) -> str:
    if found.exact:
        return percent(found.probability)
    return f"about {percent(found.probability)} (± {100 * found.error:.1f})"


def _line(item: Recommendation, found: Likelihood) -> ProbabilityLine:
    words = in_words(found.probability)
    return ProbabilityLine(
        id=item.id,
        code=item.code,
        title=item.title,
        probability=found.probability,
        number=_number(found),
        words=words,
        spoken=f"{item.code} {item.title}: {_number(found)}, {words}",
    )


def _bars(snapshot: Snapshot, likelihoods: Likelihoods, found: Likelihood) -> list[TornadoBar]:
    bars = []
    for name, credence, slope in zip(
        likelihoods.assumptions, likelihoods.credences, found.derivatives, strict=True
    ):
        if abs(slope) > SMALL:
            fails = _within(found.probability - credence * slope)
            holds = _within(found.probability + (1 - credence) * slope)
            bars.append(_bar(snapshot, name, fails, holds))
    return sorted(bars, key=lambda bar: -abs(bar.if_holds - bar.if_fails))


def _bar(snapshot: Snapshot, name: str, fails: float, holds: float) -> TornadoBar:
    item = snapshot.case.by_id[name]
    return TornadoBar(
        id=name,
        code=item.code,
        title=item.title,
        if_fails=fails,
        if_holds=holds,
        fails_text=f"fails {percent(fails)}",
        holds_text=f"holds {percent(holds)}",
    )


def _within(probability: float) -> float:
    """Free of the dust that is left by floating point, so that certain stays certain."""
    return min(1.0, max(0.0, round(probability, 12)))


def _most(bars: Sequence[TornadoBar]) -> str:
    if not bars:
        return "No single assumption moves it."
    longest = abs(bars[0].if_holds - bars[0].if_fails)
    equal = [bar.code for bar in bars if longest - abs(bar.if_holds - bar.if_fails) < SMALL]
    if len(equal) == 1:
        return f"{equal[0]} moves it most."
    if len(equal) == len(bars):
        return f"{len(equal)} assumptions move it alike."
    return f"{listed(equal, limit=4)} move it most."


def _foot(snapshot: Snapshot, bars: int, most: int) -> str:
    still = len(snapshot.case.assumptions) - bars
    read = (
        "Each bar: how likely it would be if one assumption failed, or held, for certain, all else as rated."
    )
    rest = [
        f"{bars - most} more move it less" if bars > most else "",
        f"{still} do not move it" if still else "",
    ]
    told = "; ".join(part for part in rest if part)
    return f"{read} {told[:1].upper()}{told[1:]}." if told else read
