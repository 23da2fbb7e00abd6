"""What is wrong in a case's file, told in the words of the window in which the case is written.

The reader of files speaks of rules, ids and keys to whoever writes YAML; here they are arguments, codes and fields.
What only a text editor can write and mend keeps the file's own words.
"""

from collections.abc import Callable, Mapping

from models.authoring.document import CaseText
from models.authoring.form import FIELDS, Entering, FieldOf
from models.authoring.mending.premises import conclusions_of, is_in_doubt, put_right, told_apart
from models.authoring.names import premise_id
from models.authoring.outline import CASE, codes_of, rows
from models.authoring.reading import Remark
from models.authoring.wordings import BY_RETURN, OF_FIELDS, REMEDIES, WORDED
from models.schema.problem import Phrase, phrase
from models.store.synonyms import CONTRARIES

Told = tuple[str, str]
"""What is wrong, and what to do."""
_BY_NAME = (Entering.NAME, Entering.NAMES, Entering.STANCES)


def worded(document: CaseText, remark: Remark) -> Told:
    """What a problem is, and what would help."""
    what, remedy = remark.problem.what, remark.problem.remedy
    if not isinstance(what, Phrase):
        return what, remedy
    for tell in (_of_argument, _of_field, *filter(None, [_TELLERS.get(what.pattern)])):
        if (found := tell(document, remark, what)) is not None:
            return found
    told, help_ = WORDED.get(what.pattern, (what.pattern, remedy))
    return _by_codes(document, phrase(told, **what.words)), _by_codes(document, help_ or remedy)


def _by_codes(document: CaseText, said: str) -> str:
    """A sentence with statements by their codes, where it names them by their ids."""
    if not isinstance(said, Phrase):
        return phrase(said) if said else said
    if said.pattern in REMEDIES:
        return phrase(REMEDIES[said.pattern])
    codes, words = codes_of(document), dict(said.words)
    for key, word in words.items():
        if type(word) is str and (code := codes.get(premise_id(word))):
            words[key] = f"not {code}" if word.startswith("not ") else code
    return phrase(said.pattern, **words) if words else said


_MEANT = ("Unknown key", "A rule concludes one statement", "There is no {what}", "{name} is a code")


def _of_argument(document: CaseText, remark: Remark, what: Phrase) -> Told | None:
    """An argument that plainly means what the window would write in another way, and how it would."""
    right = put_right(document, remark.section, remark.place)
    if not what.pattern.startswith(_MEANT) or right == document or is_in_doubt(document, remark.place):
        return None
    rule = document.items("rules")[remark.place].data
    if what.words.get("name") in (rule.get("then"), rule.get("opposes")) and "is a code" in what.pattern:
        return None
    key = str(what.words.get("name")) if what.pattern.startswith("Unknown key") else ""
    _, several = conclusions_of(rule)
    if len(several) > 1 and not key:
        names = ", ".join(f"“{title_in(document, name)}”" for name in several)
        return (
            phrase("An argument leads to one statement, and this one to several: {names}.", names=names),
            phrase("Press Return here to have an argument for each, with the same premises."),
        )
    told = next(row.text for row in rows(right) if row.key == ("rules", remark.place))
    if key in CONTRARIES:
        return (
            phrase("“{key}” is no part of an argument.", key=key),
            phrase(
                "Press Return here to have its contrary as a premise: {premises}. If it rather speaks against what "
                "follows, take that premise out again, and add an objection.",
                premises=told,
            ),
        )
    wrong = (
        phrase("“{key}” is no part of an argument.", key=key)
        if key
        else phrase("A premise of this argument cannot be read as it stands in the file.")
    )
    return wrong, phrase("Press Return here to have it so: {premises}.", premises=told)


def _of_field(_: CaseText, remark: Remark, what: Phrase) -> Told | None:
    """What cannot stand in a field, or is missing there."""
    told, name = OF_FIELDS.get(what.pattern), str(what.words.get("name"))
    section = remark.section if remark.section in FIELDS else CASE
    within = f"{remark.section}." if remark.section == "source" else ""
    field = next((one for one in FIELDS[section] if one.key == f"{within}{name}"), None)
    if told is None or field is None:
        return None
    words = {**what.words, "column": phrase(field.label)}
    missing = "“{column}” is empty." in told
    return phrase(told, **words), _to_enter(field, missing=missing) or remark.problem.remedy


def _to_enter(field: FieldOf, *, missing: bool) -> str:
    """What to do in a field; nothing where the reader of files says it as well."""
    if field.entering in _BY_NAME and field.key != "expect":
        return phrase("Type the code of a statement, or a word of its name and take it from the list.")
    if field.entering is Entering.NUMBERS:
        several = field.key == "paragraphs"
        return phrase("Write numbers, such as 1, 4–6.") if several else phrase("Write a number.")
    if not missing:
        return "" if field.entering is Entering.CHOICE else phrase("Type it again.")
    return phrase("Say it in a sentence.") if field.entering is Entering.LONG else phrase("Fill it in.")


def _of_want(_: CaseText, __: Remark, what: Phrase) -> Told | None:
    """A list that a case has to have."""
    name = {"rules": "argument"}.get(str(what.words["name"]), str(what.words["name"]).removesuffix("s"))
    if what.words["owner"] != "case":
        return None
    return phrase("The case has no {what} yet.", what=phrase(name)), (
        phrase("Pick what it is for in the list, and press “Argument for it”.")
        if name == "argument"
        else phrase("Mark one in the source, or add one in the list.")
    )


def _of_loop(document: CaseText, remark: Remark, what: Phrase) -> Told:
    names = " → ".join(f"“{title_in(document, name)}”" for name in str(what.words["loop"]).split(" → "))
    told = phrase("The arguments go round in a circle: {names}.", names=names)
    if remark.problem.remedy.startswith("If they exclude each other"):
        return told, phrase(
            "If they exclude each other, link the assumptions behind them (“Exactly one holds of”), or add an "
            "objection to each from what speaks against it. What feeds back is a loop that runs in steps."
        )
    return told, phrase("Take one of them out, or make it a loop that runs in steps.")


def _of_test(_: CaseText, __: Remark, what: Phrase) -> Told:
    """What the case expects of itself and is not so."""
    told = phrase(
        "A test of the case says that {code} should be “{wanted}” here, but it is “{comes_to}”.",
        code=what.words["name"],
        wanted=str(what.words["expected"]).replace("-", " "),
        comes_to=str(what.words["verdict"]).replace("-", " "),
    )
    return told, phrase("Mend an argument, or the test.")


def _of_use(document: CaseText, remark: Remark, what: Phrase) -> Told:
    """What nothing leads to."""
    if _has_argument(document, remark):
        return (
            phrase("{code} can never hold: nothing leads to what it rests on.", code=what.words["word"]),
            phrase("Begin there."),
        )
    return (
        phrase("Nothing leads to {code}: it has no argument yet.", code=what.words["word"]),
        phrase("Add an argument for it."),
    )


def _of_twins(_: CaseText, __: Remark, what: Phrase) -> Told:
    if what.words["key"] == "code":
        told = phrase("Another statement has the code {name} too.", name=what.words["name"])
    else:
        told = phrase("In the file another part has the name of this one, {name}.", name=what.words["name"])
    return told, phrase(BY_RETURN)


def _of_model(document: CaseText, remark: Remark, what: Phrase) -> Told:
    """A statement in a model that is not there, or in none."""
    model = what.words.get("model") or what.words.get("name")
    told = (
        phrase("The case has no model “{model}”.", model=model)
        if model
        else phrase("This belongs to none of the case’s models.")
    )
    if told_apart(document, remark.section, remark.place) == document:
        return told, phrase("Choose one for it.")
    return told, (
        phrase("Press Return here to put it into the only one.")
        if document.items("models")
        else phrase("Press Return here to have it without.")
    )


def _of_unknown(document: CaseText, remark: Remark, what: Phrase) -> Told | None:
    """A name that leads nowhere, where it is no premise of an argument."""
    kind, name = str(what.words["what"]), str(what.words["name"])
    if kind == "model":
        return _of_model(document, remark, what)
    wanted = {"rule": "argument"}.get(kind, kind)
    return (
        phrase("There is no {what} “{name}”.", what=phrase(wanted), name=name),
        _by_codes(document, remark.problem.remedy),
    )


_TELLERS: Mapping[str, Callable[[CaseText, Remark, Phrase], Told | None]] = {
    "A{n} {owner} without `{name}`.": _of_want,
    "These rules form a loop: {loop}.": _of_loop,
    "Test {index} expects “{expected}” of {name}, but it is “{verdict}”.": _of_test,
    "{word} is never accepted: no rule leads to it from the assumptions.": _of_use,
    "The {key} {name} is used twice.": _of_twins,
    "{item} belongs to no model, and the case has some.": _of_model,
    "There is no model {model}: the case has none.": _of_model,
    "There is no {what} {name}.": _of_unknown,
}


def _has_argument(document: CaseText, remark: Remark) -> bool:
    items = document.items(remark.section)
    name = items[remark.place].data.get("id") if 0 <= remark.place < len(items) else None
    return any(rule.data.get("then") == name for rule in document.items("rules"))


def title_in(document: CaseText, name: str) -> str:
    """What a statement is called, by its id."""
    try:
        data = document.get(document.section_of(name), name)
    except LookupError:
        return name
    return str(data.get("label") or data.get("text") or name)
