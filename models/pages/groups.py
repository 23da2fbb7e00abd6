"""The groups side by side in words: the sentence over them, what is to be known, and all of it as a table."""

from collections.abc import Iterable, Sequence

from models.language.group_words import called, group_names
from models.language.words import counted, listed
from models.pages.disagreements import ARGUE, PARK, argued, parked
from models.pages.group_moves import move_lines, moves_title
from models.pages.group_tables import GroupTable, stance_table, verdict_table
from models.schema.case import Case, Reading
from models.schema.scenario import Scenario
from models.schema.standing import Standing
from models.schema.workshop import Group

MINORITIES = "A minority’s stance counts as well, and a share of people is not a probability."
ROUGH = "Too tangled to be exact: what is parked may still matter."
HIDDEN = "Verdicts are hidden until the prediction is revealed."
WAITING_FOR_GROUPS = "Waiting for the groups"
HOW_GROUPS_COME_IN = (
    "Open or drop their scenario files, watch the folder that they save into, or type in their paper ballots. "
    "You then see where they differ, and what advice hangs on it."
)
WHAT_COMES_OF_IT = "As each comes in, you see whether it moved and what that changes."
BEING_WORKED_OUT = "What hangs on it is being worked out."


def groups_title(standing: Standing) -> str:
    """Where the groups differ and whether it matters, in one sentence without its full stop."""
    names, number = [item.group.name for item in standing.groups], len(standing.groups)
    if not number:
        rounds = standing.workshop.rounds
        now = next(item.name for item in rounds if item.id == standing.workshop.round)
        return f"No group has said where it stands{f' in {now}' if len(rounds) > 1 else ''} yet"
    apart = standing.differing
    total = len(standing.case.assumptions)
    if not apart:
        if number == 1:
            return f"{names[0]} is the only one so far: add another to see where they differ"
        both = "Both" if number == 2 else f"All {number}"
        return f"{both} {called(names)} agree on all {total} assumptions"
    found = standing.disagreements
    if found is None:
        return _differ(standing, apart)
    return f"{_differ(standing, apart)}; {_mattering(len(found.argue), len(apart))}"


def invitation(standing: Standing) -> tuple[str, str]:
    """What stands where there is no group yet: a title, and what to do about it."""
    workshop = standing.workshop
    now = next(item.name for item in workshop.rounds if item.id == workshop.round)
    names = list(dict.fromkeys(group.name for group in workshop.groups))
    if not names:
        return WAITING_FOR_GROUPS, HOW_GROUPS_COME_IN
    known = f"Known so far: {group_names(names)}."
    return f"Waiting for the {called(names)} to come in for {now}", f"{known} {WHAT_COMES_OF_IT}"


def next_name(standing: Standing) -> str:
    """What the next group is likely to be called: one that has not come in again yet, or a number."""
    workshop = standing.workshop
    present = {group.id for group in workshop.present}
    missing = (group.name for group in workshop.groups if group.id not in present)
    names = [group.name for group in workshop.groups]
    word = called(names, 1).capitalize() if names else "Table"
    taken = {name.casefold() for name in names}
    numbered = (f"{word} {number}" for number in range(1, len(names) + 2))
    return next(missing, "") or next(name for name in numbered if name.casefold() not in taken)


def _differ(standing: Standing, apart: Sequence[str]) -> str:
    groups = [item.group for item in standing.groups]
    names = [group.name for group in groups]
    between = [name for name in apart if len({group.scenario.stance_of[name] for group in groups}) > 1]
    within = len(apart) - len(between)
    if len(groups) == 1:
        return f"People at {names[0]} differ on {counted(within, 'assumption')}"
    if not between:
        return f"The {called(names)} lean alike; only minorities differ, on {counted(within, 'assumption')}"
    told = f"The {called(names)} differ on {counted(len(between), 'assumption')}"
    return f"{told} and a minority on {within} more" if within else told


def _mattering(number: int, total: int) -> str:
    if total == 1:
        return "advice hangs on it" if number else "no advice hangs on it"
    if not number:
        return "no advice hangs on them"
    if number == total:
        return f"advice hangs on {'both' if total == 2 else f'all {total}'}"
    return f"advice hangs on {number} of them"


def groups_line(standing: Standing) -> str:
    """What is to be known when reading the groups side by side."""
    if not standing.groups:
        return ""
    found, told = standing.disagreements, []
    if found is None and standing.differing:
        told.append(BEING_WORKED_OUT)
    if found is not None and not found.exact:
        told.append(ROUGH)
    if standing.workshop.asking is not None:
        told.append(HIDDEN)
    told += _readings(standing.case, [item.group for item in standing.groups])
    if any(item.group.ballot for item in standing.groups):
        told.append(MINORITIES)
    return " ".join(told)


def _readings(case: Case, groups: Sequence[Group]) -> list[str]:
    """That groups do not read the case alike, and how each reads it."""
    ways: dict[str, list[str]] = {}
    for group in groups:
        ways.setdefault(_reading(case, group.scenario), []).append(group.name)
    if len(ways) < 2:
        return []
    told = (f"{group_names(names)} {way}" for way, names in ways.items())
    return [f"They do not read the case alike: {'; '.join(told)}."]


def _reading(case: Case, scenario: Scenario) -> str:
    how = "one argument is enough" if scenario.reading is Reading.ANY_GROUND else "every argument must hold"
    aside = [rule.id for rule in case.rules if rule.id in scenario.set_aside]
    parts = [how, *(["added objections count"] if scenario.added else [])]
    parts += [f"without {counted(len(aside), 'inference')}"] if aside else []
    return f"({listed(parts)})"


def groups_text(standing: Standing) -> str:
    """The two lists, both tables in full and who moved, as tab-separated text."""
    lines: list[Iterable[str]] = [[groups_title(standing)], []]
    for item in argued(standing):
        hanging = " ".join(line.sentence for line in item.hanging)
        lines.append([ARGUE, item.code, item.title, item.said, item.matters, hanging])
    lines += [[PARK, item.code, item.title, item.said] for item in parked(standing)]
    lines += [
        "",
        *_copied(stance_table(standing, everything=True), "Assumption", ("hold", "uncertain", "fail")),
    ]
    verdicts = verdict_table(standing)
    if verdicts.rows:
        lines += ["", *_copied(verdicts, "Recommendation", ())]
    moves = [[moves_title(standing), line.sentence] for line in move_lines(standing)]
    lines += ["", *moves] if moves else []
    return "".join("\t".join(" ".join(cell.split()) for cell in line) + "\n" for line in lines)


def _copied(table: GroupTable, what: str, spread: Sequence[str]) -> Iterable[list[str]]:
    yield [what, "", *(head.name for head in table.heads), *(f"Groups: {word}" for word in spread)]
    for row in table.rows:
        cells = [f"{cell.text} +{cell.missing}" if cell.missing else cell.text for cell in row.cells]
        yield [row.code, row.title, *cells, *map(str, row.spread)]
