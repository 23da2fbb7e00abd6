"""A case as plain data, half-broken data included, and what is found in it: its parts, and one thing wrong."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from graphlib import CycleError, TopologicalSorter
from typing import Any, TypeVar

from models.schema.problem import pattern, phrase
from models.schema.references.joined import among_findings, in_choice, in_link, without_choice
from models.schema.references.slips import called_so, in_list, meant, spoken_of
from models.schema.value import Answer

T = TypeVar("T")
Place = tuple[str | int, ...]
PREMISE_KEYS = ("if", "need", "means", "standing")
PLAIN = 2
"""How long the place of a plain premise is inside its rule; one in a choice has a longer one."""
CHOICE_KEYS = ("any", "of")
LINK_KEYS = ("one-of", "at-most-one", "if")
STATEMENT_LISTS = ("assumptions", "findings", "recommendations")
WITH_IDS = ("models", "links", "rules", "background", "concessions", "feedback", "coherence")
WITH_PARAGRAPHS = (*STATEMENT_LISTS, "links", "background", "concessions", "rules", "feedback")


class Defect(Answer, kw_only=False):
    """One thing wrong between parts: its place in the data, the item, what, and what to do.

    `fatal` defects keep a case from being evaluated; `odd` ones are worth no more than a remark.
    """

    place: Place
    item: str
    what: str
    remedy: str
    fatal: bool = True
    odd: bool = False
    loop: tuple[str, ...] = ()


def closest(word: str, known: Iterable[str]) -> str:
    """What a word that is not known may stand for; empty where nothing is close."""
    from difflib import get_close_matches  # for the unlucky only

    return "".join(get_close_matches(word, [str(name) for name in known], n=1, cutoff=0.6))


def suggestion(word: str, known: Iterable[str]) -> str:
    """ "Did you mean …?" if something known was misspelled, else nothing."""
    from models.schema.references.slips import misspelled  # for the unlucky only

    close = misspelled(word, known)
    return phrase("Did you mean {close}?", close=close) if close else ""


Known = dict[tuple[str, int], Any]
"""What was made of single rules, by what it is and the rule: for whoever keeps the rules, and never changes one."""


class Parts:
    """The usable items of a case's data: mappings only, under their places."""

    def __init__(self, data: Mapping[str, Any], known: Known | None = None) -> None:
        self.data = data
        self._known: Known = {} if known is None else known
        self.patience = 100_000
        self.models = [item.get("id") for _, item in self.items("models")]
        self.statements = {
            str(item["id"]): (place, item)
            for section in STATEMENT_LISTS
            for place, item in self.items(section)
            if "id" in item
        }
        self.assumptions = self._names("assumptions")
        self.recommendations = self._names("recommendations")
        self.codes = {str(item.get("code")): name for name, (_, item) in self.statements.items()}
        self.rules = list(self.items("rules"))
        self.findings = self._names("findings")
        argued = ((item, place) for place, item in self.items("assumptions"))
        self.argued = {
            str(item.get("id")): [name for _, name in listed_in(item, "argued-by", ())] for item, _ in argued
        }
        self.joins = [self._once("joins", rule, self._joined) for _, rule in self.rules]
        self.loops = _cycles(self.joins, self.argued)

    def items(self, section: str) -> Iterator[tuple[Place, Mapping[str, Any]]]:
        entries = self.data.get(section) or ()
        if isinstance(entries, list | tuple):
            for index, item in enumerate(entries):
                if isinstance(item, Mapping):
                    yield (section, index), item

    def premises(self, rule: Mapping[str, Any]) -> list[tuple[Place, str]]:
        """The premises of an item of this data, each with its place inside it."""
        return self._once("premises", rule, lambda one: list(premises(one)))

    def choices(self, rule: Mapping[str, Any]) -> list[tuple[Place, Mapping[str, Any]]]:
        """The choices among its premises."""
        return self._once(
            "choices", rule, lambda one: [pair for pair in forms(one) if isinstance(pair[1], Mapping)]
        )

    def required(self, rule: Mapping[str, Any]) -> list[tuple[int, list[str]]]:
        """What it asks for: how many must be met of the premises listed."""
        return self._once("required", rule, lambda one: list(required(one)))

    def rests_on(self, rule: Mapping[str, Any]) -> frozenset[Any]:
        """What it asks for, by roles and in no order: equal where two rules rest on the same."""
        return self._once("rests", rule, _rests_on)

    def mentioned(self, rule: Mapping[str, Any]) -> set[str]:
        """All that it seems to speak of, under ids."""
        words = self._once("words", rule, spoken_of)
        return words if words.isdisjoint(self.codes) else {self.codes.get(word, word) for word in words}

    def _joined(self, rule: Mapping[str, Any]) -> set[tuple[str, str]]:
        return _joins(rule, self.premises(rule))

    def _once(self, what: str, rule: Mapping[str, Any], make: Callable[[Mapping[str, Any]], T]) -> T:
        key = (what, id(rule))
        if key not in self._known:
            self._known[key] = make(rule)
        found: T = self._known[key]
        return found

    def suggestion(self, word: str, known: Iterable[Any]) -> str:
        """A suggestion as long as patience lasts, so that a huge and broken file is told of in seconds."""
        names = list(known)
        self.patience -= len(names)
        return suggestion(word, names) if self.patience > 0 else ""

    def closest(self, word: str) -> str:
        """The statement that a word may be a misspelling of, as long as patience lasts."""
        self.patience -= len(self.statements)
        return closest(word, self.statements) if self.patience > 0 else ""

    def _names(self, section: str) -> dict[str, str]:
        return {str(item["id"]): str(item.get("code", "")) for _, item in self.items(section) if "id" in item}


def premises(rule: Mapping[str, Any]) -> Iterator[tuple[Place, str]]:
    """The premises of a rule in plain data, those of choices too, each with its place inside the rule."""
    for place, form in forms(rule):
        if isinstance(form, str):
            yield place, form
        for key in CHOICE_KEYS:
            yield from ((part, text) for part, text in listed_in(form, key, place) if isinstance(text, str))


def forms(rule: Mapping[str, Any]) -> Iterator[tuple[Place, Any]]:
    """The premises of a rule as they are written, each with its place."""
    for key in PREMISE_KEYS:
        yield from listed_in(rule, key, ())


def listed_in(data: Any, key: str, place: Place) -> Iterator[tuple[Place, Any]]:
    """The entries of a list in plain data, each with its place."""
    entries = data.get(key) if isinstance(data, (dict, Mapping)) else None
    if isinstance(entries, list | tuple):
        yield from (((*place, key, index), entry) for index, entry in enumerate(entries))


def required(rule: Mapping[str, Any]) -> Iterator[tuple[int, list[str]]]:
    """What a rule asks for: how many must be met of the premises listed."""
    for place, form in forms(rule):
        if isinstance(form, str):
            yield 1, [form]
        else:
            parts = [text for key in CHOICE_KEYS for _, text in listed_in(form, key, place)]
            least = form.get("at-least", 1) if isinstance(form, Mapping) else 1
            yield least if isinstance(least, int) else 1, [text for text in parts if isinstance(text, str)]


def _rests_on(rule: Mapping[str, Any]) -> frozenset[Any]:
    roles = [place[0] for place, _ in forms(rule)]
    return frozenset(
        (role, least, frozenset(texts)) for role, (least, texts) in zip(roles, required(rule), strict=True)
    )


def _cycles(joins: Iterable[set[tuple[str, str]]], argued: Mapping[str, list[Any]]) -> list[list[str]]:
    """Loops among the rules and what argues for assumptions, each broken before the next is looked for.

    The first ten tell enough.
    """
    edges = {
        name: {item for item in found if isinstance(item, str)} for name, found in argued.items() if found
    }
    for found in joins:
        for name, target in found:
            edges.setdefault(target, set()).add(name)
    loops: list[list[str]] = []
    while len(loops) < 10:
        try:
            TopologicalSorter(edges).prepare()
        except CycleError as error:
            loop = list(error.args[1])
            edges[loop[1]].discard(loop[0])
            loops.append(loop)
        else:
            break
    return loops


def _joins(rule: Mapping[str, Any], rests_on: Iterable[tuple[Place, str]]) -> set[tuple[str, str]]:
    target = rule.get("then") or rule.get("opposes")
    if not isinstance(target, str):
        return set()
    return {(text.removeprefix("not "), target) for _, text in rests_on}


def targets_of(rule: Mapping[str, Any]) -> list[str]:
    """What a rule concludes; a list where somebody wrote one."""
    then = rule.get("then")
    return [name for name in (then if isinstance(then, list) else (then,)) if isinstance(name, str)]


def linked_names(link: Mapping[str, Any]) -> Iterator[Any]:
    """What a link names, as it is written."""
    return (entry for key in LINK_KEYS for _, entry in listed_in(link, key, ()))


_KINDS = {
    "assumptions": phrase("an assumption"),
    "findings": phrase("a finding"),
    "recommendations": phrase("a recommendation"),
}


_NAMED = {
    "assumption": pattern("Name an assumption here, by its id."),
    "finding": pattern("Name a finding here, by its id."),
    "recommendation": pattern("Name a recommendation here, by its id."),
    "finding or recommendation": pattern("Name a finding or a recommendation here, by its id."),
}


def kind_of(parts: Parts, name: str) -> str:
    """What a statement is."""
    return _KINDS[str(parts.statements[name][0][0])]


def unknown(
    parts: Parts,
    place: Place,
    item: Mapping[str, Any],
    what: str,
    name: str,
    known: Iterable[Any],
    *,
    text: str = "",
    fatal: bool = True,
) -> Defect:
    """That a name leads nowhere, with what may be meant."""
    names = list(known)
    key = str(place[-1]) if place[0] == "rules" and place[-1] in ("then", "opposes") else ""
    remedy = _joined(parts, place, item, text or name, names)
    remedy = remedy or meant(text or name, parts.codes, dict.fromkeys(names), key)
    statements = ((one, parts.statements[one][1]) for one in names if one in parts.statements)
    called = called_so(name, statements) if parts.patience > 0 else ""
    if called:
        negated = "not " if text.startswith("not ") else ""
        remedy = remedy or phrase("Write its id, {negated}{codes}.", negated=negated, codes=called)
    remedy = remedy or parts.suggestion(name, names) or phrase("Use one that this case has.")
    found = parts.codes.get(name, name)
    if found in parts.statements and found not in names and what in _NAMED:
        told = phrase("{name} is {kind}, and no {what}.", name=name, kind=kind_of(parts, found), what=what)
        return Defect(place, name_of(item), told, phrase(_NAMED[what]), fatal=fatal)
    told = (
        phrase("{name} is a code, not an id.", name=name)
        if name in parts.codes
        else phrase("“{name}” is the name of a statement, not its id.", name=name)
        if called
        else phrase("There is no {what} {name}.", what=what, name=name)
    )
    return Defect(place, name_of(item), told, remedy, fatal=fatal)


def _joined(parts: Parts, place: Place, item: Mapping[str, Any], text: str, known: Iterable[Any]) -> str:
    """What was meant by several names in one entry of a choice or a link; nothing where they stand elsewhere."""
    if place[0] == "links":
        return in_link(text, str(place[2]), item, parts.codes, [str(name) for name in known])
    if place[0] in ("feedback", "coherence"):
        return without_choice(text, item, parts.codes, [str(name) for name in known])
    if "argued-by" in place:
        return among_findings(text, parts.codes, [str(name) for name in known])
    if place[0] == "rules" and len(place) == PLAIN + 2 and place[2] in PREMISE_KEYS:
        return in_list(str(place[2]), item[str(place[2])], parts.codes, dict.fromkeys(known))
    *_, above, key, _ = place if len(place) > PLAIN + 2 else ("", "", "")
    if key not in CHOICE_KEYS or not isinstance(above, int):
        return ""
    form = item[str(place[2])][above]
    return in_choice(text, str(key), form[key], parts.codes, [str(name) for name in known])


def name_of(item: Mapping[str, Any]) -> str:
    """The id of a part, or nothing."""
    return str(item.get("id", ""))
