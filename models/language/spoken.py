"""What a page shows side by side, as sentences for who hears it."""

import re

from models.language.messages import message
from models.language.words import uncapitalised
from models.schema.page import Line

ARROW, PARAGRAPHS = "→", re.compile(r"¶\s*(?=(\d+)([,–])?)")
ENDS = ".?!:"
PLACED = re.compile(r"(?<=\w)\.? (?=¶)")


def spoken_line(line: Line) -> str:
    """A line as it is read aloud: "Why act? Disarmament is off the table, F2: follows."."""
    word = line.sign.word if line.sign else ""
    if word.lower() in f"{line.text} {line.note}".lower():
        word = ""
    told = [line.text]
    told += [line.code, "" if line.note.startswith(ARROW) else line.note]
    states = [word, line.note if line.note.startswith(ARROW) else ""]
    state = f" {ARROW} ".join(part.lstrip(f"{ARROW} ") for part in states if part)
    said = sentence(", ".join(part.rstrip(".") for part in told if part), uncapitalised(state))
    if not line.quiet or line.quiet[-1] in ENDS:
        return f"{line.quiet} {said}".strip()
    return f"{line.quiet}: {uncapitalised(said)}"


def sentence(text: str, state: str = "") -> str:
    """A text as a sentence, and how it stands after a colon; signs that are not read are put into words."""
    if text and text[-1] in ENDS:
        state = f"{state[:1].upper()}{state[1:]}"
    whole = f"{text}{' ' if text[-1] in ENDS else ': '}{state}" if text and state else text or state
    whole = PLACED.sub(", ", whole)
    whole = PARAGRAPHS.sub(lambda found: f"{message('paragraphs' if found[2] else 'paragraph')} ", whole)
    whole = whole.replace(f" {ARROW} ", f", {message('then')} ")
    whole = whole[:1].upper() + whole[1:]
    return whole if not whole or whole[-1] in ENDS else f"{whole}."
