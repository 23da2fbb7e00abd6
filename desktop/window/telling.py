"""Which actions are told in a notice: those that change more, or elsewhere, than where they were chosen."""

from models.language.link_words import carried_words, contradictions_words
from models.language.messages import message, told
from models.schema.action import Action, Change, Step
from models.schema.scenario import Scenario, with_set_aside
from models.schema.snapshot import Snapshot
from models.schema.steps.record_steps import decided
from models.schema.steps.room_steps import with_agenda
from models.schema.steps.scenario_steps import adopted, stances_reset, stances_set
from models.schema.steps.workshop_steps import with_round
from models.schema.view import PageName, ProgrammePart, View


def told_of(action: Action) -> str:
    """What is told of an action, or nothing where it is seen where it was chosen."""
    if isinstance(action, Step) and action.step is decided:
        return message("It is marked as decided, and stands in the minutes.")
    if not isinstance(action, Change):
        return ""
    arguments = action.arguments
    if action.step is stances_reset and not arguments[0]:
        return message("Every assumption is taken as in the source again.")
    if action.step is stances_set and len(arguments[0]) > 1:
        return told("{number} assumptions were set.", number=len(arguments[0]))
    if action.step is adopted:
        return message("The scenario was taken over.")
    if action.step is with_set_aside:
        return message("The argument is rejected." if arguments[1] else "The argument counts again.")
    return ""


def told_elsewhere(action: Action, view: View) -> str:
    """What is told of a step of the workshop that is seen on another page, as the menu offers it everywhere."""
    if not isinstance(action, Step):
        return ""
    agenda = view.page is PageName.PROGRAMME and view.programme is ProgrammePart.AGENDA
    if action.step is with_agenda and not agenda:
        return message("The plan is the agenda now, under “Programme”.")
    if action.step is with_round and view.page is not PageName.DIFFER:
        return message("A new round is open, under “Where do we differ?”.")
    return ""


def followed(action: Action, before: Scenario, snapshot: Snapshot) -> str:
    """What links make of an action: the stances that cannot be so together, or those that went along."""
    if not isinstance(action, Change) or not snapshot.case.links:
        return ""
    if snapshot.evaluation.contradictions:
        why = contradictions_words(snapshot.case, snapshot.evaluation.contradictions)
        if len(snapshot.evaluation.contradictions) > 1:
            return told("{why}. Nothing follows until all of this is resolved.", why=why)
        return told("{why}. Nothing follows until one of them changes.", why=why)
    if action.step is stances_set:
        asked = dict(action.arguments[0])
    elif action.step is stances_reset and action.arguments[0]:
        asked = {
            item.id: item.baseline for item in snapshot.case.assumptions if item.id in action.arguments[0]
        }
    else:
        return ""
    return carried_words(snapshot.case, asked, before, snapshot.scenario)
