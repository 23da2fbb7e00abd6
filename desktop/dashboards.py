"""The dashboards in the order of their tabs; each is imported and made when its tab is first opened."""

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
