"""The sentences of the stress test: its questions and answers, what a cell says, and the matrix as a table."""

from collections.abc import Sequence
from fractions import Fraction

from models.language.matrix import Matrix, MatrixCell, MatrixColumn, MatrixRow, Outlook
from models.language.words import VERDICT_CLAUSES, VERDICT_WORDS, counted, listed
from models.schema.analysis import Robustness, as_quotient
from models.schema.case import Assumption, Stance, Verdict
from models.schema.snapshot import Analyses, Snapshot

MOST_COUNTED = 40
NAMED = 8
WHOLE_CODE = "All"
WHOLE_TITLE = "Over all settings"
FALLS = "falls"
CELL_WORDS = {Verdict.HOLDS: "back", Verdict.FEWER: "less", Verdict.OPEN: "open"}
EFFECT_WORDS = {
    -5: "never any more",
    -3: "less often",
    0: "no difference",
    3: "more often",
    5: "always",
}
SET_TO = {Stance.FAILS: "set to fails", Stance.HOLDS: "set to holds"}
SETTLED = "What is uncertain is settled the way that changes more."
STANDING = {Stance.HOLDS: "holds", Stance.FAILS: "fails", Stance.UNCERTAIN: "is uncertain"}
TITLES = {
    Outlook.HERE: "If only this one assumption changed, what would become of the advice?",
    Outlook.EVERYWHERE: "If this one assumption fails, how often does the advice still hold?",
}


def stress_line(
    snapshot: Snapshot, analyses: Analyses, outlook: Outlook, columns: Sequence[MatrixColumn]
) -> str:
    """What the matrix shows, and which assumptions can never decide anything."""
    total = len(snapshot.case.recommendations)
    first = _bears_most(columns, total) if outlook is Outlook.HERE else _settings(analyses)
    never = [column.code for column in columns if column.never]
    if not never:
        return first
    told = f"{listed(never, limit=NAMED)} can never decide whether advice holds under this reading."
    return f"{first} {told}"


def column_sentence(item: Assumption, stance: Stance, to: Stance) -> str:
    """What a column changes."""
    if stance is to:
        return f"{item.code} {item.title}. It {STANDING[stance]} here already."
    return f"{item.code} {item.title}. It {STANDING[stance]} here; in this column it {STANDING[to]}."


def cell_sentence(analyses: Analyses, row: MatrixRow, column: MatrixColumn, cell: MatrixCell) -> str:
    """What one cell says, in a sentence."""
    if cell.share is None:
        return _change(row, column, cell)
    return _share(analyses.everywhere.of[row.id], row, column, cell.share)


def stress_table(matrix: Matrix) -> str:
    """The matrix as tab-separated text."""
    here = matrix.outlook is Outlook.HERE
    heads = [f"{column.code} {column.to}" if column.to else column.title for column in matrix.columns]
    lines = [["Recommendation", *(["Now"] if here else []), *heads]]
    for row in matrix.rows:
        now = [VERDICT_WORDS[row.verdict]] if here else []
        lines.append([" ".join((row.code, *row.title.split())), *now, *map(_copied, row.cells)])
    return "".join("\t".join(line) + "\n" for line in lines)


def percent(share: Fraction) -> str:
    """A share in whole percent, without the sign; never 0 or 100 for what is not quite that."""
    if 0 < share < Fraction(1, 200):
        return "<1"
    if Fraction(199, 200) < share < 1:
        return ">99"
    return str(int(share * 100 + Fraction(1, 2)))


def _bears_most(columns: Sequence[MatrixColumn], total: int) -> str:
    most = max(column.count for column in columns)
    if not most:
        return "No change of a single assumption would change a verdict from here."
    codes = [column.code for column in columns if column.count == most]
    each = "; changed alone, each of them" if len(codes) > 1 else ", which alone"
    verb = "changes" if len(codes) > 1 else "would change"
    return f"Most hangs on {listed(codes, limit=4)}{each} {verb} {most} of {counted(total, 'verdict')}."


def _settings(analyses: Analyses) -> str:
    number = len(analyses.everywhere.assumptions)
    many = f"all {2**number:,} settings" if number <= MOST_COUNTED else "all settings"
    told = f"Percent of {many}, each counted once. A share of settings is not a probability."
    error = max((item.error for item in analyses.everywhere.statements), default=0.0)
    return f"{told} Estimated, off by at most {100 * error:.1f} points." if error else told


def _change(row: MatrixRow, column: MatrixColumn, cell: MatrixCell) -> str:
    if cell.verdict is None or column.to is None:
        return ""
    change = f"If {column.code} alone is {SET_TO[column.to]} ({column.title})"
    now = VERDICT_CLAUSES[row.verdict]
    if not cell.changed:
        return f"{change}, nothing changes for {row.code}: it {now}."
    return f"{change}, {row.code} {VERDICT_CLAUSES[cell.verdict]}. As things are, it {now}."


def _share(robust: Robustness, row: MatrixRow, column: MatrixColumn, share: Fraction) -> str:
    overall = _told(robust.share, robust.exact)
    if not column.id:
        return f"{row.code} ({row.title}) holds in {overall} of all settings. This is not a probability."
    if column.id in robust.never_matters:
        return f"{column.code} ({column.title}) can never decide about {row.code}: {overall} either way."
    where = f"Of the settings in which {column.code} fails ({column.title})"
    return f"{where}, {row.code} holds in {_told(share, robust.exact)}; of all settings, in {overall}."


def _told(share: Fraction, exact: bool) -> str:
    if share in (0, 1):
        return "all" if share else "none"
    number = f"{percent(share)}%".replace("<", "less than ").replace(">", "more than ")
    return f"{number} ({as_quotient(share)})" if exact else f"about {number}"


def _copied(cell: MatrixCell) -> str:
    if cell.share is not None:
        return f"{float(cell.share):.2%}"
    return VERDICT_WORDS[cell.verdict] if cell.verdict and cell.changed else "unchanged"
