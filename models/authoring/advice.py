"""The advice in the margin: what a careful reader of the case would ask its author next.

What is wrong is told by `models/authoring/reading`; here stands what is unfinished or worth a second look.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from models.authoring.document import CaseText
from models.authoring.drafting import sentences
from models.authoring.edits import STATEMENTS, parts_of
from models.authoring.form import FIELDS, Entering
from models.authoring.mending.premises import CONTRARIES, conclusions_of, put_right
from models.authoring.mending.slips import cuts
from models.authoring.names import premise_id
from models.authoring.outline import rows
from models.authoring.passages import Passages
from models.authoring.reading import Draft, failed_tests
from models.authoring.signs import signs_for
from models.schema.premises import Role
from models.schema.problem import Severity, phrase
from models.schema.value import Answer

_COMMON = 4
"""Letters: shorter words say too little to tell what a sentence is about."""


class Advice(Answer):
    """Something to look at: the list and the place in it, what, and what would help; `wrong` if it must be mended."""

    section: str
    place: int
    what: str
    remedy: str
    wrong: bool = False


def advice(document: CaseText, draft: Draft, kept: Passages) -> tuple[Advice, ...]:
    """What to look at, in the order of the case, what is wrong first."""
    remarks = (*draft.remarks, *(failed_tests(document, draft.case) if draft.case is not None else ()))
    known = {remark.problem.what for remark in remarks}
    remarks += tuple(cut for cut in cuts(document) if cut.problem.what not in known)
    told = [_of_remark(document, remark) for remark in remarks]
    more = [
        *_unused(document),
        *_unanswered(document),
        *_unsaid(document),
        *_hinted(document, kept),
        *_twice(document),
    ]
    order = {section: place for place, section in enumerate((*STATEMENTS, "rules"))}
    return tuple(
        sorted((*told, *more), key=lambda one: (not one.wrong, order.get(one.section, 9), one.place))
    )


def _of_remark(document: CaseText, remark: Any) -> Advice:
    problem = remark.problem
    found = (
        tell(document, remark) for tell in (_of_argument, _of_loop, _of_want, _of_test, _of_use, _of_field)
    )
    what, remedy = next(filter(None, found), (problem.what, problem.remedy))
    return Advice(
        section=remark.section,
        place=remark.place,
        what=what,
        remedy=remedy,
        wrong=problem.severity is Severity.ERROR,
    )


_MEANT = re.compile(
    r"Unknown key `([\w-]+)`|A rule concludes one statement|There is no statement |\S+ is a code, not an id"
)


def _of_argument(document: CaseText, remark: Any) -> tuple[str, str] | None:
    """An argument that plainly means what the window would write in another way, and how it would."""
    found, right = _MEANT.match(remark.problem.what), put_right(document, remark.section, remark.place)
    if not found or right == document:
        return None
    _, several = conclusions_of(document.items("rules")[remark.place].data)
    if len(several) > 1 and not found[1]:
        names = ", ".join(f"“{_title_of(document, name)}”" for name in several)
        return (
            phrase("An argument leads to one statement, and this one to several: {names}.", names=names),
            phrase("Press Return here to have an argument for each, with the same premises."),
        )
    told = next(row.text for row in rows(right) if row.key == ("rules", remark.place))
    if found[1] in CONTRARIES:
        return (
            phrase("“{key}” is no part of an argument.", key=found[1]),
            phrase(
                "Press Return here to have its contrary as a premise: {premises}. If it rather speaks against what "
                "follows, take that premise out again, and add an objection.",
                premises=told,
            ),
        )
    what = (
        phrase("“{key}” is no part of an argument.", key=found[1])
        if found[1]
        else phrase("A premise of this argument cannot be read as it stands in the file.")
    )
    return what, phrase("Press Return here to have it so: {premises}.", premises=told)


def _of_loop(document: CaseText, remark: Any) -> tuple[str, str] | None:
    loop = re.fullmatch(r"These rules form a loop: (.*)\.", remark.problem.what)
    if not loop:
        return None
    names = " → ".join(f"“{_title_of(document, name)}”" for name in loop[1].split(" → "))
    return (
        phrase("The arguments go round in a circle: {names}.", names=names),
        phrase("Take one of them out, or make it a loop that runs in steps."),
    )


def _of_want(_: CaseText, remark: Any) -> tuple[str, str] | None:
    """What is begun and not yet whole."""
    what = remark.problem.what
    if found := re.fullmatch(r"A case without `(\w+)`\.", what):
        name = {"rules": "argument"}.get(found[1], found[1].removesuffix("s"))
        return (
            phrase("The case has no {what} yet.", what=phrase(name)),
            phrase("Mark one in the source, or add one in the list."),
        )
    if what.startswith("A link needs exactly one of"):
        return (
            phrase(
                "A link says one thing: exactly one holds, at most one holds, or if one holds, then another."
            ),
            phrase("Fill in one of the three, and leave the others empty."),
        )
    return None


def _of_test(_: CaseText, remark: Any) -> tuple[str, str] | None:
    """What the case expects of itself and is not so."""
    what = remark.problem.what
    if what.startswith("The baseline takes the assumptions"):
        return (
            phrase("The source takes the assumptions in a way that the links rule out."),
            phrase("Change a link, or what the source takes them to."),
        )
    found = re.fullmatch(r"Test \d+ expects “([\w-]+)” of (\w+), but it is “([\w-]+)”\.", what)
    if not found:
        return None
    wanted, code, comes_to = (word.replace("-", " ") for word in found.groups())
    told = phrase(
        "A test of the case says that {code} should be “{wanted}” here, but it is “{comes_to}”.",
        code=code,
        wanted=wanted,
        comes_to=comes_to,
    )
    return told, phrase("Mend an argument, or the test.")


def _of_use(document: CaseText, remark: Any) -> tuple[str, str] | None:
    """What nothing leads to, or nothing comes of."""
    what = remark.problem.what
    if found := re.fullmatch(r"No rule uses the assumption (\S+), .*", what):
        return (
            phrase("Nothing depends on {code} yet.", code=found[1]),
            phrase("Use it in an argument, or take it out."),
        )
    found = re.fullmatch(r"(\S+) is never accepted: .*", what)
    if not found:
        return None
    if _has_argument(document, remark):
        return (
            phrase("{code} can never hold: nothing leads to what it rests on.", code=found[1]),
            phrase("Begin there."),
        )
    return (
        phrase("Nothing leads to {code}: it has no argument yet.", code=found[1]),
        phrase("Add an argument for it."),
    )


def _of_field(_: CaseText, remark: Any) -> tuple[str, str] | None:
    """What cannot stand in a field, or is missing there, by the name that the field has on screen."""
    found = re.fullmatch(
        r"(?:An? [\w ]+ without )?`([\w-]+)`(?: cannot be (.*))?\.", remark.problem.what, re.DOTALL
    )
    field = next((one for one in FIELDS.get(remark.section, ()) if found and one.key == found[1]), None)
    if not found or field is None:
        return None
    if found[2] is None:
        return phrase("“{column}” is empty.", column=phrase(field.label)), phrase("Say it in a sentence.")
    by_name = field.entering in (Entering.NAME, Entering.NAMES, Entering.STANCES)
    told = phrase("“{column}” cannot be {given}.", column=phrase(field.label), given=found[2])
    remedy = phrase("Type the code of a statement, or a word of its name and take it from the list.")
    return told, remedy if by_name else remark.problem.remedy


def _has_argument(document: CaseText, remark: Any) -> bool:
    items = document.items(remark.section)
    name = items[remark.place].data.get("id") if 0 <= remark.place < len(items) else None
    return any(rule.data.get("then") == name for rule in document.items("rules"))


def _unused(document: CaseText) -> Iterator[Advice]:
    """Findings that nothing follows from."""
    used = {
        premise_id(part)
        for rule in document.items("rules")
        for role in Role
        for form in rule.data.get(role.value) or ()
        for part in parts_of(form)
    }
    used |= {name for item in document.items("assumptions") for name in item.data.get("argued-by") or ()}
    for place, item in enumerate(document.items("findings")):
        if item.data.get("id") not in used:
            what = phrase("Nothing follows from {code}.", code=str(item.data.get("code")))
            remedy = phrase("Use it in an argument, or take it out.")
            yield Advice(section="findings", place=place, what=what, remedy=remedy)


def _unanswered(document: CaseText) -> Iterator[Advice]:
    for place, item in enumerate(document.items("rules")):
        if item.data.get("opposes") and not item.data.get("reply"):
            name = _title_of(document, item.data["opposes"])
            what = phrase("The objection to “{name}” has no reply.", name=name)
            yield Advice(
                section="rules",
                place=place,
                what=what,
                remedy=phrase("Say what the source would answer, or that it gives no answer."),
            )


def _unsaid(document: CaseText) -> Iterator[Advice]:
    for place, item in enumerate(document.items("assumptions")):
        if not item.data.get("if-fails"):
            what = phrase("It is not said what is so if {code} fails.", code=str(item.data.get("code")))
            remedy = phrase("Say in a few words what failing means.")
            yield Advice(section="assumptions", place=place, what=what, remedy=remedy)


def _hinted(document: CaseText, kept: Passages) -> Iterator[Advice]:
    """Claims graded as said, whose words in the source are said with caution."""
    source, language = kept.source, str(document.data.get("language", ""))
    for section in STATEMENTS:
        for place, item in enumerate(document.items(section)):
            data = item.data
            if data.get("kind") != "stated":
                continue
            words = [passage.text for passage in kept.of(str(data.get("id")))]
            cited = [source.paragraph(n) for n in data.get("paragraphs") or ()]
            words = words or _about(str(data.get("text", "")), cited, language)
            signs = signs_for(language, " ".join(words))
            hedges = [signs.hedge.search(text) if signs else None for text in words]
            if words and all(hedges):
                sign = next(found[0] for found in hedges if found)
                what = phrase(
                    "{code} is graded as said, but the source says it with caution (“{sign}”).",
                    code=str(data.get("code")),
                    sign=sign,
                )
                remedy = phrase("Grade it as said with caution.")
                yield Advice(section=section, place=place, what=what, remedy=remedy)


def _about(claim: str, paragraphs: list[str], language: str) -> list[str]:
    """The sentences that share words with a claim."""
    wanted = _words(claim)
    texts = [text[start:end] for text in paragraphs for start, end in sentences(text, language)]
    return [text for text in texts if len(wanted & _words(text)) >= 2]


def _words(text: str) -> set[str]:
    return {word[:6] for word in re.findall(r"\w+", text.lower()) if len(word) > _COMMON}


def _twice(document: CaseText) -> Iterator[Advice]:
    """Assumptions that say the same words."""
    seen: dict[frozenset[str], list[tuple[int, str]]] = defaultdict(list)
    for place, item in enumerate(document.items("assumptions")):
        words = frozenset(re.findall(r"\w+", str(item.data.get("text", "")).lower()))
        if words:
            seen[words].append((place, str(item.data.get("code"))))
    for same in seen.values():
        for place, code in same[1:]:
            what = phrase("{code} says the same words as {other}.", code=code, other=same[0][1])
            remedy = phrase("Keep one of them.")
            yield Advice(section="assumptions", place=place, what=what, remedy=remedy)


def _title_of(document: CaseText, name: str) -> str:
    try:
        data = document.get(document.section_of(name), name)
    except LookupError:
        return name
    return str(data.get("label") or data.get("text") or name)
