"""The briefing sheet: its first page answers the question, then assumptions, arguments and sources."""

from collections.abc import Iterator
from dataclasses import replace

from models.analyses.bundle import analyse
from models.language.credences import rated_words
from models.language.dates import horizon_words
from models.language.headline import headline
from models.language.messages import marked, message, told
from models.language.naming import CRITICS, grade, graded, grouped, named, quoted, rule_named, the_source
from models.language.signs import statement_sign
from models.language.states import sign, word
from models.language.suppositions import all_settled_by_links, differing, supposition
from models.language.unseen import with_line_ends
from models.language.words import citation, listed, uncapitalised
from models.language.workshop.group_words import becoming
from models.pages.board_cards import beside_source
from models.pages.impossible import impossible_page
from models.pages.page import certainty
from models.pages.parts import links_block
from models.pages.worries import worries
from models.schema.case import Assumption, Recommendation, Rule
from models.schema.grades import Kind, Verdict
from models.schema.page import (
    Block,
    Column,
    Line,
    Node,
    Page,
    Row,
    Sentences,
    SignCell,
    Table,
    TextCell,
    Tree,
    Weight,
    Width,
    for_room,
    soft,
)
from models.schema.result import Usage
from models.schema.scenario import changed_stances
from models.schema.snapshot import Snapshot

BACKGROUND = marked("Background and how to read this sheet")
VULNERABLE = marked(
    "An assumption is vulnerable if what could well happen within the planning horizon would make it fail: here, if it "
    "is rated at 75% or less."
)
NAMED = 2
"""So many recommendations are named together under the title; the others are counted."""
HOW_TO_READ = (
    marked(
        "Verdicts follow from the arguments and from what is supposed; none is a probability or a forecast."
    ),
    marked(
        "An assumption is uncertain where it could be either; a recommendation is open where that decides it."
    ),
    marked(
        "“3 of 4 arguments” tells how many arguments for the advice hold. Advice that is no longer needed has lost "
        "its reason: the problem may be gone, or the reason was wrong. ¶ cites the source."
    ),
)


def analysed(snapshot: Snapshot) -> Snapshot:
    """The snapshot with its analyses, made now if they have not arrived yet."""
    if snapshot.analyses is not None:
        return snapshot
    return replace(snapshot, analyses=analyse(snapshot.case, snapshot.scenario))


def sheet_title(snapshot: Snapshot) -> str:
    """What is supposed and what then holds, as the sheet's title."""
    verdicts = headline(snapshot).split(":")[0]
    suppose = supposition(snapshot.case, snapshot.scenario, all_settled_by_links(snapshot))
    if not suppose:
        return f"{verdicts}."
    return told("Suppose {supposed}. Then {verdicts}.", supposed=suppose, verdicts=uncapitalised(verdicts))


def sheet_sentence(snapshot: Snapshot) -> str:
    """What became otherwise than in the source, by name, and that nothing else is supposed; nothing where all is so."""
    case, ways = snapshot.case, dict[Verdict, list[str]]()
    changed = changed_stances(case, snapshot.scenario)
    if not changed or snapshot.evaluation.says_nothing:
        return ""
    then = snapshot.baseline.recommendation
    for one in snapshot.evaluation.recommendations:
        if one.verdict is not then[one.id].verdict:
            ways.setdefault(one.verdict, []).append(quoted(case.by_id[one.id].title))
    worst = sorted(ways.items(), key=lambda way: list(Verdict).index(way[0]), reverse=True)
    told_of = "; ".join(becoming(listed(names, limit=NAMED), verdict, len(names)) for verdict, names in worst)
    others = told("All other assumptions are as {source} takes them.", source=the_source(case))
    rest = others if len(changed) < len(snapshot.assumptions) else ""
    return " ".join(part for part in (f"{told_of}." if told_of else "", rest) if part)


def sheet_pages(snapshot: Snapshot) -> tuple[Page, ...]:
    """The pages of the sheet, in order."""
    if snapshot.evaluation.contradiction is not None:
        return (
            for_room(replace(impossible_page(snapshot, "sheet"), lead=differing(snapshot))),
            Page(name="assumptions", title=message("What is assumed"), blocks=_assumed_blocks(snapshot)),
            Page(name="source", title=message(BACKGROUND), blocks=tuple(_source(snapshot))),
        )
    return (
        Page(
            name="sheet",
            title=message("What still holds"),
            lead=(*differing(snapshot), *certainty(snapshot)),
            blocks=_answer(snapshot),
        ),
        Page(name="assumptions", title=message("What is assumed"), blocks=_assumed_blocks(snapshot)),
        *_follows(snapshot),
        Page(name="arguments", title=message("The arguments"), blocks=(_arguments(snapshot),)),
        Page(name="source", title=message(BACKGROUND), blocks=tuple(_source(snapshot))),
    )


def _answer(snapshot: Snapshot) -> tuple[Block, ...]:
    worrying, cards = worries(snapshot), beside_source(snapshot)
    return (cards, worrying) if worrying.rows else (cards,)


def _assumed_blocks(snapshot: Snapshot) -> tuple[Block, ...]:
    """The assumptions, and what ties them."""
    return (_assumptions(snapshot), *links_block(snapshot.case))


def _assumptions(snapshot: Snapshot) -> Table:
    """Every assumption, those that differ from the source first, then by model."""
    case = snapshot.case
    changed = set(changed_stances(case, snapshot.scenario))
    shown = snapshot.assumptions
    moved = [item for item in shown if item.id in changed]
    otherwise = told("Not as {source} takes it", source=the_source(case))
    critics = told("{critics}, changed here", critics=message(CRITICS))
    groups = [
        (otherwise, [item for item in moved if item.kind is not Kind.ADDED]),
        (critics, [item for item in moved if item.kind is Kind.ADDED]),
    ]
    groups += [
        (title, [item for item in items if item.id not in changed])
        for title, items in grouped(case, snapshot.scenario.added)
    ]
    rows = [
        _assumed(snapshot, item, title if place == 0 else "", moved=item.id in changed)
        for title, items in groups
        for place, item in enumerate(items)
    ]
    return Table(
        id="assumptions",
        columns=(
            Column(id="name", title=message("Assumption"), width=Width.STRETCH),
            Column(id="stance", title=message("Taken to")),
            Column(id="kind", title=told("In {source}", source=the_source(case))),
        ),
        rows=tuple(rows),
    )


def _assumed(snapshot: Snapshot, item: Assumption, section: str, *, moved: bool) -> Row:
    reason = with_line_ends(snapshot.scenario.rationale_of.get(item.id, ""))
    rating = snapshot.scenario.credence_of.get(item.id)
    text = item.text if item.text != item.title else ""
    fails = (item.if_fails or "").rstrip(".")
    if fails and text:
        text = told("{text}. If it fails: {fails}.", text=text.rstrip("."), fails=fails)
    elif fails:
        text = told("If it fails: {fails}.", fails=fails)
    parts = (text, told("Reason: {reason}", reason=reason) if reason else "")
    name = TextCell(
        text=item.title,
        code=item.code,
        weight=Weight.STRONG,
        detail="\n".join(part for part in parts if part),
    )
    said = f"{uncapitalised(word(item.kind))} {citation(item.paragraphs)}"
    rated = "" if rating is None else rated_words(rating)
    kind = TextCell(text=said, sign=sign(item.kind), detail=rated)
    cells = (name, SignCell(sign=statement_sign(snapshot, item.id), words=True), kind)
    return Row(id=item.id, section=section, moved=moved, cells=cells)


def _source(snapshot: Snapshot) -> Iterator[Block]:
    case, scenario = snapshot.case, snapshot.scenario
    if case.background:
        lines = tuple(
            Line(text=fact.text, note=f"{fact.id} {citation(fact.paragraphs)}") for fact in case.background
        )
        yield Sentences(id="background", lines=lines)
    if snapshot.remarks:
        lines = tuple(Line(text=remark.text) for remark in snapshot.remarks)
        yield Sentences(id="remarks", heading=message("Worth a thought (added by an analyst)"), lines=lines)
    written = [(message("On the scenario"), scenario.note), *_notes(snapshot)]
    notes = tuple(Line(text=text, quiet=f"{about}:") for about, text in written if text.strip())
    if notes:
        yield Sentences(id="notes", heading=message("Notes"), lines=notes)
    planned = horizon_words(scenario.horizon) if scenario.horizon or scenario.credences else ""
    rated = message(VULNERABLE) if scenario.credences else ""
    explained = (*(message(text) for text in HOW_TO_READ), f"{planned} {rated}".strip())
    reading = tuple(soft(text) for text in explained if text)
    yield Sentences(id="reading", heading=message("How to read this sheet"), lines=reading)


def _notes(snapshot: Snapshot) -> Iterator[tuple[str, str]]:
    for name, text in snapshot.scenario.note_on.items():
        item = snapshot.case.by_id.get(name)
        if item:
            about = named(item)
        elif name in snapshot.case.rule_by_id:
            about = rule_named(snapshot.case, name)
        else:
            about = told("the argument {name}", name=quoted(name))
        yield told("On {what}", what=about), text


def _follows(snapshot: Snapshot) -> tuple[Page, ...]:
    """Every finding: whether it follows, and what kind of claim it is."""
    rows = tuple(
        Row(
            id=item.id,
            cells=(
                TextCell(text=item.text, code=item.code),
                SignCell(sign=statement_sign(snapshot, item.id), words=True),
                TextCell(text=graded(item), sign=grade(item)),
            ),
        )
        for item in snapshot.case.findings
    )
    columns = (
        Column(id="name", title=message("Finding"), width=Width.STRETCH),
        Column(id="status", title=message("Here")),
        Column(id="kind", title=told("In {source}", source=the_source(snapshot.case))),
    )
    table = Table(id="findings", columns=columns, rows=rows)
    return (Page(name="findings", title=message("What follows"), blocks=(table,)),) if rows else ()


def _arguments(snapshot: Snapshot) -> Tree:
    """For each recommendation its arguments and the objections that count, each with what it needs."""
    return Tree(
        id="arguments",
        nodes=tuple(_advice(snapshot, item) for item in snapshot.case.recommendations),
    )


def _advice(snapshot: Snapshot, item: Recommendation) -> Node:
    results = snapshot.evaluation.rule
    rules = [
        rule
        for rule in snapshot.case.rules
        if rule.conclusion == item.id and results[rule.id].usage is not Usage.SWITCHED_OFF
    ]
    verdict = snapshot.evaluation.recommendation[item.id].verdict
    meant = told("{kind}; for {addressee}", kind=graded(item), addressee=item.addressee)
    return Node(
        id=item.id,
        line=Line(
            text=item.text,
            code=item.code,
            sign=sign(verdict),
            weight=Weight.STRONG,
            note="; ".join(part for part in (item.emphasis, meant) if part),
        ),
        children=tuple(_argument(snapshot, rule) for rule in rules),
    )


def _argument(snapshot: Snapshot, rule: Rule) -> Node:
    result = snapshot.evaluation.rule[rule.id]
    rejected = result.usage is Usage.SET_ASIDE
    kind = uncapitalised(word(rule.kind))
    reply = (Line(quiet=message("Reply:"), text=rule.reply, weight=Weight.SOFT),) if rule.reply else ()
    return Node(
        id=rule.id,
        children=tuple(Node(id=f"reply-{rule.id}", line=line) for line in reply),
        line=Line(
            text=rule.because,
            sign=sign(result.usage if rejected else result.state),
            quiet=message("Objection:") if rule.opposes else "",
            note=f"{kind}, {citation(rule.paragraphs)}",
            struck=rejected,
        ),
    )
