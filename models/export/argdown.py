"""A case as Argdown: its statements by model, its arguments as premises and conclusion, its objections as attacks.

A choice among premises becomes a claim of its own that each way of meeting it supports; what Argdown has no words for
(roles, stances, strengths, links, notes) is left out.
"""

from collections.abc import Iterator
from itertools import combinations, islice

from models.language.messages import message, told
from models.language.words import counted, listed
from models.schema.case import Case, Rule
from models.schema.grades import Kind, Strength
from models.schema.premises import Condition, Premise, Role

MOST_WAYS = 60
"""Ways of meeting a choice that are written out; of more the first are, and a comment says so."""


def argdown(case: Case) -> str:
    """The case as a text in Argdown."""
    return "\n".join(_Text(case).lines()) + "\n"


def left_out(case: Case) -> str:
    """What of a case has no words in Argdown: each kind, and how much of it."""
    found = (*_of_assumptions(case), *_of_arguments(case), *_of_the_rest(case))
    return told("Left out: {parts}.", parts=listed([text for number, text in found if number]))


def _of_assumptions(case: Case) -> Iterator[tuple[int, str]]:
    items = case.assumptions
    yield len(items), counted(len(items), "stance")
    n = sum(len(item.argued_by) for item in items)
    yield n, counted(n, "finding that argues for an assumption", "findings that argue for assumptions")
    n = sum(bool(item.if_fails) for item in items)
    yield n, counted(n, "sentence on what failing means", "sentences on what failing means")
    n = sum(len(item.challenge) for item in items)
    yield n, counted(n, "question to the room", "questions to the room")
    n = sum(len(item.signposts) for item in items)
    yield n, counted(n, "signpost")
    n = sum(len(item.shaping) + len(item.hedging) for item in items)
    yield n, counted(n, "way to shape or hedge", "ways to shape or hedge")


def _of_arguments(case: Case) -> Iterator[tuple[int, str]]:
    yield len(case.links), counted(len(case.links), "link")
    n = sum(one.role is not Role.IF for rule in case.rules for one in rule.conditions)
    yield n, counted(n, "role of a premise", "roles of premises")
    n = sum(bool(rule.reply) for rule in case.rules)
    yield n, counted(n, "reply to an objection", "replies to objections")
    n = sum(rule.strength is not Strength.NORMAL for rule in case.rules)
    yield n, counted(n, "strength")
    yield len(case.feedback), counted(len(case.feedback), "loop")


def _of_the_rest(case: Case) -> Iterator[tuple[int, str]]:
    cited = (*case.by_id.values(), *case.rules, *case.links, *case.feedback)
    yield len(cited), counted(len(cited), "citation")
    yield len(case.recommendations), counted(len(case.recommendations), "addressee")
    n = sum(bool(item.emphasis) for item in case.recommendations)
    yield n, counted(n, "weight of advice", "weights of advice")
    yield len(case.background), counted(len(case.background), "background fact")
    yield len(case.concessions), counted(len(case.concessions), "concession")
    yield len(case.coherence), counted(len(case.coherence), "note")
    yield len(case.tests), counted(len(case.tests), "test of the case", "tests of the case")


class _Text:
    def __init__(self, case: Case) -> None:
        self.case = case
        self.names = {item.id: _name(f"{item.code} {item.title}") for item in case.by_id.values()}
        self._denied: dict[str, None] = {}
        self._choices: dict[str, Condition] = {}

    def lines(self) -> Iterator[str]:
        """The lines of the text."""
        source = self.case.source
        yield from ("===", f"title: {_quoted(self.case.title)}", f"author: {_quoted(source.author)}")
        yield from (
            f"date: {source.year}",
            "===",
            "",
            f"// {_one_line(source.title)}",
            f"// {left_out(self.case)}",
            "",
        )
        models: list[tuple[str, str | None]] = [(model.title, model.id) for model in self.case.models]
        for title, name in models or [("Statements", None)]:
            items = [item for item in self.case.by_id.values() if item.model == name]
            if items:
                yield from (f"## {_plain(title)}", "")
            for item in items:
                kind = f" #{item.kind}" if item.kind else ""
                role = type(item).__name__.lower()
                yield f"[{self.names[item.id]}]: {_plain(item.text)} #{role}{kind}"
                against = [rule for rule in self.case.rules if rule.opposes == item.id]
                yield from (f"  - <{rule.id}>" for rule in against)
                yield ""
        yield from (f"## {message('Arguments')}", "")
        for rule in self.case.rules:
            yield from self._argument(rule)
        for name, choice in self._choices.items():
            yield from self._ways(name, choice)
        for name in self._denied:
            denial = told("It is not so: {text}", text=_plain(self.case.by_id[name].text))
            yield from (f"[{self._denial(name)}]: {denial}", "")
            yield from (f"[{self.names[name]}]", f"  >< [{self._denial(name)}]", "")

    def _argument(self, rule: Rule) -> Iterator[str]:
        yield f"<{rule.id}>: {_plain(rule.because)}" + ("" if rule.kind is Kind.STATED else f" #{rule.kind}")
        yield ""
        for number, item in enumerate(rule.conditions, start=1):
            yield f"({number}) [{self._premise(item)}]"
        yield "-----"
        end = self.names[rule.conclusion]
        if not rule.then:
            end = told("Against {name}, {rule}", name=end, rule=rule.id)
        yield f"({len(rule.conditions) + 1}) [{end}]"
        yield ""

    def _premise(self, item: Condition) -> str:
        if not item.is_choice:
            return self._literal(item.parts[0])
        parts = ", ".join(self._literal(part) for part in item.parts)
        name = told(
            "One of {parts}" if item.least == 1 else "At least {least} of {parts}",
            parts=parts,
            least=item.least,
        )
        self._choices[name] = item
        return name

    def _literal(self, part: Premise) -> str:
        if part.negated:
            self._denied[part.statement] = None
            return self._denial(part.statement)
        return self.names[part.statement]

    def _denial(self, statement: str) -> str:
        return told("Not {name}", name=self.names[statement])

    def _ways(self, name: str, choice: Condition) -> Iterator[str]:
        ways = combinations(choice.parts, choice.least)
        for number, way in enumerate(islice(ways, MOST_WAYS), start=1):
            yield from (f"<{name}, {number}>", "")
            yield from (f"({place}) [{self._literal(part)}]" for place, part in enumerate(way, start=1))
            yield from ("-----", f"({len(way) + 1}) [{name}]", "")
        if next(ways, None):
            yield from (f"// {message('There are more ways of meeting this.')}", "")


def _name(text: str) -> str:
    """A text that can stand between brackets."""
    return _one_line(text).translate(str.maketrans("[]<>", "()()"))


def _plain(text: str) -> str:
    """A text without what Argdown would read as marks, tags or data."""
    return _one_line(text).replace("//", "/ /").translate(str.maketrans("{}#<>[]*_", "()№()()∗‗"))


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _quoted(text: str) -> str:
    return "'" + _one_line(text).replace("'", "''") + "'"
