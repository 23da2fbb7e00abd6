"""The pages in the order of their tabs, the case's and the workshop's; each is made when it is first opened."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module

from desktop.widgets.dashboard import Dashboard


@dataclass(frozen=True)
class Tab:
    """One tab: the object name and title of a dashboard, and where its view is."""

    name: str
    title: str
    view: str

    def make(self) -> Dashboard:
        """The dashboard, new."""
        module, _, view = self.view.rpartition(".")
        made: Callable[[], Dashboard] = getattr(import_module(f"desktop.views.{module}"), view)
        return made()


@dataclass(frozen=True)
class Section:
    """A row of tabs: its name, its title, what it is for, and its tabs."""

    name: str
    title: str
    purpose: str
    tabs: tuple[Tab, ...]


TABS = (
    Tab("board", "Board", "board.BoardView"),
    Tab("models", "Models", "models_page.ModelsView"),
    Tab("stress-test", "Stress test", "stress_test.StressTestView"),
    Tab("change", "What changes it", "change.ChangeView"),
    Tab("load-bearing", "Load-bearing", "load_bearing.LoadBearingView"),
    Tab("likelihood", "Likelihood", "likelihood.LikelihoodView"),
    Tab("argument-map", "Map", "argument_map.ArgumentMapView"),
    Tab("readings", "Readings", "readings.ReadingsView"),
    Tab("rounds", "Rounds", "rounds.RoundsView"),
)
WORKSHOP_TABS = (
    Tab("agenda", "Agenda", "agenda.AgendaView"),
    Tab("walk-through", "Walk-through", "walk_through.WalkThroughView"),
    Tab("predict", "Predict", "predict.PredictView"),
    Tab("groups", "Groups", "groups.GroupsView"),
    Tab("side-by-side", "Side by side", "side_by_side.SideBySideView"),
    Tab("signposts", "Signposts", "signposts.SignpostsView"),
    Tab("minutes", "Minutes", "minutes.MinutesView"),
)
SECTIONS = (
    Section("case", "Case", "The case and what becomes of its recommendations", TABS),
    Section("workshop", "Workshop", "Groups, predictions, signposts and minutes", WORKSHOP_TABS),
)
