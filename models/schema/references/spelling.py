"""Whether a name that is not known is a known one misspelled, and not one that says more or the opposite."""

import re
from collections.abc import Iterable
from difflib import SequenceMatcher, get_close_matches

_WORD = re.compile(r"[^\W_]+")
_DENIALS = frozenset(("no", "non", "not", "never", "without"))
_PREFIXES = ("not", "non", "un", "dis")
_ALIKE = 0.6
_JOINED_ALIKE = 0.8


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
