"""The glossary: every state and term of the method is in it, found by a few letters."""

import pytest

from models.language.states import STATES
from models.pages.glossary import explained, found, meaning, terms
from models.schema.grades import Stance, Verdict

METHOD = (
    "Assumption",
    "Load-bearing",
    "Vulnerable",
    "Signpost",
    "Shaping action",
    "Hedging action",
    "Planning horizon",
    "Finding",
    "Argument",
    "Objection",
    "Scenario",
    "Rating",
    "Share of settings",
)


@pytest.mark.parametrize("verdict", Verdict)
def test_every_verdict_is_explained_under_its_own_word(verdict: Verdict) -> None:
    assert meaning(STATES[Verdict, verdict].word)


@pytest.mark.parametrize("verdict", sorted({*Verdict} - {Verdict.HOLDS, Verdict.FEWER, Verdict.OPEN}))
def test_every_fall_that_can_be_inherited_says_so(verdict: Verdict) -> None:
    assert "inherited" in meaning(STATES[Verdict, verdict].word)
    assert "advice" in meaning("Inherited")


@pytest.mark.parametrize("stance", [Stance.UNCERTAIN, Stance.AS_ARGUED])
def test_stances_that_need_it_are_explained(stance: Stance) -> None:
    assert meaning(STATES[Stance, stance].word)


@pytest.mark.parametrize("name", METHOD)
def test_the_words_of_the_method_are_explained_in_whole_sentences(name: str) -> None:
    assert meaning(name).endswith((".", "?"))
    assert explained(name).startswith(f"{name}: ")


def test_no_word_stands_twice() -> None:
    names = [item.name.casefold() for item in terms()]

    assert len(set(names)) == len(names)


def test_what_begins_with_the_letters_comes_first() -> None:
    names = [item.name for item in found("sh")]

    assert names[:2] == ["Shaping action", "Share of settings"]
    assert "Vulnerable" not in names
    assert found("xyzzy") == ()
    assert found("") == terms()


def test_it_is_not_laid_to_the_source_which_assumptions_are_core() -> None:
    assert "as the author of the case reads it" in meaning("Core assumption")
