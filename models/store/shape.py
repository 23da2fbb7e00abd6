"""Turns what is wrong with the shape of data into sentences: which key, of what, what to write instead."""

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import Any

from models.schema.case import Case
from models.schema.problem import Phrase, Problem, pattern, phrase
from models.schema.references import PREMISE_KEYS, Place, suggestion
from models.schema.references.joined import CANNOT, links_to
from models.schema.references.slips import SPELT, conclusions, in_list, spells_choice
from models.schema.value import Value
from models.store.documents import Document
from models.store.keys import keys_at
from models.store.synonyms import keys_beside, listed_premises, synonym

Nouns = Mapping[str, str]
Details = Mapping[str, Any]
"""One error, as pydantic tells it."""
UNKNOWN = "unexpected_keyword_argument"
MARKS = ("[key]", "[text]", "[mapping]", "[any]", "[at-least]")
"""What pydantic adds to the place of an error to say which form of a value it took it for."""
_CHOICES = frozenset(("[any]", "[at-least]"))
_CHOSEN_FROM = pattern(
    "Put all that can be chosen from in square brackets: {{any: [a, b]}}, or {{at-least: 2, of: [a, b, c]}}."
)
_NO_CHOICE = pattern("No choice can stand here: write one for each of its statements, otherwise alike.")
_BY_EXAMPLE = {"set": "A1: fails", "expect": "R1: holds", "sets": "a: fails"}
_FORMS = phrase("Write an id, `not` and an id, {{any: [...]}}, or {{at-least: 2, of: [...]}}.")
_PATTERNS = (
    ("(not )?", phrase("an id, or `not` and an id; ids are lower-case words joined by dashes")),
    (
        "[A-Z]",
        phrase("a code such as A1: one to three capital letters, and a number of at most three digits"),
    ),
    ("", phrase("lower-case words joined by dashes")),
)
_KINDS = {
    "string_type": ("text", phrase("Put quotes around it.")),
    "string_sub_type": ("text", phrase("Put quotes around it.")),
    "int_type": ("a whole number", phrase("Write a number.")),
    "int_from_float": ("a whole number", phrase("Write a number.")),
    "int_parsing_size": ("a whole number", phrase("Write a number.")),
    "float_type": ("a number", phrase("Write a number.")),
    "finite_number": ("a number", phrase("Write a number.")),
    "bool_type": ("true or false", ""),
    "tuple_type": ("a list", phrase("Put it in square brackets.")),
    "list_type": ("a list", phrase("Put it in square brackets.")),
    "dict_type": ("a mapping of keys to values", ""),
    "dataclass_type": ("a mapping of keys to values", ""),
}


def shape_problems(
    error: ValueError, document: Document, shape: type[Value], nouns: Nouns
) -> Iterator[tuple[Place, Problem]]:
    """Every error of shape as a problem with its place; `nouns` says what an item of a section is called.

    Under "" it says what the whole file is.
    """
    for details in _told(error):
        if details["type"] == "too_short" and details["input"]:
            continue  # pydantic counts the valid entries only, and the others are told one by one
        if details["type"] == "missing" and _in_other_words(details):
            continue  # what stands in its stead is told
        place = tuple(part for part in details["loc"] if part not in MARKS)
        item, noun = _item(place, document.data), _noun(place, nouns)
        what, remedy = _sentence(details, place, shape, noun, keys_beside(place, document.data))
        at_key = details["type"] == UNKNOWN or "[key]" in details["loc"]
        yield place, document.problem(place, what, remedy, item=item, key=at_key)


def complaint(error: ValueError, noun: str) -> tuple[str, str]:
    """The sentence and remedy for the first error of a value; `noun` says what the value is called."""
    details = _told(error)[0]
    return _sentence(details, tuple(details["loc"]), Value, noun)


def _item(place: Place, data: Any) -> str:
    """The id of the item that the place is in, whether its section is a list or keyed by ids."""
    section = data.get(place[0]) if len(place) > 1 and isinstance(data, Mapping) else None
    if isinstance(section, list) and isinstance(place[1], int):
        item = section[place[1]]
        return str(item.get("id", "")) if isinstance(item, Mapping) else ""
    keyed = isinstance(section, Mapping) and isinstance(section.get(place[1]), Mapping)
    return str(place[1]) if keyed else ""


def _noun(place: Place, nouns: Nouns) -> str:
    """What the innermost thing is called that the place is in."""
    return next((nouns[str(part)] for part in reversed(place[:-1]) if part in nouns), nouns[""])


def _sentence(
    details: Details, place: Place, shape: type[Value], owner: str, beside: Collection[str] = ()
) -> tuple[str, str]:
    kind, context = details["type"], details.get("ctx", {})
    name = next((str(part) for part in reversed(place) if isinstance(part, str)), "file")
    if kind == "missing":
        return phrase("A{n} {owner} without `{name}`.", n=_n(owner), owner=owner, name=name), phrase(
            "Add `{name}`.", name=name
        )
    if kind == UNKNOWN:
        known = _known_key(details, name, shape, place, owner, beside)
        return phrase("Unknown key `{name}`.", name=name), known or phrase(
            "Remove it; this {owner} has no such key.", owner=owner
        )
    if kind == "string_type" and "[text]" in details["loc"]:
        return (_no_premise if name in PREMISE_KEYS else _no_entry)(name, details["input"])
    if kind == "string_type" and (told := _several(name, owner, details["input"], beside)):
        return told
    listed = name in PREMISE_KEYS
    chosen = not _CHOICES.isdisjoint(details["loc"])
    if kind == "tuple_type" and isinstance(details["input"], str) and (listed or chosen):
        what = phrase("`{name}` should be a list, not {given}.", name=name, given=_shown(details["input"]))
        return what, _listed_premise(name, details["input"], owner) if listed else phrase(_CHOSEN_FROM)
    if kind in _KINDS:
        wanted, remedy = _KINDS[kind]
        return phrase(
            "`{name}` should be {wanted}, not {given}.",
            name=name,
            wanted=wanted,
            given=_shown(details["input"]),
        ), _of_kind(details, place, remedy)
    if kind in ("enum", "literal_error"):
        return _choice(name, details["input"], str(context["expected"]))
    if kind == "value_error":
        return _reason(details), phrase("Correct this {owner}.", owner=owner)
    return _measure(kind, name, context, details)


def _several(name: str, owner: str, given: Any, beside: Collection[str]) -> tuple[str, str] | None:
    """The sentence for a list where there is one thing: where a link leads, what a rule concludes and why."""
    if not isinstance(given, list):
        return None
    if (name, owner) == ("then", "link"):
        return phrase("A link leads to one assumption, not several."), links_to(given)
    if name in ("then", "opposes"):
        return phrase("A rule concludes one statement, not several."), conclusions(name, given)
    if name == "because":
        return phrase("`because` is a sentence, not a list."), listed_premises(given, beside)
    return None


def _known_key(
    details: Details, name: str, shape: type[Value], place: Place, owner: str, beside: Collection[str]
) -> str:
    """The remedy for an unknown key where more is known than that there is none such."""
    if shape is Case and (meant := synonym(name, owner, details["input"], beside)):
        return meant
    if known := suggestion(name, [key for key in keys_at(shape, place[:-1]) if key not in beside]):
        return known
    if not _CHOICES.isdisjoint(details["loc"]):
        return _FORMS
    if shape is not Case:
        return ""
    from models.store.slips import unknown_key  # with the reader of YAML, which is slow to import

    return unknown_key(owner)


def _of_kind(details: Details, place: Place, remedy: str) -> str:
    """The remedy for a value of the wrong kind; a number among texts may be what commas left of one."""
    if details["input"] is None:
        return phrase("Write it there.")
    if place[:1] == ("links",) and isinstance(details["input"], Mapping | list):
        return (place[2] in ("if", "then") and _denied(details["input"])) or phrase(CANNOT)
    if "if" in place and place[0] in ("feedback", "coherence") and isinstance(details["input"], Mapping):
        return _denied(details["input"]) or phrase(_NO_CHOICE)
    if details["type"] == "dict_type" and place[-1] in _BY_EXAMPLE:
        return phrase("Write {{{example}}}.", example=_BY_EXAMPLE[str(place[-1])])
    in_list = details["type"].startswith("string") and isinstance(place[-1] if place else "", int)
    if in_list and type(details["input"]) in (int, float):
        return phrase("Put quotes around the whole text that it is a part of.")
    return remedy


def _reason(details: Details) -> str:
    """What a check of the schema said, as a sentence."""
    error = details.get("ctx", {}).get("error")
    if isinstance(error, ValueError) and error.args and isinstance(error.args[0], Phrase):
        return error.args[0]
    reason = str(error or details["msg"])
    return f"{reason[:1].upper()}{reason[1:]}."


def _listed_premise(key: str, given: str, owner: str) -> str:
    """The remedy for premises that stand without brackets: a choice, or what may be one, needs more than these."""
    if spells_choice(given):
        return phrase(SPELT)
    read = in_list(key, given.split(","), {}) if owner == "rule" else ""
    return read or phrase("Put it in square brackets.")


def _no_premise(name: str, given: Any) -> tuple[str, str]:
    """The sentence for a premise that is neither an id nor a choice."""
    what = phrase("A premise in `{name}` cannot be {given}.", name=name, given=_shown(given))
    return what, _denied(given) or _FORMS


def _denied(given: Any) -> str:
    """The remedy for a denial in which a colon stands; nothing for all else."""
    value = given.get("not") if isinstance(given, Mapping) and len(given) == 1 else None
    return phrase("Write `not {value}`, without a colon.", value=value) if isinstance(value, str) else ""


def _no_entry(name: str, given: Any) -> tuple[str, str]:
    """The sentence for an entry that is neither a text nor what else can stand in its list."""
    what = phrase("An entry of `{name}` cannot be {given}.", name=name, given=_shown(given))
    if given is None:
        return what, phrase("Write it there, or take the line out.")
    return what, phrase("Put quotes around the whole text.")


def _in_other_words(details: Details) -> bool:
    """Whether a choice without a key has another one, so that to add the key could turn its meaning."""
    given = details["input"]
    return (
        "[at-least]" in details["loc"] and isinstance(given, Mapping) and bool({*given} - {"at-least", "of"})
    )


def _measure(kind: str, name: str, context: Mapping[str, Any], details: Details) -> tuple[str, str]:
    """The sentence for what is too short, too long, too small, too large or spelled wrongly."""
    sentences: dict[str, Callable[[], tuple[str, str]]] = {
        "string_too_short": lambda: (
            phrase("`{name}` is empty.", name=name),
            phrase("Write something there."),
        ),
        "string_too_long": lambda: (
            phrase("`{name}` is longer than {limit:,} characters.", name=name, limit=context["max_length"]),
            phrase("Shorten it."),
        ),
        "too_short": lambda: (phrase("`{name}` is empty.", name=name), phrase("Give at least one entry.")),
        "too_long": lambda: (
            phrase("`{name}` has more than {limit:,} entries.", name=name, limit=context["max_length"]),
            phrase("Leave some out."),
        ),
        "greater_than_equal": lambda: (
            phrase("`{name}` must be {limit:g} or more.", name=name, limit=context["ge"]),
            "",
        ),
        "less_than_equal": lambda: (
            phrase("`{name}` must be {limit:g} or less.", name=name, limit=context["le"]),
            "",
        ),
        "string_pattern_mismatch": lambda: (
            phrase("`{name}` cannot be {given}.", name=name, given=_shown(details["input"])),
            phrase(CANNOT)
            if name in ("one-of", "at-most-one") and str(details["input"]).startswith("not ")
            else phrase("Write {limit}.", limit=_pattern(str(context["pattern"]))),
        ),
    }
    if kind in sentences:
        return sentences[kind]()
    return phrase(
        "`{name}` cannot be {given}.", name=name, given=_shown(details["input"])
    ), f"{details['msg']}."


def _choice(name: str, given: Any, expected: str) -> tuple[str, str]:
    listed = re.sub(r"<[^>]*?('[^']*')>", r"\1", expected).replace("'", "")
    words = listed.replace(" or ", ", ").split(", ")
    close = suggestion(given, words) if isinstance(given, str) and given not in words else ""
    return phrase("`{name}` cannot be {given}.", name=name, given=_shown(given)), close or phrase(
        "Write {listed}.", listed=listed
    )


def _pattern(pattern: str) -> str:
    return next(words for start, words in _PATTERNS if pattern.removeprefix("^").startswith(start))


def _shown(value: Any) -> str:
    if value is None:
        return phrase("empty")
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return f"“{value[:60]}{'…' if len(value) > 60 else ''}”"
    if isinstance(value, list):
        return phrase("a list")
    return phrase("a mapping") if isinstance(value, Mapping) else str(value)[:60]


def _told(error: ValueError) -> Sequence[Details]:
    """The errors that pydantic found, or the one that a value itself raised."""
    from pydantic import ValidationError

    if isinstance(error, ValidationError):
        return error.errors(include_url=False)
    return [{"type": "value_error", "ctx": {"error": error}, "loc": (), "msg": str(error)}]


def _n(noun: str) -> str:
    return "n" if noun[:1] in "aeiou" else ""
