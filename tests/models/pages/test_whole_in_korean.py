"""A Korean interface over a Korean case says nothing in English: no sentence is half of each."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass

import pytest

from models.language.messages import speaking
from models.pages.caption import caption, heard
from models.schema.snapshot import State, fresh_state
from models.store.cases import load_embedded
from tests.models.wording import gathered, on_screen, settings, walked
from tests.states import after, snapshot

LATIN = re.compile(r"[A-Za-z]{2,}")
KNOWN = re.compile(
    r"\b[AFRX]\d+\b|\bG7\b|\bWhatHolds\b|\b(Enter|Delete)\b|\(Markdown\)|\S+\.json|\b[Tt]able[ -]\d\b"
)
SAMPLE = (
    "baseline",
    "A3 fails",
    "unsure",
    "core fails",
    "every argument, one fails",
    "objections",
    "rejected",
)


@pytest.fixture
def base() -> State:
    return fresh_state(load_embedded("dprk-lessons", "ko"))


def without(text: str, theirs: set[str]) -> str:
    """The text without what people wrote, the longest first."""
    for own in sorted(theirs, key=len, reverse=True):
        text = text.replace(own, "") if LATIN.search(own) else text
    return text


def written(value: object) -> Iterator[str]:
    """Every text inside a value: what people wrote stays in their language."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from written(item)
    elif is_dataclass(value):
        for field in fields(value):
            yield from written(getattr(value, field.name))


def test_no_sentence_of_a_page_is_english(base: State) -> None:
    found: dict[str, str] = {}
    with speaking("ko"):
        states = settings(base)
        sample = {name: states[name] for name in SAMPLE} | {
            "falls either way": after(base, A16="uncertain", A20="fails")
        }
        for name, of in {**sample, **gathered(base)}.items():
            for where, text in on_screen(of):
                found |= dict.fromkeys(text.splitlines(), f"{name}, {where}")
        found |= {text: where for where, text in walked(base)}

    theirs = {
        *written(base.case.source),
        *(text for of in gathered(base).values() for text in written(of.workshop)),
    }
    english = {
        text: where
        for text, where in found.items()
        if text not in base.case.by_id and LATIN.search(KNOWN.sub("", without(text, theirs)))
    }

    assert english == {}


def test_what_followed_is_told_in_korean(base: State) -> None:
    taken = snapshot(after(base, A3="fails"), snapshot(base))

    with speaking("ko"):
        run = [line.text for line in caption(taken)]
        told = heard(taken)

    assert run == [
        "“북러 관계가 깊어지지 않는다”를 가정하면:",
        "“북한을 러시아에서 떼어 놓기”는 더는 필요 없음; 다른 권고 3개는 더 적은 논거로 유효함",
    ]
    assert told == (
        "북러 관계 심화가 성립하지 않음. 권고 11개 중 10개 유효: 7개는 온전히, 3개는 더 적은 논거로. "
        "“북한을 러시아에서 떼어 놓기”는 더는 필요 없음. 다른 권고 3개는 더 적은 논거로 유효함."
    )
