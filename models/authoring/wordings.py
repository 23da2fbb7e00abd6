"""What the reader of files says, and what the window says instead: sentences, remedies, and what is said of fields."""

from collections.abc import Mapping

from models.schema.problem import pattern

BY_RETURN = pattern("Press Return here to give it one of its own.")
WORDED: Mapping[str, tuple[str, str]] = {
    "The rule has the id of a statement, {rule}.": (
        pattern("In the file this argument has the name of a statement, {rule}."),
        BY_RETURN,
    ),
    "The link has the id of a statement, {link}.": (
        pattern("In the file this link has the name of a statement, {link}."),
        BY_RETURN,
    ),
    "The assumption {target} cannot be concluded: it is toggled.": (
        pattern("An argument cannot lead to {target}, as it is an assumption."),
        pattern("Take it out. A finding can argue for an assumption: name it there."),
    ),
    "A rule cannot conclude that something is not so.": (
        pattern("An argument cannot lead to it that something is not so."),
        pattern("Take it out, and add an objection to that statement."),
    ),
    "`{sorted_keys}` sorts the premises of a recommendation, and {target} is a finding.": (
        pattern("Only what advice rests on is sorted by why act and the like, and {target} is a finding."),
        pattern("Put it under “If”."),
    ),
    "{word} is taken as argued, but no finding argues for it.": (
        pattern("{word} is taken as argued, but no finding argues for it."),
        pattern("Name findings in “Argued for by”."),
    ),
    "A rule needs exactly one of `then` and `opposes`.": (
        pattern("An argument leads to a statement or speaks against one, and this says neither, or both."),
        pattern("Take it out, and add it at its statement."),
    ),
    "Only an objection has a `reply`.": (
        pattern("The source answers objections, and this is an argument."),
        pattern("Empty the field of its answer."),
    ),
    "A rule needs at least one premise in `if`, `need`, `means` or `standing`.": (
        pattern("The argument does not say yet what it rests on."),
        pattern("Add what it rests on."),
    ),
    "The baseline has no verdicts: what is taken as argued makes {links} impossible.": (
        pattern("What is taken as argued makes links impossible: {links}."),
        pattern("Change a link, or what argues for an assumption."),
    ),
    "The baseline takes the assumptions in a way that the links rule out.": (
        pattern("The source takes the assumptions in a way that the links rule out."),
        pattern("Change a link, or what the source takes them to."),
    ),
    "A link needs exactly one of `one-of`, `at-most-one`, and `if` with `then`.": (
        pattern("A link says one thing: exactly one holds, at most one holds, or if one holds, another."),
        pattern("Fill in one of the three, and leave the others empty."),
    ),
    "The rule {name} leads to {target} from the same premises as {other}.": (
        pattern("Another argument for {target} rests on the same."),
        pattern("Keep one of them, or add the premise in which they differ."),
    ),
    "The rule {name} opposes {target} from the same premises as {other}.": (
        pattern("Another objection to {target} rests on the same."),
        pattern("Keep one of them, or add the premise in which they differ."),
    ),
    "“{name}” is the name of a statement, not its id.": (
        pattern("“{name}” stands here by its words, and in the file by another name."),
        pattern("Take it out, and add it again."),
    ),
    "{name} is a code, not an id.": (
        pattern("{name} is named here by its code, and in the file by another name."),
        pattern("Press Return here to have it so."),
    ),
    "`{name}` cannot be {given}.": (pattern("{name} cannot be {given}."), ""),
    "No rule uses the assumption {word}, so toggling it changes nothing.": (
        pattern("Nothing depends on {word} yet."),
        pattern("Use it in an argument, or take it out."),
    ),
}
"""What is told otherwise in the window, whatever the case is."""
_ANEW = pattern("Take it out, and add it again.")
_EACH = pattern("Add each of them as a premise.")
_ONE_OR_BESIDES = pattern(
    "If any one of them is enough, add each as a premise, and choose “any one”. If the commas part what is needed, add "
    "what is needed apart from the choice."
)
_LINK_EACH = pattern("Add a link for each of them, and leave the rest of it as it is.")
REMEDIES: Mapping[str, str] = {
    "Write its id, {negated}{codes}.": _ANEW,
    "Write `not {denied}`, with an ordinary space.": _ANEW,
    "Write {{any: [{ids}]}}.": pattern("Add each of them as a premise, and choose “any one”."),
    "Write {{any: [{told}]}}.": pattern("Add each of them as a premise, and choose “any one”."),
    "If any one of them is enough, write {{any: [{ids}]}}. If the commas part what is needed, write {needed}, "
    "{{any: [{choice}]}}.": _ONE_OR_BESIDES,
    "If any one of them is enough, write {key}: [{{any: [{ids}]}}]. If the commas part what is needed, write {key}: "
    "[{needed}, {{any: [{choice}]}}].": _ONE_OR_BESIDES,
    "If any one of them is enough, write a link for each of them alone, with the same `then`. If the commas part what "
    "is needed, write a link for each, with the same `then`: {links}.": pattern(
        "If any one of them is enough, add a link for each of them alone. If the commas part what is needed, add a "
        "link for each of the choice, and leave the rest of it as it is."
    ),
    "No choice can stand here. If any one of them is enough, write one for each of them alone, otherwise alike. If the "
    "commas part what is needed, write one for each, otherwise alike, with {forms}.": pattern(
        "No choice can stand here. If any one of them is enough, add one for each of them alone, otherwise alike. If "
        "the commas part what is needed, add one for each of the choice, otherwise alike."
    ),
    "Write {{at-least: {choice}, of: [{told}]}}.": pattern(
        "Add each of them as a premise, and choose “at least”."
    ),
    "Make a finding of it, with an argument of its own, and name that here.": pattern(
        "Add a finding for it, with an argument of its own, and take that as a premise."
    ),
    "Name an assumption here, by its id.": pattern("Type the code of an assumption, or a word of its name."),
    "Name a finding here, by its id.": pattern("Type the code of a finding, or a word of its name."),
    "Name a recommendation here, by its id.": pattern(
        "Type the code of a recommendation, or a word of its name."
    ),
    "Name a finding or a recommendation here, by its id.": pattern(
        "Take it out, and add it at the finding or recommendation that it is for."
    ),
    "Set assumptions that it depends on; what becomes of advice stands under `expect`.": pattern(
        "Set assumptions that it depends on under “Taken to be”; what becomes of advice stands under “Then”."
    ),
    "Expect what becomes of a recommendation; assumptions stand under `set`.": pattern(
        "Say under “Then” what becomes of a recommendation; assumptions stand under “Taken to be”."
    ),
    "No choice can stand here: write one for each, otherwise alike, with {forms}.": pattern(
        "No choice can stand here: add one for each of them, otherwise alike."
    ),
    "Write each as an entry of its own: {ids}.": pattern("Add each of them by itself."),
    "Write a link for each, with the same `if`: {links}.": _LINK_EACH,
    "Write a link for each, with the same `then`: {links}.": _LINK_EACH,
    "Write if: [{told}], then: {name}.": pattern(
        "Let the link lead to one of them, and add the contrary of the other to what it begins with."
    ),
    "Write them as premises of their own: {ids}.": _EACH,
    "Write them as premises of their own.": _EACH,
    "A premise names one statement: give every part a rule or a premise of its own.": pattern(
        "A premise names one statement: give every part an argument or a premise of its own."
    ),
}
"""What would help, where it is done otherwise in the window."""
OF_FIELDS: Mapping[str, str] = {
    "A{n} {owner} without `{name}`.": pattern("“{column}” is empty."),
    "`{name}` is empty.": pattern("“{column}” is empty."),
    "`{name}` cannot be {given}.": pattern("“{column}” cannot be {given}."),
    "`{name}` should be {wanted}, not {given}.": pattern("“{column}” cannot be {given}."),
    "`{name}` is longer than {limit:,} characters.": pattern(
        "“{column}” is longer than {limit:,} characters."
    ),
    "`{name}` has more than {limit:,} entries.": pattern("“{column}” has more than {limit:,} entries."),
    "`{name}` must be {limit:g} or more.": pattern("“{column}” must be {limit:g} or more."),
    "`{name}` must be {limit:g} or less.": pattern("“{column}” must be {limit:g} or less."),
}
"""What is told of a field, by the name that it has on screen."""
