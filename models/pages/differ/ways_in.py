"""The ways in which a group comes into the workshop, as the page offers them."""

from models.language.messages import message
from models.schema.action import Command
from models.schema.page import Choice, Form, Option


def ways_in() -> tuple[Option, ...]:
    """Each of them, the one that needs no file first."""
    return (
        Option(
            text=message("Enter a table"),
            action=Command("tally"),
            icon="plus",
            tip=message("Type in the paper votes of one table"),
        ),
        Option(
            text=message("Add files"),
            action=Command("add-groups"),
            tip=message("Open the scenario files that the groups saved, or a spreadsheet of ballots"),
        ),
        Option(
            text=message("Watch folder"),
            action=Command("watch-folder"),
            tip=message("Take in what groups save into a folder, as it comes"),
        ),
        Option(
            text=message("Phones"),
            action=Command("phones"),
            tip=message("Let people vote from their phones, on this laptop’s network"),
        ),
    )


def beginnings() -> Choice:
    """The ways in which a group comes in, large, where none has yet."""
    return Choice(
        id="begin", label=message("Groups"), options=ways_in(), form=Form.LARGE, private=True, share=1
    )
