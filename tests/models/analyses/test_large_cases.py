"""Large cases are answered: wide ones exactly, and tangled ones within bounds that say what is not exact."""

from models.analyses.acceptance import acceptances
from models.analyses.everywhere import everywhere
from models.analyses.flips import flips, sufficient
from models.analyses.scope import all_settings
from models.engine import diagram
from models.engine.program import cones
from models.schema.analysis import patiently
from models.schema.case import Case
from models.schema.grades import Stance
from models.schema.scenario import baseline_scenario
from tests.models.analyses.generated_cases import TANGLED, generated_case
from tests.models.engine.small_cases import rule, small_case

WIDE = 1_200


def wide() -> Case:
    """One recommendation with an argument for each assumption, one with a single argument that needs them all."""
    names = [f"a{'ab'[number // 600]}{number % 600}" for number in range(WIDE)]
    return small_case(
        *(rule(f"p-{name}", need=name, then="r1") for name in names),
        rule("q", need=" ".join(names), then="r2"),
        statements=" ".join((*names, "r1", "r2")),
    )


def test_more_than_a_thousand_assumptions_are_counted_exactly() -> None:
    case = wide()

    found = everywhere(case, baseline_scenario(case))

    assert found.of["r1"].share == 1 - found.of["r2"].share
    assert found.of["r2"].share.denominator == 2**WIDE
    assert all(item.exact for item in found.statements)
    assert len(sufficient(case, baseline_scenario(case), about=["r2"])[0].sets) == 1


def test_what_any_of_a_thousand_changes_would_topple_is_told_with_all_of_them() -> None:
    case = wide()

    (found,) = flips(case, baseline_scenario(case), about=["r2"])

    assert len(found.rejected) == WIDE
    assert all(len(changes) == 1 and changes[0].to is Stance.FAILS for changes in found.rejected)


def test_a_tangled_case_gives_up_on_what_depends_on_much_after_so_many_nodes_in_vain() -> None:
    case = generated_case(0, 300, TANGLED)
    made: list[int] = []
    first = diagram.Diagram.node

    def counted(self: diagram.Diagram, level: int, low: int, high: int) -> int:
        made.append(level)
        return first(self, level, low, high)

    diagram.Diagram.node = counted  # type: ignore[method-assign]
    try:
        found = acceptances(all_settings(case, baseline_scenario(case)), patiently)
    finally:
        diagram.Diagram.node = first  # type: ignore[method-assign]

    assert len(made) < 30 * diagram.NODE_BUDGET
    assert all(found[name] for name in found if len(cones(case)[name]) < 12)
