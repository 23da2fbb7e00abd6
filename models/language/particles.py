"""Korean particles, which follow the sound that the word before them ends in: 가정은, 권고는; A3은, A4는.

A pattern names the pair in the place of the word, as in "{name:은} 성립합니다"; `fill` puts in the word with its
particle, and leaves all other patterns as they are. In the same way a pattern asks for a clause, which is a noun form
everywhere else (필요 없음), as the end of a sentence, "{why:합니다}." (필요 없습니다), or as one that goes on,
"{one:하고}".
"""

import re
from functools import lru_cache
from string import Formatter

PAIRS = {
    "은": ("은", "는"),
    "이": ("이", "가"),
    "을": ("을", "를"),
    "과": ("과", "와"),
    "으로": ("으로", "로"),
}
"""Each pair by its first: after a consonant, after a vowel."""
ENDINGS = {"합니다": ("ㅂ니다", "습니다"), "하고": ("고", "고")}
"""How a clause ends, after a stem that ends in a vowel and after another."""
_CLAUSE_END = r"[가-힣]+(?=(?:\s?\([^()]*\))?(?:[;:.] |$))"
"""The last word of a clause, before what is said in brackets; each of several clauses has one."""
_VERB = r"(?:[함됨임봄둠짐뀜옴줌듦]|따름|가름|다름|걸림|밀림)$"
_NO_VERB = r"(?:포함|모임|책임|결함)$"
_LM, _B, _L = 10, 17, 8
"""The numbers of final consonants: of noun forms, and of what stands for them."""
ASKED = PAIRS.keys() | ENDINGS.keys()
"""All that a pattern may ask for."""
_HANGUL, _FINALS = range(0xAC00, 0xD7A4), 28
_RIEUL = "달"
_READ = {
    **dict(zip("0123456789", "영일이삼사오육칠팔구", strict=True)),
    **dict(zip("lmnr", ("엘", "엠", "엔", "알"), strict=True)),
}
"""How digits are read, and the letters whose own names end in a consonant."""
_TENS = ("십", "백", "천", "만", "만", "만", "만", "억")
_ENDINGS = {
    "ng": "앙",
    "ck": "악",
    "l": "알",
    "m": "암",
    "n": "안",
    "ook": "욱",
    "c": "악",
    **{f"{vowel}{end}": heard for vowel in "aeiou" for end, heard in (("b", "압"), ("p", "압"))},
}
"""Ends of Latin words that are heard as consonants; after all others Korean adds a vowel."""
_LATIN = r"[A-Za-zÀ-ÿ]{2,}$"
_NUMBER = r"\d+$"
HEARD = 200
"""So many of its last letters tell how a word sounds, with what stands in brackets behind it."""
_ASIDE = r"(?<=\S)\s*\([^()]*\)$"
"""What stands in brackets behind a word: the particle follows the word."""
_UNHEARD = r"[^\w%]+$"


@lru_cache(maxsize=4096)
def particle(word: str, pair: str) -> str:
    """The one of a pair that follows a word; kept, as pages say the same names at every toggle."""
    closed, open_ = PAIRS[pair]
    last = _final(word)
    if pair == "으로" and last == _final(_RIEUL):
        return open_
    return closed if last else open_


def fill(pattern: str, **words: object) -> str:
    """A pattern with its words put in."""
    if ":" not in pattern:
        return pattern.format(**words)
    asking = _asking(pattern)
    return pattern.format(**{name: _Word(word) if name in asking else word for name, word in words.items()})


@lru_cache(maxsize=4096)
def ended(text: str, way: str) -> str:
    """Clauses with their verbs as they end a sentence, or with the last one as it goes on; names stay as they are."""
    found = list(re.finditer(_CLAUSE_END, text))
    for end in reversed(found if way == "합니다" else found[-1:]):
        text = f"{text[: end.start()]}{_ended(end.group(), way)}{text[end.end() :]}"
    return text


def _ended(word: str, way: str) -> str:
    """A noun form as a verb: 없음 is 없습니다, 유효함 유효합니다; what is no noun form of a verb stays."""
    open_, closed = ENDINGS[way]
    stem, last = word[:-1], word[-1]
    if re.search(_NO_VERB, word):
        return word
    if last == "음" and stem and _final(stem):
        return f"{stem}{closed}"
    if not re.search(_VERB, word):
        return word
    bare = ord(last) - (ord(last) - _HANGUL.start) % _FINALS
    held = _L if (ord(last) - _HANGUL.start) % _FINALS == _LM else 0
    if way == "합니다":
        return f"{stem}{chr(bare + _B)}{open_[1:]}"
    return f"{stem}{chr(bare + held)}{open_}"


@lru_cache(maxsize=1024)
def _asking(pattern: str) -> frozenset[str]:
    """The places of a pattern that ask for a particle or an ending."""
    return frozenset(name for _, name, spec, _ in Formatter().parse(pattern) if name and spec in ASKED)


class _Word(str):
    """A word that brings the particle or the ending which a pattern asks for."""

    def __format__(self, spec: str) -> str:
        if spec in ENDINGS:
            return ended(str(self), spec)
        return f"{self}{particle(self[-HEARD:], spec)}" if spec in PAIRS else super().__format__(spec)


def _final(word: str) -> int:
    """The number of the consonant that a word ends in as it is read; 0 where it ends in a vowel."""
    last = _last_sound(re.sub(_UNHEARD, "", re.sub(_ASIDE, "", word)))
    return (ord(last) - _HANGUL.start) % _FINALS if last and ord(last) in _HANGUL else 0


def _last_sound(word: str) -> str:
    """A syllable that ends as the word does."""
    if number := re.search(_NUMBER, word):
        digits = number.group()
        zeros = len(digits) - len(digits.rstrip("0"))
        return _TENS[min(zeros, len(_TENS)) - 1] if 0 < zeros < len(digits) else _READ[digits[-1]]
    if (latin := re.search(_LATIN, word)) and not latin.group().isupper():
        return next((heard for end, heard in _ENDINGS.items() if latin.group().lower().endswith(end)), "")
    return _READ.get(word[-1:].lower(), word[-1:])
