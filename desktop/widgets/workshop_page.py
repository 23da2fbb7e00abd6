"""What the window knows of every page of the workshop: it takes a standing in and sends steps out."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Signal

from desktop.widgets.dashboard import Dashboard
from models.schema.standing import Standing
from models.schema.workshop import Workshop

Step = Callable[[Workshop, datetime], Workshop]
"""Makes the next workshop from the present one, at a moment; the session applies it and can take it back."""


class WorkshopPage(Dashboard):
    """One page of the workshop; shown the plenary's snapshot and the groups' standing while it is visible.

    `step_wished` carries a Step and a key: steps of the same key in a row, such as typing in one field, are
    one undoable step; an empty key stands alone. `scenario_wished` puts a scenario in the plenary's place.
    """

    step_wished = Signal(object, str)
    scenario_wished = Signal(object)

    def receive_standing(self, standing: Standing) -> None:
        """Show the groups and all that the workshop has gathered; comes after `receive`, and again later."""
        raise NotImplementedError(type(self))
