"""Predictions in words: nothing is given away before the reveal, and the score is counted right."""

from models.pages.predictions import prediction_page, prediction_table, score_line
from models.schema.case import Case, Verdict
from models.schema.workshop import Hands, Phase, Workshop, fresh_workshop
from models.schema.workshop_steps import asked, dropped, locked, revealed, with_hands
from tests.models.conftest import Take
from tests.workshops import MOMENT


def asking(case: Case, take: Take, *hands: Hands) -> Workshop:
    workshop = asked(fresh_workshop(take(case).scenario.case), "If Russia ties fail?", MOMENT)
    for item in hands:
        workshop = with_hands(workshop, item)
    return workshop


def test_without_a_prediction_the_page_invites(essay: Case, take: Take) -> None:
    page = prediction_page(take(essay), fresh_workshop(take(essay).scenario.case))

    assert page.phase is None
    assert page.rows == ()


def test_no_verdict_is_told_before_the_reveal(essay: Case, take: Take) -> None:
    snapshot = take(essay, {"A3": "fails"})
    workshop = asking(essay, take, Hands(id="draw-from-moscow", falls=5))

    for state in (workshop, locked(workshop, snapshot.scenario, MOMENT)):
        page = prediction_page(snapshot, state)
        assert all(row.verdict is None and not row.foreseen for row in page.rows)


def test_the_page_says_what_is_asked_about(essay: Case, take: Take) -> None:
    page = prediction_page(take(essay, {"A3": "fails"}), asking(essay, take))

    assert (page.title, page.asked_about) == ("If Russia ties fail?", "A3 fails")


def test_the_reveal_tells_verdicts_and_who_foresaw_them(essay: Case, take: Take) -> None:
    snapshot = take(essay, {"A3": "fails"})
    workshop = asking(
        essay, take, Hands(id="draw-from-moscow", holds=3, falls=5), Hands(id="accept-reality", falls=2)
    )
    workshop = revealed(locked(workshop, snapshot.scenario, MOMENT), MOMENT)

    page = prediction_page(take(essay), workshop)

    rows = {row.id: row for row in page.rows}
    assert page.title == "Most hands foresaw 1 of 2 recommendations"
    assert (rows["draw-from-moscow"].verdict, rows["draw-from-moscow"].hit) == (Verdict.NOT_NEEDED, True)
    assert rows["draw-from-moscow"].foreseen == "5 of 8 foresaw it"
    assert (rows["accept-reality"].foreseen, rows["limit-arsenal"].foreseen) == (
        "0 of 2 foresaw it",
        "Nobody said",
    )


def test_a_revealed_prediction_stays_about_what_it_was_locked_on(essay: Case, take: Take) -> None:
    snapshot = take(essay, {"A3": "fails"})
    workshop = revealed(locked(asking(essay, take), snapshot.scenario, MOMENT), MOMENT)

    assert prediction_page(take(essay, {"A1": "fails"}), workshop).asked_about == "A3 fails"


def test_hands_cannot_change_once_they_are_locked(essay: Case, take: Take) -> None:
    workshop = locked(asking(essay, take, Hands(id="accept-reality", holds=2)), take(essay).scenario, MOMENT)

    assert with_hands(workshop, Hands(id="accept-reality", holds=9)) == workshop
    assert locked(workshop, take(essay, {"A1": "fails"}).scenario, MOMENT) == workshop


def test_nothing_is_revealed_before_it_is_locked(essay: Case, take: Take) -> None:
    workshop = asking(essay, take)

    assert revealed(workshop, MOMENT) == workshop


def test_a_prediction_can_be_called_off(essay: Case, take: Take) -> None:
    workshop = dropped(asking(essay, take))

    assert workshop.asking is None
    assert workshop.predictions == ()


def test_an_earlier_prediction_can_be_looked_at_again(essay: Case, take: Take) -> None:
    first = revealed(locked(asking(essay, take), take(essay).scenario, MOMENT), MOMENT)
    second = revealed(locked(asked(first, "And now?", MOMENT), take(essay).scenario, MOMENT), MOMENT)

    page = prediction_page(take(essay), second, first.predictions[0].id)

    assert [item.question for item in page.past] == ["If Russia ties fail?", "And now?"]
    assert page.phase is Phase.REVEALED
    assert page.line == "If Russia ties fail?"


def test_a_prediction_without_hands_has_no_score(essay: Case, take: Take) -> None:
    workshop = locked(asking(essay, take), take(essay).scenario, MOMENT)

    assert score_line(essay, workshop.predictions[0]) == "No hands were counted"


def test_the_table_has_a_line_for_each_recommendation(essay: Case, take: Take) -> None:
    page = prediction_page(take(essay), asking(essay, take, Hands(id="accept-reality", holds=4, open=1)))

    assert prediction_table(page).splitlines()[1] == "R1\tAccept the DPRK will not disarm\t4\t1\t0\t"
