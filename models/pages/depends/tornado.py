"""How far each assumption by itself moves how likely a recommendation is to hold, in words beside the picture."""

from collections.abc import Sequence

from models.language.credences import in_words, percent
from models.language.messages import marked, message, plural, told
from models.language.naming import brief_of, quoted
from models.language.words import listed, sentence_start
from models.pages.parts import name_of
from models.schema.analysis import Likelihood, Likelihoods
from models.schema.case import Case
from models.schema.pictures import Tornado, TornadoBar
from models.schema.snapshot import Analyses, Snapshot

MOST_BARS = 10
SMALL = 1e-9
FOOT = marked(
    "Each bar: how likely it would be if one assumption failed, or held, for certain, all else as rated."
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
