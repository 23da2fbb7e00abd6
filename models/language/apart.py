"""Names that begin alike, told apart where there is little room: how they begin, and where they differ."""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import takewhile

from models.schema.case import Case, Statement

ALIKE = 17
"""Characters: names that are the same for longer than this look the same where they are cut."""
LINE, LINES = 10, 36
"""Characters of what they share that tell what it is, in a part of a line, and in two lines of some width."""


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
