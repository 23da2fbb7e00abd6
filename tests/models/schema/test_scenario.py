"""A scenario made of another shares with it what stays."""

import pytest

from models.schema.grades import Stance
from models.schema.scenario import baseline_scenario, with_stances
from models.store.cases import load_embedded


def test_only_what_changes_is_made_anew() -> None:
    before = baseline_scenario(load_embedded())

    after = with_stances(
        before, {"russia-ties": Stance.FAILS, "plays-powers": before.stance_of["plays-powers"]}
    )

    made = [new.id for old, new in zip(before.stances, after.stances, strict=True) if new is not old]
    assert made == ["russia-ties"]
    assert after.stance_of["russia-ties"] is Stance.FAILS


def test_an_unknown_assumption_is_refused() -> None:
    with pytest.raises(KeyError):
        with_stances(baseline_scenario(load_embedded()), {"nobody": Stance.FAILS})
