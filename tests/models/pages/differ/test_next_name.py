"""What the next group that is typed in is likely to be called."""

from models.analyses.groups.standing import take_standing
from models.pages.differ.group_list import next_name
from models.schema.case import Case
from models.schema.scenario import baseline_scenario
from models.schema.steps.group_steps import with_group
from models.schema.workshop import Origin, Workshop


def test_a_paper_ballot_among_tables_and_phones_is_another_tables(essay: Case) -> None:
    scenario = baseline_scenario(essay)
    workshop = Workshop(case=scenario.case)
    for name, origin in (("Table 1", Origin.FOLDER), ("Phones", Origin.PHONES), ("Table 2", Origin.FILE)):
        workshop = with_group(workshop, name, scenario, origin)

    assert next_name(take_standing(essay, workshop)) == "Table 3"
