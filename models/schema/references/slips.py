"""Slips that authors make in cases: what they meant, so that a remedy keeps the meaning and loses no text.

Works on plain data, as `references` does.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from difflib import SequenceMatcher, get_close_matches
from typing import Any, NamedTuple

from models.schema.problem import pattern, phrase

_JOINED = re.compile(r"\s+(or|and)\s+|\s*(\||&|,)\s*")
_LAST = re.compile(r"\s*,\s*(or|and)\s+")
_DENIAL = re.compile(r"(?:(?:not|no|non)[\s\u200b-\u200d\ufeff_:-]+|[!~¬−–-]\s*)(\S+)", re.IGNORECASE)
_CHOICE = re.compile(r"(?:any|either|one|at[- ]least[ :]*([0-9]{1,3}))(?:[ ]of)?[ :]+(.+)", re.IGNORECASE)
_WORDS = re.compile(r"[\s\[\](){}]+")
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
"""Control characters, and those that turn a line round; a tab and the end of a line are neither."""
SPELT = pattern("Write [{{any: [a, b]}}], or [{{at-least: 2, of: [a, b, c]}}], with the ids of statements.")
_BOTH = pattern(
    "If any one of them is enough, write {key}: [{{any: [{ids}]}}]. If the commas part what is needed, write {key}: "
    "[{needed}, {{any: [{choice}]}}]."
)
TEXT_KEYS = ("because", "reply", "text", "note", "label", "title", "if-fails")


_WORD = re.compile(r"[^\W_]+")
_DENIALS = frozenset(("no", "non", "not", "never", "without"))
_PREFIXES = ("not", "non", "un", "dis")
_ALIKE = 0.6
_JOINED_ALIKE = 0.8


def joined(text: str, codes: Mapping[str, str]) -> tuple[str, list[str]]:
    """By what a text joins names ("or", "and", "," or all at once), and the names by their ids."""
    words = _JOINED.split(_LAST.sub(r" \1 ", text))
    found = {sign or mark for sign, mark in zip(words[1::3], words[2::3], strict=True)}
    joins = {"or" if sign == "|" else "and" if sign == "&" else sign for sign in found}
    parts = [with_id(part, codes) for part in words[::3] if part]
    return joins.pop() if len(joins) == 1 else " ".join(sorted(joins)), parts


def meant(text: str, codes: Mapping[str, str], known: Mapping[str, Any], key: str = "") -> str:
    """The remedy for a premise or name that leads nowhere, where it is plain what was meant; else nothing.

    The `key` is that of a rule under which only one statement can stand.
    """
    name = text.removeprefix("not ")
    negated = "not " if name != text else ""
    if name in codes:
        return phrase("Write its id, {negated}{codes}.", negated=negated, codes=codes[name])
    if denied := _denied(text, codes, known):
        return phrase("Write `not {denied}`, with an ordinary space.", denied=denied)
    choice = None if key else _CHOICE.fullmatch(text)
    if choice:
        ids = [with_id(part, codes) for part in re.split(r"[\s,]+", choice[2].strip("[] ")) if part]
        if len(ids) > 1 and all(part in known for part in ids):
            told = ", ".join(ids)
            return (
                phrase("Write {{at-least: {choice}, of: [{told}]}}.", choice=choice[1], told=told)
                if choice[1]
                else phrase("Write {{any: [{told}]}}.", told=told)
            )
    how, ids = joined(text, codes)
    if len(ids) < 2 or any(part.removeprefix("not ") not in known for part in ids):
        return ""
    if key:
        return "" if "or" in how or any(part not in known for part in ids) else conclusions(key, ids)
    if how == ", or" and (either := _either(text, codes)):
        return either
    if how not in ("or", "and", ",", ", and"):
        return phrase("A premise names one statement: give every part a rule or a premise of its own.")
    return (
        phrase("Write {{any: [{ids}]}}.", ids=", ".join(ids))
        if how == "or"
        else phrase("Write them as premises of their own: {ids}.", ids=", ".join(ids))
    )


class Doubt(NamedTuple):
    """Names that commas and one “or” join: all are a choice, or only some are, and the others are needed besides."""

    every: list[str]
    needed: list[str]
    choice: list[str]


def doubt(text: str, codes: Mapping[str, str], known: Collection[str] | None = None) -> Doubt | None:
    """The two ways to read a text of names; nothing where there is one, or some name is not `known`."""
    how, ids = joined(text, codes)
    if how != ", or" or (known is not None and any(one.removeprefix("not ") not in known for one in ids)):
        return None
    parts = [joined(part.strip(), codes)[1] for part in _LAST.sub(r" \1 ", text).split(",")]
    choices = [part for part in parts if len(part) > 1]
    if len(choices) != 1:
        return None
    needed = [part[0] for part in parts if len(part) == 1]
    return Doubt([name for part in parts for name in part], needed, choices[0])


def _either(text: str, codes: Mapping[str, str]) -> str:
    """The remedy for commas before one choice in a single premise."""
    read = doubt(text, codes)
    if read is None:
        return ""
    return phrase(
        "If any one of them is enough, write {{any: [{ids}]}}. If the commas part what is needed, write {needed}, "
        "{{any: [{choice}]}}.",
        ids=", ".join(read.every),
        needed=", ".join(read.needed),
        choice=", ".join(read.choice),
    )


def in_list(
    key: str, entries: Collection[Any], codes: Mapping[str, str], known: Mapping[str, Any] | None = None
) -> str:
    """The remedy for premises whose commas may part what is needed, or the parts of one choice; else nothing."""
    texts = [text.strip() for text in entries if isinstance(text, str)]
    if len(texts) < max(2, len(entries)):
        return ""
    whole = ", ".join(texts)
    if read := doubt(whole, codes, known):
        needed, choice = ", ".join(read.needed), ", ".join(read.choice)
        return phrase(_BOTH, key=key, ids=", ".join(read.every), needed=needed, choice=choice)
    if spells_choice(whole):
        return meant(whole, codes, known) if known else phrase(SPELT)
    return ""


def spells_choice(text: str) -> bool:
    """Whether a text says in words that it is a choice."""
    return re.match(r"any\b|either\b|at[- ]least\b", text) is not None


def conclusions(key: str, given: Iterable[Any]) -> str:
    """The remedy for a rule with several conclusions."""
    rules = " and ".join(f"`{key}: {entry}`" for entry in given if isinstance(entry, str))
    return phrase("Write a rule for each, with the same premises: {rules}.", rules=rules)


def _denied(text: str, codes: Mapping[str, str], known: Mapping[str, Any]) -> str:
    """The id of what a premise denies in other signs than `not` and a space; else nothing."""
    found = _DENIAL.fullmatch(text)
    name = codes.get(found[1], found[1]) if found else ""
    return name if name in known and not text.startswith("not ") else ""


def with_id(text: str, codes: Mapping[str, str]) -> str:
    """A premise with the id in the place of a code."""
    name = text.removeprefix("not ")
    return text.replace(name, codes[name]) if name in codes else text


def spoken_of(rule: Mapping[str, Any]) -> set[str]:
    """All that a rule seems to speak of anywhere but in its texts, under ids or codes."""
    waiting = [value for key, value in rule.items() if key not in TEXT_KEYS]
    found: set[str] = set()
    while waiting:
        value = waiting.pop()
        if isinstance(value, str):
            found.update(_WORDS.split(_JOINED.sub(" ", value)))
        elif isinstance(value, list | tuple):
            waiting += value
        elif isinstance(value, Mapping):
            waiting += value.values()
    return found


def may_be_unseen(text: str) -> bool:
    """Whether a file's text may say something that nobody can see: it has such a sign, or spells one."""
    return "\\" in text or _UNSEEN.search(text) is not None


def unseen(data: Any) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """The places of texts with characters that nobody can see, and which it is."""
    waiting: list[tuple[tuple[str | int, ...], Any]] = [((), data)]
    while waiting:
        place, value = waiting.pop()
        if isinstance(value, str) and (found := _UNSEEN.search(value)):
            yield place, f"U+{ord(found[0]):04X}"
        elif isinstance(value, Mapping):
            waiting += [((*place, key), inner) for key, inner in value.items()]
        elif isinstance(value, list | tuple):
            waiting += [((*place, index), inner) for index, inner in enumerate(value)]


def called_so(words: str, statements: Iterable[tuple[str, Mapping[str, Any]]]) -> str:
    """The id of the only one of some statements that has these words as its name or its text."""
    wanted = _spoken(words)
    found = [
        name for name, item in statements if wanted in map(_spoken, (item.get("label"), item.get("text")))
    ]
    return found[0] if wanted and len(found) == 1 else ""


def _spoken(text: object) -> str:
    """Words as they are compared: neither capitals nor a full stop make another name."""
    return " ".join(text.split()).casefold().rstrip(".") if isinstance(text, str) else ""


def misspelled(word: str, known: Iterable[str]) -> str:
    """The known name that a word misspells; nothing where taking it for one could change what was meant."""
    close = get_close_matches(word, [str(name) for name in known], n=3, cutoff=_ALIKE)
    return next((name for name in close if _means(word, name)), "")


def _means(word: str, name: str) -> bool:
    """Whether all words that were written are those of the name, but for their spelling."""
    written, meant = (_WORD.findall(text.casefold()) for text in (word, name))
    if word[:1] in "-−–~!¬+*/" or len(written) > len(meant) or _denials(written) != _denials(meant):
        return False
    if len(written) < len(meant):
        return _alike("".join(written), "".join(meant), _JOINED_ALIKE)
    return all(_alike(one, other, _ALIKE) for one, other in zip(written, meant, strict=True))


def _denials(words: list[str]) -> int:
    return sum(word in _DENIALS for word in words)


def _alike(one: str, other: str, least: float) -> bool:
    """Whether two words differ by their spelling alone: not by what denies one of them."""
    if any(one.startswith(prefix) != other.startswith(prefix) for prefix in _PREFIXES):
        return False
    return SequenceMatcher(None, one, other).ratio() >= least
