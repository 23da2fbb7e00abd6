"""How statements and their source are named inside sentences: by what they say, or by what is so if they fail.

Also what kind of claim a statement is, and the model under which it is listed.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import takewhile

from models.language.messages import ENGLISH, marked, message, plural, spellings, spoken, told
from models.language.particles import fill
from models.language.states import said, sign, word
from models.language.words import citation, listed, uncapitalised
from models.schema.case import Assumption, Case, Finding, Recommendation, Statement
from models.schema.grades import Kind, Stance
from models.schema.page import Line, Sign, Weight

ALIKE = 17
"""Characters: names that are the same for longer than this look the same where they are cut."""
LINE, LINES = 10, 36
"""Characters of what they share that tell what it is, in a part of a line, and in two lines of some width."""
MID_SENTENCE = re.compile(r"(?<=[a-z,;] )[A-Z][\w'’-]*")


CRITICS = marked("What critics would say")
UNPARTED = marked("Assumptions")
"""What a group is called where a case has no models."""


def quoted(text: str) -> str:
    """A name as it is spoken of."""
    return f"“{text}”"


def named(item: Statement) -> str:
    """A statement as it is spoken of where there is no table: its name, and the code by which it can be found."""
    return f"{quoted(item.title)} ({item.code})"


KINDS = (
    *(marked("essay", "kind of text"), marked("report", "kind of text"), marked("plan", "kind of text")),
    *(marked("judgment", "kind of text"), marked("ruling", "kind of text"), marked("law", "kind of text")),
    *(marked("inquiry", "kind of text"), marked("study", "kind of text"), marked("paper", "kind of text")),
    *(
        marked("article", "kind of text"),
        marked("editorial", "kind of text"),
        marked("speech", "kind of text"),
    ),
    *(
        marked("safety case", "kind of text"),
        marked("policy", "kind of text"),
        marked("source", "kind of text"),
    ),
)
"""What a source is often called: known in each language, so that a case in another is spoken of in ours."""


def source_kind(case: Case) -> str:
    """What the text is that the case encodes, inside a sentence: "essay", "report"."""
    return fill(message("{kind}", "source"), kind=_kind(case))


def the_source(case: Case) -> str:
    """The text that the case encodes, inside a sentence: "the essay"."""
    return told("the {kind}", kind=_kind(case))


def _kind(case: Case) -> str:
    """What the source is called; where the case is in another language, that in ours, or "source"."""
    kind, here = case.source.kind or "source", spoken().partition("-")[0]
    if case.language.partition("-")[0] == here:
        return kind
    known = (one for one in KINDS if kind.casefold() in spellings(one, "kind of text"))
    return message(next(known, "source"), "kind of text")


def rule_named(case: Case, rule: str) -> str:
    """An argument by what it is for, inside a sentence: "an argument for “Limit the arsenal”"."""
    found = case.rule_by_id[rule]
    return told(
        "an objection to {name}" if found.opposes else "an argument for {name}",
        name=quoted(case.by_id[found.conclusion].title),
    )


_CONDITION = re.compile(
    r"(if|when|whenever|unless|while|although|as long as|once|until|because)\b", re.IGNORECASE
)


def inside(case: Case, text: str) -> str:
    """A sentence of the case as it stands inside another: in English small at its start, unless a name stands there."""
    return _small(case, text) if spoken() == ENGLISH else fill(message("{sentence}", "inside"), sentence=text)


def _small(case: Case, text: str) -> str:
    first = re.match(r"[A-Z][\w'’-]*", text)
    if first is None or (not first[0][1:].islower() and len(first[0]) > 1) or first[0] in proper_names(case):
        return text
    return text[:1].lower() + text[1:]


def denial(case: Case, item: Statement) -> str:
    """What is so if an assumption fails, inside a sentence: "Russia ties do not deepen"."""
    fails = item.if_fails if isinstance(item, Assumption) else None
    if fails and is_clause(fails):
        return inside(case, fails.rstrip("."))
    return said(quoted(item.title), Stance.FAILS)


def is_clause(text: str) -> bool:
    """Whether a sentence can follow an "if": in English one that begins with a condition of its own can not."""
    return spoken() != ENGLISH or _CONDITION.match(text) is None


def denied_name(item: Statement) -> str:
    """What a negated premise asks for, as a line of its own: "“Pressure has run out” does not follow"."""
    name = quoted(item.title)
    if isinstance(item, Assumption):
        return item.if_fails or said(name, Stance.FAILS)
    advice = isinstance(item, Recommendation)
    return told("{name} does not hold" if advice else "{name} does not follow", name=name)


def taken(case: Case, item: Assumption, stance: Stance) -> str:
    """What is so under a stance, inside a sentence."""
    return denial(case, item) if stance is Stance.FAILS else said(quoted(item.title), stance)


def taken_together(
    case: Case, taken_so: Iterable[tuple[Assumption, Stance]], settled: Mapping[str, Stance]
) -> list[str]:
    """The same of several, those of one stance in one clause: "“A” and “B” are uncertain".

    Of what is uncertain and `settled` by links all the same, each clause says which way.
    """
    alike: dict[tuple[str | Stance, Stance | None], list[str]] = {}
    for item, stance in taken_so:
        own = stance is Stance.FAILS and item.if_fails
        so = taken(case, item, stance) if own else stance
        alike.setdefault((so, settled.get(item.id)), []).append(quoted(item.title))
    return [_alike(names, so, to) for (so, to), names in alike.items()]


def _alike(names: list[str], so: str | Stance, to: Stance | None) -> str:
    if to is not None:
        return uncertain_but(listed(names), to, len(names))
    return said(listed(names), so, len(names)) if isinstance(so, Stance) else so


def uncertain_but(names: str, to: Stance, number: int = 1) -> str:
    """That something, or several, is left uncertain, and that links leave it only one way."""
    if to is Stance.HOLDS:
        return plural(
            "{names} is uncertain, but links let it only hold",
            "{names} are uncertain, but links let them only hold",
            number,
            names=names,
        )
    return plural(
        "{names} is uncertain, but links let it only fail",
        "{names} are uncertain, but links let them only fail",
        number,
        names=names,
    )


@lru_cache(maxsize=16)
def proper_names(case: Case) -> frozenset[str]:
    """The words that the case writes with a capital in the middle of its sentences."""
    return frozenset(word for text in _texts(case) for word in MID_SENTENCE.findall(text))


def _texts(case: Case) -> Iterator[str]:
    for item in case.by_id.values():
        yield item.text
        yield item.title
    for rule in case.rules:
        yield rule.because
    for assumption in case.assumptions:
        yield from assumption.challenge
    for fact in case.background:
        yield fact.text


def brief_of(case: Case, item: Statement, beginning: int = LINE) -> str:
    """The shortest form of a statement: its own, or where names begin alike one that tells it from the others."""
    return item.brief if item.short else _apart(case, beginning).get(item.id, item.brief)


@lru_cache(maxsize=8)
def _apart(case: Case, beginning: int) -> Mapping[str, str]:
    lists: tuple[Sequence[Statement], ...] = (case.assumptions, case.findings, case.recommendations)
    return {name: words for items in lists for name, words in _told_apart(items, beginning)}


def _told_apart(items: Sequence[Statement], beginning: int) -> Iterator[tuple[str, str]]:
    """Those that begin as another does, which is one beside it in the order of their letters."""
    named = sorted((item.title.split(), item.id) for item in items)
    nothing: list[str] = []
    before, after = [nothing, *(words for words, _ in named)], [*(words for words, _ in named[1:]), nothing]
    for (words, name), one, other in zip(named, before, after, strict=False):
        shared = max(_shared(words, one), _shared(words, other))
        if shared < len(words) and len(" ".join(words[:shared])) > max(ALIKE, beginning):
            yield name, " ".join([*_beginning(words, beginning), "…", *words[shared:]])


def _shared(words: list[str], others: list[str]) -> int:
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(words, others, strict=False)))


def _beginning(words: list[str], most: int) -> list[str]:
    kept = 1
    while len(" ".join(words[: kept + 1])) <= most:
        kept += 1
    return words[:kept]


def grouped(case: Case, added: bool) -> tuple[tuple[str, tuple[Assumption, ...]], ...]:
    """Each group's title and assumptions, in the order of the models; what critics say only while it counts."""
    source = case.taking_part(False)
    models: list[tuple[str, str | None]] = [(model.title, model.id) for model in case.models]
    models = models or [(message(UNPARTED), None)]
    groups = [(title, tuple(item for item in source if item.model == name)) for title, name in models]
    critics = tuple(item for item in case.taking_part(added) if item.kind is Kind.ADDED)
    return tuple((title, items) for title, items in (*groups, (message(CRITICS), critics)) if items)


def _kind_of(item: Statement) -> Kind | None:
    """What kind of claim it is; None where the case does not say."""
    return item.kind if isinstance(item, Assumption | Finding | Recommendation) else None


def grade(item: Statement) -> Sign | None:
    """The sign of what kind of claim it is, with its word."""
    kind = _kind_of(item)
    return sign(kind) if kind else None


def unusual(item: Statement) -> Sign | None:
    """The sign of a claim that is not plainly said, where only such ones are marked."""
    return None if _kind_of(item) is Kind.STATED else grade(item)


def graded(item: Statement) -> str:
    """Its kind and where it stands: "unsaid, but needed, ¶12"."""
    kind = _kind_of(item)
    where = citation(item.paragraphs)
    return told("{kind}, {where}", kind=uncapitalised(word(kind)), where=where) if kind else where


def grade_line(item: Statement) -> Line:
    """Its kind as a line of its own, with where it stands."""
    kind = grade(item)
    return Line(
        text=f"{kind.word}." if kind else "",
        sign=kind,
        note=citation(item.paragraphs),
        weight=Weight.SOFT,
    )


def if_fails_line(item: Assumption) -> tuple[Line, ...]:
    """What its failing means, where the case says so."""
    if not item.if_fails:
        return ()
    return (Line(quiet=message("If it fails:"), text=f"{item.if_fails.rstrip('.')}.", weight=Weight.SOFT),)
