"""How far single assumptions reach."""

from models.engine.evaluate import evaluate
from models.engine.reach import reach
from models.schema.case import Case
from models.schema.grades import Stance, Verdict
from models.schema.scenario import with_stances
from tests.models.conftest import Take


def test_every_assumption_of_the_model_is_there_in_case_order(essay: Case, take: Take) -> None:
    reaches = reach(take(essay), "alignment")

    assert [essay.by_id[item.assumption].code for item in reaches] == [
        "A3",
        "A10",
        "A22",
        "A13",
        "A14",
        "A16",
    ]


def test_a_settled_assumption_is_turned_round(essay: Case, take: Take) -> None:
    held, failed = (reach(take(essay, {"A1": stance}), "nuclear")[0] for stance in ("holds", "fails"))

    assert (held.to, failed.to) == (Stance.FAILS, Stance.HOLDS)


def test_an_uncertain_assumption_is_settled_in_the_way_that_changes_more(essay: Case, take: Take) -> None:
    snapshot = take(essay, {"A3": "uncertain"})
    item = essay.by_code["A3"]
    both = [
        evaluate(essay, with_stances(snapshot.scenario, {item.id: stance}))
        for stance in (Stance.HOLDS, Stance.FAILS)
    ]
    numbers = [
        sum(
            now.verdict is not then.verdict
            for now, then in zip(snapshot.evaluation.recommendations, settled.recommendations, strict=True)
        )
        for settled in both
    ]

    found = next(entry for entry in reach(snapshot, "alignment") if entry.assumption == item.id)

    assert len(found.changes) == max(numbers) > 0


def test_a_change_names_both_verdicts(tiny: Case, take: Take) -> None:
    snapshot = take(tiny, {"A2": "holds"})

    (change,) = reach(snapshot, "money")[0].changes

    assert (change.recommendation, change.before, change.after) == (
        "build",
        snapshot.evaluation.recommendation["build"].verdict,
        Verdict.NOT_WORKABLE,
    )


def test_an_assumption_that_decides_nothing_has_no_changes(essay: Case, take: Take) -> None:
    assert [item.changes for item in reach(take(essay), "commerce")] == [(), ()]
