"""Which actions are told in a notice: those that change more, or elsewhere, than where they were chosen."""

from models.schema.action import Action, Change
from models.schema.scenario import with_set_aside
from models.schema.steps.scenario_steps import adopted, stances_reset, stances_set


def told_of(action: Action) -> str:
    """What is told of an action, or nothing where it is seen where it was chosen."""
    if not isinstance(action, Change):
        return ""
    arguments = action.arguments
    if action.step is stances_reset and not arguments[0]:
        return "Every assumption is taken as in the essay again."
    if action.step is stances_set and len(arguments[0]) > 1:
        return f"{len(arguments[0])} assumptions were set."
    if action.step is adopted:
        return "The scenario was taken over."
    if action.step is with_set_aside:
        return "The argument is rejected." if arguments[1] else "The argument counts again."
    return ""
