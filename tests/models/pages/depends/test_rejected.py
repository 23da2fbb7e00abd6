"""The stress test where objections count and one of them is rejected, so that nothing rests on its assumption."""

from dataclasses import replace

import pytest

from models.pages.depends.page import depends
from models.pages.parts import plain_text
from models.schema.view import DependsPart, Outlook, PageName, View
from tests.states import snapshot, state


@pytest.mark.parametrize("part", DependsPart)
@pytest.mark.parametrize("outlook", Outlook)
def test_what_only_a_rejected_objection_rests_on_decides_nothing(outlook: Outlook, part: DependsPart) -> None:
    base = state()
    critics = base.case.by_code["X7"]
    rejected = tuple(
        rule.id for rule in base.case.rules if critics.id in [premise.statement for premise in rule.premises]
    )
    view = View(page=PageName.DEPENDS, depends=part, outlook=outlook, unfolded=("never",))
    scenario = replace(base.scenario, added=True, set_aside=rejected)

    shown = plain_text(depends(snapshot(replace(base, scenario=scenario, view=view))))

    assert rejected
    assert shown
