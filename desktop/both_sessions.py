"""The scenario's session and the workshop's as one, for what reads and writes files."""

from PySide6.QtCore import QObject, Signal

from desktop.scenario_session import Session
from desktop.workshop import WorkshopSession
from models.schema.state import State


class BothSessions(QObject):
    """Tells of either session, and opens both."""

    changed = Signal(object)

    def __init__(self, session: Session, workshop: WorkshopSession) -> None:
        super().__init__(session)
        self._session = session
        self._workshop = workshop
        session.changed.connect(self.changed)
        workshop.changed.connect(self.changed)

    @property
    def state(self) -> State:
        """What is open now."""
        scenario, workshop = self._session.scenario, self._workshop.workshop
        return State(case=self._session.case, scenario=scenario, workshop=workshop)

    def start(self, state: State) -> None:
        """Open something else."""
        self._session.start(state.case, state.scenario)
        self._workshop.start(state.workshop)

    def write_time(self) -> None:
        """The agenda's page writes its own time."""
