"""The argument map as SVG, read as what it is made of."""

from xml.etree.ElementTree import Element, fromstring

import pytest

from models.charts.map_picture import map_svg
from models.charts.palette import palette
from models.engine.snapshot import take_snapshot
from models.pages.argument_map import map_nodes
from models.schema.case import Case
from models.schema.scenario import baseline_scenario
from models.schema.snapshot import Snapshot
from tests.models.conftest import Take
from tests.models.engine.small_cases import rule, small_case

SVG = "{http://www.w3.org/2000/svg}"


def svg(snapshot: Snapshot) -> bytes:
    words = {node.id: node.word for node in map_nodes(snapshot)}
    return map_svg(snapshot, words, palette("light"))


def drawing(snapshot: Snapshot) -> Element:
    return fromstring(svg(snapshot))  # noqa: S314


def texts(snapshot: Snapshot) -> list[str]:
    return [item.text or "" for item in drawing(snapshot).iter(f"{SVG}text")]


@pytest.mark.parametrize("stances", [{}, {"A3": "fails"}, {"A3": "uncertain", "A17": "uncertain"}])
def test_every_code_and_every_line_of_a_label_is_written(
    essay: Case, take: Take, stances: dict[str, str]
) -> None:
    written = texts(take(essay, stances))

    for item in essay.by_id.values():
        assert item.code in written
        assert item.title.split()[0] in " ".join(written)


def test_the_states_are_written_as_words(essay: Case, take: Take) -> None:
    written = texts(take(essay, {"A3": "fails"}))

    assert (written.count("fails"), written.count("not needed"), written.count("fewer grounds")) == (2, 1, 3)


def test_what_fails_and_what_is_open_have_borders_of_their_own(essay: Case, take: Take) -> None:
    frames = [item for item in drawing(take(essay, {"A3": "fails"})).iter(f"{SVG}rect") if item.get("rx")]
    dashes = {item.get("stroke-dasharray") for item in frames}

    assert len(dashes) == 3
    assert None in dashes


def test_the_same_snapshot_gives_the_same_bytes(essay: Case, take: Take) -> None:
    assert svg(take(essay)) == svg(take(essay))


def test_words_are_never_markup() -> None:
    case = small_case(rule("p", **{"if": "a1", "then": "r1"}), statements="a1 r1")
    hostile = case.model_copy(
        update={"recommendations": (case.recommendations[0].model_copy(update={"label": "<b>&amp; \x07 ☃"}),)}
    )
    written = texts(take_snapshot(hostile, baseline_scenario(hostile)))

    assert any("<b>&amp;" in line for line in written)
    assert not any("\x07" in line for line in written)


def test_objections_look_different_once_they_count(essay: Case, take: Take) -> None:
    plain, objected = (svg(take(essay, {"A14": "fails"}, added=added)) for added in (False, True))

    assert plain != objected
