"""What nobody sees in a text and yet turns its line round, ends it, or steers a terminal; signs in its place."""

TURNING = {*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x2028, 0x2029}
"""What turns a line round, or begins another one, without being seen."""
_SIGNS: dict[int, int | str] = {
    **{code: 0x2400 + code for code in range(0x20)},
    0x7F: 0x2421,
    **{code: f"[U+{code:04X}]" for code in (*range(0x80, 0xA0), *sorted(TURNING))},
}
LINE_END = "⏎"
_IN_LINES = {code: sign for code, sign in _SIGNS.items() if code != ord("\n")}


def in_one_line(text: str) -> str:
    """A text on one line, with signs for what would break it or steer what shows it."""
    return text.translate(_SIGNS)


def in_lines(text: str) -> str:
    """The same where lines may end."""
    return text.translate(_IN_LINES)


def with_line_ends(text: str) -> str:
    """A text for one line of print, with a sign that our typeface has where a line of it ended."""
    return f" {LINE_END} ".join(text.splitlines())
