"""The places on the argument map."""

from collections.abc import Iterator
from itertools import combinations

import pytest
from hypothesis import given, settings

from models.charts.map_layout import lay_out
from models.charts.map_shapes import MapBox, MapKind, MapLayout, Point, stretches
from models.schema.case import Case
from tests.models.engine.small_cases import Drawn, drawn_settings, rule, small_case

SAMPLES = 24
NEAR = 0.5


def boxes(layout: MapLayout) -> dict[str, MapBox]:
    return {box.id: box for box in layout.boxes}


def along(points: tuple[Point, ...]) -> Iterator[Point]:
    """Points on a chain of cubics."""
    for place in range(0, len(points) - 1, 3):
        (x0, y0), (x1, y1), (x2, y2), (x3, y3) = points[place : place + 4]
        for step in range(SAMPLES + 1):
            t = step / SAMPLES
            a, b, c, d = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t**2 * (1 - t), t**3
            yield a * x0 + b * x1 + c * x2 + d * x3, a * y0 + b * y1 + c * y2 + d * y3


def inside(box: MapBox, point: Point, near: float = NEAR) -> bool:
    return (
        box.x - near < point[0] < box.x + box.width + near
        and box.y - near < point[1] < box.y + box.height + near
    )


def overlapping(layout: MapLayout) -> list[tuple[str, str]]:
    return [
        (one.id, other.id)
        for one, other in combinations(layout.boxes, 2)
        if one.x < other.x + other.width
        and other.x < one.x + one.width
        and one.y < other.y + other.height
        and other.y < one.y + one.height
    ]


def crossing_boxes(layout: MapLayout) -> set[tuple[str, str]]:
    """Lines, as source and rule, that pass through a box which is not theirs."""
    conclusions = {joint.rule: joint.conclusion for joint in layout.joints}
    return {
        (wire.source, wire.rule)
        for wire in layout.wires
        for box in layout.boxes
        if box.id not in (wire.source, conclusions[wire.rule])
        if any(inside(box, point) for point in along(wire.points))
    }


def backwards(layout: MapLayout) -> list[tuple[str, str]]:
    """Lines that do not run from their statement over their rule to its conclusion, left to right."""
    at = boxes(layout)
    joints = {joint.rule: joint for joint in layout.joints}
    return [
        (wire.source, wire.rule)
        for wire in layout.wires
        if not at[wire.source].x + at[wire.source].width
        <= wire.points[0][0]
        < wire.points[-1][0]
        < joints[wire.rule].x
        < joints[wire.rule].arrow[-1][0]
        <= at[joints[wire.rule].conclusion].x
    ]


@pytest.fixture
def layout(essay: Case) -> MapLayout:
    return lay_out(essay)


def test_every_statement_has_a_box_and_every_rule_a_joint(essay: Case, layout: MapLayout) -> None:
    assert [box.id for box in layout.boxes] == list(essay.by_id)
    assert [joint.rule for joint in layout.joints] == [rule.id for rule in essay.rules]


def test_every_premise_has_its_line(essay: Case, layout: MapLayout) -> None:
    drawn = [(wire.source, wire.rule, wire.negated) for wire in layout.wires]

    assert drawn == [
        (premise.statement, rule.id, premise.negated) for rule in essay.rules for premise in rule.premises
    ]


def test_no_two_boxes_overlap(layout: MapLayout) -> None:
    assert not overlapping(layout)


def test_no_line_passes_through_a_box_that_is_not_its_own(layout: MapLayout) -> None:
    assert not crossing_boxes(layout)


def test_everything_runs_from_left_to_right(layout: MapLayout) -> None:
    assert not backwards(layout)


def test_assumptions_are_on_the_left_and_what_nothing_rests_on_is_on_the_right(layout: MapLayout) -> None:
    columns = {kind: {box.column for box in layout.boxes if box.kind is kind} for kind in MapKind}
    leading = {wire.source for wire in layout.wires}
    ends = {
        box.column for box in layout.boxes if box.kind is MapKind.RECOMMENDATION and box.id not in leading
    }

    assert columns[MapKind.ASSUMPTION] == {0}
    assert max(columns[MapKind.FINDING]) < min(columns[MapKind.RECOMMENDATION])
    assert ends == {max(columns[MapKind.RECOMMENDATION])}


def test_everything_lies_within_the_map(layout: MapLayout) -> None:
    points = [point for wire in layout.wires for point in along(wire.points)]
    points += [(box.x, box.y) for box in layout.boxes]
    points += [(box.x + box.width, box.y + box.height) for box in layout.boxes]

    assert all(0 <= x <= layout.width and 0 <= y <= layout.height for x, y in points)


def test_lines_leave_and_arrive_level(layout: MapLayout) -> None:
    assert all(
        wire.points[0][1] == wire.points[1][1] and wire.points[-1][1] == wire.points[-2][1]
        for wire in layout.wires
    )


def test_the_arrows_of_one_conclusion_arrive_apart(layout: MapLayout) -> None:
    at = boxes(layout)
    for joint in layout.joints:
        x, y = joint.arrow[-1]
        box = at[joint.conclusion]
        assert x == box.x
        assert box.y < y < box.y + box.height
    assert len({joint.arrow[-1] for joint in layout.joints}) == len(layout.joints)


def test_a_case_has_the_same_map_every_time(essay: Case) -> None:
    first = lay_out(essay)
    lay_out.cache_clear()

    assert lay_out(essay) == first


def test_the_essay_fits_a_landscape_page(layout: MapLayout) -> None:
    assert 1.3 < layout.width / layout.height < 1.9


def test_a_finding_may_rest_on_advice() -> None:
    case = small_case(
        rule("p", **{"if": "a1", "then": "r1"}),
        rule("q", **{"if": "r1 a2", "then": "f1"}),
        rule("s", **{"if": "f1", "then": "r2"}),
        statements="a1 a2 f1 r1 r2",
    )

    columns = {box.id: box.column for box in lay_out(case).boxes}

    assert columns["a1"] < columns["r1"] < columns["f1"] < columns["r2"]


def test_statements_without_rules_have_their_places_too() -> None:
    case = small_case(rule("p", **{"if": "a1", "then": "r1"}), statements="a1 a2 f1 r1 r2")

    assert {box.id for box in lay_out(case).boxes} == {"a1", "a2", "f1", "r1", "r2"}
    assert not overlapping(lay_out(case))


@settings(max_examples=60, deadline=None)
@given(drawn_settings())
def test_no_map_has_overlaps_or_lines_through_boxes(drawn: Drawn) -> None:
    layout = lay_out(drawn.case)

    assert not overlapping(layout)
    assert not crossing_boxes(layout)
    assert not backwards(layout)


def test_a_large_case_is_laid_out_too() -> None:
    many = range(1, 81)
    rules = [rule(f"p{n}", **{"if": f"a{n} a{n % 80 + 1}", "then": f"f{n}"}) for n in many]
    rules += [rule(f"q{n}", need=f"f{n} f{n % 80 + 1} a{81 - n}", then=f"r{n % 9 + 1}") for n in many]
    names = [*(f"a{n}" for n in many), *(f"f{n}" for n in many), *(f"r{n}" for n in range(1, 10))]

    layout = lay_out(small_case(*rules, statements=" ".join(names)))

    assert not overlapping(layout)
    assert not crossing_boxes(layout)


def test_a_line_that_many_share_is_one_stretch_until_it_parts(essay: Case, layout: MapLayout) -> None:
    wires = [wire for wire in layout.wires if wire.source == essay.by_code["A20"].id]

    found = stretches(wires)

    ends = [(points[0], points[-1]) for points in found]
    assert sorted(rules for rules in found.values() if len(rules) == 1) == sorted(
        (wire.rule,) for wire in wires
    )
    assert len(set(ends)) == len(ends)
    assert {wire.rule for wire in wires} == {rule for rules in found.values() for rule in rules}
