"""Edits drawn at random, as a hand that clicks everywhere would make them."""

from collections.abc import Iterator
from random import Random

from models.authoring import edits
from models.authoring.document import CaseText
from models.authoring.edits import STATEMENTS, Edit

WORDS = (
    "ice",
    "floods: twice",
    "a #sign",
    "it's",
    'he said "no"',
    "",
    "{x}",
    "- dash",
    "yes",
    "2024",
    "long " * 40,
    "¶ 3",
    "x: ",
)
LARGE = 60
LISTS = (*STATEMENTS, "rules", "background", "feedback", "links", "coherence", "concessions")


def wander(document: CaseText, count: int, seed: int) -> Iterator[CaseText]:
    """The documents that so many random edits lead to, one after the other."""
    draw = Random(seed)  # noqa: S311 - for a walk that can be walked again
    for _ in range(count):
        document = drawn(draw, document).applied(document)
        yield document


def drawn(draw: Random, document: CaseText) -> Edit:
    """One edit that can be made to a document; one that has grown large is made smaller."""
    item = _item(draw, document)
    if item and sum(len(document.items(section)) for section in LISTS) > LARGE:
        return Edit(edits.remove, item)
    made = draw.choice(
        (
            _added,
            _set,
            _set,
            _set,
            _argued,
            _moved,
            _moved,
            _removed,
            _cited,
            _negated,
            _chosen,
            _other,
            _headed,
        )
    )
    return made(draw, document) or _added(draw, document)


def _item(draw: Random, document: CaseText, lists: tuple[str, ...] = LISTS) -> tuple[str, str] | None:
    found = [(section, str(item.data["id"])) for section in lists for item in document.items(section)]
    return draw.choice(found) if found else None


def _added(draw: Random, document: CaseText) -> Edit:
    return Edit(
        edits.add_statement, (draw.choice(STATEMENTS), f"Claim {draw.random()}: {draw.choice(WORDS)}", (1, 2))
    )


def _set(draw: Random, document: CaseText) -> Edit | None:
    item = _item(draw, document)
    key = draw.choice(("text", "label", "because", "note", "if-fails"))
    return Edit(edits.set_field, (*item, key, draw.choice(WORDS))) if item else None


def _argued(draw: Random, document: CaseText) -> Edit | None:
    target, premise = _item(draw, document, STATEMENTS[1:]), _item(draw, document, STATEMENTS)
    if not target or not premise:
        return None
    role = draw.choice(("if", "need", "means", "standing"))
    return Edit(
        edits.add_argument, (target[1], ((role, premise[1]), ("if", {"any": [premise[1], target[1]]})))
    )


def _moved(draw: Random, document: CaseText) -> Edit | None:
    item = _item(draw, document)
    return Edit(edits.move, (*item, draw.randrange(40))) if item else None


def _removed(draw: Random, document: CaseText) -> Edit | None:
    item = _item(draw, document)
    return Edit(edits.remove, item) if item and draw.random() < 0.5 else None


def _cited(draw: Random, document: CaseText) -> Edit | None:
    item = _item(draw, document, STATEMENTS)
    return Edit(edits.set_field, (*item, "paragraphs", [draw.randint(1, 4)])) if item else None


def _rule(draw: Random, document: CaseText) -> tuple[str, str] | None:
    found = [
        (str(item.data["id"]), role)
        for item in document.items("rules")
        for role in ("if", "need")
        if item.data.get(role)
    ]
    return draw.choice(found) if found else None


def _negated(draw: Random, document: CaseText) -> Edit | None:
    rule = _rule(draw, document)
    return Edit(edits.negate, (*rule, 0, 0)) if rule else None


def _chosen(draw: Random, document: CaseText) -> Edit | None:
    rule = _rule(draw, document)
    if rule is None:
        return None
    parts = [text for form in document.get("rules", rule[0])[rule[1]] for text in edits.parts_of(form)]
    return Edit(edits.set_premises, (*rule, tuple(edits.chosen(parts, draw.randint(0, 2)))))


def _other(draw: Random, document: CaseText) -> Edit:
    section = draw.choice(("background", "concessions", "coherence", "models"))
    return Edit(edits.add_item, (section, {"text": f"Thing {draw.random()}", "paragraphs": [1]}))


def _headed(draw: Random, document: CaseText) -> Edit:
    return Edit(
        edits.set_head, ("source", draw.choice(WORDS) or "Somebody", draw.choice(("author", "publisher")))
    )
