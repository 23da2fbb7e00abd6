"""Who watches which signposts and who takes on what: by owner, so that everybody takes a page home."""

from models.language.messages import marked, message
from models.language.states import sign
from models.language.workshop.signpost_words import ACTION_WORDS, OWN, dated, own_text
from models.pages.watch.kept import Kept, by_owner, kept, unowned
from models.schema.case import Case
from models.schema.page import Column, Line, Page, Row, SignCell, Table, TextCell, Weight, Width
from models.schema.snapshot import Snapshot
from models.schema.workshop import Action, Signpost

DUTIES = marked("Signposts and actions: who watches, who acts")
LINE = marked(
    "For everybody who is named here to take home. A signpost shows that an assumption changes. Shaping keeps an "
    "assumption from failing, hedging prepares for its failure. What is not said to be the room’s own was "
    "added by an analyst."
)


def duties_page(snapshot: Snapshot) -> Page:
    """Everything that has an owner, under the owners by name; then what was noted and has none."""
    every = kept(snapshot)
    pairs: list[tuple[Kept, Signpost | Action]] = []
    for one in every:
        pairs += [(one, post) for post in one.signposts if _touched(snapshot.case, post)]
        pairs += [(one, idea) for idea in one.actions if _touched(snapshot.case, idea)]
    rows = by_owner(pairs, lambda one, item: _row(snapshot.case, one, item))
    columns = (
        Column(id="what", title=message("What"), width=Width.STRETCH),
        Column(id="kind", title=message("Kind")),
        Column(id="about", title=message("Assumption")),
        Column(id="state", title=message("Seen?")),
        Column(id="when", title=message("When")),
        Column(id="source", title=message("Source", "signpost")),
    )
    bare = unowned(every)
    lead = (Line(text=message(LINE), weight=Weight.SOFT), *((Line(text=bare),) if bare else ()))
    table = (Table(id="duties", columns=columns, rows=rows),) if rows else ()
    return Page(name="minutes", title=message(DUTIES), lead=lead, blocks=table)


def _touched(case: Case, item: Signpost | Action) -> bool:
    """Whether the room noted or added anything; what nobody touched is no duty."""
    if own_text(case, item):
        return True
    if isinstance(item, Signpost):
        return item != Signpost(assumption=item.assumption, text=item.text)
    return bool(item.owner or item.on)


def _row(case: Case, one: Kept, item: Signpost | Action) -> Row:
    return Row(
        id="/".join((type(item).__name__, *item.key)),
        cells=(
            TextCell(text=item.text, detail=message(OWN) if own_text(case, item) else "", lines=3),
            TextCell(
                text=message("Signpost") if isinstance(item, Signpost) else message(ACTION_WORDS[item.kind])
            ),
            TextCell(text=one.item.title, code=one.item.code),
            SignCell(sign=sign(item.state), words=True) if isinstance(item, Signpost) else SignCell(),
            TextCell(text=dated(item)),
            TextCell(text=item.source if isinstance(item, Signpost) else "", lines=2),
        ),
    )
