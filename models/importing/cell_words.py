"""What is wrong with a case, said of sheets and columns: whoever fills one in never sees the file's keys."""

from collections.abc import Mapping
from string import Formatter
from typing import NamedTuple

from models.export.case_columns import ANY, HEAD, HEAD_ROWS, LEAST, NOT, SHEET, TABLES, YES, Column, Form
from models.language.messages import message
from models.language.naming import quoted
from models.language.particles import fill
from models.schema.problem import Phrase, pattern, phrase


class Said(NamedTuple):
    """A sentence in the words of the spreadsheet, what to do where that goes with it, and the column that it is of."""

    what: str
    remedy: str = ""
    key: str = ""


_CANNOT = Said(pattern("“{column}” cannot be {given}."))
_EMPTY = Said(pattern("“{column}” is empty."))
_MISPLACED = Said(pattern("{name} cannot stand here."))
_NO_ROWS = Said(pattern("The sheet has no rows."), pattern("Fill in at least one."))
_NO_SOURCE = Said(
    pattern("Nothing is said of the source."),
    pattern("Fill in its author, its title, its year, and how many paragraphs it has."),
)
_APART = pattern("A line names statements or one choice: give every part a row or a line of its own.")
_USE = pattern("Use it in an argument, or keep it only to be talked about.")
_ANOTHER = pattern("Give it another, or leave its place empty.")
_STANCE = pattern("Change what stands under “{head_baseline}”, or a link.")
_ROW_EACH = pattern("Write a row for each of them, otherwise alike.")
_ONE_OR_BESIDES = pattern(
    "If any one of them is enough, write: any of {ids}. If the commas part what is needed, write: {needed}; any of "
    "{choice}."
)
_ROWS_FOR_CHOICE = pattern(
    "If any one of them is enough, write a row for each of them alone, otherwise alike. If the commas part what is "
    "needed, write a row for each of the choice, otherwise alike."
)
_LOOP = pattern("If they exclude each other, say so in the sheet “{sheet_links}”, or by an objection to each from what "
                "speaks against it. What feeds back stands in the sheet “{sheet_feedback}”.")  # fmt: skip
WHAT: Mapping[str, Said] = {
    "A{n} {owner} without `{name}`.": _EMPTY,
    "`{name}` is empty.": _EMPTY,
    "`{name}` should be {wanted}, not {given}.": _CANNOT,
    "`{name}` should be a list, not {given}.": _CANNOT,
    "`{name}` cannot be {given}.": _CANNOT,
    "A premise in `{name}` cannot be {given}.": _CANNOT,
    "`{name}` is longer than {limit:,} characters.": Said(
        pattern("“{column}” is longer than {limit:,} characters."), pattern("Shorten it.")
    ),
    "`{name}` has more than {limit:,} entries.": Said(
        pattern("“{column}” has more than {limit:,} entries."), pattern("Leave some out.")
    ),
    "`{name}` must be {limit:g} or more.": Said(pattern("“{column}” must be {limit:g} or more.")),
    "`{name}` must be {limit:g} or less.": Said(pattern("“{column}” must be {limit:g} or less.")),
    "A rule needs exactly one of `then` and `opposes`.": Said(
        pattern("An argument is either for something or against it."),
        pattern("Fill in “{head_then}” or “{head_opposes}”, and leave the other empty."),
        "then",
    ),
    "A rule needs at least one premise in `if`, `need`, `means` or `standing`.": Said(
        pattern("The argument rests on nothing."),
        pattern("Fill in at least one of: {head_if}, {head_need}, {head_means}, {head_standing}."),
        "if",
    ),
    "Only an objection has a `reply`.": Said(
        pattern("Only an argument against something has a reply."),
        pattern("Fill in “{head_opposes}”, or leave “{head_reply}” empty."),
        "reply",
    ),
    "A link needs exactly one of `one-of`, `at-most-one`, and `if` with `then`.": Said(
        pattern("A link says one thing: exactly one holds, at most one holds, or if one holds, another."),
        pattern("Fill in one of the three, and leave the others empty."),
        "one-of",
    ),
    "`{sorted_keys}` sorts the premises of a recommendation, and {target} is a finding.": Said(
        pattern("“{column}” sorts the premises of a recommendation, and {target} is a finding."),
    ),
    "These rules form a loop: {loop}.": Said(pattern("These arguments form a loop: {loop}.")),
    "{word} is never accepted: no rule leads to it from the assumptions.": Said(
        pattern("{word} never follows: no argument leads to it from the assumptions.")
    ),
    "No rule uses the assumption {word}, so toggling it changes nothing.": Said(
        pattern("No argument uses the assumption {word}, so nothing depends on it.")
    ),
    "The rule {name} leads to {target} from the same premises as {other}.": Said(
        pattern("Another argument for {target} rests on the same.")
    ),
    "The rule {name} opposes {target} from the same premises as {other}.": Said(
        pattern("Another objection to {target} rests on the same.")
    ),
    "The rule has the id of a statement, {rule}.": Said(
        pattern("The argument has the name of a statement, {rule}."), key="id"
    ),
    "The link has the id of a statement, {link}.": Said(
        pattern("The link has the name of a statement, {link}."), key="id"
    ),
    "“{name}” is the name of a statement, not its id.": _MISPLACED,
    "{name} is a code, not an id.": _MISPLACED,
    "A rule cannot conclude that something is not so.": Said(
        pattern("An argument cannot be for the contrary of a statement.")
    ),
}
"""For what is told of keys, what is told of columns; where nothing is said of what to do, the form of its cells is."""
REMEDIES: Mapping[str, str] = {
    "Use `if` here.": pattern("Write them under “{head_if}”."),
    "Give it an id of its own, so that notes and rejections cannot mean either.": _ANOTHER,
    "Give it an id of its own, so that what is told of links cannot mean either.": _ANOTHER,
    "Write its id, {negated}{codes}.": pattern("Write: {negated}{codes}."),
    "Write `not {denied}`, with an ordinary space.": pattern("Write: not {denied}."),
    "Write {{any: [{told}]}}.": pattern("Write: any of {told}."),
    "Write {{any: [{ids}]}}.": pattern("Write: any of {ids}."),
    "If any one of them is enough, write {{any: [{ids}]}}. If the commas part what is needed, write {needed}, "
    "{{any: [{choice}]}}.": _ONE_OR_BESIDES,
    "If any one of them is enough, write {key}: [{{any: [{ids}]}}]. If the commas part what is needed, write {key}: "
    "[{needed}, {{any: [{choice}]}}].": _ONE_OR_BESIDES,
    "If any one of them is enough, write a link for each of them alone, with the same `then`. If the commas part what "
    "is needed, write a link for each, with the same `then`: {links}.": _ROWS_FOR_CHOICE,
    "No choice can stand here. If any one of them is enough, write one for each of them alone, otherwise alike. If the "
    "commas part what is needed, write one for each, otherwise alike, with {forms}.": _ROWS_FOR_CHOICE,
    "Write {{at-least: {choice}, of: [{told}]}}.": pattern("Write: at least {choice} of {told}."),
    "Name an assumption here, by its id.": pattern("Write the code of an assumption."),
    "Name a finding here, by its id.": pattern("Write the code of a finding."),
    "Name a recommendation here, by its id.": pattern("Write the code of a recommendation."),
    "Name a finding or a recommendation here, by its id.": pattern(
        "Write the code of a finding or a recommendation."
    ),
    "Set assumptions that it depends on; what becomes of advice stands under `expect`.": pattern(
        "Set assumptions that it depends on; what becomes of advice stands under “{head_expect}”."
    ),
    "Expect what becomes of a recommendation; assumptions stand under `set`.": pattern(
        "Write what becomes of a recommendation; assumptions stand under “{head_set}”."
    ),
    "Write a rule for each, with the same premises: {rules}.": _APART,
    "No choice can stand here: write one for each, otherwise alike, with {forms}.": _ROW_EACH,
    "Write each as an entry of its own: {ids}.": pattern("Write them with commas between them: {ids}."),
    "Write a link for each, with the same `if`: {links}.": _ROW_EACH,
    "Write a link for each, with the same `then`: {links}.": _ROW_EACH,
    "Write if: [{told}], then: {name}.": pattern(
        "Let the link lead to one of them, and add the contrary of the other to what it begins with."
    ),
    "Write them as premises of their own: {ids}.": pattern("Write them with commas between them: {ids}."),
    "A premise names one statement: give every part a rule or a premise of its own.": _APART,
    "Break it, or state it under `feedback`, which runs in steps.": pattern(
        "Break it, or state it in the sheet “{sheet_feedback}”, which runs in steps."
    ),
    "If they exclude each other, say so by a link between the assumptions behind them (`one-of`), or by an "
    "objection to each from what speaks against it. What feeds back stands under `feedback`.": _LOOP,
    "Add a rule that supports it.": pattern("Argue for it in a row of the sheet “{sheet_rules}”."),
    "Use it in a rule, or keep it only to be talked about.": _USE,
    "Add `model`, or leave out all models.": pattern(
        "Write one under “{head_model}”, or leave the sheet “{sheet_models}” empty."
    ),
    "List it under `models`, or leave it out here.": pattern(
        "Write it into the sheet “{sheet_models}”, or leave it out here."
    ),
    "Name {word}, under `opposes` if the rule speaks against it.": pattern(
        "Write {word}, under “{head_opposes}” if the argument speaks against it."
    ),
    "Name findings in `argued-by`.": pattern("Name findings under “{head_argued_by}”."),
    "Change a `baseline`, or a link.": _STANCE,
    "Write `baseline: holds`, or change a link.": _STANCE,
    "Write `baseline: fails`, or change a link.": _STANCE,
    "Change a `baseline`, what an assumption is `argued-by`, or a link.": pattern(
        "Change what stands under “{head_baseline}” or “{head_argued_by}”, or a link."
    ),
    "Correct the rules, or the expectation.": pattern("Correct the arguments, or what is expected."),
}


def head(column: Column) -> str:
    """The head of a column in the language in force."""
    return message(column.head, SHEET)


def said(sentence: str, words: Mapping[str, object]) -> str:
    """A pattern with those of the words that it has a place for: heads and sheets are always at hand."""
    known = {**_heads(), **words}
    return phrase(sentence, **{name: known[name] for _, name, *_ in Formatter().parse(sentence) if name})


def wanted(column: Column) -> str:
    """What to write in a cell of a column."""
    choices = ", ".join(quoted(message(word, column.context)) for word in column.choices.values())
    match column.form:
        case Form.CHOICE:
            return phrase("Write one of: {choices}.", choices=choices)
        case Form.NUMBER:
            return phrase("Write a number.")
        case Form.NUMBERS:
            return phrase("Write numbers, such as 1, 4–6.")
        case Form.NAME | Form.NAMES if column.key == "model":
            return phrase("Write the name of a model.")
        case Form.NAME:
            return phrase("Write the code of a statement, such as F1.")
        case Form.NAMES:
            return phrase("Write codes of statements, such as A1, A2.")
        case Form.PREMISES:
            told = (
                fill(message(NOT, SHEET), name="A1"),
                fill(message(ANY, SHEET), names="A1, A2"),
                fill(message(LEAST, SHEET), number=2, names="A1, A2, F1"),
            )
            return phrase(
                "Write a line for each premise: the code of a statement, such as A1, or {told}.",
                told="; ".join(told),
            )
        case Form.STANCES:
            return phrase("Write a code, a colon and one of: {choices}.", choices=choices)
        case Form.FLAG:
            return phrase("Write one of: {choices}.", choices=quoted(message(YES["yes"], SHEET)))
        case _:
            return phrase("Write something there.")


def reworded(
    what: str, remedy: str, column: Column | None, names: Mapping[str, str], instead: Said | None = None
) -> tuple[str, str]:
    """A sentence and what to do, of a column where it is known; `names` has what people call what has an id."""
    words = {name: _called(word, names) for name, word in _words(what).items()}
    if column is not None:
        words["column"] = head(column)
    found = instead or WHAT.get(_pattern(what))
    if found is None or ("{column}" in found.what and column is None):
        told, then = (said(_pattern(what), words) if isinstance(what, Phrase) else what), ""
    else:
        told = said(found.what, words)
        then = said(found.remedy, words) if found.remedy else ""
        if not then and found in (_CANNOT, _EMPTY) and column is not None:
            then = "" if column.form is Form.TEXT and "limit" in _words(remedy) else wanted(column)
    return told, then or _remedy(remedy, names)


def _remedy(remedy: str, names: Mapping[str, str]) -> str:
    if not isinstance(remedy, Phrase):
        return remedy
    words = {name: _called(word, names) for name, word in remedy.words.items()}
    return said(REMEDIES.get(remedy.pattern, remedy.pattern), words)


def _pattern(text: str) -> str:
    return text.pattern if isinstance(text, Phrase) else text


def _words(text: str) -> dict[str, object]:
    return dict(text.words) if isinstance(text, Phrase) else {}


def _called(word: object, names: Mapping[str, str]) -> object:
    """A word of a sentence with what people call things in the place of their ids."""
    if not isinstance(word, str) or isinstance(word, Phrase):
        return word
    return " → ".join(", ".join(_one(one, names) for one in part.split(", ")) for part in word.split(" → "))


def _one(word: str, names: Mapping[str, str]) -> str:
    name = word.removeprefix("not ")
    if name not in names:
        return word
    return fill(message(NOT, SHEET), name=names[name]) if name != word else names[name]


def _heads() -> dict[str, str]:
    columns = {column.key: column for table in reversed(TABLES) for column in table.columns}
    heads = {f"head_{key.replace('-', '_')}": head(column) for key, column in columns.items()}
    sheets = {f"sheet_{table.section}": message(table.name, SHEET) for table in TABLES}
    return heads | sheets | {"sheet_case": message(HEAD, SHEET)}


def nowhere(what: str) -> tuple[Column | None, str, Said | None]:
    """What is missing with the place for it: its row in the sheet of the case, or else the sheet and what to say."""
    words = _words(what)
    name, case = str(words.get("name", "")), message(HEAD, SHEET)
    key = f"source.{name}" if words.get("owner") == "source" else name
    table = next((table for table in TABLES if table.section == name), None)
    if table is not None:
        return None, message(table.name, SHEET), _NO_ROWS
    row = next((row for row in HEAD_ROWS if row.key == key), None)
    return row, case, _NO_SOURCE if name == "source" else None


def lacking(column: Column) -> tuple[str, str]:
    """A column that a sheet does not have, though the case needs what stands in it."""
    what = phrase("The sheet has no column “{column}”.", column=head(column))
    return what, phrase("Add it, and fill it in for every row.")


def missing(what: str) -> str:
    """The key that an item is told to lack, if it is."""
    return str(_words(what)["name"]) if _pattern(what) == "A{n} {owner} without `{name}`." else ""


def key_of(what: str) -> str:
    """The key of the column in which to begin where a whole row is wrong."""
    found = WHAT.get(_pattern(what))
    return found.key if found else ""
