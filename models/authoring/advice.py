"""The advice in the margin: what a careful reader of the case would ask its author next.

What is wrong is told by `models/authoring/reading`; here stands what is unfinished or worth a second look.
"""

import re
from collections import defaultdict
from collections.abc import Iterator

from models.authoring.document import CaseText
from models.authoring.drafting import sentences, signs_for
from models.authoring.edits import STATEMENTS, parts_of
from models.authoring.mending.slips import cuts, is_told_by
from models.authoring.names import premise_id
from models.authoring.passages import Passages
from models.authoring.reading import Draft, Remark, failed_tests
from models.authoring.worded import title_in, worded
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
    cut = [one for one in cuts(document) if one.problem.what not in known]
    remarks = (*(one for one in remarks if not any(is_told_by(other, one) for other in cut)), *cut)
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


def _of_remark(document: CaseText, remark: Remark) -> Advice:
    what, remedy = worded(document, remark)
    return Advice(
        section=remark.section,
        place=remark.place,
        what=what,
        remedy=remedy,
        wrong=remark.problem.severity is Severity.ERROR,
    )


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
        if isinstance(item.data.get("opposes"), str) and item.data["opposes"] and not item.data.get("reply"):
            name = title_in(document, item.data["opposes"])
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
