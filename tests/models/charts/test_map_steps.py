"""Arrow keys lead along the lines, and up and down the columns."""

from models.charts.map_arrange import arrange
from models.charts.map_fold import Direction, next_box
from models.charts.map_measures import Room
from tests.states import case_named

LAYOUT = arrange(case_named(), Room(744, 520, 11, 17))


def step(code: str, direction: Direction) -> str:
    case = case_named()
    return case.by_id[next_box(LAYOUT, case.by_code[code].id, direction)].code


def test_right_leads_along_a_line() -> None:
    assert step("A1", Direction.RIGHT) == "F2"


def test_left_leads_back() -> None:
    assert step("F2", Direction.LEFT) == "A1"


def test_down_and_up_lead_through_the_column() -> None:
    assert step("R1", Direction.DOWN) == "R2"
    assert step("R2", Direction.UP) == "R1"


def test_where_nothing_is_the_step_stays() -> None:
    assert step("R1", Direction.UP) == "R1"
    assert step("R1", Direction.RIGHT) == "R1"
