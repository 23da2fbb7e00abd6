"""Values as a person would write them in YAML: plain where that is safe, lists in one line where they are short.

What it writes reads back as the value, which `models/authoring/yaml/spans` checks after every edit.
"""

import json
import re
import textwrap
from collections.abc import Mapping, Sequence
from typing import Any

WIDE = 120
"""Columns after which a text is folded."""
_ID = re.compile(r"(not )?[A-Za-z0-9]+(-[A-Za-z0-9]+)*")
_WORDS = re.compile(r"true|false|yes|no|on|off|null|~|[-+.]?[0-9][0-9_.,:eExo+-]*|\.(inf|nan)", re.IGNORECASE)
_BREAKS = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]")
_START = re.compile(r"[\w“‘«„(¿¡…€£§¶]")


def entry(key: str, value: Any, indent: int, *, flow: bool = False) -> str:
    """A key with its value, without the indentation of its first line and without the end of its last."""
    if flow or not _stands_below(value):
        text = value if isinstance(value, str) else None
        if text is not None and not flow and _folds(text, len(key) + 2 + indent):
            lines = textwrap.wrap(text, WIDE - indent - 2, break_long_words=False, break_on_hyphens=False)
            pad = " " * (indent + 2)
            return f"{key}: >-\n" + "\n".join(pad + line for line in lines)
        return f"{key}: {inline(value, flow=flow)}"
    if isinstance(value, Mapping):
        pad = " " * (indent + 2)
        return f"{key}:\n" + "\n".join(pad + entry(name, inner, indent + 2) for name, inner in value.items())
    return f"{key}:\n" + "\n".join(listed(inner, indent + 2) for inner in value)


def listed(value: Any, indent: int) -> str:
    """An entry of a list that stands below its key, with its dash and indentation."""
    pad = " " * indent
    if not isinstance(value, Mapping) or len(value) < 3:
        return f"{pad}- {inline(value)}"
    return f"{pad}- {mapping(value, indent + 2)}"


def mapping(value: Mapping[str, Any], indent: int) -> str:
    """A mapping, a line for each key, without the indentation of its first line."""
    return f"\n{' ' * indent}".join(entry(key, inner, indent) for key, inner in value.items())


def inline(value: Any, *, flow: bool = False) -> str:
    """A value in one line."""
    if isinstance(value, Mapping):
        told = (f"{inline(key, flow=True)}: {inline(inner, flow=True)}" for key, inner in value.items())
        return "{" + ", ".join(told) + "}"
    if isinstance(value, Sequence) and not isinstance(value, str):
        return f"[{', '.join(inline(inner, flow=True) for inner in value)}]"
    if isinstance(value, bool) or value is None:
        return json.dumps(value)
    return _scalar(value, flow) if isinstance(value, str) else str(value)


def _scalar(text: str, flow: bool) -> str:
    if is_plain(text, flow=flow):
        return text
    found = in_single_quotes(text) if '"' in text or "\\" in text else None
    return found or in_double_quotes(text)


def in_double_quotes(text: str) -> str:
    """A text in the quotes that can hold any."""
    quoted = json.dumps(text, ensure_ascii=False)
    return _BREAKS.sub(lambda found: f"\\u{ord(found[0]):04x}", quoted)


def in_single_quotes(text: str) -> str | None:
    """A text in the quotes in which nothing but they themselves is special; None where that cannot be."""
    return None if _BREAKS.search(text) else "'" + text.replace("'", "''") + "'"


def is_plain(text: str, *, flow: bool = False) -> bool:
    """Whether a text means itself without quotes."""
    return bool(
        _START.match(text)
        and not _WORDS.fullmatch(text)
        and text == text.strip()
        and ": " not in text
        and " #" not in text
        and not text.endswith(":")
        and not _BREAKS.search(text)
        and "\u00a0" not in text
        and not (flow and re.search(r"[\[\]{},:#]", text))
    )


def _folds(text: str, used: int) -> bool:
    """Whether a text is too long for its line, and comes back as it is when it is folded."""
    return (
        used + len(text) > WIDE
        and not _BREAKS.search(text)
        and " ".join(text.split(" ")).split() == text.split(" ")
    )


def _stands_below(value: Any) -> bool:
    """Whether a value stands in lines of its own below its key."""
    if isinstance(value, Mapping):
        return any(isinstance(inner, Mapping | list | tuple) for inner in value.values()) and len(value) > 2
    texts = isinstance(value, Sequence) and not isinstance(value, str)
    return bool(texts and any(not _is_short(inner) for inner in value))


def _is_short(value: Any) -> bool:
    if isinstance(value, Mapping):
        return not any(isinstance(inner, str) and not _ID.fullmatch(inner) for inner in value.values())
    return not isinstance(value, str) or bool(_ID.fullmatch(value))
