"""Over all settings: the share that is left to a recommendation where an assumption fails, as a row of bars."""

from collections.abc import Sequence
from fractions import Fraction
from math import ceil

from models.language.messages import told
from models.language.naming import quoted
from models.schema.case import Assumption, Recommendation
from models.schema.page import BarCell, Cell, Tone
from models.schema.snapshot import Analyses


def share_cells(analyses: Analyses, item: Recommendation, shown: Sequence[Assumption]) -> list[Cell]:
    """The share of all settings, then for each assumption that of the settings in which it fails."""
    found = analyses.everywhere.of[item.id]
    places = {name: place for place, name in enumerate(analyses.everywhere.assumptions)}
    whole = {"advice": quoted(item.title), "share": percent(found.share)}
    tip = told("{advice} holds in {share}% of the possible settings.", **whole)
    cells: list[Cell] = [BarCell(value=float(found.share), text=percent(found.share), tip=tip)]
    for one in shown:
        share = found.if_fails[places[one.id]] if one.id in places else found.share
        level = effect(found.share, share, found.error)
        tone = Tone.BAD if level < 0 else Tone.GOOD if level > 0 else Tone.FAINT
        tip = told(
            "{advice} holds in {share}% of the possible settings; "
            "of those in which {assumption} ({code}) fails, in {part}%.",
            assumption=quoted(one.title),
            code=one.code,
            part=percent(share),
            **whole,
        )
        cells.append(BarCell(value=float(share), text=percent(share), tone=tone, tip=tip))
    return cells


def effect(share: Fraction, if_fails: Fraction, error: float = 0.0) -> int:
    """How much of its settings a recommendation loses (to -5, all) or gains (to 5, all that it lacked).

    The steps between are quarters; a difference within `error` is none.
    """
    if if_fails == share or (error and abs(if_fails - share) <= error):
        return 0
    if if_fails < share:
        return ceil(4 * if_fails / share) - 5
    return 5 - ceil(4 * (1 - if_fails) / (1 - share))


def percent(share: Fraction) -> str:
    """A share in whole percent, without the sign; never 0 or 100 for what is not quite that."""
    if 0 < share < Fraction(1, 200):
        return "<1"
    if Fraction(199, 200) < share < 1:
        return ">99"
    return str(int(share * 100 + Fraction(1, 2)))
