"""What still holds: the board or the map of one state, for all models, or the dashboard of one."""

from models.engine.routes import neighbourhood
from models.language.headline import headline
from models.language.messages import message, told
from models.language.naming import quoted
from models.language.signs import hidden_words, verdicts_hidden
from models.language.spoken import sentence
from models.language.suppositions import briefly_differing
from models.pages.board_cards import board
from models.pages.caption import caption
from models.pages.parts import with_text
from models.schema.action import look
from models.schema.page import Block, Choice, Form, Line, Option, Page, Sentences, Tone, Weight, soft
from models.schema.snapshot import Snapshot
from models.schema.view import Picture

FOCUS = "Dims what has nothing to do with what is picked"
HIDDEN = "Verdicts are hidden: what do you expect?"
MOST_MAPPED = 200
ICONS = {Picture.BOARD: "layout-grid", Picture.MAP: "network"}
PICTURES = {Picture.BOARD: "Board", Picture.MAP: "Map"}


def holds(snapshot: Snapshot) -> Page:
    """The page as it stands."""
    page = Page(
        name="holds",
        title=_title(snapshot),
        lead=briefly_differing(snapshot),
        tools=pictures(snapshot),
        blocks=_blocks(snapshot),
        caption=(*_named(snapshot), *caption(snapshot)),
    )
    return with_text(page)


def pictures(snapshot: Snapshot) -> tuple[Choice, ...]:
    """What of it is looked at: the board or the map, of which model, and around what."""
    return (_pictures(snapshot), *_models(snapshot), *_focus(snapshot))


def _title(snapshot: Snapshot) -> str:
    if _dashboard(snapshot):
        from models.pages.model_blocks import model_title

        return model_title(snapshot, snapshot.view.model)
    if snapshot.workshop.asking is not None:
        return message(HIDDEN)
    return hidden_words(snapshot) if verdicts_hidden(snapshot) else headline(snapshot)


def _dashboard(snapshot: Snapshot) -> bool:
    """Whether the board is that of one model."""
    known = any(model.id == snapshot.view.model for model in snapshot.case.models)
    return known and snapshot.view.picture is Picture.BOARD


def _named(snapshot: Snapshot) -> tuple[Line, ...]:
    """Which model the room sees, where it sees one: it reads the caption in place of the title."""
    if not _dashboard(snapshot) or snapshot.workshop.asking is not None or snapshot.evaluation.says_nothing:
        return ()
    title = next(model.title for model in snapshot.case.models if model.id == snapshot.view.model)
    return (Line(text=sentence(title), tone=Tone.BRAND, weight=Weight.CAPTION),)


def _blocks(snapshot: Snapshot) -> tuple[Block, ...]:
    impossible = snapshot.evaluation.contradictions and snapshot.workshop.asking is None
    if snapshot.view.picture is Picture.MAP:
        return (*(_impossible(snapshot, brief=True) if impossible else ()), *_map(snapshot))
    if impossible:
        return _impossible(snapshot)
    if _dashboard(snapshot):
        from models.pages.model_blocks import model_blocks

        return model_blocks(snapshot, snapshot.view.model)
    return (board(snapshot),)


def _impossible(snapshot: Snapshot, brief: bool = False) -> tuple[Block, ...]:
    """What is said where the stances contradict each other, and the ways out."""
    from models.pages.impossible import briefly, impossible_blocks  # most states need none of it

    found = impossible_blocks(snapshot)
    return briefly(found) if brief else found


def _map(snapshot: Snapshot) -> tuple[Block, ...]:
    """The map, where anybody could find their way on it."""
    number = len(snapshot.assumptions) + len(snapshot.case.findings) + len(snapshot.case.recommendations)
    if number > MOST_MAPPED:
        return _part_of_map(snapshot, f"{number:,}")
    from models.pages.map_block import map_block

    return (map_block(snapshot),)


def _part_of_map(snapshot: Snapshot, number: str) -> tuple[Block, ...]:
    """What the statement that is picked has to do with, or else the first piece of advice."""
    from models.pages.map_block import map_block

    case = snapshot.case
    item = case.by_id.get(snapshot.view.picked) or case.recommendations[0]
    part = neighbourhood(case, item.id, MOST_MAPPED)
    if part is None:
        line = told(
            "The map shows at most {most} statements, and this case has {number}. The board shows its advice.",
            most=MOST_MAPPED,
            number=number,
        )
        return (Sentences(id="map", lines=(soft(line),)),)
    line = told(
        "The map shows {name} and the {part} statements around it, of {number} in all. Pick another to see its part.",
        name=quoted(item.title),
        part=len(part.by_id) - 1,
        number=number,
    )
    return Sentences(id="part", lines=(soft(line),)), map_block(snapshot, part)


def _focus(snapshot: Snapshot) -> tuple[Choice, ...]:
    """On the map, whether it dims what has nothing to do with what is picked."""
    view = snapshot.view
    if view.picture is not Picture.MAP or view.picked not in snapshot.case.by_id:
        return ()
    option = Option(
        text=message("Focus"), action=look(focus=not view.focus), chosen=view.focus, tip=message(FOCUS)
    )
    return (Choice(id="focus", label=message("Focus"), options=(option,), form=Form.TICKS),)


def _pictures(snapshot: Snapshot) -> Choice:
    return Choice(
        id="picture",
        label=message("Picture"),
        options=tuple(
            Option(
                text=message(PICTURES[picture]),
                action=look(picture=picture),
                chosen=snapshot.view.picture is picture,
                icon=ICONS[picture],
            )
            for picture in Picture
        ),
    )


def _models(snapshot: Snapshot) -> tuple[Choice, ...]:
    """Whose board it is, where the case has models."""
    if not snapshot.case.models:
        return ()
    chosen = snapshot.view.model
    every = Option(text=message("All models"), action=look(model=""), chosen=not chosen)
    choice = Choice(
        id="model",
        label=message("Model"),
        form=Form.MENU,
        options=(
            every,
            *(
                Option(text=model.title, action=look(model=model.id), chosen=chosen == model.id)
                for model in snapshot.case.models
            ),
        ),
    )
    return (choice,)
