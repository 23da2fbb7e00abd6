"""What a scenario supposes otherwise than the source, in words: "Russia ties do not deepen"."""

from collections import Counter

from models.language.naming import taken
from models.language.states import said
from models.language.words import counted, listed_causes
from models.schema.case import Case
from models.schema.scenario import Scenario, baseline_scenario, changed_stances
from models.schema.steps.link_steps import what_was_set

SUPPOSED = 3
"""So many assumptions are told one by one; more are counted."""


def supposition(case: Case, scenario: Scenario) -> str:
    """What is supposed, inside a sentence; empty where every assumption is as in the source.

    What links carried along with one that was set follows from it, and is not supposed.
    """
    asked, along = what_was_set(case, baseline_scenario(case), scenario)
    changed = [case.by_id[name] for name in (asked if along else changed_stances(case, scenario))]
    stance_of = scenario.stance_of
    parts = [taken(case, item, stance_of[item.id]) for item in case.assumptions if item in changed]
    if len(changed) > SUPPOSED:
        stances = Counter(stance_of[item.id] for item in changed)
        parts = [said(counted(number, "assumption"), to, number) for to, number in stances.items()]
    return listed_causes(parts)
