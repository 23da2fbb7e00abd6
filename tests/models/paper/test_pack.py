"""The print pack, read back from its PDFs."""

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from models.analyses.groups.standing import take_standing
from models.analyses.snapshots import complete
from models.language.panes import PAGE_NAMES
from models.paper.kinds import Audience, Kind
from models.paper.pack.script import CUES
from models.paper.pack.wish import Wish, table_names
from models.paper.prints import OF_KIND
from models.schema.case import Case
from models.schema.grades import Stance
from models.schema.scenario import baseline_scenario, with_stances
from models.schema.steps.group_steps import with_group
from models.schema.steps.workshop_steps import round_revealed, with_round
from models.schema.workshop import Origin, Signpost, Workshop
from models.store.workshops import save
from tests.models.commands import call
from tests.models.conftest import Take
from tests.models.paper.packs import gathered, printed, reader, texts
from tests.models.paper.printed import (
    FOOT,
    PAPERS,
    PRINTED,
    character_boxes,
    lines_of,
    squeezed,
    words_end,
    words_of,
)
from tests.states import case_named, snapshot, state
from tests.workshops import four_tables

MARGIN = 14 / 25.4 * 72


def test_every_kind_can_be_printed() -> None:
    assert set(OF_KIND) == set(Kind)


@pytest.mark.parametrize("kind", list(Kind))
@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_everything_stays_within_the_margins(essay: Case, kind: Kind, paper: str) -> None:
    wish = Wish(gathered(essay), paper, PRINTED, gathered=True)
    for width, height, (left, low, right, high) in character_boxes(printed(kind, wish)):
        assert MARGIN < left < right < width - MARGIN
        assert 10 < low < high < height - 10


@pytest.mark.parametrize("kind", list(Kind))
def test_no_code_is_parted_from_its_name(essay: Case, kind: Kind) -> None:
    wish = Wish(gathered(essay), "letter", PRINTED)
    lines = [line.strip() for page in lines_of(printed(kind, wish)) for line in page]

    assert not [line for line in lines if re.match(r"[ARX]\d+( +core)?( |$)", line)]


@pytest.mark.parametrize("kind", list(Kind))
def test_every_sheet_is_tagged_and_names_the_day_and_the_case(essay: Case, kind: Kind) -> None:
    wish = Wish(gathered(essay), "a4", PRINTED, gathered=True)
    pdf = reader(kind, wish)

    assert pdf.metadata is not None
    assert pdf.metadata.title
    root: Any = pdf.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    for words in map(squeezed, texts(kind, wish)):
        assert squeezed("Printed 23 November 2026") in words
        assert squeezed(f"case {essay.id} {essay.version}") in words


def test_a_ballot_has_every_assumption_in_the_order_of_the_models_on_one_page(
    essay: Case, take: Take
) -> None:
    (words,) = texts(Kind.BALLOT, Wish(take(essay), "a4", PRINTED))
    order = [item for model in essay.models for item in essay.taking_part(False) if item.model == model.id]

    places = [squeezed(words).find(squeezed(f"{item.text} {item.code}")) for item in order]

    assert -1 not in places
    assert places == sorted(places)


def test_each_table_gets_a_ballot_with_its_name_and_pages_counted_anew(essay: Case) -> None:
    wish = Wish(gathered(essay), "a4", PRINTED, audience=Audience.TABLES, number=5)
    words = texts(Kind.BALLOT, wish)

    names = list(dict.fromkeys(group.name for group in four_tables(essay).groups))
    assert len(words) == 5
    for name, page in zip([*names, "Table 5"], words, strict=True):
        assert squeezed(page).count(squeezed("Table")) == 1
        assert squeezed(name) in squeezed(page)
        assert "Page 1 of 1" in page.replace("\u200b", "")
        assert "Number of people" in page


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("audience", list(Audience))
def test_a_ballot_with_what_critics_say_is_one_page_too(
    essay: Case, take: Take, paper: str, audience: Audience
) -> None:
    wish = Wish(take(essay, added=True), paper, PRINTED, audience=audience)
    (words,) = texts(Kind.BALLOT, wish)

    assert all(squeezed(item.text) in squeezed(words) for item in essay.assumptions)


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("added", [False, True])
def test_a_group_head_on_a_ballot_stands_clear_of_the_line_below(
    essay: Case, take: Take, paper: str, added: bool
) -> None:
    (page,) = reader(Kind.BALLOT, Wish(take(essay, added=added), paper, PRINTED)).pages
    heights: dict[str, float] = {}

    def note(text: str, matrix: list[float], inner: list[float], *_: object) -> None:
        for name in ("Nuclear posture", "Pyongyang keeps"):
            if name in text:
                heights.setdefault(name, matrix[5] + matrix[3] * inner[5])

    page.extract_text(visitor_text=note)
    assert abs(heights["Nuclear posture"] - heights["Pyongyang keeps"]) > 12.5


@pytest.mark.parametrize("paper", PAPERS)
def test_a_hand_out_is_one_sheet_with_the_map_on_its_back(essay: Case, take: Take, paper: str) -> None:
    wish = Wish(take(essay), paper, PRINTED, number=2)
    words = [squeezed(page) for page in texts(Kind.HAND_OUT, wish)]
    pages = reader(Kind.HAND_OUT, wish).pages

    assert [page.mediabox.width > page.mediabox.height for page in pages] == [False, True] * 2
    numbers = [re.findall(r"Page\d", page) for page in words]
    assert numbers == [["Page1"], ["Page2"]] * 2
    front = words[0]
    assert all(squeezed(item.text) in front for item in essay.assumptions if item.kind != "added")
    assert all(squeezed(item.title) in front for item in essay.recommendations)


def test_the_hand_out_names_what_topples_each_recommendation_alone(essay: Case, take: Take) -> None:
    front = squeezed(texts(Kind.HAND_OUT, Wish(take(essay), "a4", PRINTED))[0])
    moscow = front[front.index(squeezed("Draw Pyongyang away from Moscow")) :]

    assert (
        squeezed("Russia ties deepen") in moscow[: moscow.index(squeezed("Draw Pyongyang away from Beijing"))]
    )
    assert squeezed("DPRK borders reopen or Korea is Europe’s business") in front


def test_table_cards_ask_about_what_the_tables_differ_on_or_else_the_core(essay: Case, take: Take) -> None:
    core = [item for item in essay.assumptions if item.core]
    (first, *_) = texts(
        Kind.TABLE_CARDS, Wish(take(essay), "a4", PRINTED, audience=Audience.TABLES, number=2)
    )
    assert all(item.text in first and item.challenge[0] in first for item in core[:3])

    split = gathered(essay)
    (first, *_) = texts(Kind.TABLE_CARDS, Wish(split, "a4", PRINTED, audience=Audience.TABLES, number=1))
    assert split.standing is not None
    assert any(essay.by_id[name].text in first for name in split.standing.differing)


def test_the_command_line_prints_cards_about_what_the_tables_of_a_workshop_differ_on(
    essay: Case, tmp_path: Path
) -> None:
    item, scenario = essay.by_code["A10"], baseline_scenario(essay)
    workshop = Workshop(case=scenario.case)
    for name, said in (("Table 1", Stance.HOLDS), ("Table 2", Stance.FAILS)):
        workshop = with_group(workshop, name, with_stances(scenario, {item.id: said}), Origin.FILE, file=name)
    save(tmp_path / "w.workshop.json", scenario, round_revealed(workshop, "round-1"))

    told = call("print", "table-cards", tmp_path / "w.workshop.json", "-o", tmp_path / "cards.pdf")

    assert told.exit_code == 0, told.output
    assert item.text in words_of((tmp_path / "cards.pdf").read_bytes())[0]


def test_the_command_line_prints_the_briefing_sheet_of_a_workshop(essay: Case, tmp_path: Path) -> None:
    scenario = with_stances(baseline_scenario(essay), {essay.by_code["A3"].id: Stance.FAILS})
    save(tmp_path / "w.workshop.json", scenario, Workshop(case=scenario.case))

    told = call("brief", tmp_path / "w.workshop.json", "-o", tmp_path / "sheet.pdf")

    assert told.exit_code == 0, told.output
    assert "Russia ties do not deepen" in words_of((tmp_path / "sheet.pdf").read_bytes())[0]


def test_a_table_card_uses_its_height(essay: Case, take: Take) -> None:
    boxes = list(character_boxes(printed(Kind.TABLE_CARDS, Wish(take(essay), "a4", PRINTED))))
    lowest = min(low for _, _, (_, low, _, _) in boxes if low > FOOT + 20)

    assert lowest < boxes[0][1] / 3


def test_a_table_card_tells_nothing_of_what_the_room_has_not_seen(essay: Case, take: Take) -> None:
    workshop = round_revealed(four_tables(essay), "round-1", revealed=False)
    workshop = round_revealed(workshop, "round-2", revealed=False)
    hidden = replace(take(essay), standing=take_standing(essay, workshop))

    (card,) = texts(Kind.TABLE_CARDS, Wish(hidden, "a4", PRINTED))

    assert all(item.text in card for item in [item for item in essay.assumptions if item.core][:3])


def test_a_table_card_goes_on_after_the_last_round_that_was_revealed(essay: Case, take: Take) -> None:
    before, after = (
        replace(take(essay), standing=take_standing(essay, workshop))
        for workshop in (four_tables(essay), with_round(four_tables(essay)))
    )

    (then,), (now,) = (texts(Kind.TABLE_CARDS, Wish(one, "a4", PRINTED)) for one in (before, after))

    assert "2 assumptions to argue about Table 1" in then
    assert now == then.replace("argue about", "argue about, after Round 2")


def test_the_script_has_every_step_of_the_agenda_at_its_time(essay: Case, take: Take) -> None:
    words = " ".join(texts(Kind.SCRIPT, Wish(take(essay), "a4", PRINTED)))

    for time, step in (("0:00", "Welcome"), ("0:25", "Round 1"), ("1:20", "Signposts")):
        assert f"{time} {step}" in words


def test_a_follow_up_to_write_on_fills_both_of_its_pages(essay: Case, take: Take) -> None:
    ends = words_end(printed(Kind.FOLLOW_UP, Wish(take(essay), "a4", PRINTED)))

    assert len(ends) == 2
    assert min(ends) > 0.6


def test_beside_what_is_watched_the_follow_up_leaves_room_for_the_rest(essay: Case, take: Take) -> None:
    item = essay.assumptions[2]
    (first, *_) = item.observations
    post = Signpost(assumption=item.id, text=first.text, owner="Ana")
    workshop = replace(four_tables(essay), signposts=(post,))
    kept = complete(replace(take(essay), standing=take_standing(essay, workshop)))

    words = " ".join(texts(Kind.FOLLOW_UP, Wish(kept, "a4", PRINTED)))

    watched, rest = words.split("Nobody watches these yet")
    assert first.text in watched
    assert first.text not in rest
    assert "Arsenal is kept" in rest


def test_without_owners_the_follow_up_leaves_room_to_write_them_down(essay: Case, take: Take) -> None:
    wish = Wish(take(essay), "a4", PRINTED)
    words = texts(Kind.FOLLOW_UP, wish)[0]
    lines = [line.strip() for page in lines_of(printed(Kind.FOLLOW_UP, wish)) for line in page]

    assert "Who watches" in words
    assert "Nobody has taken anything on yet" in words
    assert "An analyst added the signposts of the case." in words
    assert "It turns down one patron’s offer so as to keep another interested" in lines


@pytest.mark.parametrize("kind", list(Kind))
def test_the_same_wish_gives_the_same_bytes(essay: Case, kind: Kind) -> None:
    wish = Wish(gathered(essay), "a4", PRINTED, gathered=True)

    assert OF_KIND[kind].pdf(wish) == printed(kind, wish)


def test_the_script_names_each_page_by_the_key_that_opens_it() -> None:
    told = " ".join(cue.do for cue in CUES.values())

    named = re.findall(r"Ctrl\+(\d): ([^?.,]*[a-z]\?|Programme)", told)
    assert len(named) >= 6
    assert {(int(number), page) for number, page in named} <= set(enumerate(PAGE_NAMES.values(), 1))


def test_the_hand_out_says_what_ties_assumptions() -> None:
    case = case_named("wedding-illness")

    front = texts(Kind.HAND_OUT, Wish(snapshot(state("wedding-illness")), "a4", PRINTED))[0]

    assert len(case.links) > 1
    assert "What ties assumptions" in front and "Exactly one of these holds" in front


def test_people_with_phones_sit_at_no_table_that_gets_a_card() -> None:
    base = state()
    workshop = with_group(base.workshop, "Phones", base.scenario, Origin.PHONES)
    workshop = with_group(workshop, "Asia desk", base.scenario, Origin.FILE)

    names = table_names(snapshot(replace(base, workshop=workshop), analysed=False), 2)

    assert names == ("Asia desk", "Table 1")
