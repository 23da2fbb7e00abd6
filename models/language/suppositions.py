"""What a scenario supposes otherwise than the source, in words: "Russia ties do not deepen"."""

from collections import Counter

from models.language.naming import taken
from models.language.states import said
from models.language.words import counted, listed_causes
from models.schema.case import Case
from models.schema.scenario import Scenario, changed_stances

SUPPOSED = 3
"""So many assumptions are told one by one; more are counted."""


def supposition(case: Case, scenario: Scenario) -> str:
    """What is supposed, inside a sentence; empty where every assumption is as in the source."""
    changed = [case.by_id[name] for name in changed_stances(case, scenario)]
    stance_of = scenario.stance_of
    parts = [taken(case, item, stance_of[item.id]) for item in case.assumptions if item in changed]
    if len(changed) > SUPPOSED:
        stances = Counter(stance_of[item.id] for item in changed)
        parts = [said(counted(number, "assumption"), to, number) for to, number in stances.items()]
    return listed_causes(parts)
