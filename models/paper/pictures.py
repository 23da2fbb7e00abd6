"""The pictures of the annex, as the dashboards draw them, each as SVG with its alternative text."""

from matplotlib.figure import Figure

from models.charts.likelihood import tornado_figure
from models.charts.load_bearing import draw_load_bearing
from models.charts.palette import palette
from models.charts.style import svg_bytes
from models.pages.likelihood import tornado, tornado_words
from models.pages.load_bearing import Load, load_picture, load_words
from models.paper.annex import shown_by_tornado
from models.paper.compose import analyses_of
from models.schema.snapshot import Snapshot


def load_drawing(snapshot: Snapshot, width: float, height: float) -> dict[str, str]:
    """Load against vulnerability from here, in so many points."""
    picture = load_picture(snapshot, analyses_of(snapshot), Load.HERE)
    figure = Figure(figsize=(width / 72, height / 72))
    draw_load_bearing(figure, picture, palette("light"))
    return {"svg": svg_bytes(figure).decode(), "alt": load_words(picture)}


def tornado_drawing(snapshot: Snapshot, picked: str, width: float) -> dict[str, str]:
    """The tornado of the recommendation that is picked, or else of one that it tells something about."""
    shown = tornado(snapshot, shown_by_tornado(snapshot, picked))
    if shown is None:
        raise ValueError("a tornado needs a snapshot that has its analyses")
    figure = tornado_figure(shown, palette("light"), width)
    return {"svg": svg_bytes(figure).decode(), "alt": tornado_words(shown)}
