"""Which way a text runs: a sentence of ours runs our way, even where a name in it is written the other way.

Names stand in quotation marks; what is around them tells. Each line of a text runs as the whole does.
"""

import re
from functools import lru_cache

_RIGHTWARD = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
_HAS_SOME = re.compile(f"[{_RIGHTWARD}]")
_BEGINS_SO = re.compile(rf"[\W\d_]*[{_RIGHTWARD}]")
_NAMES = re.compile("“[^”]*”")
_LETTER = re.compile(r"[^\W\d_]")


@lru_cache(maxsize=4096)
def from_right(text: str) -> bool | None:
    """Whether it runs from right to left; None where nothing in it does."""
    if not _HAS_SOME.search(text):
        return None
    around = _NAMES.sub("", text)
    telling = around if _LETTER.search(around) else text
    return _BEGINS_SO.match(telling) is not None
